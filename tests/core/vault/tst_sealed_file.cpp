// SPDX-License-Identifier: Apache-2.0
// The two kinds of sealed file call by call, as SQLite might use them and never does in the other tests: holes, odd
// sizes, parts of pages, frames in pieces.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <filesystem>
#include <memory>

#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "vault/block_cipher.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kBlock = 4096;
constexpr std::int64_t kFrame = 24 + kBlock;

/// A file opened through the shim as SQLite does it.
class RawFile {
public:
    RawFile(EncryptedVfs& shim, const fs::path& path, int kind)
        : name_(sqlite3_create_filename(path.c_str(), "", "", 0, nullptr)) {
        sqlite3_vfs* const vfs = sqlite3_vfs_find(shim.name().c_str());
        memory_.resize(static_cast<std::size_t>(vfs->szOsFile));
        int flags = 0;
        opened_ =
            vfs->xOpen(vfs, name_, file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | kind, &flags) == SQLITE_OK;
    }
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;
    ~RawFile() {
        if (opened_) {
            file()->pMethods->xClose(file());
        }
        sqlite3_free_filename(const_cast<char*>(name_));
    }

    [[nodiscard]] bool opened() const { return opened_; }
    int write(const Bytes& bytes, std::int64_t offset) {
        return file()->pMethods->xWrite(file(), bytes.data(), static_cast<int>(bytes.size()), offset);
    }
    int read(Bytes& bytes, std::int64_t offset) {
        return file()->pMethods->xRead(file(), bytes.data(), static_cast<int>(bytes.size()), offset);
    }
    int truncate(std::int64_t size) { return file()->pMethods->xTruncate(file(), size); }
    std::int64_t size() {
        sqlite3_int64 bytes = -1;
        file()->pMethods->xFileSize(file(), &bytes);
        return bytes;
    }

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(memory_.data()); }
    const char* name_;
    std::vector<std::uint64_t> memory_{};  ///< More than enough, and aligned.
    bool opened_{false};
};

/// A page as SQLite would write it: 64 reserved bytes of zero at its end.
Bytes page(std::uint8_t fill) {
    Bytes out(kBlock, fill);
    std::fill(out.end() - EncryptedVfs::kReservedBytes, out.end(), std::uint8_t{0});
    return out;
}

}  // namespace

class TestSealedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void a_main_file_has_no_holes();
    void a_main_file_takes_whole_pages_only();
    void what_sqlite_reads_in_parts_data();
    void what_sqlite_reads_in_parts();
    void no_other_kind_of_file_is_opened_data();
    void no_other_kind_of_file_is_opened();
    void a_log_comes_in_pieces();
    void a_log_is_cut_to_whole_frames();
    void a_log_takes_no_other_writes();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "file"; }
    fs::path log_path() const { return path().string() + "-wal"; }
    bool opens(std::int64_t block) const;

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<EncryptedVfs> shim_;
};

void TestSealedFile::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    auto shim = make_shim(nullptr, {}, test_key(), test_file_id());
    CHECK_OK(shim);
    shim_ = std::move(*shim);
    write_file(path(), {});  // a log takes its permissions from its database
}

/// Whether the block on the disk authenticates.
bool TestSealedFile::opens(std::int64_t block) const {
    const Bytes file = read_file(path());
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), static_cast<std::size_t>(kBlock)};
    Bytes plain(cipher.plain_bytes());
    const auto at = static_cast<std::size_t>(block * kBlock) + kHeaderBytes;
    return at + kBlock <= file.size() &&
           cipher.open(static_cast<std::uint64_t>(block), std::span{file}.subspan(at, kBlock), plain);
}

void TestSealedFile::a_main_file_has_no_holes() {
    RawFile file{*shim_, path(), SQLITE_OPEN_MAIN_DB};
    QVERIFY(file.opened());
    QCOMPARE(file.size(), std::int64_t{0});
    QCOMPARE(file.write(page(0), 0), SQLITE_OK);  // says that the database has no pages
    QCOMPARE(file.write(page(5), 5 * kBlock), SQLITE_OK);
    QCOMPARE(file.size(), 6 * kBlock);
    Bytes read(kBlock, 0xEE);
    for (std::int64_t block = 1; block < 5; ++block) {
        QVERIFY(opens(block));
        QCOMPARE(file.read(read, block * kBlock), SQLITE_OK);
        QVERIFY(read == page(0));
    }
    QCOMPARE(file.read(read, 5 * kBlock), SQLITE_OK);
    QVERIFY(read == page(5));
    QCOMPARE(file.truncate(9 * kBlock), SQLITE_OK);  // longer
    QCOMPARE(file.size(), 9 * kBlock);
    QVERIFY(opens(8));
    QCOMPARE(file.truncate(2 * kBlock), SQLITE_OK);
    QCOMPARE(file.size(), 2 * kBlock);
    QCOMPARE(fs::file_size(path()), kHeaderBytes + 2 * kBlock);
    QVERIFY(file.truncate(kBlock + 1) != SQLITE_OK);
}

void TestSealedFile::a_main_file_takes_whole_pages_only() {
    RawFile file{*shim_, path(), SQLITE_OPEN_MAIN_DB};
    QCOMPARE(file.write(page(1), 0), SQLITE_OK);
    QCOMPARE(file.write(page(2), kBlock), SQLITE_OK);
    QVERIFY(file.write(Bytes(100), 0) != SQLITE_OK);
    QVERIFY(file.write(page(1), 512) != SQLITE_OK);
    QVERIFY(file.write(Bytes(2 * kBlock), 0) != SQLITE_OK);
    Bytes used = page(1);
    used[kBlock - 64] = 1;
    QVERIFY(file.write(used, 0) != SQLITE_OK);
    // Parts may be read, but not across pages.
    Bytes sixteen(16);
    QCOMPARE(file.read(sixteen, 24), SQLITE_OK);
    QVERIFY(sixteen == Bytes(16, 1));
    QCOMPARE(file.read(sixteen, kBlock + 4000), SQLITE_OK);
    QVERIFY(sixteen == Bytes(16, 2));
    QVERIFY(file.read(sixteen, kBlock - 8) != SQLITE_OK);
}

void TestSealedFile::what_sqlite_reads_in_parts_data() {
    QTest::addColumn<int>("block");
    for (const int block : {1024, 2048, 4096, 8192, 16384, 32768, 65536}) {
        QTest::addRow("%d", block) << block;
    }
}

void TestSealedFile::what_sqlite_reads_in_parts() {
    QFETCH(int, block);
    auto shim = make_shim(nullptr, {.block_bytes = static_cast<std::uint32_t>(block)}, test_key(), test_file_id());
    CHECK_OK(shim);
    const auto size = static_cast<std::size_t>(block);
    RawFile file{**shim, path(), SQLITE_OPEN_MAIN_DB};
    // Of an empty database: its header is zeros.
    Bytes head(100, 0xEE);
    Bytes counter(16, 0xEE);
    QCOMPARE(file.read(head, 0), SQLITE_IOERR_SHORT_READ);
    QVERIFY(head == Bytes(100));
    QCOMPARE(file.read(counter, 24), SQLITE_IOERR_SHORT_READ);
    QVERIFY(counter == Bytes(16));
    Bytes first = Random{3}.bytes(size);
    std::fill(first.end() - EncryptedVfs::kReservedBytes, first.end(), std::uint8_t{0});
    QCOMPARE(file.write(first, 0), SQLITE_OK);
    QCOMPARE(file.read(head, 0), SQLITE_OK);
    QVERIFY(std::equal(head.begin(), head.end(), first.begin()));
    QCOMPARE(file.read(counter, 24), SQLITE_OK);
    QVERIFY(std::equal(counter.begin(), counter.end(), first.begin() + 24));
    // Torn: the first look finds nothing (the log may hold page 1), every later one an error.
    Bytes bytes = read_file(path());
    bytes[kHeaderBytes + size / 2] ^= 1U;
    write_file(path(), bytes);
    QCOMPARE(file.read(head, 0), SQLITE_IOERR_SHORT_READ);
    QVERIFY(head == Bytes(100));
    QCOMPARE(file.read(counter, 24), SQLITE_IOERR_DATA);
    QVERIFY(counter == Bytes(16));
    Bytes whole(size, 0xEE);
    QCOMPARE(file.read(whole, 0), SQLITE_IOERR_DATA);
    QVERIFY(whole == Bytes(size));
}

void TestSealedFile::no_other_kind_of_file_is_opened_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("temporary database") << SQLITE_OPEN_TEMP_DB;
    QTest::newRow("transient database") << SQLITE_OPEN_TRANSIENT_DB;
    QTest::newRow("rollback journal") << SQLITE_OPEN_MAIN_JOURNAL;
    QTest::newRow("temporary journal") << SQLITE_OPEN_TEMP_JOURNAL;
    QTest::newRow("statement journal") << SQLITE_OPEN_SUBJOURNAL;
    QTest::newRow("super-journal") << SQLITE_OPEN_SUPER_JOURNAL;
    QTest::newRow("none") << 0;
    QTest::newRow("two at once") << (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL);
}

void TestSealedFile::no_other_kind_of_file_is_opened() {
    QFETCH(int, kind);
    const fs::path refused = path().string() + "-other";
    const RawFile file{*shim_, refused, kind};
    QVERIFY(!file.opened());
    QVERIFY(!fs::exists(refused));
}

void TestSealedFile::a_log_comes_in_pieces() {
    RawFile file{*shim_, log_path(), SQLITE_OPEN_WAL};
    QVERIFY(file.opened());
    const Bytes head(32, 7);
    QCOMPARE(file.write(head, 0), SQLITE_OK);
    QCOMPARE(file.size(), std::int64_t{32});
    const Bytes first(24, 11);
    QCOMPARE(file.write(first, 32), SQLITE_OK);
    // The header alone is not lost when something else comes before its page.
    Bytes read(24);
    QCOMPARE(file.read(read, 32), SQLITE_OK);
    QVERIFY(read == first);
    QCOMPARE(file.write(page(12), 32 + 24), SQLITE_OK);
    QCOMPARE(file.write(Bytes(24, 13), 32 + kFrame), SQLITE_OK);
    QCOMPARE(file.write(page(14), 32 + kFrame + 24), SQLITE_OK);
    QCOMPARE(file.size(), 32 + 2 * kFrame);
    QCOMPARE(fs::file_size(log_path()), static_cast<std::uintmax_t>(3 * kBlock));
    // Then parts of frames, as SQLite rewrites them within a transaction.
    QCOMPARE(file.write(page(15), 32 + 24), SQLITE_OK);
    QCOMPARE(file.write(Bytes(24, 16), 32), SQLITE_OK);
    Bytes frame(kFrame);
    QCOMPARE(file.read(frame, 32), SQLITE_OK);
    Bytes wanted(24, 16);
    const Bytes body = page(15);
    wanted.insert(wanted.end(), body.begin(), body.end());
    QVERIFY(frame == wanted);
    Bytes second(kBlock);
    QCOMPARE(file.read(second, 32 + kFrame + 24), SQLITE_OK);
    QVERIFY(second == page(14));
}

void TestSealedFile::a_log_is_cut_to_whole_frames() {
    RawFile file{*shim_, log_path(), SQLITE_OPEN_WAL};
    QCOMPARE(file.write(Bytes(32, 7), 0), SQLITE_OK);
    for (std::int64_t frame = 0; frame < 5; ++frame) {
        QCOMPARE(file.write(Bytes(24, 1), 32 + frame * kFrame), SQLITE_OK);
        QCOMPARE(file.write(page(2), 32 + frame * kFrame + 24), SQLITE_OK);
    }
    QCOMPARE(file.truncate(32 + 3 * kFrame), SQLITE_OK);
    QCOMPARE(file.size(), 32 + 3 * kFrame);
    QCOMPARE(file.truncate(32 + kFrame + 1), SQLITE_OK);  // a limit of bytes, as journal_size_limit sets it
    QCOMPARE(file.size(), 32 + 2 * kFrame);
    Bytes frame(kFrame);
    QCOMPARE(file.read(frame, 32 + kFrame), SQLITE_OK);
    QCOMPARE(file.truncate(32), SQLITE_OK);
    QCOMPARE(file.size(), std::int64_t{32});
    QCOMPARE(file.truncate(0), SQLITE_OK);
    QCOMPARE(file.size(), std::int64_t{0});
}

void TestSealedFile::a_log_takes_no_other_writes() {
    RawFile file{*shim_, log_path(), SQLITE_OPEN_WAL};
    QCOMPARE(file.write(Bytes(32, 7), 0), SQLITE_OK);
    QVERIFY(file.write(Bytes(8), 0) != SQLITE_OK);
    QVERIFY(file.write(Bytes(8), 24) != SQLITE_OK);
    QVERIFY(file.write(Bytes(2 * kBlock), 32) != SQLITE_OK);
    Bytes used = page(1);
    used.back() = 1;
    QCOMPARE(file.write(Bytes(24, 1), 32), SQLITE_OK);
    QVERIFY(file.write(used, 32 + 24) != SQLITE_OK);
    Bytes across(64);
    QVERIFY(file.read(across, 0) != SQLITE_OK);
}

QTEST_APPLESS_MAIN(TestSealedFile)
#include "tst_sealed_file.moc"
