// SPDX-License-Identifier: Apache-2.0
// Draws every screen on phone and desktop sizes, light and dark, as <folder>/<screen>-<width>x<height>-<theme>.png. The
// pictures are the same from run to run, but for the recovery code. The folder is the variable PENNYDROP_SCREENSHOTS or
// the first argument.
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLockFile>
#include <QQuickStyle>
#include <QStyleHints>
#include <QTest>
#include <QUrl>

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "fonts.h"
#include "stage.h"
#include "translation.h"
#include "walk.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::screens;
using State = app::Session::State;
using ThemeMode = app::AppSettings::ThemeMode;

constexpr int kPatience = 20'000;

class Photographer final {
public:
    Photographer(QDir folder, QString journal) : folder_(std::move(folder)), journal_(std::move(journal)) {}

    /// All pictures of one size and theme.
    [[nodiscard]] bool take(QSize size, ThemeMode theme) {
        size_ = size;
        theme_ = theme;
        return before_opening() && when_locked() && with_entries() && looking_again() && trends() && erasing();
    }

private:
    [[nodiscard]] bool before_opening() {
        return begin(Contents::kNothing, Stage::Start::kHeld) && wait([this] {
                   return seen_texts(*stage_.window()).contains(QStringLiteral("Looking for your journal"));
               }) &&
               shoot("starting") && begin(Contents::kNothing) && shoot("first-run") && make_journal() &&
               shoot("recovery") && begin(Contents::kForeign) && shoot("unavailable");
    }

    [[nodiscard]] bool when_locked() {
        if (!begin(Contents::kEmpty) || !shoot("lock")) {
            return false;
        }
        app::Session& session = *stage_.root()->session();
        for (const char letter : std::string_view{"otter lantern six"}) {
            QTest::keyClick(stage_.window(), letter);
        }
        QTest::keyClick(stage_.window(), Qt::Key_Return);
        return wait([&session] { return !session.busy() && !session.message().isEmpty(); }) && shoot("lock-wrong") &&
               stage_.unlock() && shoot("journal-empty") && locked_note() && recovering() && while_it_takes();
    }

    /// Written without unlocking.
    [[nodiscard]] bool locked_note() {
        app::Session& session = *stage_.root()->session();
        session.lock();
        if (!wait([&session] { return session.state() == State::Locked && !session.busy(); }) ||
            !press("writeLockedButton") || !wait_for("lockedNoteText")) {
            return false;
        }
        for (const char letter : std::string_view{"The porter had been told before anybody asked."}) {
            QTest::keyClick(stage_.window(), letter);
        }
        return shoot("locked-note");
    }

    /// The other way in, and the passphrase that is chosen then.
    [[nodiscard]] bool recovering() {
        if (!begin(Contents::kEmpty) || !press("useRecoveryButton") || !wait_for("recoveryCodeField") ||
            !shoot("lock-recovery")) {
            return false;
        }
        app::Session& session = *stage_.root()->session();
        session.unlockWithRecoveryCode(recovery_code(Contents::kEmpty));
        return wait([&session] { return session.state() == State::NewPassphrase && !session.busy(); }) &&
               shoot("new-passphrase");
    }

    /// What passes by itself is begun without its work, so that it holds still.
    [[nodiscard]] bool while_it_takes() {
        if (!begin(Contents::kEmpty) || !stage_.unlock()) {
            return false;
        }
        stage_.root()->session()->beginErasing();
        if (!wait_for("erasingScreen") || !shoot("erasing") || !begin(Contents::kEmpty) || !stage_.unlock()) {
            return false;
        }
        app::LongTask& task = *stage_.root()->keys()->task();
        const OnProgress report = task.begin();
        (void)report(3, 5);
        stage_.root()->session()->beginSealing();
        return wait_for("sealingScreen") && wait([&task] { return task.progress() > 0; }) && shoot("sealing");
    }

    [[nodiscard]] bool with_entries() {
        return begin(Contents::kMany) && stage_.unlock() && shoot("journal") && read_entry() && shoot("entry") &&
               live() && write() && shoot("editor") && press("themeChip") && shoot("editor-theme") && more() &&
               search() && settings() && files();
    }

    /// An entry with Markdown, and one with photos, while it is written and read.
    [[nodiscard]] bool files() {
        return begin(Contents::kFew) && stage_.unlock() &&
               write_words(2,
                           "# What the board told us\n\nThe **one thing** that we had *never* asked was there.\n\n"
                           "- who waits\n- who decides\n\n> Nobody had told the ward.\n\n"
                           "See [the form](https://example.org/forms/handover).") &&
               keep_and_read() && shoot("entry-marked") && write_words(1, "The board was full again.") && add_files() &&
               shoot("editor-files") && keep_and_read() && shoot("entry-files") && press("fileTile0") &&
               wait([this] { return !stage_.root()->life()->viewer()->picture().isNull(); }) &&
               shoot("entry-picture") && escape() && press("fileMenu0") && press("copyFile") && shoot("entry-copy");
    }

    [[nodiscard]] bool write_words(int kind, const char* words) {
        app::EntryEditor& editor = *stage_.root()->editor();
        editor.begin(kind);
        if (!wait([&] { return find_seen(*stage_.window(), QStringLiteral("editorText")) && editor.kind() == kind; })) {
            return false;
        }
        editor.setText(QString::fromUtf8(words));
        return true;
    }

    [[nodiscard]] bool add_files() {
        app::EntryEditor& editor = *stage_.root()->editor();
        editor.adder()->add({stage_.make_picture(QStringLiteral("ward board.png")),
                             stage_.make_picture(QStringLiteral("the corridor on a Sunday.png"))});
        return wait([&editor] { return editor.files()->count() == 2 && !editor.adder()->adding(); });
    }

    [[nodiscard]] bool keep_and_read() {
        app::AppRoot& root = *stage_.root();
        const int before = root.timeline()->total();
        root.editor()->finish();
        if (!wait([&] { return root.timeline()->total() == before + 1 && !root.editor()->active(); })) {
            return false;
        }
        root.reader()->show(root.timeline()->index(0, 0).data(app::TimelineModel::EntryIdRole).toLongLong());
        return wait([&root] { return root.reader()->shown(); });
    }

    /// Review, the calendar, tags, and every filter of the search.
    [[nodiscard]] bool looking_again() {
        app::AppRoot* root = nullptr;
        if (!begin(Contents::kEmpty) || !stage_.unlock() || !press("reviewButton") || !shoot("review-empty") ||
            !begin(Contents::kReview) || !stage_.unlock()) {
            return false;
        }
        root = stage_.root();
        app::ReviewModel& review = *root->review();
        return wait([&review] { return review.count() > 0; }) && shoot("journal-invited") && press("reviewButton") &&
               wait([&review] { return review.decision(); }) && shoot("review-decision") && press("adaptButton") &&
               shoot("review-adapt") && escape() && next_card() && next_card() && next_card() &&
               shoot("review-light-bulb") && review_rest() && tags() && calendar();
    }

    /// The bin, and the end of the whole journal.
    [[nodiscard]] bool erasing() {
        if (!begin(Contents::kFew) || !stage_.unlock()) {
            return false;
        }
        app::AppRoot& root = *stage_.root();
        for (int row = 0; row < 2; ++row) {
            root.removal()->remove(root.timeline()->index(row, 0).data(app::TimelineModel::EntryIdRole).toLongLong());
        }
        if (!wait([&root] { return root.timeline()->total() == 4; })) {
            return false;
        }
        root.removal()->dismiss();
        root.backups()->chooseFolder(QUrl::fromLocalFile(QFileInfo(journal_).absolutePath()));
        root.backups()->backUpNow();
        return blamed() && group("writing") && press("binButton") && wait([&root] { return root.bin()->ready(); }) &&
               shoot("bin") && press("eraseEntry0") && shoot("bin-erase") && escape() && press("backButton") &&
               questions() && leave_group() && group("about") && reveal("eraseJournalButton") &&
               shoot("settings-erase") && press("eraseJournalButton") && shoot("erase-journal") && escape() &&
               wait([&root] { return !root.backups()->message().isEmpty(); }) && erased();
    }

    [[nodiscard]] bool questions() {
        return reveal("questionsButton") && press("questionsButton") && shoot("questions") &&
               reveal("takeInSetButton") && shoot("questions-own") && press("backButton");
    }

    [[nodiscard]] bool blamed() {
        app::AppRoot& root = *stage_.root();
        QTest::keyClick(stage_.window(), Qt::Key_1, Qt::ControlModifier);
        if (!wait([this] { return find_seen(*stage_.window(), QStringLiteral("editorText")) != nullptr; })) {
            return false;
        }
        root.editor()->setText(
            QStringLiteral("The list on the door was of last week. It was my fault, I was on shift."));
        return wait([&root] { return !root.blame()->question().isEmpty(); }) && shoot("editor-blame") && escape();
    }

    [[nodiscard]] bool erased() {
        app::JournalErasure& erasure = *stage_.root()->erasure();
        erasure.erase(passphrase());
        return wait([&erasure] { return erasure.done(); }) && shoot("erased");
    }

    /// What was passed comes again after a new beginning.
    [[nodiscard]] bool review_rest() {
        if (!begin(Contents::kReview) || !stage_.unlock() || !press("reviewButton")) {
            return false;
        }
        app::ReviewModel& review = *stage_.root()->review();
        if (!wait([&review] { return review.decision(); }) || !next_card() || (!review.barrier() && !next_card())) {
            return false;
        }
        review.sayState(app::ReviewModel::Moving);
        if (!wait([&review] { return review.said(); })) {
            return false;
        }
        stage_.root()->removal()->dismiss();
        review.setAnswer(QStringLiteral("The occupational therapist may now order up to 200 pounds herself."));
        stage_.settle();
        return shoot("review-barrier") && press("notNowButton") && shoot("review-not-now") && escape();
    }

    [[nodiscard]] bool next_card() {
        app::ReviewModel& review = *stage_.root()->review();
        const qint64 before = review.entryId();
        const QString words = review.words();
        review.nothingNew();
        const bool came =
            wait([&] { return review.shown() && (review.entryId() != before || review.words() != words); });
        stage_.root()->removal()->dismiss();
        return came;
    }

    [[nodiscard]] bool tags() {
        app::AppRoot& root = *stage_.root();
        QTest::keyClick(stage_.window(), Qt::Key_F, Qt::ControlModifier);
        stage_.settle();
        root.search()->setKind(3);
        root.search()->setThemeCode(QStringLiteral("procedure"));
        root.search()->setLevel(3);
        root.search()->setTag(1, QStringLiteral("procurement"));
        root.search()->setSpan(QStringLiteral("2026-10-01"), QStringLiteral("2026-11-14"));
        if (!wait([&root] { return !root.search()->searching(); }) || !shoot("search-filters") ||
            !press("moreFilters") || !shoot("search-more") || !escape() || !press("periodFilter") ||
            !press("filterDays") || !shoot("search-days") || !escape() || !press("tagFilter") ||
            !wait([&root] { return root.tags()->ready(); }) || !shoot("search-tag") || !press("lookAfterTagsButton")) {
            return false;
        }
        return wait([&root] { return root.tags()->ready(); }) && shoot("tags") && press_row("visits") && shoot("tag") &&
               escape();
    }

    [[nodiscard]] bool calendar() {
        if (!begin(Contents::kMany) || !stage_.unlock() || !settings_pages() || !press("journalButton") ||
            !press("calendarButton")) {
            return false;
        }
        app::CalendarModel& calendar = *stage_.root()->calendar();
        calendar.previousMonth();
        calendar.choose(calendar.currentRow());
        stage_.settle();
        return shoot("calendar");
    }

    [[nodiscard]] bool settings_pages() {
        return group("writing") && shoot("settings-writing") && leave_group() && group("review") &&
               shoot("settings-review") && leave_group() && group("look") && shoot("settings-look") && leave_group() &&
               group("about") && shoot("settings-about") && leave_group() && escape();
    }

    /// The page of a group of the settings, from the journal or from their list.
    [[nodiscard]] bool group(const char* name) {
        if (find_seen(*stage_.window(), QStringLiteral("settingsScreen")) == nullptr && !press("settingsButton")) {
            return false;
        }
        return press((std::string{name} + "Group").c_str());
    }

    /// To the list of groups, which is there already where it has room beside the page.
    [[nodiscard]] bool leave_group() {
        return find_seen(*stage_.window(), QStringLiteral("settingsList")) != nullptr || escape();
    }

    [[nodiscard]] bool trends() {
        if (!begin(Contents::kEmpty) || !stage_.unlock() || !press("trendsButton") || !shoot("trends-empty") ||
            !begin(Contents::kLived) || !stage_.unlock() || !press("trendsButton")) {
            return false;
        }
        app::TrendsModel& trends = *stage_.root()->trends();
        if (!wait([&trends] { return trends.ready(); }) || !shoot("trends") || !reveal("kindsTableButton") ||
            !shoot("trends-kinds") || !press("kindsTableButton") || !reveal("hurdlesTableButton") ||
            !shoot("trends-table") || !reveal("barriersTableButton") || !shoot("trends-barriers")) {
            return false;
        }
        trends.barriers()->marks()->choose(0);
        return wait([&trends] { return trends.entries()->rowCount() > 0; }) && shoot("trends-entries");
    }

    [[nodiscard]] bool escape() {
        QTest::keyClick(stage_.window(), Qt::Key_Escape);
        stage_.settle();
        return true;
    }

    [[nodiscard]] bool press_row(const char* words) {
        for (QQuickItem* const item : usable_controls(*stage_.window())) {
            if (item->property("text").toString() == QLatin1String(words)) {
                QMetaObject::invokeMethod(item, "clicked");
                stage_.settle();
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool make_journal() {
        app::Session& session = *stage_.root()->session();
        session.createJournal(passphrase());
        return wait([&session] { return session.state() == State::RecoveryCode; });
    }

    [[nodiscard]] bool read_entry() {
        app::TimelineModel& timeline = *stage_.root()->timeline();
        // The first barrier with a theme and a level shows all an entry has.
        for (int row = 0; row < timeline.rowCount(); ++row) {
            const QModelIndex index = timeline.index(row, 0);
            if (index.data(app::TimelineModel::KindRole).toInt() == 3 &&
                !index.data(app::TimelineModel::ThemeLabelRole).toString().isEmpty() &&
                !index.data(app::TimelineModel::LevelLabelRole).toString().isEmpty()) {
                stage_.root()->reader()->show(index.data(app::TimelineModel::EntryIdRole).toLongLong());
                return wait([this] { return stage_.root()->reader()->shown(); });
            }
        }
        return false;
    }

    /// What comes after an entry.
    [[nodiscard]] bool live() {
        app::EntryReader& reader = *stage_.root()->reader();
        app::EntryLife& life = *stage_.root()->life();
        life.barrier()->setState(1);
        if (!wait([&reader] { return reader.state() == 1; })) {
            return false;
        }
        life.barrier()->setState(2);
        life.writer()->begin(false);
        life.writer()->setText(QStringLiteral("It began to move when the form was on one page."));
        life.writer()->finish();
        life.decisionForm()->begin();
        life.decisionForm()->setWhat(QStringLiteral("One list on the door, whoever is on shift"));
        life.decisionForm()->setHow(QStringLiteral("Nobody has to ask twice"));
        life.decisionForm()->keep();
        const app::TimelineModel& timeline = *stage_.root()->timeline();
        for (int row = 0; row < timeline.rowCount(); ++row) {
            const QModelIndex index = timeline.index(row, 0);
            if (index.data(app::TimelineModel::KindRole).toInt() == 2) {
                life.links()->add(index.data(app::TimelineModel::EntryIdRole).toLongLong(),
                                  app::LinkRelations::AnsweredBy);
                break;
            }
        }
        if (!wait([&] {
                return reader.state() == 2 && life.followUps()->count() > 0 && life.decisions()->count() > 0 &&
                       life.links()->count() > 0;
            })) {
            return false;
        }
        stage_.root()->removal()->dismiss();
        life.writer()->begin(false);
        life.writer()->setText(QStringLiteral("Since Monday it takes two days instead of nine."));
        return reveal("addLinkButton") && shoot("entry-life") && reveal("followUpField") && shoot("entry-note") &&
               reveal("addDecisionButton") && press("addDecisionButton") && shoot("entry-decision") && leave_sheet() &&
               reveal("addLinkButton") && press("addLinkButton") && shoot("entry-link") && leave_sheet();
    }

    [[nodiscard]] bool more() {
        app::AppRoot& root = *stage_.root();
        if (!leave_sheet()) {
            return false;
        }
        root.editor()->setKind(3);
        app::EditedDetails& details = *root.editor()->details();
        details.addTag(QStringLiteral("handover"));
        details.addTag(QStringLiteral("night shift"));
        details.setState(1);
        details.setNeedsCulture(true);
        details.setProblem(3);
        details.setMeaning(QStringLiteral("They tell their story three times."));
        return press("tagsChip") && shoot("editor-tags") && leave_sheet() && press("moreChip") &&
               shoot("editor-more") && leave_sheet() && wait([&root] { return root.similar()->offered(); }) &&
               shoot("editor-similar") && press("similarButton") && shoot("editor-similar-sheet");
    }

    [[nodiscard]] bool leave_sheet() {
        QTest::keyClick(stage_.window(), Qt::Key_Escape);
        stage_.settle();
        return QTest::qWaitFor(
            [this] { return find_seen(*stage_.window(), QStringLiteral("closeSheetButton")) == nullptr; }, kPatience);
    }

    [[nodiscard]] bool write() {
        stage_.root()->reader()->close();
        QTest::keyClick(stage_.window(), Qt::Key_1, Qt::ControlModifier);
        if (!wait([this] { return find_seen(*stage_.window(), QStringLiteral("editorText")) != nullptr; })) {
            return false;
        }
        app::EntryEditor& editor = *stage_.root()->editor();
        editor.setText(
            QStringLiteral("The handover went wrong. Two of us had read the same line in two ways, and the person "
                           "waiting for us had told it to each of us already."));
        editor.setCursor(static_cast<int>(editor.text().size()));
        editor.setLevel(2);
        return wait([&editor] { return editor.status() == app::EntryEditor::Saved; });
    }

    [[nodiscard]] bool search() {
        QTest::keyClick(stage_.window(), Qt::Key_Escape);  // the sheet
        stage_.settle();
        app::AppRoot& root = *stage_.root();
        QTest::keyClick(stage_.window(), Qt::Key_F, Qt::ControlModifier);
        if (!wait([this] { return find_seen(*stage_.window(), QStringLiteral("searchField")) != nullptr; })) {
            return false;
        }
        root.reader()->close();
        root.search()->setWords(QStringLiteral("team"));
        if (!found() || root.search()->total() == 0 || !shoot("search")) {
            return false;
        }
        root.search()->setWords(QStringLiteral("unicorns"));
        return found() && shoot("search-empty");
    }

    [[nodiscard]] bool found() {
        app::SearchModel& search = *stage_.root()->search();
        return wait([&search] { return search.searching(); }) && wait([&search] { return !search.searching(); });
    }

    [[nodiscard]] bool settings() {
        stage_.root()->search()->clear();
        // On a phone the settings are reached from the journal.
        QTest::keyClick(stage_.window(), Qt::Key_Escape);
        stage_.settle();
        app::AppRoot& root = *stage_.root();
        root.backups()->chooseFolder(QUrl::fromLocalFile(QFileInfo(journal_).absolutePath()));
        root.backups()->setDaily(true);
        return wait([&root] { return !root.backups()->message().isEmpty(); }) && press("settingsButton") &&
               shoot("settings") && press("backupsGroup") && shoot("settings-backups") && check() &&
               reveal("repairButton") && shoot("settings-check") && leave_group() && group("security") &&
               shoot("settings-security") && reveal("sealAnewButton") && shoot("settings-keys") &&
               reveal("changePassphraseButton") && press("changePassphraseButton") && shoot("settings-passphrase") &&
               restore();
    }

    [[nodiscard]] bool check() {
        app::JournalCheck& check = *stage_.root()->check();
        check.start();
        return wait([&check] { return !check.message().isEmpty(); });
    }

    [[nodiscard]] bool restore() {
        app::Rescue& rescue = *stage_.root()->rescue();
        rescue.begin(app::Rescue::Mode::Restore);
        if (!wait([&rescue] { return !rescue.backups().isEmpty(); }) || !shoot("restore")) {
            return false;
        }
        rescue.start(passphrase());
        return wait([&rescue] { return rescue.step() == app::Rescue::Step::Done; }) && shoot("restored");
    }

    [[nodiscard]] bool reveal(const char* name) {
        QQuickItem* const item = find_seen(*stage_.window(), QLatin1String(name));
        if (item == nullptr) {
            std::fprintf(stderr, "%s is not there\n", name);
            return false;
        }
        item->forceActiveFocus(Qt::TabFocusReason);
        stage_.settle();
        return true;
    }

    [[nodiscard]] bool begin(Contents contents, Stage::Start how = Stage::Start::kAtOnce) {
        stage_.end();
        QFile::remove(journal_);
        if (!stage_.begin_at(journal_, contents, size_, how)) {
            std::fputs("the program did not start\n", stderr);
            return false;
        }
        stage_.root()->settings()->setThemeMode(theme_);
        return true;
    }

    [[nodiscard]] bool press(const char* name) {
        stage_.settle();  // Where it is going to be, not where it was made.
        QQuickItem* const item = find_seen(*stage_.window(), QLatin1String(name));
        if (item == nullptr) {
            std::fprintf(stderr, "%s is not there\n", name);
            return false;
        }
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(stage_.window(), Qt::LeftButton, {}, middle.toPoint());
        stage_.settle();
        return true;
    }

    [[nodiscard]] bool wait_for(const char* name) {
        return wait([this, name] { return find_seen(*stage_.window(), QLatin1String(name)) != nullptr; });
    }

    [[nodiscard]] static bool wait(const std::function<bool()>& until) {
        const bool came = QTest::qWaitFor(until, kPatience);
        if (!came) {
            std::fputs("waited in vain\n", stderr);
        }
        return came;
    }

    [[nodiscard]] bool shoot(const char* screen) {
        QEvent leave(QEvent::Leave);  // nothing is hovered
        QCoreApplication::sendEvent(stage_.window(), &leave);
        stage_.settle();
        const QString name = QStringLiteral("%1-%2x%3-%4.png")
                                 .arg(QLatin1String(screen))
                                 .arg(size_.width())
                                 .arg(size_.height())
                                 .arg(theme_ == ThemeMode::Dark ? QLatin1String("dark") : QLatin1String("light"));
        const QImage picture = stage_.window()->grabWindow();
        if (picture.isNull() || !picture.save(folder_.filePath(name))) {
            std::fprintf(stderr, "%s could not be saved\n", qPrintable(name));
            return false;
        }
        return note_screens(name);
    }

    /// Which files of qml/screens the picture shows, for whoever looks whether one is in none (tools/screenshots).
    [[nodiscard]] bool note_screens(const QString& name) {
        QFile list(folder_.filePath(QStringLiteral("screens.txt")));
        if (!list.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text)) {
            std::fputs("what the pictures show could not be noted\n", stderr);
            return false;
        }
        for (const QQuickItem* const item : seen_items(*stage_.window())) {
            if (item->objectName().endsWith(QLatin1String("Screen"))) {
                list.write((name + u' ' + item->objectName() + u'\n').toUtf8());
            }
        }
        return true;
    }

    QDir folder_;
    QString journal_;
    QSize size_;
    ThemeMode theme_{ThemeMode::Light};
    Stage stage_;
};

}  // namespace

int main(int argc, char** argv) {
    QQuickStyle::setStyle(QStringLiteral("Pennydrop.Style"));
    QQuickStyle::setFallbackStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    const app::Translation translation;

    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : qEnvironmentVariable("PENNYDROP_SCREENSHOTS");
    const QDir pictures(folder.isEmpty() ? QDir::current().filePath(QStringLiteral("screenshots")) : folder);
    // The settings show the journal's path: always the same one.
    const QDir place(QDir::temp().filePath(QStringLiteral("pennydrop-screenshots")));
    if (!pictures.mkpath(QStringLiteral(".")) || !place.mkpath(QStringLiteral("."))) {
        std::fputs("a folder could not be made\n", stderr);
        return 1;
    }
    QLockFile alone(place.filePath(QStringLiteral("lock")));
    if (!alone.tryLock(kPatience)) {
        std::fputs("pictures are being made already\n", stderr);
        return 1;
    }

    const QString journal = place.filePath(QStringLiteral("journal.pennydrop"));
    bool all = true;
    {
        Photographer photographer(pictures, journal);
        for (const QSize size : {QSize(412, 892), QSize(1280, 800)}) {
            for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
                all = all && photographer.take(size, theme);
            }
        }
    }
    QFile::remove(journal);
    alone.unlock();
    QDir().rmdir(place.path());
    return all ? 0 : 1;
}
