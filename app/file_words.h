// SPDX-License-Identifier: Apache-2.0
// What a person is told about files: how large one is, and why one was not added, shown or copied.
// Threads: GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <cstdint>

#include "base/result.h"
#include "picture.h"

namespace pennydrop::app {

class FileWords final {
    Q_DECLARE_TR_FUNCTIONS(FileWords)

public:
    /// "1.4 MB"
    [[nodiscard]] static QString size(std::uint64_t bytes, const QLocale& locale = QLocale());
    /// Read aloud: a photo or file that is kept with an entry, and its size.
    [[nodiscard]] static QString spoken(bool picture, const QString& name, std::uint64_t bytes);
    /// Why the file of that name was not added; "" for kCancelled.
    [[nodiscard]] static QString not_added(ErrorCode code, const QString& name);
    /// A lock came before that many files were added.
    [[nodiscard]] static QString left_behind(int files);
    /// What is worth knowing about a file that was added; "" when nothing is.
    [[nodiscard]] static QString added(PreparedFile::Kept kept, const QString& name);
    /// Why the file cannot be shown, or copied from the journal.
    [[nodiscard]] static QString unreadable(ErrorCode code, const QString& name);
    /// Why no copy was saved; "" for kCancelled.
    [[nodiscard]] static QString not_copied(ErrorCode code, const QString& name);
    [[nodiscard]] static QString copied(const QString& name);
};

}  // namespace pennydrop::app
