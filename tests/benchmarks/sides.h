// SPDX-License-Identifier: Apache-2.0
// The two contenders of the benchmarks: a journal's database under the vault's encrypting file system, and the very
// same schema, statements and settings on plain SQLite.
// Threads: a side belongs to the thread that opened it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "base/result.h"
#include "base/secret.h"
#include "vault/database.h"
#include "vault/encrypted_vfs.h"

namespace pennydrop::bench {

/// The value, or the end of the benchmark.
template <typename T>
T must(Result<T> result, const char* what) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", what, std::string{error_name(result.error().code)}.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A database that can be closed and opened again with cold caches of its own.
class Side {
public:
    explicit Side(std::string path) : path_(std::move(path)) {}
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;
    virtual ~Side() = default;

    /// Makes an empty database with the journal's schema and leaves it open.
    void create();
    /// Opens what create() has made, as the vault opens its own once it has the key.
    virtual void open() = 0;
    void close() { database_.reset(); }
    [[nodiscard]] Connection& database() { return *database_; }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

protected:
    virtual void open_new() = 0;
    void take(Connection connection);
    [[nodiscard]] Connection connect(const std::string& vfs_name, bool create);

private:
    std::string path_;
    std::optional<Connection> database_{};
};

/// The vault's encrypting file system with the key at hand: what is left of a vault without the derivation of the key
/// from a passphrase, which is slow on purpose.
class SealedSide final : public Side {
public:
    using Side::Side;
    ~SealedSide() override { close(); }
    void open() override;

private:
    void open_new() override;
    void start();

    std::unique_ptr<EncryptedVfs> vfs_{};
};

class PlainSide final : public Side {
public:
    using Side::Side;
    void open() override;

private:
    void open_new() override;
};

}  // namespace pennydrop::bench
