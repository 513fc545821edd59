// SPDX-License-Identifier: Apache-2.0
// Promises of review_words.h: a question for each permanent code, short and without blame; why a card is here.
#include <QRegularExpression>
#include <QTest>

#include "review_words.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

CivilDate day(int year, unsigned month, unsigned number) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

const CivilDate kToday = day(2026, 11, 14);

QString look_back(CivilDate from) {
    return ReviewWords::reason({.reason = ReviewReason::kLookBack}, from, kToday);
}

}  // namespace

class ReviewWordsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void each_code_has_its_question() {
        QStringList all;
        for (int code = 1; code <= static_cast<int>(ReviewQuestion::kBarrierStillClear); ++code) {
            const QString question = ReviewWords::question(static_cast<ReviewQuestion>(code));
            QVERIFY2(question.endsWith(u'?'), qPrintable(question));
            QVERIFY2(question.split(u' ').size() <= 15, qPrintable(question));
            QVERIFY2(!question.contains(QRegularExpression(QStringLiteral("\\b(who|why|fault|blame)\\b"),
                                                           QRegularExpression::CaseInsensitiveOption)),
                     qPrintable(question));
            QVERIFY(!all.contains(question));
            all += question;
        }
        QCOMPARE(ReviewWords::question(static_cast<ReviewQuestion>(200)), QString());
    }

    void says_why_it_is_here() {
        QCOMPARE(look_back(day(2026, 11, 6)), QStringLiteral("Looking back: 8 days ago"));
        QCOMPARE(look_back(day(2026, 10, 14)), QStringLiteral("Looking back: 4 weeks ago"));
        QCOMPARE(look_back(day(2026, 8, 14)), QStringLiteral("Looking back: 3 months ago"));
        QCOMPARE(look_back(day(2026, 8, 15)), QStringLiteral("Looking back: 2 months ago"));
        QCOMPARE(look_back(day(2023, 8, 15)), QStringLiteral("Looking back: 3 years ago"));
        const ReviewItem snoozed{.reason = ReviewReason::kSnoozed};
        QCOMPARE(ReviewWords::reason(snoozed, day(2026, 11, 13), kToday),
                 QStringLiteral("You wanted to see this again. It is from yesterday"));
        const ReviewItem decision{.reason = ReviewReason::kDecision, .due = day(2026, 11, 13)};
        QCOMPARE(ReviewWords::reason(decision, day(2026, 10, 1), kToday),
                 QStringLiteral("A decision for now, to look at again: Yesterday"));
        const ReviewItem this_day{.reason = ReviewReason::kOnThisDay};
        QCOMPARE(ReviewWords::reason(this_day, day(2025, 11, 14), kToday), QStringLiteral("On this day last year"));
        QCOMPARE(ReviewWords::reason(this_day, day(2022, 11, 14), kToday), QStringLiteral("On this day 4 years ago"));
    }

    void counts_quietly() {
        QCOMPARE(ReviewWords::invitation(0), QString());
        QCOMPARE(ReviewWords::invitation(1), QStringLiteral("1 worth another look"));
        QCOMPARE(ReviewWords::invitation(12), QStringLiteral("12 worth another look"));
        QCOMPARE(ReviewWords::more(0), QString());
        QCOMPARE(ReviewWords::more(2), QStringLiteral("2 more after this one"));
    }
};

QTEST_MAIN(ReviewWordsTest)
#include "tst_review_words.moc"
