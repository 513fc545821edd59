// SPDX-License-Identifier: Apache-2.0
// What is copied, against a real X server with a real other program: the test's own executable, started again.
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QTest>

#include <unistd.h>

#include <cstdio>
#include <memory>

#include "clipboard_guard.h"
#include "manual_time.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

const QString kWords = QStringLiteral("the ward was empty at noon");
const QString kSecretMark = QStringLiteral("x-test-hint");
constexpr int kPatience = 10'000;

/// An X server of the test's own; the display's number comes through a pipe.
class XServer final {
public:
    [[nodiscard]] bool start() {
        int ends[2];
        if (::pipe(ends) != 0) {
            return false;
        }
        server_.setStandardErrorFile(QProcess::nullDevice());
        server_.start(QStringLiteral("Xvfb"),
                      {QStringLiteral("-displayfd"), QString::number(ends[1]), QStringLiteral("-noreset"),
                       QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        if (!server_.waitForStarted()) {
            return false;
        }
        ::close(ends[1]);
        QByteArray number;
        char digit = 0;
        while (::read(ends[0], &digit, 1) == 1 && digit != '\n') {
            number += digit;
        }
        ::close(ends[0]);
        qputenv("DISPLAY", ':' + number);
        qputenv("QT_QPA_PLATFORM", "xcb");
        return !number.isEmpty();
    }

    ~XServer() {
        server_.terminate();
        server_.waitForFinished();
    }

private:
    QProcess server_;
};

/// The other program: `look` says what is on both clipboards, `copy WORDS` puts words on both and stays.
int be_another_program(const QStringList& arguments) {
    QClipboard* const clipboard = QGuiApplication::clipboard();
    if (arguments.value(1) == QStringLiteral("copy")) {
        clipboard->setText(arguments.value(2), QClipboard::Clipboard);
        clipboard->setText(arguments.value(2), QClipboard::Selection);
        std::puts("copied");
        std::fflush(stdout);
        return QGuiApplication::exec();
    }
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const QMimeData* const data = clipboard->mimeData(mode);
        std::printf("%s|%s|%s\n", data == nullptr ? "" : qPrintable(data->text()),
                    data == nullptr ? "" : data->data(kSecretMark).constData(),
                    data != nullptr && data->hasHtml() ? "html" : "");
    }
    return 0;
}

}  // namespace

class TestClipboardGuard : public QObject {
    Q_OBJECT

private slots:
    void init() {
        time_ = std::make_unique<ManualTime>();
        guard_ = std::make_unique<ClipboardGuard>(
            *clipboard(), *time_, std::vector<platform::ClipboardMark>{{kSecretMark.toStdString(), "secret"}});
    }

    void cleanup() {
        other_.kill();
        other_.waitForFinished();
        guard_.reset();
        clipboard()->clear(QClipboard::Clipboard);
        clipboard()->clear(QClipboard::Selection);
    }

    void another_program_gets_the_words_with_the_mark_and_nothing_else() {
        copy(QClipboard::Clipboard);
        QCOMPARE(seen(), (QStringList{kWords + QStringLiteral("|secret|"), QStringLiteral("||")}));
    }

    void the_selection_is_marked_too() {
        copy(QClipboard::Selection);
        QCOMPARE(seen(), (QStringList{QStringLiteral("||"), kWords + QStringLiteral("|secret|")}));
    }

    void it_is_taken_back_after_thirty_seconds() {
        copy(QClipboard::Clipboard);
        copy(QClipboard::Selection);
        time_->pass(29s);
        QTest::qWait(1'500);
        QCOMPARE(seen(), (QStringList{kWords + QStringLiteral("|secret|"), kWords + QStringLiteral("|secret|")}));
        time_->pass(1s);
        QTRY_COMPARE_WITH_TIMEOUT(seen(), (QStringList{QStringLiteral("||"), QStringLiteral("||")}), kPatience);
    }

    void a_machine_that_slept_does_not_wait_longer() {
        copy(QClipboard::Clipboard);
        time_->sleep(30s);
        QTRY_VERIFY_WITH_TIMEOUT(!clipboard()->ownsClipboard(), kPatience);
    }

    void copying_again_begins_anew() {
        copy(QClipboard::Clipboard);
        time_->pass(20s);
        copy(QClipboard::Clipboard);
        time_->pass(20s);
        QTest::qWait(1'500);
        QVERIFY(clipboard()->ownsClipboard());
        time_->pass(10s);
        QTRY_VERIFY_WITH_TIMEOUT(!clipboard()->ownsClipboard(), kPatience);
    }

    void locking_takes_it_back_at_once() {
        copy(QClipboard::Clipboard);
        copy(QClipboard::Selection);
        guard_->clear();
        QCOMPARE(seen(), (QStringList{QStringLiteral("||"), QStringLiteral("||")}));
    }

    void so_does_leaving_the_program() {
        copy(QClipboard::Clipboard);
        guard_.reset();
        QCOMPARE(seen().value(0), QStringLiteral("||"));
    }

    void what_another_program_copied_since_stays() {
        copy(QClipboard::Clipboard);
        copy(QClipboard::Selection);
        other_.start(QCoreApplication::applicationFilePath(), {QStringLiteral("copy"), QStringLiteral("theirs")});
        QVERIFY(other_.waitForReadyRead(kPatience));
        QTRY_VERIFY_WITH_TIMEOUT(!clipboard()->ownsClipboard(), kPatience);
        guard_->clear();
        time_->pass(31s);
        QTest::qWait(1'500);
        QCOMPARE(seen(), (QStringList{QStringLiteral("theirs||"), QStringLiteral("theirs||")}));
    }

private:
    static QClipboard* clipboard() { return QGuiApplication::clipboard(); }

    /// As a text field does.
    static void copy(QClipboard::Mode mode) {
        auto data = std::make_unique<QMimeData>();
        data->setText(kWords);
        data->setHtml(QStringLiteral("<b>") + kWords + QStringLiteral("</b>"));
        clipboard()->setMimeData(data.release(), mode);
    }

    /// What another program sees on the clipboard and on the selection: text|mark|html.
    static QStringList seen() {
        QProcess looker;
        looker.start(QCoreApplication::applicationFilePath(), {QStringLiteral("look")});
        // It asks us for what it sees: our events have to be dealt with meanwhile.
        if (!QTest::qWaitFor([&looker] { return looker.state() == QProcess::NotRunning; }, kPatience)) {
            return {};
        }
        return QString::fromUtf8(looker.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    QProcess other_;
    std::unique_ptr<ManualTime> time_;
    std::unique_ptr<ClipboardGuard> guard_;
};

int main(int argc, char** argv) {
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == QStringLiteral("look") || first == QStringLiteral("copy")) {
        const QGuiApplication application(argc, argv);
        return be_another_program(QCoreApplication::arguments());
    }
    XServer server;
    if (!server.start()) {
        std::fputs("SKIP: Xvfb is not installed\n", stderr);
        return 0;
    }
    const QGuiApplication application(argc, argv);
    TestClipboardGuard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_clipboard_guard.moc"
