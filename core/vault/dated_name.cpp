// SPDX-License-Identifier: Apache-2.0
#include "vault/dated_name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace pennydrop {
namespace {

constexpr std::string_view kEnding = ".pennydrop";
/// What may lie beside a journal and is found by its name.
constexpr std::array kBeside{"", "-wal", "-drop"};
constexpr int kMinutesOfHour = 60;
constexpr int kMinutesOfDay = 24 * kMinutesOfHour;

std::string digits(long long value, std::size_t width) {
    const std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

std::string written(std::string_view stem, std::string_view label, const DatedName& name) {
    std::string text{stem};
    if (!label.empty()) {
        text += ' ';
        text += label;
    }
    text += ' ' + digits(static_cast<int>(name.date.year()), 4) + '-' +
            digits(static_cast<unsigned>(name.date.month()), 2) + '-' +
            digits(static_cast<unsigned>(name.date.day()), 2);
    text += ' ' + digits(name.minute / kMinutesOfHour, 2) + digits(name.minute % kMinutesOfHour, 2);
    if (name.number > 1) {
        text += ' ' + std::to_string(name.number);
    }
    text += kEnding;
    return text;
}

/// The number in `text` from `at` on, of `length` characters.
int number_at(std::string_view text, std::size_t at, std::size_t length) {
    int value = -1;
    const std::string_view part = text.substr(std::min(at, text.size()), length);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc{} && end == part.data() + part.size() ? value : -1;
}

bool is_not_on_fat(char c) {
    constexpr std::string_view kSpecial = "\"*/:<>?\\|";
    return kSpecial.find(c) != std::string_view::npos || (c >= 0 && c < ' ');
}

}  // namespace

std::filesystem::path path_from(std::string_view utf8) {
    return std::filesystem::path{std::u8string(utf8.begin(), utf8.end())};
}

std::string stem_of(const std::filesystem::path& journal) {
    const auto name = journal.filename().u8string();
    std::string stem{name.begin(), name.end()};
    if (stem.ends_with(kEnding)) {
        stem.resize(stem.size() - kEnding.size());
    }
    std::ranges::replace_if(stem, is_not_on_fat, '_');
    return stem.empty() ? "journal" : stem;
}

std::string write_dated_name(std::string_view stem, std::string_view label, const LocalTime& when, int number) {
    const auto civil = std::chrono::microseconds{when.at.micros} + std::chrono::minutes{when.offset.minutes()};
    const auto in_day = std::chrono::floor<std::chrono::minutes>(civil) - std::chrono::floor<std::chrono::days>(civil);
    return written(stem, label, {.date = when.date(), .minute = static_cast<int>(in_day.count()), .number = number});
}

std::optional<DatedName> read_dated_name(std::string_view name, std::string_view stem, std::string_view label) {
    // Read loosely here, then compared with what would be written.
    std::string before{stem};
    if (!label.empty()) {
        before += ' ';
        before += label;
    }
    if (!name.starts_with(before) || !name.ends_with(kEnding) || name.size() < before.size() + kEnding.size()) {
        return std::nullopt;
    }
    const std::string_view text = name.substr(before.size(), name.size() - before.size() - kEnding.size());
    constexpr std::size_t kShortest = 16;  // " 2026-11-22 0514"
    const int year = number_at(text, 1, 4);
    const int month = number_at(text, 6, 2);
    const int day = number_at(text, 9, 2);
    const int minute = number_at(text, 12, 2) * kMinutesOfHour + number_at(text, 14, 2);
    const int number = text.size() <= kShortest ? 1 : number_at(text, kShortest + 1, text.size());
    if (text.size() < kShortest || year < 0 || month < 0 || day < 0 || minute < 0 || minute >= kMinutesOfDay ||
        number < 1) {
        return std::nullopt;
    }
    const DatedName read{.date = CivilDate{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}},
                         .minute = minute,
                         .number = number};
    if (!read.date.ok() || written(stem, label, read) != name) {
        return std::nullopt;
    }
    return read;
}

std::filesystem::path free_dated_name(const std::filesystem::path& folder, std::string_view stem,
                                      std::string_view label, const LocalTime& when) {
    for (int number = 1;; ++number) {
        auto path = folder / path_from(write_dated_name(stem, label, when, number));
        const bool is_taken = std::ranges::any_of(kBeside, [&path](const char* ending) {
            auto beside = path;
            beside += ending;
            std::error_code error;
            return std::filesystem::exists(beside, error);
        });
        if (!is_taken) {
            return path;
        }
    }
}

}  // namespace pennydrop
