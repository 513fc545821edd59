// SPDX-License-Identifier: Apache-2.0
// Any bytes as a drop box. The first byte of the input says how far they may come: as the file itself, as changes to a
// sound one, sealed as a record's inside, or as a payload. What was dropped comes back as it was or not at all, nothing
// is invented, what cannot be read is kept byte for byte, and a payload that is accepted is encoded again as it was.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <sodium.h>
#include <unistd.h>

#include "base/codec.h"
#include "journal/dropped_entry.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/watched_vfs.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kCell = 4096;

struct Base {
    fs::path vault;
    WatchedVfs disk;
    Bytes sound;
    std::vector<std::string> texts;
};

Base& base() {
    static Base& made = *[] {
        auto* const fresh = new Base;
        fresh->vault = fs::temp_directory_path() / ("pennydrop-fuzz-drop-" + std::to_string(::getpid()));
        make_locked_vault(fresh->vault);
        fresh->texts = {"one", std::string(9000, 'x'), "three"};
        for (const auto& text : fresh->texts) {
            if (!drop(fresh->vault, text, fresh->disk.vfs())) {
                std::abort();
            }
        }
        fresh->sound = read_file(drop_box_path(fresh->vault));
        return fresh;
    }();
    return made;
}

void change(Bytes& file, Reader& reader) {
    const auto what = reader.integer<std::uint8_t>();
    const std::size_t one = reader.integer<std::uint16_t>();
    const std::size_t two = reader.integer<std::uint16_t>();
    if (!reader.ok() || file.empty()) {
        return;
    }
    switch (what % 4) {
        case 0:
            file[one % file.size()] ^= static_cast<std::uint8_t>(two);
            break;
        case 1:
            file.resize(one % file.size());
            break;
        case 2:
            file.insert(file.end(), one % (2 * kCell), static_cast<std::uint8_t>(two));
            break;
        default: {
            const std::size_t from = one % (file.size() / kCell + 1) * kCell;
            const Bytes part(file.begin() + static_cast<std::ptrdiff_t>(std::min(from, file.size())), file.end());
            file.resize(two % (file.size() / kCell + 1) * kCell);
            file.insert(file.end(), part.begin(), part.end());
            break;
        }
    }
}

void check_box(const Bytes& file, const std::vector<std::string>& known) {
    if (file.size() == 1) {
        return;  // SQLite calls it empty, and so it stays
    }
    Base& box = base();
    const fs::path unread = unread_drops_path(box.vault);
    fs::remove(unread);
    write_file(drop_box_path(box.vault), file);
    auto opened = open_test_drops(box.vault, box.disk.vfs());
    if (!opened) {
        std::abort();
    }
    const auto found = read_all(*opened);
    if (!found || !opened->empty() || fs::file_size(drop_box_path(box.vault)) != 0) {
        std::abort();
    }
    for (const auto& text : found->payloads) {
        if (std::ranges::find(known, text) == known.end()) {
            std::abort();
        }
    }
    if ((found->unreadable != 0) != fs::exists(unread)) {
        std::abort();
    }
    const Bytes kept = read_file(unread);
    if (found->payloads.empty() && found->unreadable == 1 && std::ranges::search(file, kept).empty()) {
        std::abort();
    }
}

/// The input as what lies in the box of a record with a sound head.
void check_inside(std::span<const std::uint8_t> inside) {
    SecretBytes plain{kCell - kDropHeadBytes - crypto_box_SEALBYTES};
    std::copy_n(inside.begin(), std::min(inside.size(), plain.size()), plain.data());
    Bytes record = base().sound;
    record.resize(kCell);
    (void)crypto_box_seal(record.data() + kDropHeadBytes, plain.data(), plain.size(), test_target().public_key.data());
    const auto opened = open_drop_record(record, test_target().vault, test_drop_keys());
    if (opened && !std::ranges::equal(opened->payload.span(), plain.span().subspan(40, opened->payload.size()))) {
        std::abort();
    }
}

void check_payload(std::span<const std::uint8_t> payload) {
    const auto entry = decode_dropped_entry(payload);
    if (!entry) {
        return;
    }
    const auto again =
        entry->note ? encode_dropped_note(*entry->note, entry->content) : encode_dropped_entry(entry->content);
    if (!again) {
        std::abort();
    }
    const bool theme_left_out = !entry->content.theme && payload[14] != 0;
    if (!theme_left_out && !std::ranges::equal(again->span(), payload)) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::span input{data + 1, size - 1};
    switch (data[0] % 4) {
        case 0:
            check_box(Bytes(input.begin(), input.end()), {});
            break;
        case 1: {
            Bytes file = base().sound;
            Reader reader{input};
            while (reader.ok()) {
                change(file, reader);
            }
            check_box(file, base().texts);
            break;
        }
        case 2:
            check_inside(input);
            break;
        default:
            check_payload(input);
            break;
    }
    return 0;
}
