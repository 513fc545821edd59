// SPDX-License-Identifier: Apache-2.0
#include "app_settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QEvent>
#include <QPalette>
#include <QStyleHints>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "civil_time.h"

namespace pennydrop::app {

namespace {

constexpr int kMostWrongTries = 1000;

constexpr auto kThemeMode = "appearance/theme";
constexpr auto kTextScale = "appearance/textScale";
constexpr auto kAutoLockMinutes = "security/autoLockMinutes";
constexpr auto kLockWithScreen = "security/lockWithScreen";
constexpr auto kCoverWhenInactive = "security/coverWhenInactive";
constexpr auto kWriteWhileLocked = "security/writeWhileLocked";
constexpr auto kOnThisDay = "review/onThisDay";
constexpr auto kBlameQuestion = "writing/blameQuestion";
constexpr auto kReviewReminder = "review/reminder";
constexpr auto kWindowSize = "window/size";

// Names in the file, so that the order of the enum may change.
constexpr std::array<std::pair<AppSettings::ThemeMode, const char*>, 3> kThemeNames = {{
    {AppSettings::ThemeMode::System, "system"},
    {AppSettings::ThemeMode::Light, "light"},
    {AppSettings::ThemeMode::Dark, "dark"},
}};

bool is_auto_lock_choice(int minutes) {
    return std::ranges::find(AppSettings::kAutoLockChoices, minutes) != AppSettings::kAutoLockChoices.end();
}

qreal in_range(qreal scale) {
    return std::isfinite(scale) ? std::clamp(scale, AppSettings::kSmallestTextScale, AppSettings::kLargestTextScale)
                                : 1.0;
}

/// The path itself could say more about the person than a settings file should.
QString key_of(const char* group, const QString& journal_path) {
    const QByteArray hash = QCryptographicHash::hash(journal_path.toUtf8(), QCryptographicHash::Sha256);
    return QLatin1String(group) + u'/' + QString::fromLatin1(hash.first(16).toHex());
}

constexpr int kMostBackupDays = 31;
constexpr int kMostBackupWeeks = 52;

QString tries_key(const QString& journal_path) {
    return key_of("wrongTries", journal_path);
}

bool system_is_dark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

}  // namespace

AppSettings::AppSettings(std::unique_ptr<QSettings> store, platform::Device& device, QObject* parent)
    : QObject(parent), store_(std::move(store)), device_(&device) {
    const QString theme = store_->value(kThemeMode).toString();
    for (const auto& [mode, name] : kThemeNames) {
        if (theme == QLatin1String(name)) {
            theme_mode_ = mode;
        }
    }
    bool is_number = false;
    const qreal scale = store_->value(kTextScale).toDouble(&is_number);
    text_scale_ = is_number ? in_range(scale) : 1.0;
    const int minutes = store_->value(kAutoLockMinutes).toInt();
    if (is_auto_lock_choice(minutes)) {
        auto_lock_minutes_ = minutes;
    }
    lock_with_screen_ = store_->value(kLockWithScreen, true).toBool();
    cover_when_inactive_ = store_->value(kCoverWhenInactive, true).toBool();
    on_this_day_ = store_->value(kOnThisDay, true).toBool();
    blame_question_ = store_->value(kBlameQuestion, true).toBool();

    QCoreApplication::instance()->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &AppSettings::resolve_dark);
#endif
    resolve_dark();
    device_->watch_appearance([this](const platform::Appearance& appearance) { take(appearance); });
}

AppSettings::~AppSettings() {
    device_->watch_appearance({});
}

std::unique_ptr<QSettings> AppSettings::own_store() {
    const QString name = QStringLiteral("pennydrop");
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, name, name);
}

void AppSettings::setThemeMode(ThemeMode mode) {
    for (const auto& [known, name] : kThemeNames) {
        if (known == mode) {
            store_->setValue(kThemeMode, QString::fromLatin1(name));
            overrideThemeMode(mode);
        }
    }
}

void AppSettings::overrideThemeMode(ThemeMode mode) {
    if (theme_mode_ != mode) {
        theme_mode_ = mode;
        emit themeModeChanged();
        resolve_dark();
    }
}

void AppSettings::setTextScale(qreal scale) {
    scale = in_range(scale);
    if (!qFuzzyCompare(text_scale_, scale)) {
        text_scale_ = scale;
        store_->setValue(kTextScale, scale);
        emit textScaleChanged();
    }
}

void AppSettings::setAutoLockMinutes(int minutes) {
    if (auto_lock_minutes_ != minutes && is_auto_lock_choice(minutes)) {
        auto_lock_minutes_ = minutes;
        store_->setValue(kAutoLockMinutes, minutes);
        emit autoLockMinutesChanged();
    }
}

void AppSettings::setLockWithScreen(bool lock) {
    if (lock_with_screen_ != lock) {
        lock_with_screen_ = lock;
        store_->setValue(kLockWithScreen, lock);
        emit lockWithScreenChanged();
    }
}

void AppSettings::setCoverWhenInactive(bool cover) {
    if (cover_when_inactive_ != cover) {
        cover_when_inactive_ = cover;
        store_->setValue(kCoverWhenInactive, cover);
        emit coverWhenInactiveChanged();
    }
}

QString AppSettings::version() const {
    return QStringLiteral(PENNYDROP_VERSION);
}

std::optional<QSize> AppSettings::windowSize() const {
    const QSize size = store_->value(kWindowSize).toSize();
    return size.isEmpty() ? std::nullopt : std::optional{size};
}

void AppSettings::setWindowSize(QSize size) {
    if (!size.isEmpty()) {
        store_->setValue(kWindowSize, size);
    }
}

WrongTries AppSettings::wrongTries(const QString& journal_path) const {
    const QStringList parts = store_->value(tries_key(journal_path)).toString().split(u' ');
    if (parts.size() != 2) {
        return {};
    }
    return {std::clamp(parts[0].toInt(), 0, kMostWrongTries), std::chrono::milliseconds{parts[1].toLongLong()}};
}

void AppSettings::setWrongTries(const QString& journal_path, const WrongTries& tries) {
    if (tries.count <= 0) {
        store_->remove(tries_key(journal_path));
    } else {
        store_->setValue(tries_key(journal_path),
                         QStringLiteral("%1 %2").arg(std::min(tries.count, kMostWrongTries)).arg(tries.last.count()));
    }
    store_->sync();
}

BackupWish AppSettings::backupWish(const QString& journal_path) const {
    const QString key = key_of("backups", journal_path);
    BackupWish wish;
    wish.daily = store_->value(key + QStringLiteral("/daily"), false).toBool();
    wish.folder = store_->value(key + QStringLiteral("/folder")).toString();
    const QDateTime last = QDateTime::fromString(store_->value(key + QStringLiteral("/last")).toString(), Qt::ISODate);
    if (last.isValid()) {
        wish.last = to_local_time(last);
    }
    wish.days = std::clamp(store_->value(key + QStringLiteral("/days"), wish.days).toInt(), 1, kMostBackupDays);
    wish.weeks = std::clamp(store_->value(key + QStringLiteral("/weeks"), wish.weeks).toInt(), 0, kMostBackupWeeks);
    return wish;
}

void AppSettings::setBackupWish(const QString& journal_path, const BackupWish& wish) {
    const QString key = key_of("backups", journal_path);
    store_->setValue(key + QStringLiteral("/daily"), wish.daily);
    store_->setValue(key + QStringLiteral("/folder"), wish.folder);
    store_->setValue(key + QStringLiteral("/days"), wish.days);
    store_->setValue(key + QStringLiteral("/weeks"), wish.weeks);
    if (wish.last) {
        store_->setValue(key + QStringLiteral("/last"), to_date_time(*wish.last).toString(Qt::ISODate));
    } else {
        store_->remove(key + QStringLiteral("/last"));
    }
}

bool AppSettings::writeWhileLocked() const {
    return store_->value(kWriteWhileLocked, true).toBool();
}

void AppSettings::setWriteWhileLocked(bool offered) {
    store_->setValue(kWriteWhileLocked, offered);
}

QByteArray AppSettings::dropTarget(const QString& journal_path) const {
    return QByteArray::fromHex(store_->value(key_of("dropTargets", journal_path)).toByteArray());
}

void AppSettings::setDropTarget(const QString& journal_path, const QByteArray& target) {
    const QString key = key_of("dropTargets", journal_path);
    if (target.isEmpty()) {
        store_->remove(key);
    } else {
        store_->setValue(key, QString::fromLatin1(target.toHex()));
    }
}

bool AppSettings::unsealedWords(const QString& journal_path) const {
    return store_->contains(key_of("unsealedWords", journal_path));
}

void AppSettings::setUnsealedWords(const QString& journal_path, bool unsealed) {
    if (unsealed == unsealedWords(journal_path)) {
        return;
    }
    if (unsealed) {
        store_->setValue(key_of("unsealedWords", journal_path), true);
    } else {
        store_->remove(key_of("unsealedWords", journal_path));
    }
    store_->sync();
}

quint64 AppSettings::generation(const QByteArray& vault) const {
    return store_->value(QStringLiteral("generations/") + QString::fromLatin1(vault.toHex())).toULongLong();
}

void AppSettings::setGeneration(const QByteArray& vault, quint64 generation) {
    const QString key = QStringLiteral("generations/") + QString::fromLatin1(vault.toHex());
    if (generation == 0) {
        store_->remove(key);
    } else {
        store_->setValue(key, generation);
    }
}

QByteArray AppSettings::deviceSlot(const QString& journal_path) const {
    return QByteArray::fromHex(store_->value(key_of("deviceSlots", journal_path)).toByteArray());
}

void AppSettings::setDeviceSlot(const QString& journal_path, const QByteArray& slot) {
    const QString key = key_of("deviceSlots", journal_path);
    if (slot.isEmpty()) {
        store_->remove(key);
    } else {
        store_->setValue(key, QString::fromLatin1(slot.toHex()));
    }
}

std::optional<QByteArray> AppSettings::slotsBefore(const QString& journal_path) const {
    const QString key = key_of("slotsBefore", journal_path);
    return store_->contains(key) ? std::optional(QByteArray::fromHex(store_->value(key).toByteArray())) : std::nullopt;
}

void AppSettings::setSlotsBefore(const QString& journal_path, const std::optional<QByteArray>& slots_before) {
    const QString key = key_of("slotsBefore", journal_path);
    if (slots_before) {
        store_->setValue(key, QString::fromLatin1(slots_before->toHex()));
    } else {
        store_->remove(key);
    }
    store_->sync();
}

void AppSettings::setBlameQuestion(bool asked) {
    if (blame_question_ != asked) {
        blame_question_ = asked;
        store_->setValue(kBlameQuestion, asked);
        emit blameQuestionChanged();
    }
}

void AppSettings::setOnThisDay(bool shown) {
    if (on_this_day_ != shown) {
        on_this_day_ = shown;
        store_->setValue(kOnThisDay, shown);
        emit onThisDayChanged();
    }
}

bool AppSettings::reviewReminder() const {
    return store_->value(kReviewReminder, false).toBool();
}

void AppSettings::setReviewReminder(bool wanted) {
    store_->setValue(kReviewReminder, wanted);
}

QDate AppSettings::lastReminder(const QString& journal_path) const {
    return QDate::fromString(store_->value(key_of("reminders", journal_path)).toString(), Qt::ISODate);
}

void AppSettings::setLastReminder(const QString& journal_path, QDate day) {
    if (day.isValid()) {
        store_->setValue(key_of("reminders", journal_path), day.toString(Qt::ISODate));
    } else {
        store_->remove(key_of("reminders", journal_path));
    }
}

bool AppSettings::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange && watched == QCoreApplication::instance()) {
        resolve_dark();
    }
    return false;
}

void AppSettings::take(const platform::Appearance& appearance) {
    const bool reduced_before = reducedMotion();
    appearance_ = appearance;
    if (reducedMotion() != reduced_before) {
        emit reducedMotionChanged();
    }
    resolve_dark();
    emit appearanceKnown();
}

void AppSettings::resolve_dark() {
    bool dark = theme_mode_ == ThemeMode::Dark;
    if (theme_mode_ == ThemeMode::System) {
        dark = appearance_.dark.has_value() ? *appearance_.dark : system_is_dark();
    }
    if (dark_ != dark) {
        dark_ = dark;
        emit darkChanged();
    }
}

}  // namespace pennydrop::app
