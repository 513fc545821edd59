// SPDX-License-Identifier: Apache-2.0
// The entry a person is reading. It follows changes of the entry and closes when the entry is removed; when the removal
// is undone, it shows the entry again unless show() or close() was called meanwhile.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

#include "base/types.h"
#include "civil_time.h"
#include "journal/entry.h"
#include "journal_service.h"

namespace pennydrop::app {

class EntryReader final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.reader")
    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged FINAL)
    Q_PROPERTY(qint64 entryId READ entryId NOTIFY entryChanged FINAL)
    Q_PROPERTY(int kind READ kind NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString kindLabel READ kindLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString whenLabel READ whenLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString themeLabel READ themeLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString themeHelp READ themeHelp NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString levelLabel READ levelLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString editedLabel READ editedLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QStringList tags READ tags NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString tagsLabel READ tagsLabel NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString meaning READ meaning NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString ask READ ask NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString askRole READ askRole NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString needsLabel READ needsLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString problemLabel READ problemLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(QString powerLabel READ powerLabel NOTIFY labelsChanged FINAL)
    Q_PROPERTY(int state READ state NOTIFY entryChanged FINAL)
    Q_PROPERTY(int mark READ mark NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// `service` and `clock` must outlive the reader.
    EntryReader(JournalService& service, const Clock& clock, QObject* parent = nullptr);
    ~EntryReader() override;

    [[nodiscard]] bool shown() const noexcept { return entry_.has_value() || !message_.isEmpty(); }
    /// 0 when nothing is shown.
    [[nodiscard]] qint64 entryId() const noexcept { return entry_ ? entry_->id.value : shown() ? wanted_.value : 0; }
    /// 0 when nothing is shown, or only a message.
    [[nodiscard]] int kind() const noexcept;
    [[nodiscard]] QString kindLabel() const;
    [[nodiscard]] QString text() const { return text_; }
    [[nodiscard]] QString whenLabel() const;
    [[nodiscard]] QString themeLabel() const;
    [[nodiscard]] QString themeHelp() const;
    [[nodiscard]] QString levelLabel() const;
    /// "" for an entry that was never changed.
    [[nodiscard]] QString editedLabel() const;
    [[nodiscard]] QStringList tags() const;
    /// All of them on one line.
    [[nodiscard]] QString tagsLabel() const { return tags().join(QStringLiteral(", ")); }
    [[nodiscard]] QString meaning() const { return meaning_; }
    /// These are empty for what is no barrier.
    [[nodiscard]] QString ask() const { return ask_; }
    [[nodiscard]] QString askRole() const { return ask_role_; }
    [[nodiscard]] QString needsLabel() const;
    [[nodiscard]] QString problemLabel() const;
    [[nodiscard]] QString powerLabel() const;
    [[nodiscard]] int state() const noexcept;
    /// One of EntryMarks.
    [[nodiscard]] int mark() const;
    /// Why the entry could not be read; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// Reads the entry; what was shown stays until it is there. Closes when there is no such entry.
    Q_INVOKABLE void show(qint64 id);
    Q_INVOKABLE void close();
    /// Puts the text as it was written on the clipboard; clipboard_guard.h looks after it there.
    Q_INVOKABLE void copyText() const;

signals:
    void shownChanged();
    void entryChanged();
    void labelsChanged();
    void messageChanged();

private:
    void read(EntryId id);
    void take(std::optional<Entry> entry, QString text, const QString& message);
    void take_details();
    void forget();
    void wipe_all();
    [[nodiscard]] const BarrierDetails* barrier() const noexcept;

    JournalService& service_;
    CalendarWatch calendar_;
    std::optional<Entry> entry_;  ///< Without the texts that follow.
    QString text_;
    QString meaning_;
    QString ask_;
    QString ask_role_;
    bool is_learned_{false};
    QString message_;
    EntryId wanted_;   ///< The entry show() last asked for; an answer about another one is late.
    EntryId removed_;  ///< The entry that was shown when it was removed.
};

}  // namespace pennydrop::app
