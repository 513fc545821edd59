// SPDX-License-Identifier: Apache-2.0
// Where the journal lies: the person's own place, the file they name, or a folder thrown away at the end.
// Threads: GUI thread.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace pennydrop::app {

/// A journal's place. A sample journal owns its folder: destroying the place removes the folder with all that is in it.
struct JournalPlace {
    QString path;              ///< Absolute.
    bool makes_folder{false};  ///< The folder is Pennydrop's own and may be made.
    std::unique_ptr<QTemporaryDir> sample_folder;

    [[nodiscard]] bool is_sample() const noexcept { return sample_folder != nullptr; }
    /// False when the folder for the sample journal could not be made.
    [[nodiscard]] bool is_usable() const { return !is_sample() || sample_folder->isValid(); }
};

/// The person's own journal. The application's name must be set.
[[nodiscard]] JournalPlace default_place();
/// The file the person named, relative to the working folder.
[[nodiscard]] JournalPlace place_at(const QString& file);
/// The one name of a file, whatever links lead to it; of a file that is not there yet, by its folder.
[[nodiscard]] QString canonical_path(const QString& file);
/// A new folder that only its owner can read.
[[nodiscard]] JournalPlace sample_place();

}  // namespace pennydrop::app
