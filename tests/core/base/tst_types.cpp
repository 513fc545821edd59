// SPDX-License-Identifier: Apache-2.0
// Strong ids, civil dates at a place's own offset, and the machine's clock.
#include <QtTest/QTest>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "base/types.h"

using namespace pennydrop;
using namespace std::chrono;

namespace {

struct ThingTag {};
using ThingId = Id<ThingTag>;

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

UtcOffset offset(std::int64_t minutes) {
    return UtcOffset::from_minutes(minutes).value();
}

std::int64_t micros(year_month_day date) {
    return sys_days{date}.time_since_epoch().count() * kDay;
}

}  // namespace

class TestTypes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_id_is_set_or_not();
    void offsets_have_limits();
    void a_date_is_the_one_on_the_wall_data();
    void a_date_is_the_one_on_the_wall();
    void the_system_clock_knows_its_offset_data();
    void the_system_clock_knows_its_offset();
};

void TestTypes::an_id_is_set_or_not() {
    QVERIFY(!ThingId{}.is_set());
    QVERIFY(ThingId{1}.is_set());
    QVERIFY(ThingId{1} < ThingId{2});
    QVERIFY(ThingId{2} == ThingId{2});
}

void TestTypes::offsets_have_limits() {
    QVERIFY(UtcOffset::from_minutes(1080).has_value());
    QVERIFY(UtcOffset::from_minutes(-1080).has_value());
    QVERIFY(!UtcOffset::from_minutes(1081).has_value());
    QVERIFY(!UtcOffset::from_minutes(-1081).has_value());
    QVERIFY(!UtcOffset::from_minutes(65536).has_value());  // would be 0 if it were cut to 16 bits first
    QCOMPARE(offset(345).minutes(), std::int64_t{345});
}

void TestTypes::a_date_is_the_one_on_the_wall_data() {
    QTest::addColumn<qint64>("at");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("m");
    QTest::addColumn<int>("d");
    const auto row = [](const char* name, std::int64_t at, int minutes, int y, int m, int d) {
        QTest::newRow(name) << qint64{at} << minutes << y << m << d;
    };
    const std::int64_t leap = micros(2024y / February / 29d);
    row("epoch", 0, 0, 1970, 1, 1);
    row("just before the epoch", -1, 0, 1969, 12, 31);
    row("epoch, west", 0, -1, 1969, 12, 31);
    row("last microsecond of a day", kDay - 1, 0, 1970, 1, 1);
    row("a minute over midnight by the offset", kDay - kMinute, 1, 1970, 1, 2);
    row("a microsecond short of midnight", kDay - kMinute - 1, 1, 1970, 1, 1);
    row("leap day", leap, 0, 2024, 2, 29);
    row("leap day, seen from the west", leap, -480, 2024, 2, 28);
    row("leap day still, seen from the west", leap + kDay + 60 * kMinute, -480, 2024, 2, 29);
    row("the day after, seen from Kathmandu", leap + kDay - 345 * kMinute, 345, 2024, 3, 1);
    row("2000 is a leap year", micros(2000y / February / 29d), 0, 2000, 2, 29);
    row("1900 is none", micros(1900y / March / 1d) - 1, 0, 1900, 2, 28);
    row("two days apart", micros(2023y / December / 31d) + 12 * 60 * kMinute, 840, 2024, 1, 1);
    row("the largest offset", 0, 1080, 1970, 1, 1);
    row("the least offset", 0, -1080, 1969, 12, 31);
    row("before 1900", micros(1815y / June / 18d), 0, 1815, 6, 18);
}

void TestTypes::a_date_is_the_one_on_the_wall() {
    QFETCH(qint64, at);
    QFETCH(int, minutes);
    QFETCH(int, y);
    QFETCH(int, m);
    QFETCH(int, d);
    const CivilDate date = LocalTime{Timestamp{at}, offset(minutes)}.date();
    QCOMPARE(static_cast<int>(date.year()), y);
    QCOMPARE(static_cast<unsigned>(date.month()), static_cast<unsigned>(m));
    QCOMPARE(static_cast<unsigned>(date.day()), static_cast<unsigned>(d));
}

void TestTypes::the_system_clock_knows_its_offset_data() {
    QTest::addColumn<QByteArray>("zone");  // POSIX notation, whose sign is the other way round
    QTest::addColumn<int>("minutes");
    QTest::newRow("UTC") << QByteArray{"UTC0"} << 0;
    QTest::newRow("Kathmandu") << QByteArray{"XXX-5:45"} << 345;
    QTest::newRow("Newfoundland") << QByteArray{"XXX3:30"} << -210;
    QTest::newRow("Kiribati") << QByteArray{"XXX-14"} << 840;
    QTest::newRow("Baker Island") << QByteArray{"XXX12"} << -720;
}

void TestTypes::the_system_clock_knows_its_offset() {
    QFETCH(QByteArray, zone);
    QFETCH(int, minutes);
    qputenv("TZ", zone);
    tzset();
    const std::int64_t before = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    const LocalTime now = SystemClock{}.now();
    const std::int64_t after = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    QCOMPARE(now.offset.minutes(), std::int64_t{minutes});
    QVERIFY(before <= now.at.micros && now.at.micros <= after);
}

QTEST_APPLESS_MAIN(TestTypes)
#include "tst_types.moc"
