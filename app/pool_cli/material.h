// SPDX-License-Identifier: Apache-2.0
// The protocol's files by name: read and checked, or refused in a person's words.
// Threads: pure functions over files.
#pragma once

#include <string>
#include <vector>

#include "answer.h"
#include "pool/collector_keys.h"
#include "pool/descriptor.h"
#include "pool/invite.h"
#include "pool/season.h"
#include "pool/seat.h"
#include "pool/signing.h"

namespace pennydrop::pool_cli {

[[nodiscard]] Outcome<pool::Bytes> load_bytes(const std::string& path, std::string_view what);
[[nodiscard]] Outcome<pool::CollectorOffer> load_offer(const std::string& path);
[[nodiscard]] Outcome<pool::Descriptor> load_descriptor(const std::string& path);
[[nodiscard]] Outcome<pool::SeasonFile> load_season(const std::string& path, const pool::Descriptor& descriptor);
[[nodiscard]] Outcome<pool::CollectorKeys> load_collector(const std::string& path);
/// Makes the key and its file when there is none.
[[nodiscard]] Outcome<pool::FounderKey> load_or_make_founder(const std::string& path);
/// A seat of this descriptor's season.
[[nodiscard]] Outcome<pool::Seat> load_seat(const std::string& path, const pool::Descriptor& descriptor);
/// An invitation as its 75 bytes or as the text of a slip; "-" is standard input.
[[nodiscard]] Outcome<pool::Invite> load_invite(const std::string& path);
/// Files and, for a folder, what lies in it with a name of the protocol's (.pooled, .pdb).
[[nodiscard]] Outcome<std::vector<pool::Bytes>> load_blob_files(const std::vector<std::string>& paths);

[[nodiscard]] Outcome<Answer> save(Answer answer, const std::string& path, pool::ByteView bytes);
[[nodiscard]] Outcome<Answer> save_secret(Answer answer, const std::string& path, const SecretBytes& bytes);
/// Puts new bytes in the place of a key's file.
[[nodiscard]] Outcome<Answer> replace_secret(Answer answer, const std::string& path, const SecretBytes& bytes);

}  // namespace pennydrop::pool_cli
