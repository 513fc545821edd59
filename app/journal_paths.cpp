// SPDX-License-Identifier: Apache-2.0
#include "journal_paths.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace pennydrop::app {

JournalPlace default_place() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {canonical_path(QDir(folder).filePath(QStringLiteral("journal.pennydrop"))), true, nullptr};
}

JournalPlace place_at(const QString& file) {
    return {canonical_path(file), false, nullptr};
}

QString canonical_path(const QString& file) {
    const QFileInfo about(file);
    if (const QString path = about.canonicalFilePath(); !path.isEmpty()) {
        return path;
    }
    const QString folder = QFileInfo(about.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? about.absoluteFilePath() : QDir(folder).filePath(about.fileName());
}

JournalPlace sample_place() {
    auto folder =
        std::make_unique<QTemporaryDir>(QDir(QDir::tempPath()).filePath(QStringLiteral("pennydrop-sample-XXXXXX")));
    QString path = folder->filePath(QStringLiteral("sample.pennydrop"));
    return {std::move(path), false, std::move(folder)};
}

}  // namespace pennydrop::app
