// SPDX-License-Identifier: Apache-2.0
#include "follow_ups.h"

#include <algorithm>
#include <utility>

#include "labels.h"
#include "life_words.h"
#include "private_text.h"
#include "review_words.h"

namespace pennydrop::app {

FollowUps::FollowUps(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry, QObject* parent)
    : ChangingRows(parent), service_(service), clock_(clock), removal_(removal), entry_(entry), calendar_(clock) {
    connect(&entry, &ReadEntry::shown, this, &FollowUps::read);
    connect(&entry, &ReadEntry::leaving, this, [this] {
        show({});
        set_message({});
    });
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(count() - 1), {WhenRole, TitleRole});
        }
    });
}

FollowUps::~FollowUps() {
    for (Row& row : rows_) {
        wipe_row(row);
    }
}

std::optional<FollowUpContent> FollowUps::content(FollowUpId id) const {
    const Row* const row = find(id);
    return row == nullptr ? std::nullopt : std::optional(row->follow_up.content);
}

QString FollowUps::text(FollowUpId id) const {
    const Row* const row = find(id);
    return row == nullptr ? QString() : row->text;
}

void FollowUps::remove(qint64 id) {
    remove(FollowUpId{id});
}

void FollowUps::remove(FollowUpId id) {
    service_.ask(
        this, [id, now = clock_.now().at](Journal& journal) { return journal.follow_ups().remove(id, now); },
        [this, id, entry = entry_.id()](const Status& removed) {
            if (removed) {
                removal_.offer(tr("Note deleted"), [this, entry, id] { restore(entry, id); }, {});
                emit service_.entryChanged(entry);
            } else if (removed.error().code != ErrorCode::kNotFound) {
                set_message(
                    tr("The note could not be deleted and is still there, unchanged. Make sure that there is "
                       "free space on this device, then try again."));
            }
        });
}

void FollowUps::restore(EntryId entry, FollowUpId id) {
    service_.ask(
        this, [id](Journal& journal) { return journal.follow_ups().restore(id); },
        [this, entry, id](const Status& restored) {
            if (restored) {
                emit service_.entryChanged(entry);
                return;
            }
            if (restored.error().code == ErrorCode::kNotFound) {
                return;  // It is erased, with its entry.
            }
            removal_.offer(tr("The note could not be brought back yet. It is still kept. Make sure that there is free "
                              "space on this device, then try again."),
                           [this, entry, id] { restore(entry, id); }, {});
        });
}

int FollowUps::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FollowUps::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const FollowUpContent& content = row.follow_up.content;
    switch (role) {
        case FollowUpIdRole:
            return QVariant::fromValue<qint64>(row.follow_up.id.value);
        case TitleRole: {
            const QString question = content.question ? ReviewWords::question(*content.question) : QString();
            return question.isEmpty() ? LifeWords::label(content.kind) : question;
        }
        case Qt::DisplayRole:
        case WordsRole:
            return row.text;
        case WhenRole:
            return Labels::moment(content.at, calendar_.today());
        case TaughtRole:
            return content.kind == FollowUpKind::kTaught;
        default:
            return {};
    }
}

QHash<int, QByteArray> FollowUps::roleNames() const {
    return {{FollowUpIdRole, "followUpId"},
            {TitleRole, "title"},
            {WordsRole, "words"},
            {WhenRole, "when"},
            {TaughtRole, "taught"}};
}

void FollowUps::read() {
    service_.ask(
        this, [id = entry_.id()](Journal& journal) { return journal.follow_ups().of(id); },
        [this, id = entry_.id()](Result<std::vector<FollowUp>> found) {
            if (id != entry_.id()) {
                return;
            }
            if (!found) {
                set_message(
                    tr("What you came back with could not be read. Nothing was changed. Lock the journal and "
                       "open it again; if that does not help, restart the device."));
                return;
            }
            set_message({});
            calendar_.look();
            show(std::move(*found));
        });
}

void FollowUps::show(std::vector<FollowUp> fresh) {
    const int before = count();
    std::vector<Row> rows;
    rows.reserve(fresh.size());
    for (FollowUp& follow_up : fresh) {
        QString text = PrivateText::from_utf8(follow_up.content.text).take();
        rows.push_back(Row{std::move(follow_up), std::move(text)});
    }
    change_rows(rows_, std::move(rows), [](const Row& row) { return row.follow_up.id; }, wipe_row);
    if (count() != before) {
        emit countChanged();
    }
}

void FollowUps::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

const FollowUps::Row* FollowUps::find(FollowUpId id) const {
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.follow_up.id; });
    return found == rows_.end() ? nullptr : &*found;
}

void FollowUps::wipe_row(Row& row) noexcept {
    wipe(row.text);
}

}  // namespace pennydrop::app
