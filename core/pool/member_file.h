// SPDX-License-Identifier: Apache-2.0
// What a member sends: a file with one blob for every theme, true or not.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Reporting" and "Withdrawal".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "pool/descriptor.h"
#include "pool/note.h"
#include "pool/seat.h"
#include "pool/types.h"

namespace pennydrop::pool {

struct MemberFile {
    Bytes bytes{};
    std::string name{};                ///< The same for all files of a seat in one period.
    Timestamp modified{};              ///< What the file's time is to be set to: the close.
    std::vector<BlobHash> receipts{};  ///< Ascending; to be kept, and looked for in the digest.
};

/// What is reported, theme by theme; nothing for a dummy. As long as the catalogue.
using Choices = std::vector<std::optional<Note>>;

/// Builds the file and moves the seat's revision and turns on. Save the seat before the file is sent: a file that was
/// sent from a seat that forgot it could be taken for an older one. Errors: kInvalid (a note that does not fit, another
/// number of themes, another season's seat, 64 files already), kClosed (the period was wiped).
[[nodiscard]] Result<MemberFile> build_report_file(Seat& seat, const Descriptor& descriptor, Period period,
                                                   const Choices& choices);

/// Takes back everything the seat has reported or will report in the period. It needs no revision and changes none.
/// Errors: kInvalid, kClosed.
[[nodiscard]] Result<MemberFile> build_withdrawal_file(const Seat& seat, const Descriptor& descriptor, Period period);

/// The name of a seat's files in a period.
[[nodiscard]] std::string member_file_name(const SecretBytes& period_seed, const DescId& desc_id, Period period);

}  // namespace pennydrop::pool
