// SPDX-License-Identifier: Apache-2.0
// A vault of some sixty blocks for the tests of backing up, restoring, checking and re-keying. It is made once for a
// test program, because each making derives two keys; every test gets a copy of its file.
// Threads: belongs to one thread.
#pragma once

#include <QtCore/QTemporaryDir>

#include <filesystem>
#include <optional>
#include <string>

#include "support/check_result.h"
#include "support/files.h"
#include "vault/read_only_database.h"
#include "vault/vault.h"
#include "vault/vault_reader.h"
#include "vault/vault_secret.h"

namespace pennydrop::testing {

/// The names in the folder of `journal`, but for that of its drop box when it is empty: whoever replaces a journal
/// makes one to lock it.
[[nodiscard]] inline std::vector<std::string> names_beside_drop_box(const std::filesystem::path& journal) {
    auto names = names_in(journal.parent_path());
    const std::filesystem::path box = journal.string() + "-drop";
    std::error_code error;
    if (std::filesystem::file_size(box, error) == 0 && !error) {
        std::erase(names, box.filename().string());
    }
    return names;
}

/// Nothing when all went well.
template <typename R>
[[nodiscard]] std::optional<ErrorCode> code_of(const R& result) {
    return result ? std::nullopt : std::optional{result.error().code};
}

/// Its bytes, its codes and, because the test may know what nobody else does, its data key.
struct SmallVault {
    Bytes bytes{};
    std::optional<RecoveryCode> recovery_code{};
    SecretBytes data_key{};

    static constexpr std::int64_t kRows = 60;
    static constexpr std::string_view kPassphrase = "pass";

    [[nodiscard]] static VaultSecret secret_to_open() { return VaultSecret::passphrase(secret(kPassphrase)); }

    [[nodiscard]] Status make() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path{folder.path().toStdString()} / "made.pennydrop";
        auto created = Vault::create(path, secret(kPassphrase), {});
        if (!created) {
            return pass_on(created);
        }
        recovery_code.emplace(std::move(created->recovery_code));
        if (auto done = created->vault->database().execute(
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT; CREATE INDEX t_b ON t (b);"
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                "INSERT INTO t SELECT i, i || hex(zeroblob(1500)) FROM n; PRAGMA user_version = 3;");
            !done) {
            return done;
        }
        created->vault.reset();
        auto reader = VaultReader::open(path, secret_to_open(), {}, VaultReader::Access::kShared);
        if (!reader) {
            return pass_on(reader);
        }
        data_key = reader->data_key().clone();
        bytes = read_file(path);
        return {};
    }

    /// The sum of `a` over all rows, read without a derivation; an error when anything does not authenticate.
    [[nodiscard]] Result<std::int64_t> sum(const std::filesystem::path& path) const { return sum_with(path, data_key); }
    [[nodiscard]] static Result<std::int64_t> sum_with(const std::filesystem::path& path, const SecretBytes& key) {
        auto reader = VaultReader::open_with_key(path, key, {}, VaultReader::Access::kShared);
        if (!reader) {
            return pass_on(reader);
        }
        if (!reader->header_is_authentic()) {
            return fail(ErrorCode::kDamaged, "keyed hash");
        }
        Bytes page(kVaultPageBytes);
        for (std::uint32_t number = 1; number <= reader->page_count(); ++number) {
            if (auto read = reader->read_page(number, page); !read) {
                return pass_on(read);
            }
        }
        auto database = ReadOnlyDatabase::open(*reader);
        if (!database) {
            return pass_on(database);
        }
        return database->connection().query_integer("SELECT sum(a) FROM t WHERE length(b) > 2000");
    }
    static constexpr std::int64_t kSum = kRows * (kRows + 1) / 2;
};

}  // namespace pennydrop::testing
