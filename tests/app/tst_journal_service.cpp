// SPDX-License-Identifier: Apache-2.0
// The door to the journal: what is answered, what is dropped, and in which order things close.
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "test_journal.h"

using namespace pennydrop;
using app::JournalService;
using app::TestJournal;
using namespace std::chrono_literals;

namespace {

SecretBytes secret() {
    return SecretBytes::copy_of(std::vector<std::uint8_t>{'o', 'p', 'e', 'n'});
}
std::filesystem::path path_in(const QTemporaryDir& folder) {
    return folder.filePath(QStringLiteral("a.pennydrop")).toStdString();
}

auto maker(const QTemporaryDir& folder) {
    return [path = path_in(folder)]() -> Result<std::unique_ptr<Journal>> {
        auto made = Vault::create(path, secret(), VaultOptions{});
        if (!made) {
            return pass_on(made);
        }
        return Journal::open(std::move(made->vault));
    };
}

auto opener(const QTemporaryDir& folder) {
    return [path = path_in(folder)]() -> Result<std::unique_ptr<Journal>> {
        auto vault = Vault::open(path, secret(), VaultOptions{});
        if (!vault) {
            return pass_on(vault);
        }
        return Journal::open(std::move(*vault));
    };
}

}  // namespace

class TestJournalService : public QObject {
    Q_OBJECT

private slots:
    void opened_comes_after_the_answer() {
        JournalService service;
        QTemporaryDir folder;
        QStringList order;
        connect(&service, &JournalService::opened, this, [&order] { order += QStringLiteral("opened"); });
        service.open_with(maker(folder), this, [&order, &service](const Status& status) {
            QVERIFY(status.has_value());
            QVERIFY(service.is_open());
            order += QStringLiteral("then");
        });
        QVERIFY(service.is_opening());
        QVERIFY(!service.is_open());
        QTRY_COMPARE(order, (QStringList{QStringLiteral("then"), QStringLiteral("opened")}));
        QVERIFY(!service.is_opening());
    }

    void a_failure_is_told_and_nothing_is_open() {
        JournalService service;
        const QSignalSpy opened(&service, &JournalService::opened);
        std::optional<ErrorCode> code;
        service.open_with([]() -> Result<std::unique_ptr<Journal>> { return fail(ErrorCode::kDamaged); }, this,
                          [&code](const Status& status) { code = status.error().code; });
        QTRY_VERIFY(code == ErrorCode::kDamaged);
        QVERIFY(!service.is_open());
        QVERIFY(!service.is_opening());
        QCOMPARE(opened.count(), 0);
    }

    void locking_while_opening_voids_the_result() {
        JournalService service;
        QTemporaryDir folder;
        const QSignalSpy opened(&service, &JournalService::opened);
        QSignalSpy closed(&service, &JournalService::closed);
        bool answered = false;
        service.open_with(maker(folder), this, [&answered](const Status&) { answered = true; });
        service.close();
        QVERIFY(!service.is_opening());
        QVERIFY(closed.wait());
        QVERIFY(!answered);
        QVERIFY(!service.is_open());
        QCOMPARE(opened.count(), 0);
        // The vault is really closed again: it can be opened.
        bool again = false;
        service.open_with(opener(folder), this, [&again](const Status& status) { again = status.has_value(); });
        QTRY_VERIFY(again);
    }

    void locking_and_opening_again_keeps_the_second() {
        JournalService service;
        QTemporaryDir folder;
        int answers = 0;
        service.open_with(maker(folder), this, [&answers](const Status&) { answers += 100; });
        service.close();
        service.open_with(opener(folder), this, [&answers](const Status& status) { answers += status ? 1 : 1000; });
        QTRY_COMPARE(answers, 1);
        QVERIFY(service.is_open());
        std::optional<std::int64_t> count;
        service.ask(
            this, [](Journal& journal) { return journal.entries().count(); },
            [&count](const Result<std::int64_t>& result) { count = result.value_or(-1); });
        QTRY_VERIFY(count == 0);
    }

    void an_opener_that_died_leaves_nothing_open() {
        JournalService service;
        QTemporaryDir folder;
        QSignalSpy closed(&service, &JournalService::closed);
        auto opener_object = std::make_unique<QObject>();
        service.open_with(maker(folder), opener_object.get(), [](const Status&) { QFAIL("answered the dead"); });
        opener_object.reset();
        QVERIFY(closed.wait());
        QVERIFY(!service.is_open());
    }

    void an_answer_after_a_lock_is_dropped() {
        TestJournal journal;
        QVERIFY(journal.open());
        bool answered = false;
        journal.hold_worker(50ms);
        journal.service.ask(
            this, [](Journal& j) { return j.entries().count(); }, [&answered](const auto&) { answered = true; });
        const auto before = journal.service.generation();
        QVERIFY(journal.close());
        QVERIFY(journal.service.generation() > before);
        QTest::qWait(20);
        QVERIFY(!answered);
        // Nor does it arrive in the next session.
        QVERIFY(journal.open());
        journal.settle();
        QVERIFY(!answered);
    }

    void an_answer_to_a_dead_asker_is_dropped() {
        TestJournal journal;
        QVERIFY(journal.open());
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        journal.service.ask(
            asker.get(), [](Journal& j) { return j.entries().count(); }, [&answered](const auto&) { answered = true; });
        asker.reset();
        journal.settle();
        QVERIFY(!answered);
    }

    void nothing_is_asked_of_a_closed_journal() {
        JournalService service;
        bool asked = false;
        service.ask(
            this,
            [&asked](Journal& j) {
                asked = true;
                return j.entries().count();
            },
            [](const auto&) {});
        QTest::qWait(30);
        QVERIFY(!asked);
    }

    void a_task_posted_at_closing_is_done_before_the_vault_closes() {
        TestJournal journal;
        QVERIFY(journal.open());
        connect(&journal.service, &JournalService::closing, this, [&journal] {
            Draft draft;
            draft.content.text = "the last words before the lock";
            journal.service.ask(
                &journal.service, [draft](Journal& j) { return j.drafts().save(draft); }, [](const Status&) {});
        });
        QVERIFY(journal.close());
        disconnect(&journal.service, &JournalService::closing, this, nullptr);
        QVERIFY(journal.open());
        const auto draft = journal.draft();
        QVERIFY(draft.has_value());
        QCOMPARE(QString::fromStdString(draft->content.text), QStringLiteral("the last words before the lock"));
    }

    void leaving_the_program_seals_too() {
        QTemporaryDir folder;
        {
            JournalService service;
            bool opened = false;
            service.open_with(maker(folder), this, [&opened](const Status& status) { opened = status.has_value(); });
            QTRY_VERIFY(opened);
            Draft draft;
            draft.content.text = "unfinished";
            service.ask(this, [draft](Journal& j) { return j.drafts().save(draft); }, [](const Status&) {});
        }
        JournalService service;
        std::optional<std::string> text;
        service.open_with(opener(folder), this, [](const Status&) {});
        QTRY_VERIFY(service.is_open());
        service.ask(
            this, [](Journal& j) { return j.drafts().load(); },
            [&text](const Result<std::optional<Draft>>& draft) {
                text = draft && *draft ? (*draft)->content.text : "";
            });
        QTRY_VERIFY(text == "unfinished");
    }

    void closing_twice_is_closing_once() {
        TestJournal journal;
        QVERIFY(journal.open());
        QSignalSpy closing(&journal.service, &JournalService::closing);
        QSignalSpy closed(&journal.service, &JournalService::closed);
        journal.service.close();
        journal.service.close();
        QVERIFY(closed.wait());
        QTest::qWait(20);
        QCOMPARE(closing.count(), 1);
        QCOMPARE(closed.count(), 1);
    }

    void the_gui_thread_is_free_while_the_worker_works() {
        TestJournal journal;
        QVERIFY(journal.open());
        journal.hold_worker(300ms);
        QElapsedTimer timer;
        timer.start();
        journal.service.ask(this, [](Journal& j) { return j.entries().count(); }, [](const auto&) {});
        journal.service.close();
        QVERIFY2(timer.elapsed() < 100, "asking or locking waited for the worker");
    }
};

QTEST_GUILESS_MAIN(TestJournalService)
#include "tst_journal_service.moc"
