// SPDX-License-Identifier: Apache-2.0
// Promises of entry_files.h, file_adder.h, file_copy.h and picture_viewer.h, and of the editor and the reader about
// photos and files: nothing that was added is lost, nothing is shown after a lock, and each failure says what is safe.
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "entry_editor.h"
#include "file_words.h"
#include "life_fixture.h"
#include "pictures.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

constexpr int kPatience = 20'000;

struct Fixture : LifeFixture {
    EntryEditor editor{journal.service, journal.clock, removal};
    QTemporaryDir folder;

    [[nodiscard]] EntryFiles& files() { return *editor.files(); }
    [[nodiscard]] QUrl place(const QString& name) const { return QUrl::fromLocalFile(folder.filePath(name)); }
    [[nodiscard]] QUrl photo(const QString& name = QStringLiteral("ward.jpg")) const {
        return save_as(folder.filePath(name), jpeg());
    }
    /// Adds, and waits until that is done.
    [[nodiscard]] bool add(const QList<QUrl>& urls) {
        QSignalSpy finished(editor.adder(), &FileAdder::finished);
        editor.adder()->add(urls);
        return finished.count() > 0 || finished.wait(kPatience);
    }
    /// A new draft with a photo and no words.
    [[nodiscard]] bool begin_with_photo() {
        if (!journal.open()) {
            return false;
        }
        journal.settle();
        editor.begin(1);
        journal.settle();
        return add({photo()}) && files().count() == 1;
    }
    [[nodiscard]] EntryId keep() {
        QSignalSpy finished(&editor, &EntryEditor::finished);
        editor.finish();
        if (finished.count() == 0 && !finished.wait(kPatience)) {
            return {};
        }
        return EntryId{finished.first().first().toLongLong()};
    }
    [[nodiscard]] QByteArray bytes(qint64 id) {
        auto found = journal.run([id](Journal& open) { return open.attachments().bytes_of(AttachmentId{id}); });
        return found ? QByteArray(reinterpret_cast<const char*>(found->data()), static_cast<qsizetype>(found->size()))
                     : QByteArray();
    }
};

}  // namespace

class EntryFilesTest : public QObject {
    Q_OBJECT

private slots:
    void a_photo_is_added_to_the_draft();
    void pictures_are_decoded_beside_the_vaults_worker();
    void a_lock_leaves_no_picture_to_be_decoded();
    void a_name_may_have_any_characters();
    void a_photo_alone_makes_an_entry();
    void a_photo_survives_a_lock();
    void leaving_waits_for_what_is_being_added();
    void what_became_of_a_file_is_said_after_leaving();
    void what_a_lock_left_behind_is_said_at_the_next_unlock();
    void a_file_is_added_to_the_entry_that_is_changed();
    void a_file_can_be_deleted_and_brought_back();
    void what_is_deleted_comes_back_to_the_entry_it_went_with();
    void a_draft_that_is_thrown_away_goes_to_the_bin();
    void what_is_thrown_away_stays_so_over_a_lock();
    void a_full_disk_throws_no_file_away();
    void what_cannot_be_kept_is_thrown_away_all_the_same();
    void what_cannot_be_added_is_told_data();
    void what_cannot_be_added_is_told();
    void several_are_added_one_after_the_other();
    void the_whole_has_a_limit();
    void adding_can_be_stopped();
    void a_picture_is_shown_and_forgotten();
    void a_copy_is_saved_on_purpose();
    void a_lock_leaves_no_picture();
    void every_failure_has_words();
};

void EntryFilesTest::a_photo_is_added_to_the_draft() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    EntryFiles& files = fixture.files();
    QCOMPARE(of_row(files, 0, EntryFiles::NameRole).toString(), QStringLiteral("ward.jpg"));
    QVERIFY(of_row(files, 0, EntryFiles::SizeRole).toString().contains(QStringLiteral("kB")));
    QVERIFY(of_row(files, 0, EntryFiles::PictureRole).toBool());
    fixture.settle();
    QCOMPARE(of_row(files, 0, EntryFiles::ThumbnailRole).value<QImage>().size(), QSize(256, 192));
    QVERIFY(fixture.editor.adder()->message().isEmpty());
    QVERIFY(!fixture.editor.isBlank());
    QVERIFY(fixture.journal.draft());
    const QByteArray kept = fixture.bytes(of_row(files, 0, EntryFiles::FileIdRole).toLongLong());
    QVERIFY(!kept.isEmpty());
    QVERIFY(!kept.contains(kPlace));
}

void EntryFilesTest::pictures_are_decoded_beside_the_vaults_worker() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.settle();
    // A thumbnail that is there is neither read nor decoded again.
    const auto before = of_row(fixture.files(), 0, EntryFiles::ThumbnailRole).value<QImage>().cacheKey();
    const auto known = fixture.files().known();
    QCOMPARE(known.size(), std::size_t{1});
    const auto listed = fixture.journal.run([known](Journal& open) -> Result<std::size_t> {
        return list_files(open, {}, known)->front().thumbnail.size();
    });
    QCOMPARE(listed.value_or(1), std::size_t{0});
    QVERIFY(fixture.add({fixture.photo(QStringLiteral("more.jpg"))}));
    fixture.settle();
    QCOMPARE(of_row(fixture.files(), 0, EntryFiles::ThumbnailRole).value<QImage>().cacheKey(), before);
    QVERIFY(!of_row(fixture.files(), 1, EntryFiles::ThumbnailRole).value<QImage>().isNull());
    // While pictures are decoded, what is typed is saved.
    auto answer = std::make_shared<QSemaphore>();
    fixture.journal.service.painter().run(
        &fixture.journal.service, [answer] { return answer->tryAcquire(1, kPatience); }, [](bool) {});
    PictureViewer& viewer = *fixture.life.viewer();
    viewer.show(of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong(), QStringLiteral("ward.jpg"));
    fixture.editor.setText(QStringLiteral("typed meanwhile"));
    QTRY_COMPARE(fixture.editor.status(), EntryEditor::Saved);
    QVERIFY(viewer.busy());
    answer->release();
    QTRY_VERIFY(!viewer.busy());
    QVERIFY(!viewer.picture().isNull());
}

void EntryFilesTest::a_lock_leaves_no_picture_to_be_decoded() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.settle();
    JournalService& service = fixture.journal.service;
    const auto bytes = fixture.journal.run(
        [](Journal& open) { return open.attachments().bytes_of(open.attachments().of_draft()->front().id); });
    QVERIFY(bytes.has_value());
    int decoded = 0;
    const auto decode = [&] {
        service.decode(&service, PrivateBytes{*bytes}, kShownSide,
                       [&](const QImage& picture) { decoded += picture.isNull() ? 0 : 1; });
    };
    decode();
    fixture.settle();
    QCOMPARE(decoded, 1);
    // What waits its turn while the journal is locked is dropped.
    auto answer = std::make_shared<QSemaphore>();
    service.painter().run(&service, [answer] { return answer->tryAcquire(1, kPatience); }, [](bool) {});
    decode();
    QVERIFY(fixture.journal.close());
    answer->release();
    QVERIFY(fixture.journal.open());
    fixture.settle();
    QCOMPARE(decoded, 1);
}

void EntryFilesTest::a_name_may_have_any_characters() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QVERIFY(fixture.add({fixture.photo(QStringLiteral("50%1 %2.jpg"))}));
    const QString spoken = of_row(fixture.files(), 1, EntryFiles::SpokenRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("Picture: 50%1 %2.jpg, ")), qPrintable(spoken));
    QVERIFY(spoken.endsWith(of_row(fixture.files(), 1, EntryFiles::SizeRole).toString()));
}

void EntryFilesTest::a_photo_alone_makes_an_entry() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    const EntryId id = fixture.keep();
    QVERIFY(id.is_set());
    QCOMPARE(fixture.files().count(), 0);
    QCOMPARE(fixture.journal.find(id)->content.text, std::string("ward.jpg"));
    fixture.show(id);
    QCOMPARE(fixture.life.files()->count(), 1);
    fixture.reader.close();
    QCOMPARE(fixture.life.files()->count(), 0);
}

void EntryFilesTest::a_photo_survives_a_lock() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QVERIFY(fixture.journal.close());
    QCOMPARE(fixture.files().count(), 0);
    QVERIFY(fixture.journal.open());
    fixture.settle();
    QVERIFY(fixture.editor.active());
    QVERIFY(fixture.editor.restored());
    QCOMPARE(fixture.files().count(), 1);
}

void EntryFilesTest::leaving_waits_for_what_is_being_added() {
    Fixture fixture;
    QVERIFY(fixture.journal.open());
    fixture.journal.settle();
    fixture.editor.begin(1);
    fixture.journal.settle();
    QSignalSpy finished(&fixture.editor, &EntryEditor::finished);
    fixture.editor.adder()->add({fixture.photo()});
    QVERIFY(!fixture.editor.isBlank());
    fixture.editor.finish();
    QVERIFY(fixture.editor.active());
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    const EntryId first{finished.first().first().toLongLong()};
    QVERIFY(first.is_set());
    // So does beginning another.
    fixture.editor.begin(2);
    fixture.journal.settle();
    fixture.editor.adder()->add({fixture.photo()});
    fixture.editor.begin(3);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.editor.kind(), 3, kPatience);
    QCOMPARE(fixture.journal.timeline().size(), 2U);
    QCOMPARE(fixture.files().count(), 0);
}

void EntryFilesTest::what_became_of_a_file_is_said_after_leaving() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QSignalSpy finished(&fixture.editor, &EntryEditor::finished);
    fixture.editor.adder()->add({save_as(fixture.folder.filePath(QStringLiteral("half.jpg")), jpeg().left(300)),
                                 fixture.place(QStringLiteral("missing"))});
    fixture.editor.finish();
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    QVERIFY(fixture.removal.message().contains(QStringLiteral("half.jpg is not a picture")));
    QVERIFY(fixture.removal.message().contains(QStringLiteral("missing was not added")));
    QVERIFY(!fixture.removal.pending());
    // Something to undo is said first; this comes again after it.
    fixture.removal.remove(EntryId{finished.first().first().toLongLong()});
    fixture.settle();
    QVERIFY(fixture.removal.pending());
    fixture.removal.dismiss();
    QVERIFY(fixture.removal.message().contains(QStringLiteral("missing was not added")));
    fixture.removal.dismiss();
    QVERIFY(fixture.removal.message().isEmpty());
}

void EntryFilesTest::what_a_lock_left_behind_is_said_at_the_next_unlock() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.editor.adder()->add({fixture.photo(QStringLiteral("a.jpg")), fixture.photo(QStringLiteral("b.jpg"))});
    QVERIFY(fixture.journal.close());
    QVERIFY(fixture.removal.message().isEmpty());
    QVERIFY(fixture.journal.open());
    fixture.settle();
    QVERIFY2(fixture.removal.message().startsWith(QStringLiteral("2 files were not added")),
             qPrintable(fixture.removal.message()));
    QCOMPARE(fixture.files().count(), 1);
    // Once.
    QVERIFY(fixture.journal.close());
    QVERIFY(fixture.journal.open());
    fixture.settle();
    QVERIFY(fixture.removal.message().isEmpty());
}

void EntryFilesTest::a_file_is_added_to_the_entry_that_is_changed() {
    Fixture fixture;
    const EntryId id = fixture.open_with(EntryKind::kSetback);
    fixture.editor.edit(id.value);
    fixture.settle();
    QVERIFY(fixture.add({save_as(fixture.folder.filePath(QStringLiteral("letter.pdf")), "%PDF-1.4")}));
    fixture.settle();
    QCOMPARE(fixture.life.files()->count(), 1);
    QVERIFY(!of_row(*fixture.life.files(), 0, EntryFiles::PictureRole).toBool());
    QVERIFY(of_row(*fixture.life.files(), 0, EntryFiles::ThumbnailRole).value<QImage>().isNull());
    // Throwing the change of the words away does not touch it.
    fixture.editor.setText(QStringLiteral("other words"));
    fixture.editor.discard();
    fixture.settle();
    fixture.show(id);
    QCOMPARE(fixture.life.files()->count(), 1);
}

void EntryFilesTest::a_file_can_be_deleted_and_brought_back() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.files().remove(of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong());
    fixture.settle();
    QCOMPARE(fixture.files().count(), 0);
    QCOMPARE(fixture.removal.message(), QStringLiteral("File deleted"));
    fixture.undo();
    QCOMPARE(fixture.files().count(), 1);
    const EntryId id = fixture.keep();
    fixture.show(id);
    EntryFiles& of_entry = *fixture.life.files();
    of_entry.remove(of_row(of_entry, 0, EntryFiles::FileIdRole).toLongLong());
    fixture.settle();
    QCOMPARE(of_entry.count(), 0);
    fixture.undo();
    fixture.settle();
    QCOMPARE(of_entry.count(), 1);
}

void EntryFilesTest::what_is_deleted_comes_back_to_the_entry_it_went_with() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.editor.setText(QStringLiteral("words"));
    fixture.files().remove(of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong());
    fixture.settle();
    const EntryId id = fixture.keep();
    fixture.show(id);
    QCOMPARE(fixture.life.files()->count(), 0);
    fixture.undo();
    fixture.settle();
    QCOMPARE(fixture.life.files()->count(), 1);
}

void EntryFilesTest::a_draft_that_is_thrown_away_goes_to_the_bin() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QSignalSpy finished(&fixture.editor, &EntryEditor::finished);
    fixture.editor.discard();
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    fixture.settle();
    QVERIFY(!fixture.editor.active());
    QVERIFY(fixture.journal.timeline().empty());
    QVERIFY(fixture.removal.pending());
    fixture.undo();
    QCOMPARE(fixture.journal.timeline().size(), 1U);
    fixture.show(fixture.journal.timeline().front());
    QCOMPARE(fixture.life.files()->count(), 1);
}

void EntryFilesTest::what_is_thrown_away_stays_so_over_a_lock() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.editor.setText(QStringLiteral("unwanted"));
    fixture.journal.hold_worker(std::chrono::milliseconds{100});
    fixture.editor.discard();
    QVERIFY(!fixture.editor.active());
    QVERIFY(fixture.journal.close());  // before the answer
    QVERIFY(fixture.journal.open());
    fixture.settle();
    QVERIFY(!fixture.editor.active());
    QVERIFY(!fixture.journal.draft());
    QVERIFY(fixture.journal.timeline().empty());
    QCOMPARE(fixture.journal.run([](Journal& open) { return open.bin().count(); }).value_or(-1), std::int64_t{1});
}

void EntryFilesTest::a_full_disk_throws_no_file_away() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    fixture.journal.refuse_writing(true);
    fixture.editor.setText(QStringLiteral("unwanted"));
    fixture.editor.discard();
    fixture.settle();
    QVERIFY(fixture.removal.message().contains(QStringLiteral("could not be thrown away")));
    QVERIFY(fixture.editor.active());
    QCOMPARE(fixture.editor.text(), QStringLiteral("unwanted"));
    QCOMPARE(fixture.editor.files()->count(), 1);
    fixture.journal.refuse_writing(false);
    fixture.editor.discard();
    fixture.settle();
    QVERIFY(!fixture.editor.active());
    QVERIFY(fixture.removal.pending());
    fixture.undo();
    fixture.show(fixture.journal.timeline().front());
    QCOMPARE(fixture.life.files()->count(), 1);
}

void EntryFilesTest::what_cannot_be_kept_is_thrown_away_all_the_same() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    const QString words(static_cast<qsizetype>(kMaxTextBytes) + 1, u'a');
    fixture.editor.setText(words);
    fixture.editor.discard();
    fixture.settle();
    QVERIFY(!fixture.editor.active());
    QVERIFY(!fixture.journal.draft());
    QVERIFY(fixture.journal.timeline().empty());
    QVERIFY(fixture.journal.run([](Journal& open) { return open.attachments().of_draft(); })->empty());
    // The words can come back.
    QVERIFY(fixture.removal.pending());
    fixture.undo();
    QVERIFY(fixture.editor.active());
    QCOMPARE(fixture.editor.text(), words);
}

void EntryFilesTest::what_cannot_be_added_is_told_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("too large") << QStringLiteral("large") << QStringLiteral("larger than");
    QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("not a file that can be read");
    QTest::newRow("not there") << QStringLiteral("missing") << QStringLiteral("not a file that can be read");
    QTest::newRow("of the network") << QStringLiteral("http://localhost/large")
                                    << QStringLiteral("not a file that can be");
}

void EntryFilesTest::what_cannot_be_added_is_told() {
    QFETCH(QString, what);
    QFETCH(QString, words);
    Fixture fixture;
    QVERIFY(fixture.journal.open());
    fixture.journal.settle();
    fixture.editor.begin(1);
    fixture.journal.settle();
    QFile large(fixture.folder.filePath(QStringLiteral("large")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(static_cast<qint64>(kMaxAttachmentBytes) + 1));
    QVERIFY(QDir(fixture.folder.path()).mkdir(QStringLiteral("folder")));
    QVERIFY(fixture.add({what.contains(QLatin1Char(':')) ? QUrl(what) : fixture.place(what)}));
    QVERIFY(fixture.editor.adder()->failed());
    QVERIFY2(fixture.editor.adder()->message().contains(words), qPrintable(fixture.editor.adder()->message()));
    QVERIFY(fixture.editor.adder()->message().contains(QStringLiteral("safe")));
    QCOMPARE(fixture.files().count(), 0);
    QVERIFY(fixture.editor.isBlank());
    // The next one is added as if nothing had been.
    QVERIFY(fixture.add({fixture.photo()}));
    QVERIFY(!fixture.editor.adder()->failed());
    QCOMPARE(fixture.files().count(), 1);
}

void EntryFilesTest::several_are_added_one_after_the_other() {
    Fixture fixture;
    QVERIFY(fixture.journal.open());
    fixture.journal.settle();
    fixture.editor.begin(1);
    fixture.journal.settle();
    QVERIFY(fixture.add({fixture.photo(QStringLiteral("one.jpg")), fixture.place(QStringLiteral("missing")),
                         save_as(fixture.folder.filePath(QStringLiteral("three.jpg")), "words")}));
    QCOMPARE(fixture.files().count(), 2);
    QCOMPARE(of_row(fixture.files(), 1, EntryFiles::NameRole).toString(), QStringLiteral("three.jpg"));
    const QStringList said = fixture.editor.adder()->message().split(QLatin1Char('\n'));
    QCOMPARE(said.size(), 2);
    QVERIFY(said.at(0).startsWith(QStringLiteral("missing was not added")));
    QVERIFY(said.at(1).startsWith(QStringLiteral("three.jpg is not a picture")));
}

void EntryFilesTest::the_whole_has_a_limit() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QVERIFY(fixture.journal.run([](Journal& open) {
        return open.vault().database().execute("UPDATE attachment SET size = 200 * 1024 * 1024");
    }));
    QVERIFY(fixture.add({fixture.photo(QStringLiteral("more.jpg"))}));
    QVERIFY(fixture.editor.adder()->failed());
    QVERIFY(fixture.editor.adder()->message().contains(QStringLiteral("together")));
    QCOMPARE(fixture.files().count(), 1);
}

void EntryFilesTest::adding_can_be_stopped() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    QSignalSpy finished(fixture.editor.adder(), &FileAdder::finished);
    fixture.journal.hold_worker(std::chrono::milliseconds{300});
    fixture.editor.adder()->add({fixture.photo(QStringLiteral("a.jpg")), fixture.photo(QStringLiteral("b.jpg"))});
    fixture.editor.adder()->task()->cancel();
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    QCOMPARE(fixture.files().count(), 1);
    QVERIFY(!fixture.editor.adder()->failed());
    QVERIFY(fixture.editor.adder()->message().isEmpty());
}

void EntryFilesTest::a_picture_is_shown_and_forgotten() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    PictureViewer& viewer = *fixture.life.viewer();
    const qint64 id = of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong();
    viewer.show(id, QStringLiteral("ward.jpg"));
    QVERIFY(viewer.busy());
    fixture.settle();
    QCOMPARE(viewer.picture().size(), QSize(640, 480));
    QVERIFY(!viewer.busy());
    viewer.close();
    QVERIFY(viewer.picture().isNull());
    QVERIFY(viewer.name().isEmpty());
    // What is damaged is told.
    QVERIFY(fixture.journal.run(
        [](Journal& open) { return open.vault().database().execute("DELETE FROM attachment_chunk"); }));
    viewer.show(id, QStringLiteral("ward.jpg"));
    fixture.settle();
    QVERIFY(viewer.message().contains(QStringLiteral("damaged")));
    QVERIFY(!viewer.busy());
}

void EntryFilesTest::a_copy_is_saved_on_purpose() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    FileCopy& copy = *fixture.life.fileCopy();
    const qint64 id = of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong();
    copy.save(id, QStringLiteral("ward.jpg"), fixture.place(QStringLiteral("copy.jpg")));
    QTRY_VERIFY_WITH_TIMEOUT(!copy.message().isEmpty(), kPatience);
    QVERIFY2(!copy.failed(), qPrintable(copy.message()));
    QVERIFY(copy.message().contains(QStringLiteral("not encrypted")));
    QFile saved(fixture.folder.filePath(QStringLiteral("copy.jpg")));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), fixture.bytes(id));
    QVERIFY(!(saved.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    copy.forgetMessage();
    copy.save(id, QStringLiteral("ward.jpg"), fixture.place(QStringLiteral("nowhere/copy.jpg")));
    QTRY_VERIFY_WITH_TIMEOUT(!copy.message().isEmpty(), kPatience);
    QVERIFY(copy.failed());
    QVERIFY(copy.message().contains(QStringLiteral("safe in the journal")));
}

void EntryFilesTest::a_lock_leaves_no_picture() {
    Fixture fixture;
    QVERIFY(fixture.begin_with_photo());
    const qint64 id = of_row(fixture.files(), 0, EntryFiles::FileIdRole).toLongLong();
    const EntryId entry = fixture.keep();
    fixture.show(entry);
    PictureViewer& viewer = *fixture.life.viewer();
    viewer.show(id, QStringLiteral("ward.jpg"));
    fixture.settle();
    QVERIFY(!viewer.picture().isNull());
    fixture.journal.hold_worker(std::chrono::milliseconds{100});
    viewer.show(id, QStringLiteral("ward.jpg"));  // an answer is under way
    QVERIFY(fixture.journal.close());
    QTest::qWait(50);
    QVERIFY(!viewer.shown());
    QVERIFY(viewer.picture().isNull());
    QCOMPARE(fixture.life.files()->count(), 0);
    QCOMPARE(fixture.files().count(), 0);
}

void EntryFilesTest::every_failure_has_words() {
    for (const ErrorCode code : {ErrorCode::kTooLarge, ErrorCode::kFull, ErrorCode::kDiskFull, ErrorCode::kPermission,
                                 ErrorCode::kNotFound, ErrorCode::kIo, ErrorCode::kInternal}) {
        QVERIFY(FileWords::not_added(code, QStringLiteral("ward.jpg")).startsWith(QStringLiteral("ward.jpg was not")));
        QVERIFY(FileWords::not_added(code, QStringLiteral("ward.jpg")).contains(QStringLiteral("safe")));
        QVERIFY(
            FileWords::not_copied(code, QStringLiteral("ward.jpg")).contains(QStringLiteral("safe in the journal")));
    }
    QVERIFY(FileWords::not_added(ErrorCode::kDiskFull, {}).contains(QStringLiteral("no room left")));
    QVERIFY(FileWords::not_added(ErrorCode::kCancelled, {}).isEmpty());
    QVERIFY(FileWords::not_copied(ErrorCode::kCancelled, {}).isEmpty());
}

QTEST_MAIN(EntryFilesTest)
#include "tst_entry_files.moc"
