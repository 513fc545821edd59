// SPDX-License-Identifier: Apache-2.0
// One sealed block: opens only in its place, in its file, in its vault, with its key, and with every bit as it was.
#include <QtTest/QTest>

#include <algorithm>
#include <set>

#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "vault/block_cipher.h"

using namespace pennydrop;
using namespace pennydrop::testing;

class TestBlockCipher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_block_opens_where_it_was_sealed_data();
    void a_block_opens_where_it_was_sealed();
    void a_block_opens_in_its_own_place_in_memory();
    void a_block_opens_nowhere_else();
    void every_flipped_bit_is_noticed();
    void nonces_never_repeat();
    void subkeys_differ_by_label();
};

void TestBlockCipher::a_block_opens_where_it_was_sealed_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1024, 4096, 65536}) {
        QTest::addRow("%d", size) << size;
    }
}

void TestBlockCipher::a_block_opens_where_it_was_sealed() {
    QFETCH(int, size);
    const auto bytes = static_cast<std::size_t>(size);
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), bytes};
    QCOMPARE(cipher.plain_bytes(), bytes - 40);
    Random random{1};
    for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
        const Bytes plain = random.bytes(cipher.plain_bytes());
        Bytes block(bytes);
        cipher.seal(number, plain, block);
        QVERIFY(std::ranges::search(block, std::span{plain}.first(16)).empty());
        Bytes opened(cipher.plain_bytes());
        QVERIFY(cipher.open(number, block, opened));
        QVERIFY(opened == plain);
    }
}

void TestBlockCipher::a_block_opens_in_its_own_place_in_memory() {
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), 4096};
    const Bytes plain = Random{2}.bytes(cipher.plain_bytes());
    Bytes block(4096);
    cipher.seal(9, plain, block);
    Bytes changed = block;
    QVERIFY(cipher.open(9, block, std::span{block}.first(cipher.plain_bytes())));
    QVERIFY(std::ranges::equal(std::span{block}.first(cipher.plain_bytes()), plain));
    changed[17] ^= 1U;
    QVERIFY(!cipher.open(9, changed, std::span{changed}.first(cipher.plain_bytes())));
    QVERIFY(std::ranges::search(changed, std::span{plain}.first(16)).empty());
}

void TestBlockCipher::a_block_opens_nowhere_else() {
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), 1024};
    const Bytes plain(cipher.plain_bytes(), 7);
    Bytes block(1024);
    cipher.seal(5, plain, block);
    Bytes out(cipher.plain_bytes());
    QVERIFY(cipher.open(5, block, out));
    for (const std::uint64_t other : {std::uint64_t{0}, std::uint64_t{4}, std::uint64_t{6}, std::uint64_t{5} << 32U}) {
        QVERIFY(!cipher.open(other, block, out));
    }
    QVERIFY(!(BlockCipher{BlockFile::kWal, test_file_id(), test_key(), 1024}.open(5, block, out)));
    FileId foreign = test_file_id();
    foreign[0] ^= 1U;
    QVERIFY(!(BlockCipher{BlockFile::kMain, foreign, test_key(), 1024}.open(5, block, out)));
    SecretBytes key = test_key();
    key.data()[0] ^= 1U;
    QVERIFY(!(BlockCipher{BlockFile::kMain, test_file_id(), key, 1024}.open(5, block, out)));
}

void TestBlockCipher::every_flipped_bit_is_noticed() {
    const BlockCipher cipher{BlockFile::kWal, test_file_id(), test_key(), 1024};
    const Bytes plain(cipher.plain_bytes(), 7);
    Bytes block(1024);
    cipher.seal(1, plain, block);
    Bytes out(cipher.plain_bytes());
    for (std::size_t bit = 0; bit < block.size() * 8; ++bit) {
        const auto mask = static_cast<std::uint8_t>(1U << (bit % 8));
        block[bit / 8] ^= mask;
        QVERIFY(!cipher.open(1, block, out));
        block[bit / 8] ^= mask;
    }
    QVERIFY(cipher.open(1, block, out));
}

void TestBlockCipher::nonces_never_repeat() {
    const BlockCipher cipher{BlockFile::kMain, test_file_id(), test_key(), 1024};
    const Bytes plain(cipher.plain_bytes());
    std::set<Bytes> nonces;
    for (int i = 0; i < 2000; ++i) {
        Bytes block(1024);
        cipher.seal(0, plain, block);
        QVERIFY(nonces.emplace(block.end() - 40, block.end() - 16).second);
    }
}

void TestBlockCipher::subkeys_differ_by_label() {
    const auto main = derive_subkey(test_key(), "pennydrop/v1/main");
    const auto wal = derive_subkey(test_key(), "pennydrop/v1/wal");
    QCOMPARE(main.size(), kDataKeyBytes);
    QVERIFY(!main.equals(wal) && !main.equals(test_key()));
    QVERIFY(main.equals(derive_subkey(test_key(), "pennydrop/v1/main")));
}

QTEST_APPLESS_MAIN(TestBlockCipher)
#include "tst_block_cipher.moc"
