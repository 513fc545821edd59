// SPDX-License-Identifier: Apache-2.0
// SQLite on sealed blocks answers exactly as SQLite on plain memory, whatever it is asked to do, at every block size;
// and the reserved bytes of every page stay zero.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"
#include "support/workload.h"
#include "vault/block_cipher.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

/// A plain database in memory with the same geometry.
Connection plain_peer(const Geometry& geometry) {
    auto peer = Connection::open(":memory:", "", true);
    int reserved = EncryptedVfs::kReservedBytes;
    (void)sqlite3_file_control(peer->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    (void)run_sql(peer->handle(), "PRAGMA page_size = " + std::to_string(geometry.block_bytes) +
                                      "; PRAGMA auto_vacuum = " + std::to_string(geometry.auto_vacuum));
    return std::move(*peer);
}

/// Every block of the main file opens, and its last 24 plain bytes (the rest of the reserved space) are zero.
bool blocks_are_sound(const fs::path& path, const Geometry& geometry) {
    const Bytes file = read_file(path);
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), geometry.block_bytes};
    Bytes plain(cipher.plain_bytes());
    const std::size_t start = geometry.header_bytes;
    for (std::size_t at = start, number = 0; at < file.size(); at += geometry.block_bytes, ++number) {
        if (at + geometry.block_bytes > file.size() ||
            !cipher.open(number, std::span{file}.subspan(at, geometry.block_bytes), plain) ||
            std::ranges::any_of(std::span{plain}.last(24), [](std::uint8_t b) { return b != 0; })) {
            return false;
        }
    }
    return file.size() > start;
}

int copy_database(sqlite3* to, sqlite3* from) {
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        return sqlite3_extended_errcode(to);
    }
    (void)sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup);
}

}  // namespace

class TestSealedWorkload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_like_plain_sqlite_data();
    void answers_like_plain_sqlite();
    void backup_out_and_in();
    void a_backup_without_reserved_bytes_is_refused();
};

void TestSealedWorkload::answers_like_plain_sqlite_data() {
    QTest::addColumn<int>("block");
    QTest::addColumn<int>("auto_vacuum");
    for (const int block : {1024, 2048, 4096, 8192, 16384, 32768, 65536}) {
        for (const int auto_vacuum : {0, 1, 2}) {
            QTest::addRow("%d bytes, auto_vacuum %d", block, auto_vacuum) << block << auto_vacuum;
        }
    }
}

void TestSealedWorkload::answers_like_plain_sqlite() {
    QFETCH(int, block);
    QFETCH(int, auto_vacuum);
    const Geometry geometry{.block_bytes = static_cast<std::uint32_t>(block), .auto_vacuum = auto_vacuum};
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "sealed";
    const auto seed = static_cast<std::uint64_t>(block * 4 + auto_vacuum);
    write_test_header(path, test_header(1));
    const Bytes header = read_file(path);
    WatchedVfs disk;
    disk.record();
    std::optional<SealedDatabase> sealed;
    {
        auto made = open_sealed(disk.vfs(), path, true, geometry);
        CHECK_OK(made);
        sealed.emplace(std::move(*made));
    }
    Connection peer = plain_peer(geometry);
    Workload::prepare(sealed->handle());
    Workload::prepare(peer.handle());
    Workload for_sealed{seed};
    Workload for_peer{seed};
    Random random{seed};
    const int steps = long_run() ? 6000 : short_run() ? 70 : 220;
    for (int i = 0; i < steps; ++i) {
        const std::string ours = for_sealed.step(sealed->handle());
        const std::string theirs = for_peer.step(peer.handle());
        CHECK_WITH(ours == theirs,
                   "step " + std::to_string(i) + ": " + ours.substr(0, 200) + " / " + theirs.substr(0, 200));
        const bool between = sqlite3_get_autocommit(sealed->handle()) != 0;
        if (between && random.one_in(15)) {
            const char* const modes[]{"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
            QCOMPARE(run_sql(sealed->handle(), std::string{"PRAGMA wal_checkpoint("} + modes[random.below(4)] + ")"),
                     SQLITE_OK);
        }
        if (random.one_in(10)) {
            const std::string cache = "PRAGMA cache_size = " + std::to_string(random.one_in(2) ? 10 : 500);
            QCOMPARE(run_sql(sealed->handle(), cache), SQLITE_OK);
        }
        if (between && random.one_in(40)) {
            sealed.reset();
            QVERIFY(blocks_are_sound(path, geometry));
            auto opened = open_sealed(disk.vfs(), path, false, geometry);
            CHECK_OK(opened);
            sealed.emplace(std::move(*opened));
        }
    }
    for (sqlite3* const database : {sealed->handle(), peer.handle()}) {
        if (sqlite3_get_autocommit(database) == 0) {
            QCOMPARE(run_sql(database, "ROLLBACK"), SQLITE_OK);
        }
    }
    const auto ours = dump(sealed->handle());
    const auto theirs = dump(peer.handle());
    CHECK_OK(ours);
    CHECK_OK(theirs);
    QVERIFY(*ours == *theirs);
    sealed.reset();
    QVERIFY(blocks_are_sound(path, geometry));
    // The header was never touched, no file but these two was opened, and no write crossed or missed a block.
    const Bytes file = read_file(path);
    QVERIFY(std::equal(header.begin(), header.end(), file.begin()));
    QCOMPARE(disk.opened().size(), std::size_t{2});
    QVERIFY(disk.opened().contains(path.string()) && disk.opened().contains(path.string() + "-wal"));
    for (const auto& operation : disk.operations()) {
        if (operation.kind == DiskOperation::Kind::kWrite) {
            QCOMPARE(operation.data.size(), static_cast<std::size_t>(block));
            const std::int64_t start =
                operation.file == path.string() ? static_cast<std::int64_t>(geometry.header_bytes) : 0;
            QCOMPARE((operation.offset - start) % block, std::int64_t{0});
        }
    }
}

void TestSealedWorkload::backup_out_and_in() {
    const QTemporaryDir folder;
    const fs::path base = folder.path().toStdString();
    auto first = open_sealed(nullptr, base / "first", true);
    CHECK_OK(first);
    Workload::prepare(first->handle());
    Workload workload{77};
    for (int i = 0; i < 150; ++i) {
        (void)workload.step(first->handle());
    }
    if (sqlite3_get_autocommit(first->handle()) == 0) {
        QCOMPARE(run_sql(first->handle(), "ROLLBACK"), SQLITE_OK);
    }
    const auto content = dump(first->handle());
    CHECK_OK(content);
    // Out into plain memory, and from there into another sealed file.
    auto memory = Connection::open(":memory:", "", true);
    CHECK_OK(memory);
    QCOMPARE(copy_database(memory->handle(), first->handle()), SQLITE_OK);
    QVERIFY(*dump(memory->handle()) == *content);
    {
        auto second = open_sealed(nullptr, base / "second", true);
        CHECK_OK(second);
        QCOMPARE(copy_database(second->handle(), memory->handle()), SQLITE_OK);
        QVERIFY(*dump(second->handle()) == *content);
    }
    auto second = open_sealed(nullptr, base / "second", false);
    CHECK_OK(second);
    QVERIFY(*dump(second->handle()) == *content);
}

void TestSealedWorkload::a_backup_without_reserved_bytes_is_refused() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "sealed";
    auto made = open_sealed(nullptr, path, true);
    CHECK_OK(made);
    std::optional<SealedDatabase> sealed{std::move(*made)};
    QCOMPARE(run_sql(sealed->handle(), "CREATE TABLE mine (a); INSERT INTO mine VALUES (1)"), SQLITE_OK);
    auto plain = Connection::open(":memory:", "", true);
    CHECK_OK(plain);
    QCOMPARE(run_sql(plain->handle(),
                     "PRAGMA page_size = 4096; CREATE TABLE t (a); INSERT INTO t VALUES (randomblob(50000))"),
             SQLITE_OK);
    QVERIFY(copy_database(sealed->handle(), plain->handle()) != SQLITE_OK);
    sealed.reset();
    const auto again = open_sealed(nullptr, path, false);
    CHECK_OK(again);
    QCOMPARE(ask_sql(again->handle(), "SELECT a FROM mine"), std::string{"1"});
}

QTEST_APPLESS_MAIN(TestSealedWorkload)
#include "tst_sealed_workload.moc"
