// SPDX-License-Identifier: Apache-2.0
// Nobody says what guessing a new passphrase shall cost, so the device is measured: half a second is the goal, and
// neither less than the least nor more than a reader takes. How fast the device is, is said here: this program has an
// Argon2id of its own, so that nothing hangs on what else the machine does.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sodium.h>

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

#include "journal_tasks.h"
#include "support/check_result.h"
#include "support/files.h"
#include "vault/key_slots.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace pennydrop::testing;

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Device {
    std::chrono::milliseconds pause{0};  ///< What it takes for the least cost, but only the first time it is asked.
    int asked{0};
    KdfCost first{};               ///< What was asked then.
    SteadyClock::duration took{};  ///< How long that really was.
};

Device& device() {
    static Device only;
    return only;
}

}  // namespace

/// In the place of libsodium's, for everything in this program.
int crypto_pwhash(unsigned char* const out, unsigned long long out_size, const char* const secret,
                  unsigned long long secret_size, const unsigned char* const salt, unsigned long long passes,
                  std::size_t memory, int /*algorithm*/) {
    const auto began = SteadyClock::now();
    Device& asked = device();
    if (asked.asked++ == 0) {
        std::this_thread::sleep_for(asked.pause);
        asked.first = {.passes = static_cast<std::uint32_t>(passes), .memory_bytes = memory};
    }
    crypto_generichash_state state{};
    crypto_generichash_init(&state, salt, crypto_pwhash_SALTBYTES, static_cast<std::size_t>(out_size));
    const std::array<std::uint64_t, 2> cost{passes, memory};
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(cost.data()), sizeof(cost));
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(secret), secret_size);
    crypto_generichash_final(&state, out, static_cast<std::size_t>(out_size));
    if (asked.asked == 1) {
        asked.took = SteadyClock::now() - began;
    }
    return 0;
}

class TestMeasuredCost : public QObject {
    Q_OBJECT

private slots:
    void init();
    void a_fast_device_gets_the_most();
    void a_slow_device_gets_the_least();
    void half_a_second_in_between();
    void what_is_said_is_not_measured();
    void an_old_journal_catches_up();

private:
    static constexpr std::uint64_t kMebi = 1024ULL * 1024ULL;
    static constexpr KdfCost kMost{.passes = 12, .memory_bytes = 256 * kMebi};

    JournalFile file() const { return {.path = std::filesystem::path{folder_->path().toStdString()} / "a.pennydrop"}; }
    /// That of the passphrase's slot, as anybody can read it.
    KdfCost cost_of_file() const {
        const auto info = Vault::info_of(file().path, {});
        return info ? info->key_slots.at(0).cost : KdfCost{.passes = 0, .memory_bytes = 0};
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestMeasuredCost::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
    device() = {};
}

void TestMeasuredCost::a_fast_device_gets_the_most() {
    CHECK_OK(make_journal(file(), secret("pass"), std::nullopt));
    QVERIFY(device().first == KdfCost{});
    QVERIFY(cost_of_file() == kMost);
    QVERIFY(cost_allowed(SlotKind::kPassphrase, kMost));
    CHECK_OK(open_journal(file(), secret("pass"), KdfCost{}));
    CHECK_ERROR(open_journal(file(), secret("other"), KdfCost{}), ErrorCode::kWrongSecret);
}

void TestMeasuredCost::a_slow_device_gets_the_least() {
    device().pause = std::chrono::milliseconds{600};
    CHECK_OK(make_journal(file(), secret("pass"), std::nullopt));
    QVERIFY(cost_of_file() == KdfCost{});
}

void TestMeasuredCost::half_a_second_in_between() {
    device().pause = std::chrono::milliseconds{60};
    CHECK_OK(make_journal(file(), secret("pass"), std::nullopt));
    const KdfCost cost = cost_of_file();
    const auto times = cost.passes * cost.memory_bytes / (KdfCost{}.passes * KdfCost{}.memory_bytes);
    const auto whole = device().took * static_cast<int>(times);
    const auto half_second = std::chrono::milliseconds{500};
    // A busy machine may have woken up so late that the least is enough.
    QVERIFY(whole <= half_second + std::chrono::milliseconds{10} || cost == KdfCost{});
    QVERIFY(2 * whole >= half_second - std::chrono::milliseconds{50});
    QVERIFY(times > 1 || 2 * device().took > half_second);
}

void TestMeasuredCost::what_is_said_is_not_measured() {
    const KdfCost said{.passes = 5};
    CHECK_OK(make_journal(file(), secret("pass"), said));
    QVERIFY(cost_of_file() == said);
}

void TestMeasuredCost::an_old_journal_catches_up() {
    {
        auto made = make_journal(file(), secret("pass"), KdfCost{});
        CHECK_OK(made);
        CHECK_OK(made->journal->set_recovery_confirmed());
    }
    device() = {};
    CHECK_OK(open_journal(file(), secret("pass"), std::nullopt));
    QVERIFY(cost_of_file() == kMost);
    CHECK_OK(open_journal(file(), secret("pass"), std::nullopt));
}

QTEST_APPLESS_MAIN(TestMeasuredCost)
#include "tst_measured_cost.moc"
