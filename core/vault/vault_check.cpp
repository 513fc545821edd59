// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_check.h"

#include "base/secret.h"
#include "vault/reader_checks.h"
#include "vault/vault_reader.h"

namespace pennydrop {

Result<CheckReport> check_vault(const std::filesystem::path& path, const VaultSecret& secret,
                                const VaultOptions& options, const OnProgress& progress) {
    const StackWipe wipe;  // pages of the journal pass through arrays there
    auto reader = VaultReader::open(path, secret, options, VaultReader::Access::kShared);
    return reader ? check_reader(*reader, progress) : pass_on(reader);
}

Result<CheckReport> check_reader(VaultReader& reader, const OnProgress& progress) {
    CheckReport report;
    report.header_copies_agree = !reader.header().copies_differ;
    report.header_is_authentic = reader.header_is_authentic();
    report.blocks = reader.page_count();
    report.log_blocks = reader.log().blocks;
    report.log_blocks_unreadable = reader.log().unreadable;
    ProgressMeter meter{progress, 2 * steps_for(reader)};
    if (auto going = meter.add(0); !going) {
        return pass_on(going);
    }
    auto damaged = find_damaged_pages(reader, meter);
    if (!damaged) {
        return pass_on(damaged);
    }
    report.damaged_blocks = std::move(*damaged);
    auto faults = count_structure_faults(reader, meter);
    if (!faults) {
        return pass_on(faults);
    }
    report.structure_faults = *faults;
    return report;
}

}  // namespace pennydrop
