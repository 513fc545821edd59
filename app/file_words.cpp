// SPDX-License-Identifier: Apache-2.0
#include "file_words.h"

#include "journal/attachment.h"

namespace pennydrop::app {

QString FileWords::size(std::uint64_t bytes, const QLocale& locale) {
    constexpr int kDecimals = 1;
    return locale.formattedDataSize(static_cast<qint64>(bytes), kDecimals, QLocale::DataSizeTraditionalFormat);
}

QString FileWords::spoken(bool picture, const QString& name, std::uint64_t bytes) {
    // Both at once: a name may have a "%1" in it.
    //: A picture that is kept with an entry, read aloud. %1: its file's name, %2: its size
    return picture ? tr("Picture: %1, %2").arg(name, size(bytes))
                   //: A file that is kept with an entry, or was, read aloud. %1: its name, %2: its size
                   : tr("File: %1, %2").arg(name, size(bytes));
}

QString FileWords::not_added(ErrorCode code, const QString& name) {
    switch (code) {
        case ErrorCode::kCancelled:
            return {};
        case ErrorCode::kTooLarge:
            //: %1: name of a file, %2: a size, such as "25.0 MB"
            return tr("%1 was not added: it is larger than %2, the most one file may have. It is still where it was, "
                      "and "
                      "what you wrote is safe. Make it smaller, or choose another.")
                .arg(name, size(kMaxAttachmentBytes));
        case ErrorCode::kFull:
            //: %1: name of a file, %2: a size, such as "200.0 MB"
            return tr("%1 was not added: the files of this journal would take more than %2 together. It is still where "
                      "it "
                      "was, and what you wrote is safe. Delete files that you no longer need; those in the bin count "
                      "until they are erased.")
                .arg(name, size(kMaxAllAttachmentBytes));
        case ErrorCode::kDiskFull:
            //: %1: name of a file
            return tr("%1 was not added: there is no room left on this device. It is still where it was, and what was "
                      "saved before is safe. Make some room, then add it again.")
                .arg(name);
        case ErrorCode::kPermission:
            //: %1: name of a file
            return tr("%1 was not added: this device does not let Pennydrop read it. It is still where it was, and "
                      "what "
                      "you wrote is safe. Check its permissions, then add it again.")
                .arg(name);
        case ErrorCode::kNotFound:
        case ErrorCode::kInvalid:
            //: %1: name of a file
            return tr("%1 was not added: it is not a file that can be read. What you wrote is safe. If it lies on a "
                      "phone "
                      "or a drive, connect that and try again.")
                .arg(name);
        default:
            //: %1: name of a file
            return tr("%1 was not added: it could not be read or saved. It is still where it was, and what was saved "
                      "before is safe. Try again.")
                .arg(name);
    }
}

QString FileWords::left_behind(int files) {
    return tr(
        "%n files were not added before the journal was locked. They are still where they were, and what you wrote "
        "is safe. Add them again.",
        nullptr, files);
}

QString FileWords::added(PreparedFile::Kept kept, const QString& name) {
    if (kept != PreparedFile::Kept::kNotAPicture) {
        return {};
    }
    //: %1: name of a file
    return tr("%1 is not a picture that Pennydrop can read. It was added as a file, just as it is: with the place, the "
              "time and the device that it may tell of.")
        .arg(name);
}

QString FileWords::unreadable(ErrorCode code, const QString& name) {
    if (code == ErrorCode::kDamaged) {
        //: %1: name of a file
        return tr("A part of %1 is damaged, so it cannot be shown or copied. All else is as it was. An older backup "
                  "may "
                  "have it whole.")
            .arg(name);
    }
    //: %1: name of a file
    return tr("%1 could not be read. Nothing was changed. Lock the journal and open it again; if that does not help, "
              "restart the device.")
        .arg(name);
}

QString FileWords::not_copied(ErrorCode code, const QString& name) {
    switch (code) {
        case ErrorCode::kCancelled:
            return {};
        case ErrorCode::kDiskFull:
            //: %1: name of a file
            return tr("No copy of %1 was saved: there is no room left there. It is safe in the journal. Choose another "
                      "place, or make some room.")
                .arg(name);
        case ErrorCode::kPermission:
            //: %1: name of a file
            return tr("No copy of %1 was saved: Pennydrop may not write there. It is safe in the journal. Choose "
                      "another "
                      "place.")
                .arg(name);
        default:
            //: %1: name of a file
            return tr("No copy of %1 was saved. It is safe in the journal. Choose another place, then try again.")
                .arg(name);
    }
}

QString FileWords::copied(const QString& name) {
    //: %1: name of a file
    return tr("A copy of %1 was saved. It is not encrypted.").arg(name);
}

}  // namespace pennydrop::app
