// SPDX-License-Identifier: Apache-2.0
#include "material.h"

#include <algorithm>
#include <filesystem>

#include "files.h"

namespace pennydrop::pool_cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDescriptor = "a pool's descriptor";
constexpr std::string_view kCollector = "a collector's keys";
constexpr std::string_view kFounder = "a founder's key";
constexpr std::string_view kInvite = "an invitation";

/// Reads a secret and decodes it.
template <typename T, typename Decode>
Outcome<T> load_secret(const std::string& path, std::string_view what, Decode decode) {
    const auto bytes = read_secret_file(path);
    if (!bytes) {
        return refuse_file(path, what, bytes.error());
    }
    auto value = decode(bytes->span());
    if (!value) {
        return refuse_file(path, what, value.error());
    }
    return std::move(*value);
}

/// Reads what is public and decodes it.
template <typename T, typename Decode>
Outcome<T> load_public(const std::string& path, std::string_view what, Decode decode) {
    const auto bytes = read_file(path);
    if (!bytes) {
        return refuse_file(path, what, bytes.error());
    }
    auto value = decode(*bytes);
    if (!value) {
        return refuse_file(path, what, value.error());
    }
    return std::move(*value);
}

bool is_blob_file_name(const fs::path& path) {
    return path.extension() == ".pooled" || path.extension() == ".pdb";
}

Outcome<std::vector<std::string>> with_folders_opened(const std::vector<std::string>& paths) {
    std::vector<std::string> all;
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            all.push_back(path);
            continue;
        }
        std::vector<std::string> inside;
        for (fs::directory_iterator entry{path, error}, end; !error && entry != end; entry.increment(error)) {
            if (is_blob_file_name(entry->path())) {
                inside.push_back(entry->path().string());
            }
        }
        if (error) {
            return refuse_file(path, "a folder", {ErrorCode::kPermission, {}});
        }
        std::ranges::sort(inside);
        all.insert(all.end(), inside.begin(), inside.end());
    }
    return all;
}

/// The invitation on a slip: its indented lines, or all of it where there are none.
SecretBytes code_of_slip(std::string_view slip) {
    constexpr std::string_view kIndent = "    ";
    const bool has_indent = slip.starts_with(kIndent) || slip.find("\n    ") != std::string_view::npos;
    SecretBytes code{slip.size()};
    std::size_t size = 0;
    while (!slip.empty()) {
        const std::string_view line = slip.substr(0, slip.find('\n'));
        slip.remove_prefix(std::min(slip.size(), line.size() + 1));
        if (has_indent && !line.starts_with(kIndent)) {
            continue;
        }
        for (const char c : line) {
            if (c != '\r' && c != '\t' && c != ' ') {
                code.data()[size++] = static_cast<std::uint8_t>(c);
            }
        }
    }
    return SecretBytes::copy_of(code.span().first(size));
}

}  // namespace

Outcome<pool::Bytes> load_bytes(const std::string& path, std::string_view what) {
    auto bytes = read_file(path);
    if (!bytes) {
        return refuse_file(path, what, bytes.error());
    }
    return std::move(*bytes);
}

Outcome<pool::CollectorOffer> load_offer(const std::string& path) {
    return load_public<pool::CollectorOffer>(path, "a collector's offer", pool::decode_offer);
}

Outcome<pool::Descriptor> load_descriptor(const std::string& path) {
    const auto bytes = load_bytes(path, kDescriptor);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto descriptor = pool::Descriptor::decode(*bytes);
    if (descriptor) {
        return std::move(*descriptor);
    }
    if (pool::Descriptor::decode_draft(*bytes)) {
        return refuse(ErrorCode::kDamaged, printable(path) +
                                               " is a draft: the collector has not signed it yet. Nothing was changed. "
                                               "Ask the collector for the descriptor (“pennydrop-pool sign”).");
    }
    return refuse_file(path, kDescriptor, descriptor.error());
}

Outcome<pool::SeasonFile> load_season(const std::string& path, const pool::Descriptor& descriptor) {
    return load_public<pool::SeasonFile>(
        path, "a season file", [&](pool::ByteView bytes) { return pool::SeasonFile::decode(bytes, descriptor); });
}

Outcome<pool::CollectorKeys> load_collector(const std::string& path) {
    return load_secret<pool::CollectorKeys>(path, kCollector, pool::CollectorKeys::decode);
}

Outcome<pool::FounderKey> load_or_make_founder(const std::string& path) {
    std::error_code error;
    if (fs::exists(path, error)) {
        return load_secret<pool::FounderKey>(path, kFounder, pool::FounderKey::decode);
    }
    auto key = pool::FounderKey::make();
    if (auto saved = write_secret_file(path, key.encode().span()); !saved) {
        return refuse_file(path, kFounder, saved.error());
    }
    return key;
}

Outcome<pool::Seat> load_seat(const std::string& path, const pool::Descriptor& descriptor) {
    auto seat = load_secret<pool::Seat>(path, "a seat's keys", pool::Seat::decode);
    if (seat && seat->desc_id() != descriptor.id()) {
        return refuse_file(path, "a seat's keys", {ErrorCode::kInvalid, {}});
    }
    return seat;
}

Outcome<pool::Invite> load_invite(const std::string& path) {
    return load_secret<pool::Invite>(path, kInvite, [](pool::ByteView bytes) -> Result<pool::Invite> {
        constexpr std::string_view kMagic = "PDI1";
        if (bytes.size() >= kMagic.size() && std::ranges::equal(bytes.first(kMagic.size()), kMagic)) {
            return pool::decode_invite(bytes);
        }
        const SecretBytes code = code_of_slip({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return pool::read_invite_text({reinterpret_cast<const char*>(code.data()), code.size()});
    });
}

Outcome<std::vector<pool::Bytes>> load_blob_files(const std::vector<std::string>& paths) {
    const auto names = with_folders_opened(paths);
    if (!names) {
        return std::unexpected(names.error());
    }
    std::vector<pool::Bytes> files;
    for (const auto& name : *names) {
        auto bytes = load_bytes(name, "a member's file or a bundle");
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        files.push_back(std::move(*bytes));
    }
    return files;
}

Outcome<Answer> save(Answer answer, const std::string& path, pool::ByteView bytes) {
    if (auto saved = write_file(path, bytes); !saved) {
        return refuse_file(path, "a new file", saved.error());
    }
    return answer;
}

Outcome<Answer> save_secret(Answer answer, const std::string& path, const SecretBytes& bytes) {
    if (auto saved = write_secret_file(path, bytes.span()); !saved) {
        return refuse_file(path, "a new file", saved.error());
    }
    return answer;
}

Outcome<Answer> replace_secret(Answer answer, const std::string& path, const SecretBytes& bytes) {
    if (auto saved = write_secret_file(path, bytes.span(), Replace::kYes); !saved) {
        return refuse_file(path, "a key's file", saved.error());
    }
    return answer;
}

}  // namespace pennydrop::pool_cli
