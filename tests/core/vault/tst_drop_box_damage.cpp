// SPDX-License-Identifier: Apache-2.0
// A drop box that was torn, damaged, repeated or filled by a hostile hand: never another text than was dropped, never
// fewer of the records that are whole, and bounded work. Anybody who can write the folder can do all this.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "base/codec.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

using Texts = std::vector<std::string>;
constexpr std::size_t kCell = 4096;

/// A record made by somebody who knows the public key and the format, and keeps to neither.
Bytes forged(const std::function<void(SecretBytes&)>& change_inside, std::size_t cells = 1) {
    SecretBytes plain{cells * kCell - 80};
    Writer writer{plain.span()};
    writer.bytes(Bytes(16, 0x77));
    writer.integer(std::uint16_t{1});
    writer.zeros(2);
    writer.integer(std::uint32_t{6});
    writer.bytes(test_file_id());
    writer.bytes(bytes_of("forged"));
    change_inside(plain);
    Bytes record(cells * kCell);
    Writer head{record};
    head.bytes(bytes_of("pennydrop-drop"));
    head.zeros(2);
    head.integer(std::uint16_t{1});
    head.zeros(2);
    head.integer(static_cast<std::uint32_t>(record.size()));
    head.zeros(8);
    if (crypto_box_seal(record.data() + 32, plain.data(), plain.size(), test_target().public_key.data()) != 0) {
        std::abort();
    }
    return record;
}

}  // namespace

class TestDropBoxDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void every_byte_counts();
    void cut_anywhere();
    void later_records_are_found_after_a_torn_one();
    void junk_before_between_and_behind();
    void every_field_of_the_head_is_checked();
    void every_field_in_the_box_is_checked();
    void another_vaults_record();
    void a_repeated_record_comes_with_its_id();
    void too_long_a_file_is_read_to_its_limit();
    void hostile_heads_cost_little();

private:
    void append(const Bytes& bytes) {
        Bytes file = read_file(box());
        file.insert(file.end(), bytes.begin(), bytes.end());
        write_file(box(), file);
    }
    void check(const Texts& texts, std::size_t unreadable) {
        const auto found = read_drops(vault());
        CHECK_OK(found);
        QVERIFY(found->payloads == texts);
        QCOMPARE(found->unreadable, unreadable);
    }
    fs::path vault() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    fs::path box() const { return drop_box_path(vault()); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestDropBoxDamage::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    make_locked_vault(vault());
}

void TestDropBoxDamage::every_byte_counts() {
    const Texts texts{"one", std::string(5000, 'x'), "three"};
    const std::array<std::size_t, 4> starts{0, kCell, 3 * kCell, 4 * kCell};
    for (const auto& text : texts) {
        CHECK_OK(drop(vault(), text));
    }
    const Bytes file = read_file(box());
    QCOMPARE(file.size(), starts.back());
    for (std::size_t at = 0; at < file.size(); at += long_run() ? 1 : 29) {
        Bytes changed = file;
        changed[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        write_file(box(), changed);
        const auto found = read_drops(vault());
        CHECK_OK(found);
        const auto hit = static_cast<std::size_t>(std::ranges::upper_bound(starts, at) - starts.begin()) - 1;
        Texts rest = texts;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(hit));
        CHECK_WITH(found->payloads == rest && found->unreadable == 1, "byte " + std::to_string(at));
    }
}

void TestDropBoxDamage::cut_anywhere() {
    CHECK_OK(drop(vault(), "one"));
    CHECK_OK(drop(vault(), std::string(5000, 'x')));
    const Bytes file = read_file(box());
    // (SQLite calls a file of one byte empty.)
    for (std::size_t size = 2; size < file.size(); size += size < 64 || size % kCell == kCell - 1 ? 1 : 127) {
        write_file(box(), std::span{file}.first(size));
        check(size >= kCell ? Texts{"one"} : Texts{}, size % kCell != 0 || size == 2 * kCell ? 1 : 0);
        WatchedVfs disk;  // without real syncs
        CHECK_OK(drop(vault(), "later", disk.vfs()));
        check(size >= kCell ? Texts{"one", "later"} : Texts{"later"}, size % kCell != 0 || size == 2 * kCell ? 1 : 0);
        if (QTest::currentTestFailed()) {
            qWarning("cut at %zu", size);
            return;
        }
    }
}

void TestDropBoxDamage::later_records_are_found_after_a_torn_one() {
    // A head that claims five cells of which only some came to the disk; the next record begins inside its claim.
    CHECK_OK(drop(vault(), std::string(17'000, 'x')));
    const Bytes torn = read_file(box());
    QCOMPARE(torn.size(), 5 * kCell);
    for (const std::size_t kept : {std::size_t{2}, kCell, kCell + 700, 3 * kCell, 5 * kCell - 1}) {
        write_file(box(), std::span{torn}.first(kept));
        CHECK_OK(drop(vault(), "after"));
        CHECK_OK(drop(vault(), std::string(9000, 'y')));
        check({"after", std::string(9000, 'y')}, 1);
    }
    // Only sectors in the middle were lost.
    Bytes holes = torn;
    std::fill(holes.begin() + 512, holes.begin() + 1024, std::uint8_t{0});
    write_file(box(), holes);
    CHECK_OK(drop(vault(), "after"));
    check({"after"}, 1);
    // And all of them: the file grew, and nothing else came to the disk. Nothing was acknowledged, nothing is said.
    write_file(box(), Bytes(3 * kCell + 5));
    CHECK_OK(drop(vault(), "after"));
    check({"after"}, 0);
}

void TestDropBoxDamage::junk_before_between_and_behind() {
    Random random{3};
    write_file(box(), random.bytes(kCell + 1));
    CHECK_OK(drop(vault(), "one"));
    append(random.bytes(3 * kCell + 17));
    CHECK_OK(drop(vault(), "two"));
    append(Bytes(5 * kCell));
    append(random.bytes(1));
    check({"one", "two"}, 3);
    write_file(box(), bytes_of("Dear diary, this is a text file.\n"));
    check({}, 1);
    write_file(box(), {});
    check({}, 0);
}

void TestDropBoxDamage::every_field_of_the_head_is_checked() {
    const Bytes good = forged([](SecretBytes&) {}, 2);
    write_file(box(), good);
    check({"forged"}, 0);
    const auto with_length = [&](std::uint32_t length) {
        Bytes changed = good;
        Writer writer{std::span{changed}.subspan(20, 4)};
        writer.integer(length);
        return changed;
    };
    for (const std::uint32_t length : {0U, 1U, 4096U, 8191U, 8193U, 12288U, 1'052'672U, 1'056'768U, 0xFFFFF000U}) {
        write_file(box(), with_length(length));
        check({}, 1);
        // Whatever it claims, the next one is found.
        CHECK_OK(drop(vault(), "after"));
        check({"after"}, 1);
    }
    for (const std::size_t at : {std::size_t{16}, std::size_t{17}, std::size_t{18}, std::size_t{24}, std::size_t{31}}) {
        Bytes changed = good;
        changed[at] ^= 2U;
        write_file(box(), changed);
        check({}, 1);
    }
}

void TestDropBoxDamage::every_field_in_the_box_is_checked() {
    const auto check_inside = [this](const std::function<void(SecretBytes&)>& change, bool reads) {
        write_file(box(), forged(change));
        CHECK_OK(drop(vault(), "after"));
        const auto found = read_drops(vault());
        QCOMPARE(found->payloads.size(), std::size_t{reads ? 2U : 1U});
        QCOMPARE(found->unreadable, std::size_t{reads ? 0U : 1U});
    };
    const auto with_size = [](std::uint32_t size) {
        return [size](SecretBytes& plain) {
            Writer writer{plain.span().subspan(20, 4)};
            writer.integer(size);
        };
    };
    check_inside([](SecretBytes&) {}, true);
    check_inside([](SecretBytes& plain) { plain.data()[3] = 1; }, true);  // any record id
    check_inside(with_size(7), true);                                     // the payload ends with a zero
    check_inside(with_size(4096 - 120), true);
    for (const std::size_t at : {std::size_t{16}, std::size_t{17}, std::size_t{18}, std::size_t{19}, std::size_t{24},
                                 std::size_t{39}, std::size_t{46}, std::size_t{4015}}) {
        check_inside([at](SecretBytes& plain) { plain.data()[at] ^= 2U; }, false);
    }
    for (const std::uint32_t size : {0U, 5U, 4096U - 119U, 0xFFFFFFFFU}) {
        check_inside(with_size(size), false);
    }
}

void TestDropBoxDamage::another_vaults_record() {
    CHECK_OK(drop(vault(), "ours"));
    const auto theirs = drop_box_keys(secret(std::string(32, 'o')));
    const auto foreign = seal_drop_record(drop_of("theirs"), test_file_id(), theirs.public_key);
    CHECK_OK(foreign);
    append(*foreign);
    CHECK_OK(drop(vault(), "ours too"));
    // Sealed to our key, but meant for another vault.
    FileId other = test_file_id();
    other[0] ^= 1U;
    const auto misdirected = seal_drop_record(drop_of("misdirected"), other, test_target().public_key);
    CHECK_OK(misdirected);
    append(*misdirected);
    check({"ours", "ours too"}, 2);
    CHECK_ERROR(seal_drop_record(drop_of("x"), other, DropBoxPublicKey{}), ErrorCode::kInvalid);
}

void TestDropBoxDamage::a_repeated_record_comes_with_its_id() {
    CHECK_OK(drop(vault(), "one"));
    const Bytes once = read_file(box());
    append(once);
    const auto found = read_drops(vault());
    QCOMPARE(found->ids.size(), std::size_t{2});
    QVERIFY(found->ids.front() == found->ids.back());
    // A second try after an error is the same record, sealed anew.
    const DropRecord record = drop_of("tried twice");
    for (int i = 0; i < 2; ++i) {
        CHECK_OK(append_to_drop_box(vault(), test_target(), record, {}));
    }
    QVERIFY(read_drops(vault())->ids[2] == record.id);
    QVERIFY(read_drops(vault())->ids[3] == record.id);
}

void TestDropBoxDamage::too_long_a_file_is_read_to_its_limit() {
    CHECK_OK(drop(vault(), "one"));
    fs::resize_file(box(), kMaxDropBoxBytes + 1);
    auto opened = open_test_drops(vault());
    CHECK_OK(opened);
    const auto found = read_all(*opened);
    CHECK_OK(found);
    QVERIFY(found->payloads == Texts{"one"});
    QCOMPARE(found->unreadable, std::size_t{1});
    CHECK_ERROR(opened->empty(), ErrorCode::kDiskFull);
    QCOMPARE(fs::file_size(box()), static_cast<std::uintmax_t>(kMaxDropBoxBytes) + 1);
    CHECK_ERROR(drop(vault(), "two"), ErrorCode::kInUse);
    opened = fail(ErrorCode::kClosed);
    CHECK_ERROR(drop(vault(), "two"), ErrorCode::kDiskFull);
}

void TestDropBoxDamage::hostile_heads_cost_little() {
    // Each of 16,384 cells claims to be the start of the longest record.
    const std::size_t cells = static_cast<std::size_t>(kMaxDropBoxBytes) / kCell;
    Bytes one = forged([](SecretBytes&) {}, 257);
    one.resize(kCell);
    Bytes file;
    for (std::size_t i = 0; i < cells; ++i) {
        file.insert(file.end(), one.begin(), one.end());
    }
    write_file(box(), file);
    const double before = cpu_milliseconds();
    const auto found = read_drops(vault());
    CHECK_OK(found);
    QCOMPARE(found->unreadable, cells);
    const double overlapping = cpu_milliseconds() - before;
    // The most that opening can cost: every cell a whole record.
    const Bytes whole = forged([](SecretBytes&) {});
    file.clear();
    for (std::size_t i = 0; i < cells; ++i) {
        file.insert(file.end(), whole.begin(), whole.end());
    }
    write_file(box(), file);
    const double middle = cpu_milliseconds();
    QCOMPARE(read_drops(vault())->payloads.size(), cells);
    const double opening = cpu_milliseconds() - middle;
    qInfo("%zu cells: %.0f ms overlapping, %.0f ms whole", cells, overlapping, opening);
    QVERIFY(overlapping < 5000);
    QVERIFY(opening < 30'000);
}

QTEST_APPLESS_MAIN(TestDropBoxDamage)
#include "tst_drop_box_damage.moc"
