// SPDX-License-Identifier: Apache-2.0
#include "reminder.h"

#include <chrono>
#include <utility>

#include "civil_time.h"
#include "review_tasks.h"

namespace pennydrop::app {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::chrono::microseconds kDay = days{1};

}  // namespace

Reminder::Reminder(JournalService& service, AppSettings& settings, const Clock& clock, platform::Device& device,
                   QString journal_path, InFront in_front, QObject* parent)
    : QObject(parent),
      service_(service),
      settings_(settings),
      clock_(clock),
      device_(device),
      journal_path_(std::move(journal_path)),
      in_front_(std::move(in_front)) {
    timer_.setInterval(kPauseMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Reminder::look);
    connect(&service, &JournalService::opened, this, &Reminder::read);
    connect(&service, &JournalService::entryAdded, this, &Reminder::read);
    connect(&service, &JournalService::entryChanged, this, &Reminder::read);
    connect(&service, &JournalService::entryRemoved, this, &Reminder::read);
    connect(&service, &JournalService::entryRestored, this, &Reminder::read);
    connect(&settings, &AppSettings::onThisDayChanged, this, &Reminder::read);
    if (wanted()) {
        timer_.start();
        read();
    }
}

void Reminder::setWanted(bool wanted) {
    if (wanted == this->wanted()) {
        return;
    }
    settings_.setReviewReminder(wanted);
    if (wanted) {
        timer_.start();
        read();
    } else {
        timer_.stop();
        waiting_ = {};
    }
    emit wantedChanged();
}

void Reminder::read() {
    if (!wanted()) {
        return;
    }
    service_.ask(
        this,
        [now = clock_.now(), on_this_day = settings_.onThisDay()](Journal& journal) -> Result<Days> {
            Days waiting{};
            LocalTime at = now;
            for (bool& day : waiting) {
                auto items = due_items(journal, at, on_this_day);
                if (!items) {
                    return pass_on(items);
                }
                day = !items->empty();
                at.at.micros += kDay.count();
            }
            return waiting;
        },
        [this, today = clock_.now().date()](const Result<Days>& waiting) {
            // What could not be read is not said; the journal itself tells that it cannot be read.
            if (waiting && wanted()) {
                first_ = today;
                waiting_ = *waiting;
            }
        });
}

void Reminder::forget_journal() {
    waiting_ = {};
    first_ = {};
    settings_.setLastReminder(journal_path_, {});
}

void Reminder::look() {
    const LocalTime now = clock_.now();
    const QDate today = to_qdate(now.date());
    const int hour = wall_time(now).hour();
    if (!wanted() || !first_.ok() || hour < kFirstHour || hour > kLastHour || in_front_()) {
        return;
    }
    const auto ahead = (sys_days{now.date()} - sys_days{first_}).count();
    if (ahead < 0 || ahead >= kDaysAhead || !waiting_.at(static_cast<std::size_t>(ahead)) ||
        settings_.lastReminder(journal_path_) == today) {
        return;
    }
    settings_.setLastReminder(journal_path_, today);
    device_.notify({.title = tr("Pennydrop").toStdString(),
                    //: A notification of the desktop. It must not say anything about the entry.
                    .text = tr("Something is worth another look, when you have a moment.").toStdString()});
}

}  // namespace pennydrop::app
