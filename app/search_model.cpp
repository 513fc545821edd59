// SPDX-License-Identifier: Apache-2.0
#include "search_model.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

std::string utf8(const QString& text) {
    QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::optional<Timestamp> since(SearchModel::Period period, const LocalTime& now) {
    const QDate today = to_qdate(now.date());
    QDate first;
    switch (period) {
        case SearchModel::AnyTime:
            return std::nullopt;
        case SearchModel::PastWeek:
            first = today.addDays(-7);
            break;
        case SearchModel::PastMonth:
            first = today.addMonths(-1);
            break;
        case SearchModel::PastYear:
            first = today.addYears(-1);
            break;
    }
    return start_of_day(to_civil(first), now.offset);
}

}  // namespace

SearchModel::SearchModel(JournalService& service, const Clock& clock, QObject* parent)
    : SearchRows(clock, parent), service_(service), clock_(clock) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] { ask(true); });
    connect(&service, &JournalService::closing, this, &SearchModel::clear);
    connect(&service, &JournalService::entryAdded, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryChanged, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryRemoved, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryRestored, this, &SearchModel::look_again);
    connect(&calendar(), &CalendarWatch::changed, this, &SearchModel::another_day);
}

SearchModel::~SearchModel() {
    wipe(words_);
}

void SearchModel::setWords(const QString& words) {
    if (words == words_) {
        return;
    }
    const bool was_active = active();
    const bool same_question = words.trimmed() == words_.trimmed();
    wipe(words_);
    words_ = words;
    emit wordsChanged();
    if (!same_question) {
        question_changed(was_active);
    }
}

int SearchModel::kind() const noexcept {
    return kind_ ? static_cast<int>(*kind_) : 0;
}

void SearchModel::setKind(int kind) {
    const auto known = kind_from_number(kind);
    if (known == kind_ || (kind != 0 && !known)) {
        return;
    }
    const bool was_active = active();
    kind_ = known;
    emit kindChanged();
    if (kind_ && theme_ && !theme_fits(*kind_, *theme_)) {
        theme_.reset();
        emit themeCodeChanged();
    }
    question_changed(was_active);
}

QString SearchModel::themeCode() const {
    return theme_code(theme_);
}

void SearchModel::setThemeCode(const QString& code) {
    const auto theme = theme_from_code(code);
    const bool unknown = !code.isEmpty() && !theme;
    if (theme == theme_ || unknown || (theme && kind_ && !theme_fits(*kind_, *theme))) {
        return;
    }
    const bool was_active = active();
    theme_ = theme;
    emit themeCodeChanged();
    question_changed(was_active);
}

void SearchModel::setPeriod(Period period) {
    if (period == period_ || period < AnyTime || period > PastYear) {
        return;
    }
    const bool was_active = active();
    period_ = period;
    emit periodChanged();
    question_changed(was_active);
}

bool SearchModel::active() const noexcept {
    return kind_ || theme_ || period_ != AnyTime || std::ranges::any_of(words_, [](QChar c) { return !c.isSpace(); });
}

QString SearchModel::summary() const {
    if (!active() || !answered_) {
        return {};
    }
    if (total_ == 0) {
        return tr("No entries");
    }
    // One is said on its own, so that English needs no catalogue of plural forms.
    return total_ == 1 ? tr("1 entry") : tr("%n entries", "number of entries found", total_);
}

void SearchModel::clear() {
    const bool was_active = active();
    if (!words_.isEmpty()) {
        wipe(words_);
        emit wordsChanged();
    }
    if (kind_) {
        kind_.reset();
        emit kindChanged();
    }
    if (theme_) {
        theme_.reset();
        emit themeCodeChanged();
    }
    if (period_ != AnyTime) {
        period_ = AnyTime;
        emit periodChanged();
    }
    question_changed(was_active);
}

bool SearchModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && count() > 0 && !complete_;
}

void SearchModel::fetchMore(const QModelIndex& parent) {
    // While a new question waits, more of the old answer is of no use.
    if (!canFetchMore(parent) || fetching_ || searching_) {
        return;
    }
    fetching_ = true;
    service_.ask(
        this,
        [query = query(), after = last_position()](Journal& journal) {
            return journal.search().find(query, after, kPageSize);
        },
        [this, question = question_](Result<std::vector<SearchHit>> hits) {
            if (question != question_) {
                return;
            }
            fetching_ = false;
            if (!hits) {
                tell_failure();
                return;
            }
            set_message({});
            complete_ = hits->size() < kPageSize;
            append(std::move(*hits));
        });
}

SearchQuery SearchModel::query() const {
    return SearchQuery{utf8(words_), kind_, theme_, since(period_, clock_.now())};
}

void SearchModel::question_changed(bool was_active) {
    ++question_;
    fetching_ = false;
    set_message({});
    if (active()) {
        pause_.start();
        set_searching(true);
    } else {
        pause_.stop();
        set_searching(false);
        replace({});
        complete_ = true;
        set_result(0, false);
    }
    if (active() != was_active) {
        emit activeChanged();
    }
    emit summaryChanged();
}

void SearchModel::look_again() {
    // A question that is about to be asked will see the change anyway.
    if (active() && !pause_.isActive()) {
        ask(false);
    }
}

void SearchModel::ask(bool anew) {
    ++question_;
    fetching_ = false;
    const std::size_t limit = anew ? kPageSize : std::max(kPageSize, count());
    service_.ask(
        this,
        [query = query(), limit](Journal& journal) -> Result<Found> {
            auto hits = journal.search().find(query, std::nullopt, limit);
            if (!hits) {
                return pass_on(hits);
            }
            auto total = journal.search().count(query);
            if (!total) {
                return pass_on(total);
            }
            return Found{std::move(*hits), *total};
        },
        [this, question = question_, limit, anew](Result<Found> found) {
            if (question != question_) {
                return;
            }
            if (found) {
                set_message({});
                take(std::move(*found), limit, anew);
                return;
            }
            if (anew) {
                // What answered another question must not pass for an answer to this one.
                replace({});
                set_result(0, false);
            }
            tell_failure();
            set_searching(false);
        });
}

void SearchModel::tell_failure() {
    set_message(
        tr("The journal could not be searched. Nothing was changed. Lock the journal and open it again; if that does "
           "not help, restart the device."));
}

void SearchModel::take(Found found, std::size_t limit, bool anew) {
    look_at_calendar();
    complete_ = found.hits.size() < limit;
    if (anew) {
        replace(std::move(found.hits));
    } else {
        update(std::move(found.hits));
    }
    set_result(found.total, true);
    set_searching(false);
}

void SearchModel::set_searching(bool searching) {
    if (searching != searching_) {
        searching_ = searching;
        emit searchingChanged();
    }
}

void SearchModel::set_result(std::int64_t total, bool answered) {
    const int limited = static_cast<int>(std::min<std::int64_t>(total, std::numeric_limits<int>::max()));
    const bool another = limited != total_;
    total_ = limited;
    answered_ = answered;
    if (another) {
        emit totalChanged();
    }
    emit summaryChanged();
}

void SearchModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

void SearchModel::another_day() {
    emit summaryChanged();
    if (period_ != AnyTime) {
        look_again();  // "The past week" begins on another day now.
    }
}

}  // namespace pennydrop::app
