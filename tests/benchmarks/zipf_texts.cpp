// SPDX-License-Identifier: Apache-2.0
#include "zipf_texts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "journal/sample_random.h"

namespace pennydrop::bench {
namespace {

using sample::SampleRandom;

constexpr std::size_t kVocabulary = 30000;
constexpr std::size_t kRareCount = 10;

/// The first ranks, roughly as in English.
constexpr std::array<std::string_view, 64> kFirstWords{
    "the",  "of",   "and",   "to",    "a",    "in",   "it",   "was",   "I",      "that",  "for",     "on",   "with",
    "he",   "she",  "they",  "be",    "at",   "we",   "not",  "had",   "by",     "but",   "is",      "said", "have",
    "this", "from", "which", "her",   "or",   "an",   "his",  "so",    "were",   "there", "are",     "all",  "when",
    "been", "who",  "would", "my",    "what", "no",   "out",  "could", "up",     "about", "more",    "then", "one",
    "time", "them", "some",  "after", "two",  "like", "team", "day",   "family", "only",  "meeting", "asked"};

std::string made_up_word(SampleRandom& random) {
    constexpr std::array<std::string_view, 20> kOnsets{"b", "br", "c", "d", "f",  "g", "h",  "l", "m", "n",
                                                       "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "ch"};
    constexpr std::array<std::string_view, 10> kVowels{"a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "ee"};
    constexpr std::array<std::string_view, 10> kCodas{"", "", "n", "r", "s", "l", "t", "ng", "ck", "m"};
    constexpr std::size_t kMostExtraSyllables = 3;
    std::string word;
    for (std::size_t left = 1 + random.below(kMostExtraSyllables); left > 0; --left) {
        word += kOnsets[random.below(kOnsets.size())];
        word += kVowels[random.below(kVowels.size())];
        word += kCodas[random.below(kCodas.size())];
    }
    return word;
}

/// Words by rank, and up to where in [0, 1) each one's share of the text reaches.
class Language {
public:
    explicit Language(SampleRandom random) {
        constexpr double kShift = 2.7;
        double sum = 0;
        for (std::size_t rank = 0; rank < kVocabulary; ++rank) {
            words_.push_back(rank < kFirstWords.size() ? std::string{kFirstWords[rank]} : made_up_word(random));
            sum += 1.0 / (static_cast<double>(rank) + kShift);
            reach_.push_back(sum);
        }
        for (double& reach : reach_) {
            reach /= sum;
        }
    }

    [[nodiscard]] const std::string& word(SampleRandom& random) const {
        constexpr double kTwoTo53 = 9007199254740992.0;
        const double at = static_cast<double>(random.next() >> 11U) / kTwoTo53;
        const auto found = std::ranges::upper_bound(reach_, at);
        return words_[std::min(static_cast<std::size_t>(found - reach_.begin()), kVocabulary - 1)];
    }

private:
    std::vector<std::string> words_;
    std::vector<double> reach_;
};

std::string made_up_text(const Language& language, SampleRandom& random) {
    constexpr std::size_t kLeastCharacters = 200;
    constexpr std::size_t kMostCharacters = 2000;
    constexpr std::size_t kWordsInSentence = 14;
    const std::size_t length = kLeastCharacters + random.below(kMostCharacters - kLeastCharacters + 1);
    std::string text;
    while (text.size() < length) {
        text += language.word(random);
        text += random.below(kWordsInSentence) == 0 ? ". " : " ";
    }
    text.resize(length);
    return text;
}

}  // namespace

std::vector<EntryContent> zipf_entries(std::size_t count, std::uint64_t seed) {
    constexpr std::int64_t kStart = 1'450'000'000'000'000;  // microseconds: December 2015
    constexpr std::size_t kTenYears = 315'360'000;          // seconds
    constexpr std::size_t kWeek = 604'800;
    constexpr std::array kKinds{EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier};
    SampleRandom random{seed};
    const Language language{SampleRandom{seed + 1}};
    std::vector<EntryContent> entries(count);
    for (std::size_t i = 0; i < count; ++i) {
        EntryContent& entry = entries[i];
        entry.kind = kKinds[random.below(kKinds.size())];
        const std::size_t seconds = kTenYears / count * i + random.below(kWeek);
        entry.occurred.at = Timestamp{kStart + static_cast<std::int64_t>(seconds) * std::int64_t{1'000'000}};
        entry.text = made_up_text(language, random);
        if (i % std::max<std::size_t>(count / kRareCount, 1) == 0) {
            entry.text += ' ';
            entry.text += kRareWord;
        }
    }
    return entries;
}

}  // namespace pennydrop::bench
