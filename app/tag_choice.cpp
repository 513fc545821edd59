// SPDX-License-Identifier: Apache-2.0
#include "tag_choice.h"

#include <algorithm>
#include <utility>

#include "draft_text.h"
#include "journal/fold.h"
#include "private_text.h"

namespace pennydrop::app {

TagChoice::TagChoice(JournalService& service, const Clock& clock, EditedDetails& details, QObject* parent)
    : ChangingRows(parent), service_(service), details_(details), saver_(service, clock, [this] {
          return typed_.isEmpty() ? std::vector<FormField>()
                                  : std::vector<FormField>{{.field = 1, .text = journal_text(typed_)}};
      }) {
    connect(&saver_, &FormSaver::found, this, [this](const std::vector<FormField>& fields) {
        if (typed_.isEmpty()) {  // Else the person has begun anew.
            take(QString::fromStdString(fields.front().text));
        }
    });
    connect(&service, &JournalService::closing, this, &TagChoice::close);
    connect(&details, &EditedDetails::tagsChanged, this, [this] {
        if (active_) {
            look();
        }
    });
}

TagChoice::~TagChoice() {
    wipe(typed_);
}

void TagChoice::setTyped(const QString& typed) {
    if (typed != typed_) {
        take(typed);
        saver_.changed();
        if (!typed_.isEmpty()) {
            details_.touch();  // The draft exists as long as what is typed for it.
        }
    }
}

void TagChoice::take(const QString& typed) {
    if (typed == typed_) {
        return;
    }
    wipe(typed_);
    typed_ = typed;
    emit typedChanged();
    emit freshChanged();
    if (active_) {
        look();
    }
}

QString TagChoice::fresh() const {
    const auto name = normal_tag(journal_text(typed_));
    if (!name || details_.has_tag(typed_)) {
        return {};
    }
    const std::string folded = fold_name(*name);
    const bool known =
        std::ranges::any_of(names_, [&folded](const QString& tag) { return fold_name(journal_text(tag)) == folded; });
    return known ? QString() : QString::fromStdString(*name);
}

void TagChoice::begin() {
    active_ = true;
    take({});
    saver_.begin({.form = Form::kNewTag});
    look();
}

bool TagChoice::addTyped() {
    if (!details_.addTag(typed_)) {
        return false;
    }
    setTyped({});
    return true;
}

void TagChoice::add(const QString& name) {
    if (details_.addTag(name)) {
        setTyped({});
    }
}

void TagChoice::close() {
    active_ = false;
    ++question_;
    if (service_.is_closing()) {
        saver_.seal();
    } else {
        saver_.discard();
    }
    take({});
    show({});
}

int TagChoice::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant TagChoice::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        (role != NameRole && role != Qt::DisplayRole)) {
        return {};
    }
    return names_[static_cast<std::size_t>(index.row())];
}

QHash<int, QByteArray> TagChoice::roleNames() const {
    return {{NameRole, "name"}};
}

void TagChoice::look() {
    ++question_;
    // As many more as may be set already.
    service_.ask(
        this,
        [typed = journal_text(typed_)](Journal& journal) {
            return journal.tags().beginning_with(typed, kMost + kMaxTagsOfEntry);
        },
        [this, question = question_](const Result<std::vector<Tag>>& tags) {
            if (question != question_ || !tags) {
                return;  // Without offers a tag can still be typed.
            }
            std::vector<QString> names;
            for (const Tag& tag : *tags) {
                QString name = QString::fromStdString(tag.name);
                if (names.size() < kMost && !details_.has_tag(name)) {
                    names.push_back(std::move(name));
                }
            }
            show(std::move(names));
        });
}

void TagChoice::show(std::vector<QString> names) {
    const int before = count();
    change_rows(names_, std::move(names), [](const QString& name) { return name; }, [](QString& name) { wipe(name); });
    emit freshChanged();
    if (count() != before) {
        emit countChanged();
    }
}

}  // namespace pennydrop::app
