// SPDX-License-Identifier: Apache-2.0
// Promises of tag_choice.h and of the tags in edited_details.h: what exists is offered, what is new is added, nothing
// is set twice.
#include <QTest>

#include "entry_editor.h"
#include "held_forms.h"
#include "tag_choice.h"
#include "tag_name.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    TagChoice choice{journal.service, journal.clock, *editor.details()};

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
    [[nodiscard]] std::vector<FormField> stored() {
        auto fields = journal.run([](Journal& open) { return open.forms().load({.form = Form::kNewTag}); });
        return fields ? std::move(*fields) : std::vector<FormField>();
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
    void what_is_half_typed_is_there_again();
    void what_is_half_typed_stays_with_its_draft();
    void it_stays_with_a_new_entry();
    void what_nobody_looked_at_stays();
    void what_is_typed_at_once_outlives_a_lock();
    void the_new_name_of_a_tag_is_there_again();
    void a_full_disk_at_a_lock_costs_no_tag();
    void a_full_disk_at_a_lock_costs_no_new_name();
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

void TagChoiceTest::what_is_half_typed_is_there_again() {
    Fixture f;
    QVERIFY(f.open());
    f.choice.begin();
    f.choice.setTyped(QStringLiteral("ward ro"));
    const auto saved = [&f] {
        auto fields = f.journal.run([](Journal& open) { return open.forms().load({.form = Form::kNewTag}); });
        return fields && !fields->empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(saved(), 5000);
    Fixture after;
    QVERIFY(after.journal.take_over(f.journal));
    QVERIFY(after.journal.open());
    after.choice.begin();
    QTRY_COMPARE(after.choice.typed(), QStringLiteral("ward ro"));
    // A lock keeps it as well, and what was typed since the last pause.
    f.choice.setTyped(QStringLiteral("ward rou"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.choice.begin();
    QTRY_COMPARE(f.choice.typed(), QStringLiteral("ward rou"));
    // Added or thrown away, it is gone.
    f.choice.close();
    f.journal.settle();
    QVERIFY(!saved());
    f.choice.begin();
    f.journal.settle();
    QVERIFY(f.choice.typed().isEmpty());
}

void TagChoiceTest::what_is_half_typed_stays_with_its_draft() {
    Fixture f;
    QVERIFY(f.open());
    const EntryId first = f.journal.add(EntryKind::kSetback, QStringLiteral("first"));
    const EntryId second = f.journal.add(EntryKind::kSetback, QStringLiteral("second"));
    f.editor.edit(first.value);
    QTRY_COMPARE(f.editor.entryId(), first.value);
    f.choice.begin();
    f.journal.settle();
    f.choice.setTyped(QStringLiteral("ward ro"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.journal.settle();
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.entryId(), first.value);
    f.choice.begin();
    QTRY_COMPARE(f.choice.typed(), QStringLiteral("ward ro"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.editor.edit(second.value);
    QTRY_COMPARE(f.editor.entryId(), second.value);
    f.choice.begin();
    f.journal.settle();
    QVERIFY(f.choice.typed().isEmpty());
    QVERIFY(f.stored().empty());
}

void TagChoiceTest::it_stays_with_a_new_entry() {
    Fixture f;
    QVERIFY(f.open());
    f.choice.begin();
    f.journal.settle();
    f.choice.setTyped(QStringLiteral("ward ro"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.journal.settle();
    QVERIFY(f.editor.active());
    f.choice.begin();
    QTRY_COMPARE(f.choice.typed(), QStringLiteral("ward ro"));
    // A row that no draft came back for is nobody's.
    f.editor.discard();
    f.journal.settle();
    QVERIFY(f.journal.run([](Journal& open) { return open.forms().save({.form = Form::kNewTag}, {{1, "left"}}, {}); }));
    f.editor.begin(1);
    f.journal.settle();
    QVERIFY(f.stored().empty());
}

void TagChoiceTest::what_nobody_looked_at_stays() {
    Fixture f;
    QVERIFY(f.open());
    f.journal.settle();
    QVERIFY(f.journal.run([](Journal& open) { return open.forms().save({.form = Form::kNewTag}, {{1, "ward"}}, {}); }));
    f.choice.begin();
    f.choice.close();
    f.journal.settle();
    QCOMPARE(f.stored().size(), std::size_t{1});
}

void TagChoiceTest::what_is_typed_at_once_outlives_a_lock() {
    Fixture f;
    QVERIFY(f.open());
    f.journal.settle();
    f.choice.begin();
    f.choice.setTyped(QStringLiteral("ward ro"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    QCOMPARE(f.stored().size(), std::size_t{1});
    QCOMPARE(f.stored().front().text, std::string("ward ro"));
}

void TagChoiceTest::the_new_name_of_a_tag_is_there_again() {
    Fixture f;
    QVERIFY(f.open());
    TagName name(f.journal.service, f.journal.clock);
    name.begin(1, QStringLiteral("Discharge"));
    QCOMPARE(name.text(), QStringLiteral("Discharge"));
    name.setText(QStringLiteral("Going ho"));
    QTRY_VERIFY_WITH_TIMEOUT(
        !f.journal.run([](Journal& open) { return open.forms().load({.form = Form::kTagName, .subject = 1}); })
             ->empty(),
        5000);
    Fixture after;
    QVERIFY(after.journal.take_over(f.journal));
    QVERIFY(after.journal.open());
    TagName again(after.journal.service, after.journal.clock);
    again.begin(2, QStringLiteral("night shift"));
    after.journal.settle();
    QCOMPARE(again.text(), QStringLiteral("night shift"));
    again.close();
    again.begin(1, QStringLiteral("Discharge"));
    QTRY_COMPARE(again.text(), QStringLiteral("Going ho"));
    QVERIFY(after.journal.close());
    QVERIFY(again.text().isEmpty());
    QVERIFY(after.journal.open());
    again.begin(1, QStringLiteral("Discharge"));
    QTRY_COMPARE(again.text(), QStringLiteral("Going ho"));
    again.close();
    again.begin(1, QStringLiteral("Discharge"));
    after.journal.settle();
    QCOMPARE(again.text(), QStringLiteral("Discharge"));
}

void TagChoiceTest::a_full_disk_at_a_lock_costs_no_tag() {
    Fixture f;
    HeldForms held(f.journal.service, f.journal.clock, f.removal);
    QVERIFY(f.open());
    f.choice.begin();
    f.journal.settle();
    f.journal.refuse_writing(true);
    f.choice.setTyped(QStringLiteral("ward ro"));
    QVERIFY(f.journal.close());
    QVERIFY(f.choice.typed().isEmpty());
    QVERIFY(f.journal.open());  // there is room again
    f.journal.settle();
    QVERIFY(f.editor.active());
    QCOMPARE(f.stored().size(), std::size_t{1});
    QVERIFY2(f.removal.message().contains(QStringLiteral("Nothing was lost")), qPrintable(f.removal.message()));
    f.choice.begin();
    QTRY_COMPARE(f.choice.typed(), QStringLiteral("ward ro"));
    // Thrown away, it does not come back.
    f.choice.close();
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.choice.begin();
    f.journal.settle();
    QVERIFY(f.choice.typed().isEmpty());
}

void TagChoiceTest::a_full_disk_at_a_lock_costs_no_new_name() {
    Fixture f;
    QVERIFY(f.open());
    TagName name(f.journal.service, f.journal.clock);
    name.begin(1, QStringLiteral("Discharge"));
    f.journal.settle();
    f.journal.refuse_writing(true);
    name.setText(QStringLiteral("Going ho"));
    QVERIFY(f.journal.close());
    QVERIFY(name.text().isEmpty());
    QVERIFY(f.journal.open());
    name.begin(2, QStringLiteral("night shift"));
    f.journal.settle();
    QCOMPARE(name.text(), QStringLiteral("night shift"));
    name.begin(1, QStringLiteral("Discharge"));
    QTRY_COMPARE(name.text(), QStringLiteral("Going ho"));
}

QTEST_MAIN(TagChoiceTest)
#include "tst_tag_choice.moc"
