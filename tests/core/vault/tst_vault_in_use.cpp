// SPDX-License-Identifier: Apache-2.0
// One vault, one process, one opening: everybody else is told that it is in use, and may come when it is free again.
#include <QtTest/QTest>

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/watched_vfs.h"
#include "vault/vault.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultInUse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void by_the_same_process();
    void by_another_process();
    void left_behind_by_a_killed_process();
    void a_read_only_file_opens_for_nobody();
    void a_file_of_somebody_else();

private:
    void start_helper(QProcess& helper);
    /// What the error says of a vault that `process` holds: who it is, where the system lists its locks.
    std::string said_of(qint64 process) const;
    static QByteArray line_of(QProcess& helper);

    QTemporaryDir folder_;
    fs::path path_;
};

void TestVaultInUse::initTestCase() {
    QVERIFY(folder_.isValid());
    path_ = fs::path{folder_.path().toStdString()} / "journal.pennydrop";
    auto created = Vault::create(path_, secret("pass"), {});
    CHECK_OK(created);
    CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (1);"));
}

void TestVaultInUse::start_helper(QProcess& helper) {
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationDirPath() + "/vault_helper", {QString::fromStdString(path_.string())});
    QVERIFY(helper.waitForStarted());
    helper.write("pass\n");
}

QByteArray TestVaultInUse::line_of(QProcess& helper) {
    while (!helper.canReadLine() && helper.waitForReadyRead(60000)) {
    }
    return helper.readLine().trimmed();
}

std::string TestVaultInUse::said_of(qint64 process) const {
    struct stat about{};
    (void)::stat(path_.c_str(), &about);
    std::array<char, 64> file{};
    std::snprintf(file.data(), file.size(), " %lld %02x:%02x:%llu ", static_cast<long long>(process),
                  major(about.st_dev), minor(about.st_dev), static_cast<unsigned long long>(about.st_ino));
    const Bytes locks = read_file("/proc/locks");
    if (std::ranges::search(locks, bytes_of(file.data())).empty()) {
        return "held by another program";
    }
    return process == ::getpid() ? "held by this process" : "held by process " + std::to_string(process);
}

void TestVaultInUse::by_the_same_process() {
    auto first = Vault::open(path_, secret("pass"), {});
    CHECK_OK(first);
    const auto inspected = Vault::inspect(path_, {});
    CHECK_ERROR(inspected, ErrorCode::kInUse);
    QCOMPARE(inspected.error().detail, said_of(::getpid()));
    CHECK_ERROR(Vault::open(path_, secret("pass"), {}), ErrorCode::kInUse);
    // Looking must not have taken the lock away (on POSIX, closing a file drops the process's locks on it).
    QProcess helper;
    start_helper(helper);
    QCOMPARE(line_of(helper), QByteArray{"in-use"});
    helper.waitForFinished();
    CHECK_OK((*first)->database().execute("INSERT INTO t VALUES (3); DELETE FROM t WHERE a = 3;"));
    CHECK_OK((*first)->set_passphrase(secret("pass")));
    first->reset();
    CHECK_OK(Vault::inspect(path_, {}));
}

void TestVaultInUse::by_another_process() {
    QProcess helper;
    start_helper(helper);
    QCOMPARE(line_of(helper), QByteArray{"open"});
    QCOMPARE(line_of(helper), QByteArray{"written"});
    const auto both = [this] { return std::pair{read_file(path_), read_file(path_.string() + "-wal")}; };
    const auto before = both();
    QVERIFY(!before.second.empty());
    const auto inspected = Vault::inspect(path_, {});
    CHECK_ERROR(inspected, ErrorCode::kInUse);
    QCOMPARE(inspected.error().detail, said_of(helper.processId()));
    const auto opened = Vault::open(path_, secret("pass"), {});
    CHECK_ERROR(opened, ErrorCode::kInUse);
    QCOMPARE(opened.error().detail, said_of(helper.processId()));
    qInfo("%s", opened.error().detail.c_str());
    // Also with a wrong passphrase, and before a long derivation: nobody shall be told that theirs is wrong.
    CHECK_ERROR(Vault::open(path_, secret("wrong"), {}), ErrorCode::kInUse);
    QVERIFY(both() == before);
    helper.closeWriteChannel();
    QVERIFY(helper.waitForFinished());
    QCOMPARE(helper.exitCode(), 0);
    auto vault = Vault::open(path_, secret("pass"), {});
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 2;"));
}

void TestVaultInUse::left_behind_by_a_killed_process() {
    QProcess helper;
    start_helper(helper);
    QCOMPARE(line_of(helper), QByteArray{"open"});
    QCOMPARE(line_of(helper), QByteArray{"written"});
    helper.kill();
    QVERIFY(helper.waitForFinished());
    QVERIFY(fs::exists(path_.string() + "-wal"));
    auto vault = Vault::open(path_, secret("pass"), {});
    CHECK_OK(vault);
    const auto rows = (*vault)->database().query_integer("SELECT count(*) FROM t WHERE a = 2");
    CHECK_OK(rows);
    QCOMPARE(*rows, std::int64_t{1});
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 2;"));
    vault->reset();
    QVERIFY(!fs::exists(path_.string() + "-wal"));
}

void TestVaultInUse::a_read_only_file_opens_for_nobody() {
    // By the file system, whoever we are.
    WatchedVfs disk;
    disk.read_only = true;
    CHECK_OK(Vault::inspect(path_, {.below = disk.vfs()}));
    CHECK_ERROR(Vault::open(path_, secret("pass"), {.below = disk.vfs()}), ErrorCode::kPermission);
    const fs::path other = path_.parent_path() / "other.pennydrop";
    CHECK_ERROR(Vault::create(other, secret("pass"), {.below = disk.vfs()}), ErrorCode::kPermission);
    QCOMPARE(names_in(path_.parent_path()), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultInUse::a_file_of_somebody_else() {
    constexpr ::uid_t kNobody = 65534;
    const bool root = ::geteuid() == 0;
    if (root) {
        QCOMPARE(::chmod(folder_.path().toStdString().c_str(), 0755), 0);
        QCOMPARE(::seteuid(kNobody), 0);  // root may read everything
    } else {
        fs::permissions(path_, fs::perms::none);
    }
    const auto inspected = Vault::inspect(path_, {});
    const auto opened = Vault::open(path_, secret("pass"), {});
    const auto created = root ? Vault::create(path_.parent_path() / "other.pennydrop", secret("x"), {})
                              : Result<Vault::Created>{fail(ErrorCode::kPermission)};
    if (root) {
        QCOMPARE(::seteuid(0), 0);
    } else {
        fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
    }
    CHECK_ERROR(inspected, ErrorCode::kPermission);
    CHECK_ERROR(opened, ErrorCode::kPermission);
    CHECK_ERROR(created, ErrorCode::kPermission);
    CHECK_OK(Vault::open(path_, secret("pass"), {}));
}

QTEST_GUILESS_MAIN(TestVaultInUse)
#include "tst_vault_in_use.moc"
