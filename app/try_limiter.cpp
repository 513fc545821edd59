// SPDX-License-Identifier: Apache-2.0
#include "try_limiter.h"

#include <algorithm>

#include "journal_paths.h"

namespace pennydrop::app {

namespace {

constexpr int kFreeTries = 2;
constexpr std::chrono::seconds kFirstWait{2};
constexpr std::chrono::seconds kLongestWait{300};
constexpr int kDoublings = 8;  // 2 s doubled eight times is past the longest wait

}  // namespace

TryLimiter::TryLimiter(AppSettings& settings, const TimeSource& time, const QString& journal_path)
    : settings_(&settings), time_(&time), journal_path_(canonical_path(journal_path)) {
    const WrongTries tries = settings_->wrongTries(journal_path_);
    wrong_tries_ = tries.count;
    // A clock that was set back must not make the wait longer than it ever was.
    const std::chrono::milliseconds wait = wait_after(wrong_tries_);
    const auto left = std::clamp(tries.last + wait - time_->wall(), std::chrono::milliseconds{0}, wait);
    allowed_from_ = time_->steady() + left;
}

void TryLimiter::failed() {
    ++wrong_tries_;
    allowed_from_ = time_->steady() + wait_after(wrong_tries_);
    settings_->setWrongTries(journal_path_, {wrong_tries_, time_->wall()});
}

void TryLimiter::succeeded() {
    allowed_from_ = time_->steady();
    if (wrong_tries_ != 0) {
        wrong_tries_ = 0;
        settings_->setWrongTries(journal_path_, {});
    }
}

int TryLimiter::seconds_left() const {
    const auto left = allowed_from_ - time_->steady();
    return left.count() <= 0 ? 0 : static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

std::chrono::seconds TryLimiter::wait_after(int wrong_tries) noexcept {
    if (wrong_tries <= kFreeTries) {
        return std::chrono::seconds{0};
    }
    const int doublings = std::min(wrong_tries - kFreeTries - 1, kDoublings);
    return std::min(kFirstWait * (1 << doublings), kLongestWait);
}

}  // namespace pennydrop::app
