// SPDX-License-Identifier: Apache-2.0
// The recovery code as people write and type it: every variant the specification allows, and typing errors caught.
#include <QtTest/QTest>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "support/check_result.h"
#include "support/files.h"
#include "vault/recovery_code.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string written(const RecoveryCode& code) {
    const SecretBytes text = code.written();
    return {text.span().begin(), text.span().end()};
}

std::string characters(const RecoveryCode& code) {
    return {code.characters().span().begin(), code.characters().span().end()};
}

/// The check character by another way than the program's: by trying all.
std::string with_check(const std::string& twenty) {
    for (const char check : kAlphabet) {
        if (RecoveryCode::parse(twenty + check)) {
            return twenty + check;
        }
    }
    return {};
}

}  // namespace

class TestRecoveryCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_codes_data();
    void known_codes();
    void a_written_code_reads_back();
    void writing_habits_do_not_matter_data();
    void writing_habits_do_not_matter();
    void what_is_not_a_code_data();
    void what_is_not_a_code();
    void every_single_typing_error_is_caught();
    void nearly_every_exchange_of_neighbours_is_caught();
    void codes_use_the_whole_alphabet();
};

void TestRecoveryCode::known_codes_data() {
    // Computed by hand from docs/vault-format.md: the products are 2x, 1x, 2x, ... from the right, p div 32 + p mod 32.
    QTest::addColumn<QByteArray>("twenty");
    QTest::addColumn<char>("check");
    QTest::newRow("all zero") << QByteArray(20, '0') << '0';
    QTest::newRow("one at the end") << QByteArray("00000000000000000001") << 'Y';      // 2, so 30
    QTest::newRow("one before the end") << QByteArray("00000000000000000010") << 'Z';  // 1, so 31
    QTest::newRow("sixteen at the end") << QByteArray("0000000000000000000G") << 'Z';  // 32: 1 + 0, so 31
    QTest::newRow("last at the end") << QByteArray("0000000000000000000Z") << '1';     // 62: 1 + 30, so 1
    QTest::newRow("all last") << QByteArray(20, 'Z') << 'M';                           // 20 * 31 = 620, so 20
}

void TestRecoveryCode::known_codes() {
    QFETCH(QByteArray, twenty);
    QFETCH(char, check);
    const auto code = RecoveryCode::parse((twenty + check).toStdString());
    CHECK_OK(code);
    QCOMPARE(characters(*code), twenty.toStdString());
    QCOMPARE(written(*code).back(), check);
}

void TestRecoveryCode::a_written_code_reads_back() {
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        const auto code = RecoveryCode::random();
        const std::string text = written(code);
        QCOMPARE(text.size(), RecoveryCode::kWrittenLength);
        QCOMPARE(text[7], '-');
        QCOMPARE(text[15], '-');
        const auto parsed = RecoveryCode::parse(text);
        CHECK_OK(parsed);
        QVERIFY(parsed->characters().equals(code.characters()));
        QVERIFY(seen.insert(text).second);
    }
}

void TestRecoveryCode::writing_habits_do_not_matter_data() {
    QTest::addColumn<QByteArray>("typed");
    const std::string code = with_check("01ABCDEFGHJKMNPQRSTV");
    const std::string groups = code.substr(0, 7) + '-' + code.substr(7, 7) + '-' + code.substr(14);
    QTest::newRow("without hyphens") << QByteArray::fromStdString(code);
    QTest::newRow("with hyphens") << QByteArray::fromStdString(groups);
    QTest::newRow("small letters") << QByteArray::fromStdString(groups).toLower();
    QTest::newRow("spaces") << QByteArray::fromStdString(groups).replace('-', "  ");
    QTest::newRow("lines") << "\t" + QByteArray::fromStdString(groups).replace('-', "\r\n") + "\n";
    QTest::newRow("a space everywhere") << [&] {
        QByteArray out;
        for (const char c : code) {
            out += c;
            out += ' ';
        }
        return out;
    }();
    QTest::newRow("O for 0") << QByteArray::fromStdString(code).replace('0', "O");
    QTest::newRow("o for 0") << QByteArray::fromStdString(code).replace('0', "o");
    QTest::newRow("I for 1") << QByteArray::fromStdString(code).replace('1', "I");
    QTest::newRow("i for 1") << QByteArray::fromStdString(code).replace('1', "i");
    QTest::newRow("L for 1") << QByteArray::fromStdString(code).replace('1', "L");
    QTest::newRow("l for 1") << QByteArray::fromStdString(code).replace('1', "l");
}

void TestRecoveryCode::writing_habits_do_not_matter() {
    QFETCH(QByteArray, typed);
    const auto code = RecoveryCode::parse(typed.toStdString());
    CHECK_OK(code);
    QCOMPARE(characters(*code), std::string{"01ABCDEFGHJKMNPQRSTV"});
}

void TestRecoveryCode::what_is_not_a_code_data() {
    QTest::addColumn<QByteArray>("typed");
    const QByteArray code = QByteArray::fromStdString(with_check("01ABCDEFGHJKMNPQRSTV"));
    QTest::newRow("nothing") << QByteArray{};
    QTest::newRow("only hyphens") << QByteArray{"-------"};
    QTest::newRow("no check character") << code.chopped(1);
    QTest::newRow("one too many") << code + '0';
    QTest::newRow("twice") << code + code;
    QTest::newRow("very long") << QByteArray(100000, '0');
    QTest::newRow("U is not of the alphabet") << QByteArray(code).replace('V', "U");
    QTest::newRow("punctuation") << QByteArray(code).replace('V', "?");
    QTest::newRow("underscore as separator") << QByteArray(code).insert(7, '_');
    QTest::newRow("zero byte") << QByteArray(code).replace('V', QByteArray(1, '\0'));
    QTest::newRow("not ASCII") << QByteArray(code).replace('V', "\xC3\x84");
    QTest::newRow("high byte") << QByteArray(code).replace('V', "\xD6");
}

void TestRecoveryCode::what_is_not_a_code() {
    QFETCH(QByteArray, typed);
    CHECK_ERROR(RecoveryCode::parse(typed.toStdString()), ErrorCode::kInvalid);
}

void TestRecoveryCode::every_single_typing_error_is_caught() {
    for (int i = 0; i < 20; ++i) {
        std::string code = written(RecoveryCode::random());
        std::erase(code, '-');
        for (char& place : code) {
            const char right = place;
            for (const char wrong : kAlphabet) {
                place = wrong;
                QCOMPARE(RecoveryCode::parse(code).has_value(), wrong == right);
            }
            place = right;
        }
    }
}

void TestRecoveryCode::nearly_every_exchange_of_neighbours_is_caught() {
    // Luhn's known gap: the first and the last character of the alphabet look alike to it when exchanged.
    for (int i = 0; i < 200; ++i) {
        std::string code = written(RecoveryCode::random());
        std::erase(code, '-');
        for (std::size_t at = 0; at + 1 < code.size(); ++at) {
            const std::string pair = {std::min(code[at], code[at + 1]), std::max(code[at], code[at + 1])};
            const bool harmless = pair[0] == pair[1] || pair == "0Z";
            std::swap(code[at], code[at + 1]);
            QCOMPARE(RecoveryCode::parse(code).has_value(), harmless);
            std::swap(code[at], code[at + 1]);
        }
    }
}

void TestRecoveryCode::codes_use_the_whole_alphabet() {
    std::array<std::set<char>, RecoveryCode::kCharacters> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string text = characters(RecoveryCode::random());
        for (std::size_t at = 0; at < text.size(); ++at) {
            seen[at].insert(text[at]);
        }
    }
    for (const auto& place : seen) {
        QCOMPARE(place.size(), kAlphabet.size());  // a letter missing by chance: 20 * 32 * (31/32)^1000, under 1e-10
    }
}

QTEST_APPLESS_MAIN(TestRecoveryCode)
#include "tst_recovery_code.moc"
