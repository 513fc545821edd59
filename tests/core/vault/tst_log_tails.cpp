// SPDX-License-Identifier: Apache-2.0
// What may lie at the end of a write-ahead log after a crash: garbage, torn frames, frames of an older log. All of it
// looks like the end of the log; what was committed before it is there, and writing goes on over it.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestLogTails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void garbage_after_the_last_commit();
    void a_torn_last_commit();
    void frames_of_an_older_log();
    void writing_goes_on_over_a_tail();

private:
    /// A log as it lay beside `main_` after a commit, and what the database held then.
    struct Moment {
        Bytes log;
        std::string content;
    };
    Moment now(const SealedDatabase& sealed) const;
    std::string content_with(const Bytes& main, const Bytes& log);

    fs::path path() const { return fs::path{folder_.path().toStdString()} / "sealed"; }
    fs::path log_path() const { return path().string() + "-wal"; }

    QTemporaryDir folder_;
    Bytes main_;
    std::vector<Moment> moments_;
};

TestLogTails::Moment TestLogTails::now(const SealedDatabase& sealed) const {
    return {.log = read_file(log_path()), .content = dump(sealed.handle()).value_or("")};
}

std::string TestLogTails::content_with(const Bytes& main, const Bytes& log) {
    write_file(path(), main);
    write_file(log_path(), log);
    const auto sealed = open_sealed(nullptr, path(), false);
    return sealed ? dump(sealed->handle()).value_or("") : "";
}

void TestLogTails::initTestCase() {
    write_test_header(path(), test_header(1));
    auto sealed = open_sealed(nullptr, path(), true);
    CHECK_OK(sealed);
    QCOMPARE(run_sql(sealed->handle(),
                     "PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (n, x);"
                     "INSERT INTO t VALUES (0, randomblob(9000)); PRAGMA wal_checkpoint(TRUNCATE)"),
             SQLITE_OK);
    main_ = read_file(path());
    for (const char* n : {"1", "2", "3"}) {
        QCOMPARE(run_sql(sealed->handle(), std::string{"INSERT INTO t VALUES ("} + n + ", randomblob(9000))"),
                 SQLITE_OK);
        moments_.push_back(now(*sealed));
        QVERIFY(!moments_.back().content.empty());
    }
    QVERIFY(moments_[1].log.size() + 2 * kVaultPageBytes < moments_[2].log.size());
    QVERIFY(read_file(path()) == main_);
}

void TestLogTails::garbage_after_the_last_commit() {
    Random random{8};
    for (const std::size_t size : {1UL, 17UL, 511UL, 512UL, 4095UL, 4096UL, 4097UL, 20000UL}) {
        for (const bool zeros : {false, true}) {
            Bytes log = moments_[2].log;
            const Bytes tail = zeros ? Bytes(size) : random.bytes(size);
            log.insert(log.end(), tail.begin(), tail.end());
            CHECK_WITH(content_with(main_, log) == moments_[2].content, std::to_string(size));
        }
    }
}

void TestLogTails::a_torn_last_commit() {
    Random random{9};
    const std::size_t start = moments_[1].log.size();
    const std::size_t end = moments_[2].log.size();
    for (std::size_t at = start; at < end; at += 512) {
        const std::string place = "byte " + std::to_string(at) + " of " + std::to_string(end);
        Bytes cut = moments_[2].log;
        cut.resize(at);
        CHECK_WITH(content_with(main_, cut) == moments_[1].content, place + ", cut");
        Bytes torn = moments_[2].log;
        std::ranges::copy(random.bytes(512), torn.begin() + static_cast<std::ptrdiff_t>(at));
        CHECK_WITH(content_with(main_, torn) == moments_[1].content, place + ", garbage");
        std::fill_n(torn.begin() + static_cast<std::ptrdiff_t>(at), 512, std::uint8_t{0});
        CHECK_WITH(content_with(main_, torn) == moments_[1].content, place + ", zeros");
    }
    QVERIFY(content_with(main_, moments_[2].log) == moments_[2].content);
}

void TestLogTails::frames_of_an_older_log() {
    // The log begins again at its start, and the frames after its end are valid ones of the log before.
    write_file(path(), main_);
    write_file(log_path(), moments_[2].log);
    Bytes main;
    Moment after;
    {
        auto sealed = open_sealed(nullptr, path(), false);
        CHECK_OK(sealed);
        QCOMPARE(
            run_sql(sealed->handle(),
                    "PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(RESTART); INSERT INTO t VALUES (4, 'x')"),
            SQLITE_OK);
        main = read_file(path());
        after = now(*sealed);
    }
    QCOMPARE(after.log.size(), moments_[2].log.size());
    QVERIFY(std::ranges::equal(std::span{after.log}.last(kVaultPageBytes),
                               std::span{moments_[2].log}.last(kVaultPageBytes)));
    QVERIFY(content_with(main, after.log) == after.content);
    // Any frame of the older log among those of the new one ends it too.
    for (std::size_t block = 1; block * kVaultPageBytes < after.log.size(); ++block) {
        Bytes mixed = after.log;
        const auto at = static_cast<std::ptrdiff_t>(block * kVaultPageBytes);
        std::copy_n(moments_[2].log.begin() + at, kVaultPageBytes, mixed.begin() + at);
        const std::string found = content_with(main, mixed);
        CHECK_WITH(found == after.content || found == moments_[2].content, "frame " + std::to_string(block));
    }
}

void TestLogTails::writing_goes_on_over_a_tail() {
    for (std::size_t cut = moments_[1].log.size(); cut < moments_[2].log.size(); cut += 1500) {
        Bytes log = moments_[2].log;
        std::ranges::fill(log.begin() + static_cast<std::ptrdiff_t>(cut), log.end(), std::uint8_t{0x5A});
        write_file(path(), main_);
        write_file(log_path(), log);
        Bytes main;
        Moment after;
        {
            auto sealed = open_sealed(nullptr, path(), false);
            CHECK_OK(sealed);
            QCOMPARE(
                run_sql(sealed->handle(), "PRAGMA wal_autocheckpoint = 0; INSERT INTO t VALUES (5, randomblob(5000))"),
                SQLITE_OK);
            main = read_file(path());
            after = now(*sealed);
        }
        CHECK_WITH(content_with(main, after.log) == after.content, "cut at " + std::to_string(cut));
    }
}

QTEST_APPLESS_MAIN(TestLogTails)
#include "tst_log_tails.moc"
