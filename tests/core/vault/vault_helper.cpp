// SPDX-License-Identifier: Apache-2.0
// A second process for the tests of locking: opens the vault named on its command line with the passphrase on its
// standard input, says how that went, and holds the vault until its input ends.
#include <cstdio>
#include <string>

#include "support/files.h"
#include "vault/vault.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        return 2;
    }
    std::string passphrase;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) {
        passphrase += static_cast<char>(c);
    }
    auto vault = pennydrop::Vault::open(argv[1], pennydrop::testing::secret(passphrase), {});
    std::puts(vault ? "open" : std::string{pennydrop::error_name(vault.error().code)}.c_str());
    std::fflush(stdout);
    if (!vault) {
        return 1;
    }
    if (!(*vault)->database().execute("INSERT INTO t VALUES (2);")) {
        return 3;
    }
    std::puts("written");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
