// SPDX-License-Identifier: Apache-2.0
// What the session has done on the worker's thread: look at the file, make a journal, open one. Each may take a second.
// Threads: the worker's; no state of their own.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "base/secret.h"
#include "base/types.h"
#include "journal/drop_box_merge.h"
#include "journal/journal.h"
#include "vault/key_slots.h"
#include "vault/recovery_code.h"

namespace pennydrop::app {

/// What lies where the journal should be.
enum class Found {
    kJournal,
    kNothing,   ///< A new one can be made here.
    kNoFolder,  ///< Not even the folder; making a journal would fail.
};

/// Where the journal lies, and who looks after its folder.
struct JournalFile {
    std::filesystem::path path;
    bool makes_folder{false};  ///< Make the folder, readable by its owner only, together with the journal.
};

/// What came with opening a journal.
struct Arrival {
    bool merged{true};    ///< False when they could not be merged this time, or their file not be emptied.
    MergedDrops drops{};  ///< Entries written while it was locked.
    VaultId vault{};
    std::uint64_t generation{0};
};

/// Merges what was written while the journal was locked, before anything else reads it. What cannot be merged now stays
/// sealed where it is, and the next unlock tries again.
[[nodiscard]] Arrival arrive(Journal& journal, Timestamp now);

/// Makes `folder` for its owner only, unless it is there. Errors: kPermission, kDiskFull, kIo.
[[nodiscard]] Status make_private_folder(const std::filesystem::path& folder);

/// Errors: as Vault::inspect() (kInUse among them), without kNotFound.
[[nodiscard]] Result<Found> look_at(const JournalFile& file);

struct OpenedJournal {
    std::unique_ptr<Journal> journal;
    SecretBytes recovery_code;  ///< As written for a person; empty when there is none to be shown.
};

/// `cost`: nothing to measure this device. Errors: as Vault::create() and Journal::open(); after those of the latter,
/// and rarely of the former, the journal is there all the same.
[[nodiscard]] Result<OpenedJournal> make_journal(const JournalFile& file, const SecretBytes& passphrase,
                                                 std::optional<KdfCost> cost);

/// A journal with two years of sample entries up to `now`, at the smallest cost. Errors: as make_journal().
[[nodiscard]] Result<std::unique_ptr<Journal>> make_sample_journal(const JournalFile& file,
                                                                   const SecretBytes& passphrase, const LocalTime& now);

/// Half of what unlocking should take.
inline constexpr std::chrono::milliseconds kTooQuick{250};

/// With a new recovery code when the last one shown was never confirmed; that one no longer opens the journal.
/// Where unlocking took less than `too_quick`, the passphrase is wrapped again at `cost` (as in make_journal()) if
/// that is dearer. Errors: as Vault::open(), Journal::open() and Vault::renew_recovery_code().
[[nodiscard]] Result<OpenedJournal> open_journal(const JournalFile& file, const SecretBytes& passphrase,
                                                 std::optional<KdfCost> cost,
                                                 std::chrono::milliseconds too_quick = kTooQuick);
/// With the secret that the device's key store keeps. Nobody has shown that they know the passphrase: a recovery code
/// that was never confirmed stays as it is, and so does the cost, until the next unlock with the passphrase. Errors: as
/// Vault::open() and Journal::open().
[[nodiscard]] Result<std::unique_ptr<Journal>> open_journal_with_device(const JournalFile& file,
                                                                        const SecretBytes& secret);
/// With the recovery code, which is confirmed by that. Errors: as Vault::open() and Journal::open().
/// `cost` as in make_journal(), for the new passphrase that is to be chosen next.
[[nodiscard]] Result<std::unique_ptr<Journal>> open_journal(const JournalFile& file, const RecoveryCode& code,
                                                            std::optional<KdfCost> cost);

}  // namespace pennydrop::app
