// SPDX-License-Identifier: Apache-2.0
#include "passphrase_strength.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <memory>

#include "secret_text.h"

namespace pennydrop::app {

namespace {

struct FreeMatches {
    void operator()(ZxcMatch_t* matches) const noexcept { ZxcvbnFreeInfo(matches); }
};

/// log2 of 10^3, 10^6, 10^8, 10^10 guesses.
constexpr std::array kStepsInBits = {9.97, 19.93, 26.58, 33.22};

int score_of(double bits) {
    int score = 0;
    for (const double step : kStepsInBits) {
        score += bits >= step ? 1 : 0;
    }
    return score;
}

}  // namespace

void PassphraseStrength::setPassphrase(const QString& passphrase) {
    const int score_before = score_;
    const Weakness weakness_before = weakness_;
    score_ = 0;
    weakness_ = Weakness::kNothingTyped;
    if (!passphrase.isEmpty()) {
        // The estimator reads up to a NUL, so the text needs one behind it.
        const auto text = secret_from(passphrase);
        SecretBytes terminated{text.size() + 1};
        std::ranges::copy(text.span(), terminated.data());
        // Words that somebody would try here first.
        std::array<const char*, 4> here = {"pennydrop", "journal", "passphrase", nullptr};
        ZxcMatch_t* raw = nullptr;
        const double bits = ZxcvbnMatch(reinterpret_cast<const char*>(terminated.data()), here.data(), &raw);
        const std::unique_ptr<ZxcMatch_t, FreeMatches> matches(raw);
        score_ = score_of(bits);
        weakness_ = acceptable() ? Weakness::kNone : Weakness::kShort;
        int longest = 0;
        for (const ZxcMatch_t* match = matches.get(); !acceptable() && match != nullptr; match = match->Next) {
            if (match->Length <= longest) {
                continue;
            }
            longest = match->Length;
            switch (static_cast<int>(match->Type) & ~static_cast<int>(MULTIPLE_MATCH)) {
                case DICTIONARY_MATCH:
                case DICT_LEET_MATCH:
                case USER_MATCH:
                case USER_LEET_MATCH:
                    weakness_ = Weakness::kCommon;
                    break;
                case REPEATS_MATCH:
                    weakness_ = Weakness::kRepeats;
                    break;
                case SEQUENCE_MATCH:
                case SPATIAL_MATCH:
                    weakness_ = Weakness::kPattern;
                    break;
                case DATE_MATCH:
                case YEAR_MATCH:
                    weakness_ = Weakness::kDate;
                    break;
                default:
                    weakness_ = Weakness::kShort;
                    break;
            }
        }
    }
    emit passphraseChanged();
    if (score_ != score_before || weakness_ != weakness_before) {
        emit changed();
    }
}

QString PassphraseStrength::label() const {
    if (weakness_ == Weakness::kNothingTyped) {
        return {};
    }
    switch (score_) {
        case 0:
            return tr("Very easy to guess");
        case 1:
            return tr("Easy to guess");
        case 2:
            return tr("Could be guessed");
        case 3:
            return tr("Hard to guess");
        default:
            return tr("Very hard to guess");
    }
}

QString PassphraseStrength::hint() const {
    switch (weakness_) {
        case Weakness::kNothingTyped:
            return tr(
                "Four or five words that have nothing to do with each other are easy to remember and hard to guess.");
        case Weakness::kCommon:
            return tr("Common words are tried first. Add another word or two that do not belong together.");
        case Weakness::kRepeats:
            return tr("Repeating something adds little. Add a different word.");
        case Weakness::kPattern:
            return tr("Keys in a row are tried first. Add a word or two instead.");
        case Weakness::kDate:
            return tr("Dates and years are tried first. Add a word or two instead.");
        case Weakness::kShort:
            return tr("Add another word or two.");
        case Weakness::kNone:
            break;
    }
    return {};
}

}  // namespace pennydrop::app
