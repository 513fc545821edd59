// SPDX-License-Identifier: Apache-2.0
// The for-now decisions of the entry being read, oldest first: what, until when, how we will know, and how each ended.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <optional>
#include <vector>

#include "civil_time.h"
#include "journal/decision_store.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class Decisions final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.decisions")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role {
        DecisionIdRole = Qt::UserRole + 1,
        WhatRole,
        HowRole,
        HoldsRole,
        DueRole,
        UntilRole,
        OutcomeRole,
        EndedRole,
        EndWordsRole
    };

    /// All of them must outlive it.
    Decisions(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
              QObject* parent = nullptr);
    ~Decisions() override;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    /// Why they cannot be shown or changed; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] const Decision* find(DecisionId id) const;

    /// With undo, both.
    Q_INVOKABLE void remove(qint64 id);
    Q_INVOKABLE void reopen(qint64 id);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void messageChanged();

private:
    void read();
    void show(std::vector<Decision> fresh);
    void restore(EntryId entry, DecisionId id);
    void end_again(EntryId entry, DecisionId id, const DecisionEnd& end);
    void set_message(const QString& message);
    static void wipe_row(Decision& row) noexcept;

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry& entry_;
    CalendarWatch calendar_;
    std::vector<Decision> rows_;
    QString message_;
};

}  // namespace pennydrop::app
