// SPDX-License-Identifier: Apache-2.0
// Tags to be offered for what is being written: those of the journal that begin as typed, the most used first, and the
// typed one itself when there is none like it. What is typed and not yet added is there again after a lock or a crash
// (form_saver.h), as long as the draft is.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/types.h"
#include "edited_details.h"
#include "form_saver.h"
#include "journal/tag_store.h"
#include "journal_service.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class TagChoice final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.tagChoice")
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged FINAL)
    Q_PROPERTY(QString fresh READ fresh NOTIFY freshChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { NameRole = Qt::UserRole + 1 };

    static constexpr std::size_t kMost = 12;

    /// All of them must outlive it.
    TagChoice(JournalService& service, const Clock& clock, EditedDetails& details, QObject* parent = nullptr);
    ~TagChoice() override;

    [[nodiscard]] QString typed() const { return typed_; }
    void setTyped(const QString& typed);
    /// What would become a new tag; "" when nothing typed can, or when there is one like it.
    [[nodiscard]] QString fresh() const;
    [[nodiscard]] int count() const noexcept { return static_cast<int>(names_.size()); }

    Q_INVOKABLE void begin();
    /// Adds what is typed, and empties it. False when it can be no tag.
    Q_INVOKABLE bool addTyped();
    Q_INVOKABLE void add(const QString& name);
    Q_INVOKABLE void close();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void typedChanged();
    void freshChanged();
    void countChanged();

private:
    void take(const QString& typed);
    void look();
    void show(std::vector<QString> names);

    JournalService& service_;
    EditedDetails& details_;
    FormSaver saver_;
    bool active_{false};
    QString typed_;
    std::vector<QString> names_;
    std::uint64_t question_{0};  ///< An answer to an earlier one is dropped.
};

}  // namespace pennydrop::app
