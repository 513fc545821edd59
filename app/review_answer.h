// SPDX-License-Identifier: Apache-2.0
// What is typed as the answer to one card of Review: a draft on the disk within a second of each pause, and held in
// guarded memory while the disk does not take it (unsaved_follow_ups.h).
// Threads: GUI thread; the saving itself runs on the worker's.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>

#include "base/types.h"
#include "journal/review_queue.h"
#include "journal_service.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

class ReviewAnswer final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPauseMilliseconds = 500;
    static constexpr int kRetryMilliseconds = 10'000;

    /// `service` and `clock` must outlive it. `unsaved` is shared with whoever writes about entries.
    ReviewAnswer(JournalService& service, const Clock& clock, std::shared_ptr<UnsavedFollowUps> unsaved,
                 QObject* parent = nullptr);
    ~ReviewAnswer() override;

    [[nodiscard]] QString text() const { return text_; }
    [[nodiscard]] bool blank() const;
    /// There are changes that are on no disk.
    [[nodiscard]] bool unsaved() const noexcept { return revision_ != saved_; }
    /// Counts changes; another one after each.
    [[nodiscard]] std::uint64_t revision() const noexcept { return revision_; }
    /// For tasks on the worker's thread.
    [[nodiscard]] std::shared_ptr<UnsavedFollowUps> held() const { return held_; }

    /// Another card, and what was typed for it before; `on_disk`: it is its draft.
    void begin(const ReviewItem& item, QString text, bool on_disk);
    /// The same card was read again: what is its draft now, perhaps changed elsewhere.
    void look(QString text, bool on_disk);
    void set(const QString& text);
    /// Saves what is unsaved, now.
    void save();
    /// Saves it, and leaves it to whoever else writes about the entry: it is not saved again before it is changed here.
    void hand_over();
    /// What is stored stays.
    void forget();

signals:
    void changed();
    /// After failed(): it is on the disk now.
    void saved();
    /// The answer could not be saved. It is still here, and saving is tried again.
    void failed(pennydrop::ErrorCode code);
    /// The answer could not be saved, and is no longer shown. It is there when its card is shown again.
    void heldBack();

private:
    void answered(const ReviewItem& item, std::uint64_t revision, const Status& status);
    void take(QString text, bool on_disk);

    JournalService& service_;
    const Clock& clock_;
    std::shared_ptr<UnsavedFollowUps> held_;
    std::optional<ReviewItem> item_;
    QString text_;
    QTimer timer_;
    std::uint64_t revision_{0};
    std::uint64_t saved_{0};  ///< The revision that is on the disk, or on its way there.
    bool failed_{false};
    bool handed_over_{false};
};

}  // namespace pennydrop::app
