// SPDX-License-Identifier: Apache-2.0
#include "bin_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "bin_words.h"
#include "entry_marks.h"
#include "labels.h"
#include "plain_text.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

constexpr std::array kUsualDays{kLeastBinDays, 7, 14, kDefaultBinDays, 90, kMostBinDays};

/// Before anything was deleted: clears away what was erased on purpose, and nothing that is due.
constexpr Timestamp kNothingDue{};

/// One more than a page was asked for: whether there is another one. It is not kept.
bool drop_beyond(std::vector<BinItem>& items, std::size_t limit) {
    if (items.size() <= limit) {
        return false;
    }
    wipe(items.back().entry.preview);
    items.resize(limit);
    return true;
}

}  // namespace

BinModel::BinModel(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : ChangingRows(parent), service_(service), clock_(clock), removal_(removal), calendar_(clock), files_(clock) {
    connect(&service, &JournalService::opened, this, [this] { sweep(clock_.now().at); });
    connect(&service, &JournalService::closing, this, &BinModel::forget);
    connect(&service, &JournalService::entryRemoved, this, &BinModel::read);
    connect(&service, &JournalService::entryRestored, this, &BinModel::read);
    connect(&service, &JournalService::entryChanged, this, &BinModel::read);  // a file of it may be deleted now
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(rowCount() - 1), {DayRole, TimeRole, FateRole});
        }
        emit daysChanged();
    });
}

BinModel::~BinModel() {
    for (Row& row : rows_) {
        wipe(row.preview);
    }
}

QStringList BinModel::dayChoices() const {
    QStringList words;
    for (const int days : choices()) {
        words += BinWords::days(days);
    }
    return words;
}

int BinModel::dayChoice() const {
    const auto all = choices();
    const auto found = std::ranges::find(all, days_);
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

void BinModel::setDayChoice(int choice) {
    const auto all = choices();
    if (days_ == 0 || choice < 0 || choice >= static_cast<int>(all.size()) || choice == dayChoice()) {
        return;
    }
    act([days = all[static_cast<std::size_t>(choice)]](Journal& journal) { return journal.bin().set_keep_days(days); },
        {});
}

void BinModel::show() {
    shown_ = true;
    tell({});
    read();
}

void BinModel::leave() {
    forget();
}

void BinModel::more() {
    if (complete_ || rows_.empty()) {
        return;
    }
    ++question_;
    service_.ask(
        this,
        [after = BinPosition::of(rows_.back().item)](Journal& journal) {
            return journal.bin().page(after, kPageSize + 1);
        },
        [this, question = question_](Result<std::vector<BinItem>> items) {
            if (question != question_) {
                return;
            }
            if (items) {
                take_more(std::move(*items));
            } else {
                tell(
                    tr("The rest of the bin could not be read. Nothing was changed. Lock the journal and open it "
                       "again."));
            }
        });
}

void BinModel::restore(qint64 id) {
    act([id = EntryId{id}](Journal& journal) { return journal.bin().restore(id); },
        [this, id] {
            removal_.offer(tr("Entry brought back"), [this, id] { removal_.remove(id); }, {});
            emit service_.entryRestored(EntryId{id});
        });
}

void BinModel::restoreFile(qint64 id) {
    const AttachmentId file{id};
    const auto entry = files_.entry_of(file);
    if (!entry) {
        return;
    }
    act([file](Journal& journal) { return journal.attachments().restore(file); },
        [this, file, entry = *entry] {
            const auto delete_again = [this, file, entry] {
                act([file, now = clock_.now().at](Journal& journal) { return journal.attachments().remove(file, now); },
                    [this, entry] { emit service_.entryChanged(entry); });
            };
            removal_.offer(tr("File brought back"), delete_again, {});
            emit service_.entryChanged(entry);
        });
}

void BinModel::askErase(qint64 id) {
    asked_ = [id = EntryId{id}](Journal& journal) { return journal.bin().erase(id); };
}

void BinModel::askEraseFile(qint64 id) {
    asked_ = [id = AttachmentId{id}](Journal& journal) { return journal.bin().erase(id); };
}

void BinModel::askEraseAll() {
    asked_ = [](Journal& journal) -> Status {
        auto erased = journal.bin().erase_all();
        return erased ? Status{} : pass_on(erased);
    };
}

void BinModel::confirmErase() {
    auto task = std::exchange(asked_, {});
    if (!task || !service_.is_open()) {
        return;
    }
    // What is on offer to be brought back may be what is erased.
    removal_.dismiss();
    act(std::move(task), [this] { sweep(kNothingDue); });
}

void BinModel::keepAll() {
    asked_ = {};
}

int BinModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant BinModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case EntryIdRole:
            return QVariant::fromValue<qint64>(row.item.entry.id.value);
        case KindRole:
            return static_cast<int>(row.item.entry.kind);
        case Qt::DisplayRole:
        case PreviewRole:
            return row.preview;
        case DayRole:
            return Labels::day(row.item.entry.occurred.date(), calendar_.today());
        case TimeRole:
            return Labels::time(row.item.entry.occurred);
        case MarkRole:
            return static_cast<int>(mark_of(row.item.entry));
        case FateRole:
            return BinWords::fate(row.item.removed, row.item.due, clock_.now());
        default:
            return {};
    }
}

QHash<int, QByteArray> BinModel::roleNames() const {
    return {{EntryIdRole, "entryId"}, {KindRole, "kind"}, {PreviewRole, "preview"}, {DayRole, "day"},
            {TimeRole, "time"},       {MarkRole, "mark"}, {FateRole, "fate"}};
}

Result<BinModel::Page> BinModel::read_page(Journal& journal, std::size_t limit) {
    auto days = journal.bin().keep_days();
    if (!days) {
        return pass_on(days);
    }
    auto entries = journal.bin().page(std::nullopt, limit + 1);
    if (!entries) {
        return pass_on(entries);
    }
    auto files = journal.bin().attachments();
    if (!files) {
        return pass_on(files);
    }
    return Page{.entries = std::move(*entries), .files = std::move(*files), .days = *days};
}

BinModel::Row BinModel::make_row(BinItem item) {
    QString preview =
        single_line(QString::fromUtf8(item.entry.preview.data(), static_cast<qsizetype>(item.entry.preview.size())));
    wipe(item.entry.preview);
    return Row{std::move(item), std::move(preview)};
}

std::vector<int> BinModel::choices() const {
    std::vector<int> all(kUsualDays.begin(), kUsualDays.end());
    if (days_ != 0 && std::ranges::find(all, days_) == all.end()) {
        all.push_back(days_);
        std::ranges::sort(all);
    }
    return all;
}

void BinModel::read() {
    if (!shown_) {
        return;
    }
    ++question_;
    const std::size_t limit = std::max(kPageSize, rows_.size());
    service_.ask(
        this, [limit](Journal& journal) { return read_page(journal, limit); },
        [this, limit, question = question_](Result<Page> page) {
            if (question != question_) {
                return;
            }
            if (page) {
                take(std::move(*page), limit);
            } else {
                tell(tr("The bin could not be read. Nothing was changed. Lock the journal and open it again."));
            }
        });
}

void BinModel::take(Page page, std::size_t limit) {
    calendar_.look();
    complete_ = !drop_beyond(page.entries, limit);
    std::vector<Row> fresh;
    fresh.reserve(page.entries.size());
    for (BinItem& item : page.entries) {
        fresh.push_back(make_row(std::move(item)));
    }
    change_rows(
        rows_, std::move(fresh), [](const Row& row) { return row.item.entry.id; }, [](Row& row) { wipe(row.preview); });
    files_.show(std::move(page.files));
    if (page.days != days_) {
        days_ = page.days;
        emit daysChanged();
    }
    ready_ = true;
    emit changed();
}

void BinModel::take_more(std::vector<BinItem> items) {
    complete_ = !drop_beyond(items, kPageSize);
    if (!items.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
        for (BinItem& item : items) {
            rows_.push_back(make_row(std::move(item)));
        }
        endInsertRows();
    }
    emit changed();
}

void BinModel::forget() {
    ++question_;
    shown_ = false;
    beginResetModel();
    for (Row& row : rows_) {
        wipe(row.preview);
    }
    rows_.clear();
    endResetModel();
    files_.show({});
    complete_ = true;
    ready_ = false;
    busy_ = false;
    message_.clear();
    asked_ = {};
    days_ = 0;
    emit daysChanged();
    emit changed();
}

void BinModel::act(std::function<Status(Journal&)> task, std::function<void()> then) {
    if (busy_) {
        return;
    }
    busy_ = true;
    emit changed();
    service_.ask(this, std::move(task), [this, then = std::move(then)](const Status& acted) {
        busy_ = false;
        // What is not there any more went by another way: the list is read again all the same.
        if (!acted && acted.error().code != ErrorCode::kNotFound) {
            emit daysChanged();  // a choice that did not come about goes back
            tell(
                tr("That could not be done; the bin is as it was. Make sure that there is free space on this device, "
                   "then try again."));
            return;
        }
        tell({});
        if (acted && then) {
            then();
        }
        read();
    });
}

void BinModel::sweep(Timestamp due) {
    service_.ask(
        this, [due](Journal& journal) { return journal.bin().step(due); },
        [this, due](const Result<bool>& is_more) {
            // What could not be erased now is erased after the next opening; it is in no list meanwhile.
            if (is_more && *is_more) {
                sweep(due);
            } else {
                read();
            }
        });
}

void BinModel::tell(const QString& message) {
    message_ = message;
    emit changed();
}

}  // namespace pennydrop::app
