// SPDX-License-Identifier: Apache-2.0
#include "journal/attachment_store.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/secret.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

/// By measurement (tests/benchmarks/bench_attachments): smaller pieces cost more rows, larger ones more memory, and
/// beyond this nothing is gained. SQLite's incremental BLOB functions were no faster.
constexpr std::size_t kChunkBytes = 64UL * 1024;

Result<std::vector<Attachment>> all_rows(Statement& select) {
    std::vector<Attachment> found;
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return found;
        }
        found.push_back(attachment_from_row(select));
    }
}

/// Fills `chunk` as far as the source goes; a source may give less than it is asked for.
Result<std::size_t> fill(std::span<std::uint8_t> chunk, const ByteSource& source) {
    std::size_t size = 0;
    while (size < chunk.size()) {
        auto given = source(chunk.subspan(size));
        if (!given) {
            return pass_on(given);
        }
        if (*given > chunk.size() - size) {
            return fail(ErrorCode::kInternal, "a source gave more than it was asked for");
        }
        if (*given == 0) {
            break;
        }
        size += *given;
    }
    return size;
}

}  // namespace

Status AttachmentStore::require_owner(std::optional<EntryId> entry) const {
    auto select = entry ? database_->prepare("SELECT 1 FROM entry WHERE id = ?1 AND removed_at IS NULL")
                        : database_->prepare("SELECT 1 FROM draft WHERE id = 1");
    if (!select) {
        return pass_on(select);
    }
    if (entry) {
        select->bind(1, entry->value);
    }
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? Status{} : fail(ErrorCode::kNotFound);
}

Result<std::uint64_t> AttachmentStore::save_chunks(AttachmentId id, std::uint64_t most, std::uint64_t room,
                                                   const ByteSource& source, ProgressMeter& meter) {
    auto insert = database_->prepare("INSERT INTO attachment_chunk (attachment_id, number, bytes) VALUES (?1, ?2, ?3)");
    if (!insert) {
        return pass_on(insert);
    }
    std::vector<std::uint8_t> chunk(kChunkBytes);
    std::uint64_t total = 0;
    for (std::int64_t number = 0;; ++number) {
        auto size = fill(chunk, source);
        if (!size) {
            return pass_on(size);
        }
        total += *size;
        if (total > most) {
            return fail(ErrorCode::kTooLarge);
        }
        if (total > room) {
            return fail(ErrorCode::kFull);
        }
        if (*size > 0) {
            insert->reset();
            insert->bind(1, id.value).bind(2, number).bind(3, std::span<const std::uint8_t>{chunk}.first(*size));
            if (auto done = insert->run(); !done) {
                return pass_on(done);
            }
        }
        if (auto going = meter.add(*size); !going) {
            return pass_on(going);
        }
        if (*size < chunk.size()) {
            wipe_memory(chunk);
            return total;
        }
    }
}

Result<Attachment> AttachmentStore::add(std::optional<EntryId> entry, const NewAttachment& file,
                                        const ByteSource& source, Timestamp now, const OnProgress& progress) {
    if (!is_media_type(file.media_type)) {
        return fail(ErrorCode::kInvalid, "media type");
    }
    if (file.expected_bytes > kMaxAttachmentBytes || file.thumbnail.size() > kMaxThumbnailBytes) {
        return fail(ErrorCode::kTooLarge);
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    if (auto owner = require_owner(entry); !owner) {
        return pass_on(owner);
    }
    auto used = total_bytes();
    if (!used) {
        return pass_on(used);
    }
    const std::uint64_t room = kMaxAllAttachmentBytes - std::min(*used, kMaxAllAttachmentBytes);
    if (file.expected_bytes > room) {
        return fail(ErrorCode::kFull);
    }
    Attachment added{.entry = entry,
                     .name = clean_attachment_name(file.name),
                     .media_type = file.media_type,
                     .created = now,
                     .has_thumbnail = !file.thumbnail.empty()};
    auto insert = database_->prepare(
        "INSERT INTO attachment (uid, entry_id, created_at, size, media_type, thumbnail, name)"
        " VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6)");
    if (!insert) {
        return pass_on(insert);
    }
    std::array<std::uint8_t, 16> uid{};
    fill_random(uid);
    insert->bind(1, std::span<const std::uint8_t>{uid});
    insert->bind(2, entry ? std::optional{entry->value} : std::nullopt);
    insert->bind(3, now.micros);
    insert->bind(4, std::string_view{added.media_type});
    if (added.has_thumbnail) {
        insert->bind(5, std::span<const std::uint8_t>{file.thumbnail});
    } else {
        insert->bind_null(5);
    }
    insert->bind(6, std::string_view{added.name});
    if (auto done = insert->run(); !done) {
        return pass_on(done);
    }
    added.id = AttachmentId{database_->last_insert_rowid()};
    ProgressMeter meter{progress, file.expected_bytes};
    auto size = save_chunks(added.id, kMaxAttachmentBytes, room, source, meter);
    if (!size) {
        return pass_on(size);
    }
    added.size = *size;
    auto update = database_->prepare("UPDATE attachment SET size = ?1 WHERE id = ?2");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, static_cast<std::int64_t>(added.size)).bind(2, added.id.value);
    if (auto done = update->run(); !done) {
        return pass_on(done);
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return added;
}

Result<std::vector<Attachment>> AttachmentStore::of_entry(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT a.id, a.entry_id, a.name, a.media_type, a.size, a.created_at, a.thumbnail IS NOT NULL"
        " FROM attachment AS a JOIN entry AS e ON e.id = a.entry_id"
        " WHERE a.entry_id = ?1 AND a.removed_at IS NULL AND e.removed_at IS NULL ORDER BY a.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    return all_rows(*select);
}

Result<std::vector<Attachment>> AttachmentStore::of_draft() const {
    auto select = database_->prepare(
        "SELECT id, entry_id, name, media_type, size, created_at, thumbnail IS NOT NULL FROM attachment"
        " WHERE entry_id IS NULL AND removed_at IS NULL ORDER BY id");
    if (!select) {
        return pass_on(select);
    }
    return all_rows(*select);
}

Result<Attachment> AttachmentStore::find(AttachmentId id) const {
    auto select = database_->prepare(
        "SELECT a.id, a.entry_id, a.name, a.media_type, a.size, a.created_at, a.thumbnail IS NOT NULL"
        " FROM attachment AS a LEFT JOIN entry AS e ON e.id = a.entry_id"
        " WHERE a.id = ?1 AND a.removed_at IS NULL AND e.removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    return only_one(all_rows(*select));
}

Result<std::vector<std::uint8_t>> AttachmentStore::thumbnail(AttachmentId id) const {
    auto select = database_->prepare("SELECT thumbnail FROM attachment WHERE id = ?1 AND removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    const auto bytes = select->blob(0);
    return std::vector<std::uint8_t>{bytes.begin(), bytes.end()};
}

Status AttachmentStore::set_thumbnail(AttachmentId id, std::span<const std::uint8_t> bytes) {
    if (bytes.size() > kMaxThumbnailBytes) {
        return fail(ErrorCode::kTooLarge);
    }
    auto update = database_->prepare("UPDATE attachment SET thumbnail = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    if (bytes.empty()) {
        update->bind_null(1);
    } else {
        update->bind(1, bytes);
    }
    update->bind(2, id.value);
    return require_change(*database_, *update);
}

Status AttachmentStore::read(AttachmentId id, const ByteSink& sink, const OnProgress& progress) const {
    auto attachment = find(id);
    if (!attachment) {
        return pass_on(attachment);
    }
    auto select =
        database_->prepare("SELECT number, bytes FROM attachment_chunk WHERE attachment_id = ?1 ORDER BY number");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    ProgressMeter meter{progress, attachment->size};
    std::uint64_t total = 0;
    for (std::int64_t number = 0;; ++number) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return total == attachment->size ? Status{} : fail(ErrorCode::kDamaged, "attachment size");
        }
        const auto bytes = select->blob(1);
        if (select->integer(0) != number || bytes.size() > attachment->size - total) {
            return fail(ErrorCode::kDamaged, "attachment chunk");
        }
        if (auto taken = sink(bytes); !taken) {
            return taken;
        }
        total += bytes.size();
        if (auto going = meter.add(bytes.size()); !going) {
            return going;
        }
    }
}

Result<std::vector<std::uint8_t>> AttachmentStore::bytes_of(AttachmentId id) const {
    std::vector<std::uint8_t> bytes;
    auto done = read(id,
                     [&](std::span<const std::uint8_t> piece) {
                         bytes.insert(bytes.end(), piece.begin(), piece.end());
                         return Status{};
                     },
                     {});
    if (!done) {
        return pass_on(done);
    }
    return bytes;
}

Status AttachmentStore::remove(AttachmentId id, Timestamp now) {
    auto update = database_->prepare("UPDATE attachment SET removed_at = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, now.micros).bind(2, id.value);
    return require_change(*database_, *update);
}

Status AttachmentStore::restore(AttachmentId id) {
    auto update =
        database_->prepare("UPDATE attachment SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value);
    return require_change(*database_, *update);
}

Result<std::int64_t> AttachmentStore::purge_removed(Timestamp before) {
    auto erase = database_->prepare("DELETE FROM attachment WHERE removed_at < ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, before.micros);
    if (auto done = erase->run(); !done) {
        return pass_on(done);
    }
    return database_->changes();
}

Result<std::uint64_t> AttachmentStore::total_bytes() const {
    auto total = database_->query_integer("SELECT coalesce(sum(size), 0) FROM attachment");
    if (!total) {
        return pass_on(total);
    }
    return static_cast<std::uint64_t>(*total);
}

}  // namespace pennydrop
