// SPDX-License-Identifier: Apache-2.0
// Adds photos and files to what is being written, one after the other: each is read, made ready (picture.h) and then
// kept in the journal. Reading and making ready happen on a thread of their own: a drive may be slow, or never answer,
// and what is typed meanwhile must be saved.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "entry_files.h"
#include "journal_service.h"
#include "long_task.h"
#include "picture.h"
#include "worker.h"

namespace pennydrop::app {

class FileAdder final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.editor.adder")
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /// Called just before a file is given to the journal: makes sure that what it is to belong to is there, and says
    /// which entry that is, or nothing for the draft.
    using Owner = std::function<std::optional<EntryId>()>;

    /// `service`, `clock` and `files` must outlive it.
    FileAdder(JournalService& service, const Clock& clock, EntryFiles& files, Owner owner, QObject* parent = nullptr);
    ~FileAdder() override;

    [[nodiscard]] LongTask* task() noexcept { return &task_; }
    /// One is being added; finished() follows, unless drop() is called.
    [[nodiscard]] bool adding() const noexcept { return task_.running(); }
    /// What the file being added is called.
    [[nodiscard]] QString name() const { return name_; }
    /// What became of the last ones; "" when there is nothing to say.
    [[nodiscard]] QString message() const { return messages_.join(QLatin1Char('\n')); }
    /// One of them was not added.
    [[nodiscard]] bool failed() const noexcept { return failed_; }

    Q_INVOKABLE void add(const QList<QUrl>& files);
    /// Stops, forgets what is waiting, and what was said.
    void drop();
    /// As drop(), when the journal is locked; how many were not added by then can be asked when it is open again.
    void drop_for_a_lock();
    /// How many of those that were being added at the last lock are not in the journal; 0 when it was asked before.
    [[nodiscard]] int take_left_behind();

signals:
    void changed();
    /// There is nothing left to add.
    void finished();

private:
    struct Answer {
        std::vector<ListedFile> files;
        std::optional<EntryId> entry;
    };

    void next();
    void keep(PreparedFile prepared, const OnProgress& progress);
    void done(ErrorCode code);
    void done(PreparedFile::Kept kept);
    void go_on(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    EntryFiles& files_;
    Owner owner_;
    LongTask task_{this};
    std::unique_ptr<Worker> reader_;  ///< Made when it is first needed.
    std::deque<QUrl> waiting_;
    QString name_;
    QStringList messages_;
    bool failed_{false};
    int not_added_{0};  ///< Of those that add() was called for together.
    int left_behind_{0};
    /// Whether the present one is in the journal. Set on the worker's thread.
    std::shared_ptr<std::atomic<bool>> is_kept_;
    std::shared_ptr<std::atomic<bool>> cut_short_;  ///< That of the one the last lock came upon, if any.
    std::uint64_t round_{0};                        ///< Raised by drop(); an answer of an earlier one is late.
};

}  // namespace pennydrop::app
