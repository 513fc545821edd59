// SPDX-License-Identifier: Apache-2.0
// Backing up an open vault.
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.h"
#include "vault/dated_name.h"
#include "vault/file_claim.h"
#include "vault/header_file.h"
#include "vault/new_file.h"
#include "vault/new_vault.h"
#include "vault/reader_checks.h"
#include "vault/snapshot_keys.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kPagesAtOnce = 256;

/// Blocks of the copy that are read or written in one go, and their place.
struct Slice {
    std::uint32_t first;  ///< Page numbers count from 1.
    std::uint32_t count;

    [[nodiscard]] std::int64_t position() const noexcept {
        return static_cast<std::int64_t>(kHeaderBytes) + (static_cast<std::int64_t>(first) - 1) * kVaultPageBytes;
    }
    [[nodiscard]] std::span<std::uint8_t> part_of(std::vector<std::uint8_t>& buffer) const noexcept {
        return std::span{buffer}.first(std::size_t{count} * kVaultPageBytes);
    }
};

Slice slice_at(std::uint32_t first, std::uint32_t pages) {
    return {first, std::min(kPagesAtOnce, pages - first + 1)};
}

VaultSnapshot::SliceHash hash_of(std::span<const std::uint8_t> sealed) {
    VaultSnapshot::SliceHash hash{};
    crypto_generichash(hash.data(), hash.size(), sealed.data(), sealed.size(), nullptr, 0);
    return hash;
}

Status seal_slice(VaultSnapshot::Open& open, const Slice& slice, std::span<std::uint8_t> sealed) {
    for (std::uint32_t i = 0; i < slice.count; ++i) {
        const std::uint32_t number = slice.first + i;
        if (auto read = open.from.read_page(number, open.page.span()); !read) {
            return read;
        }
        open.to.seal(number - 1, open.page.span().first(open.to.plain_bytes()),
                     sealed.subspan(std::size_t{i} * kVaultPageBytes, kVaultPageBytes));
    }
    return {};
}

Status open_slice(VaultSnapshot::Open& open, const Slice& slice, std::span<const std::uint8_t> sealed) {
    for (std::uint32_t i = 0; i < slice.count; ++i) {
        const auto block = sealed.subspan(std::size_t{i} * kVaultPageBytes, kVaultPageBytes);
        if (!open.to.open(slice.first + i - 1, block, open.page.span().first(open.to.plain_bytes()))) {
            return fail(ErrorCode::kDamaged, "block of the copy");
        }
    }
    return {};
}

/// The database holds together. Of the vault itself: what is read back of the copy is the same, block for block.
Status require_structure(VaultSnapshot::Open& open, ProgressMeter& meter) {
    if (!open.from.header_is_authentic()) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    auto faults = count_structure_faults(open.from, meter);
    if (!faults) {
        return pass_on(faults);
    }
    return *faults == 0 ? Status{} : fail(ErrorCode::kDamaged, "structure");
}

/// Those that were to be called like `target`, or like any backup of a journal with this stem.
void remove_cut_off_backups(const fs::path& target, std::string_view stem, Folders& folders) {
    const auto utf8 = target.filename().u8string();
    const std::string wanted{utf8.begin(), utf8.end()};
    remove_abandoned(
        fs::absolute(target).parent_path(),
        [&](std::string_view name) { return name == wanted || read_dated_name(name, stem, "").has_value(); }, folders);
}

}  // namespace

Result<std::vector<VaultSnapshot::SliceHash>> VaultSnapshot::copy_into(const NewVault& made, ProgressMeter& meter) {
    auto file = open_file(options_, made.temporary(), VfsFile::Mode::kReadWrite, VfsFile::Locks::kNone);
    if (!file) {
        return pass_on(file);
    }
    std::vector<SliceHash> hashes;
    std::vector<std::uint8_t> buffer(std::size_t{kPagesAtOnce} * kVaultPageBytes);
    for (std::uint32_t first = 1; first <= pages_; first += kPagesAtOnce) {
        const Slice slice = slice_at(first, pages_);
        const auto sealed = slice.part_of(buffer);
        if (auto done = with_keys([&](Open& open) { return seal_slice(open, slice, sealed); }); !done) {
            return pass_on(done);
        }
        hashes.push_back(hash_of(sealed));
        if (auto written = file->write(sealed, slice.position()); !written) {
            return pass_on(written);
        }
        if (auto going = meter.add(slice.count); !going) {
            return pass_on(going);
        }
    }
    if (auto synced = file->sync(); !synced) {
        return pass_on(synced);
    }
    return hashes;
}

Status VaultSnapshot::read_back(const NewVault& made, const std::vector<SliceHash>& slices, ProgressMeter& meter) {
    auto file = open_file(options_, made.temporary(), VfsFile::Mode::kReadOnly, VfsFile::Locks::kNone);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (header->bytes != header_bytes_ || header->copies_differ) {
        return fail(ErrorCode::kDamaged, "header of the copy");
    }
    std::vector<std::uint8_t> buffer(std::size_t{kPagesAtOnce} * kVaultPageBytes);
    auto wanted = slices.begin();
    for (std::uint32_t first = 1; first <= pages_; first += kPagesAtOnce, ++wanted) {
        const Slice slice = slice_at(first, pages_);
        const auto sealed = slice.part_of(buffer);
        if (auto read = file->read(sealed, slice.position()); !read) {
            return read;
        }
        if (hash_of(sealed) != *wanted) {
            return fail(ErrorCode::kDamaged, "block of the copy");
        }
        if (auto done = with_keys([&](Open& open) { return open_slice(open, slice, sealed); }); !done) {
            return done;
        }
        if (auto going = meter.add(slice.count); !going) {
            return going;
        }
    }
    return {};
}

Status VaultSnapshot::back_up(const fs::path& target, const OnProgress& progress) {
    wipe_stack();  // of what this thread has inherited from the one that started it
    std::error_code error;
    if (fs::exists(target, error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    ProgressMeter meter{progress, 3 * std::uint64_t{pages_}};  // copied, checked, read back
    if (auto going = meter.add(0); !going) {
        return going;
    }
    remove_cut_off_backups(target, stem_of(journal_), folders_of(options_));
    auto made = NewVault::begin_blank(target, options_, header_bytes_);
    if (!made) {
        return pass_on(made);
    }
    const auto claim = FileClaim::take(made->temporary());  // or another backup might sweep it away
    auto slices = copy_into(*made, meter);
    if (!slices) {
        return pass_on(slices);
    }
    auto checked = with_keys([&](Open& open) { return require_structure(open, meter); });
    reads_ = false;  // the vault's own file is not needed any more
    if (!checked) {
        return checked;
    }
    if (auto sound = read_back(*made, *slices, meter); !sound) {
        return sound;
    }
    if (auto open_still = with_keys([](Open& /*open*/) { return Status{}; }); !open_still) {
        return open_still;
    }
    return made->put_in_place();
}

Status Vault::back_up(const fs::path& target, const OnProgress& progress) {
    auto snapshot = take_snapshot();
    return snapshot ? (*snapshot)->back_up(target, progress) : pass_on(snapshot);
}

}  // namespace pennydrop
