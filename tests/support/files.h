// SPDX-License-Identifier: Apache-2.0
// Small helpers of the tests: whole files, secrets from text, and how long a test may take.
// Threads: plain functions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.h"

namespace pennydrop::testing {

using Bytes = std::vector<std::uint8_t>;

/// The whole file; empty when it is not there.
[[nodiscard]] Bytes read_file(const std::filesystem::path& path);
/// Replaces the file's content. Aborts when the disk refuses: no test can go on then.
void write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);
/// Names of everything in `folder`, sorted.
[[nodiscard]] std::vector<std::string> names_in(const std::filesystem::path& folder);

[[nodiscard]] SecretBytes secret(std::string_view text);
[[nodiscard]] std::span<const std::uint8_t> bytes_of(std::string_view text);

/// Processor time of this process so far: unlike time on the wall it does not grow while other tests run.
[[nodiscard]] double cpu_milliseconds();

/// Whether PENNYDROP_LONG asks for the thorough run: minutes of machine time instead of seconds.
[[nodiscard]] bool long_run();

/// Whether PENNYDROP_SHORT asks for a small run, as the sanitizers do, under which everything is many times slower.
[[nodiscard]] bool short_run();

}  // namespace pennydrop::testing
