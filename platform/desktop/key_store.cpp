// SPDX-License-Identifier: Apache-2.0
#include "platform/key_store.h"

#if defined(PENNYDROP_LIBSECRET)
#include "platform/desktop/libsecret.h"
#include "platform/desktop/secret_service.h"
#endif

namespace pennydrop::platform {

std::unique_ptr<KeyStore> make_key_store() {
#if defined(PENNYDROP_LIBSECRET)
    if (const LibSecret* const library = libsecret(); library != nullptr) {
        return std::make_unique<SecretService>(*library);
    }
#endif
    return std::make_unique<NoKeyStore>();
}

}  // namespace pennydrop::platform
