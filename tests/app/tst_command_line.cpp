// SPDX-License-Identifier: Apache-2.0
// The command line: what each option gives, and that everything else is refused with a reason.
#include <QTest>

#include "command_line.h"

using pennydrop::app::AppSettings;
using pennydrop::app::CommandLine;
using Action = CommandLine::Action;

namespace {

CommandLine parse(const QString& options) {
    return CommandLine::parse(QStringList{QStringLiteral("/opt/bin/pennydrop")} +
                              options.split(u' ', Qt::SkipEmptyParts));
}

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void nothing_opens_the_own_journal() {
        const auto line = parse({});
        QCOMPARE(line.action, Action::kRun);
        QVERIFY(line.journal.isEmpty());
        QVERIFY(!line.demo);
        QVERIFY(line.screenshot.isEmpty());
    }

    void reads_each_option() {
        QCOMPARE(parse(QStringLiteral("--journal work.pennydrop")).journal, QStringLiteral("work.pennydrop"));
        QVERIFY(parse(QStringLiteral("--demo")).demo);
        const auto line = parse(QStringLiteral("--demo --screenshot a.png --size 412x892 --theme dark"));
        QCOMPARE(line.action, Action::kRun);
        QCOMPARE(line.screenshot, QStringLiteral("a.png"));
        QVERIFY(line.size == QSize(412, 892));
        QVERIFY(line.theme == AppSettings::ThemeMode::Dark);
        QVERIFY(parse(QStringLiteral("--screenshot a.png --theme light")).theme == AppSettings::ThemeMode::Light);
    }

    void help_names_every_option() {
        const auto line = parse(QStringLiteral("--help"));
        QCOMPARE(line.action, Action::kShowHelp);
        for (const char* const option :
             {"--journal", "--demo", "--screenshot", "--size", "--theme", "--version", "--help"}) {
            QVERIFY2(line.text.contains(QLatin1String(option)), option);
        }
        QVERIFY(line.text.startsWith(QStringLiteral("Usage: pennydrop ")));
    }

    void version_is_that_of_the_build() {
        const auto line = parse(QStringLiteral("--version"));
        QCOMPARE(line.action, Action::kShowVersion);
        QCOMPARE(line.text, QStringLiteral("pennydrop " PENNYDROP_VERSION));
    }

    void leaves_qt_its_options() {
        const auto line = parse(QStringLiteral("-platform offscreen --demo -reverse -session 12_34"));
        QCOMPARE(line.action, Action::kRun);
        QVERIFY(line.demo);
    }

    void refuses_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << "--frobnicate" << "frobnicate";
        QTest::newRow("unknown beside known") << "--demo --nonsense" << "nonsense";
        QTest::newRow("value missing") << "--journal" << "journal";
        QTest::newRow("value empty") << "--journal=" << "--journal";
        QTest::newRow("flag with value") << "--demo=yes" << "demo";
        QTest::newRow("file without option") << "work.pennydrop" << "work.pennydrop";
        QTest::newRow("two journals") << "--demo --journal a" << "--demo";
        QTest::newRow("size alone") << "--size 400x800" << "--screenshot";
        QTest::newRow("theme alone") << "--theme dark" << "--screenshot";
        QTest::newRow("screenshot to nowhere") << "--screenshot=" << "--screenshot";
        QTest::newRow("size is a word") << "--screenshot a --size big" << "--size";
        QTest::newRow("size of one side") << "--screenshot a --size 400" << "--size";
        QTest::newRow("size of three sides") << "--screenshot a --size 400x400x400" << "--size";
        QTest::newRow("size too small") << "--screenshot a --size 400x10" << "--size";
        QTest::newRow("size too large") << "--screenshot a --size 400x10000" << "--size";
        QTest::newRow("no such theme") << "--screenshot a --theme blue" << "--theme";
    }

    void refuses() {
        QFETCH(QString, options);
        QFETCH(QString, named);
        const auto line = parse(options);
        QCOMPARE(line.action, Action::kRefuse);
        QVERIFY2(line.text.contains(named), qPrintable(line.text));
        QVERIFY2(line.text.contains(QStringLiteral("pennydrop --help")), qPrintable(line.text));
    }
};

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
