// SPDX-License-Identifier: Apache-2.0
// One picture of the journal, large. It is read from the journal into memory and drawn from there; no file is made of
// it. Closing lets go of it, and so does a lock.
// Threads: GUI thread; the picture is read on the worker's and decoded on JournalService::painter().
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QImage>
#include <QObject>
#include <QString>
#include <QVariant>

#include <cstdint>

#include "journal/attachment.h"
#include "journal_service.h"
#include "picture.h"

namespace pennydrop::app {

class PictureViewer final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.viewer")
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    /// A QImage, which QML has no name for.
    Q_PROPERTY(QVariant picture READ pictureValue NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
    /// `service` must outlive it.
    explicit PictureViewer(JournalService& service, QObject* parent = nullptr);

    [[nodiscard]] bool shown() const noexcept { return wanted_.is_set(); }
    [[nodiscard]] QImage picture() const { return picture_; }
    [[nodiscard]] QVariant pictureValue() const { return picture_; }
    [[nodiscard]] QString name() const { return name_; }
    [[nodiscard]] bool busy() const noexcept { return shown() && picture_.isNull() && message_.isEmpty(); }
    /// Why it cannot be shown; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    Q_INVOKABLE void show(qint64 id, const QString& name);
    Q_INVOKABLE void close();

signals:
    void changed();

private:
    void decode(PrivateBytes bytes);
    void show_or_tell(const QImage& picture);

    JournalService& service_;
    AttachmentId wanted_;
    std::uint64_t round_{0};  ///< Raised by close(); an answer of an earlier one is late.
    QImage picture_;
    QString name_;
    QString message_;
};

}  // namespace pennydrop::app
