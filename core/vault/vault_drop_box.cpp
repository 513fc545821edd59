// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_box.h"
#include "vault/drop_box_key.h"
#include "vault/vault_impl.h"

namespace pennydrop {

Result<DropBox> Vault::open_drop_box() {
    return DropBox::open(impl_->path, impl_->open.header.header.id, drop_box_keys(impl_->open.data_key),
                         {.below = impl_->options.below, .folders = impl_->options.folders});
}

}  // namespace pennydrop
