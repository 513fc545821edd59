// SPDX-License-Identifier: Apache-2.0
// Checking a vault: every damage is found and counted, and not a byte is changed.
#include <QtTest/QTest>

#include "small_vault.h"
#include "support/random.h"
#include "support/watched_vfs.h"
#include "vault/vault_check.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void a_sound_vault();
    void each_damaged_block_is_named();
    void a_cut_file();
    void headers();
    void a_log_left_behind_counts();
    void a_broken_structure_is_counted_not_told();
    void can_be_stopped();
    void what_cannot_be_checked();

private:
    [[nodiscard]] Result<CheckReport> check(const OnProgress& progress = {}) const {
        return check_vault(path_, SmallVault::secret_to_open(), {}, progress);
    }
    void break_block(Bytes& bytes, std::uint32_t block) const {
        bytes[kHeaderBytes + (block - 1) * std::size_t{kVaultPageBytes} + 77] ^= 0x20U;
    }

    SmallVault small_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path_;
};

void TestVaultCheck::initTestCase() {
    CHECK_OK(small_.make());
}

void TestVaultCheck::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path{folder_->path().toStdString()} / "journal.pennydrop";
    write_file(path_, small_.bytes);
}

void TestVaultCheck::a_sound_vault() {
    WatchedVfs disk;
    disk.record();
    std::uint64_t last = 0;
    const auto report =
        check_vault(path_, VaultSecret::recovery_code(*small_.recovery_code), {.below = disk.vfs()},
                    [&last](std::uint64_t done, std::uint64_t total) { return last = done, done <= total; });
    CHECK_OK(report);
    QVERIFY(report->is_sound());
    QVERIFY(report->header_copies_agree);
    QCOMPARE(report->blocks, (small_.bytes.size() - kHeaderBytes) / kVaultPageBytes);
    QCOMPARE(last, 2 * report->blocks);
    QVERIFY(disk.operations().empty());
    QVERIFY(read_file(path_) == small_.bytes);
    QCOMPARE(names_in(path_.parent_path()).size(), std::size_t{1});
}

void TestVaultCheck::each_damaged_block_is_named() {
    Random random{3};
    const auto blocks = static_cast<std::uint32_t>((small_.bytes.size() - kHeaderBytes) / kVaultPageBytes);
    for (int round = 0; round < 3; ++round) {
        Bytes bytes = small_.bytes;
        std::vector<std::uint32_t> broken;
        for (int i = 0; i < 3; ++i) {
            broken.push_back(1 + static_cast<std::uint32_t>(random.below(blocks)));
        }
        std::ranges::sort(broken);
        broken.erase(std::ranges::unique(broken).begin(), broken.end());
        for (const auto block : broken) {
            break_block(bytes, block);
        }
        write_file(path_, bytes);
        const auto report = check();
        CHECK_OK(report);
        QVERIFY(report->damaged_blocks == broken);
        QVERIFY(!report->is_sound());
        QVERIFY(read_file(path_) == bytes);
    }
}

void TestVaultCheck::a_cut_file() {
    Bytes bytes = small_.bytes;
    bytes.resize(bytes.size() - 2 * kVaultPageBytes - 5);
    write_file(path_, bytes);
    const auto report = check();
    CHECK_OK(report);
    QCOMPARE(report->damaged_blocks.size(), std::size_t{3});
    QVERIFY(!report->is_sound());
}

void TestVaultCheck::headers() {
    Bytes bytes = small_.bytes;
    bytes[kHeaderCopyBytes + 300] ^= 1U;
    write_file(path_, bytes);
    auto report = check();
    CHECK_OK(report);
    QVERIFY(report->is_sound());
    QVERIFY(!report->header_copies_agree);
    // Somebody without the key took the recovery slot away and made the checksum fit.
    auto header = choose_header(std::span{small_.bytes}.first(kHeaderBytes))->header;
    header.key_slots[1] = {};
    const auto forged = encode_header(header, SecretBytes::random(kDataKeyBytes));
    std::ranges::copy(forged, bytes.begin());
    std::ranges::copy(forged, bytes.begin() + kHeaderCopyBytes);
    write_file(path_, bytes);
    report = check();
    CHECK_OK(report);
    QVERIFY(!report->header_is_authentic);
    QVERIFY(!report->is_sound());
}

void TestVaultCheck::a_log_left_behind_counts() {
    Bytes main;
    Bytes log;
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("UPDATE t SET b = b || 'x';"));
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (900, hex(zeroblob(1500)));"));
        main = read_file(path_);
        log = read_file(path_.string() + "-wal");
    }
    write_file(path_, main);
    write_file(path_.string() + "-wal", log);
    auto report = check();
    CHECK_OK(report);
    QVERIFY(report->is_sound());
    QCOMPARE(report->log_blocks, log.size() / kVaultPageBytes);
    QCOMPARE(report->log_blocks_unreadable, std::uint64_t{0});
    QCOMPARE(*small_.sum(path_), SmallVault::kSum + 900);
    // A block of the main file that the log holds anew may be torn: a power cut during a checkpoint.
    Bytes torn = main;
    break_block(torn, 2);
    break_block(torn, 1);
    write_file(path_, torn);
    report = check();
    CHECK_OK(report);
    QVERIFY(report->is_sound());
    // The log's torn end takes back what was not committed wholly, as SQLite does it.
    write_file(path_, main);
    Bytes cut = log;
    cut[cut.size() - 100] ^= 1U;
    write_file(path_.string() + "-wal", cut);
    report = check();
    CHECK_OK(report);
    QVERIFY(report->is_sound());
    QCOMPARE(report->log_blocks_unreadable, std::uint64_t{1});
    const auto seen = small_.sum(path_);
    CHECK_OK(seen);
    QCOMPARE(*seen, SmallVault::kSum);
    auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    QCOMPARE(*(*vault)->database().query_integer("SELECT sum(a) FROM t"), SmallVault::kSum);
}

void TestVaultCheck::a_broken_structure_is_counted_not_told() {
    // Page 9 once more as page 8, sealed as it should be: every block authenticates, the tree does not hold together.
    auto header = choose_header(std::span{small_.bytes}.first(kHeaderBytes));
    CHECK_OK(header);
    const BlockCipher cipher{BlockFile::kMain, header->header.file, small_.data_key, kVaultPageBytes};
    Bytes bytes = small_.bytes;
    Bytes plain(cipher.plain_bytes());
    const auto block = [&bytes](std::size_t number) {
        return std::span{bytes}.subspan(kHeaderBytes + number * kVaultPageBytes, kVaultPageBytes);
    };
    QVERIFY(cipher.open(8, block(8), plain));
    cipher.seal(7, plain, block(7));
    write_file(path_, bytes);
    const auto report = check();
    CHECK_OK(report);
    QVERIFY(report->damaged_blocks.empty());
    QVERIFY(report->structure_faults > 0);
    QVERIFY(!report->is_sound());
}

void TestVaultCheck::can_be_stopped() {
    for (int at = 0; at < 3; ++at) {
        int count = 0;
        CHECK_ERROR(check([&](std::uint64_t, std::uint64_t) { return count++ < at; }), ErrorCode::kCancelled);
    }
}

void TestVaultCheck::what_cannot_be_checked() {
    CHECK_ERROR(check_vault(path_, VaultSecret::passphrase(secret("wrong")), {}, {}), ErrorCode::kWrongSecret);
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_ERROR(check(), ErrorCode::kInUse);
    }
    Bytes bytes = small_.bytes;
    bytes[100] ^= 1U;
    bytes[kHeaderCopyBytes + 100] ^= 1U;
    write_file(path_, bytes);
    CHECK_ERROR(check(), ErrorCode::kDamaged);
    write_file(path_, bytes_of("no vault at all"));
    CHECK_ERROR(check(), ErrorCode::kNotOurFile);
    fs::remove(path_);
    CHECK_ERROR(check(), ErrorCode::kNotFound);
}

QTEST_APPLESS_MAIN(TestVaultCheck)
#include "tst_vault_check.moc"
