// SPDX-License-Identifier: Apache-2.0
// pennydrop-pool: a team's pool from the command line. No Qt, no display.
#include <cstdio>
#include <exception>

#include "base/secret.h"
#include "command_line.h"
#include "commands.h"

namespace pennydrop::pool_cli {

std::vector<CommandSpec> all_commands() {
    return {offer_command(),  create_command(),  deal_command(),     sign_command(),    slips_command(),
            join_command(),   report_command(),  withdraw_command(), bundle_command(),  collect_command(),
            verify_command(), combine_command(), inspect_command(),  simulate_command()};
}

}  // namespace pennydrop::pool_cli

int main(int argc, char** argv) {
    using namespace pennydrop;
    try {
        if (!start_crypto()) {
            std::fputs(
                "pennydrop-pool: The cryptographic library does not start. Nothing was done. Reinstall "
                "libsodium, then try again.\n",
                stderr);
            return pool_cli::kCouldNot;
        }
        return pool_cli::run_command_line(pool_cli::all_commands(), PENNYDROP_VERSION, argc, argv);
    } catch (const std::exception& error) {
        // Of libraries only (memory ran out, for example); nothing of ours throws.
        std::fprintf(stderr, "pennydrop-pool: It stopped at a fault (%s). Files are whole or not there at all.\n",
                     error.what());
        return pool_cli::kCouldNot;
    }
}
