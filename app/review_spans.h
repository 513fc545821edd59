// SPDX-License-Identifier: Apache-2.0
// After how long entries come back for another look, as switches: usual spans, and those of the journal's own schedule.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <vector>

#include "journal/review_schedule.h"
#include "journal_service.h"

namespace pennydrop::app {

class ReviewSpans final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.reviewSpans")
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// `name` is the control's objectName.
    enum Role { LabelRole = Qt::UserRole + 1, WantedRole, NameRole };

    /// `service` must outlive it.
    explicit ReviewSpans(JournalService& service, QObject* parent = nullptr);

    /// Why the schedule could not be read or changed; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// Kept in the journal.
    Q_INVOKABLE void setWanted(int row, bool wanted);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    /// The journal's schedule is another one now.
    void changed();
    void messageChanged();

private:
    struct Row {
        ReviewInterval interval{};
        bool wanted{false};
    };

    [[nodiscard]] static QString label(const ReviewInterval& interval);
    [[nodiscard]] ReviewSchedule schedule() const;
    void read();
    void take(const ReviewSchedule& schedule);
    void set_message(const QString& message);

    JournalService& service_;
    std::vector<Row> rows_;
    QString message_;
    std::uint64_t question_{0};
};

}  // namespace pennydrop::app
