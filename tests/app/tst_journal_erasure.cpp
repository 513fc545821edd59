// SPDX-License-Identifier: Apache-2.0
// The whole journal goes for who knows its passphrase, and for nobody else; its backups are named; what the program
// remembered of it is forgotten.
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "journal_erasure.h"
#include "journal_keys.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "session.h"

using namespace pennydrop;
using namespace pennydrop::app;
using State = Session::State;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
constexpr int kPatience = 20'000;  // a key takes a while under a sanitizer

struct Desk {
    Desk(const QString& path, const SettingsFile& file, ManualTime& time)
        : settings(file.open(), device),
          session(service, settings, clock, time, {path, false, false, KdfCost{}}),
          erasure(service, session, settings, session.file()) {
        session.start();
    }

    [[nodiscard]] bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session.state() == state && !session.busy(); }, kPatience);
    }
    [[nodiscard]] bool make() {
        if (!reaches(State::FirstRun)) {
            return false;
        }
        session.createJournal(kPassphrase);
        return reaches(State::RecoveryCode) &&
               session.confirmRecoveryGroup(session.recoveryCode().split(u'-').value(session.askedGroup() - 1)) &&
               reaches(State::Open);
    }
    [[nodiscard]] bool rests() {
        return QTest::qWaitFor([this] { return !erasure.busy(); }, kPatience);
    }
    [[nodiscard]] bool erased() {
        return QTest::qWaitFor([this] { return erasure.done() && !erasure.looking(); }, kPatience);
    }

    platform::FakeDevice device;
    SystemClock clock;
    JournalService service;
    AppSettings settings;
    Session session;
    JournalErasure erasure;
};

}  // namespace

class JournalErasureTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = std::make_unique<SettingsFile>();
        time_ = std::make_unique<ManualTime>();
        path_ = folder_->filePath(QStringLiteral("mine.pennydrop"));
        desk_ = std::make_unique<Desk>(path_, *file_, *time_);
        QVERIFY(desk_->make());
    }

    void cleanup() { desk_.reset(); }

    void everything_goes_and_the_first_run_comes() {
        desk_->settings.setDropTarget(path_, QByteArray(48, 'x'));
        desk_->session.lock();
        desk_->service.close_and_wait();
        const auto info = Vault::info_of(path_.toStdString(), {});
        QVERIFY(info);
        desk_->session.unlock(kPassphrase);
        QVERIFY(desk_->reaches(State::Open));
        const QByteArray vault(reinterpret_cast<const char*>(info->id.data()), static_cast<qsizetype>(info->id.size()));
        desk_->settings.setGeneration(vault, info->generation);
        QSignalSpy erased(&desk_->erasure, &JournalErasure::erased);
        desk_->erasure.erase(kPassphrase);
        QVERIFY(desk_->erasure.busy());
        QVERIFY2(desk_->erased(), qPrintable(desk_->session.message()));
        QCOMPARE(desk_->session.state(), State::Erasing);
        QVERIFY(!desk_->service.is_open());
        QCOMPARE(erased.count(), 1);
        QVERIFY(desk_->erasure.copiesLeft().isEmpty());
        QVERIFY(desk_->erasure.notRemoved().isEmpty());
        QVERIFY(QDir(folder_->path()).isEmpty());
        QVERIFY(desk_->settings.dropTarget(path_).isEmpty());
        QCOMPARE(desk_->settings.generation(vault), quint64{0});
        for (const QString& group : {QStringLiteral("dropTargets"), QStringLiteral("generations")}) {
            QVERIFY(!file_->open()->childGroups().contains(group));
        }
        desk_->session.lock();  // there is nothing to lock any more
        QCOMPARE(desk_->session.state(), State::Erasing);
        desk_->erasure.leave();
        QVERIFY(desk_->reaches(State::FirstRun));
        QVERIFY(!desk_->erasure.done());
        QVERIFY(desk_->make());
    }

    void copies_are_named_and_left_alone() {
        const QString backups = folder_->filePath(QStringLiteral("backups"));
        QVERIFY(QDir().mkpath(backups));
        desk_->settings.setBackupWish(desk_->session.journalPath(), {.folder = backups});
        desk_->session.lock();
        desk_->service.close_and_wait();
        const QString copy = backups + QStringLiteral("/copy.pennydrop");
        QVERIFY(QFile::copy(path_, copy));
        desk_->session.unlock(kPassphrase);
        QVERIFY(desk_->reaches(State::Open));
        desk_->erasure.erase(kPassphrase);
        QVERIFY2(desk_->erased(), qPrintable(desk_->session.message()));
        QCOMPARE(desk_->erasure.copiesLeft(), QStringList{QDir::toNativeSeparators(copy)});
        QVERIFY(QFile::exists(copy));
        QVERIFY(!QFile::exists(path_));
        desk_->erasure.leave();
        QVERIFY(desk_->erasure.copiesLeft().isEmpty());
    }

    void a_drive_that_does_not_answer_holds_nothing_up() {
        auto answer = std::make_shared<QSemaphore>();
        desk_->erasure.look_for_copies_with([answer](const VaultId&, const std::vector<std::filesystem::path>&) {
            answer->acquire();
            return std::vector<std::filesystem::path>{"/backups/late.pennydrop"};
        });
        desk_->erasure.erase(kPassphrase);
        QVERIFY(QTest::qWaitFor([this] { return desk_->erasure.done(); }, kPatience));
        QVERIFY(desk_->erasure.looking());
        QVERIFY(!QFile::exists(path_));
        desk_->erasure.leave();
        QVERIFY(desk_->reaches(State::FirstRun));
        answer->release();
        QTest::qWait(100);
        QVERIFY(desk_->erasure.copiesLeft().isEmpty());
    }

    void a_wrong_passphrase_erases_nothing() {
        desk_->erasure.erase(QStringLiteral("otter"));
        QVERIFY(desk_->rests());
        QVERIFY(desk_->erasure.problem().contains(QStringLiteral("Nothing was erased")));
        QCOMPARE(desk_->session.state(), State::Open);
        QVERIFY(!desk_->erasure.done());
        QVERIFY(QFile::exists(path_));
        desk_->erasure.forgetProblem();
        QVERIFY(desk_->erasure.problem().isEmpty());
        desk_->erasure.erase({});
        QVERIFY(!desk_->erasure.busy());
        QVERIFY(desk_->erasure.problem().contains(QStringLiteral("Nothing was erased")));
    }

    void three_wrong_tries_lock_and_make_wait() {
        for (int i = 0; i < Session::kMostWrongTries; ++i) {
            QCOMPARE(desk_->session.state(), State::Open);
            QCOMPARE(desk_->session.waitSeconds(), 0);
            desk_->erasure.erase(QStringLiteral("otter"));
            QVERIFY(desk_->rests());
        }
        QCOMPARE(desk_->session.state(), State::Locked);
        QVERIFY(desk_->session.waitSeconds() > 0);
        QVERIFY(desk_->erasure.problem().isEmpty());
        QVERIFY(QFile::exists(path_));
    }

    void wrong_tries_count_together_wherever_they_are_made() {
        JournalKeys keys(desk_->service, desk_->session, desk_->session.file(), KdfCost{});
        for (int i = 0; i < Session::kMostWrongTries - 1; ++i) {
            keys.renewRecoveryCode(QStringLiteral("otter"));
            QVERIFY(QTest::qWaitFor([&keys] { return !keys.busy(); }, kPatience));
        }
        QCOMPARE(desk_->session.state(), State::Open);
        desk_->erasure.erase(QStringLiteral("otter"));
        QVERIFY(desk_->rests());
        QCOMPARE(desk_->session.state(), State::Locked);
        QVERIFY(desk_->session.waitSeconds() > 0);
    }

    void a_lock_meanwhile_erases_nothing() {
        desk_->erasure.erase(kPassphrase);
        desk_->session.lock();
        QVERIFY(!desk_->erasure.busy());
        QCOMPARE(desk_->session.state(), State::Locked);
        desk_->service.close_and_wait();
        QTest::qWait(100);
        QVERIFY(!desk_->erasure.done());
        QVERIFY(QFile::exists(path_));
    }

    void what_cannot_be_erased_is_said_and_still_there() {
        const QString elsewhere = folder_->filePath(QStringLiteral("elsewhere"));
        // As if the drive had gone when the file is to be opened again.
        const auto gone = connect(&desk_->session, &Session::stateChanged, this, [&] {
            if (desk_->session.state() == State::Erasing) {
                QVERIFY(QFile::rename(path_, elsewhere));
            }
        });
        desk_->erasure.erase(kPassphrase);
        QVERIFY(QTest::qWaitFor([this] { return desk_->session.state() == State::Locked; }, kPatience));
        disconnect(gone);
        QVERIFY(!desk_->session.message().isEmpty());
        QVERIFY(!desk_->erasure.done());
        QVERIFY(QFile::rename(elsewhere, path_));
        desk_->session.unlock(kPassphrase);
        QVERIFY(desk_->reaches(State::Open));
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SettingsFile> file_;
    std::unique_ptr<ManualTime> time_;
    std::unique_ptr<Desk> desk_;
    QString path_;
};

QTEST_MAIN(JournalErasureTest)
#include "tst_journal_erasure.moc"
