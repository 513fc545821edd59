// SPDX-License-Identifier: Apache-2.0
// Promises of reminder.h: only if wanted, at most once a day, by day, never over the program itself, without a word.
#include <QTest>

#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "reminder.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

struct Fixture {
    SettingsFile file;
    platform::FakeDevice device;
    AppSettings settings{file.open(), device};
    TestJournal journal;
    bool in_front{false};
    Reminder reminder{
        journal.service, settings, journal.clock, device, QStringLiteral("/a/journal"), [this] { return in_front; }};

    void look() {
        journal.settle();
        reminder.look();
    }
    [[nodiscard]] int said() const { return static_cast<int>(device.notifications().size()); }
};

}  // namespace

class ReminderTest : public QObject {
    Q_OBJECT

private slots:
    void is_off_until_it_is_wanted() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("secret words"), 8 * kDay);
        QVERIFY(!f.reminder.wanted());
        f.look();
        QCOMPARE(f.said(), 0);
        f.reminder.setWanted(true);
        f.look();
        QCOMPARE(f.said(), 1);
        const auto& shown = f.device.notifications().front();
        QCOMPARE(shown.text, std::string("Something is worth another look, when you have a moment."));
        QVERIFY(shown.title.find("secret") == std::string::npos);
        f.reminder.setWanted(false);
        f.journal.clock.advance(kDay);
        f.look();
        QCOMPARE(f.said(), 1);
    }

    void at_most_once_a_day_even_after_a_restart() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.reminder.setWanted(true);
        f.look();
        f.journal.clock.advance(3h);
        f.look();
        QCOMPARE(f.said(), 1);
        Reminder again(f.journal.service, f.settings, f.journal.clock, f.device, QStringLiteral("/a/journal"),
                       [] { return false; });
        f.journal.settle();
        again.look();
        QCOMPARE(f.said(), 1);
        f.journal.clock.advance(21h);
        again.look();
        QCOMPARE(f.said(), 2);
    }

    void not_at_night_and_not_over_the_program() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.reminder.setWanted(true);
        f.in_front = true;
        f.look();
        f.in_front = false;
        f.journal.clock.advance(9h);  // 21:00
        f.look();
        QCOMPARE(f.said(), 0);
        f.journal.clock.advance(11h);  // 8:00
        f.look();
        QCOMPARE(f.said(), 0);
        f.journal.clock.advance(1h);
        f.look();
        QCOMPARE(f.said(), 1);
    }

    void nothing_waits_nothing_is_said() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.reminder.setWanted(true);
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"));
        f.look();
        QCOMPARE(f.said(), 0);
    }

    void a_locked_journal_is_remembered_by_its_days() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.reminder.setWanted(true);
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 4 * kDay);
        f.journal.settle();
        QVERIFY(f.journal.close());
        for (int day = 0; day < 3; ++day) {
            f.reminder.look();
            f.journal.clock.advance(kDay);
        }
        QCOMPARE(f.said(), 0);
        f.reminder.look();
        QCOMPARE(f.said(), 1);
        f.journal.clock.advance(60 * kDay);
        f.reminder.look();
        QCOMPARE(f.said(), 1);
    }

    void an_erased_journal_is_forgotten() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.reminder.setWanted(true);
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.look();
        QCOMPARE(f.said(), 1);
        QVERIFY(f.journal.close());
        f.reminder.forget_journal();
        QVERIFY(!f.settings.lastReminder(QStringLiteral("/a/journal")).isValid());
        f.journal.clock.advance(kDay);
        f.reminder.look();
        QCOMPARE(f.said(), 1);
    }
};

QTEST_MAIN(ReminderTest)
#include "tst_reminder.moc"
