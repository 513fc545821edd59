// SPDX-License-Identifier: Apache-2.0
// Promises of search_filter.h and of the filters of SearchModel: they add up, and what cannot hold together is not
// kept.
#include <QSignalSpy>
#include <QTest>

#include "search_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

struct Fixture {
    TestJournal journal;
    SearchModel model{journal.service, journal.clock};

    EntryId add(EntryContent content, std::chrono::minutes ago = {}, std::optional<UtcOffset> offset = {}) {
        const LocalTime now = journal.clock.now();
        content.occurred = {
            Timestamp{now.at.micros - std::chrono::duration_cast<std::chrono::microseconds>(ago).count()},
            offset.value_or(now.offset)};
        auto added = journal.run([&content, now](Journal& open) { return open.entries().add(content, now.at); });
        return added ? added->id : EntryId{};
    }
    [[nodiscard]] QStringList found() {
        if (!QTest::qWaitFor([this] { return !model.searching(); }, 5000)) {
            return {QStringLiteral("no answer")};
        }
        QStringList words;
        for (int row = 0; row < model.rowCount(); ++row) {
            words += model.index(row).data(SearchModel::WordsRole).toString();
        }
        return words;
    }
    [[nodiscard]] qint64 tag(const std::string& name) {
        auto tags = journal.run([](Journal& open) { return open.tags().list(); });
        for (const Tag& tag : *tags) {
            if (tag.name == name) {
                return tag.id.value;
            }
        }
        return 0;
    }
};

QStringList only(const char* words) {
    return {QString::fromLatin1(words)};
}

}  // namespace

class SearchFilterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void by_level_state_and_learning() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({.kind = EntryKind::kBarrier, .text = "stuck one", .barrier = {.state = BarrierState::kStuck}});
        f.add({.kind = EntryKind::kBarrier,
               .text = "moving one",
               .level = SystemLevel::kNational,
               .barrier = {.state = BarrierState::kMoving}});
        f.add({.kind = EntryKind::kSetback, .text = "open one", .level = SystemLevel::kNational});
        const EntryId learned = f.add({.kind = EntryKind::kSetback, .text = "learned one"});
        (void)f.journal.run([learned, now = f.journal.clock.now()](Journal& open) {
            return open.follow_ups().add(learned, {.kind = FollowUpKind::kTaught, .text = "ask", .at = now}, now.at);
        });
        f.model.setState(1);
        QVERIFY(f.model.active());
        QVERIFY(f.model.filtered());
        QCOMPARE(f.found(), only("stuck one"));
        QCOMPARE(f.model.stateLabel(), QStringLiteral("Stuck"));
        f.model.setState(2);
        QCOMPARE(f.found(), only("moving one"));
        f.model.setLearning(SearchModel::Learned);
        QCOMPARE(f.model.state(), 0);
        QCOMPARE(f.found(), only("learned one"));
        f.model.setLearning(SearchModel::StillOpen);
        QCOMPARE(f.found(), only("open one"));
        f.model.clearFilters();
        f.model.setLevel(5);
        QCOMPARE(f.found().size(), 2);
        f.model.setKind(3);
        QCOMPARE(f.found(), only("moving one"));
        f.model.setLevel(77);
        f.model.setState(77);
        QCOMPARE(f.model.level(), 5);
        QCOMPARE(f.model.state(), 0);
    }

    void what_cannot_hold_together_is_dropped() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.model.setKind(1);
        f.model.setState(1);
        QCOMPARE(f.model.kind(), 0);
        f.model.setKind(3);
        QCOMPARE(f.model.state(), 1);
        f.model.setKind(2);
        QCOMPARE(f.model.state(), 0);
        f.model.setLearning(SearchModel::Learned);
        QCOMPARE(f.model.kind(), 0);
        f.model.setKind(1);
        QCOMPARE(f.model.learning(), SearchModel::Learned);
        f.model.setThemeCode(QStringLiteral("procedure"));
        f.model.setKind(2);
        QCOMPARE(f.model.themeCode(), QString());
        QCOMPARE(f.model.learning(), SearchModel::Either);
    }

    void by_tag_also_when_it_is_renamed_or_gone() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({.kind = EntryKind::kSetback, .text = "with", .tags = {"ward"}});
        f.add({.kind = EntryKind::kSetback, .text = "without"});
        const qint64 ward = f.tag("ward");
        f.model.setTag(ward, QStringLiteral("ward"));
        QCOMPARE(f.found(), only("with"));
        QCOMPARE(f.model.tagName(), QStringLiteral("ward"));
        f.model.tag_renamed(ward + 1, QStringLiteral("other"));
        f.model.tag_renamed(ward, QStringLiteral("Ward 3"));
        QCOMPARE(f.model.tagName(), QStringLiteral("Ward 3"));
        f.model.tag_gone(ward + 1);
        QCOMPARE(f.model.tagId(), ward);
        f.model.tag_gone(ward);
        QCOMPARE(f.model.tagId(), 0);
        QCOMPARE(f.model.tagName(), QString());
        QVERIFY(!f.model.active());
    }

    void between_two_days_both_included() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({.kind = EntryKind::kSetback, .text = "ten"}, 10 * kDay);
        f.add({.kind = EntryKind::kSetback, .text = "five"}, 5 * kDay);
        f.add({.kind = EntryKind::kSetback, .text = "today"});
        f.model.setSpan(QStringLiteral("2025-11-12"), QStringLiteral("2025-11-17"));
        QCOMPARE(f.model.period(), SearchModel::BetweenDays);
        QCOMPARE(f.found(), QStringList({QStringLiteral("five"), QStringLiteral("ten")}));
        QCOMPARE(f.model.spanLabel(), QStringLiteral("Wednesday 12 November to Monday 17 November"));
        f.model.setSpan(QStringLiteral("2025-11-17"), QStringLiteral("2025-11-13"));  // the wrong way round
        QCOMPARE(f.model.firstDay(), QStringLiteral("2025-11-13"));
        QCOMPARE(f.found(), only("five"));
        f.model.setSpan(QStringLiteral("2025-11-17"), {});
        QCOMPARE(f.model.spanLabel(), QStringLiteral("Since Monday 17 November"));
        QCOMPARE(f.found(), QStringList({QStringLiteral("today"), QStringLiteral("five")}));
        f.model.setSpan({}, QStringLiteral("2025-11-12"));
        QCOMPARE(f.model.spanLabel(), QStringLiteral("Until Wednesday 12 November"));
        QCOMPARE(f.found(), only("ten"));
        f.model.setSpan({}, {});
        QCOMPARE(f.model.period(), SearchModel::AnyTime);
        f.model.setSpan(QStringLiteral("2025-11-17"), {});
        f.model.setPeriod(SearchModel::PastWeek);
        QCOMPARE(f.model.firstDay(), QString());
        QCOMPARE(f.found().size(), 2);
    }

    void a_day_is_that_of_the_place_where_it_happened() {
        Fixture f;
        QVERIFY(f.journal.open());
        // 23:30 UTC on the 16th is half an hour into the 17th an hour further east.
        f.add({.kind = EntryKind::kSetback, .text = "east"}, 5 * kDay + 12h + 30min, UtcOffset::from_minutes(60));
        f.model.setSpan(QStringLiteral("2025-11-17"), QStringLiteral("2025-11-17"));
        QCOMPARE(f.found(), only("east"));
        f.model.setSpan(QStringLiteral("2025-11-16"), QStringLiteral("2025-11-16"));
        QCOMPARE(f.found(), QStringList());
    }

    void all_at_once_leaves_the_words() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({.kind = EntryKind::kSetback, .text = "hand over"});
        f.model.setWords(QStringLiteral("hand"));
        f.model.setState(1);
        f.model.setLevel(1);
        QCOMPARE(f.found(), QStringList());
        QSignalSpy filter(&f.model, &SearchModel::filterChanged);
        f.model.clearFilters();
        QCOMPARE(filter.count(), 1);
        QVERIFY(!f.model.filtered());
        QCOMPARE(f.found(), only("hand over"));
    }

    void a_lock_leaves_no_filter() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({.kind = EntryKind::kSetback, .text = "with", .tags = {"ward"}});
        f.model.setTag(f.tag("ward"), QStringLiteral("ward"));
        f.model.setSpan(QStringLiteral("2025-11-17"), {});
        f.model.setLevel(1);
        QVERIFY(f.journal.close());
        QVERIFY(!f.model.active());
        QCOMPARE(f.model.tagName(), QString());
        QCOMPARE(f.model.firstDay(), QString());
        QCOMPARE(f.model.rowCount(), 0);
    }
};

QTEST_MAIN(SearchFilterTest)
#include "tst_search_filter.moc"
