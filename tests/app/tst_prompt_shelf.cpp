// SPDX-License-Identifier: Apache-2.0
// Promises of prompt_shelf.h: the built-in sets, which one is offered for each kind, own sets taken in from files and
// removed with undo; a file that is refused changes nothing and says why; a lock forgets own sets.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "prompt_sets.h"
#include "prompt_shelf.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

constexpr int kSetback = 1;
constexpr int kLightBulb = 2;

QByteArray ward_round(const char* question = "What did you notice?") {
    return QByteArray(R"({"format": "pennydrop-prompts", "version": 1, "id": "ward-round", "name": {"en": "Ward round"},
                          "kinds": ["setback", "barrier"], "questions": [{"id": "noticed", "text": {"en": ")") +
           question + R"("}}]})";
}

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    PromptShelf shelf{journal.service, journal.clock, removal};
    QAbstractItemModelTester kinds_tester{shelf.kinds(), QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester own_tester{shelf.own(), QAbstractItemModelTester::FailureReportingMode::QtTest};
    QTemporaryDir folder;

    QUrl file(const QByteArray& content) {
        const QString path = folder.filePath(QStringLiteral("set.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("a file cannot be written");
        }
        return QUrl::fromLocalFile(path);
    }
    void take_in(const QByteArray& content) {
        shelf.takeIn(file(content));
        settle();
    }
    void settle() {
        journal.settle();
        QTRY_VERIFY(!shelf.busy());
        journal.settle();
        journal.settle();
    }
    [[nodiscard]] QVariant of_kind(int kind, int role) { return shelf.kinds()->index(kind - 1, 0).data(role); }
    [[nodiscard]] QStringList names(int kind) { return of_kind(kind, PromptKinds::NamesRole).toStringList(); }
    [[nodiscard]] QString chosen(int kind) { return names(kind).value(of_kind(kind, PromptKinds::ChosenRole).toInt()); }
    void choose(int kind, const char* name) {
        shelf.choose(kind, static_cast<int>(names(kind).indexOf(QLatin1String(name))));
        settle();
    }
};

QStringList list(std::initializer_list<const char*> rows) {
    QStringList all;
    for (const char* row : rows) {
        all += QString::fromUtf8(row);
    }
    return all;
}

}  // namespace

class PromptShelfTest : public QObject {
    Q_OBJECT

private slots:
    void built_in_questions_keep_the_rules() {
        static const QRegularExpression about_guilt(
            QStringLiteral("\\b(who|whose|fault|blame|wrong|failed|mistake)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        QCOMPARE(built_in_prompt_sets().size(), std::size_t{7});
        for (const PromptSet& set : built_in_prompt_sets()) {
            for (const QString& question : questions_of(set)) {
                QVERIFY2(question.endsWith(u'?'), qPrintable(question));
                QVERIFY2(question.split(u' ').size() <= 15, qPrintable(question));
                QVERIFY2(!about_guilt.match(question).hasMatch(), qPrintable(question));
            }
        }
        for (const EntryKind kind : {EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier}) {
            QVERIFY(default_prompt_set(kind).kinds == std::vector{kind});
            QVERIFY(questions_of(default_prompt_set(kind)).size() <= 3);
        }
    }

    void each_kind_has_the_sets_that_suit_it_its_own_first() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.settle();
        QCOMPARE(f.names(kSetback),
                 list({"The usual questions", "What? So what? Now what?", "Gibbs' cycle", "After-action review"}));
        QCOMPARE(f.names(kLightBulb), list({"The usual questions", "What? So what? Now what?", "Gibbs' cycle",
                                            "After-action review", "Learning from Excellence"}));
        QCOMPARE(f.chosen(kSetback), QStringLiteral("The usual questions"));
        QCOMPARE(f.shelf.questions_for(EntryKind::kSetback).value(0), QStringLiteral("What surprised you?"));
    }

    void a_file_is_read_beside_the_vaults_worker() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.settle();
        auto answer = std::make_shared<QSemaphore>();
        f.journal.service.worker().run(
            &f.journal.service, [answer] { return answer->tryAcquire(1, 20'000); }, [](bool) {});
        f.shelf.takeIn(f.file(ward_round("What else?")));
        QTest::qWait(500);
        QVERIFY(QFile::remove(f.folder.filePath(QStringLiteral("set.json"))));
        answer->release();
        f.settle();
        QVERIFY2(!f.shelf.failed(), qPrintable(f.shelf.message()));
        QCOMPARE(f.shelf.own()->rowCount(), 1);
    }

    void a_choice_is_kept_in_the_journal() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.settle();
        QSignalSpy offers(&f.shelf, &PromptShelf::offersChanged);
        f.choose(kSetback, "Gibbs' cycle");
        QVERIFY(offers.count() > 0);
        QCOMPARE(f.chosen(kSetback), QStringLiteral("Gibbs' cycle"));
        QCOMPARE(f.chosen(kLightBulb), QStringLiteral("The usual questions"));
        QCOMPARE(f.shelf.questions_for(EntryKind::kSetback).size(), 6);
        QVERIFY(f.journal.close());
        QCOMPARE(f.chosen(kSetback), QStringLiteral("The usual questions"));
        QVERIFY(f.journal.open());
        f.settle();
        QCOMPARE(f.chosen(kSetback), QStringLiteral("Gibbs' cycle"));
    }

    void a_set_is_taken_in_offered_and_removed_with_undo() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.settle();
        f.take_in(ward_round());
        QVERIFY(!f.shelf.failed());
        QCOMPARE(f.shelf.message(), QStringLiteral("“Ward round” is among your sets now."));
        QCOMPARE(f.shelf.own()->count(), 1);
        const QModelIndex row = f.shelf.own()->index(0, 0);
        QCOMPARE(row.data(OwnPrompts::NameRole).toString(), QStringLiteral("Ward round"));
        QCOMPARE(row.data(OwnPrompts::KindsRole).toString(), QStringLiteral("Setback · Barrier"));
        QCOMPARE(row.data(OwnPrompts::QuestionsRole).toString(), QStringLiteral("What did you notice?"));
        QVERIFY(!f.names(kLightBulb).contains(QStringLiteral("Ward round")));
        f.choose(kSetback, "Ward round");
        QCOMPARE(f.shelf.questions_for(EntryKind::kSetback), list({"What did you notice?"}));
        f.shelf.remove(QStringLiteral("ward-round"));
        f.settle();
        QCOMPARE(f.shelf.own()->count(), 0);
        QCOMPARE(f.chosen(kSetback), QStringLiteral("The usual questions"));
        QCOMPARE(f.removal.message(), QStringLiteral("Set of questions removed"));
        f.removal.undo();
        f.settle();
        QCOMPARE(f.shelf.own()->count(), 1);
        QCOMPARE(f.chosen(kSetback), QStringLiteral("Ward round"));
    }

    void the_same_id_takes_the_place() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.take_in(ward_round());
        f.take_in(ward_round("Whose fault was it, and why did nobody who stood there in that moment say so to him?"));
        QCOMPARE(f.shelf.own()->count(), 1);
        QVERIFY(f.shelf.message().contains(QStringLiteral("has taken the place")));
        QVERIFY(f.shelf.message().contains(QStringLiteral("longer than 15 words")));
        QVERIFY(f.shelf.message().contains(QStringLiteral("sound like blame")));
        QVERIFY(!f.shelf.failed());
    }

    void what_is_refused_says_why_and_changes_nothing_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("why");
        QTest::newRow("no JSON") << QByteArray("What moved?") << QStringLiteral("line 1, column 1");
        QTest::newRow("another file") << QByteArray(R"({"format": "x"})")
                                      << QStringLiteral("not a file with questions");
        QTest::newRow("later") << ward_round().replace("\"version\": 1", "\"version\": 2")
                               << QStringLiteral("a later Pennydrop");
        QTest::newRow("unknown name") << ward_round().replace("\"kinds\"", "\"kind\"") << QStringLiteral("/kind");
        QTest::newRow("kind") << ward_round().replace("\"setback\"", "\"failure\"") << QStringLiteral("/kinds/0");
        QTest::newRow("text") << ward_round("") << QStringLiteral("/questions/0/text/en");
        QTest::newRow("ours") << ward_round().replace("ward-round", "pennydrop-x")
                              << QStringLiteral("belongs to Pennydrop itself");
        QTest::newRow("too large") << ward_round() + QByteArray(70'000, ' ') << QStringLiteral("larger than 64 KB");
    }
    void what_is_refused_says_why_and_changes_nothing() {
        QFETCH(QByteArray, content);
        QFETCH(QString, why);
        Fixture f;
        QVERIFY(f.journal.open());
        f.take_in(content);
        QVERIFY(f.shelf.failed());
        QVERIFY2(f.shelf.message().contains(why), qPrintable(f.shelf.message()));
        QVERIFY2(f.shelf.message().contains(QStringLiteral("Nothing was changed")), qPrintable(f.shelf.message()));
        QCOMPARE(f.shelf.own()->count(), 0);
        QVERIFY(!f.shelf.busy());
        f.take_in(ward_round());
        QVERIFY(!f.shelf.failed());
        QCOMPARE(f.shelf.own()->count(), 1);
    }

    void what_cannot_be_read_or_kept_is_said() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.shelf.takeIn(QUrl::fromLocalFile(f.folder.filePath(QStringLiteral("none.json"))));
        f.settle();
        QVERIFY(f.shelf.message().startsWith(QStringLiteral("This file could not be read. Nothing was changed.")));
        f.shelf.takeIn(QUrl::fromLocalFile(f.folder.path()));
        f.settle();
        QVERIFY(f.shelf.failed());
        f.journal.refuse_writing(true);
        f.take_in(ward_round());
        QVERIFY(f.shelf.message().startsWith(QStringLiteral("That could not be kept. Nothing was changed.")));
        f.choose(kSetback, "Gibbs' cycle");
        QVERIFY(f.shelf.failed());
        QCOMPARE(f.chosen(kSetback), QStringLiteral("The usual questions"));
        f.shelf.forgetMessage();
        QVERIFY(f.shelf.message().isEmpty() && !f.shelf.failed());
    }

    void a_lock_forgets_own_sets() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.take_in(ward_round());
        f.choose(kSetback, "Ward round");
        f.shelf.takeIn(f.file(ward_round("What else?")));  // its answer comes late
        QVERIFY(f.journal.close());
        QCOMPARE(f.shelf.own()->count(), 0);
        QCOMPARE(f.names(kSetback).size(), 4);
        QVERIFY(f.shelf.message().isEmpty());
        QVERIFY(!f.shelf.busy());
        QTest::qWait(100);
        QCOMPARE(f.shelf.own()->count(), 0);
    }
};

QTEST_MAIN(PromptShelfTest)
#include "tst_prompt_shelf.moc"
