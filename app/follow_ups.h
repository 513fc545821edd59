// SPDX-License-Identifier: Apache-2.0
// What the person came back to the entry being read with, oldest first, each with its own time; deleting with undo.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <optional>
#include <vector>

#include "civil_time.h"
#include "journal/follow_up_store.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class FollowUps final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.followUps")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role { FollowUpIdRole = Qt::UserRole + 1, TitleRole, WordsRole, WhenRole, TaughtRole };

    /// All of them must outlive it.
    FollowUps(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
              QObject* parent = nullptr);
    ~FollowUps() override;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    /// Why they cannot be shown; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }
    /// Without its text; nothing when it is not among the rows.
    [[nodiscard]] std::optional<FollowUpContent> content(FollowUpId id) const;
    [[nodiscard]] QString text(FollowUpId id) const;

    Q_INVOKABLE void remove(qint64 id);
    void remove(FollowUpId id);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void messageChanged();

private:
    struct Row {
        FollowUp follow_up{};  ///< Without its text.
        QString text{};
    };

    void read();
    void show(std::vector<FollowUp> fresh);
    void restore(EntryId entry, FollowUpId id);
    void set_message(const QString& message);
    [[nodiscard]] const Row* find(FollowUpId id) const;
    static void wipe_row(Row& row) noexcept;

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry& entry_;
    CalendarWatch calendar_;
    std::vector<Row> rows_;
    QString message_;
};

}  // namespace pennydrop::app
