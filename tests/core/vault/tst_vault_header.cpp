// SPDX-License-Identifier: Apache-2.0
// The two header copies: where each field lies, which copy counts, and what a reader says about every other file.
#include <QtTest/QTest>

#include <algorithm>

#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

Bytes two(const HeaderCopy& a, const HeaderCopy& b) {
    Bytes both(a.begin(), a.end());
    both.insert(both.end(), b.begin(), b.end());
    return both;
}

HeaderCopy copy_of(std::uint64_t generation) {
    return encode_header(test_header(generation), test_key());
}

HeaderCopy newer_version() {
    HeaderCopy copy = copy_of(9);
    copy[16] = 2;
    return copy;
}

HeaderCopy flipped(HeaderCopy copy, std::size_t at) {
    copy[at] ^= 0x40U;
    return copy;
}

}  // namespace

class TestVaultHeader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields_lie_where_the_specification_says();
    void what_is_written_is_read();
    void the_higher_generation_counts();
    void one_sound_copy_is_enough();
    void every_flipped_byte_makes_a_copy_unsound();
    void nothing_sound_data();
    void nothing_sound();
    void short_beginnings();
    void only_the_key_makes_an_authentic_header();
};

void TestVaultHeader::fields_lie_where_the_specification_says() {
    const VaultHeader header = test_header(0x0102030405060708ULL);
    const HeaderCopy copy = encode_header(header, test_key());
    QVERIFY(std::ranges::equal(std::span{copy}.first<15>(), bytes_of("pennydrop-vault")));
    QCOMPARE(copy[15], std::uint8_t{0});
    QCOMPARE(copy[16], std::uint8_t{1});
    QCOMPARE(copy[17], std::uint8_t{0});
    QCOMPARE(copy[20], std::uint8_t{0});
    QCOMPARE(copy[21], std::uint8_t{0x10});  // 4096
    QVERIFY(std::ranges::equal(std::span{copy}.subspan<24, 16>(), header.id));
    for (std::size_t i = 0; i < 8; ++i) {
        QCOMPARE(copy[40 + i], static_cast<std::uint8_t>(8 - i));
    }
    QVERIFY(std::ranges::equal(std::span{copy}.subspan(256, kSlotBytes), header.key_slots[0]));
    const auto zero = [&](std::size_t from, std::size_t to) {
        return std::all_of(copy.begin() + static_cast<std::ptrdiff_t>(from),
                           copy.begin() + static_cast<std::ptrdiff_t>(to), [](std::uint8_t b) { return b == 0; });
    };
    QVERIFY(std::ranges::equal(std::span{copy}.subspan<64, 32>(), header.drop_box));
    QVERIFY(zero(18, 20) && zero(48, 64) && zero(96, 256) && zero(256 + 104, 256 + 3072) && zero(3328, 4032));
}

void TestVaultHeader::what_is_written_is_read() {
    VaultHeader header = test_header(7);
    header.key_slots[11][0] = 0x99;  // a kind this version does not know, kept as it is
    header.key_slots[11][255] = 0xFF;
    const HeaderCopy copy = encode_header(header, test_key());
    const auto chosen = choose_header(two(copy, copy));
    CHECK_OK(chosen);
    QVERIFY(chosen->header == header);
    QVERIFY(chosen->bytes == copy);
    QVERIFY(!chosen->copies_differ);
    QCOMPARE(chosen->copy, std::size_t{0});
}

void TestVaultHeader::the_higher_generation_counts() {
    const auto second = choose_header(two(copy_of(4), copy_of(5)));
    CHECK_OK(second);
    QCOMPARE(second->copy, std::size_t{1});
    QCOMPARE(second->header.generation, std::uint64_t{5});
    QVERIFY(second->copies_differ);
    QVERIFY(second->bytes == copy_of(5));
    const auto first = choose_header(two(copy_of(256), copy_of(255)));
    CHECK_OK(first);
    QCOMPARE(first->copy, std::size_t{0});
    QVERIFY(first->copies_differ);
    // At equal generations copy A, even if they differ.
    HeaderCopy other = encode_header(test_header(4), SecretBytes{kDataKeyBytes});
    const auto equal = choose_header(two(copy_of(4), other));
    CHECK_OK(equal);
    QCOMPARE(equal->copy, std::size_t{0});
    QVERIFY(equal->copies_differ);
}

void TestVaultHeader::one_sound_copy_is_enough() {
    const HeaderCopy garbage = flipped(copy_of(9), 300);
    const auto first = choose_header(two(copy_of(4), garbage));
    CHECK_OK(first);
    QVERIFY(first->copy == 0 && first->header.generation == 4 && first->copies_differ);
    const auto second = choose_header(two(garbage, copy_of(4)));
    CHECK_OK(second);
    QVERIFY(second->copy == 1 && second->header.generation == 4 && second->copies_differ);
    QVERIFY(second->bytes == copy_of(4));
    const auto beside_zeros = choose_header(two(HeaderCopy{}, copy_of(4)));
    CHECK_OK(beside_zeros);
    const auto beside_newer = choose_header(two(newer_version(), copy_of(4)));
    CHECK_OK(beside_newer);
    QCOMPARE(beside_newer->copy, std::size_t{1});
}

void TestVaultHeader::every_flipped_byte_makes_a_copy_unsound() {
    const HeaderCopy sound = copy_of(4);
    for (std::size_t at = 0; at < kHeaderCopyBytes; ++at) {
        for (const std::uint8_t mask : {std::uint8_t{0x01}, std::uint8_t{0x80}}) {
            HeaderCopy altered = copy_of(9);
            altered[at] ^= mask;
            const auto chosen = choose_header(two(altered, sound));
            CHECK_WITH(chosen.has_value() && chosen->copy == 1, "byte " + std::to_string(at));
            const auto alone = choose_header(two(altered, altered));
            CHECK_WITH(!alone.has_value(), "byte " + std::to_string(at));
        }
    }
}

void TestVaultHeader::nothing_sound_data() {
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, const Bytes& file, ErrorCode error) {
        QTest::newRow(name) << file << static_cast<int>(error);
    };
    const HeaderCopy bad = flipped(copy_of(4), 4000);
    HeaderCopy no_magic = copy_of(4);
    no_magic[0] = 'P';
    HeaderCopy other_page = copy_of(4);
    other_page[21] = 0x20;  // 8192
    HeaderCopy zero_version = copy_of(4);
    zero_version[16] = 0;
    HeaderCopy most = copy_of(4);
    most[16] = 0xFF;
    most[17] = 0xFF;
    row("empty", {}, ErrorCode::kNotOurFile);
    row("zeros", Bytes(kHeaderBytes), ErrorCode::kNotOurFile);
    row("no magic in either", two(no_magic, no_magic), ErrorCode::kNotOurFile);
    row("magic in the first only", two(bad, no_magic), ErrorCode::kDamaged);
    row("magic in the second only", two(no_magic, bad), ErrorCode::kDamaged);
    row("both damaged", two(bad, bad), ErrorCode::kDamaged);
    row("another page size", two(other_page, other_page), ErrorCode::kDamaged);
    row("version zero", two(zero_version, zero_version), ErrorCode::kDamaged);
    row("both newer", two(newer_version(), newer_version()), ErrorCode::kNewerVersion);
    row("first newer, second damaged", two(newer_version(), bad), ErrorCode::kNewerVersion);
    row("second newer, first not ours", two(no_magic, newer_version()), ErrorCode::kNewerVersion);
    row("highest version", two(most, most), ErrorCode::kNewerVersion);
}

void TestVaultHeader::nothing_sound() {
    QFETCH(Bytes, file);
    QFETCH(int, error);
    CHECK_ERROR(choose_header(file), static_cast<ErrorCode>(error));
}

void TestVaultHeader::short_beginnings() {
    const Bytes whole = two(copy_of(4), copy_of(4));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto chosen = choose_header(std::span{whole}.first(size));
        if (size >= kHeaderCopyBytes) {
            CHECK_OK(chosen);
            QVERIFY(chosen->copy == 0 && chosen->copies_differ);
        } else {
            CHECK_ERROR(chosen, size < 16 ? ErrorCode::kNotOurFile : ErrorCode::kDamaged);
        }
    }
}

void TestVaultHeader::only_the_key_makes_an_authentic_header() {
    const HeaderCopy copy = copy_of(4);
    QVERIFY(header_is_authentic(copy, test_key()));
    SecretBytes other = test_key();
    other.data()[31] ^= 1U;
    QVERIFY(!header_is_authentic(copy, other));
    for (const std::size_t at : {std::size_t{24}, std::size_t{40}, std::size_t{256}, std::size_t{3327},
                                 std::size_t{4031}, std::size_t{4032}, std::size_t{4063}}) {
        QVERIFY(!header_is_authentic(flipped(copy, at), test_key()));
    }
    // Nor does it make one with another drop box than its own.
    VaultHeader foreign = test_header(4);
    foreign.drop_box[31] ^= 1U;
    QVERIFY(!header_is_authentic(encode_header(foreign, test_key()), test_key()));
}

QTEST_APPLESS_MAIN(TestVaultHeader)
#include "tst_vault_header.moc"
