// SPDX-License-Identifier: Apache-2.0
// Promises of sample_journal.h, sample_calendar.h and sample_random.h: the same entries everywhere, believable times,
// few repeats, and nothing in them that could be taken for a real person.
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "journal/sample_calendar.h"
#include "journal/sample_journal.h"
#include "journal/sample_random.h"
#include "journal/sample_texts.h"

using namespace pennydrop;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kMicrosPerMinute = 60'000'000;
constexpr std::int64_t kMicrosPerDay = 24 * 60 * kMicrosPerMinute;

Timestamp utc(std::chrono::year_month_day date, std::chrono::minutes of_day = 0min) {
    return {std::chrono::sys_days{date}.time_since_epoch().count() * kMicrosPerDay + of_day.count() * kMicrosPerMinute};
}

SampleOptions options_to(LocalTime end, std::size_t count = 400, std::uint64_t seed = 1, int days = 730) {
    return {.seed = seed, .count = count, .end = end, .days = days};
}

LocalTime november() {
    return sample::british_time(utc(2025y / 11 / 19, 16h + 40min));
}

/// Ends at several times of day and year, so that no promise holds by luck.
std::vector<LocalTime> some_ends() {
    return {november(),
            sample::british_time(utc(2024y / 3 / 31, 0h + 59min)),
            sample::british_time(utc(2024y / 10 / 27, 1h)),
            sample::british_time(utc(2026y / 7 / 1, 23h)),
            sample::british_time(utc(2025y / 1 / 1, 0h)),
            sample::british_time(utc(2025y / 8 / 15, 5h + 12min)),
            sample::british_time(utc(2026y / 12 / 27, 9h + 30min))};
}

int days_between(const LocalTime& earlier, const LocalTime& later) {
    return static_cast<int>((std::chrono::sys_days{later.date()} - std::chrono::sys_days{earlier.date()}).count());
}

std::vector<sample::SampleText> all_texts() {
    std::vector<sample::SampleText> result;
    for (const auto shelf : {sample::form_and_car_texts(), sample::huddle_and_system_texts(), sample::challenge_texts(),
                             sample::moment_texts(), sample::workplace_texts(), sample::ward_texts(),
                             sample::community_texts(), sample::social_work_texts(), sample::council_texts()}) {
        result.insert(result.end(), shelf.begin(), shelf.end());
    }
    return result;
}

QString text_of(const EntryContent& entry) {
    return QString::fromStdString(entry.text);
}

std::size_t count_of(const std::vector<EntryContent>& entries, EntryKind kind) {
    return static_cast<std::size_t>(std::ranges::count(entries, kind, [](const auto& entry) { return entry.kind; }));
}

}  // namespace

class SampleJournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chance_is_the_published_one() {
        sample::SampleRandom random{1234567};
        QCOMPARE(random.next(), quint64{6457827717110365317U});
        QCOMPARE(random.next(), quint64{3203168211198807973U});
        QCOMPARE(random.next(), quint64{9817491932198370423U});
        QCOMPARE(random.below(0), std::size_t{0});
    }

    void same_options_give_the_same_entries() {
        const auto once = sample_entries(options_to(november()));
        QVERIFY(once == sample_entries(options_to(november())));
        QVERIFY(once != sample_entries(options_to(november(), 400, 2)));
    }

    void as_many_as_asked_for_oldest_first() {
        for (const std::size_t count : {0U, 1U, 2U, 3U, 7U, 130U, 400U, 401U, 1500U, 20'000U}) {
            const auto entries = sample_entries(options_to(november(), count));
            QCOMPARE(entries.size(), count);
            QVERIFY(std::ranges::is_sorted(entries, {}, [](const auto& entry) { return entry.occurred.at; }));
        }
    }

    void entries_lie_within_the_days_before_the_end() {
        for (const LocalTime& end : some_ends()) {
            for (const int days : {-5, 0, 1, 2, 3, 30, 730, 2000}) {
                const auto entries = sample_entries(options_to(end, 90, 3, days));
                QVERIFY(entries.back().occurred.at <= end.at);
                QVERIFY(entries.front().occurred.at.micros >= end.at.micros - std::max(days, 1) * kMicrosPerDay);
            }
        }
        const auto entries = sample_entries(options_to(november()));
        QVERIFY(days_between(entries.front().occurred, november()) > 700);
    }

    void the_newest_days_are_never_empty() {
        for (const LocalTime& end : some_ends()) {
            for (const std::size_t count : {3U, 400U}) {
                const auto entries = sample_entries(options_to(end, count, 5));
                std::set<int> ago;
                for (const EntryContent& entry : entries) {
                    ago.insert(days_between(entry.occurred, end));
                }
                QVERIFY(ago.contains(0) && ago.contains(1) && ago.contains(2));
            }
            const auto entries = sample_entries(options_to(end, 400, 5));
            QVERIFY(entries[entries.size() - 3].occurred.at.micros > end.at.micros - kMicrosPerDay);
        }
    }

    void summer_time_begins_and_ends_on_its_sundays() {
        // From the tables the government publishes.
        const std::array<std::array<Timestamp, 2>, 4> summers{{
            {utc(2023y / 3 / 26, 1h), utc(2023y / 10 / 29, 1h)},
            {utc(2024y / 3 / 31, 1h), utc(2024y / 10 / 27, 1h)},
            {utc(2025y / 3 / 30, 1h), utc(2025y / 10 / 26, 1h)},
            {utc(2026y / 3 / 29, 1h), utc(2026y / 10 / 25, 1h)},
        }};
        for (const auto& [begin, end] : summers) {
            QCOMPARE(sample::british_time(Timestamp{begin.micros - 1}).offset.minutes(), 0);
            QCOMPARE(sample::british_time(begin).offset.minutes(), 60);
            QCOMPARE(sample::british_time(Timestamp{end.micros - 1}).offset.minutes(), 60);
            QCOMPARE(sample::british_time(end).offset.minutes(), 0);
        }
        for (const EntryContent& entry : sample_entries(options_to(november(), 2000))) {
            const bool summer = std::ranges::any_of(summers, [&](const auto& bounds) {
                return bounds[0] <= entry.occurred.at && entry.occurred.at < bounds[1];
            });
            QCOMPARE(entry.occurred.offset.minutes(), summer ? 60 : 0);
        }
    }

    void the_wall_clock_gives_the_moment() {
        const auto summer = sample::british_time(std::chrono::sys_days{2025y / 7 / 1}, 9 * 60);
        QCOMPARE(summer.at.micros, utc(2025y / 7 / 1, 8h).micros);
        QCOMPARE(sample::minute_of_day(summer), 9 * 60);
        const auto winter = sample::british_time(std::chrono::sys_days{2025y / 12 / 1}, 9 * 60);
        QCOMPARE(winter.at.micros, utc(2025y / 12 / 1, 9h).micros);
        // Shown twice: the earlier one. Never shown: an hour later.
        QCOMPARE(sample::british_time(std::chrono::sys_days{2025y / 10 / 26}, 90).at.micros,
                 utc(2025y / 10 / 26, 30min).micros);
        QCOMPARE(sample::minute_of_day(sample::british_time(std::chrono::sys_days{2025y / 3 / 30}, 90)), 150);
    }

    void themes_belong_to_their_kind() {
        std::size_t themes = 0;
        std::size_t levels = 0;
        std::set<std::string_view> codes;
        const auto entries = sample_entries(options_to(november()));
        for (const EntryContent& entry : entries) {
            if (entry.theme) {
                ++themes;
                codes.insert(entry.theme->code());
                QVERIFY(theme_fits(entry.kind, *entry.theme));
            }
            levels += entry.level ? 1 : 0;
        }
        QVERIFY(themes > 300 && themes < 380);  // Most, not all.
        QVERIFY(levels > 170 && levels < 250);  // About half.
        QVERIFY(codes.size() >= 25);            // Nearly the whole vocabulary can be seen.
    }

    void every_theme_of_every_text_is_a_code() {
        for (const auto& text : all_texts()) {
            const auto theme = Theme::from_code(text.theme);
            QVERIFY2(text.theme.empty() || (theme && theme_fits(text.kind, *theme)), text.text.data());
            QVERIFY2(text.level <= 5, text.text.data());
            QVERIFY2(text.first_permille < text.last_permille, text.text.data());
        }
    }

    void every_text_is_written_once() {
        std::set<std::string_view> texts;
        for (const auto& text : all_texts()) {
            QVERIFY2(texts.insert(text.text).second, text.text.data());
        }
        QVERIFY(texts.size() >= 130);
    }

    void kinds_come_in_their_proportions() {
        for (const std::size_t count : {400U, 1000U}) {
            const auto entries = sample_entries(options_to(november(), count));
            QCOMPARE(count_of(entries, EntryKind::kSetback) * 100 / count, std::size_t{40});
            QCOMPARE(count_of(entries, EntryKind::kLightBulb) * 100 / count, std::size_t{25});
            QCOMPARE(count_of(entries, EntryKind::kBarrier) * 100 / count, std::size_t{35});
        }
    }

    void texts_hardly_repeat() {
        std::uint64_t seed = 0;
        for (const LocalTime& end : some_ends()) {
            std::map<std::string, std::vector<LocalTime>> uses;
            for (const EntryContent& entry : sample_entries(options_to(end, 400, ++seed))) {
                uses[entry.text].push_back(entry.occurred);
            }
            QVERIFY(uses.size() > 360);
            for (const auto& [text, times] : uses) {
                QVERIFY2(times.size() <= 3, text.c_str());
                for (std::size_t index = 1; index < times.size(); ++index) {
                    QVERIFY2(days_between(times[index - 1], times[index]) >= 120, text.c_str());
                }
            }
        }
    }

    void lengths_are_those_of_tired_and_of_thoughtful_people() {
        std::size_t lines = 0;
        std::size_t pages = 0;
        for (const EntryContent& entry : sample_entries(options_to(november()))) {
            QVERIFY(!entry.text.empty());
            QVERIFY(entry.text.size() < 2000);
            lines += entry.text.size() < 90 ? 1 : 0;
            pages += entry.text.size() > 500 ? 1 : 0;
        }
        QVERIFY(lines > 60);
        QVERIFY(pages > 10 && pages < 60);
    }

    void texts_are_clean_utf8() {
        const QRegularExpression untidy(QStringLiteral("  | \\n|\\n |\\n{3}|[\\t\\r!]"));
        for (const auto& sample : all_texts()) {
            QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString text = decode(QByteArrayView(sample.text.data(), qsizetype(sample.text.size())));
            QVERIFY2(!decode.hasError(), sample.text.data());
            QCOMPARE(text, text.trimmed());
            QVERIFY2(!text.contains(untidy), sample.text.data());
        }
    }

    void nothing_looks_like_an_identifier() {
        const std::array<QRegularExpression, 7> identifiers{
            QRegularExpression(QStringLiteral("\\d[\\d -]{4,}\\d|\\d{4,}")),  // NHS, CHI, phone, dates
            QRegularExpression(QStringLiteral("\\b[A-Z]{1,2}\\d[\\dA-Z]?( ?\\d[A-Z]{2})?\\b")),  // postcodes
            QRegularExpression(QStringLiteral("\\b[A-Z]{2} ?\\d{2} ?\\d{2}")),                   // National Insurance
            QRegularExpression(QStringLiteral("\\S@\\S|https?:|www\\.")),
            QRegularExpression(QStringLiteral("\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}")),  // dates of birth
            QRegularExpression(QStringLiteral("\\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Sister|Nurse) [A-Z]")),
            QRegularExpression(QStringLiteral("\\b([Ww]ard|[Bb]ed|[Rr]oom) \\d|\\b(aged|years old)\\b")),
        };
        for (const auto& sample : all_texts()) {
            const QString text = QString::fromUtf8(sample.text.data(), qsizetype(sample.text.size()));
            for (const QRegularExpression& identifier : identifiers) {
                QVERIFY2(!text.contains(identifier), sample.text.data());
            }
        }
    }

    void weeks_look_worked() {
        const auto entries = sample_entries(options_to(november()));
        std::size_t at_weekends = 0;
        std::size_t at_night = 0;
        int longest_gap = 0;
        for (std::size_t index = 0; index < entries.size(); ++index) {
            const std::chrono::weekday day{std::chrono::sys_days{entries[index].occurred.date()}};
            at_weekends += day == std::chrono::Saturday || day == std::chrono::Sunday ? 1 : 0;
            at_night += sample::minute_of_day(entries[index].occurred) < 6 * 60 ? 1 : 0;
            if (index > 0) {
                longest_gap = std::max(longest_gap, days_between(entries[index - 1].occurred, entries[index].occurred));
            }
        }
        QVERIFY(at_weekends > 10 && at_weekends < 90);
        QVERIFY(at_night > 3 && at_night < 40);
        QVERIFY(longest_gap >= 10 && longest_gap < 40);
    }

    void searching_finds_stories() {
        const auto entries = sample_entries(options_to(november()));
        for (const auto& words : {u"discharge form", u"shared car", u"Tuesday huddle", u"new system"}) {
            std::vector<LocalTime> found;
            for (const EntryContent& entry : entries) {
                if (text_of(entry).contains(QString::fromUtf16(words))) {
                    found.push_back(entry.occurred);
                }
            }
            QVERIFY2(found.size() >= 5, qPrintable(QString::fromUtf16(words)));
            QVERIFY(days_between(found.front(), found.back()) > 60);
        }
        int day = 0;
        const QRegularExpression challenge_day(QStringLiteral("^Day (\\d+)"));
        for (const EntryContent& entry : entries) {
            const auto match = challenge_day.match(text_of(entry));
            if (match.hasMatch()) {
                QVERIFY(match.captured(1).toInt() > day);
                day = match.captured(1).toInt();
            }
        }
        QVERIFY(day > 0);
    }
};

QTEST_APPLESS_MAIN(SampleJournalTest)
#include "tst_sample_journal.moc"
