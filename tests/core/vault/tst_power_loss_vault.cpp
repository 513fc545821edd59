// SPDX-License-Identifier: Apache-2.0
// Power fails while a real vault is written and given a new passphrase or a new recovery code: afterwards the old or
// the new secret opens it, never neither, and every acknowledged entry is there. (Each opening derives a key;
// tst_power_loss has the thousands of crashes.)
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

/// The operations at which something was acknowledged.
struct Milestones {
    std::size_t first_row{0};
    std::size_t change_begins{0};
    std::size_t change_done{0};
    std::size_t second_row{0};
};

using Opened = Result<std::unique_ptr<Vault>>;

}  // namespace

class TestPowerLossVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void old_or_new_passphrase();
    void old_or_new_recovery_code();
    void while_it_is_made();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    /// Crashes around the change of a secret; `open_old` and `open_new` try the two.
    template <typename OpenOld, typename OpenNew>
    void crash_everywhere(const PowerCut::Files& start, const std::vector<DiskOperation>& operations,
                          const Milestones& done, OpenOld open_old, OpenNew open_new);

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestPowerLossVault::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

template <typename OpenOld, typename OpenNew>
void TestPowerLossVault::crash_everywhere(const PowerCut::Files& start, const std::vector<DiskOperation>& operations,
                                          const Milestones& done, OpenOld open_old, OpenNew open_new) {
    QCOMPARE(done.change_done - done.change_begins, std::size_t{4});  // write, sync, write, sync
    int with_old = 0;
    int with_new = 0;
    Random random{11};
    for (const TearModel& model : kTearModels) {
        // Sectors of 512 bytes tear a header in eight, those of 4096 take all of it.
        const bool in_short_run = model.tear == Tear::kWholeSector || model.sector_bytes == TearModel::kAnyByte;
        if (!long_run() && !in_short_run) {
            continue;
        }
        PowerCut power{start, operations};
        for (std::size_t at = 0; at <= operations.size(); ++at) {
            const bool near_change = at >= done.change_begins && at <= done.change_done;
            if (!near_change && !long_run() && (model.sector_bytes != 4096 || at % 5 != 0)) {
                continue;
            }
            const auto survivors = at % 2 == 0 ? Survivors::kAny : Survivors::kAllButLastTorn;
            const auto files = power.after(at, survivors, model, random);
            fs::remove(path().string() + "-wal");
            for (const auto& [name, bytes] : files) {
                write_file(name, bytes);
            }
            const std::string place = std::string{model.name} + ", operation " + std::to_string(at);
            Opened vault = open_old();
            with_old += vault ? 1 : 0;
            CHECK_WITH(!vault || at < done.change_done, place + ": the old secret still opens");
            if (!vault) {
                CHECK_ERROR(vault, ErrorCode::kWrongSecret);
                vault = open_new();
                CHECK_WITH(vault.has_value(), place + ": " + describe(vault));
                CHECK_WITH(at >= done.change_begins, place + ": the new secret opens too early");
                ++with_new;
            }
            const auto rows = (*vault)->database().query_integer("SELECT count(*) FROM t");
            CHECK_OK(rows);
            const std::int64_t least = (at >= done.first_row ? 1 : 0) + (at >= done.second_row ? 1 : 0);
            CHECK_WITH(*rows >= least && *rows <= least + 1, place + ": rows " + std::to_string(*rows));
            // Both copies agree again as soon as the vault was open.
            vault->reset();
            const Bytes file = read_file(path());
            QVERIFY(std::equal(file.begin(), file.begin() + kHeaderCopyBytes, file.begin() + kHeaderCopyBytes));
        }
    }
    qInfo("%d crashes: %d opened with the old secret, %d with the new one, none with neither", with_old + with_new,
          with_old, with_new);
    QVERIFY(with_old > 3 && with_new > 3);
}

void TestPowerLossVault::old_or_new_passphrase() {
    {
        auto created = Vault::create(path(), secret("old"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a);"));
    }
    const PowerCut::Files start{{path().string(), read_file(path())}};
    WatchedVfs disk;
    disk.record();
    Milestones done;
    {
        auto vault = Vault::open(path(), secret("old"), {.below = disk.vfs()});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1);"));
        done.first_row = done.change_begins = disk.operations().size();
        CHECK_OK((*vault)->set_passphrase(secret("new")));
        done.change_done = disk.operations().size();
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (2);"));
        done.second_row = disk.operations().size();
    }
    crash_everywhere(
        start, disk.operations(), done, [&] { return Vault::open(path(), secret("old"), {}); },
        [&] { return Vault::open(path(), secret("new"), {}); });
}

void TestPowerLossVault::old_or_new_recovery_code() {
    std::optional<RecoveryCode> old_code;
    std::optional<RecoveryCode> new_code;
    {
        auto created = Vault::create(path(), secret("pass"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a);"));
        old_code.emplace(std::move(created->recovery_code));
    }
    const PowerCut::Files start{{path().string(), read_file(path())}};
    WatchedVfs disk;
    disk.record();
    Milestones done;
    {
        auto vault = Vault::open(path(), secret("pass"), {.below = disk.vfs()});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1);"));
        done.first_row = done.change_begins = disk.operations().size();
        auto renewed = (*vault)->renew_recovery_code();
        CHECK_OK(renewed);
        done.change_done = disk.operations().size();
        new_code.emplace(std::move(*renewed));
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (2);"));
        done.second_row = disk.operations().size();
    }
    crash_everywhere(
        start, disk.operations(), done, [&] { return Vault::open_with_recovery(path(), *old_code, {}); },
        [&] { return Vault::open_with_recovery(path(), *new_code, {}); });
    // And the passphrase was never touched.
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
}

void TestPowerLossVault::while_it_is_made() {
    WatchedVfs disk;
    disk.record();
    CHECK_OK(Vault::create(path(), secret("pass"), {.below = disk.vfs()}));
    // The name appears by a link of the file system, after everything under the temporary name was synced.
    std::string temporary;
    bool synced = false;
    for (const auto& operation : disk.operations()) {
        if (operation.file == path().string() || operation.file == path().string() + "-wal") {
            QVERIFY(operation.kind != DiskOperation::Kind::kWrite);
            QVERIFY(synced);
            continue;
        }
        if (temporary.empty()) {
            temporary = operation.file;
            QVERIFY(temporary.starts_with(path().string() + ".new-"));
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
