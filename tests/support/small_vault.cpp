// SPDX-License-Identifier: Apache-2.0
#include "support/small_vault.h"

#include "support/files.h"

namespace pennydrop::testing {

Status make_small_vault(const std::filesystem::path& path) {
    auto created = Vault::create(path, secret("pass"), {});
    if (!created) {
        return pass_on(created);
    }
    if (auto made = created->vault->database().execute("CREATE TABLE t (a);"); !made) {
        return made;
    }
    return add_row(*created->vault);
}

Result<std::unique_ptr<Vault>> open_small_vault(const std::filesystem::path& path) {
    return Vault::open(path, secret("pass"), {});
}

Status add_row(Vault& vault) {
    return vault.database().execute("INSERT INTO t VALUES (randomblob(2000));");
}

std::int64_t rows_in(Vault& vault) {
    return vault.database().query_integer("SELECT count(*) FROM t").value_or(-1);
}

}  // namespace pennydrop::testing
