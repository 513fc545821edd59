// SPDX-License-Identifier: Apache-2.0
#include "vault_report.h"

#include <QCoreApplication>
#include <QStringList>

#include "error_text.h"
#include "repair_words.h"
#include "vault/vault_header.h"

namespace pennydrop::app {
namespace {

using Verb = VaultCommand::Verb;

/// Gives lupdate the context "VaultReport".
class Text {
    Q_DECLARE_TR_FUNCTIONS(VaultReport)
};

QString hex(std::span<const std::uint8_t> bytes) {
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex());
}

QString name_of(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

int as_int(std::uint64_t count) {
    return static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000));
}

QString slot_line(const KeySlot& slot) {
    switch (slot.kind) {
        case SlotKind::kPassphrase: {
            constexpr std::uint64_t kMebi = 1024ULL * 1024ULL;
            //: A key slot of the journal's file: %1 passes over %2 MiB of memory for each guess.
            return Text::tr("  passphrase (%1 passes over %2 MiB)")
                .arg(slot.cost.passes)
                .arg(slot.cost.memory_bytes / kMebi);
        }
        case SlotKind::kRecovery:
            return Text::tr("  recovery code");
        case SlotKind::kDevice:
            return Text::tr("  device");
        default:
            return Text::tr("  of a later version");
    }
}

}  // namespace

QString info_report(const VaultInfo& info) {
    QStringList lines{
        Text::tr("Format version: %1").arg(kVaultFormatVersion),
        Text::tr("Journal id: %1").arg(hex(info.id)),
        Text::tr("File id: %1").arg(hex(info.file)),
        Text::tr("Size in bytes: %1").arg(info.size_bytes),
        Text::tr("Header generation: %1").arg(info.generation),
        Text::tr("Opens with:"),
    };
    for (const KeySlot& slot : info.key_slots) {
        lines += slot_line(slot);
    }
    return lines.join(u'\n');
}

QString check_report(const CheckReport& report) {
    QStringList lines{Text::tr("%n block(s) read.", nullptr, as_int(report.blocks))};
    if (!report.header_copies_agree) {
        lines += Text::tr("One of the two copies of the header is old or damaged; the next unlock mends it.");
    }
    if (!report.header_is_authentic) {
        lines += Text::tr("The header was changed by somebody without the key.");
    }
    if (!report.damaged_blocks.empty()) {
        lines += Text::tr("%n block(s) are damaged or missing.", nullptr, as_int(report.damaged_blocks.size()));
    }
    if (report.structure_faults > 0) {
        lines += Text::tr("%n fault(s) in the structure of the database.", nullptr, as_int(report.structure_faults));
    }
    if (report.log_blocks_unreadable > 0) {
        lines += Text::tr("%n block(s) of the log are torn, as a power cut leaves them.", nullptr,
                          as_int(report.log_blocks_unreadable));
    }
    lines += report.is_sound()
                 ? Text::tr("The journal is sound.")
                 : Text::tr(
                       "The journal is damaged. Nothing was changed. Restore a backup, or save what can be read "
                       "with “pennydrop vault repair”.");
    return lines.join(u'\n');
}

QString backup_report(const BackupDone& done) {
    QStringList lines{Text::tr("Backed up and checked: %1").arg(name_of(done.path))};
    for (const std::string& name : done.removed) {
        lines += Text::tr("Removed: %1").arg(QString::fromStdString(name));
    }
    return lines.join(u'\n');
}

QString restore_report(const Restored& restored) {
    QStringList lines{
        restored.replaced
            ? Text::tr("Restored. The journal that was there is kept: %1").arg(name_of(*restored.replaced))
            : Text::tr("Restored.")};
    if (restored.drop_box) {
        lines += Text::tr(
            "Entries written while it was locked were waiting for it. They are kept with it and come when you open "
            "it.");
    }
    return lines.join(u'\n');
}

QString repair_report(const JournalRepairReport& report, const std::filesystem::path& target) {
    QStringList lines = RepairWords::of(report);
    if (report.draft_saved) {
        lines += Text::tr("The draft was saved.");
    }
    lines += report.is_complete ? Text::tr("Nothing was damaged.")
             : report.damaged_blocks == 0
                 ? Text::tr("The old file was left exactly as it is; keep it.")
                 : Text::tr("%n block(s) of the old file are damaged. It was left exactly as it is; keep it.", nullptr,
                            as_int(report.damaged_blocks));
    lines += Text::tr("The repaired journal: %1").arg(name_of(target));
    return lines.join(u'\n');
}

QString rekey_report(const Rekeyed& rekeyed) {
    const SecretBytes written = rekeyed.recovery_code.written();
    QStringList lines{
        Text::tr("Everything is encrypted under a new key. The passphrase is the same."),
        Text::tr("New recovery code: %1")
            .arg(QString::fromLatin1(reinterpret_cast<const char*>(written.data()),
                                     static_cast<qsizetype>(written.size()))),
        Text::tr("Write it down; it is not shown again, and the old one opens nothing any more."),
        Text::tr(
            "It is good until you open the journal in the program, which gives you another and lets you confirm it."),
    };
    if (rekeyed.dropped > 0) {
        lines += Text::tr("%n device(s) must be added again.", nullptr, as_int(rekeyed.dropped));
    }
    lines += Text::tr("Backups made before keep the old key: make a new one, then delete them.");
    return lines.join(u'\n');
}

QString command_error(Verb verb, ErrorCode code) {
    if (code == ErrorCode::kDamaged) {
        switch (verb) {
            case Verb::kBackup:
                return Text::tr(
                    "The journal or the copy of it is damaged, so no backup was kept. Older backups were left "
                    "as they are. Check the journal with “pennydrop vault check”.");
            case Verb::kRestore:
                return Text::tr(
                    "The backup is damaged, so it was not put in place. Nothing was changed. Try an older "
                    "one, or save what can be read of it with “pennydrop vault repair”.");
            case Verb::kRekey:
                return Text::tr(
                    "The journal is damaged, so it was left exactly as it is. Repair it first with "
                    "“pennydrop vault repair”.");
            default:
                return Text::tr(
                    "Both copies of the file's header are damaged, and with them every way to its key. "
                    "Nothing was changed. Restore a backup.");
        }
    }
    if (code == ErrorCode::kInvalid && verb == Verb::kRekey) {
        return Text::tr(
            "Entries written while the journal was locked are still waiting beside it, and the new file "
            "could not read them. Nothing was changed. Open the journal once in Pennydrop, then try again.");
    }
    const bool writes = verb != Verb::kInfo && verb != Verb::kCheck;
    const bool is_about_writing =
        code == ErrorCode::kAlreadyExists || code == ErrorCode::kDiskFull || code == ErrorCode::kPermission;
    return error_text(code, writes && is_about_writing ? Doing::kMaking : Doing::kOpening);
}

QString no_terminal_error() {
    return Text::tr("There is no terminal to ask on. Use --passphrase-fd N.");
}

QString same_file_error() {
    return Text::tr("The backup and the journal are the same file.");
}

QString secret_prompt(bool recovery_code) {
    return recovery_code ? Text::tr("Recovery code: ") : Text::tr("Passphrase: ");
}

QString bad_secret_error(bool recovery_code) {
    return recovery_code
               ? error_text(ErrorCode::kInvalid, Doing::kOpening)
               : Text::tr("That is not a passphrase: it is empty, too long, or not UTF-8. Nothing was changed.");
}

}  // namespace pennydrop::app
