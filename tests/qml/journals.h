// SPDX-License-Identifier: Apache-2.0
// Journals to test screens with. Each kind is made once per process, at the smallest cost, and copied: deriving the
// keys of a new one takes longer than most tests.
// Threads: GUI thread.
#pragma once

#include <QString>

#include <chrono>

#include "base/types.h"

namespace pennydrop::screens {

/// Starts and, until days pass, stands still on Saturday 14 November 2026, 16:30 UTC, at an offset of zero.
class FixedClock final : public Clock {
public:
    [[nodiscard]] LocalTime now() const override {
        return {Timestamp{1'794'673'800'000'000 + std::chrono::microseconds{later_}.count()}, UtcOffset{}};
    }
    void pass(std::chrono::days days) noexcept { later_ += days; }
    void start_over() noexcept { later_ = {}; }

private:
    std::chrono::days later_{0};
};

enum class Contents {
    kNothing,  ///< No file: the first run.
    kEmpty,    ///< A journal without entries.
    kFew,      ///< Six known entries, of today, yesterday, this week, this year and last year.
    kMany,     ///< 160 sample entries.
    kForeign,  ///< A file that is no journal.
    kLived,    ///< 160 sample entries, and what people did with them since.
    kReview,   ///< Four entries that are worth another look, two of them with tags.
};

/// The passphrase of every journal made here.
[[nodiscard]] QString passphrase();
/// The recovery code of the journals of `contents`, once one was copied.
[[nodiscard]] QString recovery_code(Contents contents);
/// Puts one at `path`, where nothing may be yet. Ends the program when that fails.
void copy_journal(Contents contents, const QString& path);

}  // namespace pennydrop::screens
