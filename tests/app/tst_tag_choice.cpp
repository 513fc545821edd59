// SPDX-License-Identifier: Apache-2.0
// Promises of tag_choice.h and of the tags in edited_details.h: what exists is offered, what is new is added, nothing
// is set twice.
#include <QTest>

#include "entry_editor.h"
#include "tag_choice.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    TagChoice choice{journal.service, *editor.details()};

    [[nodiscard]] bool open() {
        const bool opened = journal.open();
        (void)journal.run([now = journal.clock.now()](Journal& open) {
            return open.entries().add({.kind = EntryKind::kSetback,
                                       .text = "before",
                                       .occurred = now,
                                       .tags = {"Discharge", "night shift", "d\u00e9j\u00e0 vu"}},
                                      now.at);
        });
        journal.settle();
        editor.begin(1);
        return opened;
    }
    [[nodiscard]] QStringList offered() {
        journal.settle();
        QStringList names;
        for (int row = 0; row < choice.count(); ++row) {
            names += choice.index(row, 0).data(TagChoice::NameRole).toString();
        }
        return names;
    }
};

}  // namespace

class TagChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void what_begins_as_typed_is_offered();
    void what_is_set_is_not_offered();
    void a_new_one_is_added();
    void the_same_one_is_not_added_twice();
    void what_is_no_tag_is_not_added();
    void there_is_an_end();
    void a_lock_leaves_nothing();
};

void TagChoiceTest::what_begins_as_typed_is_offered() {
    Fixture f;
    QVERIFY(f.open());
    QVERIFY(f.offered().isEmpty());
    f.choice.begin();
    QCOMPARE(f.offered().size(), 3);
    f.choice.setTyped(QStringLiteral("DEJ"));
    QCOMPARE(f.offered(), QStringList(QStringLiteral("d\u00e9j\u00e0 vu")));
    f.choice.close();
    QVERIFY(f.choice.typed().isEmpty());
    QCOMPARE(f.choice.count(), 0);
}

void TagChoiceTest::what_is_set_is_not_offered() {
    Fixture f;
    QVERIFY(f.open());
    f.choice.begin();
    f.choice.add(QStringLiteral("night shift"));
    QCOMPARE(f.editor.details()->tags(), QStringList(QStringLiteral("night shift")));
    QCOMPARE(f.offered().size(), 2);
    f.editor.details()->removeTag(0);
    QCOMPARE(f.offered().size(), 3);
    f.editor.details()->removeTag(0);
    QVERIFY(f.editor.details()->tags().isEmpty());
}

void TagChoiceTest::a_new_one_is_added() {
    Fixture f;
    QVERIFY(f.open());
    f.choice.begin();
    f.choice.setTyped(QStringLiteral("  ward   round "));
    (void)f.offered();
    QCOMPARE(f.choice.fresh(), QStringLiteral("ward round"));
    QVERIFY(f.choice.addTyped());
    QVERIFY(f.choice.typed().isEmpty());
    QCOMPARE(f.editor.details()->tags(), QStringList(QStringLiteral("ward round")));
    f.choice.setTyped(QStringLiteral("discharge"));
    (void)f.offered();
    QVERIFY2(f.choice.fresh().isEmpty(), "there is one like it");
}

void TagChoiceTest::the_same_one_is_not_added_twice() {
    Fixture f;
    QVERIFY(f.open());
    QVERIFY(f.editor.details()->addTag(QStringLiteral("Ward round")));
    QVERIFY(f.editor.details()->addTag(QStringLiteral(" ward  ROUND")));
    QCOMPARE(f.editor.details()->tags().size(), 1);
    f.choice.setTyped(QStringLiteral("WARD ROUND"));
    QVERIFY(f.choice.fresh().isEmpty());
}

void TagChoiceTest::what_is_no_tag_is_not_added() {
    Fixture f;
    QVERIFY(f.open());
    for (const auto& typed : {QString(), QStringLiteral("  "), QString(61, u'x')}) {
        f.choice.setTyped(typed);
        QVERIFY(f.choice.fresh().isEmpty());
        QVERIFY(!f.choice.addTyped());
    }
    QVERIFY(f.editor.details()->tags().isEmpty());
}

void TagChoiceTest::there_is_an_end() {
    Fixture f;
    QVERIFY(f.open());
    for (std::size_t i = 0; i < kMaxTagsOfEntry; ++i) {
        QVERIFY(!f.editor.details()->tagsFull());
        QVERIFY(f.editor.details()->addTag(QString::number(i)));
    }
    QVERIFY(f.editor.details()->tagsFull());
    QVERIFY(!f.editor.details()->addTag(QStringLiteral("one more")));
}

void TagChoiceTest::a_lock_leaves_nothing() {
    Fixture f;
    QVERIFY(f.open());
    f.choice.begin();
    f.choice.setTyped(QStringLiteral("d"));
    QVERIFY(f.journal.close());
    QCOMPARE(f.choice.count(), 0);
    QVERIFY(f.choice.typed().isEmpty());
    QVERIFY(!f.editor.details()->addTag(QStringLiteral("late")));
}

QTEST_MAIN(TagChoiceTest)
#include "tst_tag_choice.moc"
