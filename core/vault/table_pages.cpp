// SPDX-License-Identifier: Apache-2.0
#include "vault/table_pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

#include "base/secret.h"
#include "vault/encrypted_vfs.h"
#include "vault/vault_header.h"

namespace pennydrop {
namespace {

constexpr std::size_t kUsableBytes = kVaultPageBytes - static_cast<std::size_t>(EncryptedVfs::kReservedBytes);
constexpr std::size_t kDatabaseHeaderBytes = 100;
constexpr std::uint8_t kInteriorKey = 0x02;
constexpr std::uint8_t kInteriorTable = 0x05;
constexpr std::uint8_t kLeafKey = 0x0A;
constexpr std::uint8_t kLeafTable = 0x0D;
constexpr std::size_t kInteriorHeaderBytes = 12;
constexpr std::size_t kLeafHeaderBytes = 8;

/// Reads big-endian numbers; past the end it fails and stays failed.
class Bytes {
public:
    explicit Bytes(std::span<const std::uint8_t> bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    [[nodiscard]] std::uint64_t number(std::size_t width) {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : take(width)) {
            value = (value << 8U) | byte;
        }
        return value;
    }
    [[nodiscard]] std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i) {
            const auto byte = number(1);
            value = (value << 7U) | (byte & 0x7FU);
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        return (value << 8U) | number(1);
    }
    [[nodiscard]] std::span<const std::uint8_t> take(std::size_t count) {
        if (!ok_ || at_ > bytes_.size() || count > bytes_.size() - at_) {
            ok_ = false;
            return {};
        }
        const auto part = bytes_.subspan(at_, count);
        at_ += count;
        return part;
    }
    [[nodiscard]] std::size_t left() const { return ok_ && at_ <= bytes_.size() ? bytes_.size() - at_ : 0; }
    [[nodiscard]] std::size_t position() const { return at_; }
    [[nodiscard]] bool ok() const { return ok_; }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_;
    bool ok_{true};
};

std::size_t header_offset(std::uint32_t number) {
    return number == 1 ? kDatabaseHeaderBytes : 0;
}

std::vector<std::size_t> cells_of(Page page, std::uint32_t number, std::size_t header_bytes) {
    const std::size_t start = header_offset(number);
    Bytes header{page, start + 3};
    const std::uint64_t count = header.number(2);
    Bytes pointers{page, start + header_bytes};
    std::vector<std::size_t> cells;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(pointers.number(2));
        if (!pointers.ok() || at >= kUsableBytes) {
            break;
        }
        cells.push_back(at);
    }
    return cells;
}

/// How much of a payload of `size` bytes lies in the page of its cell.
std::size_t local_bytes(std::uint64_t size, PageKind kind) {
    constexpr std::uint64_t kMostInTable = kUsableBytes - 35;
    constexpr std::uint64_t kMostInKey = (kUsableBytes - 12) * 64 / 255 - 23;
    constexpr std::uint64_t kLeast = (kUsableBytes - 12) * 32 / 255 - 23;
    const std::uint64_t most = kind == PageKind::kTableLeaf ? kMostInTable : kMostInKey;
    if (size <= most) {
        return static_cast<std::size_t>(size);
    }
    const std::uint64_t even = kLeast + (size - kLeast) % (kUsableBytes - 4);
    return static_cast<std::size_t>(even <= most ? even : kLeast);
}

/// Appends what can be read of the chain of overflow pages. One that is in `seen` belongs to this row already, or to
/// another one: then the chain is broken.
void append_overflow(PageSource& source, std::uint32_t next, std::uint64_t size, std::vector<std::uint8_t>& payload,
                     std::set<std::uint32_t>& seen) {
    std::array<std::uint8_t, kVaultPageBytes> page{};
    while (payload.size() < size && next != 0 && seen.insert(next).second && source.read_page(next, page)) {
        Bytes bytes{std::span{page}.first(kUsableBytes)};
        next = static_cast<std::uint32_t>(bytes.number(4));
        const auto length = std::min<std::uint64_t>(size - payload.size(), bytes.left());
        const auto part = bytes.take(static_cast<std::size_t>(length));
        payload.insert(payload.end(), part.begin(), part.end());
    }
    wipe_memory(page);
}

std::size_t width_of(std::uint64_t serial) {
    constexpr std::array<std::size_t, 10> kWidths{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return serial < kWidths.size() ? kWidths[serial] : static_cast<std::size_t>((serial - 12) / 2);
}

ColumnValue value_of(std::uint64_t serial, std::span<const std::uint8_t> bytes) {
    using Type = ColumnValue::Type;
    constexpr std::uint64_t kReal = 7;
    constexpr std::uint64_t kZero = 8;
    constexpr std::uint64_t kFirstBytes = 12;
    if (serial == 0) {
        return {};
    }
    if (serial >= kFirstBytes) {
        return {.type = serial % 2 == 0 ? Type::kBlob : Type::kText, .bytes = bytes};
    }
    std::uint64_t raw = Bytes{bytes}.number(bytes.size());
    if (serial == kReal) {
        return {.type = Type::kReal, .real = std::bit_cast<double>(raw)};
    }
    if (serial >= kZero) {
        return {.type = Type::kInteger, .integer = static_cast<std::int64_t>(serial - kZero)};
    }
    const unsigned unused = 64U - 8U * static_cast<unsigned>(bytes.size());
    return {.type = Type::kInteger, .integer = static_cast<std::int64_t>(raw << unused) >> unused};
}

/// Fills `row` from as much of its payload as there is.
void decode(std::span<const std::uint8_t> payload, std::uint64_t size, SalvagedRow& row) {
    row.is_lost = true;
    Bytes header{payload};
    const std::uint64_t header_bytes = header.varint();
    if (!header.ok() || header_bytes > payload.size()) {
        return;
    }
    Bytes body{payload, static_cast<std::size_t>(header_bytes)};
    while (header.ok() && header.position() < header_bytes) {
        const std::uint64_t serial = header.varint();
        if (!header.ok() || header.position() > header_bytes || serial == 10 || serial == 11) {
            row.columns.clear();
            return;
        }
        const std::size_t width = width_of(serial);
        const bool is_last = header.position() == header_bytes;
        const bool is_whole = width <= body.left();
        if (!is_whole && (!is_last || serial < 12 || payload.size() == size)) {
            row.columns.clear();
            return;
        }
        row.is_cut = !is_whole;
        row.columns.push_back(value_of(serial, body.take(std::min(width, body.left()))));
    }
    row.is_lost = row.columns.empty();
}

}  // namespace

PageKind kind_of(Page page, std::uint32_t number) {
    switch (page[header_offset(number)]) {
        case kLeafTable:
            return PageKind::kTableLeaf;
        case kInteriorTable:
            return PageKind::kTableInterior;
        case kLeafKey:
            return PageKind::kKeyLeaf;
        case kInteriorKey:
            return PageKind::kKeyInterior;
        default:
            return PageKind::kOther;
    }
}

std::vector<std::uint32_t> children_of(Page page, std::uint32_t number) {
    constexpr std::size_t kRightmostOffset = 8;
    std::vector<std::uint32_t> children;
    for (const std::size_t cell : cells_of(page, number, kInteriorHeaderBytes)) {
        children.push_back(static_cast<std::uint32_t>(Bytes{page, cell}.number(4)));
    }
    children.push_back(static_cast<std::uint32_t>(Bytes{page, header_offset(number) + kRightmostOffset}.number(4)));
    return children;
}

void for_each_row(PageSource& source, Page page, std::uint32_t number,
                  const std::function<void(const SalvagedRow&)>& take) {
    const PageKind kind = kind_of(page, number);
    constexpr std::size_t kChildBytes = 4;
    std::set<std::uint32_t> seen{number};
    for (const std::size_t at : cells_of(page, number, has_children(kind) ? kInteriorHeaderBytes : kLeafHeaderBytes)) {
        Bytes cell{page.first(kUsableBytes), at + (has_children(kind) ? kChildBytes : 0)};
        const std::uint64_t size = cell.varint();
        SalvagedRow row;
        if (kind == PageKind::kTableLeaf) {
            row.rowid = static_cast<std::int64_t>(cell.varint());
        }
        if (!cell.ok() || size > source.page_count() * std::uint64_t{kUsableBytes}) {
            continue;  // longer than the whole database
        }
        const auto local = cell.take(local_bytes(size, kind));
        std::vector<std::uint8_t> payload{local.begin(), local.end()};
        if (cell.ok() && payload.size() < size) {
            append_overflow(source, static_cast<std::uint32_t>(cell.number(4)), size, payload, seen);
        }
        decode(payload, size, row);
        take(row);
        wipe_memory(payload);
    }
}

}  // namespace pennydrop
