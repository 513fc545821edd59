// SPDX-License-Identifier: Apache-2.0
// The program itself, started as a person or a script starts it.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

constexpr int kPatience = 60'000;

struct Outcome {
    int code{-1};
    QString out;
    QString err;
};

}  // namespace

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void says_its_version_and_help_without_a_display() {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        const auto version = run({QStringLiteral("--version")}, environment);
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out.trimmed(), QStringLiteral("pennydrop " PENNYDROP_VERSION));
        const auto help = run({QStringLiteral("--help")}, environment);
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(QStringLiteral("--journal FILE")));
        const auto refused = run({QStringLiteral("--colour")}, environment);
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.out.isEmpty());
        QVERIFY(refused.err.contains(QStringLiteral("colour")));
    }

    void saves_a_screenshot_of_the_sample_and_leaves_nothing_behind() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("sample.png"));
        const auto outcome =
            run({QStringLiteral("--demo"), QStringLiteral("--screenshot"), file, QStringLiteral("--size"),
                 QStringLiteral("412x892"), QStringLiteral("--theme"), QStringLiteral("dark")},
                own_temp(folder));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QImage image(file);
        QCOMPARE(image.size(), QSize(412, 892));
        QVERIFY2(colours(image) > 20, "the picture is empty");
        QVERIFY(samples(folder).isEmpty());
        QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
    }

    void saves_a_screenshot_of_the_first_run() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("first.png"));
        const auto outcome = run({QStringLiteral("--journal"), folder.filePath(QStringLiteral("new.pennydrop")),
                                  QStringLiteral("--screenshot"), file},
                                 own_temp(folder));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(colours(QImage(file)) > 20);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("new.pennydrop"))));
    }

    void says_why_there_is_no_screenshot() {
        const QTemporaryDir folder;
        const auto outcome =
            run({QStringLiteral("--demo"), QStringLiteral("--screenshot"), QStringLiteral("/nonexistent/a.png")},
                own_temp(folder));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("/nonexistent/a.png")), qPrintable(outcome.err));
        QVERIFY(samples(folder).isEmpty());
    }

    void a_signal_ends_it_cleanly_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void a_signal_ends_it_cleanly() {
        QFETCH(int, signal);
        const QTemporaryDir folder;
        QProcess program;
        program.setProcessEnvironment(own_temp(folder));
        program.start(QStringLiteral(PENNYDROP_PROGRAM), {QStringLiteral("--demo")});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!samples(folder).isEmpty(), kPatience);
        const QString sample = samples(folder).constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(sample + QStringLiteral("/sample.pennydrop"))),
                                 kPatience);
        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), signal), 0);
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(samples(folder).isEmpty());
    }

private:
    static Outcome run(const QStringList& arguments, const QProcessEnvironment& environment) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PENNYDROP_PROGRAM), arguments);
        if (!program.waitForFinished(kPatience)) {
            program.kill();
            program.waitForFinished();
            return {-1, {}, QStringLiteral("not finished; ") + QString::fromLocal8Bit(program.readAllStandardError())};
        }
        const int code = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
        return {code, QString::fromLocal8Bit(program.readAllStandardOutput()),
                QString::fromLocal8Bit(program.readAllStandardError())};
    }

    static QProcessEnvironment own_temp(const QTemporaryDir& folder) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.path());
        return environment;
    }

    static QStringList samples(const QTemporaryDir& folder) {
        return QDir(folder.path()).entryList({QStringLiteral("pennydrop-sample-*")}, QDir::Dirs);
    }

    static qsizetype colours(const QImage& image) {
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2) {
                seen += image.pixel(x, y);
            }
        }
        return seen.size();
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
