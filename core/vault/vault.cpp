// SPDX-License-Identifier: Apache-2.0
#include "vault/vault.h"

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "vault/encrypted_vfs.h"
#include "vault/new_file.h"
#include "vault/sqlite_error.h"
#include "vault/sqlite_memory.h"
#include "vault/vault_header.h"
#include "vault/vfs_file.h"

namespace pennydrop {
namespace {

constexpr std::int64_t kApplicationId = 0x50656E6E;  ///< "Penn", docs/vault-format.md "Database".

/// Every way into a vault asks this first.
sqlite3_vfs* file_system(const VaultOptions& options) {
    wipe_freed_sqlite_memory();
    return options.below != nullptr ? options.below : sqlite3_vfs_find(nullptr);
}

std::string next_vfs_name() {
    static std::atomic<std::uint64_t> counter{0};
    return "pennydrop-" + std::to_string(++counter);
}

Result<ChosenHeader> read_header(VfsFile& file) {
    auto size = file.size();
    if (!size) {
        return pass_on(size);
    }
    const auto wanted = static_cast<std::int64_t>(kHeaderBytes);
    std::vector<std::uint8_t> start(static_cast<std::size_t>(std::min(*size, wanted)));
    if (auto done = file.read(start, 0); !done) {
        return pass_on(done);
    }
    auto chosen = choose_header(start);
    if (chosen && *size < wanted + static_cast<std::int64_t>(kVaultPageBytes)) {
        return fail(ErrorCode::kDamaged, "shorter than its first page");
    }
    return chosen;
}

/// Writes both copies, the one that does not count first, so that a power cut leaves one of them sound.
Status write_header(VfsFile& file, const HeaderCopy& bytes, std::size_t counting_copy) {
    for (const std::size_t copy : {1 - counting_copy, counting_copy}) {
        if (auto done = file.write(bytes, static_cast<std::int64_t>(copy * kHeaderCopyBytes)); !done) {
            return done;
        }
        if (auto done = file.sync(); !done) {
            return done;
        }
    }
    return {};
}

/// The data key from the first slot of `kind` that `secret` opens.
Result<SecretBytes> open_slots(const VaultHeader& header, SlotKind kind, const SecretBytes& secret) {
    bool found = false;
    for (const SlotBytes& slot : header.slots) {
        if (slot_kind(slot) != kind) {
            continue;
        }
        found = true;
        auto key = open_slot(slot, header.id, secret);
        if (key || key.error().code != ErrorCode::kWrongSecret) {
            return key;
        }
    }
    return fail(ErrorCode::kWrongSecret, found ? "" : "no such slot");
}

/// Settings every connection needs before its first access.
Status configure(Connection& database) {
    if (const int rc = sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    return database.execute(
        "PRAGMA locking_mode = EXCLUSIVE;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA fullfsync = ON;"
        "PRAGMA checkpoint_fullfsync = ON;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA cell_size_check = ON;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA cache_size = -32000;");
}

Status require_log_mode(Connection& database) {
    auto statement = database.prepare("PRAGMA journal_mode = WAL");
    if (!statement) {
        return pass_on(statement);
    }
    auto row = statement->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row || statement->text(0) != "wal") {
        return fail(ErrorCode::kDamaged, "no write-ahead log");
    }
    // The row comes before the switch is written: only the end of the statement says that it is.
    if (auto end = statement->step(); !end) {
        return pass_on(end);
    }
    return {};
}

/// An empty database in the file at `path`, whose header is already there; complete and synced on return.
Status make_database(const std::string& path, const std::string& vfs_name) {
    auto database = Connection::open(path, vfs_name, true);
    if (!database) {
        return pass_on(database);
    }
    int reserved = EncryptedVfs::kReservedBytes;
    if (const int rc = sqlite3_file_control(database->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    static_assert(kVaultPageBytes == 4096, "the PRAGMA below names the page size");
    if (auto done =
            database->execute("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = MEMORY;");
        !done) {
        return done;
    }
    if (auto done = configure(*database); !done) {
        return done;
    }
    static_assert(kApplicationId == 1348824686, "the PRAGMA below names the application id");
    if (auto done = database->execute("PRAGMA application_id = 1348824686;"); !done) {
        return done;
    }
    if (auto done = require_log_mode(*database); !done) {
        return done;
    }
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE);");
}

/// Everything of opening that comes after the key is known.
struct Opened {
    std::unique_ptr<EncryptedVfs> vfs;
    Connection database;
};

Result<Opened> open_database(const std::filesystem::path& path, sqlite3_vfs* below, const VaultId& id,
                             const SecretBytes& data_key) {
    auto vfs = EncryptedVfs::create({.name = next_vfs_name(), .below = below, .vault = id}, data_key);
    if (!vfs) {
        return pass_on(vfs);
    }
    auto database = Connection::open(utf8_path(path), (*vfs)->name(), false);
    if (!database) {
        return pass_on(database);
    }
    if (auto done = configure(*database); !done) {
        return pass_on(done);
    }
    // The first access: takes the lock, reads the log, and meets page 1.
    auto application = database->query_integer("PRAGMA application_id");
    if (!application) {
        return pass_on(application);
    }
    if (*application != kApplicationId) {
        return fail(ErrorCode::kDamaged, "application id");
    }
    if (auto done = require_log_mode(*database); !done) {
        return pass_on(done);
    }
    return Opened{std::move(*vfs), std::move(*database)};
}

/// An open vault. Members are destroyed from last to first: the connection closes before the file system under it goes,
/// keys last.
struct Unlocked {
    SecretBytes data_key;
    VfsFile file;
    ChosenHeader header;
    Opened opened;
};

}  // namespace

class Vault::Impl {
public:
    Impl(Unlocked unlocked, const VaultOptions& vault_options) : options(vault_options), open(std::move(unlocked)) {}

    /// Puts `slot` in the place of every slot of its kind and writes the header.
    Status replace_slots(const SlotBytes& slot);

    VaultOptions options;
    Unlocked open;
};

Vault::Vault(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Vault::~Vault() = default;

Connection& Vault::database() noexcept {
    return impl_->open.opened.database;
}

Status Vault::inspect(const std::filesystem::path& path, const VaultOptions& options) {
    auto file = VfsFile::open(file_system(options), path, VfsFile::Mode::kReadOnly);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    return file->probe_lock();
}

namespace {

/// The steps both ways of opening share. `secret` opens a slot of `kind`.
Result<Unlocked> unlock(const std::filesystem::path& path, SlotKind kind, const SecretBytes& secret,
                        const VaultOptions& options) {
    sqlite3_vfs* below = file_system(options);
    auto file = VfsFile::open(below, path, VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (auto free = file->probe_lock(); !free) {
        return pass_on(free);  // before the long derivation, and before a passphrase is called wrong
    }
    auto data_key = open_slots(header->header, kind, secret);
    if (!data_key) {
        return pass_on(data_key);
    }
    auto opened = open_database(path, below, header->header.id, *data_key);
    if (!opened) {
        return pass_on(opened);
    }
    // Now that the lock is held nobody else can change the header: what counts is what it says now.
    header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (!header_is_authentic(header->bytes, *data_key)) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    if (header->copies_differ) {
        if (auto healed = write_header(*file, header->bytes, header->copy); !healed) {
            return pass_on(healed);
        }
        header->copies_differ = false;
    }
    return Unlocked{std::move(*data_key), std::move(*file), *header, std::move(*opened)};
}

}  // namespace

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& path, const SecretBytes& passphrase,
                                           const VaultOptions& options) {
    auto unlocked = unlock(path, SlotKind::kPassphrase, passphrase, options);
    if (!unlocked) {
        return pass_on(unlocked);
    }
    return std::unique_ptr<Vault>(new Vault(std::make_unique<Impl>(std::move(*unlocked), options)));
}

Result<std::unique_ptr<Vault>> Vault::open_with_recovery(const std::filesystem::path& path, const RecoveryCode& code,
                                                         const VaultOptions& options) {
    auto unlocked = unlock(path, SlotKind::kRecovery, code.characters(), options);
    if (!unlocked) {
        return pass_on(unlocked);
    }
    return std::unique_ptr<Vault>(new Vault(std::make_unique<Impl>(std::move(*unlocked), options)));
}

Result<Vault::Created> Vault::create(const std::filesystem::path& path, const SecretBytes& passphrase,
                                     const VaultOptions& options) {
    if (passphrase.empty()) {
        return fail(ErrorCode::kInvalid, "empty passphrase");
    }
    std::error_code exists_error;
    if (std::filesystem::exists(path, exists_error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    const SecretBytes data_key = SecretBytes::random(kDataKeyBytes);
    RecoveryCode recovery_code = RecoveryCode::random();
    VaultHeader header;
    fill_random(header.id);
    auto passphrase_slot = seal_slot(SlotKind::kPassphrase, header.id, passphrase, options.kdf_cost, data_key);
    if (!passphrase_slot) {
        return pass_on(passphrase_slot);
    }
    // 100 random bits need no more than the least cost.
    auto recovery_slot = seal_slot(SlotKind::kRecovery, header.id, recovery_code.characters(), KdfCost{}, data_key);
    if (!recovery_slot) {
        return pass_on(recovery_slot);
    }
    header.slots[0] = *passphrase_slot;
    header.slots[1] = *recovery_slot;

    sqlite3_vfs* below = file_system(options);
    const auto temporary = temporary_name_beside(path);
    const auto finished = [&]() -> Status {
        auto file = VfsFile::open(below, temporary, VfsFile::Mode::kCreate);
        if (!file) {
            return pass_on(file);
        }
        // Nobody else on the machine has any business with it; the log inherits the mode.
        std::error_code mode_error;
        std::filesystem::permissions(
            temporary, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, mode_error);
        if (auto done = write_header(*file, encode_header(header, data_key), 0); !done) {
            return done;
        }
        auto vfs = EncryptedVfs::create({.name = next_vfs_name(), .below = below, .vault = header.id}, data_key);
        if (!vfs) {
            return pass_on(vfs);
        }
        if (auto done = make_database(utf8_path(temporary), (*vfs)->name()); !done) {
            return done;
        }
        return file->sync();
    }();
    const auto placed = finished ? put_in_place(temporary, path) : finished;
    // What is left of the work goes away either way; the log stays when a broken disk would not let SQLite delete it.
    std::error_code ignored;
    auto log = temporary;
    log += "-wal";
    std::filesystem::remove(log, ignored);
    if (!placed) {
        std::filesystem::remove(temporary, ignored);
        return std::unexpected<Error>(placed.error());
    }
    auto file = VfsFile::open(below, path, VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    auto chosen = read_header(*file);
    if (!chosen) {
        return pass_on(chosen);
    }
    auto opened = open_database(path, below, header.id, data_key);
    if (!opened) {
        return pass_on(opened);
    }
    auto impl =
        std::make_unique<Impl>(Unlocked{data_key.clone(), std::move(*file), *chosen, std::move(*opened)}, options);
    return Created{std::unique_ptr<Vault>(new Vault(std::move(impl))), std::move(recovery_code)};
}

Status Vault::set_passphrase(const SecretBytes& passphrase) {
    auto slot = seal_slot(SlotKind::kPassphrase, impl_->open.header.header.id, passphrase, impl_->options.kdf_cost,
                          impl_->open.data_key);
    if (!slot) {
        return pass_on(slot);
    }
    return impl_->replace_slots(*slot);
}

Result<RecoveryCode> Vault::renew_recovery_code() {
    RecoveryCode code = RecoveryCode::random();
    // 100 random bits need no more than the least cost.
    auto slot = seal_slot(SlotKind::kRecovery, impl_->open.header.header.id, code.characters(), KdfCost{},
                          impl_->open.data_key);
    if (!slot) {
        return pass_on(slot);
    }
    if (auto replaced = impl_->replace_slots(*slot); !replaced) {
        return pass_on(replaced);
    }
    return code;
}

Status Vault::Impl::replace_slots(const SlotBytes& slot) {
    VaultHeader changed = open.header.header;
    bool placed = false;
    for (auto& present : changed.slots) {
        const SlotKind kind = slot_kind(present);
        if (kind == slot_kind(slot) || (kind == SlotKind::kEmpty && !placed)) {
            present = placed ? SlotBytes{} : slot;
            placed = true;
        }
    }
    if (!placed) {
        return fail(ErrorCode::kInvalid, "no free key slot");
    }
    ++changed.generation;
    const HeaderCopy bytes = encode_header(changed, open.data_key);
    if (auto written = write_header(open.file, bytes, open.header.copy); !written) {
        // One copy may be torn now, and the other one new. Whoever tries again must begin with the copy that does not
        // count.
        if (auto present = read_header(open.file); present && header_is_authentic(present->bytes, open.data_key)) {
            open.header = *present;
        }
        return written;
    }
    open.header.header = changed;
    open.header.bytes = bytes;
    return {};
}

}  // namespace pennydrop
