// SPDX-License-Identifier: Apache-2.0
#include "error_text.h"

#include <QCoreApplication>

namespace pennydrop::app {

namespace {

/// Gives lupdate the context "ErrorText".
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString opening(ErrorCode code);
    static QString making(ErrorCode code);
    static QString backing_up(ErrorCode code);
    static QString rescuing(ErrorCode code, Doing doing);
    static QString rekeying(ErrorCode code);
    static QString erasing(ErrorCode code);
    static QString dropping(ErrorCode code);
    static QString checking(ErrorCode code);
    static QString either(ErrorCode code);
    static QString made_but_not_open() {
        return tr(
            "The journal was made, but it could not be opened straight away. It is safe and still empty. Unlock "
            "it with the passphrase you chose; its recovery code is shown then.");
    }
    static QString missing_folder(const QString& folder) {
        return tr("The folder %1 does not exist. Nothing was made or changed. Make the folder or choose another place, "
                  "then try again.")
            .arg(folder);
    }
};

QString ErrorText::opening(ErrorCode code) {
    switch (code) {
        case ErrorCode::kWrongSecret:
            return tr(
                "That does not open this journal. Nothing was changed. Check Caps Lock and the keyboard layout, then "
                "try again.");
        case ErrorCode::kInvalid:
            return tr(
                "That is not a complete recovery code. Nothing was changed. It has 21 letters and digits in three "
                "groups; "
                "compare them with your sheet.");
        case ErrorCode::kDamaged:
            return tr(
                "Part of this journal's file is damaged, so it was not opened. The file was left exactly as it is. "
                "Keep it, "
                "and put back a copy from a backup of this device if you have one.");
        case ErrorCode::kNewerVersion:
            return tr(
                "A newer Pennydrop has written this journal. Nothing was changed and your entries are safe. Update "
                "Pennydrop to "
                "open it.");
        case ErrorCode::kNotOurFile:
            return tr("This file is not a Pennydrop journal. It was left exactly as it is. Choose another file.");
        case ErrorCode::kInUse:
            return tr(
                "This journal is open in another window or program. Your entries are safe. Close it there, then try "
                "again.");
        case ErrorCode::kNotFound:
            return tr(
                "The journal is no longer where it was. Nothing was changed. If it lies on a drive that was unplugged, "
                "connect "
                "it, then try again.");
        case ErrorCode::kPermission:
            return tr(
                "This device does not let Pennydrop open the journal's file. Nothing was changed. Check the file's "
                "permissions, "
                "then try again.");
        case ErrorCode::kDiskFull:
            return tr(
                "There is no room left on this device, so the journal could not be opened. Everything saved is safe. "
                "Make some "
                "room, then try again.");
        case ErrorCode::kIo:
            return tr(
                "The journal's file could not be read. Nothing was changed. Check the drive it lies on, then try "
                "again.");
        default:
            return either(code);
    }
}

QString ErrorText::making(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInvalid:
            return tr("A journal needs a passphrase. Nothing was made or changed. Type one, then try again.");
        case ErrorCode::kAlreadyExists:
            return tr(
                "There is a file of this name already. It was left exactly as it is. Open it, or choose another name.");
        case ErrorCode::kPermission:
            return tr(
                "This device does not let Pennydrop write here. Nothing was changed. Check the folder's permissions or "
                "choose "
                "another place, then try again.");
        case ErrorCode::kDiskFull:
            return tr("There is no room left on this device. Nothing was changed. Make some room, then try again.");
        case ErrorCode::kNotFound:
        case ErrorCode::kIo:
            return tr(
                "The journal's file could not be written. Nothing was lost. Check the drive it lies on, then try "
                "again.");
        default:
            return either(code);
    }
}

QString ErrorText::backing_up(ErrorCode code) {
    switch (code) {
        case ErrorCode::kNotFound:
            return tr(
                "The folder for backups is not there. Your journal and older backups are safe. Connect the drive it "
                "lies on or choose another folder.");
        case ErrorCode::kPermission:
            return tr(
                "This device does not let Pennydrop write into the folder for backups. Your journal and older "
                "backups are safe. Choose another folder.");
        case ErrorCode::kDiskFull:
            return tr(
                "There is no room left in the folder for backups. Your journal and older backups are safe. Make "
                "some room or choose another folder.");
        case ErrorCode::kIo:
            return tr(
                "The backup could not be written. Your journal and older backups are safe. Check the drive, then "
                "try again.");
        case ErrorCode::kDamaged:
            return tr(
                "The backup did not pass its check, so it was not kept. Older backups are safe. Part of the "
                "journal's file may be damaged: lock it and unlock it again to be told.");
        case ErrorCode::kInUse:
            return tr(
                "No backup was made, because the journal or the folder for backups was too busy just then. Your "
                "journal and older backups are safe. Try again in a moment.");
        default:
            return either(code);
    }
}

QString ErrorText::checking(ErrorCode code) {
    switch (code) {
        case ErrorCode::kDamaged:
            return tr(
                "Part of the journal's file is damaged. Nothing was changed, and what lies elsewhere is safe. Go back "
                "to a backup, or save what can be read.");
        case ErrorCode::kNotFound:
        case ErrorCode::kNotOurFile:
        case ErrorCode::kNewerVersion:
        case ErrorCode::kWrongSecret:
            return tr(
                "The journal's file is no longer where it was, or another file has taken its place. Nothing was "
                "changed. If it was moved, or lies on a drive that was unplugged, put it back, then try again.");
        case ErrorCode::kPermission:
            return tr(
                "This device does not let Pennydrop read the journal's file. Nothing was changed. Check the file's "
                "permissions, then try again.");
        case ErrorCode::kDiskFull:
            return tr(
                "There is no room left on this device, so the journal's file could not be read through. Everything "
                "saved is safe. Make some room, then try again.");
        case ErrorCode::kIo:
            return tr(
                "The journal's file could not be read through. Nothing was changed. Check the drive it lies on, then "
                "try again.");
        default:
            return either(code);
    }
}

QString ErrorText::rescuing(ErrorCode code, Doing doing) {
    switch (code) {
        case ErrorCode::kWrongSecret:
            return tr(
                "That opens nothing in this file. Nothing was changed. A backup opens with the passphrase or "
                "recovery code of the time it was made.");
        case ErrorCode::kDamaged:
            return doing == Doing::kRestoring
                       ? tr("This backup is damaged, so it was not used. Nothing was changed. Choose an earlier one.")
                       : tr("The beginning of this file is destroyed, and with it the key to everything in it. Nothing "
                            "was changed. Go back to a backup if you have one.");
        case ErrorCode::kNotOurFile:
            return tr("This file is neither a journal nor a backup of one. Nothing was changed. Choose another file.");
        case ErrorCode::kNotFound:
            return tr("The file is no longer there. Nothing was changed. Choose another file.");
        case ErrorCode::kInvalid:
            return tr("This file is the journal itself. Nothing was changed. Choose a backup of it.");
        case ErrorCode::kDiskFull:
            return tr("There is no room left on this device. Nothing was changed. Make some room, then try again.");
        default:
            return opening(code);
    }
}

QString ErrorText::rekeying(ErrorCode code) {
    QString what;
    switch (code) {
        case ErrorCode::kInvalid:
            what =
                tr("Entries written while the journal was locked are still waiting. Unlock the journal once, then try "
                   "again.");
            break;
        case ErrorCode::kCancelled:
            what = tr("Stopped.");
            break;
        case ErrorCode::kInUse:
            what = tr("Another window or program is using the journal. Close it there, then try again.");
            break;
        case ErrorCode::kDiskFull:
            what =
                tr("There is not enough room on this device for a second copy of the journal. Make some room, then try "
                   "again.");
            break;
        case ErrorCode::kDamaged:
            what = tr("Part of the journal's file is damaged. Save what can be read first, in the settings.");
            break;
        default:
            what =
                tr("The journal could not be encrypted anew (%1).")
                    .arg(QString::fromLatin1(error_name(code).data(), static_cast<qsizetype>(error_name(code).size())));
            break;
    }
    return what + u' ' + tr("The journal is as it was, and so are its passphrase and its recovery code.");
}

QString ErrorText::erasing(ErrorCode code) {
    switch (code) {
        case ErrorCode::kWrongSecret:
            return tr(
                "That is not the passphrase of this journal. Nothing was erased. Check Caps Lock and the keyboard "
                "layout, then try again.");
        case ErrorCode::kInUse:
            return tr(
                "The journal is open in another window or program. Nothing was erased. Close it there, then try "
                "again.");
        case ErrorCode::kPermission:
        case ErrorCode::kDiskFull:
        case ErrorCode::kIo:
            return tr(
                "The journal's file could not be opened once more, so nothing was erased. Check the drive it lies on, "
                "then try again.");
        case ErrorCode::kDamaged:
            return tr(
                "Erasing began, but the drive did not take all of it: the journal may be gone or not. Its files are "
                "still there. Check the drive, then try to unlock the journal. If it opens, erase it again; if it "
                "does not, delete its files yourself.");
        default:
            return opening(code);
    }
}

QString ErrorText::dropping(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInvalid:
            return tr(
                "The journal is not the one that was unlocked here last, or the text is too long. Your words are "
                "still here. Go to the lock screen and unlock it: they become an entry then.");
        case ErrorCode::kDiskFull:
            return tr(
                "There is no room left for it. Your words are still here. Unlock the journal, which makes room, or "
                "make some on this device, then try again.");
        case ErrorCode::kPermission:
        case ErrorCode::kIo:
            return tr(
                "It could not be written beside the journal. Your words are still here. Check the drive, then try "
                "again.");
        case ErrorCode::kInUse:
            return tr("Another window is writing just now. Your words are still here. Try again in a moment.");
        default:
            return opening(code);
    }
}

QString ErrorText::either(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInUse:
            return tr("The journal's file was busy just then. Everything saved is safe. Try again in a moment.");
        case ErrorCode::kOutOfMemory:
            return tr(
                "This device has too little free memory to work out the key. Nothing was changed. Close other "
                "programs, then try "
                "again.");
        case ErrorCode::kClosed:
            return tr("The journal was locked meanwhile. Everything saved is safe. Unlock it to go on.");
        case ErrorCode::kCancelled:
            return tr("Stopped, as you asked. Nothing was changed. Start again whenever you like.");
        default:
            return tr("Something went wrong inside Pennydrop (%1). Everything saved is safe. Start Pennydrop again; if "
                      "it happens "
                      "once more, please report it.")
                .arg(QString::fromLatin1(error_name(code).data(), static_cast<qsizetype>(error_name(code).size())));
    }
}

}  // namespace

QString error_text(ErrorCode code, Doing doing) {
    switch (doing) {
        case Doing::kOpening:
            return ErrorText::opening(code);
        case Doing::kMaking:
            return ErrorText::making(code);
        case Doing::kBackingUp:
            return ErrorText::backing_up(code);
        case Doing::kRestoring:
        case Doing::kRepairing:
            return ErrorText::rescuing(code, doing);
        case Doing::kDropping:
            return ErrorText::dropping(code);
        case Doing::kRekeying:
            return ErrorText::rekeying(code);
        case Doing::kChecking:
            return ErrorText::checking(code);
        case Doing::kErasing:
            return ErrorText::erasing(code);
    }
    return {};
}

QString made_but_not_open_text() {
    return ErrorText::made_but_not_open();
}

QString missing_folder_text(const QString& folder) {
    return ErrorText::missing_folder(folder);
}

}  // namespace pennydrop::app
