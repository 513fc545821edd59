// SPDX-License-Identifier: Apache-2.0
#include "journal_tasks.h"

#include <system_error>
#include <utility>

#include "journal/sample_life.h"
#include "vault/vault.h"

namespace pennydrop::app {

namespace fs = std::filesystem;

namespace {

VaultOptions options_with(std::optional<KdfCost> cost) {
    VaultOptions options;
    options.kdf_cost = cost.has_value() ? *cost : measured_kdf_cost();
    return options;
}

Result<std::unique_ptr<Journal>> journal_in(Result<std::unique_ptr<Vault>> vault) {
    if (!vault) {
        return pass_on(vault);
    }
    return Journal::open(std::move(*vault));
}

/// With a new recovery code if nobody is known to hold the one of before; it cannot be shown again.
Result<OpenedJournal> with_code_to_show(std::unique_ptr<Journal> journal) {
    auto confirmed = journal->recovery_is_confirmed();
    if (!confirmed) {
        return pass_on(confirmed);
    }
    if (*confirmed) {
        return OpenedJournal{std::move(journal), {}};
    }
    auto code = journal->renew_recovery_code();
    if (!code) {
        return pass_on(code);
    }
    return OpenedJournal{std::move(journal), code->written()};
}

}  // namespace

Status make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) {
        return {};
    }
    fs::create_directories(folder.parent_path(), error);
    if (!error) {
        fs::create_directory(folder, error);
    }
    if (!error) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (!error) {
        return {};
    }
    if (error == std::errc::no_space_on_device) {
        return fail(ErrorCode::kDiskFull, "make the journal's folder");
    }
    const bool refused = error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
                         error == std::errc::read_only_file_system;
    return fail(refused ? ErrorCode::kPermission : ErrorCode::kIo, "make the journal's folder");
}

Arrival arrive(Journal& journal, Timestamp now) {
    Arrival arrival;
    if (auto merged = journal.merge_drop_box(now)) {
        arrival.drops = std::move(*merged);
        arrival.merged = !arrival.drops.not_emptied.has_value();
    } else {
        arrival.merged = false;
    }
    const VaultInfo info = journal.vault().info();
    arrival.vault = info.id;
    arrival.generation = info.generation;
    return arrival;
}

Result<Found> look_at(const JournalFile& file) {
    Status seen = Vault::inspect(file.path, VaultOptions{});
    if (seen) {
        return Found::kJournal;
    }
    if (seen.error().code != ErrorCode::kNotFound) {
        return pass_on(seen);
    }
    std::error_code error;
    const bool has_folder = file.makes_folder || fs::is_directory(file.path.parent_path(), error);
    return has_folder ? Found::kNothing : Found::kNoFolder;
}

Result<OpenedJournal> make_journal(const JournalFile& file, const SecretBytes& passphrase,
                                   std::optional<KdfCost> cost) {
    if (file.makes_folder) {
        Status made = make_private_folder(file.path.parent_path());
        if (!made) {
            return pass_on(made);
        }
    }
    auto created = Vault::create(file.path, passphrase, options_with(cost));
    if (!created) {
        return pass_on(created);
    }
    auto written = created->recovery_code.written();
    auto journal = Journal::open(std::move(created->vault));
    if (!journal) {
        return pass_on(journal);
    }
    return OpenedJournal{std::move(*journal), std::move(written)};
}

Result<std::unique_ptr<Journal>> make_sample_journal(const JournalFile& file, const SecretBytes& passphrase,
                                                     const LocalTime& now) {
    auto made = make_journal(file, passphrase, KdfCost{});
    if (!made) {
        return pass_on(made);
    }
    SampleOptions options;
    options.end = now;
    Status filled = fill_sample_journal(*made->journal, options);
    if (!filled) {
        return pass_on(filled);
    }
    Status confirmed = made->journal->set_recovery_confirmed();  // nobody needs the code of a sample
    if (!confirmed) {
        return pass_on(confirmed);
    }
    return std::move(made->journal);
}

Result<OpenedJournal> open_journal(const JournalFile& file, const SecretBytes& passphrase, std::optional<KdfCost> cost,
                                   std::chrono::milliseconds too_quick) {
    const auto began = std::chrono::steady_clock::now();
    auto journal = journal_in(Vault::open(file.path, passphrase, VaultOptions{}));
    if (!journal) {
        return pass_on(journal);
    }
    if (std::chrono::steady_clock::now() - began < too_quick) {
        // Devices become faster, and so do those who guess. When it fails the journal is open all the same, and the
        // next unlock tries again.
        (void)(*journal)->vault().raise_cost(passphrase, cost.has_value() ? *cost : measured_kdf_cost());
    }
    return with_code_to_show(std::move(*journal));
}

Result<OpenedJournal> open_journal_with_device(const JournalFile& file, const SecretBytes& secret) {
    auto journal = journal_in(Vault::open_with_device(file.path, secret, VaultOptions{}));
    if (!journal) {
        return pass_on(journal);
    }
    return with_code_to_show(std::move(*journal));
}

Result<std::unique_ptr<Journal>> open_journal(const JournalFile& file, const RecoveryCode& code,
                                              std::optional<KdfCost> cost) {
    auto journal = journal_in(Vault::open_with_recovery(file.path, code, options_with(cost)));
    if (!journal) {
        return pass_on(journal);
    }
    auto confirmed = (*journal)->recovery_is_confirmed();
    if (!confirmed) {
        return pass_on(confirmed);
    }
    if (!*confirmed) {
        Status set = (*journal)->set_recovery_confirmed();
        if (!set) {
            return pass_on(set);
        }
    }
    return journal;
}

}  // namespace pennydrop::app
