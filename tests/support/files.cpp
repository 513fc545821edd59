// SPDX-License-Identifier: Apache-2.0
#include "support/files.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <system_error>

namespace pennydrop::testing {
namespace {

constexpr std::size_t kAtOnce = 64 * 1024;

}  // namespace

Bytes read_file(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::error_code no_file;
    const auto size = std::filesystem::file_size(path, no_file);
    // What the system makes up, as below /proc, has no size before it is read.
    std::size_t more = no_file ? kAtOnce : static_cast<std::size_t>(size) + 1;
    Bytes bytes;
    std::size_t got = 0;
    while (in) {
        bytes.resize(got + more);
        in.read(reinterpret_cast<char*>(bytes.data() + got), static_cast<std::streamsize>(more));
        got += static_cast<std::size_t>(in.gcount());
        more = kAtOnce;
    }
    bytes.resize(got);
    return bytes;
}

void write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    std::ofstream out{path, std::ios::binary | std::ios::trunc};
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        std::abort();
    }
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& item : std::filesystem::directory_iterator{folder}) {
        names.push_back(item.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

SecretBytes secret(std::string_view text) {
    return SecretBytes::copy_of(bytes_of(text));
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

double cpu_milliseconds() {
    return 1000.0 * static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

bool long_run() {
    return std::getenv("PENNYDROP_LONG") != nullptr;
}

bool short_run() {
    return !long_run() && std::getenv("PENNYDROP_SHORT") != nullptr;
}

}  // namespace pennydrop::testing
