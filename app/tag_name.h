// SPDX-License-Identifier: Apache-2.0
// The new name of a tag while it is typed: on the disk at each pause, and there again when the same tag is looked after
// after a lock or a crash (form_saver.h). Renaming itself is TagsModel's.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "base/types.h"
#include "form_saver.h"
#include "journal_service.h"

namespace pennydrop::app {

class TagName final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.tagName")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)

public:
    /// Both must outlive it.
    TagName(JournalService& service, const Clock& clock, QObject* parent = nullptr);
    ~TagName() override;

    /// "" while no tag is looked after.
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);

    /// `name`: the one it has.
    Q_INVOKABLE void begin(qint64 tag, const QString& name);
    /// What was typed goes; but a lock keeps it.
    Q_INVOKABLE void close();

signals:
    void textChanged();

private:
    void take(const QString& text);

    JournalService& service_;
    FormSaver saver_;
    bool active_{false};
    QString name_;
    QString text_;
};

}  // namespace pennydrop::app
