// SPDX-License-Identifier: Apache-2.0
// A journal in a temporary folder, opened through JournalService as the program does it, and a clock the test sets.
// Threads: GUI thread. Waiting runs the event loop.
#pragma once

#include <QDateTime>
#include <QEventLoop>
#include <QString>
#include <QTemporaryDir>

#include <chrono>
#include <optional>
#include <vector>

#include "base/types.h"
#include "journal_service.h"

namespace pennydrop::app {

/// Stands still until it is moved. Starts on Saturday 22 November 2025, 12:00 UTC, at an offset of zero.
class TestClock final : public Clock {
public:
    [[nodiscard]] LocalTime now() const override { return now_; }
    void set(LocalTime now) { now_ = now; }
    void advance(std::chrono::microseconds by) { now_.at.micros += by.count(); }

private:
    LocalTime now_{Timestamp{1'763'812'800'000'000}, UtcOffset{}};
};

class TestJournal final {
public:
    TestJournal() = default;

    JournalService service;
    TestClock clock;

    /// The first call opens an empty journal. False when it does not open.
    [[nodiscard]] bool open();
    /// Begins with what a kill of the other's program would leave on the disk now. To be called before open().
    [[nodiscard]] bool take_over(const TestJournal& killed);
    /// Locks, and waits until it is closed.
    [[nodiscard]] bool close();
    [[nodiscard]] QString file() const { return folder_.filePath(QStringLiteral("test.pennydrop")); }

    /// Runs `task(Journal&)` on the worker and waits for its result.
    template <typename Task>
    auto run(Task task) {
        using Answer = decltype(task(std::declval<Journal&>()));
        std::optional<Answer> answer;
        QEventLoop loop;
        QObject context;
        service.ask(&context, std::move(task), [&](Answer result) {
            answer.emplace(std::move(result));
            loop.quit();
        });
        if (service.is_open()) {
            loop.exec();
        }
        return answer ? std::move(*answer) : Answer(fail(ErrorCode::kClosed));
    }
    /// Waits until every task posted so far has been answered.
    void settle();
    /// Keeps the worker busy for a while, so that what is posted next waits behind it.
    void hold_worker(std::chrono::milliseconds time);
    /// Writing fails from now on (or works again).
    void refuse_writing(bool refuse);
    /// To follow-up drafts: nothing else is refused, so that what was done before them shows.
    [[nodiscard]] bool refuse_drafts(bool refuse);

    /// Each announces what it did, unless told otherwise.
    EntryId add(EntryKind kind, const QString& text, std::chrono::minutes ago = {}, bool announce = true);
    /// `count` entries, one minute apart, "entry 1" being the newest; not announced.
    void add_many(int count);
    void move(EntryId id, std::chrono::minutes ago);
    [[nodiscard]] std::optional<Entry> find(EntryId id);
    [[nodiscard]] std::optional<Draft> draft();
    /// Ids of the whole timeline, newest first, from the store.
    [[nodiscard]] std::vector<EntryId> timeline();

private:
    QTemporaryDir folder_;
    bool made_{false};
};

[[nodiscard]] std::string utf8(const QString& text);

}  // namespace pennydrop::app
