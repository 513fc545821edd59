// SPDX-License-Identifier: Apache-2.0
// Files in the journal, encrypted like everything in the vault. Each belongs to an entry, or to the draft until that is
// kept; it goes and comes back with its entry. Its bytes are added and read as a stream.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "journal/attachment.h"
#include "vault/database.h"

namespace pennydrop {

class AttachmentStore {
public:
    explicit AttachmentStore(Connection& database) noexcept : database_(&database) {}

    /// Adds a file to `entry`, or to the draft when that is nothing: whole and durable on return, or not at all,
    /// whatever happens on the way. Errors: kNotFound (no such entry, or no draft has been saved yet), kTooLarge, kFull
    /// (see attachment.h), kInvalid (media type), kCancelled, those of `source`, kDiskFull, kIo.
    [[nodiscard]] Result<Attachment> add(std::optional<EntryId> entry, const NewAttachment& file,
                                         const ByteSource& source, Timestamp now, const OnProgress& progress);

    /// In the order they were added.
    [[nodiscard]] Result<std::vector<Attachment>> of_entry(EntryId entry) const;
    [[nodiscard]] Result<std::vector<Attachment>> of_draft() const;
    /// kNotFound also for what was removed, alone or with its entry.
    [[nodiscard]] Result<Attachment> find(AttachmentId id) const;
    /// Empty when it has none.
    [[nodiscard]] Result<std::vector<std::uint8_t>> thumbnail(AttachmentId id) const;
    /// Replaces it; an empty one takes it away. Errors: kNotFound, kTooLarge.
    [[nodiscard]] Status set_thumbnail(AttachmentId id, std::span<const std::uint8_t> bytes);

    /// Gives all bytes to `sink`, in pieces. Errors: kNotFound, kCancelled, those of `sink`; kDamaged when a piece is
    /// not there (after a repair): what came before it has been given.
    [[nodiscard]] Status read(AttachmentId id, const ByteSink& sink, const OnProgress& progress) const;
    /// All bytes at once, for what is shown.
    [[nodiscard]] Result<std::vector<std::uint8_t>> bytes_of(AttachmentId id) const;

    /// Takes one file away from its entry or the draft; restore() brings it back until purge_removed().
    [[nodiscard]] Status remove(AttachmentId id, Timestamp now);
    [[nodiscard]] Status restore(AttachmentId id);
    /// Deletes for good what was removed alone before `before`. Returns how many.
    [[nodiscard]] Result<std::int64_t> purge_removed(Timestamp before);

    /// Bytes of all files, those of entries in the bin too: what counts towards kMaxAllAttachmentBytes.
    [[nodiscard]] Result<std::uint64_t> total_bytes() const;

private:
    [[nodiscard]] Status require_owner(std::optional<EntryId> entry) const;
    [[nodiscard]] Result<std::uint64_t> save_chunks(AttachmentId id, std::uint64_t most, std::uint64_t room,
                                                    const ByteSource& source, ProgressMeter& meter);

    Connection* database_;
};

}  // namespace pennydrop
