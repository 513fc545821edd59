// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "labels.h"
#include "life_words.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

QString not_saved() {
    return Decisions::tr(
        "The change could not be saved, and nothing else was changed. Make sure that there is free "
        "space on this device, then try again.");
}

}  // namespace

Decisions::Decisions(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry, QObject* parent)
    : ChangingRows(parent), service_(service), clock_(clock), removal_(removal), entry_(entry), calendar_(clock) {
    connect(&entry, &ReadEntry::shown, this, &Decisions::read);
    connect(&entry, &ReadEntry::leaving, this, [this] {
        show({});
        set_message({});
    });
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(count() - 1));
        }
    });
}

Decisions::~Decisions() {
    for (Decision& row : rows_) {
        wipe_row(row);
    }
}

const Decision* Decisions::find(DecisionId id) const {
    const auto found = std::ranges::find(rows_, id, &Decision::id);
    return found == rows_.end() ? nullptr : &*found;
}

void Decisions::remove(qint64 id) {
    const DecisionId decision{id};
    service_.ask(
        this, [decision, now = clock_.now().at](Journal& journal) { return journal.decisions().remove(decision, now); },
        [this, decision, entry = entry_.id()](const Status& removed) {
            if (removed) {
                removal_.offer(tr("Decision deleted"), [this, entry, decision] { restore(entry, decision); }, {});
                emit service_.entryChanged(entry);
            } else if (removed.error().code != ErrorCode::kNotFound) {
                set_message(not_saved());
            }
        });
}

void Decisions::restore(EntryId entry, DecisionId id) {
    service_.ask(
        this, [id](Journal& journal) { return journal.decisions().restore(id); },
        [this, entry, id](const Status& restored) {
            if (restored) {
                emit service_.entryChanged(entry);
                return;
            }
            removal_.offer(tr("The decision could not be brought back yet. It is still kept. Make sure that there is "
                              "free space on this device, then try again."),
                           [this, entry, id] { restore(entry, id); }, {});
        });
}

void Decisions::reopen(qint64 id) {
    const Decision* const decision = find(DecisionId{id});
    if (decision == nullptr || !decision->end) {
        return;
    }
    service_.ask(
        this, [id = decision->id](Journal& journal) { return journal.decisions().reopen(id); },
        [this, entry = entry_.id(), id = decision->id, end = *decision->end](const Status& status) {
            if (status) {
                removal_.offer(tr("It holds again"), [this, entry, id, end] { end_again(entry, id, end); }, {});
                emit service_.entryChanged(entry);
            } else if (status.error().code != ErrorCode::kNotFound) {
                set_message(not_saved());
            }
        });
}

void Decisions::end_again(EntryId entry, DecisionId id, const DecisionEnd& end) {
    service_.ask(
        this, [id, end](Journal& journal) { return journal.decisions().finish(id, end); },
        [this, entry](const Status& status) {
            if (!status) {
                set_message(not_saved());
            }
            emit service_.entryChanged(entry);
        });
}

int Decisions::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Decisions::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Decision& decision = rows_[static_cast<std::size_t>(index.row())];
    const auto& end = decision.end;
    switch (role) {
        case DecisionIdRole:
            return QVariant::fromValue<qint64>(decision.id.value);
        case Qt::DisplayRole:
        case WhatRole:
            return QString::fromStdString(decision.content.what);
        case HowRole:
            return QString::fromStdString(decision.content.how_we_know);
        case HoldsRole:
            return !end;
        case DueRole:
            return !end && std::chrono::sys_days{decision.content.until} <= std::chrono::sys_days{calendar_.today()};
        case UntilRole:
            //: How long a decision "for now" holds. %1: a day ("Friday 14 November").
            return tr("Until %1").arg(Labels::day(decision.content.until, calendar_.today()));
        case OutcomeRole:
            return end ? static_cast<int>(end->outcome) : 0;
        case EndedRole:
            return end ? Labels::day(end->at.date(), calendar_.today()) : QString();
        case EndWordsRole:
            return end ? QString::fromStdString(end->text) : QString();
        default:
            return {};
    }
}

QHash<int, QByteArray> Decisions::roleNames() const {
    return {{DecisionIdRole, "decisionId"}, {WhatRole, "what"},     {HowRole, "how"},
            {HoldsRole, "holds"},           {DueRole, "due"},       {UntilRole, "until"},
            {OutcomeRole, "outcome"},       {EndedRole, "endedOn"}, {EndWordsRole, "endWords"}};
}

void Decisions::read() {
    service_.ask(
        this, [id = entry_.id()](Journal& journal) { return journal.decisions().of(id); },
        [this, id = entry_.id()](Result<std::vector<Decision>> found) {
            if (id != entry_.id()) {
                return;
            }
            if (!found) {
                set_message(
                    tr("What was decided could not be read. Nothing was changed. Lock the journal and open it "
                       "again; if that does not help, restart the device."));
                return;
            }
            set_message({});
            calendar_.look();
            show(std::move(*found));
        });
}

void Decisions::show(std::vector<Decision> fresh) {
    const int before = count();
    change_rows(rows_, std::move(fresh), [](const Decision& row) { return row.id; }, wipe_row);
    if (count() != before) {
        emit countChanged();
    }
}

void Decisions::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

void Decisions::wipe_row(Decision& row) noexcept {
    wipe(row.content.what);
    wipe(row.content.how_we_know);
    if (row.end) {
        wipe(row.end->text);
    }
}

}  // namespace pennydrop::app
