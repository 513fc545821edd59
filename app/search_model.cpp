// SPDX-License-Identifier: Apache-2.0
#include "search_model.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "labels.h"
#include "private_text.h"
#include "review_words.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

std::string utf8(const QString& text) {
    QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

static_assert(static_cast<int>(SearchModel::BetweenDays) == static_cast<int>(SearchFilter::Period::kSpan));

QString iso(const std::optional<CivilDate>& day) {
    return day ? to_qdate(*day).toString(Qt::ISODate) : QString();
}

std::optional<CivilDate> from_iso(const QString& text) {
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::optional{to_civil(day)} : std::nullopt;
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
    connect(&service, &JournalService::tagsChanged, this, &SearchModel::look_again);
    connect(&calendar(), &CalendarWatch::changed, this, &SearchModel::another_day);
}

SearchModel::~SearchModel() {
    wipe(words_);
    wipe(tag_name_);
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
    return filter_.kind ? static_cast<int>(*filter_.kind) : 0;
}

void SearchModel::setKind(int kind) {
    const auto known = kind_from_number(kind);
    if (kind == 0 || known) {
        SearchFilter wanted = filter_;
        wanted.kind = known;
        apply(wanted);
    }
}

QString SearchModel::themeCode() const {
    return theme_code(filter_.theme);
}

void SearchModel::setThemeCode(const QString& code) {
    const auto theme = theme_from_code(code);
    const bool unknown = !code.isEmpty() && !theme;
    if (!unknown && !(theme && filter_.kind && !theme_fits(*filter_.kind, *theme))) {
        SearchFilter wanted = filter_;
        wanted.theme = theme;
        apply(wanted);
    }
}

int SearchModel::level() const noexcept {
    return filter_.level ? static_cast<int>(*filter_.level) : 0;
}

void SearchModel::setLevel(int level) {
    const auto known = level_from_number(level);
    if (level == 0 || known) {
        SearchFilter wanted = filter_;
        wanted.level = known;
        apply(wanted);
    }
}

int SearchModel::state() const noexcept {
    return filter_.state ? static_cast<int>(*filter_.state) : 0;
}

void SearchModel::setState(int state) {
    if (state < 0 || state > static_cast<int>(BarrierState::kCleared)) {
        return;
    }
    SearchFilter wanted = filter_;
    wanted.state = state == 0 ? std::nullopt : std::optional{static_cast<BarrierState>(state)};
    apply(wanted);
}

QString SearchModel::stateLabel() const {
    return filter_.state ? ReviewWords::state(*filter_.state) : QString();
}

SearchModel::Learning SearchModel::learning() const noexcept {
    return !filter_.is_learned ? Either : *filter_.is_learned ? Learned : StillOpen;
}

void SearchModel::setLearning(Learning learning) {
    if (learning < Either || learning > StillOpen) {
        return;
    }
    SearchFilter wanted = filter_;
    wanted.is_learned = learning == Either ? std::nullopt : std::optional{learning == Learned};
    apply(wanted);
}

void SearchModel::setTag(qint64 id, const QString& name) {
    SearchFilter wanted = filter_;
    wanted.tag = id == 0 ? std::nullopt : std::optional{TagId{id}};
    wipe(tag_name_);
    tag_name_ = id == 0 ? QString() : name;
    apply(wanted);
}

void SearchModel::tag_renamed(qint64 id, const QString& name) {
    if (id == tagId() && id != 0) {
        wipe(tag_name_);
        tag_name_ = name;
        emit filterChanged();
    }
}

void SearchModel::tag_gone(qint64 id) {
    if (id == tagId()) {
        setTag(0, {});
    }
}

void SearchModel::setPeriod(Period period) {
    if (period < AnyTime || period > PastYear) {
        return;
    }
    SearchFilter wanted = filter_;
    wanted.period = static_cast<SearchFilter::Period>(period);
    apply(wanted);
}

QString SearchModel::firstDay() const {
    return iso(filter_.span.first);
}

QString SearchModel::lastDay() const {
    return iso(filter_.span.last);
}

QString SearchModel::spanLabel() const {
    const CivilDate today = clock_.now().date();
    const auto& span = filter_.span;
    if (span.first && span.last) {
        //: A time to search in. %1 and %2: its first and its last day ("Friday 14 November")
        return *span.first == *span.last
                   ? Labels::day(*span.first, today)
                   : tr("%1 to %2").arg(Labels::day(*span.first, today), Labels::day(*span.last, today));
    }
    if (span.first) {
        return tr("Since %1").arg(Labels::day(*span.first, today));
    }
    return span.last ? tr("Until %1").arg(Labels::day(*span.last, today)) : QString();
}

void SearchModel::setSpan(const QString& first, const QString& last) {
    SearchFilter wanted = filter_;
    wanted.period = SearchFilter::Period::kSpan;
    wanted.span = {.first = from_iso(first), .last = from_iso(last)};
    apply(wanted);
}

void SearchModel::clearFilters() {
    wipe(tag_name_);
    apply({});
}

void SearchModel::apply(const SearchFilter& wanted) {
    const SearchFilter next = wanted.fitted(filter_);
    if (next == filter_) {
        return;
    }
    const bool was_active = active();
    const SearchFilter before = std::exchange(filter_, next);
    if (before.kind != filter_.kind) {
        emit kindChanged();
    }
    if (before.theme != filter_.theme) {
        emit themeCodeChanged();
    }
    if (before.period != filter_.period || before.span != filter_.span) {
        emit periodChanged();
    }
    emit filterChanged();
    question_changed(was_active);
}

bool SearchModel::active() const noexcept {
    return filter_.any() || std::ranges::any_of(words_, [](QChar c) { return !c.isSpace(); });
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
    setWords({});
    clearFilters();
    if (!active()) {
        question_changed(false);  // Whatever is under way is of no use.
    }
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
    return filter_.query(utf8(words_), clock_.now().date());
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
    emit periodChanged();
    if (filter_.period != SearchFilter::Period::kAny) {
        look_again();  // "The past week" begins on another day now.
    }
}

}  // namespace pennydrop::app
