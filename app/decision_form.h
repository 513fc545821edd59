// SPDX-License-Identifier: Apache-2.0
// What is asked for a for-now decision: to make one, to change one that holds, or to end one. A day is chosen as "in so
// many days", or by WhenChoice.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDate>
#include <QObject>
#include <QString>

#include <cstdint>

#include "base/types.h"
#include "decisions.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"

namespace pennydrop::app {

class DecisionForm final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.decisionForm")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString what READ what WRITE setWhat NOTIFY changed FINAL)
    Q_PROPERTY(QString how READ how WRITE setHow NOTIFY changed FINAL)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed FINAL)
    Q_PROPERTY(int outcome READ outcome WRITE setOutcome NOTIFY changed FINAL)
    Q_PROPERTY(QString until READ until NOTIFY changed FINAL)
    Q_PROPERTY(QString untilLabel READ untilLabel NOTIFY changed FINAL)
    Q_PROPERTY(int inDays READ inDays NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
    enum Step { Closed, Making, Changing, Ending };
    Q_ENUM(Step)

    /// Until when, at first.
    static constexpr int kUsualDays = 14;

    /// All of them must outlive it.
    DecisionForm(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry, Decisions& decisions,
                 QObject* parent = nullptr);
    ~DecisionForm() override;

    [[nodiscard]] Step step() const noexcept { return step_; }
    /// What is decided; while ending one, what comes instead when it is adapted.
    [[nodiscard]] QString what() const { return what_; }
    void setWhat(const QString& what);
    [[nodiscard]] QString how() const { return how_; }
    void setHow(const QString& how);
    /// A few words on how it went.
    [[nodiscard]] QString words() const { return words_; }
    void setWords(const QString& words);
    /// 1 adapt, 2 adopt, 3 abandon; 0 while nothing is chosen.
    [[nodiscard]] int outcome() const noexcept { return outcome_; }
    void setOutcome(int outcome);
    /// "2026-12-01", for DayChoice::beginAhead().
    [[nodiscard]] QString until() const { return until_.toString(Qt::ISODate); }
    [[nodiscard]] QString untilLabel() const;
    /// From today until then.
    [[nodiscard]] int inDays() const;
    /// All that is needed is there.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void beginChange(qint64 id);
    Q_INVOKABLE void beginEnd(qint64 id);
    Q_INVOKABLE void setInDays(int days);
    /// "2026-12-01". Not before today.
    Q_INVOKABLE void setUntil(const QString& day);
    /// Closes once it is saved; stays open, and says why, when it cannot be.
    Q_INVOKABLE void keep();
    Q_INVOKABLE void close();

signals:
    void stepChanged();
    void changed();

private:
    void open(Step step, DecisionId id);
    void answered(const Status& status, EntryId entry);
    void undo_end(EntryId entry, DecisionId ended, DecisionId next);
    [[nodiscard]] DecisionContent content() const;
    [[nodiscard]] QDate today() const;

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry& entry_;
    Decisions& decisions_;
    Step step_{Closed};
    DecisionId id_;
    QString what_;
    QString how_;
    QString words_;
    int outcome_{0};
    QDate until_;
    bool busy_{false};
    QString message_;
    std::uint64_t session_{0};  ///< An answer about an earlier one is dropped.
};

}  // namespace pennydrop::app
