// SPDX-License-Identifier: Apache-2.0
// How the barrier being read stands, and how it came there: stuck, moving, cleared, each change with its day. Another
// state is one press, with undo.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <vector>

#include "civil_time.h"
#include "entry_reader.h"
#include "journal/barrier_store.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class BarrierLife final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.barrier")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString clearedAfter READ clearedAfter NOTIFY clearedAfterChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role { LabelRole = Qt::UserRole + 1, DayRole, StateRole };

    /// All of them must outlive it.
    BarrierLife(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
                QObject* parent = nullptr);

    /// Changes of state. Empty for what is no barrier.
    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    /// "Cleared after 12 days"; "" for one that is not cleared.
    [[nodiscard]] QString clearedAfter() const;
    /// Why it could not be read or changed; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// 1 stuck, 2 moving, 3 cleared. Nothing happens when it is so already.
    Q_INVOKABLE void setState(int state);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void clearedAfterChanged();
    void messageChanged();

private:
    struct History {
        std::vector<StateChange> changes{};
        std::optional<std::chrono::days> until_cleared{};
    };

    void read();
    void show(History history);
    void take_back(EntryId entry);
    void set_message(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry& entry_;
    CalendarWatch calendar_;
    std::vector<StateChange> rows_;
    std::optional<std::chrono::days> until_cleared_;
    QString message_;
};

}  // namespace pennydrop::app
