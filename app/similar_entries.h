// SPDX-License-Identifier: Apache-2.0
// Earlier entries that are about what is being written, looked for after a pause. One that is chosen belongs to the
// draft (EditedEntry::links()): it is saved with that, there again after a lock or a crash, and linked once what is
// written is kept as an entry.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QTimer>

#include <cstddef>
#include <cstdint>

#include "entry_editor.h"
#include "journal_service.h"
#include "summary_rows.h"

namespace pennydrop::app {

class SimilarEntries final : public pennydrop::app::SummaryRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.similar")
    Q_PROPERTY(bool offered READ offered NOTIFY offeredChanged FINAL)
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged FINAL)

public:
    static constexpr std::size_t kMost = 4;
    static constexpr int kPauseMilliseconds = 1500;
    /// Less than that says nothing.
    static constexpr int kLeastCharacters = 12;

    /// All of them must outlive it.
    SimilarEntries(JournalService& service, const Clock& clock, EntryEditor& editor, QObject* parent = nullptr);

    /// There are some, and the person has not waved them away while writing this.
    [[nodiscard]] bool offered() const noexcept { return count() > 0 && !dismissed_; }
    /// How many will be linked.
    [[nodiscard]] int chosen() const noexcept { return static_cast<int>(editor_.links().size()); }

    /// Not again while this is being written.
    Q_INVOKABLE void dismiss();
    /// Links it, once what is written is kept. `relation` is one of LinkRelations; None takes the choice back.
    Q_INVOKABLE void choose(qint64 other, int relation);
    /// How what is written may belong to one of the rows, the likeliest first.
    Q_INVOKABLE [[nodiscard]] QList<int> relationsTo(qint64 other) const;

signals:
    void offeredChanged();
    void chosenChanged();

private:
    void text_changed();
    void look();
    void links_changed();
    [[nodiscard]] LinkRelation relation_to(EntryId other) const;
    void forget();

    JournalService& service_;
    EntryEditor& editor_;
    QTimer pause_;
    bool dismissed_{false};
    std::uint64_t question_{0};  ///< An answer to an earlier one is dropped.
};

}  // namespace pennydrop::app
