// SPDX-License-Identifier: Apache-2.0
#include "edited_details.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "draft_text.h"
#include "journal/fold.h"
#include "journal/tag_store.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

template <typename Number>
int number(const std::optional<Number>& value) noexcept {
    return value ? static_cast<int>(*value) : 0;
}

/// Nothing where the number is neither 0 nor one of 1 to `most`.
template <typename Number>
std::optional<std::optional<Number>> choice(int number, Number most) noexcept {
    if (number < 0 || number > static_cast<int>(most)) {
        return std::nullopt;
    }
    return number == 0 ? std::optional<Number>() : std::optional(static_cast<Number>(number));
}

QString text_of(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

}  // namespace

EditedDetails::EditedDetails(QObject* parent) : QObject(parent) {}

EditedDetails::~EditedDetails() {
    drop();
}

bool EditedDetails::tagsFull() const noexcept {
    return static_cast<std::size_t>(tags_.size()) >= kMaxTagsOfEntry;
}

void EditedDetails::setMeaning(const QString& meaning) {
    set_text(meaning_, meaning, &EditedDetails::meaningChanged);
}

void EditedDetails::setAsk(const QString& ask) {
    set_text(ask_, ask, &EditedDetails::askChanged);
}

void EditedDetails::setAskRole(const QString& role) {
    set_text(ask_role_, role, &EditedDetails::askChanged);
}

int EditedDetails::problem() const noexcept {
    return number(barrier_.problem);
}

void EditedDetails::setProblem(int problem) {
    const auto chosen = choice(problem, ProblemKind::kComplex);
    if (active_ && chosen && *chosen != barrier_.problem) {
        barrier_.problem = *chosen;
        barrier_edited();
    }
}

int EditedDetails::power() const noexcept {
    return number(barrier_.power);
}

void EditedDetails::setPower(int power) {
    const auto chosen = choice(power, Power::kAuthority);
    if (active_ && chosen && *chosen != barrier_.power) {
        barrier_.power = *chosen;
        barrier_edited();
    }
}

int EditedDetails::state() const noexcept {
    return number(barrier_.state);
}

void EditedDetails::setState(int state) {
    const auto chosen = choice(state, BarrierState::kCleared);
    if (active_ && chosen && *chosen != barrier_.state) {
        barrier_.state = *chosen;
        barrier_edited();
    }
}

bool EditedDetails::anyOfBarrier() const {
    return barrier_ != BarrierDetails{} || !is_blank(meaning_) || !is_blank(ask_) || !is_blank(ask_role_);
}

bool EditedDetails::addTag(const QString& typed) {
    const auto name = normal_tag(journal_text(typed));
    if (!active_ || !name) {
        return false;
    }
    if (has_tag(typed)) {
        return true;
    }
    if (tagsFull()) {
        return false;
    }
    tags_.append(text_of(*name));
    emit tagsChanged();
    emit edited();
    return true;
}

void EditedDetails::removeTag(int index) {
    if (!active_ || index < 0 || index >= tags_.size()) {
        return;
    }
    wipe(tags_[index]);
    tags_.removeAt(index);
    emit tagsChanged();
    emit edited();
}

bool EditedDetails::has_tag(const QString& typed) const {
    const std::string folded = fold_name(journal_text(typed));
    return std::ranges::any_of(tags_, [&folded](const QString& tag) { return fold_name(journal_text(tag)) == folded; });
}

void EditedDetails::touch() {
    if (active_) {
        emit edited();
    }
}

void EditedDetails::take(const EntryContent& content) {
    drop();
    active_ = true;
    for (const std::string& tag : content.tags) {
        tags_.append(text_of(tag));
    }
    meaning_ = text_of(content.meaning);
    ask_ = text_of(content.barrier.ask);
    ask_role_ = text_of(content.barrier.ask_role);
    barrier_ = content.barrier;
    wipe(barrier_.ask);
    wipe(barrier_.ask_role);
}

void EditedDetails::drop() {
    active_ = false;
    for (QString& tag : tags_) {
        wipe(tag);
    }
    tags_.clear();
    wipe(meaning_);
    wipe(ask_);
    wipe(ask_role_);
    barrier_ = {};
}

void EditedDetails::put_into(EntryContent& content) const {
    for (const QString& tag : tags_) {
        content.tags.push_back(journal_text(tag));
    }
    content.meaning = journal_text(meaning_);
    content.barrier = barrier_;
    content.barrier.ask = journal_text(ask_);
    content.barrier.ask_role = journal_text(ask_role_);
}

void EditedDetails::announce_all() {
    emit tagsChanged();
    emit meaningChanged();
    emit askChanged();
    emit barrierChanged();
    emit anyChanged();
}

void EditedDetails::set_need(Need need, bool needed) {
    if (active_ && needed != barrier_.needs.contains(need)) {
        barrier_.needs = needed ? barrier_.needs.with(need) : barrier_.needs.without(need);
        barrier_edited();
    }
}

void EditedDetails::set_text(QString& text, const QString& fresh, void (EditedDetails::*changed)()) {
    if (active_ && fresh != text) {
        wipe(text);
        text = fresh;
        emit(this->*changed)();
        emit anyChanged();
        emit edited();
    }
}

void EditedDetails::barrier_edited() {
    emit barrierChanged();
    emit anyChanged();
    emit edited();
}

}  // namespace pennydrop::app
