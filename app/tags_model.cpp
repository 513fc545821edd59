// SPDX-License-Identifier: Apache-2.0
#include "tags_model.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "draft_text.h"
#include "journal/fold.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

QString from_utf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The tag whose name is the same to the journal; nothing if there is none.
Result<std::optional<Tag>> same_tag(Journal& journal, const std::string& name) {
    auto tags = journal.tags().list();
    if (!tags) {
        return pass_on(tags);
    }
    const auto found = std::ranges::find(*tags, fold_name(name), [](const Tag& tag) { return fold_name(tag.name); });
    return found == tags->end() ? std::nullopt : std::optional{*found};
}

/// What came of a new name.
struct Renaming {
    std::optional<Tag> twin{};  ///< Another tag is called so; nothing was done.
    QString before{};
    QString after{};
};

Result<Renaming> rename_tag(Journal& journal, TagId id, const std::string& typed) {
    auto name = normal_tag(typed);
    if (!name) {
        return pass_on(name);
    }
    auto twin = same_tag(journal, *name);
    if (!twin) {
        return pass_on(twin);
    }
    if (*twin && (*twin)->id != id) {
        return Renaming{.twin = std::move(*twin)};
    }
    auto tags = journal.tags().list();
    if (!tags) {
        return pass_on(tags);
    }
    const auto old = std::ranges::find(*tags, id, &Tag::id);
    if (old == tags->end()) {
        return fail(ErrorCode::kNotFound);
    }
    if (auto renamed = journal.tags().rename(id, *name); !renamed) {
        return pass_on(renamed);
    }
    return Renaming{.before = from_utf8(old->name), .after = from_utf8(*name)};
}

}  // namespace

TagsModel::TagsModel(JournalService& service, Removal& removal, QObject* parent)
    : QAbstractListModel(parent), service_(service), removal_(removal) {
    connect(&service, &JournalService::closing, this, &TagsModel::forget);
    connect(&service, &JournalService::tagsChanged, this, &TagsModel::read);
    connect(&service, &JournalService::entryAdded, this, &TagsModel::read);
    connect(&service, &JournalService::entryChanged, this, &TagsModel::read);
    connect(&service, &JournalService::entryRemoved, this, &TagsModel::read);
    connect(&service, &JournalService::entryRestored, this, &TagsModel::read);
}

TagsModel::~TagsModel() {
    for (Row& row : rows_) {
        wipe(row.name);
    }
}

void TagsModel::show() {
    ++shown_;
    read();
}

void TagsModel::leave() {
    shown_ = std::max(0, shown_ - 1);
    if (shown_ == 0) {
        forget();
    }
}

void TagsModel::rename(qint64 id, const QString& name) {
    if (busy_) {
        return;
    }
    set_busy(true);
    set_twin({}, {});
    service_.ask(
        this, [id = TagId{id}, name = journal_text(name)](Journal& journal) { return rename_tag(journal, id, name); },
        [this, id](const Result<Renaming>& renaming) {
            set_busy(false);
            if (!renaming) {
                tell_failure(renaming.error().code);
                return;
            }
            set_message({});
            if (renaming->twin) {
                set_twin(from_utf8(renaming->twin->name), renaming->twin->id);
                return;
            }
            if (renaming->before != renaming->after) {
                removal_.offer(tr("Tag renamed"),
                               [this, id, before = renaming->before] { rename_again(TagId{id}, before); }, {});
                emit renamed(id, renaming->after);
                emit service_.tagsChanged();
            }
            emit done();
        });
}

void TagsModel::merge(qint64 id) {
    const TagId into = twin_id_;
    if (!into.is_set()) {
        return;
    }
    act([from = TagId{id}, into](Journal& journal) { return journal.tags().merge(from, into); },
        [this, id, into] { emit gone(id, into.value); });
}

void TagsModel::remove(qint64 id) {
    act([id = TagId{id}](Journal& journal) { return journal.tags().remove(id); }, [this, id] { emit gone(id, 0); });
}

void TagsModel::forgetTwin() {
    set_twin({}, {});
    set_message({});
}

int TagsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant TagsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const int entries = static_cast<int>(std::min<std::int64_t>(row.entries, std::numeric_limits<int>::max()));
    switch (role) {
        case TagIdRole:
            return QVariant::fromValue<qint64>(row.id.value);
        case Qt::DisplayRole:
        case NameRole:
            return row.name;
        case EntriesRole:
            return entries;
        case CountLabelRole:
            if (entries == 0) {
                return tr("No entry carries it");
            }
            // One is said on its own, so that English needs no catalogue of plural forms.
            return entries == 1 ? tr("1 entry") : tr("%n entries", "that carry a tag", entries);
        default:
            return {};
    }
}

QHash<int, QByteArray> TagsModel::roleNames() const {
    return {{TagIdRole, "tagId"}, {NameRole, "name"}, {EntriesRole, "entries"}, {CountLabelRole, "countLabel"}};
}

void TagsModel::read() {
    if (shown_ == 0) {
        return;
    }
    ++question_;
    service_.ask(
        this, [](Journal& journal) { return journal.tags().list(); },
        [this, question = question_](Result<std::vector<Tag>> tags) {
            if (question != question_) {
                return;
            }
            if (tags) {
                take(std::move(*tags));
            } else {
                tell_failure(tags.error().code);
            }
        });
}

void TagsModel::take(std::vector<Tag> tags) {
    const int before = count();
    // A list of names is short, and its order may be another one now.
    beginResetModel();
    for (Row& row : rows_) {
        wipe(row.name);
    }
    rows_.clear();
    for (Tag& tag : tags) {
        rows_.push_back({tag.id, from_utf8(tag.name), tag.entries});
        wipe(tag.name);
    }
    endResetModel();
    if (count() != before) {
        emit countChanged();
    }
    if (!ready_) {
        ready_ = true;
        emit readyChanged();
    }
}

void TagsModel::forget() {
    ++question_;
    shown_ = 0;
    take({});
    ready_ = false;
    emit readyChanged();
    set_twin({}, {});
    set_message({});
    set_busy(false);
}

void TagsModel::act(std::function<Status(Journal&)> task, std::function<void()> then) {
    if (busy_) {
        return;
    }
    set_busy(true);
    service_.ask(this, std::move(task), [this, then = std::move(then)](const Status& acted) {
        set_busy(false);
        if (!acted && acted.error().code != ErrorCode::kNotFound) {
            tell_failure(acted.error().code);
            return;
        }
        set_message({});
        set_twin({}, {});
        then();
        emit service_.tagsChanged();
        emit done();
    });
}

void TagsModel::rename_again(TagId id, const QString& name) {
    service_.ask(
        this, [id, name = journal_text(name)](Journal& journal) { return journal.tags().rename(id, name); },
        [this, id, name](const Status& renamed_back) {
            if (!renamed_back) {
                tell_failure(renamed_back.error().code);
            } else {
                emit renamed(id.value, name);
            }
            emit service_.tagsChanged();
        });
}

void TagsModel::tell_failure(ErrorCode code) {
    set_message(code == ErrorCode::kInvalid
                    ? tr("A tag has at least one letter or digit, and at most %n characters.", "",
                         static_cast<int>(kMaxTagCharacters))
                    : tr("That could not be done; your tags are as they were. Make sure that there is free space on "
                         "this device, then try again."));
}

void TagsModel::set_busy(bool busy) {
    if (busy != busy_) {
        busy_ = busy;
        emit busyChanged();
    }
}

void TagsModel::set_twin(const QString& name, TagId id) {
    twin_id_ = id;
    if (name != twin_) {
        wipe(twin_);
        twin_ = name;
        emit twinChanged();
    }
}

void TagsModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
