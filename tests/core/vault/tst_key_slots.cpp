// SPDX-License-Identifier: Apache-2.0
// Key slots: only the right secret opens one, every altered byte is noticed, and no file can ask for a ruinous
// derivation.
#include <QtTest/QTest>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/codec.h"
#include "support/check_result.h"
#include "support/files.h"
#include "vault/key_slots.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr VaultId kVault{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
/// A refusal before any derivation; a derivation takes at least a tenth of a second.
constexpr double kFastMilliseconds = 30;

void set_cost(SlotBytes& slot, std::uint32_t passes, std::uint64_t memory) {
    Writer writer{std::span{slot}.subspan(4, 12)};
    writer.integer(passes);
    writer.integer(memory);
}

}  // namespace

class TestKeySlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void the_secret_opens_the_slot();
    void a_wrong_secret_does_not();
    void a_slot_belongs_to_its_vault();
    void nothing_is_repeated();
    void the_data_key_is_not_in_the_slot();
    void every_altered_byte_is_noticed();
    void a_lowered_cost_does_not_open();
    void costs_beyond_the_limits_are_refused_at_once_data();
    void costs_beyond_the_limits_are_refused_at_once();
    void random_secrets_cost_the_least();
    void what_cannot_be_sealed();
    void kinds_are_read_without_opening();
    void measured_cost_is_allowed();

private:
    SecretBytes data_key_;
    std::optional<SlotBytes> slot_;
};

void TestKeySlots::initTestCase() {
    data_key_ = SecretBytes::random(kDataKeyBytes);
    auto slot = seal_slot(SlotKind::kPassphrase, kVault, secret("open sesame"), KdfCost{}, data_key_);
    CHECK_OK(slot);
    slot_ = *slot;
}

void TestKeySlots::the_secret_opens_the_slot() {
    const auto key = open_slot(*slot_, kVault, secret("open sesame"));
    CHECK_OK(key);
    QVERIFY(key->equals(data_key_));
}

void TestKeySlots::a_wrong_secret_does_not() {
    for (const auto* wrong : {"open sesam", "Open sesame", "open sesame ", " open sesame", ""}) {
        CHECK_ERROR(open_slot(*slot_, kVault, secret(wrong)), ErrorCode::kWrongSecret);
    }
}

void TestKeySlots::a_slot_belongs_to_its_vault() {
    VaultId other = kVault;
    other[15] ^= 1U;
    CHECK_ERROR(open_slot(*slot_, other, secret("open sesame")), ErrorCode::kWrongSecret);
}

void TestKeySlots::nothing_is_repeated() {
    const auto again = seal_slot(SlotKind::kPassphrase, kVault, secret("open sesame"), KdfCost{}, data_key_);
    CHECK_OK(again);
    const auto part = [](const SlotBytes& slot, std::size_t from, std::size_t size) {
        return Bytes(slot.begin() + static_cast<std::ptrdiff_t>(from),
                     slot.begin() + static_cast<std::ptrdiff_t>(from + size));
    };
    QVERIFY(part(*slot_, 16, 16) != part(*again, 16, 16));  // salt
    QVERIFY(part(*slot_, 32, 24) != part(*again, 32, 24));  // nonce
    QVERIFY(part(*slot_, 56, 48) != part(*again, 56, 48));  // wrapped key
}

void TestKeySlots::the_data_key_is_not_in_the_slot() {
    const auto key = data_key_.span();
    for (std::size_t from = 0; from + 8 <= key.size(); ++from) {
        QVERIFY(std::ranges::search(*slot_, key.subspan(from, 8)).empty());
    }
}

void TestKeySlots::every_altered_byte_is_noticed() {
    // Bytes whose change is refused without a derivation are all tried; of the others a part, unless there is time.
    const std::size_t step = long_run() ? 1 : 7;
    int tried = 0;
    for (std::size_t at = 0; at < kSlotBytes; ++at) {
        // Kind, the low bytes of the memory (still within the limits), salt, nonce and wrapped key.
        const bool derives = at < 2 || (at >= 8 && at < 12) || (at >= 16 && at < 104);
        if (derives && at % step != 0) {
            continue;
        }
        SlotBytes altered = *slot_;
        altered[at] ^= 0x01U;
        const auto opened = open_slot(altered, kVault, secret("open sesame"));
        const std::string place = "byte " + std::to_string(at) + ": " + describe(opened);
        CHECK_WITH(!opened.has_value(), place);
        const auto code = opened.error().code;
        CHECK_WITH(code == (derives ? ErrorCode::kWrongSecret : ErrorCode::kDamaged), place);
        ++tried;
    }
    QVERIFY(tried > 150);
}

void TestKeySlots::a_lowered_cost_does_not_open() {
    const auto dear = seal_slot(SlotKind::kPassphrase, kVault, secret("x"), KdfCost{.passes = 4}, data_key_);
    CHECK_OK(dear);
    CHECK_OK(open_slot(*dear, kVault, secret("x")));
    SlotBytes lowered = *dear;
    set_cost(lowered, KdfCost::kMinimumPasses, KdfCost::kMinimumMemoryBytes);
    CHECK_ERROR(open_slot(lowered, kVault, secret("x")), ErrorCode::kWrongSecret);
}

void TestKeySlots::costs_beyond_the_limits_are_refused_at_once_data() {
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint64>("memory");
    constexpr quint64 kMemory = KdfCost::kMinimumMemoryBytes;
    QTest::newRow("no passes") << 0U << kMemory;
    QTest::newRow("two passes") << 2U << kMemory;
    QTest::newRow("17 passes") << 17U << kMemory;
    QTest::newRow("most passes") << 0xFFFFFFFFU << kMemory;
    QTest::newRow("no memory") << 3U << quint64{0};
    QTest::newRow("a byte short of the least memory") << 3U << kMemory - 1;
    QTest::newRow("a byte beyond the most memory") << 3U << quint64{KdfCost::kMaximumMemoryBytes + 1};
    QTest::newRow("a gigabyte") << 3U << quint64{1024} * 1024 * 1024;
    QTest::newRow("most memory") << 3U << ~quint64{0};
}

void TestKeySlots::costs_beyond_the_limits_are_refused_at_once() {
    QFETCH(quint32, passes);
    QFETCH(quint64, memory);
    SlotBytes altered = *slot_;
    set_cost(altered, passes, memory);
    const double began = cpu_milliseconds();
    CHECK_ERROR(open_slot(altered, kVault, secret("open sesame")), ErrorCode::kDamaged);
    CHECK_ERROR(
        seal_slot(SlotKind::kPassphrase, kVault, secret("x"), {.passes = passes, .memory_bytes = memory}, data_key_),
        ErrorCode::kInvalid);
    QVERIFY(cpu_milliseconds() - began < kFastMilliseconds);
}

/// There may be a device's slot for each of twelve places: at the limits they would keep a thread busy for minutes.
void TestKeySlots::random_secrets_cost_the_least() {
    for (const SlotKind kind : {SlotKind::kRecovery, SlotKind::kDevice}) {
        auto slot = seal_slot(kind, kVault, secret("0123456789"), KdfCost{}, data_key_);
        CHECK_OK(slot);
        CHECK_OK(open_slot(*slot, kVault, secret("0123456789")));
        const double began = cpu_milliseconds();
        for (const KdfCost& cost :
             {KdfCost{.passes = 4}, KdfCost{.memory_bytes = KdfCost::kMinimumMemoryBytes + 1024},
              KdfCost{.passes = KdfCost::kMaximumPasses, .memory_bytes = KdfCost::kMaximumMemoryBytes}}) {
            set_cost(*slot, cost.passes, cost.memory_bytes);
            CHECK_ERROR(open_slot(*slot, kVault, secret("0123456789")), ErrorCode::kDamaged);
            CHECK_ERROR(seal_slot(kind, kVault, secret("0123456789"), cost, data_key_), ErrorCode::kInvalid);
        }
        QVERIFY(cpu_milliseconds() - began < kFastMilliseconds);
    }
}

void TestKeySlots::what_cannot_be_sealed() {
    CHECK_ERROR(seal_slot(SlotKind::kPassphrase, kVault, secret(""), KdfCost{}, data_key_), ErrorCode::kInvalid);
    CHECK_ERROR(seal_slot(SlotKind::kPassphrase, kVault, secret("x"), KdfCost{}, SecretBytes{31}), ErrorCode::kInvalid);
    CHECK_ERROR(seal_slot(SlotKind::kPassphrase, kVault, secret("x"), KdfCost{}, SecretBytes{}), ErrorCode::kInvalid);
}

void TestKeySlots::kinds_are_read_without_opening() {
    QCOMPARE(slot_kind(*slot_), SlotKind::kPassphrase);
    QCOMPARE(slot_kind(SlotBytes{}), SlotKind::kEmpty);
    SlotBytes unknown{};
    unknown[0] = 0x34;
    unknown[1] = 0x12;
    QCOMPARE(static_cast<int>(slot_kind(unknown)), 0x1234);
}

void TestKeySlots::measured_cost_is_allowed() {
    const KdfCost cost = measured_kdf_cost();
    QVERIFY(cost.passes >= KdfCost::kMinimumPasses && cost.passes <= KdfCost::kMaximumPasses);
    QVERIFY(cost.memory_bytes >= KdfCost::kMinimumMemoryBytes && cost.memory_bytes <= 4 * KdfCost::kMinimumMemoryBytes);
}

QTEST_APPLESS_MAIN(TestKeySlots)
#include "tst_key_slots.moc"
