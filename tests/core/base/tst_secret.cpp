// SPDX-License-Identifier: Apache-2.0
// SecretBytes: moves without leaving a copy, wipes, compares, and its memory is guarded.
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cinttypes>
#include <csignal>
#include <cstdio>
#include <fstream>
#endif

#include "base/secret.h"

using namespace pennydrop;

// A copy must never be made by accident.
static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);

namespace {

constexpr std::array<std::uint8_t, 5> kFive{1, 2, 3, 4, 5};

bool holds_five(const SecretBytes& secret) {
    return std::ranges::equal(secret.span(), kFive);
}

}  // namespace

#ifdef __linux__

namespace {

/// What was in a secret's memory when libsodium gave it back.
struct Seen {
    const std::uint8_t* memory{nullptr};
    bool unlocked{false};
    bool was_zero{false};
};
Seen seen;

}  // namespace

/// Takes the place of the C library's, for this program only. libsodium wipes, unlocks, and unmaps, in this order.
extern "C" int munlock(const void* address, std::size_t length) noexcept {
    const auto* start = static_cast<const std::uint8_t*>(address);
    if (seen.memory != nullptr && start <= seen.memory && seen.memory < start + length) {
        seen.unlocked = true;
        seen.was_zero = std::all_of(start, start + length, [](std::uint8_t byte) { return byte == 0; });
    }
    return static_cast<int>(::syscall(SYS_munlock, address, length));
}

#endif

class TestSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begins_empty_or_zero();
    void copies_what_it_is_given();
    void moving_leaves_nothing_behind();
    void moving_onto_itself_keeps_it();
    void wiping_empties();
    void a_clone_stands_alone();
    void compares_content_and_size();
    void random_bytes_differ();
    void ordinary_memory_is_wiped();
#ifdef __linux__
    void writing_beyond_the_end_is_caught();
    void writing_before_the_start_is_caught();
    void freed_memory_is_gone();
    void memory_is_zero_before_it_is_given_back();
    void memory_is_kept_out_of_swap_and_core_dumps();
#endif
};

void TestSecret::begins_empty_or_zero() {
    const SecretBytes none;
    QVERIFY(none.empty());
    QVERIFY(none.data() == nullptr);
    const SecretBytes zeros{64};
    QCOMPARE(zeros.size(), std::size_t{64});
    QVERIFY(std::ranges::all_of(zeros.span(), [](std::uint8_t b) { return b == 0; }));
    QVERIFY(SecretBytes{0}.empty());
}

void TestSecret::copies_what_it_is_given() {
    auto source = kFive;
    const SecretBytes secret = SecretBytes::copy_of(source);
    source.fill(0);
    QVERIFY(holds_five(secret));
    QVERIFY(SecretBytes::copy_of({}).empty());
}

void TestSecret::moving_leaves_nothing_behind() {
    SecretBytes first = SecretBytes::copy_of(kFive);
    const auto* const memory = first.data();
    SecretBytes second{std::move(first)};
    QVERIFY(first.empty() && first.data() == nullptr);  // NOLINT(bugprone-use-after-move): that is the promise
    QVERIFY(second.data() == memory);
    SecretBytes third{9};
    third = std::move(second);
    QVERIFY(second.empty());  // NOLINT(bugprone-use-after-move)
    QVERIFY(holds_five(third));
}

void TestSecret::moving_onto_itself_keeps_it() {
    SecretBytes secret = SecretBytes::copy_of(kFive);
    SecretBytes& same = secret;
    secret = std::move(same);
    QVERIFY(holds_five(secret));
}

void TestSecret::wiping_empties() {
    SecretBytes secret = SecretBytes::copy_of(kFive);
    secret.wipe();
    QVERIFY(secret.empty() && secret.data() == nullptr);
    secret.wipe();
    QVERIFY(secret.empty());
}

void TestSecret::a_clone_stands_alone() {
    SecretBytes secret = SecretBytes::copy_of(kFive);
    const SecretBytes clone = secret.clone();
    QVERIFY(clone.data() != secret.data());
    secret.data()[0] = 99;
    QVERIFY(holds_five(clone));
}

void TestSecret::compares_content_and_size() {
    const SecretBytes five = SecretBytes::copy_of(kFive);
    QVERIFY(five.equals(SecretBytes::copy_of(kFive)));
    QVERIFY(!five.equals(SecretBytes::copy_of(std::span{kFive}.first<4>())));
    QVERIFY(!five.equals(SecretBytes{}));
    QVERIFY(SecretBytes{}.equals(SecretBytes{}));
    for (std::size_t i = 0; i < kFive.size(); ++i) {
        auto other = SecretBytes::copy_of(kFive);
        other.data()[i] ^= 0x80U;
        QVERIFY(!five.equals(other));
    }
}

void TestSecret::random_bytes_differ() {
    const auto one = SecretBytes::random(32);
    const auto two = SecretBytes::random(32);
    QVERIFY(!one.equals(two));
    QVERIFY(!one.equals(SecretBytes{32}));
    std::array<std::uint8_t, 32> three{};
    fill_random(three);
    QVERIFY(std::ranges::any_of(three, [](std::uint8_t b) { return b != 0; }));
}

void TestSecret::ordinary_memory_is_wiped() {
    std::string text = "correct horse battery staple";
    wipe_memory({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    QVERIFY(std::ranges::all_of(text, [](char c) { return c == '\0'; }));
}

#ifdef __linux__

namespace {

/// Runs `act` in a child process; the signal that ended it, or 0.
template <typename Act>
int signal_of(Act act) {
    const pid_t child = fork();
    if (child == 0) {
        for (const int fatal : {SIGSEGV, SIGBUS, SIGABRT}) {
            std::signal(fatal, SIG_DFL);  // not Qt's or a sanitizer's report
        }
        act();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/// How the system keeps the memory at `memory`: the two-letter flags of proc(5), each between spaces.
std::string flags_of(const void* memory) {
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    std::ifstream maps{"/proc/self/smaps"};
    bool here = false;
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t from = 0;
        std::uintptr_t to = 0;
        if (std::sscanf(line.c_str(), "%" SCNxPTR "-%" SCNxPTR " ", &from, &to) == 2) {
            here = from <= address && address < to;
        } else if (here && line.starts_with("VmFlags:")) {
            return line + ' ';
        }
    }
    return {};
}

}  // namespace

void TestSecret::writing_beyond_the_end_is_caught() {
    SecretBytes secret{32};
    volatile std::uint8_t* const end = secret.data() + secret.size();
    QCOMPARE(signal_of([&] { *end = 1; }), SIGSEGV);
}

void TestSecret::freed_memory_is_gone() {
    SecretBytes secret = SecretBytes::copy_of(kFive);
    const volatile std::uint8_t* const memory = secret.data();
    secret.wipe();
    QVERIFY(signal_of([&] { (void)*memory; }) != 0);
}

void TestSecret::writing_before_the_start_is_caught() {
    SecretBytes secret{32};
    QVERIFY(signal_of([&] {
                secret.data()[-1] ^= 1U;
                secret.wipe();
            }) != 0);
}

void TestSecret::memory_is_zero_before_it_is_given_back() {
    for (int way = 0; way < 3; ++way) {
        SecretBytes secret = SecretBytes::copy_of(kFive);
        seen = {.memory = secret.data()};
        if (way == 0) {
            secret.wipe();
        } else if (way == 1) {
            secret = SecretBytes{};
        } else {
            const SecretBytes goes_out_of_scope = std::move(secret);
        }
        QVERIFY(seen.unlocked);
        QVERIFY(seen.was_zero);
    }
}

void TestSecret::memory_is_kept_out_of_swap_and_core_dumps() {
    // A page locked by hand first: some systems let a program lock nothing, and a sanitizer takes mlock() over.
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    void* const locked = ::mmap(nullptr, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    QVERIFY(locked != MAP_FAILED);
    const bool can_lock = ::mlock(locked, page) == 0 && flags_of(locked).find(" lo ") != std::string::npos;
    ::munmap(locked, page);
    if (!can_lock) {
        QSKIP("No memory can be locked here, or the system does not say so.");
    }
    const SecretBytes secret = SecretBytes::copy_of(kFive);
    const std::string flags = flags_of(secret.data());
    QVERIFY2(flags.find(" lo ") != std::string::npos, flags.c_str());  // locked
    QVERIFY2(flags.find(" dd ") != std::string::npos, flags.c_str());  // not dumped
}

#endif

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
