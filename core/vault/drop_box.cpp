// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_box.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "vault/drop_box_file.h"
#include "vault/drop_box_key.h"

namespace pennydrop {
namespace fs = std::filesystem;
namespace {

constexpr auto kCell = static_cast<std::int64_t>(kDropCellBytes);
constexpr std::int64_t kChunk = 16 * kCell;

struct Range {
    std::int64_t from{0};
    std::int64_t to{0};
};

}  // namespace

class DropBox::Impl {
public:
    Impl(const fs::path& vault, const VaultId& id, DropBoxKeys keys, sqlite3_vfs* below, Folders& folders)
        : vault_(vault), id_(id), keys_(std::move(keys)), below_(below), folders_(&folders) {}

    [[nodiscard]] Status begin(std::chrono::milliseconds patience);
    [[nodiscard]] Result<std::optional<DropRecord>> next();
    void set_aside() { unreadable_.push_back(last_); }
    [[nodiscard]] std::size_t unreadable() const { return unreadable_.size() + (at_ >= end_ && too_long() ? 1U : 0U); }
    [[nodiscard]] Status empty();

private:
    [[nodiscard]] bool too_long() const { return size_ > end_; }
    [[nodiscard]] Result<std::int64_t> find_head(std::int64_t from);
    [[nodiscard]] Result<std::optional<DropRecord>> read_record(const Range& piece);
    [[nodiscard]] Status note_unless_zero(const Range& piece);
    [[nodiscard]] Status save_unreadable();

    fs::path vault_;
    VaultId id_;
    DropBoxKeys keys_;
    sqlite3_vfs* below_;
    Folders* folders_;
    std::optional<VfsFile> file_{};
    std::int64_t size_{0};
    std::int64_t end_{0};  ///< Nothing is read beyond.
    std::int64_t at_{0};   ///< Where the next piece begins.
    Range last_{};
    std::vector<Range> unreadable_{};
};

Status DropBox::Impl::begin(std::chrono::milliseconds patience) {
    auto file = VfsFile::open(below_, drop_box_path(vault_), VfsFile::Mode::kReadWrite);
    if (!file) {
        return file.error().code == ErrorCode::kNotFound ? Status{} : pass_on(file);
    }
    file_.emplace(std::move(*file));
    if (auto locked = lock_patiently(*file_, below_, patience); !locked) {
        return locked;
    }
    auto size = file_->size();
    if (!size) {
        return pass_on(size);
    }
    size_ = *size;
    end_ = std::min(size_, kMaxDropBoxBytes);
    return {};
}

/// The first cell from `from` on that begins with the magic, or the end.
Result<std::int64_t> DropBox::Impl::find_head(std::int64_t from) {
    constexpr std::int64_t kEnough = 16;
    std::array<std::uint8_t, kEnough> start{};
    for (; from + kEnough <= end_; from += kCell) {
        if (auto done = file_->read(start, from); !done) {
            return pass_on(done);
        }
        if (is_drop_head(start)) {
            return from;
        }
    }
    return end_;
}

Result<std::optional<DropRecord>> DropBox::Impl::read_record(const Range& piece) {
    if (piece.to - piece.from < kCell) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> bytes(kDropHeadBytes);
    if (auto done = file_->read(bytes, piece.from); !done) {
        return pass_on(done);
    }
    const auto length = drop_record_length(bytes);
    if (!length || static_cast<std::int64_t>(*length) > piece.to - piece.from) {
        return std::nullopt;
    }
    bytes.resize(*length);
    if (auto done = file_->read(bytes, piece.from); !done) {
        return pass_on(done);
    }
    last_ = {piece.from, piece.from + static_cast<std::int64_t>(*length)};
    return open_drop_record(bytes, id_, keys_);
}

Status DropBox::Impl::note_unless_zero(const Range& piece) {
    std::vector<std::uint8_t> bytes;
    for (std::int64_t from = piece.from; from < piece.to; from += kChunk) {
        bytes.resize(static_cast<std::size_t>(std::min(kChunk, piece.to - from)));
        if (auto done = file_->read(bytes, from); !done) {
            return done;
        }
        if (std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte != 0; })) {
            unreadable_.push_back(piece);
            return {};
        }
    }
    return {};
}

Result<std::optional<DropRecord>> DropBox::Impl::next() {
    while (at_ < end_) {
        Range piece{.from = at_, .to = at_};
        auto stop = find_head(at_ + kCell);
        if (!stop) {
            return pass_on(stop);
        }
        piece.to = *stop;
        auto record = read_record(piece);
        if (!record) {
            return record;
        }
        if (*record) {
            piece.from = last_.to;
        }
        if (auto noted = note_unless_zero(piece); !noted) {
            return pass_on(noted);
        }
        at_ = piece.to;
        if (*record) {
            return record;
        }
    }
    return std::nullopt;
}

/// Appends every unreadable piece to the file beside the drop box.
Status DropBox::Impl::save_unreadable() {
    std::int64_t total = 0;
    for (const Range& piece : unreadable_) {
        total += whole_cells(piece.to - piece.from);
    }
    const fs::path path = unread_drops_path(vault_);
    auto file = open_or_make(below_, path);
    if (!file) {
        return pass_on(file);
    }
    auto addition = Addition::begin(*file, path, *folders_, total);
    if (!addition) {
        return pass_on(addition);
    }
    std::vector<std::uint8_t> bytes;
    for (const Range& piece : unreadable_) {
        for (std::int64_t from = piece.from; from < piece.to; from += kChunk) {
            bytes.resize(static_cast<std::size_t>(std::min(kChunk, piece.to - from)));
            if (auto done = file_->read(bytes, from); !done) {
                return done;
            }
            if (auto done = addition->write(bytes); !done) {
                return done;
            }
        }
        addition->next_cell();
    }
    return addition->finish();
}

Status DropBox::Impl::empty() {
    if (at_ < end_) {
        return fail(ErrorCode::kInvalid, "the drop box was not read to its end");
    }
    if (size_ == 0) {
        return {};
    }
    if (too_long()) {
        return fail(ErrorCode::kDiskFull, "the drop box is longer than its limit");
    }
    if (!unreadable_.empty()) {
        if (auto saved = save_unreadable(); !saved) {
            return saved;
        }
    }
    if (auto done = file_->truncate(0); !done) {
        return done;
    }
    if (auto done = file_->sync(); !done) {
        return done;
    }
    size_ = end_ = at_ = 0;
    unreadable_.clear();
    return {};
}

DropBox::DropBox(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
DropBox::DropBox(DropBox&& other) noexcept = default;
DropBox& DropBox::operator=(DropBox&& other) noexcept = default;
DropBox::~DropBox() = default;

Result<DropBox> DropBox::open(const fs::path& vault, const VaultId& id, DropBoxKeys keys,
                              const DropBoxOptions& options) {
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    auto impl = std::make_unique<Impl>(vault, id, std::move(keys), *below, folders_of(options));
    if (auto begun = impl->begin(options.patience); !begun) {
        return pass_on(begun);
    }
    return DropBox{std::move(impl)};
}

Result<std::optional<DropRecord>> DropBox::next() {
    return impl_->next();
}

void DropBox::set_aside() {
    impl_->set_aside();
}

std::size_t DropBox::unreadable() const noexcept {
    return impl_->unreadable();
}

Status DropBox::empty() {
    return impl_->empty();
}

}  // namespace pennydrop
