// SPDX-License-Identifier: Apache-2.0
// Every byte of a vault altered, one at a time, and the file cut at every page: always an error or exactly the old
// content. The ordinary run looks at every byte of the header and at the seal of every byte of both files, and opens
// the vault for one in some dozens; the long version (PENNYDROP_LONG=1) opens it for every single one.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"
#include "vault/block_cipher.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

void put_byte(const fs::path& path, std::size_t at, std::uint8_t byte) {
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte));
}

}  // namespace

class TestByteFlips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void every_bit_of_a_header_copy();
    void every_byte_of_both_header_copies();
    void every_byte_of_every_block();
    void in_the_main_file();
    void in_the_main_file_under_a_log();
    void in_the_log();
    void blocks_exchanged_or_repeated();
    void cut_anywhere();
    void cut_with_a_log();

private:
    /// The content found, or empty with the error counted.
    std::string content_of(const fs::path& path);
    /// Alters every `step`th byte of one of the two files, one at a time: each time an error or one of `allowed`.
    void flip_each(const Bytes& main, const Bytes& log, bool in_log, std::size_t step,
                   const std::vector<std::string>& allowed);

    QTemporaryDir folder_;
    fs::path path_;
    WatchedVfs disk_;
    Bytes main_;
    Bytes crashed_main_;
    Bytes crashed_log_;
    std::string content_;
    std::vector<std::string> states_;  ///< After each transaction of the log, the first before any.
    int refused_{0};
};

void TestByteFlips::initTestCase() {
    path_ = fs::path{folder_.path().toStdString()} / "vault";
    write_test_header(path_, test_header(1));
    {
        auto made = open_sealed(disk_.vfs(), path_, true);
        CHECK_OK(made);
        QCOMPARE(run_sql(made->handle(),
                         "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE INDEX i ON t (a);"
                         "CREATE VIRTUAL TABLE f USING fts5 (x);"
                         "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                         " INSERT INTO t SELECT i, 'word' || i, hex(randomblob(40)) FROM n;"
                         "INSERT INTO t VALUES (1000, 'long', hex(randomblob(4500))),"
                         " (1001, 'one page over', hex(randomblob(3000))), (1002, 'another', hex(randomblob(3000)));"
                         "INSERT INTO f SELECT a || ' ' || b FROM t;"
                         "CREATE TABLE gone (x); INSERT INTO gone VALUES (zeroblob(9000)); DROP TABLE gone"),
                 SQLITE_OK);
    }
    main_ = read_file(path_);
    content_ = content_of(path_);
    QVERIFY(!content_.empty());
    // And one whose process was killed: nothing but the files as they lay there.
    auto running = open_sealed(disk_.vfs(), path_, false);
    CHECK_OK(running);
    states_.push_back(*dump(running->handle()));
    for (const char* sql :
         {"INSERT INTO t VALUES (1003, 'one', 1)", "UPDATE t SET b = lower(b)", "DELETE FROM t WHERE id > 30"}) {
        QCOMPARE(run_sql(running->handle(), sql), SQLITE_OK);
        states_.push_back(*dump(running->handle()));
    }
    crashed_main_ = read_file(path_);
    crashed_log_ = read_file(path_.string() + "-wal");
    QVERIFY(crashed_log_.size() > 10 * 4096);
}

std::string TestByteFlips::content_of(const fs::path& path) {
    auto sealed = open_test_vault(disk_.vfs(), path);
    if (!sealed) {
        ++refused_;
        return {};
    }
    auto content = dump(sealed->handle());
    if (!content) {
        ++refused_;
        return {};
    }
    return *content;
}

void TestByteFlips::every_bit_of_a_header_copy() {
    const auto intact = choose_header(std::span{main_}.first(kHeaderBytes));
    CHECK_OK(intact);
    Bytes start(main_.begin(), main_.begin() + kHeaderBytes);
    for (std::size_t at = 0; at < kHeaderBytes; ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            start[at] ^= static_cast<std::uint8_t>(1U << bit);
            const auto chosen = choose_header(start);
            start[at] ^= static_cast<std::uint8_t>(1U << bit);
            // The other copy counts, and says the same.
            CHECK_WITH(chosen && chosen->bytes == intact->bytes && chosen->copies_differ &&
                           chosen->copy == (at < kHeaderCopyBytes ? 1U : 0U),
                       "byte " + std::to_string(at));
        }
    }
    QVERIFY(header_is_authentic(intact->bytes, test_key()));
}

void TestByteFlips::every_byte_of_both_header_copies() {
    const fs::path path = path_.parent_path() / "flipped";
    write_file(path, main_);
    for (std::size_t at = 0; at < kHeaderCopyBytes; at += short_run() ? 7 : 1) {
        const auto altered = static_cast<std::uint8_t>(main_[at] ^ (1U << (at % 8)));
        put_byte(path, at, altered);
        put_byte(path, at + kHeaderCopyBytes, altered);
        const auto refused = open_test_vault(disk_.vfs(), path);
        CHECK_WITH(!refused.has_value(), "byte " + std::to_string(at));
        put_byte(path, at, main_[at]);
        put_byte(path, at + kHeaderCopyBytes, main_[at]);
    }
    QVERIFY(read_file(path) == main_);
}

void TestByteFlips::every_byte_of_every_block() {
    for (const bool in_log : {false, true}) {
        const BlockCipher cipher{in_log ? BlockFile::kWal : BlockFile::kMain, test_file_id(), test_key(),
                                 kVaultPageBytes};
        Bytes plain(cipher.plain_bytes());
        const std::span all{in_log ? crashed_log_ : main_};
        const auto blocks = all.subspan(in_log ? 0 : kHeaderBytes);
        for (std::size_t number = 0; number < blocks.size() / kVaultPageBytes; ++number) {
            const auto block = blocks.subspan(number * kVaultPageBytes, kVaultPageBytes);
            QVERIFY(cipher.open(number, block, plain));
            for (std::size_t at = 0; at < block.size(); ++at) {
                block[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
                const bool opened = cipher.open(number, block, plain);
                block[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
                CHECK_WITH(!opened, "block " + std::to_string(number) + ", byte " + std::to_string(at));
            }
        }
    }
}

void TestByteFlips::flip_each(const Bytes& main, const Bytes& log, bool in_log, std::size_t step,
                              const std::vector<std::string>& allowed) {
    const fs::path path = path_.parent_path() / "flipped";
    const fs::path log_path = path.string() + "-wal";
    const Bytes& bytes = in_log ? log : main;
    int flips = 0;
    int unnoticed = 0;
    refused_ = 0;
    write_file(path, main);
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        if (!log.empty()) {
            write_file(path, main);  // whoever opens it writes the log back into it
            write_file(log_path, log);
        }
        put_byte(in_log ? log_path : path, at, bytes[at] ^ static_cast<std::uint8_t>(1U << (at % 8)));
        const int refused_before = refused_;
        const std::string found = content_of(path);
        ++flips;
        if (refused_ == refused_before) {
            ++unnoticed;
            CHECK_WITH(std::ranges::find(allowed, found) != allowed.end(),
                       "byte " + std::to_string(at) + ": other content");
        }
        if (log.empty()) {
            put_byte(path, at, bytes[at]);
        }
    }
    QVERIFY(!log.empty() || read_file(path) == main);
    fs::remove(log_path);
    qInfo("%d of %zu bytes altered: %d refused, %d left the content as it was", flips, bytes.size(), refused_,
          unnoticed);
    QVERIFY(unnoticed > 0);
    QVERIFY(in_log || refused_ > flips / 2);
}

void TestByteFlips::in_the_main_file() {
    // What is not noticed is in a header copy, of which there is another, or in a page nobody needs to read.
    flip_each(main_, {}, false, long_run() ? 1 : short_run() ? 401 : 47, {content_});
}

void TestByteFlips::in_the_main_file_under_a_log() {
    flip_each(crashed_main_, crashed_log_, false, long_run() ? 5 : short_run() ? 1999 : 397, {states_.back()});
}

void TestByteFlips::in_the_log() {
    // The log may end where it is damaged: then the vault is as it was after an earlier commit, exactly.
    flip_each(crashed_main_, crashed_log_, true, long_run() ? 1 : short_run() ? 997 : 149, states_);
}

void TestByteFlips::blocks_exchanged_or_repeated() {
    // Some of these pages (the second pages of two long texts) are of one make: only the seal can tell them apart.
    const fs::path path = path_.parent_path() / "exchanged";
    const auto blocks = static_cast<std::ptrdiff_t>((main_.size() - kHeaderBytes) / kVaultPageBytes);
    int refused = 0;
    int tried = 0;
    for (std::ptrdiff_t i = 0; i < blocks; ++i) {
        for (std::ptrdiff_t j = 0; j < blocks; ++j) {
            if (i == j || (short_run() && (i + j) % 8 != 0)) {
                continue;
            }
            Bytes file = main_;
            const auto start = file.begin() + static_cast<std::ptrdiff_t>(kHeaderBytes);
            const auto one = start + i * static_cast<std::ptrdiff_t>(kVaultPageBytes);
            const auto two = start + j * static_cast<std::ptrdiff_t>(kVaultPageBytes);
            if (i < j) {
                std::swap_ranges(one, one + kVaultPageBytes, two);
            } else {
                std::copy_n(one, kVaultPageBytes, two);
            }
            write_file(path, file);
            const int refused_before = refused_;
            const std::string found = content_of(path);
            ++tried;
            refused += refused_ - refused_before;
            CHECK_WITH(refused_ != refused_before || found == content_,
                       "blocks " + std::to_string(i) + " and " + std::to_string(j));
        }
    }
    qInfo("%d exchanges and repetitions of %td blocks: %d refused", tried, blocks, refused);
    QVERIFY(refused > tried / 2);
}

void TestByteFlips::cut_anywhere() {
    const fs::path path = path_.parent_path() / "cut";
    for (std::size_t size = 0; size < main_.size(); size += 1024) {
        for (const std::size_t cut : {size, size + 1}) {
            write_file(path, std::span{main_}.first(std::min(cut, main_.size() - 1)));
            const auto sealed = open_test_vault(disk_.vfs(), path);
            CHECK_WITH(!sealed.has_value(), "cut to " + std::to_string(cut));
            const auto code = sealed.error().code;
            CHECK_WITH(code == ErrorCode::kDamaged || cut < 4096,
                       "cut to " + std::to_string(cut) + ": " + describe(sealed));
        }
    }
}

void TestByteFlips::cut_with_a_log() {
    // A log lies beside the cut file: what it holds may be used, what is missing must be missed.
    const fs::path path = path_.parent_path() / "cut";
    int opened = 0;
    for (std::size_t size = kHeaderBytes; size < crashed_main_.size(); size += 4096) {
        write_file(path, std::span{crashed_main_}.first(size));
        write_file(path.string() + "-wal", crashed_log_);
        const int refused_before = refused_;
        const std::string found = content_of(path);
        fs::remove(path.string() + "-wal");
        if (refused_ == refused_before) {
            ++opened;
            CHECK_WITH(found == states_.back(), "cut to " + std::to_string(size));
        }
    }
    qInfo("%d cuts repaired by the log", opened);
}

QTEST_APPLESS_MAIN(TestByteFlips)
#include "tst_byte_flips.moc"
