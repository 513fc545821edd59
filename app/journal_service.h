// SPDX-License-Identifier: Apache-2.0
// The GUI thread's door to the open journal: questions go to the worker, answers come back unless the journal was
// locked meanwhile, and every change is announced so that each view model keeps itself up to date.
// Threads: GUI thread only. The journal itself never leaves the worker's thread.
#pragma once

#include <QObject>
#include <QPointer>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include "journal/journal.h"
#include "picture.h"
#include "unsaved_forms.h"
#include "worker.h"

namespace pennydrop::app {

class JournalService final : public QObject {
    Q_OBJECT

public:
    explicit JournalService(QObject* parent = nullptr);
    ~JournalService() override;

    [[nodiscard]] bool is_open() const noexcept { return open_; }
    /// While receivers of closing() are called.
    [[nodiscard]] bool is_closing() const noexcept { return closing_; }
    /// A maker given to open_with() is at work.
    [[nodiscard]] bool is_opening() const noexcept { return opening_; }
    /// Raised by every lock; an answer of an older generation is dropped.
    [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }
    [[nodiscard]] Worker& worker() noexcept { return worker_; }
    /// What was typed into forms and the disk did not take at a lock. For the worker's thread only.
    [[nodiscard]] std::shared_ptr<UnsavedForms> unsaved_forms() const { return unsaved_forms_; }
    /// Another thread, for what takes long but needs no journal: decoding pictures. No drive is read or written there.
    [[nodiscard]] Worker& painter();
    /// Decodes a picture of the open journal on painter(), at most `side` pixels wide and high. When the journal is
    /// locked before its turn has come, its bytes are overwritten undecoded, and `then` is not called.
    void decode(QObject* context, PrivateBytes bytes, int side, std::function<void(const QImage&)> then);

    /// Makes a journal out of whatever `maker` returns on the worker's thread (Result<std::unique_ptr<Journal>>), keeps
    /// it there, then calls `then(Status)`. opened() comes after `then`, when it succeeded. When close() comes before
    /// the answer, or `context` dies, the journal is closed again and `then` is never called. Not while a journal is
    /// open or being opened.
    template <typename Maker, typename Then>
    void open_with(Maker maker, QObject* context, Then then) {
        Q_ASSERT(!open_ && !opening_);
        opening_ = true;
        worker_.run(
            this,
            [slot = journal_, maker = std::move(maker)]() mutable -> Status {
                Result<std::unique_ptr<Journal>> journal = maker();
                if (!journal) {
                    return pass_on(journal);
                }
                slot->journal = std::move(*journal);
                return {};
            },
            [this, asked = generation_, guard = QPointer<QObject>(context),
             then = std::move(then)](Status status) mutable {
                if (asked != generation_) {
                    return;  // close() has put its own task behind ours already
                }
                opening_ = false;
                open_ = status.has_value();
                if (guard.isNull()) {
                    close();
                    return;
                }
                then(std::move(status));
                if (asked == generation_ && open_) {
                    emit opened();
                }
            });
    }

    /// Runs `task(Journal&)` on the worker's thread, then `then(result)` here. When the journal is locked before the
    /// answer arrives, `then` is never called. `task` must return a Result.
    template <typename Task, typename Then>
    void ask(QObject* context, Task task, Then then) {
        if (!open_) {
            return;
        }
        using Answer = decltype(task(std::declval<Journal&>()));
        worker_.run(
            this,
            [slot = journal_, task = std::move(task)]() mutable -> Answer {
                if (slot->journal == nullptr) {
                    return fail(ErrorCode::kClosed);
                }
                return task(*slot->journal);
            },
            [this, asked = generation_, guard = QPointer<QObject>(context),
             then = std::move(then)](Answer answer) mutable {
                if (asked == generation_ && open_ && !guard.isNull()) {
                    then(std::move(answer));
                }
            });
    }

    /// Voids what is under way (opening included), lets view models empty themselves (closing()), then closes the vault
    /// and wipes its keys on the worker's thread. Tasks posted by receivers of closing() still run before the vault
    /// closes: that is how a draft is sealed first.
    void close();
    /// As close(), and waits until the vault is closed. Only for leaving the program.
    void close_and_wait();

signals:
    void opened();
    /// The last moment to post a task (their answers will not come back) and to forget every text.
    void closing();
    /// The keys are wiped.
    void closed();
    void entryAdded(pennydrop::EntryId id);
    void entryChanged(pennydrop::EntryId id);
    void entryRemoved(pennydrop::EntryId id);
    void entryRestored(pennydrop::EntryId id);
    /// A tag was renamed, merged or removed.
    void tagsChanged();

private:
    /// Touched on the worker's thread only.
    struct Slot {
        std::unique_ptr<Journal> journal;
    };

    bool begin_close();

    std::shared_ptr<Slot> journal_;
    std::shared_ptr<UnsavedForms> unsaved_forms_{std::make_shared<UnsavedForms>()};
    bool open_{false};
    bool opening_{false};
    bool closing_{false};
    std::uint64_t generation_{0};
    Worker worker_;
    std::unique_ptr<Worker> painter_;  ///< Made when it is first needed.
    /// How often it was locked; read by painter().
    std::shared_ptr<std::atomic<std::uint64_t>> locks_{std::make_shared<std::atomic<std::uint64_t>>(0)};
};

}  // namespace pennydrop::app
