// SPDX-License-Identifier: Apache-2.0
#include "test_journal.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <filesystem>

namespace pennydrop::app {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

SecretBytes passphrase() {
    return SecretBytes::copy_of(std::vector<std::uint8_t>{'t', 'e', 's', 't', ' ', 'o', 'n', 'l', 'y'});
}

/// An empty journal to copy: deriving the keys of a new one takes longer than most tests.
QString empty_journal() {
    static const QTemporaryDir folder;
    static const QString file = [] {
        const QString path = folder.filePath(QStringLiteral("empty.pennydrop"));
        auto created = Vault::create(utf8(path), passphrase(), VaultOptions{});
        if (!created || !Journal::open(std::move(created->vault))) {
            qFatal("an empty journal cannot be made");
        }
        return path;
    }();
    return file;
}

Result<std::unique_ptr<Journal>> open_journal(const std::filesystem::path& path) {
    auto vault = Vault::open(path, passphrase(), VaultOptions{});
    if (!vault) {
        return pass_on(vault);
    }
    return Journal::open(std::move(*vault));
}

}  // namespace

std::string utf8(const QString& text) {
    return text.toStdString();
}

bool TestJournal::open() {
    if (!made_) {
        made_ = QFile::copy(empty_journal(), file());
    }
    bool opened = false;
    QEventLoop loop;
    QObject context;
    const std::filesystem::path path = utf8(file());
    service.open_with([path] { return open_journal(path); }, &context,
                      [&](const Status& status) {
                          opened = status.has_value();
                          if (!status) {
                              qWarning("the test journal does not open: %s", status.error().detail.c_str());
                          }
                          loop.quit();
                      });
    loop.exec();
    return opened;
}

bool TestJournal::take_over(const TestJournal& killed) {
    // Its log among them: nothing is written back that a kill would not let be written back.
    const QDir folder(killed.folder_.path());
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        made_ = QFile::copy(folder.filePath(name), folder_.filePath(name)) || made_;
    }
    clock.set(killed.clock.now());
    return made_;
}

bool TestJournal::close() {
    QSignalSpy closed(&service, &JournalService::closed);
    service.close();
    return !closed.isEmpty() || closed.wait();
}

void TestJournal::settle() {
    // Answers may ask again; three rounds are as deep as any view model goes.
    for (int i = 0; i < 3; ++i) {
        (void)run([](Journal&) -> Status { return {}; });
        QEventLoop loop;
        QObject context;
        service.painter().run(&context, [] { return true; }, [&loop](bool) { loop.quit(); });
        loop.exec();
    }
}

void TestJournal::hold_worker(std::chrono::milliseconds time) {
    service.ask(
        &service,
        [time](Journal&) -> Status {
            QThread::msleep(static_cast<unsigned long>(time.count()));
            return {};
        },
        [](const Status&) {});
}

void TestJournal::refuse_writing(bool refuse) {
    (void)run([refuse](Journal& journal) {
        auto& database = journal.vault().database();
        return refuse ? database.execute("PRAGMA query_only = ON") : database.execute("PRAGMA query_only = OFF");
    });
}

bool TestJournal::refuse_drafts(bool refuse) {
    const auto done = run([refuse](Journal& journal) -> Status {
        auto& database = journal.vault().database();
        return refuse ? database.execute(
                            "CREATE TEMP TRIGGER no_saving BEFORE INSERT ON follow_up_draft"
                            " BEGIN SELECT RAISE(ABORT, 'refused'); END;"
                            "CREATE TEMP TRIGGER no_deleting BEFORE DELETE ON follow_up_draft"
                            " BEGIN SELECT RAISE(ABORT, 'refused'); END")
                      : database.execute("DROP TRIGGER temp.no_saving; DROP TRIGGER temp.no_deleting");
    });
    if (!done) {
        qWarning("drafts are refused no other way: %s", done.error().detail.c_str());
    }
    return done.has_value();
}

EntryId TestJournal::add(EntryKind kind, const QString& text, std::chrono::minutes ago, bool announce) {
    const LocalTime now = clock.now();
    const LocalTime when{Timestamp{now.at.micros - duration_cast<microseconds>(ago).count()}, now.offset};
    auto added = run([content = EntryContent{.kind = kind, .text = utf8(text), .occurred = when},
                      now](Journal& journal) { return journal.entries().add(content, now.at); });
    if (!added) {
        qWarning("the entry was not added: %s", added.error().detail.c_str());
        return {};
    }
    if (announce) {
        emit service.entryAdded(added->id);
    }
    return added->id;
}

void TestJournal::add_many(int count) {
    std::vector<EntryContent> contents;
    for (int i = count; i >= 1; --i) {
        const LocalTime now = clock.now();
        const auto ago = duration_cast<microseconds>(std::chrono::minutes{i});
        contents.push_back({.kind = EntryKind::kSetback,
                            .text = "entry " + std::to_string(i),
                            .occurred = LocalTime{Timestamp{now.at.micros - ago.count()}, now.offset}});
    }
    const auto added =
        run([contents, now = clock.now().at](Journal& journal) { return journal.add_all(contents, now); });
    if (!added) {
        qWarning("the entries were not added: %s", added.error().detail.c_str());
    }
}

void TestJournal::move(EntryId id, std::chrono::minutes ago) {
    const LocalTime now = clock.now();
    const auto status = run([id, now, ago](Journal& journal) -> Status {
        auto entry = journal.entries().find(id);
        if (!entry) {
            return pass_on(entry);
        }
        entry->content.occurred.at.micros = now.at.micros - duration_cast<microseconds>(ago).count();
        return journal.entries().change(id, entry->content, now.at);
    });
    if (!status) {
        qWarning("the entry was not moved: %s", status.error().detail.c_str());
    }
    emit service.entryChanged(id);
}

std::optional<Entry> TestJournal::find(EntryId id) {
    auto entry = run([id](Journal& journal) { return journal.entries().find(id); });
    return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

std::optional<Draft> TestJournal::draft() {
    auto draft = run([](Journal& journal) { return journal.drafts().load(); });
    return draft ? std::move(*draft) : std::nullopt;
}

std::vector<EntryId> TestJournal::timeline() {
    auto all = run([](Journal& journal) { return journal.entries().page(std::nullopt, 1'000'000); });
    std::vector<EntryId> ids;
    if (all) {
        for (const auto& entry : *all) {
            ids.push_back(entry.id);
        }
    }
    return ids;
}

}  // namespace pennydrop::app
