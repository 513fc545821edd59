// SPDX-License-Identifier: Apache-2.0
#include "app_root.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QSettings>
#include <QTimer>

#include <utility>

namespace pennydrop::app {

namespace {

AppRoot* the_root = nullptr;

}  // namespace

AppRoot::AppRoot(const Surroundings& surroundings, std::unique_ptr<QSettings> store, const SessionOptions& options)
    : device_(&surroundings.device),
      settings_(std::move(store), surroundings.device),
      session_(service_, settings_, surroundings.clock, surroundings.time, options),
      keys_(service_, session_, session_.file(), options.cost_of_new),
      device_unlock_(service_, session_, settings_, surroundings.key_store, session_.journalPath()),
      locked_note_(service_, session_, settings_, surroundings.clock, surroundings.time, session_.file().path),
      backups_(service_, settings_, surroundings.clock, session_.journalPath()),
      settings_groups_(settings_, backups_, options.sample),
      check_(service_),
      erasure_(service_, session_, settings_, session_.file()),
      rescue_(service_, session_, settings_, surroundings.clock, session_.file()),
      timeline_(service_, surroundings.clock),
      removal_(service_, surroundings.clock),
      held_forms_(service_, surroundings.clock, removal_),
      bin_(service_, surroundings.clock, removal_),
      prompts_(service_, surroundings.clock, removal_),
      editor_(service_, surroundings.clock, removal_),
      blame_(service_, settings_, editor_),
      reader_(service_, surroundings.clock),
      pane_(service_, editor_, reader_),
      search_(service_, surroundings.clock),
      when_choice_(surroundings.clock),
      life_(service_, surroundings.clock, removal_, reader_, unsaved_follow_ups_),
      similar_(service_, surroundings.clock, editor_),
      tag_choice_(service_, surroundings.clock, *editor_.details()),
      tag_name_(service_, surroundings.clock),
      review_(service_, surroundings.clock, settings_, removal_, unsaved_follow_ups_),
      review_spans_(service_),
      reminder_(service_, settings_, surroundings.clock, surroundings.device, session_.journalPath(),
                [] { return QGuiApplication::applicationState() == Qt::ApplicationActive; }),
      calendar_(service_, surroundings.clock),
      day_choice_(surroundings.clock),
      tags_(service_, removal_),
      trends_(service_, surroundings.clock),
      end_(service_, session_, locked_note_,
           [held = unsaved_follow_ups_, forms = service_.unsaved_forms(), draft = editor_.unsaved_draft()] {
               return held->any() || forms->any() || draft->any();
           }) {
    Q_ASSERT_X(the_root == nullptr, "AppRoot", "there is one at a time");
    the_root = this;
    connect(&review_spans_, &ReviewSpans::changed, &review_, &ReviewModel::look_again);
    connect(&review_spans_, &ReviewSpans::changed, &reminder_, &Reminder::read);
    connect(&erasure_, &JournalErasure::erased, &device_unlock_, &DeviceUnlock::forget_journal);
    connect(&erasure_, &JournalErasure::erased, &backups_, &Backups::forget_journal);
    connect(&erasure_, &JournalErasure::erased, &reminder_, &Reminder::forget_journal);
    connect(&erasure_, &JournalErasure::erased, this, [this] {
        // On the thread they belong to.
        service_.worker().run(
            this,
            [held = unsaved_follow_ups_, forms = service_.unsaved_forms(), draft = editor_.unsaved_draft()] {
                held->clear();
                forms->clear();
                draft->forget();
                return true;
            },
            [](bool) {});
    });
    editor_.take_questions_from([this](EntryKind kind) { return prompts_.questions_for(kind); });
    connect(&prompts_, &PromptShelf::offersChanged, &editor_, &EntryEditor::questions_changed);
    connect(&tags_, &TagsModel::renamed, &search_, &SearchModel::tag_renamed);
    connect(&tags_, &TagsModel::gone, &search_, &SearchModel::tag_gone);
    // Not before the first frame: reaching the buses takes a moment.
    QTimer::singleShot(0, this, [this] {
        watch_device();
        device_unlock_.look();
    });
}

AppRoot::~AppRoot() {
    device_->watch_screen({});
    keys_.task()->cancel();
    rescue_.task()->cancel();
    backups_.task()->cancel();
    check_.task()->cancel();
    service_.close_and_wait();
    the_root = nullptr;
}

void AppRoot::watch_device() {
    device_->watch_screen([this](platform::ScreenEvent event) {
        locked_note_.leave();
        session_.on_screen_event(event);
        if (event == platform::ScreenEvent::kAboutToSleep) {
            keys_.task()->cancel();
            rescue_.task()->cancel();
            // Behind whatever is to be wiped: a worker does one thing after the other.
            service_.worker().run(
                this, [] { return true; },
                [this](bool) {
                    service_.painter().run(
                        this, [] { return true; },
                        [this](bool) { rescue_.when_settled([this] { device_->ready_for_sleep(); }); });
                });
        }
    });
}

AppRoot* AppRoot::create(QQmlEngine* /*engine*/, QJSEngine* /*script_engine*/) {
    if (the_root != nullptr) {
        QJSEngine::setObjectOwnership(the_root, QJSEngine::CppOwnership);
    }
    return the_root;
}

}  // namespace pennydrop::app
