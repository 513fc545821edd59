// SPDX-License-Identifier: Apache-2.0
// A file that belongs to an entry: its values, its limits, and what is accepted as its name.
// Threads: plain values and pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"

namespace pennydrop {

struct AttachmentTag {};
using AttachmentId = Id<AttachmentTag>;

/// One file: a photo as phones take them, a long scanned letter. Beyond this kTooLarge.
inline constexpr std::uint64_t kMaxAttachmentBytes = 25ULL * 1024 * 1024;
/// All files of a journal, those in the bin too; beyond this kFull. A backup holds all of them, and eleven backups are
/// kept: this is 2 GB of them, which a phone and a cheap stick still have.
inline constexpr std::uint64_t kMaxAllAttachmentBytes = 200ULL * 1024 * 1024;
/// A picture of 256 × 256 with room to spare. Beyond this kTooLarge.
inline constexpr std::size_t kMaxThumbnailBytes = 64UL * 1024;
/// What file systems take.
inline constexpr std::size_t kMaxAttachmentNameBytes = 255;

/// What is known of an attachment without its bytes.
struct Attachment {
    AttachmentId id{};
    std::optional<EntryId> entry{};  ///< Nothing: it belongs to the draft.
    std::string name{};              ///< As clean_attachment_name() gives it.
    std::string media_type{};        ///< "image/jpeg"
    std::uint64_t size{0};
    Timestamp created{};
    bool has_thumbnail{false};

    bool operator==(const Attachment&) const = default;
};

/// What the giver says of a file.
struct NewAttachment {
    std::string name{};        ///< As the file is called; made clean.
    std::string media_type{};  ///< Two words of small letters, digits and "!#$&^_.+-" with a "/" between them.
    std::vector<std::uint8_t> thumbnail{};
    std::uint64_t expected_bytes{0};  ///< For progress, and to refuse at once what is too large; 0 when not known.
};

/// Fills the beginning of `into` and says how many bytes; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<std::uint8_t> into)>;
/// Takes the next bytes, which are valid during the call.
using ByteSink = std::function<Status(std::span<const std::uint8_t> bytes)>;

/// Reads from `bytes`, which must outlive the source.
[[nodiscard]] ByteSource source_of(std::span<const std::uint8_t> bytes);

/// A name that can be shown in a line and given to any file system: no folder, nothing that does not print or that
/// turns the direction of the text, none of <>:"/\|?*, no dot or space at either end, at most kMaxAttachmentNameBytes
/// with its ending kept. "file" when nothing is left, or the bytes are not UTF-8.
[[nodiscard]] std::string clean_attachment_name(std::string_view file_name);

[[nodiscard]] bool is_media_type(std::string_view text) noexcept;

}  // namespace pennydrop
