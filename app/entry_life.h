// SPDX-License-Identifier: Apache-2.0
// What comes after an entry, of the one being read: files, follow-ups, the state of a barrier, links, for-now
// decisions. One view model each, joined together.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include <memory>
#include <utility>

#include "barrier_life.h"
#include "decision_form.h"
#include "decisions.h"
#include "entry_files.h"
#include "entry_links.h"
#include "entry_reader.h"
#include "file_copy.h"
#include "follow_up_writer.h"
#include "follow_ups.h"
#include "journal_service.h"
#include "link_picker.h"
#include "picture_viewer.h"
#include "read_entry.h"
#include "removal.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

class EntryLife final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life")
    Q_PROPERTY(pennydrop::app::FollowUps* followUps READ followUps CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::FollowUpWriter* writer READ writer CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::BarrierLife* barrier READ barrier CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryLinks* links READ links CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::LinkPicker* picker READ picker CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::Decisions* decisions READ decisions CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::DecisionForm* decisionForm READ decisionForm CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::EntryFiles* files READ files CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::PictureViewer* viewer READ viewer CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::FileCopy* fileCopy READ fileCopy CONSTANT FINAL)

public:
    /// All of them must outlive it. `unsaved` is shared with whoever writes about entries.
    EntryLife(JournalService& service, const Clock& clock, Removal& removal, EntryReader& reader,
              std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent = nullptr)
        : QObject(parent),
          entry_(reader),
          follow_ups_(service, clock, removal, entry_),
          writer_(service, clock, removal, reader, entry_, follow_ups_, unsaved),
          barrier_(service, clock, removal, entry_),
          links_(service, clock, removal, entry_),
          picker_(service, clock, reader, entry_),
          decisions_(service, clock, removal, entry_),
          decision_form_(service, clock, removal, entry_, decisions_, std::move(unsaved)),
          files_(service, clock, removal),
          viewer_(service),
          file_copy_(service) {
        decision_form_.give_words_to(
            [this](EntryId entry, const QString& words) { return writer_.add_words(entry, words); });
        connect(&entry_, &ReadEntry::shown, this, [this] { files_.show(entry_.id()); });
        connect(&entry_, &ReadEntry::leaving, this, [this] {
            files_.clear();
            file_copy_.forgetMessage();
        });
    }

    [[nodiscard]] FollowUps* followUps() noexcept { return &follow_ups_; }
    [[nodiscard]] FollowUpWriter* writer() noexcept { return &writer_; }
    [[nodiscard]] BarrierLife* barrier() noexcept { return &barrier_; }
    [[nodiscard]] EntryLinks* links() noexcept { return &links_; }
    [[nodiscard]] LinkPicker* picker() noexcept { return &picker_; }
    [[nodiscard]] Decisions* decisions() noexcept { return &decisions_; }
    [[nodiscard]] DecisionForm* decisionForm() noexcept { return &decision_form_; }
    [[nodiscard]] EntryFiles* files() noexcept { return &files_; }
    [[nodiscard]] PictureViewer* viewer() noexcept { return &viewer_; }
    [[nodiscard]] FileCopy* fileCopy() noexcept { return &file_copy_; }

private:
    ReadEntry entry_;
    FollowUps follow_ups_;
    FollowUpWriter writer_;
    BarrierLife barrier_;
    EntryLinks links_;
    LinkPicker picker_;
    Decisions decisions_;
    DecisionForm decision_form_;
    EntryFiles files_;
    PictureViewer viewer_;
    FileCopy file_copy_;
};

}  // namespace pennydrop::app
