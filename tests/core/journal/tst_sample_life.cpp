// SPDX-License-Identifier: Apache-2.0
// Promises of sample_life.h: a journal in which every screen has something to show, believable and always the same.
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>
#include <vector>

#include "journal/sample_calendar.h"
#include "journal/sample_life.h"
#include "journal/sample_life_texts.h"
#include "support/check_result.h"
#include "support/files.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

SampleOptions options() {
    constexpr std::int64_t kNovember2025 = 1'763'570'400'000'000;
    return {.seed = 1, .count = 400, .end = sample::british_time(Timestamp{kNovember2025})};
}

std::unique_ptr<Journal> sample_in(const QTemporaryDir& folder) {
    auto created =
        Vault::create(std::filesystem::path{folder.path().toStdString()} / "s.pennydrop", secret("pass"), {});
    auto journal = created ? Journal::open(std::move(created->vault)) : pass_on(created);
    if (!journal || !fill_sample_journal(**journal, options())) {
        return nullptr;
    }
    return std::move(*journal);
}

}  // namespace

class SampleLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        journal_ = sample_in(folder_);
        QVERIFY(journal_ != nullptr);
    }

    void the_entries_are_those_of_the_sample() {
        const auto wanted = sample_entries(options());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto found = journal_->entries().find(EntryId{static_cast<std::int64_t>(i) + 1});
            CHECK_OK(found);
            QVERIFY(found->content.text == wanted[i].text && found->content.occurred == wanted[i].occurred);
            QVERIFY(found->created == found->content.occurred.at);
        }
    }

    void every_screen_has_something_to_show() {
        const auto count = [&](const SearchQuery& query) { return *journal_->search().count(query); };
        for (const auto state : {BarrierState::kStuck, BarrierState::kMoving, BarrierState::kCleared}) {
            QVERIFY(count({.state = state}) > 10);
        }
        QVERIFY(count({.is_learned = true}) > 20 && count({.is_learned = false}) > 20);
        QVERIFY(journal_->tags().list()->size() > 6);
        QVERIFY(!journal_->decisions().due(options().end.date(), 9)->empty());
        const auto due = journal_->review().due(options().end);
        CHECK_OK(due);
        QVERIFY(due->size() >= 2 && due->size() <= 40);
        std::size_t links = 0;
        for (std::int64_t id = 1; id <= 400; ++id) {
            links += journal_->links().of(EntryId{id})->size();
        }
        QVERIFY(links >= 10);
    }

    void nothing_is_later_than_the_end() {
        for (std::int64_t id = 1; id <= 400; ++id) {
            const auto follow_ups = journal_->follow_ups().of(EntryId{id});
            CHECK_OK(follow_ups);
            for (const FollowUp& one : *follow_ups) {
                QVERIFY(one.content.at.at <= options().end.at);
            }
            const auto history = journal_->barriers().history(EntryId{id});
            CHECK_OK(history);
            for (const StateChange& change : *history) {
                QVERIFY(change.at.at <= options().end.at);
            }
        }
    }

    void always_the_same() {
        const QTemporaryDir folder;
        const auto other = sample_in(folder);
        QVERIFY(other != nullptr);
        for (std::int64_t id = 1; id <= 400; ++id) {
            QVERIFY(journal_->entries().find(EntryId{id})->content == other->entries().find(EntryId{id})->content);
            QVERIFY(*journal_->follow_ups().of(EntryId{id}) == *other->follow_ups().of(EntryId{id}));
            QVERIFY(*journal_->links().of(EntryId{id}) == *other->links().of(EntryId{id}));
        }
    }

    void texts_are_tidy_and_name_nobody() {
        const QRegularExpression untidy(QStringLiteral("  |[\\n\\t\\r!]|\\d{3}|\\S@\\S|\\b(Mr|Mrs|Ms|Dr|Prof) [A-Z]"));
        std::vector<std::string_view> texts(sample::kNotes.begin(), sample::kNotes.end());
        texts.insert(texts.end(), sample::kMeanings.begin(), sample::kMeanings.end());
        for (const auto& life : sample::kLives) {
            QVERIFY(Theme::from_code(life.hurdle) && theme_fits(EntryKind::kBarrier, *Theme::from_code(life.hurdle)));
            texts.insert(texts.end(), {life.taught, life.ask, life.role, life.decision, life.how_we_know});
        }
        for (const std::string_view text : texts) {
            const QString one = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            QVERIFY2(!one.contains(untidy) && one == one.trimmed() && !one.isEmpty(), text.data());
        }
    }

private:
    const QTemporaryDir folder_;
    std::unique_ptr<Journal> journal_;
};

QTEST_APPLESS_MAIN(SampleLifeTest)
#include "tst_sample_life.moc"
