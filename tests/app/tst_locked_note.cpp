// SPDX-License-Identifier: Apache-2.0
// An entry written while the journal is locked: sealed when asked, when left and when nobody is there any more; in the
// journal once after the next unlock, whatever failed before.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "locked_note.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "session.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
const QString kWords = QStringLiteral("The key was on the wrong hook");
constexpr int kPatience = 20'000;

}  // namespace

class TestLockedNote : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath(QStringLiteral("note.pennydrop"));
        file_ = std::make_unique<SettingsFile>();
        settings_ = std::make_unique<AppSettings>(file_->open(), device_);
        service_ = std::make_unique<JournalService>();
        session_ = std::make_unique<Session>(*service_, *settings_, clock_, time_,
                                             SessionOptions{path_, false, false, KdfCost{}});
        make_note();
        session_->start();
        QVERIFY(reaches(State::FirstRun));
        QVERIFY(!note_->available());
        session_->createJournal(kPassphrase);
        QVERIFY(reaches(State::RecoveryCode));
        const QStringList groups = session_->recoveryCode().split(u'-');
        QVERIFY(session_->confirmRecoveryGroup(groups.value(session_->askedGroup() - 1)));
        QVERIFY(reaches(State::Open));
        QTRY_VERIFY(!settings_->dropTarget(path_).isEmpty());
        QVERIFY(!note_->available());
        QVERIFY(lock());
        QVERIFY(note_->available());
    }

    void cleanup() {
        note_.reset();
        session_.reset();
        service_.reset();
        settings_.reset();
    }

    void is_in_the_journal_after_unlocking() {
        write(kWords);
        note_->save();
        QVERIFY(rests());
        QVERIFY(!note_->failed() && !note_->message().isEmpty());
        QVERIFY(note_->text().isEmpty());
        QVERIFY(note_->writing());
        QCOMPARE(entries_after_unlocking(), 1);
        QVERIFY(lock());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void nothing_written_is_no_entry() {
        write(QStringLiteral("  \n "));
        note_->save();
        QVERIFY(!note_->busy());
        note_->leave();
        QVERIFY(!note_->writing());
        QVERIFY(!QFile::exists(drop_box()));
        QCOMPARE(entries_after_unlocking(), 0);
    }

    void leaving_seals_first() {
        write(kWords);
        note_->leave();
        QVERIFY(note_->writing());  // until it is sealed
        QVERIFY(rests());
        QVERIFY(!note_->writing());
        QVERIFY(note_->text().isEmpty());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void a_page_left_alone_is_sealed() {
        settings_->setAutoLockMinutes(2);
        write(kWords);
        time_.pass(1min + 59s);
        touch();
        QVERIFY(!note_->busy());
        // Whoever is still there puts it off.
        time_.pass(1min + 59s);
        touch();
        QVERIFY(!note_->busy());
        time_.pass(2min + 1s);
        touch();
        QVERIFY(rests());
        QVERIFY(!note_->writing());
        QVERIFY(note_->text().isEmpty());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void an_empty_page_left_alone_goes() {
        settings_->setAutoLockMinutes(2);
        note_->begin();
        time_.sleep(3min);  // the machine slept
        touch();
        QVERIFY(!note_->writing());
        QVERIFY(!QFile::exists(drop_box()));
    }

    void what_could_not_be_sealed_is_tried_again_and_comes_once() {
        settings_->setAutoLockMinutes(2);
        block_drop_box();
        write(kWords);
        time_.pass(3min);
        touch();
        QVERIFY(rests());
        QVERIFY(note_->failed() && note_->writing());
        QCOMPARE(note_->text(), kWords);
        free_drop_box();
        time_.pass(3min);
        touch();
        QVERIFY(rests());
        QVERIFY(!note_->failed() && !note_->writing());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void words_kept_here_are_an_entry_at_the_next_unlock() {
        block_drop_box();
        write(kWords);
        note_->save();
        QVERIFY(rests());
        QVERIFY(note_->failed());
        note_->stepBack();
        QVERIFY(!note_->writing());
        free_drop_box();
        QCOMPARE(entries_after_unlocking(), 1);
        QTRY_VERIFY(note_->text().isEmpty());
    }

    void ending_the_program_seals() {
        write(kWords);
        note_.reset();
        make_note();
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void ending_the_program_tries_again_what_fails_at_that_moment() {
        block_drop_box();
        write(kWords);
        note_->save();
        // The disk answers again just after that has failed.
        service_->worker().run(this, [path = drop_box()] { return QDir().rmdir(path); }, [](bool) {});
        QVERIFY(note_->busy());
        note_.reset();
        make_note();
        QVERIFY(!note_->failed());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void ending_the_program_tries_again_what_failed_before() {
        block_drop_box();
        write(kWords);
        note_->save();
        QVERIFY(rests());
        QVERIFY(note_->failed());
        free_drop_box();
        note_.reset();
        make_note();
        QVERIFY(!note_->failed());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void what_is_sealed_while_the_program_ends_comes_once() {
        write(kWords);
        note_->save();
        QVERIFY(note_->busy());
        note_.reset();
        make_note();
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void what_was_lost_is_said_at_the_next_start() {
        block_drop_box();
        write(kWords);
        note_.reset();
        make_note();
        QVERIFY(note_->failed());
        QVERIFY(note_->message().contains(QStringLiteral("lost")));
        note_.reset();
        make_note();
        QVERIFY2(note_->failed(), "said until somebody was there to read it");
        free_drop_box();
        QCOMPARE(entries_after_unlocking(), 0);
        QVERIFY(!note_->failed() && note_->message().isEmpty());
        note_.reset();
        make_note();
        QVERIFY(!note_->failed() && note_->message().isEmpty());
    }

    void the_window_closes_once_all_is_sealed() {
        QVERIFY(note_->mayEnd());
        write(kWords);
        QSignalSpy possible(note_.get(), &LockedNote::endPossible);
        QVERIFY(!note_->mayEnd());
        QVERIFY(possible.wait(kPatience));
        QVERIFY(note_->text().isEmpty());
        QVERIFY(note_->mayEnd());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void who_closes_the_window_is_told_what_that_would_cost() {
        block_drop_box();
        write(kWords);
        QSignalSpy possible(note_.get(), &LockedNote::endPossible);
        QVERIFY(!note_->mayEnd());
        QVERIFY(rests());
        QVERIFY(note_->failed());
        QCOMPARE(note_->text(), kWords);
        QVERIFY(note_->message().contains(QStringLiteral("once more")));
        QVERIFY(possible.isEmpty());
        QVERIFY(note_->mayEnd());
        // Other words are another question.
        note_->setText(kWords + kWords);
        QVERIFY(!note_->mayEnd());
        QVERIFY(rests());
        free_drop_box();
    }

    void words_kept_here_come_once_when_it_is_locked_again_at_once() {
        block_drop_box();
        write(kWords);
        note_->save();
        QVERIFY(rests());
        note_->stepBack();
        free_drop_box();
        connect(service_.get(), &JournalService::opened, session_.get(), &Session::lock, Qt::SingleShotConnection);
        QSignalSpy closed(service_.get(), &JournalService::closed);
        session_->unlock(kPassphrase);
        QVERIFY(closed.wait(kPatience));
        QVERIFY(note_->text().isEmpty());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void who_does_not_want_it_is_not_offered_it() {
        note_->setWanted(false);
        QVERIFY(!note_->available());
        note_->begin();
        QVERIFY(!note_->writing());
        note_->setWanted(true);
        QVERIFY(note_->available());
    }

    void a_journal_with_another_key_is_not_written_to() {
        QByteArray target = settings_->dropTarget(path_);
        target[target.size() - 1] = static_cast<char>(target.back() ^ 1);
        settings_->setDropTarget(path_, target);
        write(kWords);
        note_->save();
        QVERIFY(rests());
        QVERIFY(note_->failed());
        QCOMPARE(note_->text(), kWords);
        QVERIFY(!QFile::exists(drop_box()));
    }

    void what_is_typed_is_sealed_within_a_second() {
        const LocalTime before = clock_.now();
        QElapsedTimer since;
        since.start();
        write(kWords);
        QVERIFY(QTest::qWaitFor([this] { return QFileInfo(drop_box()).size() > 0; }, kPatience));
        QVERIFY2(since.elapsed() < 1400, qPrintable(QString::number(since.elapsed())));  // and some for a busy machine
        QVERIFY(!note_->busy() && !note_->failed() && note_->message().isEmpty());
        QCOMPARE(note_->text(), kWords);
        // A kill now: another program finds the files as they are.
        const auto entries = entries_after_a_kill();
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(entries.front().content.text), kWords);
        QVERIFY(entries.front().content.occurred.at.micros - before.at.micros < 1'000'000);
        // Not killed, it is the same entry.
        note_->save();
        QVERIFY(rests());
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void steady_typing_is_one_entry_of_the_time_it_was_begun() {
        write(QStringLiteral("x"));
        const LocalTime begun = clock_.now();
        for (int i = 0; i < 30; ++i) {
            QTest::qWait(100);
            note_->setText(note_->text() + QStringLiteral("x"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(drop_box()).size() > 2 * 4096, kPatience);
        const auto early = entries_after_a_kill();
        QCOMPARE(early.size(), std::size_t{1});
        QVERIFY2(early.front().content.text.size() > 10, "no more than a second is lost");
        note_->setKind(static_cast<int>(EntryKind::kBarrier));
        note_->leave();
        QVERIFY(rests());
        const auto entries = entries_after_a_kill();
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(entries.front().content.text, std::string(31, 'x'));
        QCOMPARE(entries.front().content.kind, EntryKind::kBarrier);
        QVERIFY(entries.front().content.occurred.at <= begun.at);
        QCOMPARE(entries_after_unlocking(), 1);
    }

    void what_comes_after_is_another_entry() {
        write(kWords);
        note_->save();
        QVERIFY(rests());
        note_->setText(QStringLiteral("Another"));
        QTest::qWait(2 * NoteSealer::kPauseMilliseconds);
        QCOMPARE(entries_after_a_kill().size(), std::size_t{2});
    }

    void emptied_by_hand_it_is_thrown_away() {
        write(kWords);
        QVERIFY(QTest::qWaitFor([this] { return QFileInfo(drop_box()).size() > 0; }, kPatience));
        note_->setText({});
        note_->leave();
        QVERIFY(rests());
        QVERIFY(!note_->writing() && !note_->failed());
        QVERIFY2(note_->message().isEmpty(), "nothing was sealed");
        QVERIFY(entries_after_a_kill().empty());
        QCOMPARE(entries_after_unlocking(), 0);
    }

    void emptied_and_killed_it_is_thrown_away() {
        write(kWords);
        QVERIFY(QTest::qWaitFor([this] { return QFileInfo(drop_box()).size() > 0; }, kPatience));
        const qint64 size = QFileInfo(drop_box()).size();
        note_->setText(QStringLiteral(" "));
        QVERIFY(QTest::qWaitFor([this, size] { return QFileInfo(drop_box()).size() > size; }, kPatience));
        QVERIFY(entries_after_a_kill().empty());
    }

    void what_is_typed_while_it_is_unlocked_is_the_same_entry() {
        write(kWords);
        QVERIFY(QTest::qWaitFor([this] { return QFileInfo(drop_box()).size() > 0; }, kPatience));
        note_->setText(kWords + kWords);
        QSignalSpy changed(service_.get(), &JournalService::entryChanged);
        QCOMPARE(entries_after_unlocking(), 1);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(note_->text().isEmpty());
        QVERIFY(lock());
        QCOMPARE(entries_after_unlocking(), 1);
        const auto entries = entries_after_a_kill();
        QCOMPARE(QString::fromStdString(entries.front().content.text), kWords + kWords);
    }

    void a_full_disk_while_typing_is_said_and_over_when_it_is() {
        block_drop_box();
        write(kWords);
        QTRY_VERIFY_WITH_TIMEOUT(note_->failed(), kPatience);
        QVERIFY(!note_->message().isEmpty());
        QVERIFY(note_->writing());
        free_drop_box();
        note_->save();
        QVERIFY(rests());
        QVERIFY(!note_->failed());
        QCOMPARE(entries_after_unlocking(), 1);
    }

private:
    /// What another program finds that opens copies of the files, as they are now.
    std::vector<Entry> entries_after_a_kill() {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("note.pennydrop"));
        for (const auto* const suffix : {"", "-wal", "-drop"}) {
            QFile::copy(path_ + QLatin1String(suffix), copy + QLatin1String(suffix));
        }
        const std::string phrase = kPassphrase.toStdString();
        auto vault = Vault::open(
            copy.toStdString(),
            SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(phrase.data()), phrase.size()}), {});
        auto journal = vault ? Journal::open(std::move(*vault)) : Result<std::unique_ptr<Journal>>(pass_on(vault));
        std::vector<Entry> entries;
        if (!journal || !(*journal)->merge_drop_box(clock_.now().at)) {
            qWarning("the copy does not open");
            return entries;
        }
        const auto page = (*journal)->entries().page({}, 10);
        for (const auto& row : page ? *page : std::vector<EntrySummary>()) {
            entries.push_back(*(*journal)->entries().find(row.id));
        }
        return entries;
    }
    void make_note() {
        note_ = std::make_unique<LockedNote>(*service_, *session_, *settings_, clock_, time_, path_.toStdString());
    }
    void write(const QString& words) {
        note_->begin();
        QVERIFY(note_->writing());
        note_->setText(words);
    }
    /// Somebody moves the pointer, or whatever makes the program look at the clock.
    static void touch() {
        QObject anyone;
        QEvent event(QEvent::MouseMove);
        QCoreApplication::sendEvent(&anyone, &event);
    }
    bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session_->state() == state && !session_->busy(); }, kPatience);
    }
    bool rests() {
        return QTest::qWaitFor([this] { return !note_->busy(); }, kPatience);
    }
    bool lock() {
        QSignalSpy closed(service_.get(), &JournalService::closed);
        session_->lock();
        return closed.wait(kPatience);
    }
    int entries_after_unlocking() {
        session_->unlock(kPassphrase);
        if (!reaches(State::Open)) {
            return -1;
        }
        std::optional<int> count;
        service_->ask(
            note_.get(), [](Journal& journal) { return journal.entries().count(); },
            [&count](const Result<std::int64_t>& entries) { count = static_cast<int>(entries.value_or(-1)); });
        (void)QTest::qWaitFor([&count] { return count.has_value(); });
        return count.value_or(-1);
    }
    QString drop_box() const { return path_ + QStringLiteral("-drop"); }
    /// A folder in its place: nothing can be appended to it.
    void block_drop_box() { QVERIFY(QDir().mkdir(drop_box())); }
    void free_drop_box() { QVERIFY(QDir().rmdir(drop_box())); }

    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
    std::unique_ptr<SettingsFile> file_;
    SystemClock clock_;
    ManualTime time_;
    platform::FakeDevice device_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<JournalService> service_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<LockedNote> note_;
};

QTEST_MAIN(TestLockedNote)
#include "tst_locked_note.moc"
