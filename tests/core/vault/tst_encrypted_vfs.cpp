// SPDX-License-Identifier: Apache-2.0
// What the encrypting file system refuses, so that nothing readable can reach the disk and nobody else's bytes get in.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"
#include "vault/sqlite_start.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestEncryptedVfs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void options_have_limits_data();
    void options_have_limits();
    void names_are_unique();
    void no_temporary_file_even_if_asked();
    void no_rollback_journal();
    void a_planted_journal_is_ignored();
    void a_planted_log_is_ignored_data();
    void a_planted_log_is_ignored();
    void no_other_database_is_attached();
    void no_memory_mapping_and_no_preallocation();
    void no_shared_memory();
    void used_reserved_bytes_are_refused();
    void nothing_readable_in_the_files();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "sealed"; }
    std::vector<std::string> names() const { return names_in(folder_->path().toStdString()); }
    sqlite3* database() const { return sealed_->handle(); }
    void reopen();

    std::unique_ptr<QTemporaryDir> folder_;
    WatchedVfs disk_;
    std::optional<SealedDatabase> sealed_;
};

void TestEncryptedVfs::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    write_test_header(path(), test_header(1));
    auto made = open_sealed(disk_.vfs(), path(), true);
    CHECK_OK(made);
    sealed_.emplace(std::move(*made));
    QCOMPARE(run_sql(database(), "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'one')"), SQLITE_OK);
}

void TestEncryptedVfs::cleanup() {
    sealed_.reset();
    disk_.judge = {};
}

void TestEncryptedVfs::reopen() {
    sealed_.reset();
    auto opened = open_sealed(disk_.vfs(), path(), false);
    CHECK_OK(opened);
    sealed_.emplace(std::move(*opened));
}

void TestEncryptedVfs::options_have_limits_data() {
    QTest::addColumn<quint32>("block");
    QTest::addColumn<bool>("allowed");
    for (const quint32 block : {1024U, 2048U, 4096U, 8192U, 16384U, 32768U, 65536U}) {
        QTest::addRow("%u", block) << block << true;
    }
    for (const quint32 block : {0U, 1U, 512U, 1000U, 4095U, 5120U, 131072U, 0x80000000U}) {
        QTest::addRow("%u", block) << block << false;
    }
}

void TestEncryptedVfs::options_have_limits() {
    QFETCH(quint32, block);
    QFETCH(bool, allowed);
    const auto shim = make_shim(nullptr, {.block_bytes = block}, test_key(), test_file_id());
    QCOMPARE(shim.has_value(), allowed);
    if (!allowed) {
        CHECK_ERROR(shim, ErrorCode::kInvalid);
    }
}

void TestEncryptedVfs::names_are_unique() {
    EncryptedVfsOptions options{.name = "twice", .below = *start_sqlite(nullptr), .file = test_file_id()};
    {
        const auto first = EncryptedVfs::create(options, test_key());
        CHECK_OK(first);
        QVERIFY(sqlite3_vfs_find("twice") != nullptr);
        CHECK_ERROR(EncryptedVfs::create(options, test_key()), ErrorCode::kInvalid);
    }
    QVERIFY(sqlite3_vfs_find("twice") == nullptr);
    options.name = "";
    CHECK_ERROR(EncryptedVfs::create(options, test_key()), ErrorCode::kInvalid);
    options.name = "twice";
    options.below = nullptr;
    CHECK_ERROR(EncryptedVfs::create(options, test_key()), ErrorCode::kInvalid);
    options.below = *start_sqlite(nullptr);
    CHECK_ERROR(EncryptedVfs::create(options, SecretBytes{16}), ErrorCode::kInvalid);
    // It never becomes the default for databases that are nothing to do with it.
    QVERIFY(std::string{(*start_sqlite(nullptr))->zName} == "unix");
}

void TestEncryptedVfs::no_temporary_file_even_if_asked() {
    QCOMPARE(run_sql(database(), "PRAGMA temp_store = FILE; PRAGMA cache_size = 5"), SQLITE_OK);
    // Whether SQLite finds a way in memory or gives an error, no file but the two may be opened.
    (void)run_sql(database(), "CREATE TEMP TABLE big (x); INSERT INTO big VALUES (zeroblob(3000000))");
    (void)run_sql(database(),
                  "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 40000)"
                  " SELECT max(x) FROM (SELECT hex(randomblob(60)) AS x FROM n ORDER BY x)");
    (void)run_sql(database(), "VACUUM");
    for (const auto& [name, flags] : disk_.opened()) {
        QVERIFY(!name.empty());
        QVERIFY(name.ends_with("/sealed") || name.ends_with("/sealed-wal"));
    }
    QCOMPARE(names(), (std::vector<std::string>{"sealed", "sealed-wal"}));
    QCOMPARE(run_sql(database(), "PRAGMA temp_store = MEMORY"), SQLITE_OK);
    QCOMPARE(ask_sql(database(), "SELECT b FROM main.t"), std::string{"one"});
}

void TestEncryptedVfs::no_rollback_journal() {
    for (const char* mode : {"DELETE", "TRUNCATE", "PERSIST"}) {
        (void)ask_sql(database(), std::string{"PRAGMA journal_mode = "} + mode);
        (void)run_sql(database(), "INSERT INTO t VALUES (2, 'two')");
        for (const auto& name : names()) {
            QVERIFY(!name.ends_with("-journal"));
        }
        reopen();
        QCOMPARE(ask_sql(database(), "PRAGMA journal_mode"), std::string{"wal"});
        QVERIFY(dump(database()).has_value());
    }
}

void TestEncryptedVfs::a_planted_journal_is_ignored() {
    sealed_.reset();
    // A real hot journal, made by plain SQLite, which would put zeros over page 1.
    const fs::path planted = path().string() + "-journal";
    Bytes journal(512 + 4 + 4096 + 4);
    const auto magic = std::array<std::uint8_t, 8>{0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7};
    std::ranges::copy(magic, journal.begin());
    journal[11] = 1;     // one record
    journal[19] = 2;     // pages before
    journal[22] = 2;     // sector 512
    journal[26] = 0x10;  // page 4096
    journal[512 + 3] = 1;
    write_file(planted, journal);
    const Bytes before = read_file(path());
    reopen();
    QCOMPARE(ask_sql(database(), "SELECT b FROM t"), std::string{"one"});
    QCOMPARE(run_sql(database(), "INSERT INTO t VALUES (2, 'two')"), SQLITE_OK);
    reopen();
    QCOMPARE(ask_sql(database(), "SELECT count(*) FROM t"), std::string{"2"});
    QVERIFY(read_file(planted) == journal);
}

void TestEncryptedVfs::a_planted_log_is_ignored_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("zeros") << 0;
    QTest::newRow("random") << 1;
    QTest::newRow("the main file") << 2;
    QTest::newRow("a plain log of SQLite") << 3;
}

void TestEncryptedVfs::a_planted_log_is_ignored() {
    QFETCH(int, what);
    sealed_.reset();
    const fs::path planted = path().string() + "-wal";
    if (what == 0) {
        write_file(planted, Bytes(20000));
    } else if (what == 1) {
        write_file(planted, Random{5}.bytes(20000));
    } else if (what == 2) {
        const Bytes main = read_file(path());
        write_file(planted, std::span{main}.subspan(kHeaderBytes));
    } else {
        const fs::path plain = folder_->filePath("plain").toStdString();
        auto other = Connection::open(plain.string(), "", true);
        CHECK_OK(other);
        QCOMPARE(run_sql(other->handle(),
                         "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; CREATE TABLE t (a, b);"
                         "INSERT INTO t VALUES (7, 'forged')"),
                 SQLITE_OK);
        write_file(planted, read_file(plain.string() + "-wal"));
    }
    reopen();
    QCOMPARE(ask_sql(database(), "SELECT a || b FROM t"), std::string{"1one"});
    QCOMPARE(run_sql(database(), "INSERT INTO t VALUES (2, 'two')"), SQLITE_OK);
    reopen();
    QVERIFY(dump(database()).has_value());
    QCOMPARE(ask_sql(database(), "SELECT group_concat(b) FROM t"), std::string{"one,two"});
}

void TestEncryptedVfs::no_other_database_is_attached() {
    const fs::path plain = folder_->filePath("plain").toStdString();
    {
        auto other = Connection::open(plain.string(), "", true);
        CHECK_OK(other);
        QCOMPARE(run_sql(other->handle(), "CREATE TABLE p (x); INSERT INTO p VALUES ('theirs')"), SQLITE_OK);
    }
    const Bytes before = read_file(plain);
    (void)run_sql(database(), "ATTACH '" + plain.string() + "' AS other");
    QVERIFY(ask_sql(database(), "SELECT x FROM other.p").starts_with("error"));
    QVERIFY(run_sql(database(), "INSERT INTO other.p VALUES ('ours')") != SQLITE_OK);
    (void)run_sql(database(), "DETACH other");
    QVERIFY(read_file(plain) == before);
    // A new one would begin without a header, and a temporary one would have no seal.
    const fs::path fresh = folder_->filePath("fresh").toStdString();
    (void)run_sql(database(), "ATTACH '" + fresh.string() +
                                  "' AS other; CREATE TABLE other.readable (x);"
                                  "INSERT INTO other.readable VALUES ('readable text')");
    (void)run_sql(database(), "DETACH other");
    const Bytes made = read_file(fresh);
    QVERIFY(std::ranges::search(made, bytes_of("readable")).empty());
    QCOMPARE(ask_sql(database(), "SELECT b FROM t"), std::string{"one"});
}

void TestEncryptedVfs::no_memory_mapping_and_no_preallocation() {
    disk_.judge = [](const CallInfo&) { return Verdict{}; };
    QCOMPARE(ask_sql(database(), "PRAGMA mmap_size = 268435456"), std::string{"0"});
    QCOMPARE(ask_sql(database(), "PRAGMA mmap_size"), std::string{"0"});
    int chunk = 1 << 20;
    QCOMPARE(sqlite3_file_control(database(), "main", SQLITE_FCNTL_CHUNK_SIZE, &chunk), SQLITE_OK);
    sqlite3_int64 hint = 1 << 22;
    QCOMPARE(sqlite3_file_control(database(), "main", SQLITE_FCNTL_SIZE_HINT, &hint), SQLITE_OK);
    QCOMPARE(run_sql(database(), "INSERT INTO t VALUES (2, zeroblob(20000)); PRAGMA wal_checkpoint(TRUNCATE)"),
             SQLITE_OK);
    QVERIFY(fs::file_size(path()) < 100000);
    reopen();
    QVERIFY(dump(database()).has_value());
}

void TestEncryptedVfs::no_shared_memory() {
    QCOMPARE(ask_sql(database(), "PRAGMA locking_mode = NORMAL"), std::string{"exclusive"});
    QCOMPARE(ask_sql(database(), "SELECT b FROM t"), std::string{"one"});
    for (const auto& name : names()) {
        QVERIFY(!name.ends_with("-shm"));
    }
    // A connection that forgot exclusive locking gets an error, not a log index in a file.
    sealed_.reset();
    auto shim = make_shim(disk_.vfs(), {}, test_key(), test_file_id());
    CHECK_OK(shim);
    auto careless = Connection::open(path().string(), (*shim)->name(), false);
    CHECK_OK(careless);
    QVERIFY(ask_sql(careless->handle(), "SELECT b FROM t").starts_with("error"));
    QCOMPARE(names(), std::vector<std::string>{"sealed"});
    *careless = std::move(*Connection::open(":memory:", "", true));
}

void TestEncryptedVfs::used_reserved_bytes_are_refused() {
    sealed_.reset();
    const fs::path other = folder_->filePath("other").toStdString();
    auto shim = make_shim(disk_.vfs(), {}, test_key(), test_file_id());
    CHECK_OK(shim);
    {
        // A database made without reserving space: its first full page must not lose its last bytes.
        auto careless = Connection::open(other.string(), (*shim)->name(), true);
        CHECK_OK(careless);
        QVERIFY(run_sql(careless->handle(),
                        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY;"
                        "CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(9000))") != SQLITE_OK);
    }
    {
        // Another page size than the blocks have.
        auto careless = Connection::open(other.string() + "2", (*shim)->name(), true);
        CHECK_OK(careless);
        QVERIFY(run_sql(careless->handle(),
                        "PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY;"
                        "CREATE TABLE t (x)") != SQLITE_OK);
    }
}

void TestEncryptedVfs::nothing_readable_in_the_files() {
    QCOMPARE(run_sql(database(), "CREATE TABLE notes (n); INSERT INTO notes VALUES ('a very private sentence')"),
             SQLITE_OK);
    for (const auto& name : names()) {
        const Bytes file = read_file(path().parent_path() / name);
        for (const auto* text : {"very private", "SQLite format 3", "CREATE TABLE", "notes"}) {
            CHECK_WITH(std::ranges::search(file, bytes_of(text)).empty(), name + ": " + text);
        }
    }
}

QTEST_APPLESS_MAIN(TestEncryptedVfs)
#include "tst_encrypted_vfs.moc"
