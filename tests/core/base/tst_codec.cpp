// SPDX-License-Identifier: Apache-2.0
// Reader and Writer: little-endian, never beyond their bytes, and a failure is not forgotten.
#include <QtTest/QTest>

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/codec.h"

using pennydrop::Reader;
using pennydrop::Writer;

class TestCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void integers_are_little_endian();
    void integers_come_back();
    void reading_past_the_end_fails_and_stays_failed();
    void a_failed_read_yields_zeros();
    void trailing_bytes_are_not_finished();
    void zeros_are_checked_and_consumed();
    void writing_past_the_end_touches_nothing();
    void a_failed_writer_stays_failed();
    void nothing_fits_into_nothing();
};

void TestCodec::integers_are_little_endian() {
    std::array<std::uint8_t, 15> bytes{};
    Writer writer{bytes};
    writer.integer<std::uint8_t>(0x01);
    writer.integer<std::uint16_t>(0x0302);
    writer.integer<std::uint32_t>(0x07060504U);
    writer.integer<std::uint64_t>(0x0F0E0D0C0B0A0908ULL);
    QVERIFY(writer.finished());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        QCOMPARE(bytes[i], static_cast<std::uint8_t>(i + 1));
    }
    Reader reader{bytes};
    QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{0x01});
    QCOMPARE(reader.integer<std::uint16_t>(), std::uint16_t{0x0302});
    QCOMPARE(reader.integer<std::uint32_t>(), 0x07060504U);
    QCOMPARE(reader.integer<std::uint64_t>(), std::uint64_t{0x0F0E0D0C0B0A0908ULL});
    QVERIFY(reader.finished());
}

void TestCodec::integers_come_back() {
    for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0x80}, std::uint64_t{1} << 63U,
                                      std::numeric_limits<std::uint64_t>::max()}) {
        std::array<std::uint8_t, 8> bytes{};
        Writer writer{bytes};
        writer.integer(value);
        Reader reader{bytes};
        QCOMPARE(reader.integer<std::uint64_t>(), value);
    }
}

void TestCodec::reading_past_the_end_fails_and_stays_failed() {
    const std::array<std::uint8_t, 3> bytes{1, 2, 3};
    Reader reader{bytes};
    (void)reader.integer<std::uint32_t>();
    QVERIFY(!reader.ok());
    // One byte would be there, but a reader that lost its place must not go on.
    QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{0});
    QVERIFY(!reader.ok());
    QVERIFY(!reader.finished());
    QCOMPARE(reader.position(), std::size_t{0});
}

void TestCodec::a_failed_read_yields_zeros() {
    const std::array<std::uint8_t, 2> bytes{0xFF, 0xFF};
    Reader reader{bytes};
    std::array<std::uint8_t, 4> out{9, 9, 9, 9};
    reader.bytes(out);
    QVERIFY(!reader.ok());
    QCOMPARE(out, (std::array<std::uint8_t, 4>{}));
}

void TestCodec::trailing_bytes_are_not_finished() {
    const std::array<std::uint8_t, 5> bytes{1, 0, 0, 0, 7};
    Reader reader{bytes};
    QCOMPARE(reader.integer<std::uint32_t>(), 1U);
    QVERIFY(reader.ok());
    QVERIFY(!reader.finished());
    QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{7});
    QVERIFY(reader.finished());
}

void TestCodec::zeros_are_checked_and_consumed() {
    const std::array<std::uint8_t, 6> bytes{0, 0, 0, 1, 0, 0};
    Reader reader{bytes};
    QVERIFY(reader.zeros(3));
    QVERIFY(!reader.zeros(2));
    QCOMPARE(reader.position(), std::size_t{5});
    QVERIFY(reader.ok());
    QVERIFY(!reader.zeros(2));  // only one is left
    QVERIFY(!reader.ok());
}

void TestCodec::writing_past_the_end_touches_nothing() {
    std::array<std::uint8_t, 4> bytes{5, 5, 5, 5};
    Writer writer{std::span{bytes}.first<3>()};
    writer.integer<std::uint32_t>(0);
    QVERIFY(!writer.finished());
    QCOMPARE(bytes, (std::array<std::uint8_t, 4>{5, 5, 5, 5}));
    Writer again{std::span{bytes}.first<3>()};
    again.bytes(std::array<std::uint8_t, 4>{1, 2, 3, 4});
    again.zeros(4);
    QVERIFY(!again.finished());
    QCOMPARE(bytes, (std::array<std::uint8_t, 4>{5, 5, 5, 5}));
}

void TestCodec::a_failed_writer_stays_failed() {
    std::array<std::uint8_t, 2> bytes{};
    Writer writer{bytes};
    writer.integer<std::uint32_t>(1);
    writer.integer<std::uint16_t>(0x0101);
    QVERIFY(!writer.finished());
    QCOMPARE(bytes, (std::array<std::uint8_t, 2>{}));
}

void TestCodec::nothing_fits_into_nothing() {
    Reader reader{{}};
    QVERIFY(reader.finished());
    QVERIFY(reader.zeros(0));
    (void)reader.integer<std::uint8_t>();
    QVERIFY(!reader.ok());
    Writer writer{{}};
    QVERIFY(writer.finished());
    writer.integer<std::uint8_t>(1);
    QVERIFY(!writer.finished());
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
