// SPDX-License-Identifier: Apache-2.0
// No file of a vault can ever be opened by somebody else, not even in the moment in which it is made: the test stands
// where SQLite calls the operating system, takes every umask away, and looks at each file as soon as it is open.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>
#include <sys/stat.h>

#include <map>
#include <string>

#include "small_vault.h"
#include "support/check_result.h"
#include "support/files.h"
#include "vault/drop_box.h"
#include "vault/drop_box_key.h"
#include "vault/vault.h"
#include "vault/vault_rekey.h"
#include "vault/vault_repair.h"
#include "vault/vault_restore.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr LocalTime kNow{Timestamp{1'795'324'440'000'000}, UtcOffset{}};
constexpr unsigned kRights = 0777;
constexpr unsigned kOwnerOnly = 0600;

/// Every file of `folder` that SQLite opens, with all the rights it was ever seen with.
class SeenFiles {
public:
    explicit SeenFiles(const fs::path& folder) : umask_(::umask(0)) {
        seen().clear();
        watched() = folder.string();
        sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
        below() = vfs->xGetSystemCall(vfs, "open");
        vfs->xSetSystemCall(vfs, "open", reinterpret_cast<sqlite3_syscall_ptr>(&open_file));
    }
    SeenFiles(const SeenFiles&) = delete;
    SeenFiles& operator=(const SeenFiles&) = delete;
    ~SeenFiles() {
        sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
        vfs->xSetSystemCall(vfs, "open", below());
        ::umask(umask_);
    }

    [[nodiscard]] static std::map<std::string, unsigned>& seen() {
        static std::map<std::string, unsigned> files;
        return files;
    }
    /// One whose name holds `part` was made.
    [[nodiscard]] static bool has(std::string_view part) {
        return std::ranges::any_of(seen(), [part](const auto& file) { return file.first.contains(part); });
    }

private:
    static std::string& watched() {
        static std::string folder;
        return folder;
    }
    static sqlite3_syscall_ptr& below() {
        static sqlite3_syscall_ptr call = nullptr;
        return call;
    }
    static int open_file(const char* name, int flags, int mode) {
        const int descriptor = reinterpret_cast<int (*)(const char*, int, int)>(below())(name, flags, mode);
        struct stat about{};
        if (descriptor >= 0 && std::string_view{name}.starts_with(watched() + "/") &&
            ::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) {
            seen()[name] |= about.st_mode & kRights;
        }
        return descriptor;
    }

    ::mode_t umask_;
};

}  // namespace

class TestPrivateFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void the_vault_and_its_log();
    void a_log_beside_a_file_with_wider_rights();
    void a_backup_and_what_is_put_in_its_place();
    void a_drop_box_and_what_nobody_can_read();
    void cleanup();

private:
    /// As somebody who was given the vault's name once drops into it.
    [[nodiscard]] Status drop() const {
        auto info = Vault::info_of(path_, {});
        return info ? append_to_drop_box(path_, {info->id, info->drop_box}, {new_drop_id(), secret("dropped")}, {})
                    : pass_on(info);
    }

    SmallVault small_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SeenFiles> files_;
    fs::path path_;
};

void TestPrivateFiles::initTestCase() {
    CHECK_OK(small_.make());
}

void TestPrivateFiles::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path{folder_->path().toStdString()} / "journal.pennydrop";
    write_file(path_, small_.bytes);
    fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
    files_ = std::make_unique<SeenFiles>(path_.parent_path());
}

void TestPrivateFiles::cleanup() {
    files_.reset();  // first: a failed check ends this function
    for (const auto& [name, rights] : SeenFiles::seen()) {
        CHECK_WITH(rights == kOwnerOnly, name + ": " + std::to_string(rights));
    }
    for (const auto& item : fs::directory_iterator{path_.parent_path()}) {
        struct stat about{};
        QCOMPARE(::stat(item.path().c_str(), &about), 0);
        CHECK_WITH((about.st_mode & kRights) == kOwnerOnly, item.path().string());
    }
}

void TestPrivateFiles::the_vault_and_its_log() {
    fs::remove(path_);
    auto created = Vault::create(path_, secret("pass"), {});
    CHECK_OK(created);
    CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (1);"));
    QVERIFY(SeenFiles::has(".new-") && SeenFiles::has("-wal"));
}

/// SQLite gives a log the rights of its database; what was copied by hand may have any.
void TestPrivateFiles::a_log_beside_a_file_with_wider_rights() {
    fs::permissions(path_,
                    fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read);
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 1;"));
        QVERIFY(SeenFiles::has("-wal"));
        QVERIFY(fs::status(path_.string() + "-wal").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
    }
    SeenFiles::seen().erase(path_.string());  // somebody else's doing
}

void TestPrivateFiles::a_backup_and_what_is_put_in_its_place() {
    const fs::path backup = path_.parent_path() / "backup.pennydrop";
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->back_up(backup, {}));
    }
    CHECK_OK(rekey_vault(path_, secret(SmallVault::kPassphrase), {}, {}));
    CHECK_OK(drop());
    // As after a crash: a log that is kept with the journal it belongs to.
    write_file(path_.string() + "-wal", bytes_of("a log"));
    fs::permissions(path_.string() + "-wal", fs::perms::owner_read | fs::perms::owner_write);
    auto restored = restore_vault(backup, path_, SmallVault::secret_to_open(), kNow, {}, {});
    CHECK_OK(restored);
    QVERIFY(restored->replaced && restored->drop_box);
    QVERIFY(fs::exists(restored->replaced->string() + "-wal"));
    static constexpr std::array kSchema{
        Migration{3, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT; CREATE INDEX t_b ON t (b);"}};
    CHECK_OK(repair_vault(path_, SmallVault::secret_to_open(), path_.parent_path() / "saved.pennydrop",
                          {.schema = kSchema}, {}, {}));
    for (const auto* made : {"backup.pennydrop.new-", "journal.pennydrop.new-", "saved.pennydrop.new-", "replaced 2026",
                             "-drop", "-wal.new-"}) {
        CHECK_WITH(SeenFiles::has(made), made);
    }
}

void TestPrivateFiles::a_drop_box_and_what_nobody_can_read() {
    CHECK_OK(drop());
    Bytes box = read_file(drop_box_path(path_));
    box[2000] ^= 1U;
    write_file(drop_box_path(path_), box);
    auto opened = DropBox::open(path_, Vault::info_of(path_, {})->id, drop_box_keys(small_.data_key), {});
    CHECK_OK(opened);
    const auto none = opened->next();
    CHECK_OK(none);
    QVERIFY(!none->has_value());
    CHECK_OK(opened->empty());
    QVERIFY(SeenFiles::has("-drop-unread"));
}

QTEST_APPLESS_MAIN(TestPrivateFiles)
#include "tst_private_files.moc"
