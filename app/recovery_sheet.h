// SPDX-License-Identifier: Apache-2.0
// The recovery code on one A4 page that a person prints and keeps: the code, what it is for, and how to use it.
// Threads: GUI thread (fonts); takes some milliseconds.
#pragma once

#include <QDate>
#include <QString>
#include <QUrl>

#include "base/result.h"
#include "base/secret.h"

namespace pennydrop::app {

/// Writes the page to `file`, readable by its owner only; complete under its name or not there at all. An older file of
/// that name is replaced (the file dialog has asked). Errors: kPermission, kDiskFull, kIo, kInvalid (not a local file).
[[nodiscard]] Status save_recovery_sheet(const QUrl& file, const SecretBytes& written_code, const QString& journal_name,
                                         QDate made);

/// A free name in the person's documents folder, where no dialog can be had.
[[nodiscard]] QUrl suggested_recovery_sheet();

}  // namespace pennydrop::app
