// SPDX-License-Identifier: Apache-2.0
// The drop box: records written while the vault is locked, sealed so that only the unlocked vault can read them, in a
// file beside it.
// Threads: append_to_drop_box() may be called from any thread and any process, each call waits for its turn; a DropBox
// belongs to one thread.
// Specification: docs/vault-format.md, "Drop box".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "vault/drop_record.h"
#include "vault/vault_header.h"

struct sqlite3_vfs;

namespace pennydrop {

class Folders;

/// Neither the drop box nor what was set aside from it grows beyond this.
inline constexpr std::int64_t kMaxDropBoxBytes = 64LL * 1024 * 1024;

struct DropBoxOptions {
    sqlite3_vfs* below{nullptr};                 ///< As VaultOptions::below.
    Folders* folders{nullptr};                   ///< As VaultOptions::folders.
    std::chrono::milliseconds patience{10'000};  ///< How long to wait while somebody else writes or merges.
};

/// Whom a locked app writes to: kept since the vault was last unlocked (VaultInfo::id and ::drop_box then), because a
/// locked vault's header cannot be told from one that somebody has altered.
struct DropTarget {
    VaultId vault{};
    DropBoxPublicKey public_key{};

    bool operator==(const DropTarget&) const = default;
};

/// "NAME.pennydrop-drop" and "NAME.pennydrop-drop-unread".
[[nodiscard]] std::filesystem::path drop_box_path(const std::filesystem::path& vault);
[[nodiscard]] std::filesystem::path unread_drops_path(const std::filesystem::path& vault);

/// Adds a record to the drop box of the vault at `vault`. It is on the disk when this returns without error; after an
/// error it may be there, too, so that a second try must be the same record with the same id. Errors: kInvalid (empty
/// or longer than kMaxDropPayloadBytes; or the vault there is not the one `remembered`: it has to be unlocked first),
/// kDiskFull (no room, or the drop box is full), kInUse (somebody else writes for longer than patience), kPermission,
/// kIo; and those of Vault::inspect() but for kInUse: the vault may be open.
[[nodiscard]] Status append_to_drop_box(const std::filesystem::path& vault, const DropTarget& remembered,
                                        const DropRecord& record, const DropBoxOptions& options);

/// The drop box of an unlocked vault while it is merged. Nobody can append until it is destroyed. It holds no more than
/// one record in memory at a time.
class DropBox {
public:
    /// A drop box that is not there is empty. Errors: kInUse, kPermission, kIo.
    [[nodiscard]] static Result<DropBox> open(const std::filesystem::path& vault, const VaultId& id, DropBoxKeys keys,
                                              const DropBoxOptions& options);

    DropBox(DropBox&& other) noexcept;
    DropBox& operator=(DropBox&& other) noexcept;
    DropBox(const DropBox&) = delete;
    DropBox& operator=(const DropBox&) = delete;
    ~DropBox();

    /// The next record that authenticates, in the order of the file; nothing at the end. A record may come more than
    /// once. Error: kIo; then nothing has been changed, and only a new DropBox goes on.
    [[nodiscard]] Result<std::optional<DropRecord>> next();

    /// Counts the record that next() gave last as unreadable: it authenticates, and the caller does not understand it.
    void set_aside();

    /// Pieces of the file that hold no record that could be read, as far as next() has come.
    [[nodiscard]] std::size_t unreadable() const noexcept;

    /// Empties the drop box, after what was read has been saved for good elsewhere. Unreadable pieces are first moved
    /// to unread_drops_path(), at least once each. When this fails, the drop box stays as it is, or becomes empty after
    /// all; its records may then come again. Errors: kInvalid (next() has not come to the end), kDiskFull (also: what
    /// cannot be read is more than kMaxDropBoxBytes), kPermission, kIo.
    [[nodiscard]] Status empty();

private:
    class Impl;
    explicit DropBox(std::unique_ptr<Impl> impl) noexcept;
    std::unique_ptr<Impl> impl_;
};

}  // namespace pennydrop
