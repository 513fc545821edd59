// SPDX-License-Identifier: Apache-2.0
// A drive for backups that does not answer until it is let: what must not wait for it is tried meanwhile.
// Threads: as its functions say.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>

#include "support/watched_vfs.h"

namespace pennydrop::testing {

class HungDrive {
public:
    /// On any thread; for the judge of a WatchedVfs: holds whoever makes the call to a file in /backups/.
    Verdict judge(const CallInfo& info) {
        if (info.call != call_ || info.file.find("/backups/") == std::string::npos) {
            return {};
        }
        std::unique_lock guard{mutex_};
        waiting_ = true;
        changed_.notify_all();
        changed_.wait(guard, [this] { return answers_; });
        return {};
    }
    /// From the next `call` on; before any other thread uses it.
    void hang_at(Call call) {
        call_ = call;
        answers_ = false;
        waiting_ = false;
    }
    /// Until somebody is held.
    void wait_until_asked() {
        std::unique_lock guard{mutex_};
        changed_.wait(guard, [this] { return waiting_; });
    }
    [[nodiscard]] bool is_asked() {
        const std::scoped_lock guard{mutex_};
        return waiting_;
    }
    void answer() {
        const std::scoped_lock guard{mutex_};
        answers_ = true;
        changed_.notify_all();
    }

private:
    Call call_{Call::kSync};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool waiting_{false};
    bool answers_{true};
};

}  // namespace pennydrop::testing
