// SPDX-License-Identifier: Apache-2.0
// How hard a passphrase is to guess, in words, by a real estimator instead of a list of rules.
// Threads: GUI thread. Keeps no copy of the passphrase.
// Source: zxcvbn (Wheeler, USENIX Security 2016) in Tony Evans's C version.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

namespace pennydrop::app {

/// Not final: QML derives from what it creates.
class PassphraseStrength : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// To be written; reads as empty.
    Q_PROPERTY(QString passphrase READ passphrase WRITE setPassphrase NOTIFY passphraseChanged FINAL)
    Q_PROPERTY(int score READ score NOTIFY changed FINAL)
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    Q_PROPERTY(bool acceptable READ acceptable NOTIFY changed FINAL)

public:
    static constexpr int kAcceptableScore = 3;

    explicit PassphraseStrength(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QString passphrase() const { return {}; }
    void setPassphrase(const QString& passphrase);

    /// 0 to 4: guesses below 10^3, 10^6, 10^8, 10^10, and above, as zxcvbn's authors chose.
    [[nodiscard]] int score() const noexcept { return score_; }
    /// Empty as long as nothing is typed.
    [[nodiscard]] QString label() const;
    /// What would make it better; empty when nothing needs to.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool acceptable() const noexcept { return score_ >= kAcceptableScore; }

signals:
    void passphraseChanged();
    void changed();

private:
    enum class Weakness { kNothingTyped, kNone, kShort, kCommon, kRepeats, kPattern, kDate };

    int score_{0};
    Weakness weakness_{Weakness::kNothingTyped};
};

}  // namespace pennydrop::app
