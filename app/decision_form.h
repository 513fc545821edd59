// SPDX-License-Identifier: Apache-2.0
// What is asked for a for-now decision: to make one, to change one that holds, to end one, or to adapt one in Review. A
// day is chosen as "in so many days", or by DayChoice.
// Threads: GUI thread.
//
// What is typed stays until it is kept: it is on the disk at each pause (form_saver.h), and there again when the same
// is begun, be it after the form was closed, after another one, after a lock or a crash. What the disk does not take
// when the form is left is held until it does (unsaved_forms.h).
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDate>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/types.h"
#include "decision_drafts.h"
#include "decisions.h"
#include "form_saver.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

class DecisionForm final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.decisionForm or App.review.form")
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
    Q_PROPERTY(bool restored READ restored NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY waitingChanged FINAL)

public:
    enum Step { Closed, Making, Changing, Ending, Adapting };
    Q_ENUM(Step)

    /// Until when, at first.
    static constexpr int kUsualDays = 14;

    /// Keeps what comes next in the place of the decision that is adapted: sets `done` on the worker's thread when that
    /// is on the disk, then calls `then`.
    using Adapt = std::function<void(const NextDecision& next, const std::shared_ptr<bool>& done,
                                     const std::function<void(const Status&)>& then)>;

    /// Of the entry being read. All of them must outlive it.
    DecisionForm(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry, Decisions& decisions,
                 std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent = nullptr);
    /// For adapt() alone; lock() is to be called from JournalService::closing().
    DecisionForm(JournalService& service, const Clock& clock, Removal& removal,
                 std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent = nullptr);
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
    /// What it shows was typed before, and not kept.
    [[nodiscard]] bool restored() const noexcept { return restored_; }
    /// Something was typed about the entry being read, and can be gone on with; the form is closed.
    [[nodiscard]] bool waiting() const noexcept { return step_ == Closed && !waiting_.empty(); }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void beginChange(qint64 id);
    Q_INVOKABLE void beginEnd(qint64 id);
    /// Begins what was typed into before, the first of what is waiting().
    Q_INVOKABLE void resume();
    Q_INVOKABLE void setInDays(int days);
    /// "2026-12-01". Not before today.
    Q_INVOKABLE void setUntil(const QString& day);
    /// Closes once it is saved; stays open, and says why, when it cannot be.
    Q_INVOKABLE void keep();
    /// What was typed is there again when the same is begun. Emptied by hand, it is as if nothing had been typed.
    Q_INVOKABLE void close();

    /// Begins the adapting of a decision: `what` and `how` are its own words. `draft`: what they would be a draft of.
    void adapt(const Decision& decision, const FollowUpContent& draft, Adapt keeper);
    /// Takes words about an entry that nobody is at any more, and says whether it has: else they become a draft, which
    /// it shall look for.
    void give_words_to(std::function<bool(EntryId, const QString&)> writer) { writer_ = std::move(writer); }
    /// The journal is about to be locked.
    void lock();

signals:
    void stepChanged();
    void changed();
    void waitingChanged();

private:
    /// False: it was begun before, and all is as it was left.
    [[nodiscard]] bool open(Step step, EntryId entry, DecisionId id);
    void fill(const DecisionContent& content);
    void set_words(QString& words, const QString& fresh);
    void edited();
    void look();
    void set_waiting(std::vector<FormKey> waiting);
    void told_saved();
    void tell_unsaved(ErrorCode code);
    [[nodiscard]] static QString too_long();
    void take_up(const std::vector<FormField>& fields);
    [[nodiscard]] FormKey key() const;
    [[nodiscard]] std::vector<FormField> fields() const;
    void end();
    [[nodiscard]] bool typed() const;
    [[nodiscard]] FollowUpContent typed_words() const;
    void put_by();
    void clear();
    void answered(const Status& status);
    void undo_end(EntryId entry, DecisionId ended, DecisionId next, FollowUpContent words);
    [[nodiscard]] DecisionContent content() const;
    [[nodiscard]] QDate today() const;

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry* entry_{nullptr};
    Decisions* decisions_{nullptr};
    std::shared_ptr<UnsavedFollowUps> held_;  ///< For the worker's thread.
    FormSaver saver_;
    std::vector<FormKey> waiting_;
    Step step_{Closed};
    Step begun_{Closed};  ///< What the words belong to, also while it is closed.
    EntryId of_;
    DecisionId id_;
    Adapt adapt_;
    FollowUpContent draft_;  ///< Without its text.
    std::function<bool(EntryId, const QString&)> writer_;
    QString first_what_;  ///< As they were before anything was typed.
    QString first_how_;
    std::shared_ptr<bool> done_;  ///< For the worker's thread: it is on the disk.
    QString what_;
    QString how_;
    QString words_;
    int outcome_{0};
    QDate until_;
    bool busy_{false};
    bool restored_{false};
    bool told_unsaved_{false};  ///< message() says that saving what is typed fails.
    QString message_;
    std::uint64_t session_{0};  ///< An answer about an earlier one is dropped.
};

}  // namespace pennydrop::app
