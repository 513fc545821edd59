// SPDX-License-Identifier: Apache-2.0
// What "pennydrop vault" prints: reports and errors in whole sentences, with numbers and file names only.
// Threads: main thread (translations).
#pragma once

#include <QString>

#include <filesystem>

#include "base/result.h"
#include "journal/journal_repair.h"
#include "vault/backup_rotation.h"
#include "vault/vault_check.h"
#include "vault/vault_info.h"
#include "vault/vault_rekey.h"
#include "vault/vault_restore.h"
#include "vault_command.h"

namespace pennydrop::app {

[[nodiscard]] QString info_report(const VaultInfo& info);
[[nodiscard]] QString check_report(const CheckReport& report);
[[nodiscard]] QString backup_report(const BackupDone& done);
[[nodiscard]] QString restore_report(const Restored& restored);
[[nodiscard]] QString repair_report(const JournalRepairReport& report, const std::filesystem::path& target);
/// With the new recovery code, which is what it is for.
[[nodiscard]] QString rekey_report(const Rekeyed& rekeyed);
[[nodiscard]] QString command_error(VaultCommand::Verb verb, ErrorCode code);
[[nodiscard]] QString no_terminal_error();
[[nodiscard]] QString same_file_error();
[[nodiscard]] QString secret_prompt(bool recovery_code);
[[nodiscard]] QString bad_secret_error(bool recovery_code);

}  // namespace pennydrop::app
