// SPDX-License-Identifier: Apache-2.0
// A drive for backups that does not answer one call of the operating system, below SQLite's own file system: what that
// keeps locked while it waits shows here, and not in a WatchedVfs.
// Threads: made, asked and let go on one thread; holds any other. One at a time in a process.
// Source: sqlite.org/c3ref/vfs.html, xSetSystemCall.
#pragma once

#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include <unistd.h>

namespace pennydrop::testing {

class HungSystem {
public:
    /// Holds whoever makes the call number `turn` (from 0) named `call` ("open", "close", "stat" or "fstat") for a file
    /// in /backups/.
    HungSystem(const char* call, int turn) : call_(call), turn_(turn) {
        current() = this;
        unix_open() = reinterpret_cast<OpenCall>(replace("open", reinterpret_cast<sqlite3_syscall_ptr>(&open_file)));
        unix_close() =
            reinterpret_cast<CloseCall>(replace("close", reinterpret_cast<sqlite3_syscall_ptr>(&close_file)));
        unix_stat() = reinterpret_cast<StatCall>(replace("stat", reinterpret_cast<sqlite3_syscall_ptr>(&stat_file)));
        unix_fstat() =
            reinterpret_cast<FstatCall>(replace("fstat", reinterpret_cast<sqlite3_syscall_ptr>(&fstat_file)));
    }
    HungSystem(const HungSystem&) = delete;
    HungSystem& operator=(const HungSystem&) = delete;
    ~HungSystem() {
        replace("open", reinterpret_cast<sqlite3_syscall_ptr>(unix_open()));
        replace("close", reinterpret_cast<sqlite3_syscall_ptr>(unix_close()));
        replace("stat", reinterpret_cast<sqlite3_syscall_ptr>(unix_stat()));
        replace("fstat", reinterpret_cast<sqlite3_syscall_ptr>(unix_fstat()));
        current() = nullptr;
    }

    /// Until somebody is held, or `done` says that nobody will be.
    template <typename Done>
    [[nodiscard]] bool wait_until_asked(Done done) {
        std::unique_lock guard{mutex_};
        while (!waiting_ && !done()) {
            changed_.wait_for(guard, std::chrono::milliseconds{1});
        }
        return waiting_;
    }
    void answer() {
        const std::scoped_lock guard{mutex_};
        answers_ = true;
        changed_.notify_all();
    }

private:
    using OpenCall = int (*)(const char*, int, int);
    using CloseCall = int (*)(int);
    using StatCall = int (*)(const char*, struct stat*);
    using FstatCall = int (*)(int, struct stat*);

    static HungSystem*& current() {
        static HungSystem* system = nullptr;
        return system;
    }
    static OpenCall& unix_open() {
        static OpenCall call = nullptr;
        return call;
    }
    static CloseCall& unix_close() {
        static CloseCall call = nullptr;
        return call;
    }
    static StatCall& unix_stat() {
        static StatCall call = nullptr;
        return call;
    }
    static FstatCall& unix_fstat() {
        static FstatCall call = nullptr;
        return call;
    }
    static sqlite3_vfs* file_system() { return sqlite3_vfs_find("unix"); }
    static sqlite3_syscall_ptr replace(const char* name, sqlite3_syscall_ptr with) {
        const auto before = file_system()->xGetSystemCall(file_system(), name);
        file_system()->xSetSystemCall(file_system(), name, with);
        return before;
    }

    static std::string name_of(int descriptor) {
        constexpr std::size_t kLongest = 4096;
        std::array<char, kLongest> name{};
        const auto length =
            ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), name.data(), name.size());
        return {name.data(), length < 0 ? 0 : static_cast<std::size_t>(length)};
    }
    static int open_file(const char* name, int flags, int mode) {
        current()->hold("open", name);
        return unix_open()(name, flags, mode);
    }
    static int close_file(int descriptor) {
        current()->hold("close", name_of(descriptor));
        return unix_close()(descriptor);
    }
    static int stat_file(const char* name, struct stat* out) {
        current()->hold("stat", name);
        return unix_stat()(name, out);
    }
    static int fstat_file(int descriptor, struct stat* out) {
        current()->hold("fstat", name_of(descriptor));
        return unix_fstat()(descriptor, out);
    }

    void hold(std::string_view call, std::string_view file) {
        if (call != call_ || file.find("/backups/") == std::string_view::npos) {
            return;
        }
        std::unique_lock guard{mutex_};
        if (turn_-- != 0) {
            return;
        }
        waiting_ = true;
        changed_.notify_all();
        changed_.wait(guard, [this] { return answers_; });
    }

    std::string call_;
    int turn_;
    std::mutex mutex_{};
    std::condition_variable changed_{};
    bool waiting_{false};
    bool answers_{false};
};

}  // namespace pennydrop::testing
