// SPDX-License-Identifier: Apache-2.0
// Writing while the journal is locked: an entry is sealed to the journal's public key within a second of typing
// (note_sealer.h), cannot be read back, and is in the timeline at the next unlock. The key is remembered from the last
// unlock, because a locked journal's header could have been altered by anybody. Nobody's screen shows the words for
// longer than the journal would stay open: after the same minutes without a key, with the screen and before sleep they
// go, once they are sealed. What could not be sealed is tried again when the program ends; when even that fails, the
// next start says so.
// Threads: GUI thread; sealing and the disk are the worker's.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

#include "app_settings.h"
#include "auto_lock.h"
#include "base/types.h"
#include "elapsed.h"
#include "journal/entry.h"
#include "journal_service.h"
#include "note_sealer.h"
#include "vault/drop_box.h"

namespace pennydrop::app {

class Session;

class LockedNote final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.lockedNote")
    /// The person wants it, and the journal was unlocked on this device before.
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL)
    Q_PROPERTY(bool wanted READ wanted WRITE setWanted NOTIFY changed FINAL)
    /// The screen for it is shown.
    Q_PROPERTY(bool writing READ writing NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    /// What came of the last entry.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /// Borrows all; `journal` is the session's.
    LockedNote(JournalService& service, Session& session, AppSettings& settings, const Clock& clock,
               const TimeSource& time, std::filesystem::path journal, QObject* parent = nullptr);
    /// Seals what is still there, also what is being sealed just now or could not be before.
    ~LockedNote() override;

    [[nodiscard]] bool available() const;
    [[nodiscard]] bool wanted() const;
    void setWanted(bool wanted);
    [[nodiscard]] bool writing() const noexcept { return writing_; }
    /// What was written is being sealed for the last time.
    [[nodiscard]] bool busy() const noexcept { return finishing_; }
    [[nodiscard]] int kind() const noexcept { return kind_; }
    void setKind(int kind);
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }

    /// From the lock screen to the empty page.
    Q_INVOKABLE void begin();
    /// Seals what was written; the page is empty afterwards. When it fails the words stay. Emptied by hand, what was
    /// sealed of it is thrown away.
    Q_INVOKABLE void save();
    /// Back to the lock screen, after sealing what was written. Stays while that fails.
    Q_INVOKABLE void leave();
    /// Back to the lock screen with the words kept here: they can be tried again, and become an entry at the next
    /// unlock.
    Q_INVOKABLE void stepBack();
    /// The window is about to be closed. False when words would go with it that are not sealed: then they are, and
    /// endPossible() follows. When that fails message() says so, and whoever closes it once more means it.
    Q_INVOKABLE bool mayEnd();

signals:
    void changed();
    void textChanged();
    void endPossible();

private:
    /// Words that are becoming an entry of the open journal.
    struct Added {
        std::size_t revision{0};
        /// Set by the worker: its answer may come too late for us.
        std::shared_ptr<std::atomic_bool> kept{std::make_shared<std::atomic_bool>(false)};
    };

    [[nodiscard]] std::optional<DropTarget> target() const;
    void on_opened();
    void on_state_changed();
    [[nodiscard]] bool is_blank() const;
    void add_kept_words();
    void settle_added();
    void finish();
    void sealed();
    void seal_failed(ErrorCode code);
    void settle_all();
    void stop_writing();
    void start_waiting();
    void forget_text();
    [[nodiscard]] QString path_key() const;

    JournalService& service_;
    Session& session_;
    AppSettings& settings_;
    const Clock& clock_;
    std::filesystem::path journal_;
    NoteSealer sealer_;
    bool writing_{false};
    bool finishing_{false};
    bool leaving_{false};
    AutoLock idle_;  ///< A page left alone is sealed after as long as an open journal locks.
    int kind_{static_cast<int>(EntryKind::kSetback)};
    QString text_;
    std::size_t revision_{0};  ///< Counts changes of the words.
    std::optional<Added> added_;
    bool ending_{false};  ///< The window closes once all is sealed.
    bool warned_{false};  ///< message() has told what closing it now would cost.
    QString message_;
    bool failed_{false};
};

}  // namespace pennydrop::app
