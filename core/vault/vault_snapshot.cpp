// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_snapshot.h"

#include <sqlite3.h>

#include <string_view>
#include <utility>

#include "base/secret.h"
#include "vault/snapshot_keys.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

/// SQLite's own measure, in frames.
constexpr int kCheckpointFrames = 1000;
/// 64 MiB: more than anybody types while a backup is made. Longer the log must not become for its sake.
constexpr int kMostFrames = 16 * 1024;

/// Writes the log into the main file and empties it. Where the disk is full for that, both together are still whole,
/// and whoever writes next goes on in the log. Once the main file has everything they would begin it anew, over what a
/// snapshot reads: then it has to be empty.
Status settle_log(Connection& database) {
    // The first changes nothing when the log is empty; the second makes sure that nobody takes old frames for new ones.
    for (const bool empty : {false, true}) {
        auto statement =
            empty ? database.prepare("PRAGMA wal_checkpoint(TRUNCATE)") : database.prepare("PRAGMA wal_checkpoint");
        if (!statement) {
            return pass_on(statement);
        }
        auto row = statement->step();
        if (!row) {
            return !empty && row.error().code == ErrorCode::kDiskFull ? Status{} : pass_on(row);
        }
        if (statement->integer(0) != 0) {
            return fail(ErrorCode::kInUse, "checkpoint");
        }
        if (statement->integer(1) <= 0) {
            break;
        }
    }
    return {};
}

}  // namespace

VaultSnapshot::VaultSnapshot(std::unique_ptr<Open> open, fs::path journal, const VaultHeader& header,
                             const HeaderCopy& header_bytes, VaultOptions options)
    : open_(std::move(open)),
      journal_(std::move(journal)),
      header_(header),
      header_bytes_(header_bytes),
      options_(options),
      pages_(open_->from.page_count()),
      stopped_(std::make_shared<std::atomic<bool>>(false)) {
    open_->from.stop_with(stopped_);
}

VaultSnapshot::~VaultSnapshot() = default;

void VaultSnapshot::stop_because(ErrorCode why) noexcept {
    why_ = why;
    *stopped_ = true;  // a long statement under way comes to its end now
    const std::scoped_lock guard{mutex_};
    open_.reset();
    reads_ = false;
}

Result<CheckReport> VaultSnapshot::check(const OnProgress& progress) {
    CheckReport report;
    auto done = with_keys([&](Open& open) -> Status {
        auto checked = check_reader(open.from, progress);
        if (!checked) {
            return pass_on(checked);
        }
        report = std::move(*checked);
        return {};
    });
    reads_ = false;
    if (!done) {
        return pass_on(done);
    }
    return report;
}

Result<std::shared_ptr<VaultSnapshot>> Vault::take_snapshot() {
    // Whoever starts a thread for the snapshot now hands it this thread's vector registers, with pieces of the pages
    // that were just written, and they soon lie on the new thread's stack.
    const StackWipe wipe;
    if (auto held = impl_->hold_file(); !held) {
        return pass_on(held);
    }
    const SecretBytes& data_key = impl_->open.data_key;
    auto reader = VaultReader::open_with_key(impl_->path, data_key, impl_->options, VaultReader::Access::kBeside);
    if (!reader) {
        return pass_on(reader);
    }
    VaultHeader header = impl_->open.header.header;
    if (reader->header().header.file != header.file) {
        return fail(ErrorCode::kNotFound, "another file");
    }
    fill_random(header.file);
    auto open = std::make_unique<VaultSnapshot::Open>(std::move(*reader), header.file);
    auto snapshot = std::make_shared<VaultSnapshot>(std::move(open), impl_->path, header,
                                                    encode_header(header, data_key), impl_->options);
    impl_->snapshots.push_back(snapshot);
    return snapshot;
}

Status Vault::Impl::hold_file() {
    if (!let_go(0)) {
        return {};  // held already
    }
    if (auto settled = settle_log(open.opened.connection); !settled) {
        return settled;
    }
    sqlite3_wal_hook(open.opened.connection.handle(), &Impl::after_commit, this);
    return {};
}

int Vault::Impl::after_commit(void* self, sqlite3* /*database*/, const char* /*name*/, int frames) {
    (void)static_cast<Impl*>(self)->let_go(frames);
    return SQLITE_OK;
}

bool Vault::Impl::let_go(int frames) {
    bool is_read = false;
    // One that reads no more stays known: it holds keys, which closing wipes.
    std::erase_if(snapshots, [&is_read, frames](const auto& known) {
        const auto snapshot = known.lock();
        if (snapshot != nullptr && snapshot->reads() && frames >= kMostFrames) {
            snapshot->give_way();
        }
        is_read = is_read || (snapshot != nullptr && snapshot->reads());
        return snapshot == nullptr;
    });
    if (!is_read) {
        sqlite3_wal_autocheckpoint(open.opened.connection.handle(), kCheckpointFrames);
    }
    return !is_read;
}

Vault::Impl::~Impl() {
    for (const auto& known : snapshots) {
        if (const auto snapshot = known.lock()) {
            snapshot->stop();
        }
    }
}

}  // namespace pennydrop
