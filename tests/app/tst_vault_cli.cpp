// SPDX-License-Identifier: Apache-2.0
// "pennydrop vault", the real program without a display: each command, its exit status, and that nothing of what was
// written is printed.
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "journal/journal.h"
#include "vault/drop_box.h"
#include "vault_command.h"

using namespace pennydrop;
using app::VaultCommand;

namespace {

constexpr int kPatience = 60'000;
constexpr const char* kPassphrase = "correct horse";
constexpr const char* kMarker = "zebramarker";

struct Outcome {
    int code{-1};
    QString out;
    QString err;
};

SecretBytes secret(const QByteArray& text) {
    return SecretBytes::copy_of(
        {reinterpret_cast<const std::uint8_t*>(text.constData()), static_cast<std::size_t>(text.size())});
}

VaultCommand parse(const QString& arguments) {
    return VaultCommand::parse(QStringList{QStringLiteral("pennydrop"), QStringLiteral("vault")} +
                               arguments.split(u' ', Qt::SkipEmptyParts));
}

}  // namespace

class TestVaultCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void commands_are_read_strictly();
    void help_for_each();
    void info();
    void check();
    void backup_and_restore();
    void repair();
    void rekey();
    void errors_have_their_status();
    void the_passphrase_is_not_echoed();
    void stopping_leaves_nothing();

private:
    Outcome run(const QStringList& arguments, const QByteArray& input = {}) const;
    Outcome run_with_passphrase(const QStringList& arguments) const {
        return run(arguments + QStringList{QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                   QByteArray(kPassphrase) + '\n');
    }
    void flip(const QString& file, qint64 at) const;

    QTemporaryDir made_;
    std::unique_ptr<QTemporaryDir> folder_;
    QString journal_;
    QByteArray recovery_code_;
};

void TestVaultCli::initTestCase() {
    auto created = Vault::create(made_.filePath(QStringLiteral("j")).toStdString(), secret(kPassphrase), {});
    QVERIFY(created.has_value());
    const SecretBytes written = created->recovery_code.written();
    recovery_code_ = QByteArray(reinterpret_cast<const char*>(written.data()), static_cast<qsizetype>(written.size()));
    auto journal = Journal::open(std::move(created->vault));
    QVERIFY(journal.has_value());
    EntryContent entry;
    entry.text = kMarker;
    entry.text.append(900, 'x');
    const std::vector<EntryContent> contents(200, entry);
    QVERIFY((*journal)->add_all(contents, Timestamp{1}).has_value());
}

void TestVaultCli::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    journal_ = folder_->filePath(QStringLiteral("journal.pennydrop"));
    QVERIFY(QFile::copy(made_.filePath(QStringLiteral("j")), journal_));
}

Outcome TestVaultCli::run(const QStringList& arguments, const QByteArray& input) const {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PENNYDROP_PROGRAM), QStringList{QStringLiteral("vault")} + arguments);
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(kPatience)) {
        program.kill();
        program.waitForFinished();
        return {};
    }
    const Outcome outcome{program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
                          QString::fromLocal8Bit(program.readAllStandardOutput()),
                          QString::fromLocal8Bit(program.readAllStandardError())};
    for (const QString& text : {outcome.out, outcome.err}) {
        if (text.contains(QLatin1String(kMarker)) || text.contains(QLatin1String(kPassphrase))) {
            return {-2, {}, QStringLiteral("a secret was printed")};
        }
    }
    return outcome;
}

void TestVaultCli::flip(const QString& name, qint64 at) const {
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = at < 0 ? file.size() + at : at;
    QVERIFY(file.seek(place));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(place));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
}

void TestVaultCli::commands_are_read_strictly() {
    const auto backup = parse(QStringLiteral("backup a --to b --rotate --daily 3 --weekly 0 --passphrase-fd 7"));
    QVERIFY(backup.action == VaultCommand::Action::kRun);
    QVERIFY(backup.verb == VaultCommand::Verb::kBackup);
    QCOMPARE(backup.file, QStringLiteral("a"));
    QCOMPARE(backup.to, QStringLiteral("b"));
    QVERIFY(backup.rotate);
    QCOMPARE(backup.daily, 3);
    QCOMPARE(backup.weekly, 0);
    QCOMPARE(backup.passphrase_fd, 7);
    QVERIFY(parse(QStringLiteral("check a --recovery-code")).recovery_code);
    for (const auto* bad :
         {"", "polish a", "info", "info a b", "backup a", "restore a", "info a --to b", "check a --to b",
          "rekey a --recovery-code", "info a --passphrase-fd 0", "check a --rotate", "check a --passphrase-fd x",
          "check a --passphrase-fd -1", "backup a --to b --daily 0", "check a --passphrase secret"}) {
        QVERIFY2(parse(QString::fromLatin1(bad)).action == VaultCommand::Action::kRefuse, bad);
    }
}

void TestVaultCli::help_for_each() {
    const auto all = run({QStringLiteral("--help")});
    QCOMPARE(all.code, 0);
    for (const QString& verb : {QStringLiteral("info"), QStringLiteral("check"), QStringLiteral("backup"),
                                QStringLiteral("restore"), QStringLiteral("repair"), QStringLiteral("rekey")}) {
        QVERIFY(all.out.contains(verb));
        const auto one = run({verb, QStringLiteral("--help")});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains(QStringLiteral("vault ") + verb));
        QCOMPARE(one.out.contains(QStringLiteral("wrong tries make nobody wait")), verb != QStringLiteral("info"));
    }
    const auto refused = run({QStringLiteral("polish"), journal_});
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.out.isEmpty() && refused.err.contains(QStringLiteral("polish")));
}

void TestVaultCli::info() {
    const auto outcome = run({QStringLiteral("info"), journal_});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains(QStringLiteral("passphrase (3 passes over 64 MiB)")));
    QVERIFY(outcome.out.contains(QStringLiteral("recovery code")));
}

void TestVaultCli::check() {
    const auto sound = run_with_passphrase({QStringLiteral("check"), journal_});
    QVERIFY2(sound.code == 0, qPrintable(sound.err));
    QVERIFY(sound.out.contains(QStringLiteral("is sound")));
    const auto by_code = run({QStringLiteral("check"), journal_, QStringLiteral("--recovery-code"),
                              QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                             recovery_code_.toLower());
    QCOMPARE(by_code.code, 0);
    flip(journal_, -5000);
    const auto damaged = run_with_passphrase({QStringLiteral("check"), journal_});
    QCOMPARE(damaged.code, 1);
    QVERIFY(damaged.out.contains(QStringLiteral("1 block")));
    QVERIFY(damaged.out.contains(QStringLiteral("vault repair")));
    flip(journal_, 100);
    flip(journal_, 4096 + 100);
    const auto headless = run_with_passphrase({QStringLiteral("check"), journal_});
    QCOMPARE(headless.code, 1);
    QVERIFY(headless.err.contains(QStringLiteral("Both copies")));
}

void TestVaultCli::backup_and_restore() {
    QVERIFY(QDir(folder_->path()).mkdir(QStringLiteral("safe")));
    const QString safe = folder_->filePath(QStringLiteral("safe"));
    const auto backup = run_with_passphrase({QStringLiteral("backup"), journal_, QStringLiteral("--to"), safe});
    QVERIFY2(backup.code == 0, qPrintable(backup.err));
    const auto names = QDir(safe).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QVERIFY(backup.out.contains(names.constFirst()));
    const auto second = run_with_passphrase(
        {QStringLiteral("backup"), journal_, QStringLiteral("--to"), safe, QStringLiteral("--rotate")});
    QCOMPARE(second.code, 0);
    QCOMPARE(QDir(safe).entryList(QDir::Files).size(), 1);  // one a day stays
    const QString copy = QDir(safe).filePath(QDir(safe).entryList(QDir::Files).constFirst());
    const auto restored = run_with_passphrase({QStringLiteral("restore"), copy, QStringLiteral("--to"), journal_});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    const auto kept = QDir(folder_->path()).entryList({QStringLiteral("journal replaced *")}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    QVERIFY(restored.out.contains(kept.constFirst()));
    flip(copy, -5000);
    const auto refused = run_with_passphrase({QStringLiteral("restore"), copy, QStringLiteral("--to"), journal_});
    QCOMPARE(refused.code, 3);
    QVERIFY(refused.err.contains(QStringLiteral("Nothing was changed")));
    const auto nowhere = run_with_passphrase(
        {QStringLiteral("backup"), journal_, QStringLiteral("--to"), folder_->filePath(QStringLiteral("gone"))});
    QCOMPARE(nowhere.code, 3);
    QVERIFY2(nowhere.err.contains(QStringLiteral("gone does not exist")), qPrintable(nowhere.err));
    QCOMPARE(run_with_passphrase({QStringLiteral("restore"), journal_, QStringLiteral("--to"), journal_}).code, 2);
}

void TestVaultCli::repair() {
    const auto fine = run_with_passphrase({QStringLiteral("repair"), journal_});
    QVERIFY2(fine.code == 0, qPrintable(fine.err));
    QVERIFY(fine.out.contains(QStringLiteral("200 entr")));
    flip(journal_, 8192 + 20);
    const QString target = folder_->filePath(QStringLiteral("new.pennydrop"));
    const auto mended = run_with_passphrase({QStringLiteral("repair"), journal_, QStringLiteral("--to"), target});
    QCOMPARE(mended.code, 1);
    QVERIFY(mended.out.contains(QStringLiteral("200 entr")));
    QVERIFY(mended.out.contains(QStringLiteral("1 block")));
    QCOMPARE(run_with_passphrase({QStringLiteral("check"), target}).code, 0);
    QCOMPARE(run_with_passphrase({QStringLiteral("repair"), journal_, QStringLiteral("--to"), target}).code, 3);
}

void TestVaultCli::rekey() {
    const QString before = folder_->filePath(QStringLiteral("before.pennydrop"));
    QVERIFY(QFile::copy(journal_, before));
    // Through a link: the file it leads to is replaced, not the link.
    const QString link = folder_->filePath(QStringLiteral("link.pennydrop"));
    QVERIFY(QFile::link(journal_, link));
    const auto outcome = run_with_passphrase({QStringLiteral("rekey"), link});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(QFile::remove(link));
    const QRegularExpression written(QStringLiteral("[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}"));
    const auto code = written.match(outcome.out);
    QVERIFY(code.hasMatch());
    QVERIFY(code.captured() != QString::fromLatin1(recovery_code_));
    const QStringList by_code{QStringLiteral("check"), journal_, QStringLiteral("--recovery-code"),
                              QStringLiteral("--passphrase-fd"), QStringLiteral("0")};
    QCOMPARE(run(by_code, code.captured().toLatin1()).code, 0);
    QCOMPARE(run(by_code, recovery_code_).code, 3);
    QCOMPARE(run_with_passphrase({QStringLiteral("check"), journal_}).code, 0);
    // What waits for the new key no backup from before can read: no re-key, but a restore keeps it and says so.
    const auto info = Vault::info_of(journal_.toStdString(), {});
    QVERIFY(info.has_value());
    QVERIFY(append_to_drop_box(journal_.toStdString(), {info->id, info->drop_box}, {new_drop_id(), secret(kMarker)}, {})
                .has_value());
    const auto waits = run_with_passphrase({QStringLiteral("rekey"), journal_});
    QCOMPARE(waits.code, 3);
    QVERIFY(waits.err.contains(QStringLiteral("still waiting")));
    const auto restored = run_with_passphrase({QStringLiteral("restore"), before, QStringLiteral("--to"), journal_});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    QVERIFY(restored.out.contains(QStringLiteral("They are kept with it")));
    const auto kept = QDir(folder_->path()).entryList({QStringLiteral("journal replaced *-drop")}, QDir::Files);
    QCOMPARE(kept.size(), 1);
}

void TestVaultCli::errors_have_their_status() {
    const QStringList check{QStringLiteral("check"), journal_, QStringLiteral("--passphrase-fd"), QStringLiteral("0")};
    const auto wrong = run(check, "wrong\n");
    QCOMPARE(wrong.code, 3);
    QVERIFY(wrong.err.contains(QStringLiteral("does not open")));
    QCOMPARE(run(check, "\n").code, 3);
    QCOMPARE(run(check, QByteArray(5000, 'a')).code, 3);
    QCOMPARE(run(check, "\xff\xfe\n").code, 3);
    // Before anybody is asked for a passphrase.
    QCOMPARE(run({QStringLiteral("info"), folder_->filePath(QStringLiteral("none"))}).code, 3);
    QCOMPARE(run({QStringLiteral("check"), QStringLiteral(PENNYDROP_PROGRAM)}).code, 3);
    auto vault = Vault::open(journal_.toStdString(), secret(kPassphrase), {});
    QVERIFY(vault.has_value());
    const auto busy = run(check, "wrong\n");
    QCOMPARE(busy.code, 3);
    QVERIFY(busy.err.contains(QStringLiteral("another window")));
}

void TestVaultCli::the_passphrase_is_not_echoed() {
    int terminal = -1;
    const QByteArray file = QFile::encodeName(journal_);
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    QVERIFY(child >= 0);
    if (child == 0) {
        ::execl(PENNYDROP_PROGRAM, "pennydrop", "vault", "check", file.constData(), nullptr);
        ::_exit(127);
    }
    QByteArray seen;
    bool typed = false;
    char buffer[512];
    for (;;) {
        const ssize_t got = ::read(terminal, buffer, sizeof buffer);
        if (got <= 0) {
            break;  // the program has closed the terminal
        }
        seen.append(buffer, got);
        if (!typed && seen.contains("Passphrase: ")) {
            typed = true;
            const QByteArray line = QByteArray(kPassphrase) + '\n';
            QCOMPARE(::write(terminal, line.constData(), static_cast<std::size_t>(line.size())), line.size());
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    QVERIFY(typed);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0, seen.constData());
    QVERIFY(seen.contains("is sound"));
    QVERIFY(seen.contains("100 %"));
    QVERIFY(!seen.contains(kPassphrase));
}

void TestVaultCli::stopping_leaves_nothing() {
    for (const int signal : {SIGINT, SIGTERM}) {
        QProcess program;
        program.start(QStringLiteral(PENNYDROP_PROGRAM), {QStringLiteral("vault"), QStringLiteral("rekey"), journal_,
                                                          QStringLiteral("--passphrase-fd"), QStringLiteral("0")});
        QVERIFY(program.waitForStarted());
        program.write(QByteArray(kPassphrase) + '\n');
        QVERIFY(program.waitForBytesWritten());
        QTest::qWait(200);  // it derives the key now
        ::kill(static_cast<pid_t>(program.processId()), signal);
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY(program.exitCode() == 3 || program.exitCode() == 0);
        // But for the drop box, which it made to lock it; that one is empty.
        auto names = QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(QFileInfo(journal_ + QStringLiteral("-drop")).size(), qint64{0});
        names.removeOne(QStringLiteral("journal.pennydrop-drop"));
        QCOMPARE(names, QStringList{QStringLiteral("journal.pennydrop")});
        QCOMPARE(run_with_passphrase({QStringLiteral("check"), journal_}).code, 0);
    }
}

QTEST_GUILESS_MAIN(TestVaultCli)
#include "tst_vault_cli.moc"
