// SPDX-License-Identifier: Apache-2.0
// What is half typed into a form: saved as it is, there again after a kill, gone without a trace when it is kept,
// thrown away or erased with what it is about.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <string>

#include "journal/bin.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

using Fields = std::vector<FormField>;

FormKey of(EntryId entry, Form form = Form::kNewDecision, std::int64_t subject = 0) {
    return {.form = form, .entry = entry, .subject = subject};
}

std::int64_t decide(DecisionStore& decisions, EntryId entry) {
    return decisions.add(entry, {.what = "try", .until = at(0).date()}, at(1))->id.value;
}

std::int64_t rows(Connection& database) {
    return *database.query_integer("SELECT count(*) FROM form_draft");
}

/// Every page of the database as SQLite sees it: decrypted, free pages too.
std::string pages_of(Connection& database) {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database.handle(), "main", &size, 0);
    std::string pages{reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    sqlite3_free(bytes);
    return pages;
}

}  // namespace

class TestFormDraftStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comes_back_whole();
    void each_form_has_its_own();
    void what_is_refused();
    void a_failed_save_leaves_the_one_before();
    void it_goes_and_comes_with_its_entry();
    void erasing_leaves_nothing();
    void what_is_erased_takes_its_forms_along();
    void about_what_is_erased_nothing_is_saved();
    void a_removed_decision_keeps_its_forms_to_itself();
    void a_new_tag_goes_with_the_draft();
    void killed_after_a_save();
};

void TestFormDraftStore::comes_back_whole() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    QVERIFY(journal.forms.load(of(entry))->empty());
    const Fields fields{{3, "half a sent\u00E9nc"}, {1, ""}, {2, "2026-12-01"}};
    CHECK_OK(journal.forms.save(of(entry), fields, Timestamp{1}));
    QVERIFY(*journal.forms.load(of(entry)) == fields);
    CHECK_OK(journal.forms.save(of(entry), {{1, "later"}}, Timestamp{2}));
    QVERIFY(*journal.forms.load(of(entry)) == (Fields{{1, "later"}}));
    QCOMPARE(rows(journal.database), std::int64_t{1});
    CHECK_OK(journal.forms.save(of(entry), {}, Timestamp{3}));
    QVERIFY(journal.forms.load(of(entry))->empty());
    CHECK_OK(journal.forms.save(of(entry), fields, Timestamp{4}));
    CHECK_OK(journal.forms.discard(of(entry)));
    CHECK_OK(journal.forms.discard(of(entry)));
    QCOMPARE(rows(journal.database), std::int64_t{0});
}

void TestFormDraftStore::each_form_has_its_own() {
    MemoryJournal journal;
    const EntryId first = journal.entries.add(content("first"), {})->id;
    EntryContent tagged = content("second");
    tagged.tags = {"beds"};
    const EntryId second = journal.entries.add(tagged, {})->id;
    const std::int64_t decision = decide(journal.decisions, first);
    const std::vector<FormKey> keys{of(first),
                                    of(second),
                                    of(first, Form::kDecision, decision),
                                    of(first, Form::kDecisionEnd, decision),
                                    of(first, Form::kDecision, decide(journal.decisions, first)),
                                    {.form = Form::kNewTag},
                                    {.form = Form::kTagName, .subject = journal.tags.list()->front().id.value}};
    int number = 0;
    for (const FormKey& key : keys) {
        CHECK_OK(journal.forms.save(key, {{1, "words" + std::to_string(++number)}}, Timestamp{1}));
    }
    number = 0;
    for (const FormKey& key : keys) {
        QVERIFY(*journal.forms.load(key) == (Fields{{1, "words" + std::to_string(++number)}}));
    }
    QVERIFY(*journal.forms.of(first) == (std::vector<FormKey>{keys[0], keys[2], keys[3], keys[4]}));
    CHECK_OK(journal.forms.discard(keys[2]));
    CHECK_OK(journal.forms.discard(keys[5]));
    QVERIFY(journal.forms.load(keys[2])->empty());
    QCOMPARE(rows(journal.database), std::int64_t{5});
    QVERIFY(*journal.forms.of(second) == std::vector<FormKey>{keys[1]});
}

void TestFormDraftStore::what_is_refused() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    CHECK_OK(journal.forms.save(of(entry), {{1, "good"}}, Timestamp{1}));
    for (const std::string& wrong : {std::string("a\0b", 3), std::string{"\xFF"}}) {
        CHECK_ERROR(journal.forms.save(of(entry), {{1, "other"}, {2, wrong}}, Timestamp{2}), ErrorCode::kInvalid);
    }
    CHECK_ERROR(journal.forms.save(of(EntryId{99}), {{1, "words"}}, Timestamp{1}), ErrorCode::kNotFound);
    QVERIFY(*journal.forms.load(of(entry)) == (Fields{{1, "good"}}));
}

void TestFormDraftStore::a_failed_save_leaves_the_one_before() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    CHECK_OK(journal.forms.save(of(entry), {{1, "good"}}, Timestamp{1}));
    QCOMPARE(run_sql(journal.database.handle(),
                     "CREATE TEMP TRIGGER refused BEFORE INSERT ON form_draft WHEN new.field = 2"
                     " BEGIN SELECT RAISE(ABORT, 'refused'); END"),
             SQLITE_OK);
    QVERIFY(!journal.forms.save(of(entry), {{1, "other"}, {2, "words"}}, Timestamp{2}));
    QVERIFY(*journal.forms.load(of(entry)) == (Fields{{1, "good"}}));
}

void TestFormDraftStore::it_goes_and_comes_with_its_entry() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    CHECK_OK(journal.forms.save(of(entry), {{1, "words"}}, Timestamp{1}));
    CHECK_OK(journal.entries.remove(entry, Timestamp{2}));
    CHECK_ERROR(journal.forms.save(of(entry), {{1, "more"}}, Timestamp{3}), ErrorCode::kNotFound);
    CHECK_OK(Bin{journal.database}.restore(entry));
    QVERIFY(*journal.forms.load(of(entry)) == (Fields{{1, "words"}}));
}

void TestFormDraftStore::erasing_leaves_nothing() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    auto sealed = open_sealed(nullptr, path, true);
    CHECK_OK(sealed);
    Connection& database = sealed->database;
    CHECK_OK(database.execute("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON"));
    CHECK_OK(database.migrate(journal_migrations()));
    EntryStore entries{database};
    FormDraftStore forms{database};
    const EntryId entry = entries.add(content("entry"), {})->id;
    const EntryId stays = entries.add(content("stays"), {})->id;
    CHECK_OK(forms.save(of(entry), {{1, "erasedwords"}}, Timestamp{1}));
    CHECK_OK(forms.save(of(stays), {{1, "keptwords"}}, Timestamp{1}));
    DecisionStore decisions{database};
    const FormKey change = of(stays, Form::kDecision, decide(decisions, stays));
    CHECK_OK(forms.save(change, {{1, "discardedwords"}}, Timestamp{1}));
    QVERIFY(pages_of(database).contains("erasedwords") && pages_of(database).contains("discardedwords"));
    CHECK_OK(forms.discard(change));
    CHECK_OK(entries.remove(entry, Timestamp{2}));
    Bin bin{database};
    CHECK_OK(bin.erase(entry));
    for (auto more = bin.step(Timestamp{3}); more && *more;) {
        more = bin.step(Timestamp{3});
    }
    const std::string left = pages_of(database);
    QVERIFY(!left.contains("erasedwords"));
    QVERIFY(!left.contains("discardedwords"));
    QVERIFY(left.contains("keptwords"));
}

void TestFormDraftStore::what_is_erased_takes_its_forms_along() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    const auto decision = journal.decisions.add(entry, {.what = "try", .until = at(0).date()}, at(1));
    CHECK_OK(decision);
    CHECK_OK(journal.forms.save(of(entry), {{1, "stays"}}, Timestamp{1}));
    CHECK_OK(journal.forms.save(of(entry, Form::kDecision, decision->id.value), {{1, "goes"}}, Timestamp{1}));
    CHECK_OK(journal.decisions.remove(decision->id, Timestamp{2}));
    QCOMPARE(rows(journal.database), std::int64_t{2});
    CHECK_OK(Bin{journal.database}.erase_all());
    QVERIFY(*journal.forms.of(entry) == std::vector<FormKey>{of(entry)});
    // A tag likewise.
    EntryContent tagged = content("tagged");
    tagged.tags = {"beds"};
    CHECK_OK(journal.entries.add(tagged, {}));
    const TagId tag = journal.tags.list()->front().id;
    const FormKey name{.form = Form::kTagName, .subject = tag.value};
    CHECK_OK(journal.forms.save(name, {{1, "bed"}}, Timestamp{1}));
    CHECK_OK(journal.tags.remove(tag));
    QVERIFY(journal.forms.load(name)->empty());
}

void TestFormDraftStore::about_what_is_erased_nothing_is_saved() {
    MemoryJournal journal;
    EntryContent tagged = content("tagged");
    tagged.tags = {"beds"};
    const EntryId entry = journal.entries.add(tagged, {})->id;
    const EntryId other = journal.entries.add(content("other"), {})->id;
    const TagId tag = journal.tags.list()->front().id;
    CHECK_OK(journal.tags.remove(tag));
    const FormKey name{.form = Form::kTagName, .subject = tag.value};
    CHECK_ERROR(journal.forms.save(name, {{1, "bed"}}, Timestamp{1}), ErrorCode::kNotFound);
    CHECK_OK(journal.forms.save(name, {}, Timestamp{1}));
    const std::int64_t decision = decide(journal.decisions, entry);
    for (const Form form : {Form::kDecision, Form::kDecisionEnd}) {
        CHECK_ERROR(journal.forms.save(of(entry, form, decision + 1), {{1, "words"}}, Timestamp{1}),
                    ErrorCode::kNotFound);
        CHECK_ERROR(journal.forms.save(of(other, form, decision), {{1, "words"}}, Timestamp{1}), ErrorCode::kNotFound);
    }
    QCOMPARE(rows(journal.database), std::int64_t{0});
    // One in the bin may come back.
    CHECK_OK(journal.decisions.remove(DecisionId{decision}, Timestamp{2}));
    CHECK_OK(journal.forms.save(of(entry, Form::kDecision, decision), {{1, "words"}}, Timestamp{3}));
}

void TestFormDraftStore::a_removed_decision_keeps_its_forms_to_itself() {
    MemoryJournal journal;
    const EntryId entry = journal.entries.add(content("entry"), {})->id;
    const std::int64_t decision = decide(journal.decisions, entry);
    const FormKey change = of(entry, Form::kDecision, decision);
    CHECK_OK(journal.forms.save(of(entry), {{1, "new"}}, Timestamp{1}));
    CHECK_OK(journal.forms.save(change, {{1, "words"}}, Timestamp{1}));
    CHECK_OK(journal.decisions.remove(DecisionId{decision}, Timestamp{2}));
    QVERIFY(*journal.forms.of(entry) == std::vector<FormKey>{of(entry)});
    CHECK_OK(journal.decisions.restore(DecisionId{decision}));
    QVERIFY(*journal.forms.of(entry) == (std::vector<FormKey>{of(entry), change}));
}

void TestFormDraftStore::a_new_tag_goes_with_the_draft() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save({.content = content("half")}));
    const FormKey tag{.form = Form::kNewTag};
    CHECK_OK(journal.forms.save(tag, {{1, "be"}}, Timestamp{1}));
    CHECK_OK(journal.drafts.keep(Timestamp{2}));
    QVERIFY(journal.forms.load(tag)->empty());
}

void TestFormDraftStore::killed_after_a_save() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    const pid_t child = fork();
    if (child == 0) {
        auto sealed = open_sealed(nullptr, path, true);
        if (sealed && sealed->database.migrate(journal_migrations()) &&
            EntryStore{sealed->database}.add(content("entry"), {}) &&
            FormDraftStore{sealed->database}.save(of(EntryId{1}), {{1, "half a dec"}, {2, "how"}}, Timestamp{1})) {
            (void)kill(getpid(), SIGKILL);
        }
        _exit(3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    auto sealed = open_sealed(nullptr, path, false);
    CHECK_OK(sealed);
    QVERIFY(*FormDraftStore{sealed->database}.load(of(EntryId{1})) == (Fields{{1, "half a dec"}, {2, "how"}}));
}

QTEST_APPLESS_MAIN(TestFormDraftStore)
#include "tst_form_draft_store.moc"
