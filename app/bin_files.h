// SPDX-License-Identifier: Apache-2.0
// The deleted files of entries that are still there.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

#include "base/types.h"
#include "civil_time.h"
#include "journal/bin.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class BinFiles final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.bin.files")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { FileIdRole = Qt::UserRole + 1, NameRole, SizeRole, SpokenRole, FateRole };

    /// `clock` must outlive it.
    explicit BinFiles(const Clock& clock, QObject* parent = nullptr);
    ~BinFiles() override;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    /// The entry that a listed file belongs to.
    [[nodiscard]] std::optional<EntryId> entry_of(AttachmentId file) const;
    void show(std::vector<BinAttachment> files);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Row {
        AttachmentId id{};
        std::optional<EntryId> entry{};
        QString name{};
        std::uint64_t size{0};
        Timestamp removed{};
        Timestamp due{};
    };

    const Clock& clock_;
    CalendarWatch calendar_;
    std::vector<Row> rows_;
};

}  // namespace pennydrop::app
