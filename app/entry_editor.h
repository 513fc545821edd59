// SPDX-License-Identifier: Apache-2.0
// The entry a person is writing, new or changed. Every pause in typing saves it as the journal's draft (draft_saver.h);
// leaving keeps the draft as an entry and never asks. A draft left by a crash or a lock comes back when the journal is
// opened. Photos and files that are added belong to the draft until it is kept; while an entry is changed, they belong
// to that at once.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include "base/types.h"
#include "draft_saver.h"
#include "edited_entry.h"
#include "entry_files.h"
#include "file_adder.h"
#include "journal/draft_store.h"
#include "journal_service.h"
#include "removal.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other, and QML then none of its properties.
class EntryEditor final : public pennydrop::app::EditedEntry {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.editor")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY statusChanged FINAL)
    Q_PROPERTY(pennydrop::app::EntryFiles* files READ files CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::FileAdder* adder READ adder CONSTANT FINAL)

public:
    enum Status { Idle, Unsaved, Saved, Failed };
    Q_ENUM(Status)

    /// All three must outlive the editor.
    EntryEditor(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);

    [[nodiscard]] Status status() const noexcept;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] EntryFiles* files() noexcept { return &files_; }
    [[nodiscard]] FileAdder* adder() noexcept { return &adder_; }
    /// A file is enough to make an entry of.
    [[nodiscard]] bool isBlank() const override;

    /// A new entry of now. What is being written is kept first; when that fails, it stays and nothing begins. A draft
    /// of last time that could not be read is looked for again; while it cannot be read, nothing begins either.
    Q_INVOKABLE void begin(int kind);
    /// Changes a saved entry. What is being written is kept first, as with begin().
    Q_INVOKABLE void edit(qint64 id);
    /// Keeps what was written and closes, once the files being added are there. Stays open, and says why, when it
    /// cannot be kept.
    Q_INVOKABLE void finish();
    /// Throws away what was written since begin() or edit(), and closes. Removal offers to undo it when there was
    /// anything. A new entry with files goes to the bin as a whole: words alone can be held for an undo. Where the disk
    /// refuses that, it is opened again; where it is too long, its words alone can come back.
    Q_INVOKABLE void discard();

    /// For the worker's thread.
    [[nodiscard]] std::shared_ptr<UnsavedDraft> unsaved_draft() const { return saver_.unsaved_draft(); }

signals:
    void statusChanged();
    /// The editor has closed. 0 when no entry was kept.
    void finished(qint64 entryId);

private:
    /// Thrown away, but its undo is still on offer; its words are overwritten when it goes.
    using Thrown = std::shared_ptr<Draft>;
    enum class Trouble { kNone, kDraftUnreadable, kEntryUnreadable };

    void edited() override;
    [[nodiscard]] std::optional<Draft> savable_draft() const;
    void commit_composing();
    void open();
    void lock();
    void start(std::function<void()> next);
    void begin_new(EntryKind kind, LocalTime when);
    void read(EntryId id);
    void fill(const Draft& draft, QString text, bool restored, bool stored);
    void kept(const KeptDraft& kept, bool current);
    void keep_failed();
    void drop_next();
    void close(EntryId kept);
    void forget();
    void throw_away_with_files();
    void offer_undo(const Thrown& thrown);
    void bring_back(const Thrown& thrown);
    [[nodiscard]] std::optional<EntryId> store_for_a_file();
    void files_added();
    void set_trouble(Trouble trouble);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    DraftSaver saver_;
    EntryFiles files_;
    FileAdder adder_;
    bool finishing_{false};  ///< finish() waits for files.
    QString told_late_;      ///< Of files, when nobody looks at the editor any more.
    bool loading_{false};    ///< A draft of last time is being looked for.
    Trouble trouble_{Trouble::kNone};
    std::function<void()> next_;  ///< What begins once that, or keeping the present draft, is done.
    EntryId wanted_;              ///< The entry edit() is reading.
    Thrown undoing_;              ///< What comes back as soon as the present draft is kept.
};

}  // namespace pennydrop::app
