// SPDX-License-Identifier: Apache-2.0
// What follows from a slot's secret s: its row of the table, and the key that opens its notes.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Dealing".
#pragma once

#include <array>
#include <cstdint>

#include "pool/boxes.h"
#include "pool/derive.h"
#include "pool/descriptor.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// chk
[[nodiscard]] Hash secret_check(ByteView secret, const DescId& desc_id, Slot slot);
/// The key of fp, which is public.
[[nodiscard]] std::array<std::uint8_t, 16> fingerprint_key(const DescId& desc_id, Slot slot);
/// The key pair of the slot's notes.
[[nodiscard]] BoxKeys note_keys(ByteView secret, const DescId& desc_id, Slot slot);

[[nodiscard]] TableRow slot_row(ByteView secret, const DescId& desc_id, Slot slot);

}  // namespace pennydrop::pool
