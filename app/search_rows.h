// SPDX-License-Identifier: Apache-2.0
// The rows of what was found, with the matches marked. What is asked for, and when, is SearchModel's.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QColor>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

#include "base/types.h"
#include "civil_time.h"
#include "journal/search.h"

namespace pennydrop::app {

class SearchRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QColor matchColour READ matchColour WRITE setMatchColour NOTIFY matchColourChanged FINAL)

public:
    /// Snippets are Qt StyledText, words the same as plain text.
    enum Role {
        EntryIdRole = Qt::UserRole + 1,
        KindRole,
        DayRole,
        TimeRole,
        ThemeLabelRole,
        SnippetRole,
        WordsRole,
        MarkRole
    };

    ~SearchRows() override;

    /// Of the matches in a snippet, which are bold whatever it is; not valid for the colour of the rest.
    [[nodiscard]] QColor matchColour() const { return match_colour_; }
    void setMatchColour(const QColor& colour);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void matchColourChanged();

protected:
    /// `clock` must outlive it.
    SearchRows(const Clock& clock, QObject* parent);

    [[nodiscard]] std::size_t count() const noexcept { return rows_.size(); }
    /// Nothing when there is no row.
    [[nodiscard]] std::optional<TimelinePosition> last_position() const;
    /// Rows for another question.
    void replace(std::vector<SearchHit> hits);
    /// Rows for the same question, row by row.
    void update(std::vector<SearchHit> hits);
    void append(std::vector<SearchHit> hits);
    /// "Today" may be another day now.
    void look_at_calendar() { calendar_.look(); }
    [[nodiscard]] const CalendarWatch& calendar() const noexcept { return calendar_; }

private:
    struct Row {
        EntrySummary entry;  ///< Without its preview.
        QString snippet;     ///< Without the colour.
        QString words;
    };

    [[nodiscard]] static Row make_row(SearchHit hit);
    [[nodiscard]] static std::vector<Row> make_rows(std::vector<SearchHit> hits);
    static void wipe_row(Row& row) noexcept;
    void remove_at(std::size_t at);
    void change(const QList<int>& roles);

    CalendarWatch calendar_;
    QColor match_colour_;
    std::vector<Row> rows_;
};

}  // namespace pennydrop::app
