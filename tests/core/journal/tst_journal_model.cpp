// SPDX-License-Identifier: Apache-2.0
// Ten thousand random operations on a sealed journal against the simplest thing that could be right: a list in memory.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

struct Known {
    EntryContent content;
    Timestamp updated;
    std::optional<Timestamp> removed;
};

/// The same promises as the journal's stores, kept the slow way.
struct Model {
    std::map<std::int64_t, Known> entries;
    std::optional<Draft> draft;

    std::vector<TimelinePosition> timeline(const std::string& beginning = {},
                                           std::optional<EntryKind> kind = {}) const {
        std::vector<TimelinePosition> out;
        for (const auto& [id, known] : entries) {
            const bool word =
                beginning.empty() || (" " + known.content.text).find(" " + beginning) != std::string::npos;
            if (!known.removed && word && (!kind || known.content.kind == *kind)) {
                out.push_back({known.content.occurred.at, EntryId{id}});
            }
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    Known* present(std::int64_t id) {
        const auto found = entries.find(id);
        return found == entries.end() || found->second.removed ? nullptr : &found->second;
    }
};

}  // namespace

class TestJournalModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void random_operations();

private:
    EntryContent random_content();
    EntryId some_id() { return EntryId{static_cast<std::int64_t>(1 + random_.below(highest_ + 2))}; }
    void keep_draft(DraftStore& drafts, Timestamp now);
    void compare(const EntryStore& entries, const Search& search);

    Random random_{2024};
    Model model_;
    std::size_t highest_{0};
};

EntryContent TestJournalModel::random_content() {
    EntryContent made = content("", static_cast<std::int64_t>(random_.below(40)),
                                *kind_from_number(1 + static_cast<int>(random_.below(3))));
    for (std::size_t words = 1 + random_.below(random_.one_in(20) ? 900 : 6); words > 0; --words) {
        made.text += random_.word(1 + random_.below(4)) + (words > 1 ? " " : "");
    }
    made.occurred.offset = UtcOffset::from_minutes(static_cast<std::int64_t>(random_.below(121)) - 60).value();
    if (random_.one_in(2)) {
        const auto codes = theme_codes(made.kind);
        made.theme = Theme::from_code(codes[random_.below(codes.size())]);
    }
    if (random_.one_in(2)) {
        made.level = level_from_number(1 + static_cast<int>(random_.below(5)));
    }
    return made;
}

void TestJournalModel::keep_draft(DraftStore& drafts, Timestamp now) {
    using Outcome = KeptDraft::Outcome;
    const auto kept = drafts.keep(now);
    CHECK_OK(kept);
    const auto draft = std::exchange(model_.draft, {});
    Known* const before = draft && draft->entry ? model_.present(draft->entry->value) : nullptr;
    const bool blank = !draft || draft->content.text.find_first_not_of(' ') == std::string::npos;
    if (blank) {
        QCOMPARE(kept->outcome, before != nullptr ? Outcome::kEmptied : Outcome::kNothing);
    } else if (before == nullptr) {
        QCOMPARE(kept->outcome, Outcome::kAdded);
        QVERIFY(!model_.entries.contains(kept->entry.value));
        model_.entries[kept->entry.value] = {draft->content, now, {}};
        highest_ = std::max(highest_, static_cast<std::size_t>(kept->entry.value));
    } else if (before->content == draft->content) {
        QCOMPARE(kept->outcome, Outcome::kUnchanged);
    } else {
        QCOMPARE(kept->outcome, Outcome::kChanged);
        *before = {draft->content, now, {}};
    }
}

void TestJournalModel::compare(const EntryStore& entries, const Search& search) {
    const auto positions = [](const auto& list, auto position_of) {
        std::vector<TimelinePosition> out;
        std::ranges::transform(list, std::back_inserter(out), position_of);
        return out;
    };
    const auto all = model_.timeline();
    QCOMPARE(*entries.count(), static_cast<std::int64_t>(all.size()));
    const std::size_t skip = random_.below(all.size() + 1);
    const std::size_t size = random_.below(30);
    const auto after = skip == 0 ? std::nullopt : std::optional{all[skip - 1]};
    const auto page = entries.page(after, size);
    CHECK_OK(page);
    const auto slice = [&](const std::vector<TimelinePosition>& from, std::size_t begin) {
        const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
        return std::vector(first, first + static_cast<std::ptrdiff_t>(std::min(size, from.size() - begin)));
    };
    QVERIFY(positions(*page, TimelinePosition::of) == slice(all, skip));
    const std::string word = random_.word(1 + random_.below(3));
    const auto kind = random_.one_in(3) ? std::optional{EntryKind::kBarrier} : std::nullopt;
    const auto wanted = model_.timeline(word, kind);
    const SearchQuery query{.words = word, .kind = kind};
    QCOMPARE(*search.count(query), static_cast<std::int64_t>(wanted.size()));
    const auto hits = search.find(query, {}, size);
    CHECK_OK(hits);
    QVERIFY(positions(*hits, [](const SearchHit& hit) { return TimelinePosition::of(hit.entry); }) == slice(wanted, 0));
}

void TestJournalModel::random_operations() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal";
    std::optional<SealedDatabase> sealed;
    {
        auto made = open_sealed(nullptr, path, true);
        CHECK_OK(made);
        sealed.emplace(std::move(*made));
        CHECK_OK(sealed->database.migrate(journal_migrations()));
    }
    const int operations = long_run() ? 200'000 : short_run() ? 2'000 : 10'000;
    // Durability is tst_power_loss's matter; here it would only cost time.
    (void)run_sql(sealed->handle(), "PRAGMA synchronous = OFF");
    for (int i = 1; i <= operations; ++i) {
        EntryStore entries{sealed->database};
        DraftStore drafts{sealed->database};
        const Search search{sealed->database};
        const Timestamp now{i};
        const EntryId id = some_id();
        Known* const known = model_.present(id.value);
        const auto kind = random_.below(100);
        if (kind < 22 && model_.entries.size() < 400) {
            const auto added = entries.add(random_content(), now);
            CHECK_OK(added);
            QVERIFY(!model_.entries.contains(added->id.value));
            model_.entries[added->id.value] = {added->content, now, {}};
            highest_ = std::max(highest_, static_cast<std::size_t>(added->id.value));
        } else if (kind < 34) {
            const auto changed = random_content();
            QCOMPARE(entries.change(id, changed, now).has_value(), known != nullptr);
            if (known != nullptr) {
                *known = {changed, now, {}};
            }
        } else if (kind < 46) {
            QCOMPARE(entries.remove(id, now).has_value(), known != nullptr);
            if (known != nullptr) {
                known->removed = now;
            }
        } else if (kind < 54) {
            const auto found = model_.entries.find(id.value);
            const bool there = found != model_.entries.end() && found->second.removed;
            QCOMPARE(entries.restore(id).has_value(), there);
            if (there) {
                found->second.removed.reset();
            }
        } else if (kind < 56) {
            const Timestamp before{i - 200};
            const auto purged = entries.purge_removed(before);
            CHECK_OK(purged);
            QCOMPARE(static_cast<std::size_t>(*purged), std::erase_if(model_.entries, [&](const auto& item) {
                         return item.second.removed && *item.second.removed < before;
                     }));
        } else if (kind < 66) {
            Draft draft{.content = random_content(), .cursor = i, .saved = now};
            if (random_.one_in(2)) {
                draft.entry = id;
                if (known != nullptr && random_.one_in(4)) {
                    draft.content = known->content;
                }
            }
            if (random_.one_in(8)) {
                draft.content.text = "  ";
            }
            CHECK_OK(drafts.save(draft));
            model_.draft = draft;
        } else if (kind < 70) {
            QVERIFY(*drafts.load() == model_.draft);
        } else if (kind < 72) {
            CHECK_OK(drafts.discard());
            model_.draft.reset();
        } else if (kind < 78) {
            keep_draft(drafts, now);
        } else if (kind < 90) {
            const auto found = entries.find(id);
            QCOMPARE(found.has_value(), known != nullptr);
            QVERIFY(!found || (found->content == known->content && found->updated == known->updated));
        } else {
            compare(entries, search);
        }
        if (QTest::currentTestFailed()) {
            qWarning("operation %d, kind %d", i, static_cast<int>(kind));
            return;
        }
        if (i % 1000 == 0) {
            sealed.reset();
            auto again = open_sealed(nullptr, path, false);
            CHECK_OK(again);
            sealed.emplace(std::move(*again));
            QVERIFY(dump(sealed->handle()).has_value());
            QCOMPARE(run_sql(sealed->handle(),
                             "INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1);"
                             "PRAGMA synchronous = OFF"),
                     SQLITE_OK);
        }
    }
    QVERIFY(model_.entries.size() > 100);
}

QTEST_APPLESS_MAIN(TestJournalModel)
#include "tst_journal_model.moc"
