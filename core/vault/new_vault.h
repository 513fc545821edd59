// SPDX-License-Identifier: Apache-2.0
// A vault's file that is being made beside the name it will have: nobody ever sees it half done, and what is not
// finished goes away with the object. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "base/secret.h"
#include "vault/folders.h"
#include "vault/new_file.h"
#include "vault/vault.h"
#include "vault/vault_header.h"

namespace pennydrop {

class NewVault {
public:
    /// A file under a temporary name beside `target`, readable by its owner only, with `header` and an empty database.
    /// Errors: kAlreadyExists (something is at `target`), kNotFound (no such folder), kPermission, kDiskFull, kIo.
    [[nodiscard]] static Result<NewVault> begin(const std::filesystem::path& target, const VaultOptions& options,
                                                const VaultHeader& header, const SecretBytes& data_key);

    /// As begin(), but with a header only, for whoever writes every block, and beside a file that may be there.
    [[nodiscard]] static Result<NewVault> begin_blank(const std::filesystem::path& target, const VaultOptions& options,
                                                      const VaultHeader& header, const SecretBytes& data_key);

    /// The same for a header that is encoded already.
    [[nodiscard]] static Result<NewVault> begin_blank(const std::filesystem::path& target, const VaultOptions& options,
                                                      const HeaderCopy& header);

    NewVault(NewVault&& other) noexcept;
    NewVault& operator=(NewVault&&) = delete;
    NewVault(const NewVault&) = delete;
    NewVault& operator=(const NewVault&) = delete;
    /// Removes what was not put in place.
    ~NewVault();

    /// Where the file is now.
    [[nodiscard]] const std::filesystem::path& temporary() const noexcept { return temporary_; }

    /// Gives the file its name; every connection to it must be closed. As put_in_place(): kAlreadyExists when another
    /// file has taken it meanwhile; it is left alone.
    [[nodiscard]] Status put_in_place();

    /// Gives the file its name in one step, in place of the file that has it. As replace_file().
    [[nodiscard]] Result<Placed> replace();

private:
    NewVault(std::filesystem::path target, std::filesystem::path temporary, Folders& folders);
    void forget_temporary();

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    Folders* folders_;
};

}  // namespace pennydrop
