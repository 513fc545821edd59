// SPDX-License-Identifier: Apache-2.0
// A vault on media that cannot be written, are full, know no hard links (FAT) or no locks (some network shares): each
// time a clear error or no difference at all, no second file, and nothing lost.
//
// Some of it needs to mount a file system, which only root may; the rest runs for everybody. A real NFS share is not
// part of this: what is tested is the property that differs there, locks that fail.
#include <QtTest/QTest>

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/small_vault.h"
#include "support/watched_vfs.h"
#include "vault/vault.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

bool no_hard_links = false;
int links_refused = 0;

}  // namespace

/// Takes the place of the C library's, for this program only: a file system without hard links, such as FAT.
extern "C" int link(const char* from, const char* to) noexcept {
    if (no_hard_links) {
        ++links_refused;
        errno = EPERM;
        return -1;
    }
    return ::linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

namespace {

/// A file system in memory at `folder`, as long as this object lives.
class SmallDisk {
public:
    SmallDisk(const fs::path& folder, const char* options) : folder_(folder.string()) {
        fs::create_directory(folder);
        mounted_ = ::geteuid() == 0 && ::mount("none", folder_.c_str(), "tmpfs", 0, options) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) {
            (void)::umount2(folder_.c_str(), MNT_DETACH);
        }
    }
    [[nodiscard]] bool mounted() const { return mounted_; }
    [[nodiscard]] bool make_read_only() {
        return ::mount("none", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    std::string folder_;
    bool mounted_{false};
};

std::string run_tool(const QString& program, const QStringList& arguments) {
    const QString found = QStandardPaths::findExecutable(program, {"/usr/sbin", "/sbin", "/usr/bin", "/bin"});
    if (found.isEmpty()) {
        return program.toStdString() + " is not installed";
    }
    QProcess process;
    process.start(found, arguments);
    const bool done = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    return done && process.exitCode() == 0 ? "" : process.readAllStandardError().trimmed().toStdString();
}

/// A FAT file system in an image, mounted at `folder` as long as this object lives.
class FatDisk {
public:
    FatDisk(const fs::path& image, const fs::path& folder) : folder_(QString::fromStdString(folder.string())) {
        fs::create_directory(folder);
        const QString file = QString::fromStdString(image.string());
        problem_ = ::geteuid() == 0 ? run_tool("mkfs.vfat", {"-C", file, "16384"}) : "only root may mount";
        if (problem_.empty()) {
            problem_ = run_tool("mount", {"-o", "loop", file, folder_});
        }
    }
    FatDisk(const FatDisk&) = delete;
    FatDisk& operator=(const FatDisk&) = delete;
    ~FatDisk() {
        if (problem_.empty()) {
            (void)run_tool("umount", {folder_});
        }
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    QString folder_;
    std::string problem_{};
};

/// Does something with the rights of nobody in particular; root itself may do everything.
template <typename Act>
auto without_rights(Act act) {
    constexpr ::uid_t kNobody = 65534;
    const bool root = ::geteuid() == 0;
    if (root && ::seteuid(kNobody) != 0) {
        std::abort();
    }
    auto result = act();
    if (root && ::seteuid(0) != 0) {
        std::abort();
    }
    return result;
}

}  // namespace

class TestVaultMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void a_read_only_file();
    void a_read_only_folder();
    void a_read_only_file_system();
    void a_full_file_system();
    void without_hard_links();
    void on_fat();
    void locks_that_fail_data();
    void locks_that_fail();

private:
    fs::path folder() const { return folder_->path().toStdString(); }
    fs::path path() const { return folder() / "journal.pennydrop"; }
    fs::path other() const { return folder() / "diary.pennydrop"; }
    std::vector<std::string> names() const { return names_in(folder()); }
    static void lives_through_a_day(const fs::path& folder);

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultMedia::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultMedia::a_read_only_file() {
    CHECK_OK(make_small_vault(path()));
    fs::permissions(folder(), fs::perms::all);
    fs::permissions(path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    const Bytes before = read_file(path());
    CHECK_OK(without_rights([&] { return Vault::inspect(path(), {}); }));
    CHECK_ERROR(without_rights([&] { return Vault::open(path(), secret("pass"), {}); }), ErrorCode::kPermission);
    QVERIFY(read_file(path()) == before);
    QCOMPARE(names(), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultMedia::a_read_only_folder() {
    CHECK_OK(make_small_vault(path()));
    const Bytes before = read_file(path());
    constexpr auto kRead = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    constexpr auto kEnter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    fs::permissions(path(), kRead | fs::perms::owner_write | fs::perms::others_write);
    fs::permissions(folder(), kRead | kEnter);
    CHECK_ERROR(without_rights([&] { return Vault::open(path(), secret("pass"), {}); }), ErrorCode::kPermission);
    CHECK_ERROR(without_rights([&] { return Vault::create(other(), secret("pass"), {}); }), ErrorCode::kPermission);
    fs::permissions(folder(), fs::perms::owner_all);
    QVERIFY(read_file(path()) == before);
    QCOMPARE(names(), std::vector<std::string>{"journal.pennydrop"});
    CHECK_OK(open_small_vault(path()));
}

void TestVaultMedia::a_read_only_file_system() {
    const fs::path mount_point = folder() / "medium";
    SmallDisk disk{mount_point, "size=1m"};
    if (!disk.mounted()) {
        QSKIP("Only root may mount a file system; run this test as root to see a read-only one.");
    }
    CHECK_OK(make_small_vault(mount_point / "journal.pennydrop"));
    QVERIFY(disk.make_read_only());
    CHECK_OK(Vault::inspect(mount_point / "journal.pennydrop", {}));
    CHECK_ERROR(Vault::open(mount_point / "journal.pennydrop", secret("pass"), {}), ErrorCode::kPermission);
    CHECK_ERROR(Vault::create(mount_point / "second.pennydrop", secret("pass"), {}), ErrorCode::kPermission);
    QCOMPARE(names_in(mount_point), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultMedia::a_full_file_system() {
    const fs::path mount_point = folder() / "medium";
    const SmallDisk disk{mount_point, "size=600k"};
    if (!disk.mounted()) {
        QSKIP("Only root may mount a file system; run this test as root to see a full one.");
    }
    const fs::path vault_path = mount_point / "journal.pennydrop";
    const fs::path filler = mount_point / "filler";
    CHECK_OK(make_small_vault(vault_path));
    write_file(filler, Bytes(200000));
    std::int64_t saved = 1;
    {
        auto vault = open_small_vault(vault_path);
        CHECK_OK(vault);
        Status last = add_row(**vault);
        for (; last && saved < 1000; last = add_row(**vault)) {
            ++saved;
        }
        CHECK_ERROR(last, ErrorCode::kDiskFull);
        QVERIFY(saved > 10);
        QCOMPARE(rows_in(**vault), saved);
        CHECK_ERROR(Vault::create(mount_point / "second.pennydrop", secret("pass"), {}), ErrorCode::kDiskFull);
    }
    // Closed and opened while there is no room, and when there is some again.
    {
        auto full = Vault::open(vault_path, secret("pass"), {});
        CHECK_WITH(full ? rows_in(**full) == saved : full.error().code == ErrorCode::kDiskFull, describe(full));
    }
    fs::remove(filler);
    auto vault = open_small_vault(vault_path);
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), saved);
    CHECK_OK(add_row(**vault));
    vault->reset();
    QCOMPARE(names_in(mount_point), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultMedia::lives_through_a_day(const fs::path& folder) {
    const fs::path here = folder / "journal.pennydrop";
    CHECK_OK(make_small_vault(here));
    CHECK_ERROR(Vault::create(here, secret("pass"), {}), ErrorCode::kAlreadyExists);
    auto vault = open_small_vault(here);
    CHECK_OK(vault);
    CHECK_OK(add_row(**vault));
    CHECK_ERROR(Vault::open(here, secret("pass"), {}), ErrorCode::kInUse);
    CHECK_OK((*vault)->set_passphrase(secret("pass")));
    vault->reset();
    QCOMPARE(names_in(folder), std::vector<std::string>{"journal.pennydrop"});
    vault = open_small_vault(here);
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{2});
}

void TestVaultMedia::without_hard_links() {
    no_hard_links = true;
    lives_through_a_day(folder());
    no_hard_links = false;
    QVERIFY(links_refused >= 1);
}

void TestVaultMedia::on_fat() {
    const fs::path mount_point = folder() / "stick";
    const FatDisk disk{folder() / "image", mount_point};
    if (!disk.problem().empty()) {
        QSKIP(("No FAT file system here: " + disk.problem()).c_str());
    }
    lives_through_a_day(mount_point);
}

void TestVaultMedia::locks_that_fail_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("error");
    QTest::newRow("held elsewhere, or no lock server") << SQLITE_BUSY << static_cast<int>(ErrorCode::kInUse);
    QTest::newRow("the share breaks") << SQLITE_IOERR_LOCK << static_cast<int>(ErrorCode::kIo);
    QTest::newRow("locks are not allowed") << SQLITE_PERM << static_cast<int>(ErrorCode::kPermission);
}

void TestVaultMedia::locks_that_fail() {
    QFETCH(int, code);
    QFETCH(int, error);
    CHECK_OK(make_small_vault(path()));
    const Bytes before = read_file(path());
    WatchedVfs disk;
    disk.judge = [code](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kLock ? code : SQLITE_OK};
    };
    // Never "wrong passphrase" and never "damaged": a person would give the journal up.
    CHECK_ERROR(Vault::inspect(path(), {.below = disk.vfs()}), static_cast<ErrorCode>(error));
    CHECK_ERROR(Vault::open(path(), secret("pass"), {.below = disk.vfs()}), static_cast<ErrorCode>(error));
    CHECK_ERROR(Vault::create(other(), secret("pass"), {.below = disk.vfs()}), static_cast<ErrorCode>(error));
    QVERIFY(read_file(path()) == before);
    QCOMPARE(names(), std::vector<std::string>{"journal.pennydrop"});
    disk.judge = {};
    CHECK_OK(Vault::open(path(), secret("pass"), {.below = disk.vfs()}));
}

QTEST_GUILESS_MAIN(TestVaultMedia)
#include "tst_vault_media.moc"
