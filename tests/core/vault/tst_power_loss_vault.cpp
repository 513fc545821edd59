// SPDX-License-Identifier: Apache-2.0
// Power fails while a real vault is written and given a new passphrase: afterwards the old or the new passphrase opens
// it, never neither, and every acknowledged entry is there. (Each opening derives a key; tst_power_loss has the
// thousands of crashes.)
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <filesystem>
#include <optional>

#include "support/check_result.h"
#include "support/files.h"
#include "support/power_cut.h"
#include "vault/vault.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

/// What was acknowledged at which operation.
struct Milestones {
    std::size_t first_row{0};
    std::size_t passphrase_begins{0};
    std::size_t passphrase_set{0};
    std::size_t second_row{0};
};

}  // namespace

class TestPowerLossVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void old_or_new_passphrase();
    void while_it_is_made();
};

void TestPowerLossVault::old_or_new_passphrase() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    {
        auto created = Vault::create(path, secret("old"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a);"));
    }
    const PowerCut::Files start{{path.string(), read_file(path)}};
    WatchedVfs disk;
    disk.record();
    Milestones done;
    {
        auto vault = Vault::open(path, secret("old"), {.below = disk.vfs()});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1);"));
        done.first_row = disk.operations().size();
        done.passphrase_begins = disk.operations().size();
        CHECK_OK((*vault)->set_passphrase(secret("new")));
        done.passphrase_set = disk.operations().size();
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (2);"));
        done.second_row = disk.operations().size();
    }
    const auto operations = disk.operations();
    QCOMPARE(done.passphrase_set - done.passphrase_begins, std::size_t{4});
    int with_old = 0;
    int with_new = 0;
    Random random{11};
    for (const TearModel model :
         {TearModel{.sector_bytes = 512, .garbage = true}, TearModel{.sector_bytes = 4096, .garbage = true},
          TearModel{.sector_bytes = 512, .garbage = false}}) {
        PowerCut power{start, operations};
        for (std::size_t at = 0; at <= operations.size(); ++at) {
            const bool near_passphrase = at >= done.passphrase_begins && at <= done.passphrase_set;
            if (!near_passphrase && !long_run() && (model.sector_bytes != 4096 || at % 4 != 0)) {
                continue;
            }
            const auto survivors = at % 2 == 0 ? Survivors::kAny : Survivors::kAllButLastTorn;
            const auto files = power.after(at, survivors, model, random);
            fs::remove(path.string() + "-wal");
            for (const auto& [name, bytes] : files) {
                write_file(name, bytes);
            }
            const std::string place = "operation " + std::to_string(at);
            auto vault = Vault::open(path, secret("old"), {});
            with_old += vault ? 1 : 0;
            CHECK_WITH(!vault || at < done.passphrase_set, place + ": the old passphrase still opens");
            if (!vault) {
                CHECK_ERROR(vault, ErrorCode::kWrongSecret);
                vault = Vault::open(path, secret("new"), {});
                CHECK_WITH(vault.has_value(), place + ": " + describe(vault));
                CHECK_WITH(at >= done.passphrase_begins, place + ": the new passphrase opens too early");
                ++with_new;
            }
            const auto rows = (*vault)->database().query_integer("SELECT count(*) FROM t");
            CHECK_OK(rows);
            const std::int64_t least = (at >= done.first_row ? 1 : 0) + (at >= done.second_row ? 1 : 0);
            CHECK_WITH(*rows >= least && *rows <= least + 1, place + ": rows " + std::to_string(*rows));
            // Both copies agree again as soon as the vault was open.
            vault->reset();
            const Bytes file = read_file(path);
            QVERIFY(std::equal(file.begin(), file.begin() + kHeaderCopyBytes, file.begin() + kHeaderCopyBytes));
        }
    }
    qInfo("%d crashes: %d opened with the old passphrase, %d with the new one", with_old + with_new, with_old,
          with_new);
    QVERIFY(with_old > 3 && with_new > 3);
}

void TestPowerLossVault::while_it_is_made() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    WatchedVfs disk;
    disk.record();
    CHECK_OK(Vault::create(path, secret("pass"), {.below = disk.vfs()}));
    // The name appears by a link of the file system, after everything under the temporary name was synced.
    std::string temporary;
    bool synced = false;
    for (const auto& operation : disk.operations()) {
        if (operation.file == path.string() || operation.file == path.string() + "-wal") {
            QVERIFY(operation.kind != DiskOperation::Kind::kWrite);
            QVERIFY(synced);
            continue;
        }
        if (temporary.empty()) {
            temporary = operation.file;
            QVERIFY(temporary.starts_with(path.string() + ".new-"));
        }
        if (operation.file == temporary) {
            synced = operation.kind == DiskOperation::Kind::kSync ||
                     (synced && operation.kind != DiskOperation::Kind::kWrite);
        }
    }
    QVERIFY(synced);
}

QTEST_APPLESS_MAIN(TestPowerLossVault)
#include "tst_power_loss_vault.moc"
