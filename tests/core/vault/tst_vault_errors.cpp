// SPDX-License-Identifier: Apache-2.0
// Opening is strict: every file that is not an intact vault of ours gets its own clear error, and no byte of it is
// changed.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/codec.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "vault/vault.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

/// A refusal before any derivation; a derivation takes at least a tenth of a second.
constexpr double kFastMilliseconds = 30;
constexpr auto kHeaderEnd = static_cast<std::ptrdiff_t>(kHeaderBytes);
constexpr auto kBlock = static_cast<std::ptrdiff_t>(kVaultPageBytes);

Bytes make_vault(const fs::path& path, const char* passphrase) {
    auto created = Vault::create(path, secret(passphrase), {});
    if (!created ||
        !created->vault->database().execute(
            "CREATE TABLE t (a, b); WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
            " INSERT INTO t SELECT i, randomblob(1500) FROM n;")) {
        return {};
    }
    created->vault.reset();
    return read_file(path);
}

/// A header somebody without the key has changed: the checksum fits, the keyed hash does not.
template <typename Change>
Bytes forged(const Bytes& vault, Change change) {
    auto chosen = choose_header(std::span{vault}.first(kHeaderBytes));
    change(chosen->header);
    const HeaderCopy copy = encode_header(chosen->header, SecretBytes{kDataKeyBytes});
    Bytes out = vault;
    std::ranges::copy(copy, out.begin());
    std::ranges::copy(copy, out.begin() + kHeaderCopyBytes);
    return out;
}

void set_cost(SlotBytes& slot, std::uint32_t passes, std::uint64_t memory) {
    Writer writer{std::span{slot}.subspan(4, 12)};
    writer.integer(passes);
    writer.integer(memory);
}

}  // namespace

class TestVaultErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void without_any_key_data();
    void without_any_key();
    void with_the_key_data();
    void with_the_key();
    void a_destroyed_copy_is_healed();
    void a_forged_copy_is_healed();
    void a_ruinous_cost_is_refused_at_once();
    void many_dear_slots_are_refused_at_once();
    void a_sqlite_file_stays_untouched();

private:
    fs::path path() const { return fs::path{folder_.path().toStdString()} / "test.pennydrop"; }
    QTemporaryDir folder_;
    Bytes good_;
    Bytes foreign_;
};

void TestVaultErrors::initTestCase() {
    QVERIFY(folder_.isValid());
    good_ = make_vault(path(), "pass");
    fs::remove(path());
    foreign_ = make_vault(path(), "pass");
    QVERIFY(static_cast<std::ptrdiff_t>(good_.size()) > kHeaderEnd + 4 * kBlock && foreign_.size() == good_.size());
}

void TestVaultErrors::without_any_key_data() {
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, Bytes file, ErrorCode error) {
        QTest::newRow(name) << std::move(file) << static_cast<int>(error);
    };
    const auto first = [&](std::size_t size) {
        return Bytes(good_.begin(), good_.begin() + static_cast<std::ptrdiff_t>(size));
    };
    const auto text = bytes_of("Dear diary, this is a text file and not a vault.\n");
    row("empty", {}, ErrorCode::kNotOurFile);
    row("one byte", first(1), ErrorCode::kNotOurFile);
    row("text", Bytes(text.begin(), text.end()), ErrorCode::kNotOurFile);
    row("random", Random{3}.bytes(30000), ErrorCode::kNotOurFile);
    row("zeros", Bytes(30000), ErrorCode::kNotOurFile);
    row("magic only", first(16), ErrorCode::kDamaged);
    row("half a header", first(2000), ErrorCode::kDamaged);
    row("one header copy", first(4096), ErrorCode::kDamaged);
    row("header only", first(kHeaderBytes), ErrorCode::kDamaged);
    row("header and a byte", first(kHeaderBytes + 1), ErrorCode::kDamaged);
    row("a byte short of the first page", first(kHeaderBytes + 4095), ErrorCode::kDamaged);
    Bytes both = good_;
    std::fill(both.begin() + 100, both.begin() + 5000, std::uint8_t{0xAA});
    row("both copies destroyed", both, ErrorCode::kDamaged);
    Bytes wiped = good_;
    std::fill(wiped.begin(), wiped.begin() + kHeaderEnd, std::uint8_t{0});
    row("both copies wiped", wiped, ErrorCode::kNotOurFile);
    Bytes newer = good_;
    newer[16] = newer[4096 + 16] = 2;
    row("newer version", newer, ErrorCode::kNewerVersion);
    row(
        "shifted by a byte",
        [&] {
            Bytes shifted = good_;
            shifted.insert(shifted.begin(), std::uint8_t{0});
            return shifted;
        }(),
        ErrorCode::kNotOurFile);
}

void TestVaultErrors::without_any_key() {
    QFETCH(Bytes, file);
    QFETCH(int, error);
    write_file(path(), file);
    const double began = cpu_milliseconds();
    CHECK_ERROR(Vault::inspect(path(), {}), static_cast<ErrorCode>(error));
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), static_cast<ErrorCode>(error));
    QVERIFY(cpu_milliseconds() - began < kFastMilliseconds);  // before any derivation
    QVERIFY(read_file(path()) == file);
    QCOMPARE(names_in(path().parent_path()), std::vector<std::string>{"test.pennydrop"});
}

void TestVaultErrors::with_the_key_data() {
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<int>("error");  // -1: opens, with all its content
    const auto row = [](const char* name, Bytes file, std::optional<ErrorCode> error) {
        QTest::newRow(name) << std::move(file) << (error ? static_cast<int>(*error) : -1);
    };
    const auto altered = [&](auto change) {
        Bytes file = good_;
        change(file);
        return file;
    };
    row("intact", good_, std::nullopt);
    row("a slot removed", forged(good_, [](VaultHeader& h) { h.key_slots[1] = {}; }), ErrorCode::kDamaged);
    row("generation raised", forged(good_, [](VaultHeader& h) { ++h.generation; }), ErrorCode::kDamaged);
    row("another vault's id", forged(good_, [](VaultHeader& h) { h.id[0] ^= 1U; }), ErrorCode::kWrongSecret);
    row("passes raised",
        forged(good_, [](VaultHeader& h) { set_cost(h.key_slots[0], 4, KdfCost::kMinimumMemoryBytes); }),
        ErrorCode::kWrongSecret);
    row("cost below the least", forged(good_, [](VaultHeader& h) { set_cost(h.key_slots[0], 1, 8192); }),
        ErrorCode::kDamaged);
    row("no passphrase slot", forged(good_, [](VaultHeader& h) { h.key_slots[0] = {}; }), ErrorCode::kWrongSecret);
    row("first block zeroed", altered([](Bytes& f) { std::fill_n(f.begin() + kHeaderEnd, kBlock, std::uint8_t{0}); }),
        ErrorCode::kDamaged);
    row("first block of another vault",
        altered([&](Bytes& f) { std::copy_n(foreign_.begin() + kHeaderEnd, kBlock, f.begin() + kHeaderEnd); }),
        ErrorCode::kDamaged);
    row("all blocks of another vault",
        altered([&](Bytes& f) { std::copy(foreign_.begin() + kHeaderEnd, foreign_.end(), f.begin() + kHeaderEnd); }),
        ErrorCode::kDamaged);
    row("first two blocks exchanged", altered([](Bytes& f) {
            std::swap_ranges(f.begin() + kHeaderEnd, f.begin() + kHeaderEnd + kBlock, f.begin() + kHeaderEnd + kBlock);
        }),
        ErrorCode::kDamaged);
    row("last block cut off", altered([](Bytes& f) { f.erase(f.end() - kBlock, f.end()); }), ErrorCode::kDamaged);
    row("last byte cut off", altered([](Bytes& f) { f.pop_back(); }), ErrorCode::kDamaged);
    row("garbage appended", altered([](Bytes& f) {
            const Bytes more = Random{4}.bytes(3 * kVaultPageBytes + 17);
            f.insert(f.end(), more.begin(), more.end());
        }),
        std::nullopt);
}

void TestVaultErrors::with_the_key() {
    QFETCH(Bytes, file);
    QFETCH(int, error);
    write_file(path(), file);
    auto vault = Vault::open(path(), secret("pass"), {});
    if (error >= 0) {
        CHECK_ERROR(vault, static_cast<ErrorCode>(error));
        QVERIFY(read_file(path()) == file);
        return;
    }
    CHECK_OK(vault);
    CHECK_OK(dump((*vault)->database().handle()));
    const auto rows = (*vault)->database().query_integer("SELECT count(*) FROM t");
    CHECK_OK(rows);
    QCOMPARE(*rows, std::int64_t{9});
    // And it can still be written.
    CHECK_OK((*vault)->database().execute("INSERT INTO t SELECT a + 9, randomblob(1500) FROM t;"));
    vault->reset();
    vault = Vault::open(path(), secret("pass"), {});
    CHECK_OK(vault);
    CHECK_OK(dump((*vault)->database().handle()));
}

void TestVaultErrors::a_destroyed_copy_is_healed() {
    for (const std::ptrdiff_t at : {std::ptrdiff_t{0}, std::ptrdiff_t{4096}}) {
        Bytes file = good_;
        const Bytes garbage = Random{5}.bytes(kHeaderCopyBytes);
        std::ranges::copy(garbage, file.begin() + at);
        write_file(path(), file);
        CHECK_OK(Vault::inspect(path(), {}));
        QVERIFY(read_file(path()) == file);
        CHECK_OK(Vault::open(path(), secret("pass"), {}));
        QVERIFY(read_file(path()) == good_);
    }
}

/// Whatever generation somebody without the key gives one copy, the other one still opens, and is written over it.
void TestVaultErrors::a_forged_copy_is_healed() {
    for (const bool without_slots : {false, true}) {
        const Bytes both = forged(good_, [without_slots](VaultHeader& header) {
            header.generation += 1000;
            header.drop_box.fill(0x42);
            header.key_slots[0] = without_slots ? SlotBytes{} : header.key_slots[0];
        });
        for (const std::ptrdiff_t at : {std::ptrdiff_t{0}, std::ptrdiff_t{4096}}) {
            Bytes file = good_;
            std::copy_n(both.begin() + at, kHeaderCopyBytes, file.begin() + at);
            write_file(path(), file);
            CHECK_ERROR(Vault::open(path(), secret("wrong"), {}), ErrorCode::kWrongSecret);
            QVERIFY(read_file(path()) == file);
            CHECK_OK(Vault::open(path(), secret("pass"), {}));
            QVERIFY(read_file(path()) == good_);
        }
    }
}

void TestVaultErrors::a_ruinous_cost_is_refused_at_once() {
    write_file(path(), forged(good_, [](VaultHeader& h) {
                   for (SlotBytes& slot : h.key_slots) {
                       slot = h.key_slots[0];
                       set_cost(slot, 0xFFFFFFFFU, ~std::uint64_t{0});
                   }
               }));
    const double began = cpu_milliseconds();
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kDamaged);
    QVERIFY(cpu_milliseconds() - began < kFastMilliseconds);
}

/// Each within the limits, and together minutes that nobody could stop.
void TestVaultErrors::many_dear_slots_are_refused_at_once() {
    for (const SlotKind kind : {SlotKind::kPassphrase, SlotKind::kRecovery, SlotKind::kDevice}) {
        const Bytes file = forged(good_, [kind](VaultHeader& h) {
            for (SlotBytes& slot : h.key_slots) {
                slot = h.key_slots[0];
                slot[0] = static_cast<std::uint8_t>(kind);
                set_cost(slot, KdfCost::kMaximumPasses, KdfCost::kMaximumMemoryBytes);
            }
        });
        write_file(path(), file);
        const double began = cpu_milliseconds();
        const auto code = RecoveryCode::random();
        const auto opened = kind == SlotKind::kPassphrase ? Vault::open(path(), secret("pass"), {})
                            : kind == SlotKind::kRecovery
                                ? Vault::open_with_recovery(path(), code, {})
                                : Vault::open_with_device(path(), SecretBytes::random(kDeviceSecretBytes), {});
        CHECK_ERROR(opened, ErrorCode::kDamaged);
        QVERIFY(cpu_milliseconds() - began < kFastMilliseconds);
        QVERIFY(read_file(path()) == file);
    }
}

void TestVaultErrors::a_sqlite_file_stays_untouched() {
    fs::remove(path());
    auto plain = Connection::open(path().string(), "", true);
    CHECK_OK(plain);
    CHECK_OK(plain->execute("PRAGMA page_size = 4096; CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(20000));"));
    *plain = std::move(*Connection::open(":memory:", "", true));
    const Bytes before = read_file(path());
    CHECK_ERROR(Vault::inspect(path(), {}), ErrorCode::kNotOurFile);
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotOurFile);
    CHECK_ERROR(Vault::create(path(), secret("pass"), {}), ErrorCode::kAlreadyExists);
    QVERIFY(read_file(path()) == before);
}

QTEST_APPLESS_MAIN(TestVaultErrors)
#include "tst_vault_errors.moc"
