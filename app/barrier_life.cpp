// SPDX-License-Identifier: Apache-2.0
#include "barrier_life.h"

#include <utility>

#include "labels.h"
#include "life_words.h"

namespace pennydrop::app {

BarrierLife::BarrierLife(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
                         QObject* parent)
    : ChangingRows(parent), service_(service), clock_(clock), removal_(removal), entry_(entry), calendar_(clock) {
    connect(&entry, &ReadEntry::shown, this, &BarrierLife::read);
    connect(&entry, &ReadEntry::leaving, this, [this] {
        show({});
        set_message({});
    });
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        emit clearedAfterChanged();
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(count() - 1));
        }
    });
}

QString BarrierLife::clearedAfter() const {
    if (!until_cleared_) {
        return {};
    }
    const int days = static_cast<int>(until_cleared_->count());
    if (days == 0) {
        return tr("Cleared on the day it was named");
    }
    // One is said on its own, so that English needs no catalogue of plural forms.
    return days == 1 ? tr("Cleared after 1 day")
                     : tr("Cleared after %n days", "days from naming a barrier to clearing it", days);
}

void BarrierLife::setState(int state) {
    const auto wanted = static_cast<BarrierState>(state);
    const QString label = LifeWords::label(wanted);
    const EntryId entry = entry_.id();
    if (label.isEmpty() || !entry.is_set() || entry_.kind() != EntryKind::kBarrier) {
        return;
    }
    service_.ask(
        this,
        [entry, wanted, now = clock_.now()](Journal& journal) -> Result<bool> {
            auto before = journal.entries().find(entry);
            if (!before) {
                return pass_on(before);
            }
            if (before->content.barrier.state == wanted) {
                return false;
            }
            if (auto set = journal.barriers().set_state(entry, wanted, now); !set) {
                return pass_on(set);
            }
            return true;
        },
        [this, entry, label](const Result<bool>& changed) {
            if (!changed) {
                set_message(
                    tr("The change could not be saved, and nothing else was changed. Make sure that there is "
                       "free space on this device, then try again."));
            } else if (*changed) {
                set_message({});
                //: A barrier's state was changed. %1: "Stuck", "Moving" or "Cleared".
                removal_.offer(tr("Now marked: %1").arg(label), [this, entry] { take_back(entry); }, {});
                emit service_.entryChanged(entry);
            }
        });
}

void BarrierLife::take_back(EntryId entry) {
    service_.ask(
        this, [entry, now = clock_.now().at](Journal& journal) { return journal.barriers().take_back(entry, now); },
        [this, entry](const Status& status) {
            if (!status && status.error().code != ErrorCode::kNotFound) {
                removal_.offer(tr("The change could not be taken back yet. Make sure that there is free space on this "
                                  "device, then try again."),
                               [this, entry] { take_back(entry); }, {});
            }
            emit service_.entryChanged(entry);
        });
}

int BarrierLife::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant BarrierLife::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const StateChange& change = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case LabelRole: {
            const QString label = LifeWords::label(change.state);
            //: In the history of a barrier: from then on it was marked neither as stuck, nor as moving, nor as cleared.
            return label.isEmpty() ? tr("Not marked") : label;
        }
        case DayRole:
            return Labels::day(change.at.date(), calendar_.today());
        case StateRole:
            return change.state ? static_cast<int>(*change.state) : 0;
        default:
            return {};
    }
}

QHash<int, QByteArray> BarrierLife::roleNames() const {
    return {{LabelRole, "label"}, {DayRole, "day"}, {StateRole, "barrierState"}};
}

void BarrierLife::read() {
    const EntryId id = entry_.id();
    if (entry_.kind() != EntryKind::kBarrier) {
        show({});
        return;
    }
    service_.ask(
        this,
        [id](Journal& journal) -> Result<History> {
            auto entry = journal.entries().summary(id);
            if (!entry) {
                return pass_on(entry);
            }
            auto changes = journal.barriers().history(id);
            if (!changes) {
                return pass_on(changes);
            }
            const auto days = days_until_cleared(entry->occurred, *changes);
            return History{std::move(*changes), days};
        },
        [this, id](Result<History> history) {
            if (id != entry_.id()) {
                return;
            }
            if (history) {
                set_message({});
                calendar_.look();
                show(std::move(*history));
            } else {
                set_message(
                    tr("The history of this barrier could not be read. Nothing was changed. Lock the journal "
                       "and open it again; if that does not help, restart the device."));
            }
        });
}

void BarrierLife::show(History history) {
    const int before = count();
    change_rows(
        rows_, std::move(history.changes),
        [](const StateChange& change) { return std::pair{change.at.at, change.state}; }, [](const StateChange&) {});
    until_cleared_ = history.until_cleared;
    emit clearedAfterChanged();
    if (count() != before) {
        emit countChanged();
    }
}

void BarrierLife::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
