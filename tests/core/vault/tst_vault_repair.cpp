// SPDX-License-Identifier: Apache-2.0
// Saving rows from a damaged vault: each whose own blocks are intact, whatever else is lost, and nothing that was not
// there.
#include <QtTest/QTest>

#include <set>

#include "small_vault.h"
#include "support/crashes.h"
#include "support/random.h"
#include "support/watched_folders.h"
#include "support/watched_vfs.h"
#include "vault/page_source.h"
#include "vault/table_pages.h"
#include "vault/vault_repair.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::array kSchema{Migration{3,
                                       "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;"
                                       "CREATE INDEX t_b ON t (b);"}};
constexpr std::array<std::string_view, 1> kTable{"t"};

RepairPlan plan() {
    return {.schema = kSchema, .told_by_shape = kTable, .cuttable = kTable, .cut_mark = "~"};
}

constexpr std::size_t kUsable = 4032;  // of a page, without its reserved bytes
constexpr std::size_t kPerOverflow = kUsable - 4;
constexpr std::size_t kInPage = 481;  // of a row of kRowBytes: the format's least share
constexpr std::size_t kRowBytes = kInPage + 40 * kPerOverflow;

void put_varint(Bytes& page, std::size_t& at, std::size_t value) {
    for (int shift = 14; shift >= 0; shift -= 7) {
        page[at++] =
            static_cast<std::uint8_t>((value >> static_cast<unsigned>(shift)) & 0x7FU) | (shift > 0 ? 0x80U : 0U);
    }
}

/// Page 4 holds two rows that go on in page 2; page 2 goes on in page 3, and page 3 in page 2.
class CircularPages final : public PageSource {
public:
    CircularPages() {
        leaf[0] = 0x0D;
        leaf[4] = 2;
        std::size_t at = 1000;
        for (std::size_t cell = 0; cell < 2; ++cell) {
            leaf[8 + 2 * cell] = static_cast<std::uint8_t>(at / 256);
            leaf[9 + 2 * cell] = static_cast<std::uint8_t>(at % 256);
            put_varint(leaf, at, kRowBytes);
            leaf[at++] = static_cast<std::uint8_t>(cell + 1);
            const std::size_t payload = at;
            leaf[at++] = 4;  // the record's header: itself, and one text that fills the rest
            put_varint(leaf, at, 13 + 2 * (kRowBytes - 4));
            std::fill(leaf.begin() + static_cast<std::ptrdiff_t>(at),
                      leaf.begin() + static_cast<std::ptrdiff_t>(payload + kInPage), 'x');
            at = payload + kInPage;
            leaf[at + 3] = 2;
            at += 4;
        }
    }
    [[nodiscard]] std::uint32_t page_count() const noexcept override { return 50; }
    [[nodiscard]] Status read_page(std::uint32_t number, std::span<std::uint8_t> out) override {
        ++reads;
        std::ranges::fill(out, std::uint8_t{'y'});
        std::fill_n(out.begin(), 3, std::uint8_t{0});
        out[3] = number == 2 ? 3 : 2;
        return {};
    }

    Bytes leaf = Bytes(kVaultPageBytes);
    std::size_t reads{0};
};

}  // namespace

class TestVaultRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void a_sound_vault_is_copied_whole();
    void without_its_first_page();
    void a_long_row_is_cut_where_its_chain_breaks();
    void a_chain_that_bites_its_tail_is_cut();
    void tables_without_row_ids_are_saved();
    void never_changes_the_damaged_file();
    void without_a_header_there_is_no_key();
    void a_forged_header_gets_no_seal();
    void a_forged_copy_is_passed_over();
    void refusals_and_stops_leave_nothing();
    void a_full_disk_leaves_nothing();
    void power_cut_at_every_operation();

private:
    [[nodiscard]] Result<RepairReport> repair(const VaultOptions& options = {}, const OnProgress& progress = {}) const {
        return repair_vault(path_, SmallVault::secret_to_open(), target_, plan(), options, progress);
    }
    void damage(const std::vector<std::uint32_t>& blocks) {
        Bytes bytes = small_.bytes;
        for (const auto block : blocks) {
            bytes[kHeaderBytes + (block - 1) * std::size_t{kVaultPageBytes} + 9] ^= 4U;
        }
        write_file(path_, bytes);
    }

    /// The header as `change` leaves it, sealed with `key`, in the copies named.
    template <typename Change>
    [[nodiscard]] Bytes with_header(const SecretBytes& key, std::initializer_list<std::size_t> copies, Change change) {
        VaultHeader header = choose_header(std::span{small_.bytes}.first(kHeaderBytes))->header;
        change(header);
        const HeaderCopy copy = encode_header(header, key);
        Bytes bytes = small_.bytes;
        for (const std::size_t number : copies) {
            std::ranges::copy(copy, bytes.begin() + static_cast<std::ptrdiff_t>(number * kHeaderCopyBytes));
        }
        return bytes;
    }

    SmallVault small_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path_;
    fs::path target_;
};

void TestVaultRepair::initTestCase() {
    CHECK_OK(small_.make());
}

void TestVaultRepair::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path{folder_->path().toStdString()} / "journal.pennydrop";
    target_ = path_.parent_path() / "repaired.pennydrop";
    write_file(path_, small_.bytes);
}

void TestVaultRepair::a_sound_vault_is_copied_whole() {
    const auto report = repair();
    CHECK_OK(report);
    QVERIFY(report->is_complete());
    QVERIFY(report->schema_was_read);
    QCOMPARE(report->find("t")->saved.size(), static_cast<std::size_t>(SmallVault::kRows));
    QCOMPARE(*small_.sum(target_), SmallVault::kSum);
    const auto old_info = Vault::info_of(path_, {});
    const auto new_info = Vault::info_of(target_, {});
    QVERIFY(old_info->id == new_info->id);
    QVERIFY(old_info->key_slots == new_info->key_slots);
    QVERIFY(old_info->file != new_info->file);
    CHECK_OK(Vault::open_with_recovery(target_, *small_.recovery_code, {}));
}

void TestVaultRepair::without_its_first_page() {
    damage({1});
    const auto report = repair();
    CHECK_OK(report);
    QVERIFY(!report->schema_was_read);
    QVERIFY(!report->is_complete());
    QCOMPARE(report->damaged_blocks, std::uint64_t{1});
    QCOMPARE(report->find("t")->saved.size(), static_cast<std::size_t>(SmallVault::kRows));
    QCOMPARE(*small_.sum(target_), SmallVault::kSum);
}

void TestVaultRepair::a_long_row_is_cut_where_its_chain_breaks() {
    Bytes before;
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        // Two-byte characters over six overflow pages, which are new ones at the end of the file.
        CHECK_OK((*vault)->database().execute("INSERT INTO t SELECT 777, replace(hex(zeroblob(6000)), '00', 'ä');"));
        before = read_file(path_);
    }
    const Bytes bytes = read_file(path_);
    std::set<std::size_t> lengths;
    for (std::size_t at = small_.bytes.size(); at < bytes.size(); at += kVaultPageBytes) {
        Bytes damaged = bytes;
        damaged[at + 100] ^= 1U;
        write_file(path_, damaged);
        fs::remove(target_);
        const auto report = repair();
        CHECK_OK(report);
        QCOMPARE(report->damaged_blocks, std::uint64_t{1});
        const auto& table = *report->find("t");
        QVERIFY(table.saved.size() >= static_cast<std::size_t>(SmallVault::kRows));
        if (table.cut.empty()) {
            continue;  // the page was of the index, or the row's own leaf
        }
        QVERIFY(table.cut == std::vector<std::int64_t>{777});
        auto reader = VaultReader::open_with_key(target_, small_.data_key, {}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        auto database = ReadOnlyDatabase::open(*reader);
        CHECK_OK(database);
        auto select = database->connection().prepare("SELECT b FROM t WHERE a = 777");
        CHECK_OK(select);
        CHECK_OK(select->step());
        const std::string text{select->text(0)};
        QVERIFY(text.ends_with("ä~"));
        QVERIFY(text.size() < 12'000);
        lengths.insert(text.size());
    }
    QVERIFY(lengths.size() >= 2);  // broken in different places
}

/// No page belongs to a row twice, nor to two rows of a page: what says so is broken, and must keep nobody busy.
void TestVaultRepair::a_chain_that_bites_its_tail_is_cut() {
    CircularPages pages;
    std::vector<std::size_t> texts;
    for_each_row(pages, pages.leaf, 4, [&texts](const SalvagedRow& row) {
        QVERIFY(row.is_cut && row.columns.size() == 1);
        texts.push_back(row.columns.front().bytes.size());
    });
    const std::size_t in_page = kInPage - 4;
    QCOMPARE(texts, (std::vector<std::size_t>{in_page + 2 * kPerOverflow, in_page}));
    QCOMPARE(pages.reads, std::size_t{2});
}

void TestVaultRepair::tables_without_row_ids_are_saved() {
    // Rows on leaves, on the pages above them, and on overflow pages; one table's key is not its first column.
    static constexpr std::array kKeyed{
        Migration{3,
                  "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;"
                  "CREATE TABLE ids (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
                  "CREATE TABLE words (note TEXT, number REAL, word TEXT NOT NULL, place INTEGER NOT NULL,"
                  " PRIMARY KEY (word, place)) STRICT, WITHOUT ROWID;"}};
    static constexpr std::array<std::string_view, 2> kShapes{"t", "ids"};
    const RepairPlan keyed{.schema = kKeyed, .told_by_shape = kShapes, .cuttable = kTable, .cut_mark = "~"};
    constexpr std::size_t kIds = 2000;
    constexpr std::size_t kWords = 300;
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute(
            "DROP INDEX t_b; CREATE TABLE ids (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
            "CREATE TABLE words (note TEXT, number REAL, word TEXT NOT NULL, place INTEGER NOT NULL,"
            " PRIMARY KEY (word, place)) STRICT, WITHOUT ROWID;"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
            "INSERT INTO ids SELECT randomblob(16) FROM n;"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
            "INSERT INTO words SELECT CASE i % 3 WHEN 0 THEN hex(zeroblob(3000)) END, i * 1.0, 'w' || (i % 50), i FROM "
            "n;"
            "PRAGMA wal_checkpoint(TRUNCATE);"));
    }
    const Bytes bytes = read_file(path_);
    const auto contents = [this](const fs::path& path) {
        auto reader = VaultReader::open_with_key(path, small_.data_key, {}, VaultReader::Access::kShared);
        auto database = ReadOnlyDatabase::open(*reader);
        auto select = database->connection().prepare(
            "SELECT hex(id) FROM ids UNION ALL SELECT word || place || ' ' || number || ifnull(note, '-') FROM words");
        std::set<std::string> rows;
        while (*select->step()) {
            rows.emplace(select->text(0));
        }
        return rows;
    };
    const auto whole = contents(path_);
    QCOMPARE(whole.size(), kIds + kWords);
    const auto repaired = [&] { return repair_vault(path_, SmallVault::secret_to_open(), target_, keyed, {}, {}); };
    {
        const auto report = repaired();
        CHECK_OK(report);
        QVERIFY(report->is_complete());
        QCOMPARE(report->find("ids")->saved.size(), kIds);
        QCOMPARE(report->find("words")->saved.size(), kWords);
        QVERIFY(contents(target_) == whole);
    }
    // Without the schema the ids are told by their shape; the other table is not.
    Bytes damaged = bytes;
    damaged[kHeaderBytes + 9] ^= 4U;
    write_file(path_, damaged);
    fs::remove(target_);
    {
        const auto report = repaired();
        CHECK_OK(report);
        QCOMPARE(report->find("ids")->saved.size(), kIds);
        QVERIFY(report->find("words")->saved.empty());
        QVERIFY(std::ranges::includes(whole, contents(target_)));
    }
    // One page after the other: never anything that was not there, and all that is on the others.
    std::size_t most_lost = 0;
    const std::size_t step = bytes.size() / kVaultPageBytes / 8 * kVaultPageBytes;
    for (std::size_t at = kHeaderBytes + kVaultPageBytes; at < bytes.size(); at += step) {
        damaged = bytes;
        damaged[at + 100] ^= 1U;
        write_file(path_, damaged);
        fs::remove(target_);
        CHECK_OK(repaired());
        const auto rows = contents(target_);
        QVERIFY(std::ranges::includes(whole, rows));
        most_lost = std::max(most_lost, whole.size() - rows.size());
    }
    QVERIFY(most_lost > 0 && most_lost < 250);  // what one page of ids holds
}

void TestVaultRepair::never_changes_the_damaged_file() {
    damage({1, 4, 9});
    const Bytes bytes = read_file(path_);
    WatchedVfs disk;
    disk.record();
    CHECK_OK(repair({.below = disk.vfs()}));
    for (const auto& operation : disk.operations()) {
        QVERIFY(!operation.file.starts_with(path_.string()));
    }
    QVERIFY(read_file(path_) == bytes);
}

void TestVaultRepair::without_a_header_there_is_no_key() {
    Bytes bytes = small_.bytes;
    bytes[500] ^= 1U;
    write_file(path_, bytes);
    CHECK_OK(repair());  // one copy is enough
    fs::remove(target_);
    bytes[kHeaderCopyBytes + 500] ^= 1U;
    write_file(path_, bytes);
    CHECK_ERROR(repair(), ErrorCode::kDamaged);
    QVERIFY(!fs::exists(target_));
}

/// Somebody who can change the file has put their own key for the drop box into it and taken a way in away. Repairing
/// must not make that true.
void TestVaultRepair::a_forged_header_gets_no_seal() {
    const auto before = Vault::info_of(path_, {});
    CHECK_OK(before);
    DropBoxPublicKey theirs{};
    theirs.fill(0x42);
    const auto forge = [&theirs](VaultHeader& header) {
        header.drop_box = theirs;
        header.generation = ~std::uint64_t{0};
        header.key_slots[5].fill(0xEE);
        std::swap(header.key_slots[0], header.key_slots[3]);
    };
    // Without the key; and as an older repair may have sealed it.
    const SecretBytes no_key{kDataKeyBytes};
    for (const bool has_seal : {false, true}) {
        const Bytes forged = with_header(has_seal ? small_.data_key : no_key, {0, 1}, forge);
        write_file(path_, forged);
        CHECK_ERROR(Vault::open(path_, secret(SmallVault::kPassphrase), {}), ErrorCode::kDamaged);
        QVERIFY(read_file(path_) == forged);
        fs::remove(target_);
        const auto report = repair();
        CHECK_OK(report);
        QVERIFY(!report->header_is_authentic && !report->is_complete());
        const auto after = Vault::info_of(target_, {});
        QVERIFY(after->drop_box == before->drop_box);
        QVERIFY(after->id == before->id);
        QVERIFY(after->generation < std::uint64_t{1} << 33U);
        QCOMPARE(after->key_slots.size(), std::size_t{1});
        QVERIFY(after->key_slots.front() == before->key_slots.front());
        QCOMPARE(*small_.sum(target_), SmallVault::kSum);
        CHECK_OK(Vault::open(target_, secret(SmallVault::kPassphrase), {}));
        CHECK_ERROR(Vault::open_with_recovery(target_, *small_.recovery_code, {}), ErrorCode::kWrongSecret);
    }
    fs::remove(target_);
    CHECK_OK(repair_vault(path_, VaultSecret::recovery_code(*small_.recovery_code), target_, plan(), {}, {}));
    CHECK_OK(Vault::open_with_recovery(target_, *small_.recovery_code, {}));
    QCOMPARE(Vault::info_of(target_, {})->key_slots.size(), std::size_t{1});
}

void TestVaultRepair::a_forged_copy_is_passed_over() {
    const auto before = Vault::info_of(path_, {});
    for (const std::size_t forged : {std::size_t{0}, std::size_t{1}}) {
        write_file(path_, with_header(SecretBytes::random(kDataKeyBytes), {forged}, [](VaultHeader& header) {
                       header.generation += 7;
                       header.drop_box.fill(0x42);
                       header.key_slots[1] = {};
                   }));
        fs::remove(target_);
        const auto report = repair();
        CHECK_OK(report);
        QVERIFY(report->is_complete());
        const auto after = Vault::info_of(target_, {});
        QVERIFY(after->drop_box == before->drop_box);
        QVERIFY(after->key_slots == before->key_slots);
        QCOMPARE(after->generation, before->generation + 1);
    }
}

void TestVaultRepair::refusals_and_stops_leave_nothing() {
    write_file(target_, bytes_of("somebody's"));
    CHECK_ERROR(repair(), ErrorCode::kAlreadyExists);
    QCOMPARE(read_file(target_).size(), std::size_t{10});
    fs::remove(target_);
    CHECK_ERROR(repair_vault(path_, VaultSecret::passphrase(secret("wrong")), target_, plan(), {}, {}),
                ErrorCode::kWrongSecret);
    int steps = 0;
    CHECK_OK(repair({}, [&steps](std::uint64_t, std::uint64_t) { return ++steps > 0; }));
    fs::remove(target_);
    QVERIFY(steps > 10);
    for (int at = 0; at < steps; at += std::max(1, steps / 8)) {
        int count = 0;
        CHECK_ERROR(repair({}, [&](std::uint64_t, std::uint64_t) { return count++ < at; }), ErrorCode::kCancelled);
        QCOMPARE(names_in(path_.parent_path()), std::vector<std::string>{"journal.pennydrop"});
    }
}

void TestVaultRepair::a_full_disk_leaves_nothing() {
    WatchedVfs disk;
    disk.judge = [](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kWrite && info.offset + info.amount > 60'000 ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR(repair({.below = disk.vfs()}), ErrorCode::kDiskFull);
    QCOMPARE(names_in(path_.parent_path()), std::vector<std::string>{"journal.pennydrop"});
}

/// The damaged journal is what it was, byte by byte, and the repaired one has its name when it is whole and not before.
void TestVaultRepair::power_cut_at_every_operation() {
    damage({4, 9, 30});
    const Bytes damaged = read_file(path_);
    const auto start = files_in(path_.parent_path());
    WatchedVfs disk;
    WatchedFolders folders{disk};
    disk.record();
    const auto report = repair({.below = disk.vfs(), .folders = &folders});
    CHECK_OK(report);
    QVERIFY(!report->is_complete());
    const auto operations = disk.operations();
    const auto saved = small_.sum(target_);
    CHECK_OK(saved);
    QVERIFY(*saved > SmallVault::kSum / 2 && *saved < SmallVault::kSum);
    std::size_t without = 0;
    std::size_t whole = 0;
    bool failed = false;
    const std::string last = "operation " + std::to_string(operations.size()) + " of";
    const auto states =
        for_each_crash(path_.parent_path(), start, operations, long_run() ? 1 : 7, [&](const std::string& place) {
            const bool is_there = fs::exists(target_);
            const auto sum = small_.sum(target_);
            without += is_there ? 0 : 1;
            whole += is_there ? 1 : 0;
            failed = read_file(path_) != damaged || (is_there && (!sum || *sum != *saved)) ||
                     (!is_there && place.starts_with(last)) || (is_there && fs::exists(target_.string() + "-wal"));
            if (failed) {
                qWarning("%s: %s", place.c_str(), describe(sum).c_str());
            }
            return !failed;
        });
    qInfo("%zu crashes: the repaired journal is there in %zu, and not yet in %zu", states, whole, without);
    QVERIFY(!failed);
    QVERIFY(without > 30 && whole >= 5);
    // What a crash leaves is in nobody's way.
    lay_out(path_.parent_path(), start);
    write_file(target_.string() + ".new-0123456789abcdef", bytes_of("cut off"));
    CHECK_OK(repair());
    QCOMPARE(*small_.sum(target_), *saved);
}

QTEST_APPLESS_MAIN(TestVaultRepair)
#include "tst_vault_repair.moc"
