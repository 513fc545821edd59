// SPDX-License-Identifier: Apache-2.0
// What the person chose about the program, and what it remembers about its window. Never a word of theirs: this file is
// not encrypted.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QByteArray>
#include <QDate>
#include <QGuiApplication>
#include <QObject>
#include <QSettings>
#include <QSize>
#include <QString>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

#include "base/types.h"
#include "platform/device.h"

namespace pennydrop::app {

/// How often a wrong secret was tried on one journal since the last right one, and when the last time was.
struct WrongTries {
    int count{0};
    std::chrono::milliseconds last{0};  ///< By the wall clock.

    bool operator==(const WrongTries&) const = default;
};

/// What the person wants of backups of one journal.
struct BackupWish {
    bool daily{false};
    QString folder{};                 ///< Absolute; empty for the usual one.
    std::optional<LocalTime> last{};  ///< When the last one was made.
    int days{7};                      ///< Of a daily backup, how many days stay: 1 to 31.
    int weeks{4};                     ///< And, before those, of how many weeks: 0 to 52.
};

class AppSettings final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.settings")
    Q_PROPERTY(ThemeMode themeMode READ themeMode WRITE setThemeMode NOTIFY themeModeChanged FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int autoLockMinutes READ autoLockMinutes WRITE setAutoLockMinutes NOTIFY autoLockMinutesChanged FINAL)
    /// Whether what is written is covered while another program is in front: task switchers show live pictures of
    /// windows.
    Q_PROPERTY(
        bool coverWhenInactive READ coverWhenInactive WRITE setCoverWhenInactive NOTIFY coverWhenInactiveChanged FINAL)
    Q_PROPERTY(bool lockWithScreen READ lockWithScreen WRITE setLockWithScreen NOTIFY lockWithScreenChanged FINAL)
    /// Whether Review shows what was written on this day in earlier years.
    Q_PROPERTY(bool onThisDay READ onThisDay WRITE setOnThisDay NOTIFY onThisDayChanged FINAL)
    /// Whether words of blame in what is written get a gentle question.
    Q_PROPERTY(bool blameQuestion READ blameQuestion WRITE setBlameQuestion NOTIFY blameQuestionChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY reducedMotionChanged FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    Q_PROPERTY(qreal smallestTextScale READ smallestTextScale CONSTANT FINAL)
    Q_PROPERTY(qreal largestTextScale READ largestTextScale CONSTANT FINAL)
    Q_PROPERTY(qreal textScaleStep READ textScaleStep CONSTANT FINAL)

public:
    enum class ThemeMode { System, Light, Dark };
    Q_ENUM(ThemeMode)

    static constexpr qreal kSmallestTextScale = 0.85;
    static constexpr qreal kLargestTextScale = 2.0;
    static constexpr qreal kTextScaleStep = 0.05;
    /// Minutes without a touch after which the journal may lock itself, in order.
    static constexpr std::array kAutoLockChoices{1, 2, 5, 10, 30};

    /// Keeps its values in `store`; follows `device` until destroyed. Borrows `device`.
    AppSettings(std::unique_ptr<QSettings> store, platform::Device& device, QObject* parent = nullptr);
    ~AppSettings() override;

    /// The file of the person who runs the program.
    [[nodiscard]] static std::unique_ptr<QSettings> own_store();

    [[nodiscard]] ThemeMode themeMode() const noexcept { return theme_mode_; }
    void setThemeMode(ThemeMode mode);
    /// As setThemeMode(), but not remembered: for the command line.
    void overrideThemeMode(ThemeMode mode);
    [[nodiscard]] bool dark() const noexcept { return dark_; }

    [[nodiscard]] qreal textScale() const noexcept { return text_scale_; }
    [[nodiscard]] static qreal smallestTextScale() noexcept { return kSmallestTextScale; }
    [[nodiscard]] static qreal largestTextScale() noexcept { return kLargestTextScale; }
    [[nodiscard]] static qreal textScaleStep() noexcept { return kTextScaleStep; }
    /// Brought into its range.
    void setTextScale(qreal scale);

    /// Minutes without a touch until the journal locks itself.
    [[nodiscard]] int autoLockMinutes() const noexcept { return auto_lock_minutes_; }
    /// One of kAutoLockChoices; other numbers change nothing.
    void setAutoLockMinutes(int minutes);

    [[nodiscard]] bool lockWithScreen() const noexcept { return lock_with_screen_; }
    void setLockWithScreen(bool lock);
    [[nodiscard]] bool coverWhenInactive() const noexcept { return cover_when_inactive_; }
    void setCoverWhenInactive(bool cover);

    [[nodiscard]] bool reducedMotion() const noexcept { return appearance_.reduced_motion.value_or(false); }
    [[nodiscard]] QString version() const;

    [[nodiscard]] std::optional<QSize> windowSize() const;
    void setWindowSize(QSize size);

    /// Kept under a hash of the journal's path.
    [[nodiscard]] WrongTries wrongTries(const QString& journal_path) const;
    /// On the disk when it returns, so that starting the program again does not shorten the wait.
    void setWrongTries(const QString& journal_path, const WrongTries& tries);

    /// Kept under a hash of the journal's path.
    [[nodiscard]] BackupWish backupWish(const QString& journal_path) const;
    void setBackupWish(const QString& journal_path, const BackupWish& wish);
    /// Whether the lock screen offers to write without unlocking.
    [[nodiscard]] bool writeWhileLocked() const;
    void setWriteWhileLocked(bool offered);
    /// To whom a locked app writes (vault id and public key, no secret); empty before the first unlock.
    [[nodiscard]] QByteArray dropTarget(const QString& journal_path) const;
    /// An empty one forgets it.
    void setDropTarget(const QString& journal_path, const QByteArray& target);
    /// Words written without unlocking wait in memory because they could not be sealed; after a start: they are lost.
    /// On the disk when it returns.
    [[nodiscard]] bool unsealedWords(const QString& journal_path) const;
    void setUnsealedWords(const QString& journal_path, bool unsealed);
    /// The header's generation when the vault of this id was opened here last; 0 before. Id and number are no secrets.
    [[nodiscard]] quint64 generation(const QByteArray& vault) const;
    /// 0 forgets it.
    void setGeneration(const QByteArray& vault, quint64 generation);
    /// The key slot of this device in that journal, which is no secret; empty when it has none.
    [[nodiscard]] QByteArray deviceSlot(const QString& journal_path) const;
    void setDeviceSlot(const QString& journal_path, const QByteArray& slot);
    /// The devices' key slots there were before one was added for this device; nothing when none is being added.
    /// On the disk when it returns.
    [[nodiscard]] std::optional<QByteArray> slotsBefore(const QString& journal_path) const;
    void setSlotsBefore(const QString& journal_path, const std::optional<QByteArray>& slots_before);

    [[nodiscard]] bool onThisDay() const noexcept { return on_this_day_; }
    void setOnThisDay(bool shown);
    [[nodiscard]] bool blameQuestion() const noexcept { return blame_question_; }
    void setBlameQuestion(bool asked);
    /// Whether the desktop says that something waits in Review.
    [[nodiscard]] bool reviewReminder() const;
    void setReviewReminder(bool wanted);
    /// The day of the last such reminder; kept under a hash of the journal's path.
    [[nodiscard]] QDate lastReminder(const QString& journal_path) const;
    /// An invalid day forgets it.
    void setLastReminder(const QString& journal_path, QDate day);

signals:
    void themeModeChanged();
    void darkChanged();
    void textScaleChanged();
    void autoLockMinutesChanged();
    void lockWithScreenChanged();
    void coverWhenInactiveChanged();
    void reducedMotionChanged();
    void onThisDayChanged();
    void blameQuestionChanged();
    /// The desktop has answered how it wants things to look, or has no answer.
    void appearanceKnown();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const platform::Appearance& appearance);
    void resolve_dark();

    std::unique_ptr<QSettings> store_;
    platform::Device* device_;
    platform::Appearance appearance_;
    ThemeMode theme_mode_{ThemeMode::System};
    bool dark_{false};
    qreal text_scale_{1.0};
    int auto_lock_minutes_{5};
    bool lock_with_screen_{true};
    bool cover_when_inactive_{true};
    bool on_this_day_{true};
    bool blame_question_{true};
};

}  // namespace pennydrop::app
