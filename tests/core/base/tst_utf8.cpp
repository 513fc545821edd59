// SPDX-License-Identifier: Apache-2.0
// is_valid_text against every code point and against the ill-formed sequences of RFC 3629; is_blank.
#include <QtTest/QTest>

#include <string>
#include <string_view>

#include "base/utf8.h"

using namespace pennydrop;
using namespace std::string_view_literals;

namespace {

/// `point` in `length` bytes, whether or not that is allowed.
std::string encode(std::uint32_t point, std::size_t length) {
    std::string out;
    if (length == 1) {
        out += static_cast<char>(point);
        return out;
    }
    constexpr std::uint32_t kLead[]{0, 0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(kLead[length] | (point >> (6 * (length - 1))));
    for (std::size_t i = length - 1; i > 0; --i) {
        out += static_cast<char>(0x80U | ((point >> (6 * (i - 1))) & 0x3FU));
    }
    return out;
}

std::size_t shortest(std::uint32_t point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

}  // namespace

class TestUtf8 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_code_point();
    void overlong_forms_are_refused();
    void beyond_unicode_is_refused();
    void ill_formed_data();
    void ill_formed();
    void well_formed_among_others();
    void blank();
};

void TestUtf8::every_code_point() {
    for (std::uint32_t point = 1; point <= 0x10FFFF; ++point) {
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (is_valid_text(encode(point, shortest(point))) == surrogate) {
            QFAIL(qPrintable(QString{"code point %1"}.arg(point, 0, 16)));
        }
    }
}

void TestUtf8::overlong_forms_are_refused() {
    for (std::uint32_t point = 0; point < 0x10000; ++point) {
        for (std::size_t length = shortest(point) + 1; length <= 4; ++length) {
            if (is_valid_text(encode(point, length))) {
                QFAIL(qPrintable(QString{"code point %1 in %2 bytes"}.arg(point, 0, 16).arg(length)));
            }
        }
    }
}

void TestUtf8::beyond_unicode_is_refused() {
    for (const std::uint32_t point : {0x110000U, 0x13FFFFU, 0x1FFFFFU}) {
        QVERIFY(!is_valid_text(encode(point, 4)));
    }
}

void TestUtf8::ill_formed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zero character") << QByteArray("a\0b", 3);
    QTest::newRow("only a zero character") << QByteArray("\0", 1);
    QTest::newRow("zero in two bytes") << QByteArray("\xC0\x80");
    QTest::newRow("lone continuation") << QByteArray("a\x80");
    QTest::newRow("cut after the lead of two") << QByteArray("\xC3");
    QTest::newRow("cut in three") << QByteArray("\xE2\x82");
    QTest::newRow("cut in four") << QByteArray("\xF0\x9F\x98");
    QTest::newRow("lead after lead") << QByteArray("\xC3\xC3\xA4");
    QTest::newRow("letter in place of a continuation") << QByteArray(
        "\xE2\x82"
        "a");
    QTest::newRow("five-byte lead") << QByteArray("\xF8\x88\x80\x80\x80");
    QTest::newRow("FE") << QByteArray("\xFE");
    QTest::newRow("FF") << QByteArray("\xFF");
    QTest::newRow("surrogate pair as in CESU-8") << QByteArray("\xED\xA0\xBD\xED\xB8\x80");
    QTest::newRow("Latin-1") << QByteArray("caf\xE9");
    QTest::newRow("UTF-16") << QByteArray(
        "\xFF\xFE"
        "a\0",
        4);
}

void TestUtf8::ill_formed() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!is_valid_text({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    const QByteArray within = "good " + bytes + " good";
    QVERIFY(!is_valid_text({within.constData(), static_cast<std::size_t>(within.size())}));
}

void TestUtf8::well_formed_among_others() {
    QVERIFY(is_valid_text(""));
    QVERIFY(is_valid_text("plain"));
    QVERIFY(is_valid_text("caf\u00E9 \u0627\u0631\u062F\u0648 \u65E5\u672C \U0001F600\u200D\U0001F4BB\r\n\t\x01"));
    QVERIFY(is_valid_text("\uFEFFbyte order mark and \uFFFE, which is no character but well-formed"));
    // A view that ends within a longer text must not look beyond its end.
    const std::string text = "\u20AC";
    QVERIFY(!is_valid_text(std::string_view{text}.substr(0, 2)));
}

void TestUtf8::blank() {
    QVERIFY(is_blank(""));
    QVERIFY(is_blank(" \t\r\n\v\f"));
    QVERIFY(!is_blank("  x"));
    QVERIFY(!is_blank("\x08"sv));
    QVERIFY(!is_blank("\x0E"sv));
    QVERIFY(!is_blank("\u00E9"));
    QVERIFY(!is_blank("\0"sv));
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
