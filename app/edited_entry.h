// SPDX-License-Identifier: Apache-2.0
// What is being written, as the person sees and sets it: kind, text, theme, level, time, details, and a question on
// offer. When it begins and where it goes is EntryEditor's.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

#include "base/types.h"
#include "civil_time.h"
#include "edited_details.h"
#include "journal/entry.h"

namespace pennydrop::app {

class EditedEntry : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
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
    Q_PROPERTY(bool restored READ restored NOTIFY restoredChanged FINAL)
    Q_PROPERTY(pennydrop::app::EditedDetails* details READ details CONSTANT FINAL)

public:
    ~EditedEntry() override;

    /// Something is being written; all the rest is empty otherwise.
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
    /// "" also for the theme of a later version, which is kept.
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
    /// This draft came back after an interruption.
    [[nodiscard]] bool restored() const noexcept { return restored_; }
    [[nodiscard]] EditedDetails* details() noexcept { return &details_; }
    /// What it will be linked with once it is kept.
    [[nodiscard]] const std::vector<DraftLink>& links() const noexcept { return links_; }
    void set_links(std::vector<DraftLink> links);
    /// Where its questions come from: the default ones of each kind, unless it is told.
    void take_questions_from(std::function<QStringList(EntryKind)> source);
    /// The source gives others now.
    void questions_changed();

    /// Nothing is written that an entry could be made of.
    [[nodiscard]] Q_INVOKABLE virtual bool isBlank() const;

    /// Offers another question.
    Q_INVOKABLE void nextPrompt();
    /// Inserts the question as a heading below the line the cursor is in, and puts the cursor under it.
    Q_INVOKABLE void takePrompt();
    /// As takePrompt(), with another question.
    void take_question(const QString& question);
    /// When it happened; the offset becomes the one of the system's time zone at that time.
    Q_INVOKABLE void setWhen(const QDateTime& when);

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
    void restoredChanged();
    void linksChanged();
    /// Another day began: what is said in words of today must be said anew.
    void calendarChanged();

protected:
    /// `clock` must outlive it.
    EditedEntry(const Clock& clock, QObject* parent);

    /// The person changed something.
    virtual void edited() = 0;

    [[nodiscard]] Draft draft() const;
    [[nodiscard]] const std::optional<EntryId>& entry() const noexcept { return entry_; }
    /// What is written becomes a change of this entry.
    void set_entry(EntryId id);
    /// Takes all that is written from `draft`, but the text, and is active. Nothing is announced yet.
    void take(const Draft& draft, QString text, bool restored);
    /// Forgets everything. Nothing is announced yet.
    void drop();
    void announce_all();

private:
    [[nodiscard]] QStringList open_questions() const;
    void offer_prompt();
    void set_text(QString text);
    void set_cursor(int cursor);
    void set_prompt(const QString& prompt);

    CalendarWatch calendar_;
    bool active_{false};
    std::optional<EntryId> entry_;
    EntryKind kind_{EntryKind::kSetback};
    QString text_;
    int cursor_{0};
    std::optional<Theme> theme_;
    std::optional<SystemLevel> level_;
    LocalTime occurred_;
    EditedDetails details_;
    std::vector<DraftLink> links_;
    std::function<QStringList(EntryKind)> questions_;
    QString prompt_;
    bool restored_{false};
};

}  // namespace pennydrop::app
