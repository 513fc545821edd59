// SPDX-License-Identifier: Apache-2.0
#include "entry_links.h"

#include <utility>

namespace pennydrop::app {
namespace {

LinkRelation relation_from(int number) noexcept {
    return number >= LinkRelations::CameFrom && number <= LinkRelations::AnsweredBy ? static_cast<LinkRelation>(number)
                                                                                    : LinkRelations::None;
}

}  // namespace

EntryLinks::EntryLinks(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry, QObject* parent)
    : SummaryRows(clock, parent), service_(service), clock_(clock), removal_(removal), entry_(entry) {
    connect(&entry, &ReadEntry::shown, this, &EntryLinks::read);
    connect(&entry, &ReadEntry::leaving, this, [this] {
        show({});
        set_message({});
    });
    // An entry at the other end may have changed, gone or come back.
    const auto look_again = [this](EntryId id) {
        if (entry_.id().is_set() && id != entry_.id()) {
            read();
        }
    };
    connect(&service, &JournalService::entryChanged, this, look_again);
    connect(&service, &JournalService::entryRemoved, this, look_again);
    connect(&service, &JournalService::entryRestored, this, look_again);
}

void EntryLinks::add(qint64 other, int relation) {
    const auto known = relation_from(relation);
    if (entry_.id().is_set() && known != LinkRelations::None) {
        post_add(entry_.id(), EntryId{other}, known, true);
    }
}

void EntryLinks::remove(qint64 other, int relation) {
    const auto known = relation_from(relation);
    if (entry_.id().is_set() && known != LinkRelations::None) {
        post_remove(entry_.id(), EntryId{other}, known, true);
    }
}

void EntryLinks::post_add(EntryId self, EntryId other, LinkRelation relation, bool undoable) {
    service_.ask(
        this,
        [link = link_for(self, other, relation), now = clock_.now()](Journal& journal) {
            return journal.links().add(link, now);
        },
        [this, self, other, relation, undoable](const Status& added) {
            if (added) {
                if (undoable) {
                    removal_.offer(tr("Linked"), [=, this] { post_remove(self, other, relation, false); }, {});
                }
                changed(self, other);
            } else if (added.error().code == ErrorCode::kAlreadyExists) {
                set_message(tr("These two are linked the other way round already."));
            } else {
                failed();
            }
        });
}

void EntryLinks::post_remove(EntryId self, EntryId other, LinkRelation relation, bool undoable) {
    service_.ask(
        this, [link = link_for(self, other, relation)](Journal& journal) { return journal.links().remove(link); },
        [this, self, other, relation, undoable](const Status& removed) {
            if (removed) {
                if (undoable) {
                    removal_.offer(tr("Link taken away"), [=, this] { post_add(self, other, relation, false); }, {});
                }
                changed(self, other);
            } else if (removed.error().code != ErrorCode::kNotFound) {
                failed();
            }
        });
}

void EntryLinks::changed(EntryId self, EntryId other) {
    set_message({});
    emit service_.entryChanged(self);
    emit service_.entryChanged(other);
}

void EntryLinks::failed() {
    set_message(
        tr("The link could not be saved, and nothing else was changed. Make sure that there is free space on "
           "this device, then try again."));
}

void EntryLinks::read() {
    const EntryId id = entry_.id();
    service_.ask(
        this, [id](Journal& journal) { return journal.links().of(id); },
        [this, id](Result<std::vector<LinkedEntry>> found) {
            if (id != entry_.id()) {
                return;
            }
            if (!found) {
                set_message(
                    tr("What belongs to this entry could not be read. Nothing was changed. Lock the journal "
                       "and open it again; if that does not help, restart the device."));
                return;
            }
            std::vector<Row> rows;
            rows.reserve(found->size());
            for (LinkedEntry& linked : *found) {
                const auto relation = relation_of(linked);
                rows.push_back(make_row(std::move(linked.other), relation));
            }
            show(std::move(rows));
        });
}

void EntryLinks::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
