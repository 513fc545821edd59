// SPDX-License-Identifier: Apache-2.0
// The system's folders, with somebody who acts at the two moments that matter when one file takes another's place: just
// before it gets the name, and as soon as it has it.
// Threads: belongs to one thread, on which the two are called.
#pragma once

#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>

#include "vault/folders.h"

namespace pennydrop::testing {

class MeddlingFolders final : public Folders {
public:
    /// Each is called once, for the file that gets the name `target`.
    MeddlingFolders(std::filesystem::path target, std::function<void()> before, std::function<void()> after)
        : target_(std::move(target)), before_(std::move(before)), after_(std::move(after)) {}

    std::error_code link(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return meddle(to, [&] { return Folders::link(from, to); });
    }
    std::error_code rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return meddle(to, [&] { return Folders::rename(from, to); });
    }

private:
    template <typename Act>
    std::error_code meddle(const std::filesystem::path& to, Act act) {
        if (to != target_) {
            return act();
        }
        if (before_) {
            std::exchange(before_, {})();
        }
        const auto error = act();
        if (after_) {
            std::exchange(after_, {})();
        }
        return error;
    }

    std::filesystem::path target_;
    std::function<void()> before_;
    std::function<void()> after_;
};

}  // namespace pennydrop::testing
