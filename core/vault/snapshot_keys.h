// SPDX-License-Identifier: Apache-2.0
// What a snapshot holds that must be wiped when it is stopped. Private to core/vault.
// Threads: guarded by the snapshot.
#pragma once

#include <utility>

#include "base/secret.h"
#include "vault/block_cipher.h"
#include "vault/vault_reader.h"
#include "vault/vault_snapshot.h"

namespace pennydrop {

struct VaultSnapshot::Open {
    Open(VaultReader reader, const FileId& copy)
        : from(std::move(reader)), to(BlockFile::kMain, copy, from.data_key(), kVaultPageBytes) {}

    VaultReader from;
    BlockCipher to;
    SecretBytes page{kVaultPageBytes};
};

template <typename Work>
Status VaultSnapshot::with_keys(Work work) {
    const std::scoped_lock guard{mutex_};
    if (open_ == nullptr) {
        return fail(why_);
    }
    Status done = work(*open_);
    wipe_stack();
    // What fails because the reading was stopped has not failed otherwise.
    return *stopped_ ? fail(why_) : done;
}

}  // namespace pennydrop
