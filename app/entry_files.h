// SPDX-License-Identifier: Apache-2.0
// The photos and files of one entry, or of the draft; deleting with undo. What a person sees of a picture is its
// thumbnail, which lives here and in what draws it, and is in no cache: rows that go take theirs with them.
// Threads: GUI thread; thumbnails are decoded on JournalService::painter().
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QImage>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

#include "journal/attachment.h"
#include "journal_service.h"
#include "picture.h"
#include "removal.h"
#include "row_changes.h"

namespace pennydrop::app {

/// A file with its thumbnail, still encoded; without where that is known already.
struct ListedFile {
    Attachment file{};
    PrivateBytes thumbnail{};
};

/// The files of an entry, or of the draft; thumbnails of those that are not in `known`. For the worker's thread.
[[nodiscard]] Result<std::vector<ListedFile>> list_files(Journal& journal, std::optional<EntryId> entry,
                                                         const std::vector<AttachmentId>& known);

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class EntryFiles final : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.files or App.editor.files")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role { FileIdRole = Qt::UserRole + 1, NameRole, SizeRole, SpokenRole, PictureRole, ThumbnailRole };

    /// All of them must outlive it.
    EntryFiles(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);

    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }
    /// Why they cannot be shown, or one of them not be deleted; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] QString name(AttachmentId id) const;

    /// Shows the files of `entry`, or of the draft when that is nothing, and follows them.
    void show(std::optional<EntryId> entry);
    /// Those of which the thumbnail is there, or being decoded.
    [[nodiscard]] std::vector<AttachmentId> known() const;
    /// What list_files() gave for what is shown, with known() of before.
    void take(std::vector<ListedFile> fresh);
    void clear();

    Q_INVOKABLE void remove(qint64 id);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void messageChanged();

private:
    struct Row {
        Attachment file{};
        QImage thumbnail{};
        bool is_known{false};
    };

    void read();
    void decode(AttachmentId id, PrivateBytes thumbnail);
    void decoded(AttachmentId id, const QImage& thumbnail);
    void tell_changed(std::optional<EntryId> entry);
    void restore(AttachmentId id);
    void set_message(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    bool shown_{false};
    std::optional<EntryId> entry_;
    std::uint64_t round_{0};  ///< Raised by clear(): two drafts have the same name for their owner, nothing.
    std::vector<Row> rows_;
    QString message_;
};

}  // namespace pennydrop::app
