// SPDX-License-Identifier: Apache-2.0
#include "journal/sample_life.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "journal/sample_calendar.h"
#include "journal/sample_life_texts.h"
#include "journal/sample_random.h"

namespace pennydrop {
namespace {

using sample::LifeOfHurdle;
using sample::SampleRandom;
using std::chrono::sys_days;

/// Of a hundred.
constexpr std::size_t kStatePercent = 85;
constexpr std::size_t kLensPercent = 45;
constexpr std::size_t kAskPercent = 40;
constexpr std::size_t kMeaningPercent = 22;
constexpr std::size_t kTaughtPercent = 45;
constexpr std::size_t kNotePercent = 18;
constexpr std::size_t kMovedPercent = 60;
constexpr std::size_t kClearedPercent = 45;
constexpr std::size_t kDecisionPercent = 12;
constexpr std::size_t kMostLinks = 24;

class Life {
public:
    Life(Journal& journal, const SampleOptions& options)
        : journal_(journal), end_(options.end), random_(options.seed + 1) {}

    Status add(EntryContent content) {
        const LifeOfHurdle* const life = life_of(content);
        tell(content, life);
        auto added = journal_.entries().add(content, content.occurred.at);
        if (!added) {
            return pass_on(added);
        }
        if (auto followed = follow(*added, life); !followed) {
            return followed;
        }
        if (content.kind == EntryKind::kBarrier && content.barrier.state) {
            if (auto moved = move(*added); !moved) {
                return moved;
            }
        }
        return content.kind == EntryKind::kLightBulb ? link(*added) : decide(*added, life);
    }

private:
    static const LifeOfHurdle* life_of(const EntryContent& content) {
        if (!content.theme || content.kind == EntryKind::kLightBulb) {
            return nullptr;
        }
        const auto found = std::ranges::find(sample::kLives, content.theme->code(), &LifeOfHurdle::hurdle);
        return found == sample::kLives.end() ? nullptr : &*found;
    }

    /// Some days later at a believable hour; nothing when that has not come yet.
    std::optional<LocalTime> later(const LocalTime& time, std::size_t least, std::size_t spread) {
        const auto later_days = static_cast<std::int64_t>(least + random_.below(spread));
        const auto minutes = static_cast<std::int64_t>(random_.below(90));
        const LocalTime then =
            sample::british_time(Timestamp{time.at.micros + later_days * kMicrosOfDay + minutes * 60'000'000});
        return then.at < end_.at ? std::optional{then} : std::nullopt;
    }

    /// What was said when it was written.
    void tell(EntryContent& content, const LifeOfHurdle* life) {
        for (const auto& [word, tag] : sample::kTaggedWords) {
            const bool has_it = std::ranges::find(content.tags, tag) != content.tags.end();
            if (!has_it && content.tags.size() < 3 && content.text.find(word) != std::string::npos) {
                content.tags.emplace_back(tag);
            }
        }
        if (content.kind != EntryKind::kLightBulb && random_.percent(kMeaningPercent)) {
            content.meaning = sample::kMeanings[random_.below(sample::kMeanings.size())];
        }
        if (content.kind != EntryKind::kBarrier) {
            return;
        }
        if (random_.percent(kStatePercent)) {
            content.barrier.state = BarrierState::kStuck;
        }
        if (random_.percent(kLensPercent)) {
            constexpr std::array kNeeds{Need::kLeadership, Need::kCulture, Need::kSystems};
            content.barrier.needs = Needs{}.with(kNeeds[random_.below(3)]).with(kNeeds[random_.below(3)]);
            content.barrier.problem = static_cast<ProblemKind>(1 + random_.below(3));
            content.barrier.power = static_cast<Power>(1 + random_.below(3));
        }
        if (life != nullptr && random_.percent(kAskPercent)) {
            content.barrier.ask = life->ask;
            content.barrier.ask_role = life->role;
        }
    }

    Status follow(const Entry& entry, const LifeOfHurdle* life) {
        const LocalTime& occurred = entry.content.occurred;
        if (random_.percent(kNotePercent)) {
            const auto text = sample::kNotes[random_.below(sample::kNotes.size())];
            if (auto noted = say(entry.id, FollowUpKind::kNote, text, {}, later(occurred, 2, 20)); !noted) {
                return noted;
            }
        }
        if (life == nullptr || entry.content.kind != EntryKind::kSetback || !random_.percent(kTaughtPercent)) {
            return {};
        }
        return say(entry.id, FollowUpKind::kTaught, life->taught, ReviewQuestion::kSetbackTaught,
                   later(occurred, 7, 90));
    }

    Status say(EntryId entry, FollowUpKind kind, std::string_view text, std::optional<ReviewQuestion> question,
               const std::optional<LocalTime>& when) {
        if (!when) {
            return {};
        }
        auto added = journal_.follow_ups().add(
            entry, {.kind = kind, .text = std::string{text}, .at = *when, .question = question}, when->at);
        return added ? Status{} : pass_on(added);
    }

    Status move(const Entry& entry) {
        if (!random_.percent(kMovedPercent)) {
            return {};
        }
        const auto moved = later(entry.content.occurred, 5, 60);
        if (!moved) {
            return {};
        }
        if (auto set = journal_.barriers().set_state(entry.id, BarrierState::kMoving, *moved); !set) {
            return set;
        }
        const auto cleared = random_.percent(kClearedPercent) ? later(*moved, 7, 120) : std::nullopt;
        return cleared ? journal_.barriers().set_state(entry.id, BarrierState::kCleared, *cleared) : Status{};
    }

    /// To the earlier entry that shares most rare words, as the editor would offer it.
    Status link(const Entry& entry) {
        if (links_ == kMostLinks) {
            return {};
        }
        constexpr std::size_t kOffered = 3;
        auto similar = journal_.similar().to(entry.content.text, entry.id, kOffered);
        if (!similar) {
            return pass_on(similar);
        }
        for (const EntrySummary& other : *similar) {
            if (other.kind != EntryKind::kLightBulb) {
                ++links_;
                const auto kind = other.kind == EntryKind::kBarrier ? LinkKind::kAnswers : LinkKind::kCameFrom;
                return journal_.links().add({.from = entry.id, .to = other.id, .kind = kind}, entry.content.occurred);
            }
        }
        return {};
    }

    Status decide(const Entry& entry, const LifeOfHurdle* life) {
        if (life == nullptr || !random_.percent(kDecisionPercent)) {
            return {};
        }
        const LocalTime& occurred = entry.content.occurred;
        const LocalTime made = later(occurred, 1, 3).value_or(occurred);
        const auto days = std::chrono::days{14 + 7 * static_cast<int>(random_.below(4))};
        const CivilDate until{sys_days{made.date()} + days};
        auto decision = journal_.decisions().add(
            entry.id,
            {.what = std::string{life->decision}, .until = until, .how_we_know = std::string{life->how_we_know}}, made);
        if (!decision) {
            return pass_on(decision);
        }
        const auto ended = later(made, static_cast<std::size_t>(days.count()), 6);
        const auto outcome = static_cast<DecisionOutcome>(1 + random_.below(3));
        // The last days' decisions wait for the person who looks.
        constexpr std::int64_t kWaitingDays = 12;
        if (!ended || end_.at.micros - ended->at.micros < kWaitingDays * kMicrosOfDay) {
            return {};
        }
        return journal_.decisions().finish(decision->id, {.outcome = outcome, .at = *ended, .text = {}});
    }

    Journal& journal_;
    LocalTime end_;
    SampleRandom random_;
    std::size_t links_{0};
};

}  // namespace

Status fill_sample_journal(Journal& journal, const SampleOptions& options) {
    auto transaction = Transaction::begin(journal.vault().database());
    if (!transaction) {
        return pass_on(transaction);
    }
    Life life{journal, options};
    for (EntryContent& content : sample_entries(options)) {
        if (auto added = life.add(std::move(content)); !added) {
            return added;
        }
    }
    return transaction->commit();
}

}  // namespace pennydrop
