// SPDX-License-Identifier: Apache-2.0
// The journal's tags, to be looked after: renamed, merged, removed. A new name can be undone; a merge and a removal
// from entries cannot, and the page asks first.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

#include "journal/tag_store.h"
#include "journal_service.h"
#include "removal.h"

namespace pennydrop::app {

class TagsModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.tags")
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    /// What could not be done, or read; "" when all is well.
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)
    /// The tag that is called as another was to be: "" unless a merge is offered.
    Q_PROPERTY(QString twin READ twin NOTIFY twinChanged FINAL)

public:
    enum Role { TagIdRole = Qt::UserRole + 1, NameRole, EntriesRole, CountLabelRole };

    /// All must outlive it.
    TagsModel(JournalService& service, Removal& removal, QObject* parent = nullptr);
    ~TagsModel() override;

    [[nodiscard]] bool ready() const noexcept { return ready_; }
    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] QString twin() const { return twin_; }

    /// The page or sheet that shows them appears, or goes. The names are only read while one is there.
    Q_INVOKABLE void show();
    Q_INVOKABLE void leave();

    /// done() follows; or twinChanged(), when another tag is called so: merge() is the way then.
    Q_INVOKABLE void rename(qint64 id, const QString& name);
    /// Into the twin of the last rename(). done() follows.
    Q_INVOKABLE void merge(qint64 id);
    /// done() follows.
    Q_INVOKABLE void remove(qint64 id);
    /// Forgets what rename() found.
    Q_INVOKABLE void forgetTwin();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void readyChanged();
    void countChanged();
    void busyChanged();
    void messageChanged();
    void twinChanged();
    void done();
    /// The tag is no more; `into` is 0 unless it was merged.
    void gone(qint64 id, qint64 into);
    void renamed(qint64 id, const QString& name);

private:
    struct Row {
        TagId id{};
        QString name{};
        std::int64_t entries{0};
    };

    void read();
    void take(std::vector<Tag> tags);
    void forget();
    void act(std::function<Status(Journal&)> task, std::function<void()> then);
    void rename_again(TagId id, const QString& name);
    void tell_failure(ErrorCode code);
    void set_busy(bool busy);
    void set_twin(const QString& name, TagId id);
    void set_message(const QString& message);

    JournalService& service_;
    Removal& removal_;
    std::vector<Row> rows_;
    QString message_;
    QString twin_;
    TagId twin_id_{};
    std::uint64_t question_{0};
    int shown_{0};  ///< Pages and sheets that show them.
    bool ready_{false};
    bool busy_{false};
};

}  // namespace pennydrop::app
