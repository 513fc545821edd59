// SPDX-License-Identifier: Apache-2.0
// One gentle question when words of blame stand in what is being written (journal/blame_words.h). They are looked for
// after a pause, on the worker's thread. Waved away, or answered, it does not come again for this entry until the
// journal is locked. Nothing is kept of it.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <set>

#include "app_settings.h"
#include "entry_editor.h"
#include "journal/blame_words.h"
#include "journal_service.h"

namespace pennydrop::app {

class BlameQuestion final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.blame")
    /// "" when there is nothing to ask.
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    /// Whether there is a list of words in the program's language.
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL)

public:
    static constexpr int kPauseMilliseconds = 1500;

    /// All must outlive it.
    BlameQuestion(JournalService& service, AppSettings& settings, EntryEditor& editor, QObject* parent = nullptr);

    [[nodiscard]] QString question() const;
    [[nodiscard]] bool available() const;

    /// Puts it into the text as a heading, to be answered there.
    Q_INVOKABLE void answer();
    Q_INVOKABLE void dismiss();

    /// At most 15 words, about the situation and never about guilt.
    [[nodiscard]] static QString words_for(BlameKind kind);

signals:
    void changed();

private:
    [[nodiscard]] bool is_wanted() const;
    void text_changed();
    void look();
    void begin();
    void finished(EntryId kept);
    void forget();
    void show(std::optional<BlameKind> kind);

    JournalService& service_;
    AppSettings& settings_;
    EntryEditor& editor_;
    QTimer pause_;
    std::optional<BlameKind> kind_;
    bool dismissed_{false};
    std::set<EntryId> asked_;  ///< Entries for which it was waved away or answered.
    std::uint64_t look_{0};    ///< An answer to an earlier one is dropped.
};

}  // namespace pennydrop::app
