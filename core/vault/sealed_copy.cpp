// SPDX-License-Identifier: Apache-2.0
#include "vault/sealed_copy.h"

#include <array>
#include <vector>

#include "vault/reader_checks.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

Status write_pages(VaultReader& from, VfsFile& file, const BlockCipher& cipher, ProgressMeter& meter) {
    constexpr std::uint32_t kPagesAtOnce = 256;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    std::vector<std::uint8_t> sealed(kVaultPageBytes);
    for (std::uint32_t number = 1; number <= from.page_count(); ++number) {
        if (auto read = from.read_page(number, page); !read) {
            return read;
        }
        const std::uint64_t block = number - 1;
        cipher.seal(block, std::span{page}.first(cipher.plain_bytes()), sealed);
        const auto position = static_cast<std::int64_t>(kHeaderBytes + block * kVaultPageBytes);
        if (auto written = file.write(sealed, position); !written) {
            return written;
        }
        const std::uint32_t rest = number % kPagesAtOnce;
        if (rest == 0 || number == from.page_count()) {
            if (auto going = meter.add(rest == 0 ? kPagesAtOnce : rest); !going) {
                return going;
            }
        }
    }
    wipe_memory(page);
    return file.sync();
}

}  // namespace

Status copy_pages(VaultReader& from, NewVault& made, const VaultHeader& header, const SecretBytes& data_key,
                  const VaultOptions& options, ProgressMeter& meter) {
    {
        auto file = open_file(options, made.temporary(), VfsFile::Mode::kReadWrite);
        if (!file) {
            return pass_on(file);
        }
        const BlockCipher cipher{BlockFile::kMain, header.file, data_key, kVaultPageBytes};
        if (auto written = write_pages(from, *file, cipher, meter); !written) {
            return written;
        }
    }
    auto copy = VaultReader::open_with_key(made.temporary(), data_key, options, VaultReader::Access::kShared);
    if (!copy) {
        return pass_on(copy);
    }
    if (!copy->header_is_authentic()) {
        return fail(ErrorCode::kDamaged, "copied header");
    }
    auto wanted = hash_pages(from, meter);
    if (!wanted) {
        return pass_on(wanted);
    }
    auto got = hash_pages(*copy, meter);
    if (!got) {
        return pass_on(got);
    }
    return *wanted == *got ? Status{} : fail(ErrorCode::kDamaged, "copied pages");
}

}  // namespace pennydrop
