// SPDX-License-Identifier: Apache-2.0
// Every error is told in whole sentences: what happened, what is safe, what to do.
#include <QSet>
#include <QTest>

#include <array>
#include <string_view>

#include "error_text.h"

using namespace pennydrop;
using app::Doing;

namespace {

constexpr std::array kCodes = {
    ErrorCode::kWrongSecret, ErrorCode::kDamaged,   ErrorCode::kNewerVersion,  ErrorCode::kNotOurFile,
    ErrorCode::kInUse,       ErrorCode::kNotFound,  ErrorCode::kAlreadyExists, ErrorCode::kPermission,
    ErrorCode::kDiskFull,    ErrorCode::kIo,        ErrorCode::kOutOfMemory,   ErrorCode::kInvalid,
    ErrorCode::kClosed,      ErrorCode::kCancelled, ErrorCode::kInternal};

}  // namespace

class TestErrorText : public QObject {
    Q_OBJECT

private slots:
    void every_code_is_told_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("doing");
        for (const auto code : kCodes) {
            const std::string name{error_name(code)};
            QTest::newRow(("opening " + name).c_str()) << static_cast<int>(code) << static_cast<int>(Doing::kOpening);
            QTest::newRow(("making " + name).c_str()) << static_cast<int>(code) << static_cast<int>(Doing::kMaking);
            QTest::newRow(("checking " + name).c_str()) << static_cast<int>(code) << static_cast<int>(Doing::kChecking);
            QTest::newRow(("backing up " + name).c_str())
                << static_cast<int>(code) << static_cast<int>(Doing::kBackingUp);
        }
    }

    void every_code_is_told() {
        QFETCH(int, code);
        QFETCH(int, doing);
        const QString text = app::error_text(static_cast<ErrorCode>(code), static_cast<Doing>(doing));
        QVERIFY2(text.count(u'.') >= 3, qPrintable(text));
        QVERIFY(text.endsWith(u'.'));
        QVERIFY(!text.contains(u'!'));
        QVERIFY(!text.contains(u'%'));
        const QStringList safe = {QStringLiteral("safe"), QStringLiteral("Nothing was"),
                                  QStringLiteral("left exactly")};
        QVERIFY2(std::ranges::any_of(safe, [&text](const QString& words) { return text.contains(words); }),
                 qPrintable(text));
    }

    void what_the_person_can_do_something_about_is_told_apart() {
        QSet<QString> texts;
        int codes = 0;
        for (const auto code : kCodes) {
            if (code != ErrorCode::kAlreadyExists && code != ErrorCode::kInternal) {
                texts += app::error_text(code, Doing::kOpening);
                ++codes;
            }
        }
        QCOMPARE(texts.size(), codes);
    }

    void what_erasing_did_is_not_said_to_be_nothing() {
        QVERIFY(app::error_text(ErrorCode::kIo, Doing::kErasing).contains(QStringLiteral("nothing was erased")));
        const QString half = app::error_text(ErrorCode::kDamaged, Doing::kErasing);
        QVERIFY(half.startsWith(QStringLiteral("Erasing began")));
        QVERIFY(!half.contains(QStringLiteral("othing was")));
    }

    void a_busy_file_is_no_broken_one() {
        for (const auto doing : {Doing::kOpening, Doing::kMaking, Doing::kBackingUp, Doing::kRestoring,
                                 Doing::kRepairing, Doing::kDropping, Doing::kRekeying, Doing::kChecking}) {
            const QString text = app::error_text(ErrorCode::kInUse, doing);
            QVERIFY2(!text.contains(QStringLiteral("went wrong")) && !text.contains(QStringLiteral("(in")),
                     qPrintable(text));
            QVERIFY(text != app::error_text(ErrorCode::kIo, doing));
        }
    }

    void an_open_journal_is_not_told_as_one_that_was_not_opened() {
        for (const auto code : kCodes) {
            const QString text = app::error_text(code, Doing::kChecking);
            QVERIFY2(!text.contains(QStringLiteral("opened")) && !text.contains(QStringLiteral("unlock")),
                     qPrintable(text));
        }
    }

    void a_journal_that_was_made_is_not_told_as_nothing() {
        const QString text = app::made_but_not_open_text();
        QVERIFY(text.contains(QStringLiteral("was made")));
        QVERIFY(text.contains(QStringLiteral("safe")));
        QVERIFY(!text.contains(QStringLiteral("Nothing")));
    }

    void a_missing_folder_is_named() {
        QVERIFY(app::missing_folder_text(QStringLiteral("/media/stick")).contains(QStringLiteral("/media/stick")));
    }
};

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
