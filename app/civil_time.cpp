// SPDX-License-Identifier: Apache-2.0
#include "civil_time.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <chrono>

#include "language_watch.h"

namespace pennydrop::app {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr milliseconds kLongestNap = minutes{5};

std::chrono::sys_time<microseconds> on_the_wall(const LocalTime& moment) {
    return std::chrono::sys_time<microseconds>{microseconds{moment.at.micros} + minutes{moment.offset.minutes()}};
}

}  // namespace

QDate to_qdate(CivilDate day) {
    return QDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                 static_cast<int>(static_cast<unsigned>(day.day()))};
}

CivilDate to_civil(QDate day) {
    return CivilDate{std::chrono::year{day.year()}, std::chrono::month{static_cast<unsigned>(day.month())},
                     std::chrono::day{static_cast<unsigned>(day.day())}};
}

QTime wall_time(const LocalTime& moment) {
    const auto wall = on_the_wall(moment);
    const auto since_midnight = wall - std::chrono::floor<std::chrono::days>(wall);
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(duration_cast<milliseconds>(since_midnight).count()));
}

LocalTime to_local_time(const QDateTime& when) {
    const QDateTime here = when.toLocalTime();
    return LocalTime{Timestamp{when.toMSecsSinceEpoch() * 1000},
                     UtcOffset::from_minutes(here.offsetFromUtc() / 60).value_or(UtcOffset{})};
}

QDateTime to_date_time(const LocalTime& moment) {
    return QDateTime::fromMSecsSinceEpoch(moment.at.micros / 1000, Qt::OffsetFromUTC,
                                          static_cast<int>(moment.offset.minutes() * 60));
}

std::int64_t minute_of(Timestamp at) {
    return std::chrono::floor<minutes>(microseconds{at.micros}).count();
}

LocalTime to_local_time(Timestamp at) {
    LocalTime local = to_local_time(QDateTime::fromMSecsSinceEpoch(at.micros / 1000));
    local.at = at;
    return local;
}

CalendarWatch::CalendarWatch(const Clock& clock, QObject* parent) : QObject(parent), clock_(clock), seen_(clock.now()) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &CalendarWatch::look);
    if (const auto* words = LanguageWatch::instance()) {
        connect(words, &LanguageWatch::languageChanged, this, &CalendarWatch::retell);
        connect(words, &LanguageWatch::localeChanged, this, &CalendarWatch::retell);
    }
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive) {
                look();
            }
        });
    }
    wait_for_midnight(seen_);
}

void CalendarWatch::look() {
    const LocalTime now = clock_.now();
    const bool another = now.date() != seen_.date() || now.offset != seen_.offset;
    seen_ = now;
    wait_for_midnight(now);
    if (another) {
        emit changed();
    }
}

void CalendarWatch::retell() {
    seen_ = clock_.now();
    emit changed();
}

void CalendarWatch::wait_for_midnight(const LocalTime& now) {
    const auto wall = on_the_wall(now);
    const auto midnight = std::chrono::ceil<std::chrono::days>(wall + microseconds{1});
    // Just after midnight rather than just before it: timers may be early by a moment.
    const auto wait = duration_cast<milliseconds>(midnight - wall) + milliseconds{50};
    timer_.start(std::min(wait, kLongestNap));
}

}  // namespace pennydrop::app
