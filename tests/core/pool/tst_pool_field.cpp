// SPDX-License-Identifier: Apache-2.0
// Our arithmetic modulo the order of ristretto255 against libsodium's, and what is a good scalar. The ordinary run
// makes a million random cases of each operation, the long one (PENNYDROP_LONG=1) twenty million.
#include <QtTest/QTest>

#include <sodium.h>

#include <algorithm>
#include <vector>

#include "base/secret.h"
#include "pool/field.h"
#include "pool/group.h"
#include "pool/secret_sharing.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using pennydrop::testing::Random;

namespace {

using Operation = void (*)(unsigned char*, const unsigned char*, const unsigned char*);

int cases() {
    if (qEnvironmentVariableIsSet("PENNYDROP_LONG")) {
        return 20'000'000;
    }
    return qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 50'000 : 1'000'000;
}

Scalar scalar_of(const FieldNumber& number) {
    Scalar scalar{};
    put_plain(number, scalar);
    return scalar;
}

/// Random, but often next to where carries and reductions turn.
Scalar some_scalar(Random& random) {
    Scalar scalar{};
    put_plain({{random.next(), random.next(), random.next(), random.next() >> 4U}}, scalar);  // below 2^252
    if (random.one_in(8)) {
        std::fill_n(scalar.begin(), 1 + random.below(30), random.one_in(2) ? std::uint8_t{0} : std::uint8_t{0xFF});
        scalar[31] &= 0x0F;
    }
    if (random.one_in(16)) {
        const FieldNumber near_order = subtract(FieldNumber{}, FieldNumber{{1 + random.below(4), 0, 0, 0}});
        put_plain(near_order, scalar);
    }
    return scalar;
}

FieldNumber product(const FieldNumber& left, const FieldNumber& right) {
    return multiply(left, to_montgomery(right));
}

}  // namespace

class TestPoolField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start_crypto().has_value()); }
    void operations_are_libsodiums_data();
    void operations_are_libsodiums();
    void between_is_its_parts();
    void inverses_are_libsodiums();
    void all_inverses_at_once();
    void forms_come_back();
    void good_scalars();
    void polynomials_and_back();
};

void TestPoolField::operations_are_libsodiums_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("add") << 0;
    QTest::newRow("subtract") << 1;
    QTest::newRow("multiply") << 2;
}

void TestPoolField::operations_are_libsodiums() {
    QFETCH(int, which);
    const std::array<Operation, 3> theirs{crypto_core_ristretto255_scalar_add, crypto_core_ristretto255_scalar_sub,
                                          crypto_core_ristretto255_scalar_mul};
    Random random{static_cast<std::uint64_t>(which)};
    for (int i = 0; i < cases(); ++i) {
        const Scalar left = some_scalar(random);
        const Scalar right = some_scalar(random);
        Scalar wanted{};
        theirs[static_cast<std::size_t>(which)](wanted.data(), left.data(), right.data());
        const FieldNumber a = plain_from(left);
        const FieldNumber b = plain_from(right);
        const FieldNumber ours = which == 0 ? add(a, b) : which == 1 ? subtract(a, b) : product(a, b);
        if (scalar_of(ours) != wanted) {
            QFAIL(qPrintable(QStringLiteral("case %1 differs").arg(i)));
        }
    }
}

void TestPoolField::between_is_its_parts() {
    Random random{6};
    for (int i = 0; i < cases() / 4; ++i) {
        const FieldNumber start = plain_from(some_scalar(random));
        const FieldNumber end = plain_from(some_scalar(random));
        const FieldNumber part = plain_from(some_scalar(random));
        if (between(start, end, part) != add(start, multiply(subtract(end, start), part))) {
            QFAIL(qPrintable(QStringLiteral("case %1 differs").arg(i)));
        }
    }
}

void TestPoolField::inverses_are_libsodiums() {
    Random random{7};
    for (int i = 0; i < cases() / 500; ++i) {
        const Scalar value = some_scalar(random);
        if (!is_good_scalar(value)) {
            continue;
        }
        Scalar wanted{};
        invert_slowly(value, wanted);
        QCOMPARE(scalar_of(from_montgomery(invert(to_montgomery(plain_from(value))))), wanted);
    }
    QCOMPARE(invert(FieldNumber{}), FieldNumber{});
}

void TestPoolField::all_inverses_at_once() {
    Random random{8};
    for (std::size_t count = 0; count < 40; ++count) {
        std::vector<FieldNumber> values(count);
        for (auto& value : values) {
            value = to_montgomery(plain_from(some_scalar(random)));
            value = value == FieldNumber{} ? field_one() : value;
        }
        std::vector<FieldNumber> wanted;
        std::ranges::transform(values, std::back_inserter(wanted), invert);
        std::vector<FieldNumber> scratch(count);
        invert_all(values, scratch);
        QCOMPARE(values, wanted);
    }
}

void TestPoolField::forms_come_back() {
    Random random{9};
    for (int i = 0; i < 10000; ++i) {
        const Scalar value = some_scalar(random);
        QCOMPARE(scalar_of(from_montgomery(to_montgomery(plain_from(value)))), value);
    }
    QCOMPARE(from_montgomery(field_one()), (FieldNumber{{1, 0, 0, 0}}));
}

void TestPoolField::good_scalars() {
    const FieldNumber order{field_detail::kOrder};
    const auto with = [&](std::int64_t more) {
        FieldNumber number = order;
        number.word[0] += static_cast<std::uint64_t>(more);
        return scalar_of(number);
    };
    QVERIFY(!is_good_scalar(with(0)));
    QVERIFY(!is_good_scalar(with(1)));
    QVERIFY(is_good_scalar(with(-1)));
    Scalar scalar{};
    QVERIFY(!is_good_scalar(scalar));
    scalar[0] = 1;
    QVERIFY(is_good_scalar(scalar));
    scalar[31] = 0x10;
    QVERIFY(is_good_scalar(scalar));  // 2^252 + 1 is below the order
    scalar[31] = 0x11;
    QVERIFY(!is_good_scalar(scalar));
    scalar.fill(0xFF);
    QVERIFY(!is_good_scalar(scalar));
    QVERIFY(!is_good_scalar(std::span{scalar}.first(31)));
    for (std::size_t byte = 0; byte < kScalarBytes; ++byte) {
        Scalar above = with(0);
        const Scalar lower = with(-1);
        if (above[byte] != 0xFF) {
            ++above[byte];
            QVERIFY(!is_good_scalar(above));
        }
        if (lower[byte] != 0) {
            Scalar below = lower;
            --below[byte];
            QVERIFY(is_good_scalar(below));
        }
    }
}

void TestPoolField::polynomials_and_back() {
    Random random{10};
    for (std::size_t threshold = 3; threshold <= 12; ++threshold) {
        const Polynomial polynomial = Polynomial::random(threshold);
        Scalar secret{};
        polynomial.secret(secret);
        std::vector<Share> shares;
        for (std::size_t i = 0; i < threshold; ++i) {
            const Scalar point = some_scalar(random);
            Scalar value{};
            polynomial.value_at(point, value);
            shares.push_back({plain_from(point), plain_from(value)});
        }
        const Interpolation interpolation{shares};
        QCOMPARE(scalar_of(interpolation.value_at(FieldNumber{})), secret);
        const Scalar elsewhere = some_scalar(random);
        Scalar value{};
        polynomial.value_at(elsewhere, value);
        QCOMPARE(scalar_of(interpolation.value_at(plain_from(elsewhere))), value);
        shares.pop_back();
        QVERIFY(scalar_of(Interpolation{shares}.value_at(FieldNumber{})) != secret);
    }
}

QTEST_GUILESS_MAIN(TestPoolField)
#include "tst_pool_field.moc"
