// SPDX-License-Identifier: Apache-2.0
// Finding the entry that belongs to the one being read: those about the same at first, then what is searched for.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <cstdint>

#include "journal_service.h"
#include "read_entry.h"
#include "summary_rows.h"

namespace pennydrop::app {

class LinkPicker final : public pennydrop::app::SummaryRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.picker")
    Q_PROPERTY(bool active READ active NOTIFY activeChanged FINAL)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    Q_PROPERTY(bool searching READ searching NOTIFY searchingChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY searchingChanged FINAL)

public:
    static constexpr std::size_t kMost = 8;
    static constexpr int kPauseMilliseconds = 150;

    /// All of them must outlive it.
    LinkPicker(JournalService& service, const Clock& clock, EntryReader& reader, ReadEntry& entry,
               QObject* parent = nullptr);
    ~LinkPicker() override;

    [[nodiscard]] bool active() const noexcept { return active_; }
    [[nodiscard]] QString words() const { return words_; }
    void setWords(const QString& words);
    [[nodiscard]] bool searching() const noexcept { return searching_; }
    /// Why nothing could be looked for; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void close();
    /// How the entry being read may belong to one of the rows, the likeliest first.
    Q_INVOKABLE [[nodiscard]] QList<int> relationsTo(qint64 other) const;

signals:
    void activeChanged();
    void wordsChanged();
    void searchingChanged();

private:
    void look();
    void set_searching(bool searching, const QString& message);

    JournalService& service_;
    EntryReader& reader_;
    ReadEntry& entry_;
    QTimer pause_;
    bool active_{false};
    bool searching_{false};
    QString words_;
    QString message_;
    std::uint64_t question_{0};  ///< An answer to an earlier one is dropped.
};

}  // namespace pennydrop::app
