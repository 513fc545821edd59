// SPDX-License-Identifier: Apache-2.0
#include "journal/sample_journal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "journal/sample_calendar.h"
#include "journal/sample_random.h"
#include "journal/sample_texts.h"

namespace pennydrop {
namespace {

using sample::SampleCalendar;
using sample::SampleRandom;
using sample::SampleShelf;
using sample::SampleText;

/// More entries than this are made in several goes, each of which keeps the rules about repeats by itself.
constexpr std::size_t kEntriesAtOnce = 400;
/// The screen a person sees first is filled first, while every text is still to be had.
constexpr std::size_t kNewestFirst = 12;
constexpr std::size_t kMostUses = 3;
/// A day more than the 120 that are promised, so that summer time cannot shorten them.
constexpr std::int64_t kMicrosBetweenUses = 121LL * 24 * 60 * 60 * 1'000'000;

/// Of a hundred entries; barriers are what is left.
constexpr std::size_t kSetbackPercent = 40;
constexpr std::size_t kLightBulbPercent = 25;
/// Nobody fills in every field.
constexpr std::size_t kThemePercent = 88;
constexpr std::size_t kLevelPercent = 55;

struct Candidate {
    SampleText text;
    std::vector<Timestamp> uses;
};

std::vector<Candidate> all_candidates() {
    const std::array shelves{
        SampleShelf{sample::kAnyone, sample::form_and_car_texts()},
        SampleShelf{sample::kAnyone, sample::huddle_and_system_texts()},
        SampleShelf{sample::kAnyone, sample::challenge_texts()},
        SampleShelf{sample::kAnyone, sample::moment_texts()},
        SampleShelf{sample::kAnyone, sample::workplace_texts()},
        SampleShelf{sample::kWard, sample::ward_texts()},
        SampleShelf{sample::kCommunity, sample::community_texts()},
        SampleShelf{sample::kSocialWork, sample::social_work_texts()},
        SampleShelf{sample::kCouncil, sample::council_texts()},
    };
    std::vector<Candidate> result;
    for (const SampleShelf& shelf : shelves) {
        for (const SampleText& text : shelf.texts) {
            result.push_back({text.voices == 0 ? text.by(shelf.voices) : text, {}});
        }
    }
    return result;
}

/// What a text is measured against.
struct Slot {
    LocalTime time{};
    sample::Voices voice{sample::kCommunity};
    sample::Weekdays weekday{sample::kMonday};
    int month{1};
    int hour{0};
    int permille{0};
};

Slot slot_at(const LocalTime& time, const SampleCalendar& calendar) {
    const std::chrono::weekday weekday{std::chrono::sys_days{time.date()}};
    return {
        .time = time,
        .voice = calendar.voice_at(time),
        .weekday = static_cast<sample::Weekdays>(1U << (weekday.iso_encoding() - 1U)),
        .month = static_cast<int>(static_cast<unsigned>(time.date().month())),
        .hour = sample::minute_of_day(time) / 60,
        .permille = calendar.permille_at(time),
    };
}

/// How much may be overlooked when no text fits, from nothing to everything.
enum class Leniency { kNone, kHour, kRepeat, kSeason, kVoice, kAnything };

bool fits(const Candidate& candidate, const Slot& slot, Leniency leniency) {
    if (leniency == Leniency::kAnything) {
        return true;
    }
    const SampleText& text = candidate.text;
    const std::size_t most = text.recurring || leniency >= Leniency::kRepeat ? kMostUses : 1;
    const bool too_soon = std::ranges::any_of(candidate.uses, [&](Timestamp use) {
        const std::int64_t apart = use.micros - slot.time.at.micros;
        return -kMicrosBetweenUses < apart && apart < kMicrosBetweenUses;
    });
    return candidate.uses.size() < most && !too_soon &&
           (leniency >= Leniency::kVoice || (text.voices & slot.voice) != 0) &&
           (leniency >= Leniency::kVoice ||
            (text.first_permille <= slot.permille && slot.permille <= text.last_permille)) &&
           (leniency >= Leniency::kSeason || text.written_months.contains(slot.month)) &&
           (leniency >= Leniency::kHour ||
            (text.written_hours.contains(slot.hour) && (text.weekdays & slot.weekday) != 0));
}

/// The narrower the place a text belongs in, the more it deserves that place.
int narrowness(const SampleText& text) noexcept {
    const int span = text.last_permille - text.first_permille;
    int result = 0;
    if (span < 1000) {
        result += span < 60 ? 30 : 15;
    }
    if (text.written_months != sample::kAllYear) {
        result += 5;
    }
    if (text.written_hours != sample::kWakingHours && text.written_hours != sample::kAllHours) {
        result += 5;
    }
    if (text.weekdays != sample::kEveryDay) {
        result += 4;
    }
    if (text.voices != sample::kAnyone) {
        result += 1;
    }
    return result;
}

std::size_t length_class(const SampleText& text) noexcept {
    constexpr std::size_t kShort = 120;
    constexpr std::size_t kMedium = 320;
    if (text.text.size() < kShort) {
        return 0;
    }
    return text.text.size() < kMedium ? 1 : 2;
}

std::size_t drawn_length_class(SampleRandom& random) noexcept {
    const std::size_t drawn = random.below(100);
    if (drawn < 35) {
        return 0;
    }
    return drawn < 78 ? 1 : 2;
}

/// Chooses the texts of up to kEntriesAtOnce entries.
class Chooser {
public:
    Chooser(std::vector<Slot> slots, SampleRandom& random)
        : slots_(std::move(slots)), random_(random), candidates_(all_candidates()), chosen_(slots_.size()) {
        setbacks_ = (slots_.size() * kSetbackPercent + 50) / 100;
        light_bulbs_ = std::min((slots_.size() * kLightBulbPercent + 50) / 100, slots_.size() - setbacks_);
        barriers_ = slots_.size() - setbacks_ - light_bulbs_;
    }

    /// In the order of the slots.
    std::vector<EntryContent> choose() {
        std::vector<std::size_t> order(slots_.size());
        for (std::size_t index = 0; index < order.size(); ++index) {
            order[index] = order.size() - 1 - index;
        }
        const std::size_t newest = std::min(kNewestFirst, order.size());
        random_.shuffle(std::span{order}.subspan(newest));
        for (const std::size_t index : order) {
            Candidate& candidate = best_for(index);
            candidate.uses.push_back(slots_[index].time.at);
            --left_of(candidate.text.kind);
            chosen_[index] = candidate.text;
        }
        std::vector<EntryContent> result;
        result.reserve(slots_.size());
        for (std::size_t index = 0; index < slots_.size(); ++index) {
            if (chosen_[index]) {
                result.push_back(entry_of(*chosen_[index], slots_[index].time));
            }
        }
        return result;
    }

private:
    std::size_t& left_of(EntryKind kind) noexcept {
        switch (kind) {
            case EntryKind::kSetback:
                return setbacks_;
            case EntryKind::kLightBulb:
                return light_bulbs_;
            default:
                return barriers_;
        }
    }

    bool neighbour_is(std::size_t index, EntryKind kind) const {
        return index < chosen_.size() && chosen_[index] && chosen_[index]->kind == kind;
    }

    Candidate& best_for(std::size_t index) {
        const std::size_t length = drawn_length_class(random_);
        for (const Leniency leniency : {Leniency::kNone, Leniency::kHour, Leniency::kRepeat, Leniency::kSeason,
                                        Leniency::kVoice, Leniency::kAnything}) {
            Candidate* best = nullptr;
            int best_score = 0;
            for (Candidate& candidate : candidates_) {
                if (left_of(candidate.text.kind) == 0 || !fits(candidate, slots_[index], leniency)) {
                    continue;
                }
                const int score = score_of(candidate, index, length);
                if (best == nullptr || score > best_score) {
                    best = &candidate;
                    best_score = score;
                }
            }
            if (best != nullptr) {
                return *best;
            }
        }
        return candidates_.front();  // Never reached: some kind is always left, and anything goes at the end.
    }

    int score_of(const Candidate& candidate, std::size_t index, std::size_t length) {
        int score = narrowness(candidate.text) + static_cast<int>(random_.below(14));
        score -= 8 * static_cast<int>(candidate.uses.size());
        score += length_class(candidate.text) == length ? 7 : 0;
        score -= neighbour_is(index + 1, candidate.text.kind) ? 5 : 0;
        score -= index > 0 && neighbour_is(index - 1, candidate.text.kind) ? 5 : 0;
        return score;
    }

    EntryContent entry_of(const SampleText& text, const LocalTime& time) {
        EntryContent entry{.kind = text.kind, .text = std::string{text.text}, .occurred = time};
        if (random_.percent(kThemePercent)) {
            entry.theme = Theme::from_code(text.theme);
        }
        if (random_.percent(kLevelPercent)) {
            entry.level = level_from_number(text.level);
        }
        return entry;
    }

    std::vector<Slot> slots_;
    SampleRandom& random_;
    std::vector<Candidate> candidates_;
    std::vector<std::optional<SampleText>> chosen_;
    std::size_t setbacks_{0};
    std::size_t light_bulbs_{0};
    std::size_t barriers_{0};
};

}  // namespace

std::vector<EntryContent> sample_entries(const SampleOptions& options) {
    SampleRandom random{options.seed};
    const SampleCalendar calendar{random.next(), options.end, options.days};
    std::vector<LocalTime> moments = calendar.moments(options.count, random);
    const auto earlier = [](const LocalTime& one, const LocalTime& other) { return one.at < other.at; };
    std::ranges::sort(moments, earlier);

    const std::size_t goes = (options.count + kEntriesAtOnce - 1) / kEntriesAtOnce;
    std::vector<EntryContent> result;
    result.reserve(options.count);
    for (std::size_t go = 0; go < goes; ++go) {
        std::vector<Slot> slots;
        for (std::size_t index = go; index < moments.size(); index += goes) {
            slots.push_back(slot_at(moments[index], calendar));
        }
        for (EntryContent& entry : Chooser{std::move(slots), random}.choose()) {
            result.push_back(std::move(entry));
        }
    }
    // Entries of the same moment are ordered by their text, so that every platform gives the same order.
    std::ranges::sort(result, [&](const EntryContent& one, const EntryContent& other) {
        if (earlier(one.occurred, other.occurred) || earlier(other.occurred, one.occurred)) {
            return earlier(one.occurred, other.occurred);
        }
        return one.text < other.text;
    });
    return result;
}

}  // namespace pennydrop
