// SPDX-License-Identifier: Apache-2.0
#include "support/power_cut.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace pennydrop::testing {
namespace {

using Kind = DiskOperation::Kind;

void apply_write(Bytes& file, const DiskOperation& write) {
    const auto offset = static_cast<std::size_t>(write.offset);
    file.resize(std::max(file.size(), offset + write.data.size()));
    std::ranges::copy(write.data, file.begin() + write.offset);
}

/// Garbage from `from` to `to`, no further than the file reaches.
void spoil(Bytes& file, std::size_t from, std::size_t to, Random& random) {
    const std::size_t end = std::min(to, file.size());
    if (from < end) {
        std::ranges::copy(random.bytes(end - from), file.begin() + static_cast<std::ptrdiff_t>(from));
    }
}

/// Each sector of the write is old, new or, where the model says so, anything.
void apply_torn_write(Bytes& file, const DiskOperation& write, const TearModel& model, Random& random) {
    constexpr std::size_t kLongestPiece = 1500;
    const auto offset = static_cast<std::size_t>(write.offset);
    const std::size_t sector = model.sector_bytes;
    for (std::size_t from = 0; from < write.data.size();) {
        const std::size_t start = offset + from;
        const std::size_t room =
            sector == TearModel::kAnyByte ? 1 + random.below(kLongestPiece) : sector - start % sector;
        const std::size_t length = std::min(room, write.data.size() - from);
        const std::size_t fate = random.below(model.tear == Tear::kOldOrNew ? 2 : 3);
        if (fate != 0) {
            file.resize(std::max(file.size(), start + length));
        }
        if (fate == 1) {
            std::copy_n(write.data.begin() + static_cast<std::ptrdiff_t>(from), length,
                        file.begin() + static_cast<std::ptrdiff_t>(start));
        } else if (fate == 2) {
            const bool whole = model.tear == Tear::kWholeSector;
            spoil(file, whole ? start - start % sector : start,
                  whole ? start - start % sector + sector : start + length, random);
        }
        from += length;
    }
}

void apply(Bytes& file, const DiskOperation& operation) {
    if (operation.kind == Kind::kWrite) {
        apply_write(file, operation);
    } else if (operation.kind == Kind::kTruncate) {
        file.resize(static_cast<std::size_t>(operation.offset));
    }
}

}  // namespace

PowerCut::PowerCut(const Files& start, const std::vector<DiskOperation>& operations) : operations_(&operations) {
    for (const auto& [name, bytes] : start) {
        folder_[name] = inodes_.size();
        inodes_.push_back({.durable = bytes});
    }
    present_ = folder_;
}

std::size_t PowerCut::current(const std::string& name) {
    const auto found = present_.find(name);
    if (found == present_.end()) {
        std::abort();  // an operation on a file nobody made: the recording is wrong
    }
    return found->second;
}

void PowerCut::settle_folder(std::size_t changes) {
    for (std::size_t i = 0; i < changes; ++i) {
        const FolderChange& change = folder_pending_[i];
        if (change.inode) {
            folder_[change.name] = *change.inode;
        } else {
            folder_.erase(change.name);
        }
    }
    folder_pending_.erase(folder_pending_.begin(), folder_pending_.begin() + static_cast<std::ptrdiff_t>(changes));
}

void PowerCut::advance(const DiskOperation& operation) {
    switch (operation.kind) {
        case Kind::kCreate:
            present_[operation.file] = inodes_.size();
            folder_pending_.push_back({.name = operation.file, .inode = inodes_.size()});
            inodes_.push_back({.settles_folder = operation.offset != 0});
            break;
        case Kind::kDelete:
            present_.erase(operation.file);
            folder_pending_.push_back({.name = operation.file, .inode = std::nullopt});
            if (operation.offset != 0) {
                settle_folder(folder_pending_.size());
            }
            break;
        case Kind::kWrite:
        case Kind::kTruncate:
            inodes_[current(operation.file)].pending.push_back(&operation);
            break;
        case Kind::kLink:
            present_[operation.to] = current(operation.file);
            folder_pending_.push_back({.name = operation.to, .inode = current(operation.file)});
            break;
        case Kind::kRename: {
            const std::size_t number = current(operation.file);
            present_[operation.to] = number;
            present_.erase(operation.file);
            folder_pending_.push_back({.name = operation.to, .inode = number});
            folder_pending_.push_back({.name = operation.file, .inode = std::nullopt});
            break;
        }
        case Kind::kSyncFolder:
            settle_folder(folder_pending_.size());
            break;
        case Kind::kSync: {
            const std::size_t number = current(operation.file);
            for (const DiskOperation* pending : inodes_[number].pending) {
                apply(inodes_[number].durable, *pending);
            }
            inodes_[number].pending.clear();
            // The first sync of a new journal or log syncs its folder too (os_unix.c), and folders change in order.
            // That of any other file does not.
            if (!std::exchange(inodes_[number].settles_folder, false)) {
                break;
            }
            const auto made = std::ranges::find_if(folder_pending_, [&](const auto& c) { return c.inode == number; });
            if (made != folder_pending_.end()) {
                settle_folder(static_cast<std::size_t>(made - folder_pending_.begin()) + 1);
            }
            break;
        }
    }
}

Bytes PowerCut::content(const Inode& inode, const DiskOperation* in_flight, Survivors survivors, const TearModel& model,
                        Random& random) {
    Bytes bytes = inode.durable;
    std::vector<const DiskOperation*> unsure = inode.pending;
    if (in_flight != nullptr) {
        unsure.push_back(in_flight);
    }
    for (std::size_t i = 0; i < unsure.size(); ++i) {
        const DiskOperation& operation = *unsure[i];
        const bool last = i + 1 == unsure.size();
        std::size_t fate = 0;  // 0 lost, 1 kept, 2 torn
        switch (survivors) {
            case Survivors::kNone:
                break;
            case Survivors::kAll:
                fate = 1;
                break;
            case Survivors::kAllButLastTorn:
                fate = last ? 2 : 1;
                break;
            case Survivors::kAny:
                fate = random.below(3);
                break;
        }
        if (fate == 2 && operation.kind == Kind::kWrite) {
            apply_torn_write(bytes, operation, model, random);
        } else if (fate != 0) {
            apply(bytes, operation);
        }
    }
    return bytes;
}

PowerCut::Files PowerCut::after(std::size_t count, Survivors survivors, const TearModel& model, Random& random) {
    for (; done_ < count; ++done_) {
        advance((*operations_)[done_]);
    }
    const DiskOperation* in_flight = count < operations_->size() ? &(*operations_)[count] : nullptr;
    const bool changes_content =
        in_flight != nullptr && (in_flight->kind == Kind::kWrite || in_flight->kind == Kind::kTruncate);

    auto folder = folder_;
    std::size_t settled = folder_pending_.size();
    if (survivors == Survivors::kNone) {
        settled = 0;
    } else if (survivors == Survivors::kAny) {
        settled = random.below(folder_pending_.size() + 1);
    }
    for (std::size_t i = 0; i < settled; ++i) {
        const FolderChange& change = folder_pending_[i];
        if (change.inode) {
            folder[change.name] = *change.inode;
        } else {
            folder.erase(change.name);
        }
    }
    Files files;
    for (const auto& [name, number] : folder) {
        const bool hit =
            changes_content && in_flight->file == name && present_.contains(name) && present_.at(name) == number;
        files[name] = content(inodes_[number], hit ? in_flight : nullptr, survivors, model, random);
    }
    return files;
}

}  // namespace pennydrop::testing
