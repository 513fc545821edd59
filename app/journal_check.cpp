// SPDX-License-Identifier: Apache-2.0
#include "journal_check.h"

#include <memory>
#include <utility>

#include "error_text.h"
#include "vault/vault_snapshot.h"

namespace pennydrop::app {

JournalCheck::JournalCheck(JournalService& service, QObject* parent)
    : QObject(parent), service_(service), checker_(QStringLiteral("check")) {
    connect(&service_, &JournalService::closing, this, &JournalCheck::stop);
}

JournalCheck::~JournalCheck() {
    task_.cancel();
}

void JournalCheck::start() {
    if (task_.running() || !service_.is_open()) {
        return;
    }
    tell({}, false);
    service_.ask(
        this, [](Journal& open) { return open.vault().take_snapshot(); },
        [this, progress = task_.begin()](Result<std::shared_ptr<VaultSnapshot>> snapshot) {
            if (!snapshot) {
                finished(pass_on(snapshot));
                return;
            }
            checker_.run(
                this, [snapshot = std::move(*snapshot), progress] { return snapshot->check(progress); },
                [this, round = round_](const Result<CheckReport>& report) {
                    if (round == round_) {
                        finished(report);
                    }
                });
        });
}

void JournalCheck::finished(const Result<CheckReport>& report) {
    task_.end();
    if (!report) {
        if (report.error().code == ErrorCode::kCancelled) {
            tell(tr("Stopped, as you asked. What was read so far says nothing of the rest."), false);
        } else {
            tell(error_text(report.error().code, Doing::kChecking), true);
        }
        return;
    }
    if (report->is_sound()) {
        tell(tr("The journal is sound: every part of its file can be read, and all of it holds together."), false);
        return;
    }
    const QString what = report->damaged_blocks.empty()
                             ? tr("The journal's file can be read, but it does not hold together.")
                             : tr("%n parts of the journal's file are damaged.", nullptr,
                                  static_cast<int>(report->damaged_blocks.size()));
    tell(what + u' ' +
             tr("Nothing was changed, and what lies elsewhere is safe. Go back to a backup, or save what can be read."),
         true);
}

void JournalCheck::stop() {
    ++round_;
    task_.cancel();
    task_.end();
    tell({}, false);
}

void JournalCheck::tell(const QString& message, bool failed) {
    message_ = message;
    failed_ = failed;
    emit changed();
}

}  // namespace pennydrop::app
