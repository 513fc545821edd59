// SPDX-License-Identifier: Apache-2.0
// What QML sees as `App`: the session, the settings and one view model per screen, joined together.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include <memory>

#include "app_settings.h"
#include "backups.h"
#include "base/types.h"
#include "bin_model.h"
#include "blame_question.h"
#include "calendar_model.h"
#include "day_choice.h"
#include "device_unlock.h"
#include "elapsed.h"
#include "entry_editor.h"
#include "entry_life.h"
#include "entry_pane.h"
#include "entry_reader.h"
#include "held_forms.h"
#include "journal_check.h"
#include "journal_erasure.h"
#include "journal_keys.h"
#include "journal_service.h"
#include "life_words.h"
#include "locked_note.h"
#include "platform/device.h"
#include "platform/key_store.h"
#include "program_end.h"
#include "prompt_shelf.h"
#include "reminder.h"
#include "removal.h"
#include "rescue.h"
#include "review_model.h"
#include "review_spans.h"
#include "search_model.h"
#include "session.h"
#include "settings_groups.h"
#include "similar_entries.h"
#include "tag_choice.h"
#include "tag_name.h"
#include "tags_model.h"
#include "timeline_model.h"
#include "trends_model.h"
#include "unsaved_follow_ups.h"
#include "vocabulary.h"
#include "when_choice.h"

class QJSEngine;
class QQmlEngine;
class QSettings;

namespace pennydrop::app {

/// The world around the app, borrowed; main() gives the real one, a test its own.
struct Surroundings {
    const Clock& clock;
    const TimeSource& time;
    platform::Device& device;
    platform::KeyStore& key_store;
};

class AppRoot final : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(App)
    QML_SINGLETON
    Q_PROPERTY(pennydrop::app::Session* session READ session CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::AppSettings* settings READ settings CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::SettingsGroups* settingsGroups READ settingsGroups CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TimelineModel* timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryEditor* editor READ editor CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryReader* reader READ reader CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryPane* pane READ pane CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::SearchModel* search READ search CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Removal* removal READ removal CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::JournalKeys* keys READ keys CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Backups* backups READ backups CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::JournalCheck* check READ check CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::JournalErasure* erasure READ erasure CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::BinModel* bin READ bin CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::DeviceUnlock* device READ device CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::LockedNote* lockedNote READ lockedNote CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Rescue* rescue READ rescue CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::BlameQuestion* blame READ blame CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::PromptShelf* prompts READ prompts CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Vocabulary* vocabulary READ vocabulary CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::WhenChoice* whenChoice READ whenChoice CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryLife* life READ life CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::SimilarEntries* similar READ similar CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TagChoice* tagChoice READ tagChoice CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TagName* tagName READ tagName CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::LifeWords* lifeWords READ lifeWords CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::ReviewModel* review READ review CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::ReviewSpans* reviewSpans READ reviewSpans CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Reminder* reminder READ reminder CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::CalendarModel* calendar READ calendar CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::DayChoice* dayChoice READ dayChoice CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TagsModel* tags READ tags CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendsModel* trends READ trends CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::ProgramEnd* end READ end CONSTANT FINAL)

public:
    /// Becomes the App of every QML engine; there is one at a time. The session waits for Session::start().
    AppRoot(const Surroundings& surroundings, std::unique_ptr<QSettings> store, const SessionOptions& options);
    /// Closes the journal and waits until its keys are wiped. No QML engine may use it any more.
    ~AppRoot() override;

    /// Called by the QML engine.
    static AppRoot* create(QQmlEngine* engine, QJSEngine* script_engine);

    [[nodiscard]] Session* session() noexcept { return &session_; }
    [[nodiscard]] AppSettings* settings() noexcept { return &settings_; }
    [[nodiscard]] SettingsGroups* settingsGroups() noexcept { return &settings_groups_; }
    [[nodiscard]] TimelineModel* timeline() noexcept { return &timeline_; }
    [[nodiscard]] EntryEditor* editor() noexcept { return &editor_; }
    [[nodiscard]] EntryReader* reader() noexcept { return &reader_; }
    [[nodiscard]] EntryPane* pane() noexcept { return &pane_; }
    [[nodiscard]] SearchModel* search() noexcept { return &search_; }
    [[nodiscard]] Removal* removal() noexcept { return &removal_; }
    [[nodiscard]] Backups* backups() noexcept { return &backups_; }
    [[nodiscard]] JournalCheck* check() noexcept { return &check_; }
    [[nodiscard]] JournalErasure* erasure() noexcept { return &erasure_; }
    [[nodiscard]] BinModel* bin() noexcept { return &bin_; }
    [[nodiscard]] DeviceUnlock* device() noexcept { return &device_unlock_; }
    [[nodiscard]] LockedNote* lockedNote() noexcept { return &locked_note_; }
    [[nodiscard]] Rescue* rescue() noexcept { return &rescue_; }
    [[nodiscard]] JournalKeys* keys() noexcept { return &keys_; }
    [[nodiscard]] BlameQuestion* blame() noexcept { return &blame_; }
    [[nodiscard]] PromptShelf* prompts() noexcept { return &prompts_; }
    [[nodiscard]] Vocabulary* vocabulary() noexcept { return &vocabulary_; }
    [[nodiscard]] WhenChoice* whenChoice() noexcept { return &when_choice_; }
    [[nodiscard]] EntryLife* life() noexcept { return &life_; }
    [[nodiscard]] SimilarEntries* similar() noexcept { return &similar_; }
    [[nodiscard]] TagChoice* tagChoice() noexcept { return &tag_choice_; }
    [[nodiscard]] TagName* tagName() noexcept { return &tag_name_; }
    [[nodiscard]] LifeWords* lifeWords() noexcept { return &life_words_; }
    [[nodiscard]] ReviewModel* review() noexcept { return &review_; }
    [[nodiscard]] ReviewSpans* reviewSpans() noexcept { return &review_spans_; }
    [[nodiscard]] Reminder* reminder() noexcept { return &reminder_; }
    [[nodiscard]] CalendarModel* calendar() noexcept { return &calendar_; }
    [[nodiscard]] DayChoice* dayChoice() noexcept { return &day_choice_; }
    [[nodiscard]] TagsModel* tags() noexcept { return &tags_; }
    [[nodiscard]] TrendsModel* trends() noexcept { return &trends_; }
    [[nodiscard]] ProgramEnd* end() noexcept { return &end_; }

private:
    void watch_device();

    platform::Device* device_;
    JournalService service_;
    AppSettings settings_;
    Session session_;
    JournalKeys keys_;
    DeviceUnlock device_unlock_;
    LockedNote locked_note_;
    Backups backups_;
    SettingsGroups settings_groups_;
    JournalCheck check_;
    JournalErasure erasure_;
    Rescue rescue_;
    TimelineModel timeline_;
    Removal removal_;
    HeldForms held_forms_;
    BinModel bin_;
    PromptShelf prompts_;
    EntryEditor editor_;
    BlameQuestion blame_;
    EntryReader reader_;
    EntryPane pane_;
    SearchModel search_;
    Vocabulary vocabulary_;
    WhenChoice when_choice_;
    std::shared_ptr<UnsavedFollowUps> unsaved_follow_ups_{std::make_shared<UnsavedFollowUps>()};
    EntryLife life_;
    SimilarEntries similar_;
    TagChoice tag_choice_;
    TagName tag_name_;
    LifeWords life_words_;
    ReviewModel review_;
    ReviewSpans review_spans_;
    Reminder reminder_;
    CalendarModel calendar_;
    DayChoice day_choice_;
    TagsModel tags_;
    TrendsModel trends_;
    ProgramEnd end_;
};

}  // namespace pennydrop::app
