// SPDX-License-Identifier: Apache-2.0
// The bin: deleted entries, read page by page, to be brought back or erased; how long they stay; and the deleted files
// of other entries.
//
// What is due is erased in short steps after each opening, so that nothing waits for it, and what was erased on purpose
// is cleared away in the same steps. A lock ends them; the next opening goes on.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/types.h"
#include "bin_files.h"
#include "civil_time.h"
#include "journal/bin.h"
#include "journal_service.h"
#include "removal.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class BinModel final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.bin")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    /// Ready, and there is neither an entry nor a file.
    Q_PROPERTY(bool empty READ empty NOTIFY changed FINAL)
    /// Entries that are not listed yet: there is more().
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// What could not be done, or read; "" when all is well.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// How long deleted entries may stay, in words, and which of these is in force; -1 before that was read.
    Q_PROPERTY(QStringList dayChoices READ dayChoices NOTIFY daysChanged FINAL)
    Q_PROPERTY(int dayChoice READ dayChoice WRITE setDayChoice NOTIFY daysChanged FINAL)
    Q_PROPERTY(pennydrop::app::BinFiles* files READ files CONSTANT FINAL)

public:
    enum Role { EntryIdRole = Qt::UserRole + 1, KindRole, PreviewRole, DayRole, TimeRole, MarkRole, FateRole };

    static constexpr std::size_t kPageSize = 30;

    /// All must outlive it.
    BinModel(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);
    ~BinModel() override;

    [[nodiscard]] bool ready() const noexcept { return ready_; }
    [[nodiscard]] bool empty() const noexcept { return ready_ && rows_.empty() && files_.count() == 0; }
    [[nodiscard]] bool hasMore() const noexcept { return !complete_; }
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] QStringList dayChoices() const;
    [[nodiscard]] int dayChoice() const;
    /// Kept in the journal; counts for what is in the bin already.
    void setDayChoice(int choice);
    [[nodiscard]] BinFiles* files() noexcept { return &files_; }

    /// The page that shows them appears, or goes. Nothing is read but while it is there.
    Q_INVOKABLE void show();
    Q_INVOKABLE void leave();
    /// Lists the next page.
    Q_INVOKABLE void more();

    /// Can be undone.
    Q_INVOKABLE void restore(qint64 id);
    Q_INVOKABLE void restoreFile(qint64 id);
    /// What is to be erased, for good. Nothing happens before confirmErase(), which does what was asked last, once; and
    /// nothing at all where nothing was asked.
    Q_INVOKABLE void askErase(qint64 id);
    Q_INVOKABLE void askEraseFile(qint64 id);
    Q_INVOKABLE void askEraseAll();
    Q_INVOKABLE void confirmErase();
    /// The person thought better of it.
    Q_INVOKABLE void keepAll();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void daysChanged();

private:
    struct Row {
        BinItem item{};  ///< Without its preview.
        QString preview{};
    };
    struct Page {
        std::vector<BinItem> entries{};
        std::vector<BinAttachment> files{};
        int days{0};
    };

    [[nodiscard]] static Result<Page> read_page(Journal& journal, std::size_t limit);
    [[nodiscard]] static Row make_row(BinItem item);
    [[nodiscard]] std::vector<int> choices() const;
    void read();
    void take(Page page, std::size_t limit);
    void take_more(std::vector<BinItem> items);
    void forget();
    void act(std::function<Status(Journal&)> task, std::function<void()> then);
    void sweep(Timestamp due);
    void tell(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    CalendarWatch calendar_;
    BinFiles files_;
    std::function<Status(Journal&)> asked_;  ///< What confirmErase() does; empty for nothing.
    std::vector<Row> rows_;
    QString message_;
    int days_{0};  ///< 0 before it was read.
    std::uint64_t question_{0};
    bool complete_{true};
    bool shown_{false};
    bool ready_{false};
    bool busy_{false};
};

}  // namespace pennydrop::app
