// SPDX-License-Identifier: Apache-2.0
// An entry's text to be read: its Markdown (exchange/markdown.h) as rows of headings, list items, quotes and running
// text. What a person wrote is never markup to Qt: the markup of a row is made here from the parsed text, every
// character of which is escaped, and it knows only bold, italics and new lines. So nothing in it can load or open
// anything: a link is its words with its address, and an image is the characters it was written with.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>

#include <cstddef>
#include <vector>

namespace pennydrop::app {

// QML derives from what it makes: not final.
class ReadingText : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)

public:
    /// A text of more blocks than this ends in one row with the rest as it was written: each row is an item.
    static constexpr std::size_t kMostRows = 300;
    /// Deeper quotes and lists are drawn as this deep.
    static constexpr int kMostDepth = 4;

    enum Role {
        MarkupRole = Qt::UserRole + 1,  ///< For Qt's rich text.
        WordsRole,                      ///< The same without markup.
        HeadingRole,                    ///< 1 to 6; 0 for what is none.
        QuoteDepthRole,
        ListDepthRole,
        MarkerRole,  ///< What stands before a list item: "•", "3."; "" for what is none.
    };
    Q_ENUM(Role)

    explicit ReadingText(QObject* parent = nullptr);
    ~ReadingText() override;

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();

private:
    struct Row {
        QString markup;
        QString words;
        QString marker;
        int heading{0};
        int quote_depth{0};
        int list_depth{0};

        [[nodiscard]] bool takes(const Row& next) const noexcept;
    };

    [[nodiscard]] static std::vector<Row> read(const QString& text);
    void wipe_rows();

    QString text_;
    std::vector<Row> rows_;
};

}  // namespace pennydrop::app
