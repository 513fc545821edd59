// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_box_key.h"

#include <sodium.h>

#include "vault/block_cipher.h"

namespace pennydrop {

DropBoxKeys drop_box_keys(const SecretBytes& data_key) {
    static_assert(std::tuple_size_v<DropBoxPublicKey> == crypto_box_PUBLICKEYBYTES);
    const SecretBytes seed = derive_subkey(data_key, "pennydrop/v1/drop-box");
    DropBoxKeys keys{.public_key = {}, .secret_key = SecretBytes{crypto_box_SECRETKEYBYTES}};
    crypto_box_seed_keypair(keys.public_key.data(), keys.secret_key.data(), seed.data());
    return keys;
}

}  // namespace pennydrop
