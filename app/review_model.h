// SPDX-License-Identifier: Apache-2.0
// What is worth another look: how many wait, and one card at a time. Whatever is said about a card can be taken back
// for as long as Removal offers it. What is typed as an answer is a draft on the disk within a second.
// Threads: GUI thread.
//
// The count is kept whenever the journal is open; a person's words are only read between show() and leave(). Each
// reading of the queue and of a card has a number; an older answer is dropped. A card on which something was said stays
// until the person is done with it, though it may not be due any more.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app_settings.h"
#include "base/types.h"
#include "civil_time.h"
#include "decision_form.h"
#include "journal_service.h"
#include "removal.h"
#include "review_answer.h"
#include "review_tasks.h"

namespace pennydrop::app {

class ReviewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.review")
    Q_PROPERTY(int count READ count NOTIFY queueChanged FINAL)
    Q_PROPERTY(QString invitation READ invitation NOTIFY queueChanged FINAL)
    Q_PROPERTY(QString moreText READ moreText NOTIFY queueChanged FINAL)
    /// Nothing waits.
    Q_PROPERTY(bool empty READ empty NOTIFY cardChanged FINAL)
    Q_PROPERTY(bool shown READ shown NOTIFY cardChanged FINAL)
    Q_PROPERTY(qint64 entryId READ entryId NOTIFY cardChanged FINAL)
    Q_PROPERTY(int kind READ kind NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString whenLabel READ whenLabel NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString themeLabel READ themeLabel NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString words READ words NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString question READ question NOTIFY cardChanged FINAL)
    /// The card is about a for-now decision.
    Q_PROPERTY(bool decision READ decision NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString decided READ decided NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString howWeKnow READ howWeKnow NOTIFY cardChanged FINAL)
    /// "Decided on Friday 14 November, until today"
    Q_PROPERTY(QString decidedLabel READ decidedLabel NOTIFY cardChanged FINAL)
    /// The card is about a barrier whose state may be said.
    Q_PROPERTY(bool barrier READ barrier NOTIFY cardChanged FINAL)
    /// 0: not said.
    Q_PROPERTY(int state READ state NOTIFY cardChanged FINAL)
    /// Something was said on this card already.
    Q_PROPERTY(bool said READ said NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString answer READ answer WRITE setAnswer NOTIFY answerChanged FINAL)
    Q_PROPERTY(bool canAnswer READ canAnswer NOTIFY answerChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    /// What comes in the place of the decision; begun by beginAdapt().
    Q_PROPERTY(pennydrop::app::DecisionForm* form READ form CONSTANT FINAL)
    /// What could not be read or kept; "" when all is well.
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Snooze { UntilTomorrow, ForAWeek, ForAMonth };
    Q_ENUM(Snooze)
    /// How a barrier stands; the core's numbers.
    enum State {
        Stuck = static_cast<int>(BarrierState::kStuck),
        Moving = static_cast<int>(BarrierState::kMoving),
        Cleared = static_cast<int>(BarrierState::kCleared),
    };
    Q_ENUM(State)

    /// All must outlive it. `unsaved` is shared with whoever writes about entries.
    ReviewModel(JournalService& service, const Clock& clock, AppSettings& settings, Removal& removal,
                std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent = nullptr);
    ~ReviewModel() override;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(items_.size()); }
    [[nodiscard]] QString invitation() const;
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] bool empty() const noexcept { return read_ && !card_ && items_.empty(); }
    [[nodiscard]] bool shown() const noexcept { return card_.has_value(); }
    [[nodiscard]] qint64 entryId() const noexcept { return card_ ? card_->entry.id.value : 0; }
    [[nodiscard]] int kind() const noexcept { return card_ ? static_cast<int>(card_->entry.kind) : 0; }
    [[nodiscard]] QString whenLabel() const;
    [[nodiscard]] QString themeLabel() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString words() const { return words_; }
    [[nodiscard]] QString question() const;
    [[nodiscard]] bool decision() const noexcept { return card_ && card_->item.decision; }
    [[nodiscard]] QString decided() const { return decided_; }
    [[nodiscard]] QString howWeKnow() const { return how_we_know_; }
    [[nodiscard]] QString decidedLabel() const;
    [[nodiscard]] bool barrier() const noexcept;
    [[nodiscard]] int state() const noexcept;
    [[nodiscard]] bool said() const noexcept { return said_; }
    [[nodiscard]] QString answer() const { return answer_.text(); }
    void setAnswer(const QString& answer);
    [[nodiscard]] bool canAnswer() const { return card_ && !answer_.blank(); }
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] DecisionForm* form() noexcept { return &form_; }
    [[nodiscard]] QString message() const { return message_; }

    /// The page appears: its first card is read.
    Q_INVOKABLE void show();
    /// The page goes: what is typed is saved, and every word forgotten.
    Q_INVOKABLE void leave();

    /// What is typed is to be read elsewhere: in its entry.
    Q_INVOKABLE void saveAnswer();
    Q_INVOKABLE void keepAnswer();
    Q_INVOKABLE void nothingNew();
    /// Enough of this card: once something was said on it, words that are typed are kept, too; otherwise nothing is
    /// new.
    Q_INVOKABLE void done();
    Q_INVOKABLE void snooze(Snooze span);
    /// A day after today, as ISO 8601 writes it.
    Q_INVOKABLE void snoozeUntil(const QString& day);
    /// Of a barrier; stays on the card.
    Q_INVOKABLE void sayState(int state);
    Q_INVOKABLE void adopt();
    Q_INVOKABLE void abandon();
    /// Opens the form; kept, the decision ends and the next one begins.
    Q_INVOKABLE void beginAdapt();

    /// "" for a number that is no state.
    Q_INVOKABLE [[nodiscard]] QString stateLabel(int state) const;

    /// Reads the queue anew.
    void look_again();

signals:
    void queueChanged();
    void cardChanged();
    void answerChanged();
    void busyChanged();
    void messageChanged();

private:
    /// What is shown, without its texts.
    struct Card {
        ReviewItem item{};
        EntrySummary entry{};
        std::optional<CivilDate> decided_until{};
        std::optional<CivilDate> decided_on{};
    };
    using Act = std::function<Result<UndoTask>(Journal&)>;

    void forget();
    void forget_card();
    void take_items(std::vector<ReviewItem> items);
    void read_card(const ReviewItem& item);
    void take_card(LoadedCard loaded, bool typed_since);
    void set_aside(CivilDate until);
    void end(DecisionOutcome outcome, const QString& said);
    /// `task` keeps what was typed as well.
    [[nodiscard]] Act with_answer(Act task) const;
    /// `then` is told how it went, before anything else follows from it.
    void act(const QString& said, Act task, const std::function<void(const Status&)>& then = {});
    void acted(const ReviewItem& item, const QString& said, UndoTask undo);
    void offer_undo(const QString& said, const ReviewItem& item, UndoTask undo);
    void entry_removed(EntryId id);
    [[nodiscard]] std::string spoken() const;
    void tell_failure(ErrorCode code);
    void set_busy(bool busy);
    void set_message(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    AppSettings& settings_;
    Removal& removal_;
    CalendarWatch calendar_;
    std::vector<ReviewItem> items_;
    std::optional<Card> card_;
    std::optional<ReviewItem> wanted_;  ///< To be shown next: what was taken back.
    QString words_;
    QString decided_;
    QString how_we_know_;
    ReviewAnswer answer_;
    DecisionForm form_;
    QString message_;
    std::uint64_t asked_{0};    ///< For the queue.
    std::uint64_t loading_{0};  ///< For a card.
    bool read_{false};
    bool page_{false};
    bool said_{false};
    bool busy_{false};
};

}  // namespace pennydrop::app
