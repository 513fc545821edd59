// SPDX-License-Identifier: Apache-2.0
// What was found, as the person types: newest first, in pages. The rows themselves are SearchRows.
// Threads: GUI thread.
//
// Each question has a number; an answer to an older one is dropped, so that it never replaces a newer one. Results stay
// until those of the next question are there. When an entry changes, the question is asked again for as many rows as
// are loaded, and the difference applied.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QTimer>

#include <cstdint>
#include <vector>

#include "base/types.h"
#include "journal/search.h"
#include "journal_service.h"
#include "search_filter.h"
#include "search_rows.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other, and QML then none of its properties.
class SearchModel final : public pennydrop::app::SearchRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.search")
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged FINAL)
    Q_PROPERTY(QString themeCode READ themeCode WRITE setThemeCode NOTIFY themeCodeChanged FINAL)
    /// 0 for any.
    Q_PROPERTY(int level READ level WRITE setLevel NOTIFY filterChanged FINAL)
    /// Of barriers; 0 for any.
    Q_PROPERTY(int state READ state WRITE setState NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString stateLabel READ stateLabel NOTIFY filterChanged FINAL)
    Q_PROPERTY(Learning learning READ learning WRITE setLearning NOTIFY filterChanged FINAL)
    /// 0 for any.
    Q_PROPERTY(qint64 tagId READ tagId NOTIFY filterChanged FINAL)
    Q_PROPERTY(QString tagName READ tagName NOTIFY filterChanged FINAL)
    Q_PROPERTY(Period period READ period WRITE setPeriod NOTIFY periodChanged FINAL)
    /// Days, as ISO 8601 writes them; "" for an open end.
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY periodChanged FINAL)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY periodChanged FINAL)
    /// "3 November to 14 November"
    Q_PROPERTY(QString spanLabel READ spanLabel NOTIFY periodChanged FINAL)
    /// Anything narrows the search.
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged FINAL)
    Q_PROPERTY(bool searching READ searching NOTIFY searchingChanged FINAL)
    Q_PROPERTY(bool active READ active NOTIFY activeChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY totalChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Period { AnyTime, PastWeek, PastMonth, PastYear, BetweenDays };
    Q_ENUM(Period)
    enum Learning { Either, Learned, StillOpen };
    Q_ENUM(Learning)

    static constexpr std::size_t kPageSize = 50;
    static constexpr int kPauseMilliseconds = 120;

    /// `service` and `clock` must outlive the model.
    SearchModel(JournalService& service, const Clock& clock, QObject* parent = nullptr);
    ~SearchModel() override;

    [[nodiscard]] QString words() const { return words_; }
    void setWords(const QString& words);
    /// 0 for any.
    [[nodiscard]] int kind() const noexcept;
    /// A theme that does not fit the kind is dropped.
    void setKind(int kind);
    /// "" for any.
    [[nodiscard]] QString themeCode() const;
    void setThemeCode(const QString& code);
    [[nodiscard]] int level() const noexcept;
    void setLevel(int level);
    [[nodiscard]] int state() const noexcept;
    /// Drops a kind that is no barrier, and the learning.
    void setState(int state);
    [[nodiscard]] QString stateLabel() const;
    [[nodiscard]] Learning learning() const noexcept;
    /// Drops a kind that is no setback, and the state.
    void setLearning(Learning learning);
    [[nodiscard]] qint64 tagId() const noexcept { return filter_.tag ? filter_.tag->value : 0; }
    [[nodiscard]] QString tagName() const { return tag_name_; }
    [[nodiscard]] Period period() const noexcept { return static_cast<Period>(filter_.period); }
    /// BetweenDays is set by setSpan() only.
    void setPeriod(Period period);
    [[nodiscard]] QString firstDay() const;
    [[nodiscard]] QString lastDay() const;
    [[nodiscard]] QString spanLabel() const;
    [[nodiscard]] bool filtered() const noexcept { return filter_.any(); }
    /// An answer is awaited.
    [[nodiscard]] bool searching() const noexcept { return searching_; }
    /// Anything is asked for: words or a filter.
    [[nodiscard]] bool active() const noexcept;
    /// All entries that were found, loaded or not.
    [[nodiscard]] int total() const noexcept { return total_; }
    /// "12 entries"; "" until something was looked for.
    [[nodiscard]] QString summary() const;

    /// Why the journal could not be searched (further); "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// Id 0 for any.
    Q_INVOKABLE void setTag(qint64 id, const QString& name);
    /// Days, as ISO 8601 writes them; "" leaves that end open.
    Q_INVOKABLE void setSpan(const QString& first, const QString& last);
    Q_INVOKABLE void clearFilters();
    /// Forgets words, filters and results.
    Q_INVOKABLE void clear();
    /// A tag is called otherwise, or is no more.
    void tag_renamed(qint64 id, const QString& name);
    void tag_gone(qint64 id);

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void wordsChanged();
    void kindChanged();
    void themeCodeChanged();
    void periodChanged();
    void filterChanged();
    void searchingChanged();
    void activeChanged();
    void totalChanged();
    void summaryChanged();
    void messageChanged();

private:
    struct Found {
        std::vector<SearchHit> hits;
        std::int64_t total{0};
    };

    [[nodiscard]] SearchQuery query() const;
    void apply(const SearchFilter& wanted);
    void question_changed(bool was_active);
    void look_again();
    void ask(bool anew);
    void take(Found found, std::size_t limit, bool anew);
    void tell_failure();
    void set_searching(bool searching);
    void set_result(std::int64_t total, bool answered);
    void set_message(const QString& message);
    void another_day();

    JournalService& service_;
    const Clock& clock_;
    QTimer pause_;
    QString words_;
    SearchFilter filter_;
    QString tag_name_;
    std::uint64_t question_{0};
    int total_{0};
    QString message_;
    bool answered_{false};
    bool searching_{false};
    bool complete_{true};
    bool fetching_{false};
};

}  // namespace pennydrop::app
