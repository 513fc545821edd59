// SPDX-License-Identifier: Apache-2.0
// Nothing readable, ever: a process writes a secret word through every path of a journal (entries, drafts, edits,
// follow-ups, decisions, tags, attachments, searches, removals, purges, the drop box, backups, the log, a crash,
// recovery, passphrases), and every byte of every file it leaves anywhere is searched for it.
#include <QtTest/QTest>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype kPiece = 8;

/// Letters that no dictionary has, in small ones because a search index folds them.
const QByteArray kMarker{"qvzjxkwhbyfmpgduclrtnsaeio"};

/// Whether the trace tells of the end of the process that it began with. Leaves the file at its beginning.
bool has_ended(QFile& trace) {
    trace.seek(0);
    const QByteArray content = trace.readAll();
    trace.seek(0);
    const QByteArray process = content.left(content.indexOf(' '));
    return content.endsWith('\n') && content.contains('\n' + process.leftJustified(5) + " +++ ");
}

QByteArray widened(const QByteArray& piece, bool little_endian) {
    QByteArray out;
    for (const char c : piece) {
        out += little_endian ? c : '\0';
        out += little_endian ? '\0' : c;
    }
    return out;
}

/// Every 8-byte piece of the marker as UTF-8, UTF-16 and hexadecimal digits, and pieces of its base64 at each
/// alignment.
QList<QByteArray> patterns() {
    QList<QByteArray> out;
    for (qsizetype from = 0; from + kPiece <= kMarker.size(); ++from) {
        const QByteArray piece = kMarker.mid(from, kPiece);
        out << piece << piece.toUpper() << widened(piece, true) << widened(piece, false) << piece.toHex()
            << piece.toHex().toUpper();
        QByteArray reversed = piece;
        std::reverse(reversed.begin(), reversed.end());
        out << reversed;
    }
    for (qsizetype skip = 0; skip < 3; ++skip) {
        const QByteArray encoded = kMarker.mid(skip).toBase64(QByteArray::OmitTrailingEquals);
        for (qsizetype from = 0; from + 12 <= encoded.size() - 4; from += 4) {
            out << encoded.mid(from, 12);
        }
    }
    return out;
}

/// -D: what is started is the program itself, which can be killed, and strace looks on from aside.
const QStringList kTracing{"-D", "-f",
                           "-q", "--seccomp-bpf",
                           "-e", "trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,memfd_create",
                           "-o"};

/// Why strace cannot look on here; nothing when it can.
QString why_untraced(const QString& trace) {
    if (QStandardPaths::findExecutable("strace").isEmpty()) {
        return "there is no strace";
    }
    QProcess probe;
    probe.start("strace", kTracing + QStringList{trace, "true"});
    const bool is_traced = probe.waitForFinished() && probe.exitCode() == 0 &&
                           QTest::qWaitFor([&] { return QFileInfo{trace}.size() > 0; });
    return is_traced ? QString{} : "the system forbids strace to look on";
}

}  // namespace

class TestMarkerScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plain_sqlite_is_found_out();
    void a_journal_leaves_nothing_readable();

private:
    void start(QProcess& process, const QString& mode, const QString& file, const QString& trace = {});
    void finish(QProcess& process);
    void scan(int& files, qint64& bytes, QStringList& found);
    void scan_clean(const char* stage);
    void age_backups();
    void check_trace(const QString& trace);

    QString program() const { return QCoreApplication::applicationDirPath() + "/marker_writer"; }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QTemporaryDir> traces_;
    int files_scanned_{0};
    qint64 bytes_scanned_{0};
};

void TestMarkerScan::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    traces_ = std::make_unique<QTemporaryDir>();
    for (const auto* name : {"home", "tmp", "work", "config", "data", "cache", "state", "runtime", "work/backups"}) {
        QVERIFY(QDir{folder_->path()}.mkdir(name));
    }
}

void TestMarkerScan::start(QProcess& process, const QString& mode, const QString& file, const QString& trace) {
    QProcessEnvironment environment;
    environment.insert("PATH", qEnvironmentVariable("PATH"));
    const auto set = [&](const char* variable, const char* name) {
        environment.insert(variable, folder_->filePath(name));
    };
    environment.insert("ASAN_OPTIONS", "detect_leaks=0");  // LeakSanitizer does not work under strace
    set("HOME", "home");
    set("TMPDIR", "tmp");
    set("SQLITE_TMPDIR", "tmp");
    set("XDG_CONFIG_HOME", "config");
    set("XDG_DATA_HOME", "data");
    set("XDG_CACHE_HOME", "cache");
    set("XDG_STATE_HOME", "state");
    set("XDG_RUNTIME_DIR", "runtime");
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder_->filePath("work"));
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{mode, file};
    QString command = program();
    if (!trace.isEmpty()) {
        arguments = kTracing + QStringList{trace, program()} + arguments;
        command = "strace";
    }
    process.start(command, arguments);
    QVERIFY(process.waitForStarted());
    process.write(kMarker + '\n');
}

void TestMarkerScan::finish(QProcess& process) {
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestMarkerScan::scan(int& files, qint64& bytes, QStringList& found) {
    static const QList<QByteArray> kPatterns = patterns();
    QDirIterator all{folder_->path(), QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories};
    while (all.hasNext()) {
        QFile file{all.next()};
        if (!file.open(QIODevice::ReadOnly)) {
            // A copy under way has another name when it is complete.
            QVERIFY2(!file.exists(), qPrintable(file.fileName()));
            continue;
        }
        const QByteArray content = file.readAll();
        ++files;
        bytes += content.size();
        for (const auto& pattern : kPatterns) {
            if (content.contains(pattern) || file.fileName().toUtf8().contains(pattern)) {
                found << file.fileName() + ": " + pattern.toPercentEncoding();
                break;
            }
        }
    }
}

void TestMarkerScan::scan_clean(const char* stage) {
    QStringList found;
    int files = 0;
    scan(files, bytes_scanned_, found);
    files_scanned_ += files;
    QVERIFY2(files > 0, stage);
    QVERIFY2(found.isEmpty(), qPrintable(QString{stage} + ": " + found.join(", ")));
}

/// What a killed process left of a backup is taken for one under way until it is an hour old. Then the next one removes
/// it.
void TestMarkerScan::age_backups() {
    const QDir backups{folder_->filePath("work/backups")};
    for (const QString& name : backups.entryList(QDir::Files)) {
        QFile file{backups.filePath(name)};
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-7200), QFileDevice::FileModificationTime));
    }
}

/// No file but the vault, its log, its drop box and its backup was opened for writing or made, not even one that was
/// deleted at once.
void TestMarkerScan::check_trace(const QString& trace) {
    QFile file{trace};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTRY_VERIFY(has_ended(file));
    static const QRegularExpression kPath{"\"([^\"]*)\""};
    int writable = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        const bool changes = line.contains("O_WRONLY") || line.contains("O_RDWR") || line.contains("O_CREAT") ||
                             line.contains("O_TMPFILE") || line.contains("creat(") || line.contains("rename") ||
                             line.contains("link");
        QVERIFY2(!line.contains("memfd_create"), qPrintable(line));
        if (!changes) {
            continue;
        }
        auto paths = kPath.globalMatch(line);
        while (paths.hasNext()) {
            const QString path = paths.next().captured(1);
            const bool ours = path.startsWith(folder_->filePath("work/journal.pennydrop")) ||
                              path.startsWith(folder_->filePath("work/backups/copy.pennydrop")) || path == "/dev/null";
            QVERIFY2(ours, qPrintable(line));
            ++writable;
        }
    }
    QVERIFY(writable >= 2);
}

void TestMarkerScan::plain_sqlite_is_found_out() {
    QProcess process;
    start(process, "plain", folder_->filePath("work/plain.db"));
    finish(process);
    QStringList found;
    int files = 0;
    qint64 bytes = 0;
    scan(files, bytes, found);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.front().contains("plain.db"));
    // The scan knows the other spellings too.
    for (const auto& spelling :
         {widened(kMarker, true), widened(kMarker, false), kMarker.toHex(), kMarker.mid(5, 8),
          ("x" + kMarker).toBase64(), ("xy" + kMarker).toBase64(), ("xyz" + kMarker).toBase64()}) {
        QFile file{folder_->filePath("work/plain.db")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, '\x17') + spelling + QByteArray(77, '\x17'));
        file.close();
        found.clear();
        scan(files, bytes, found);
        QCOMPARE(found.size(), 1);
    }
}

void TestMarkerScan::a_journal_leaves_nothing_readable() {
    const QString untraced = why_untraced(traces_->filePath("probe"));
    QStringList traces;
    const auto next_trace = [&] {
        if (untraced.isEmpty()) {
            traces << traces_->filePath(QString::number(traces.size()));
        }
        return traces.value(traces.size() - 1);
    };
    const QString file = folder_->filePath("work/journal.pennydrop");
    {
        QProcess process;
        start(process, "make", file, next_trace());
        finish(process);
        scan_clean("made and closed");
    }
    for (int round = 0; round < (qEnvironmentVariableIsSet("PENNYDROP_LONG") ? 40 : 4); ++round) {
        QProcess process;
        start(process, "crash", file, next_trace());
        // Killed in the middle of work, at another moment each time.
        QVERIFY(process.waitForReadyRead(60000));
        scan_clean("while it is open");
        QTest::qWait(7 + 13 * round);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(QFile::exists(file + "-wal"));
        scan_clean("after the crash");
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    age_backups();
    {
        QProcess process;
        start(process, "recover", file, next_trace());
        finish(process);
        scan_clean("recovered and closed");
    }
    qInfo("%d files, %lld bytes searched", files_scanned_, static_cast<long long>(bytes_scanned_));
    QCOMPARE(QDir{folder_->filePath("work")}.entryList(QDir::Files),
             (QStringList{"journal.pennydrop", "journal.pennydrop-drop"}));
    QCOMPARE(QDir{folder_->filePath("work/backups")}.entryList(QDir::Files), QStringList{"copy.pennydrop"});
    for (const auto& trace : std::as_const(traces)) {
        check_trace(trace);
    }
    if (!untraced.isEmpty()) {
        QSKIP(qPrintable("Nothing readable was left, but files elsewhere were not looked for: " + untraced));
    }
}

QTEST_GUILESS_MAIN(TestMarkerScan)
#include "tst_marker_scan.moc"
