// SPDX-License-Identifier: Apache-2.0
// What the kinds, themes and levels are called, in the person's language. The codes are the core's; these are only
// words.
// Threads: GUI thread (translations).
// Source: docs/vocabulary.md.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <optional>

#include "journal/taxonomy.h"

namespace pennydrop::app {

class Vocabulary : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.vocabulary")

public:
    explicit Vocabulary(QObject* parent = nullptr) : QObject(parent) {}

    /// All of these give an empty text for a number or a code that is none of ours.
    Q_INVOKABLE [[nodiscard]] QString kindLabel(int kind) const;
    Q_INVOKABLE [[nodiscard]] QString kindHelp(int kind) const;
    Q_INVOKABLE [[nodiscard]] QString themeLabel(const QString& code) const;
    Q_INVOKABLE [[nodiscard]] QString themeHelp(const QString& code) const;
    Q_INVOKABLE [[nodiscard]] QString levelLabel(int level) const;

    [[nodiscard]] static QString label(EntryKind kind);
    [[nodiscard]] static QString help(EntryKind kind);
    [[nodiscard]] static QString label(const Theme& theme);
    [[nodiscard]] static QString help(const Theme& theme);
    [[nodiscard]] static QString label(SystemLevel level);
    [[nodiscard]] static QString label(const std::optional<Theme>& theme) { return theme ? label(*theme) : QString(); }
    [[nodiscard]] static QString help(const std::optional<Theme>& theme) { return theme ? help(*theme) : QString(); }
    [[nodiscard]] static QString label(const std::optional<SystemLevel>& level) {
        return level ? label(*level) : QString();
    }
};

/// The code of a theme as QML has it; "" for none.
[[nodiscard]] QString theme_code(const std::optional<Theme>& theme);
/// Nothing for "" and for a code that is none of ours.
[[nodiscard]] std::optional<Theme> theme_from_code(const QString& code);

}  // namespace pennydrop::app
