// SPDX-License-Identifier: Apache-2.0
// The entry a person is writing, new or changed. Every pause in typing saves it as the journal's draft (draft_saver.h);
// leaving keeps the draft as an entry and never asks. A draft left by a crash or a lock comes back when the journal is
// opened.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

#include "base/types.h"
#include "civil_time.h"
#include "draft_saver.h"
#include "journal/draft_store.h"
#include "journal_service.h"
#include "removal.h"

namespace pennydrop::app {

class EntryEditor final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.editor")
    Q_PROPERTY(bool active READ active NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY entryIdChanged FINAL)
    Q_PROPERTY(qint64 entryId READ entryId NOTIFY entryIdChanged FINAL)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY cursorChanged FINAL)
    Q_PROPERTY(QString themeCode READ themeCode WRITE setThemeCode NOTIFY themeChanged FINAL)
    Q_PROPERTY(QString themeLabel READ themeLabel NOTIFY themeChanged FINAL)
    Q_PROPERTY(int level READ level WRITE setLevel NOTIFY levelChanged FINAL)
    Q_PROPERTY(QString levelLabel READ levelLabel NOTIFY levelChanged FINAL)
    Q_PROPERTY(QString whenLabel READ whenLabel NOTIFY whenChanged FINAL)
    Q_PROPERTY(QDateTime when READ when NOTIFY whenChanged FINAL)
    Q_PROPERTY(QString prompt READ prompt NOTIFY promptChanged FINAL)
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool restored READ restored NOTIFY restoredChanged FINAL)

public:
    enum Status { Idle, Unsaved, Saved, Failed };
    Q_ENUM(Status)

    /// All three must outlive the editor.
    EntryEditor(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);
    ~EntryEditor() override;

    [[nodiscard]] bool active() const noexcept { return active_; }
    [[nodiscard]] bool isNew() const noexcept { return !entry_.has_value(); }
    /// 0 for a new entry.
    [[nodiscard]] qint64 entryId() const noexcept { return entry_ ? entry_->value : 0; }
    [[nodiscard]] int kind() const noexcept { return static_cast<int>(kind_); }
    /// A theme that does not fit the kind is dropped.
    void setKind(int kind);
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    /// In UTF-16 units from the beginning of the text.
    [[nodiscard]] int cursor() const noexcept { return cursor_; }
    void setCursor(int cursor);
    /// "" for none. A code that does not fit the kind is ignored.
    [[nodiscard]] QString themeCode() const;
    void setThemeCode(const QString& code);
    [[nodiscard]] QString themeLabel() const;
    /// 0 for none.
    [[nodiscard]] int level() const noexcept { return level_ ? static_cast<int>(*level_) : 0; }
    void setLevel(int level);
    [[nodiscard]] QString levelLabel() const;
    [[nodiscard]] QString whenLabel() const;
    /// With the offset of the place it happened in; not valid while nothing is written.
    [[nodiscard]] QDateTime when() const;
    /// The question on offer, "" when all of them are in the text.
    [[nodiscard]] QString prompt() const { return prompt_; }
    [[nodiscard]] Status status() const noexcept;
    [[nodiscard]] QString statusText() const;
    /// This draft came back after an interruption.
    [[nodiscard]] bool restored() const noexcept { return restored_; }

    /// A new entry of now. What is being written is kept first; when that fails, it stays and nothing begins. A draft
    /// of last time that could not be read is looked for again; while it cannot be read, nothing begins either.
    Q_INVOKABLE void begin(int kind);
    /// Changes a saved entry. What is being written is kept first, as with begin().
    Q_INVOKABLE void edit(qint64 id);
    /// Offers another question.
    Q_INVOKABLE void nextPrompt();
    /// Inserts the question as a heading below the line the cursor is in, and puts the cursor under it.
    Q_INVOKABLE void takePrompt();
    /// When it happened; the offset becomes the one of the system's time zone at that time.
    Q_INVOKABLE void setWhen(const QDateTime& when);
    /// Keeps what was written and closes. Stays open, and says why, when it cannot be kept.
    Q_INVOKABLE void finish();
    /// Throws away what was written since begin() or edit(), and closes. Removal offers to undo it when there was
    /// anything.
    Q_INVOKABLE void discard();

signals:
    void activeChanged();
    void entryIdChanged();
    void kindChanged();
    void textChanged();
    void cursorChanged();
    void themeChanged();
    void levelChanged();
    void whenChanged();
    void promptChanged();
    void statusChanged();
    void restoredChanged();
    /// The editor has closed. 0 when no entry was kept.
    void finished(qint64 entryId);

private:
    enum class Trouble { kNone, kDraftUnreadable, kEntryUnreadable };

    [[nodiscard]] Draft draft() const;
    [[nodiscard]] std::optional<Draft> savable_draft() const;
    [[nodiscard]] QStringList open_questions() const;
    void commit_composing();
    void open();
    void lock();
    void start(std::function<void()> next);
    void begin_new(EntryKind kind, LocalTime when);
    void read(EntryId id);
    void fill(const Draft& draft, QString text, bool restored, bool stored);
    void kept(const KeptDraft& kept, bool current);
    void keep_failed();
    void close(EntryId kept);
    void forget();
    void emit_all();
    void offer_undo();
    void forget_discarded();
    void edited();
    void set_trouble(Trouble trouble);
    void offer_prompt();
    void set_text(QString text);
    void set_cursor(int cursor);
    void set_prompt(const QString& prompt);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    CalendarWatch calendar_;
    DraftSaver saver_;
    bool active_{false};
    bool loading_{false};  ///< A draft of last time is being looked for.
    Trouble trouble_{Trouble::kNone};
    std::function<void()> next_;  ///< What begins once that, or keeping the present draft, is done.
    EntryId wanted_;              ///< The entry edit() is reading.
    std::optional<EntryId> entry_;
    EntryKind kind_{EntryKind::kSetback};
    QString text_;
    int cursor_{0};
    std::optional<Theme> theme_;
    std::optional<SystemLevel> level_;
    LocalTime occurred_;
    QString prompt_;
    bool restored_{false};
    std::optional<Draft> discarded_;  ///< Thrown away, but its undo is still on offer.
    bool undoing_{false};             ///< That undo waits until the present draft is kept.
};

}  // namespace pennydrop::app
