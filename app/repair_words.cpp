// SPDX-License-Identifier: Apache-2.0
#include "repair_words.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace pennydrop::app {
namespace {

int as_int(std::uint64_t count) {
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

}  // namespace

QStringList RepairWords::of(const JournalRepairReport& report) {
    QStringList sentences{tr("%n entries were saved.", nullptr, as_int(report.entries_saved))};
    if (!report.cut.empty()) {
        sentences << tr("%n of them lost the end of their text, which is marked […].", nullptr,
                        as_int(report.cut.size()));
    }
    if (!report.lost.empty()) {
        sentences << tr("At least %n entries could not be saved.", nullptr, as_int(report.lost.size()));
    }
    if (report.draft_lost) {
        sentences << tr("The draft could not be saved.");
    }
    if (report.attachments_lost > 0) {
        //: Attachments of entries
        sentences << tr("At least %n photos or files could not be saved.", nullptr, as_int(report.attachments_lost));
    }
    if (report.attachments_cut > 0) {
        //: Attachments of entries, of which only a part could be read
        sentences << tr("%n photos or files are there by name, but a part of each is lost: they cannot be shown.",
                        nullptr, as_int(report.attachments_cut));
    }
    if (report.follow_ups_lost > 0) {
        sentences << tr("At least %n notes on entries could not be saved.", nullptr, as_int(report.follow_ups_lost));
    }
    if (report.words_lost > 0) {
        sentences << tr("At least %n other things you wrote (decisions, meanings, tags) could not be saved.", nullptr,
                        as_int(report.words_lost));
    }
    if (report.words_cut > 0) {
        sentences << tr("%n other texts lost their end, which is marked […].", nullptr, as_int(report.words_cut));
    }
    if (report.not_delivered > 0) {
        //: Parts of the damaged file; nobody knows yet whether they are lost
        sentences << tr(
            "The drive did not deliver %n parts of the file. What stands there may not be lost: keep the damaged file, "
            "and try again with a copy of it on another drive.",
            nullptr, as_int(report.not_delivered));
    }
    if (report.header_was_forged) {
        //: The beginning of the file is its header, which holds what each key needs to open it
        sentences << tr(
            "Somebody without your passphrase had changed the beginning of the file, which says what opens it. Nothing "
            "of that was taken over. Only what you opened it with just now opens the repaired journal: a passphrase, "
            "recovery code or device that opened it before has to be set again.");
    }
    if (report.damaged_blocks > report.not_delivered) {
        sentences << tr("What else may have stood in the damaged parts of the file cannot be known.");
    }
    return sentences;
}

}  // namespace pennydrop::app
