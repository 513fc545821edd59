// SPDX-License-Identifier: Apache-2.0
#include "pool/collect.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "pool/received.h"
#include "pool/secret_sharing.h"
#include "pool/signing.h"
#include "pool/slot_secret.h"
#include "pool/subset_search.h"

namespace pennydrop::pool {
namespace {

Share share_of(const ReportView& report) noexcept {
    return {plain_from(report.point), plain_from(report.value)};
}

/// The reports that are kept of one slot, and what the search needs of them.
struct SlotWork {
    Slot slot{};
    std::vector<ReportView> reports{};
    SecretBytes memory{};  ///< Of the shares.
    std::span<Share> shares{};
};

SlotWork work_of(Slot slot, std::vector<ReportView> reports) {
    SlotWork work{slot, std::move(reports), {}, {}};
    work.memory = SecretBytes{work.reports.size() * sizeof(Share)};
    auto* const first = reinterpret_cast<Share*>(work.memory.data());
    std::uninitialized_value_construct_n(first, work.reports.size());
    work.shares = {first, work.reports.size()};
    std::ranges::transform(work.reports, work.shares.begin(), share_of);
    return work;
}

SearchTask task_of(const SlotWork& work, const Descriptor& descriptor) {
    const TableRow& row = descriptor.row(work.slot);
    SearchTask task;
    task.shares = work.shares;
    task.threshold = descriptor.terms().threshold;
    task.fingerprint_key = fingerprint_key(descriptor.id(), work.slot);
    task.fingerprint = row.fingerprint;
    task.is_secret = [&descriptor, &row, slot = work.slot](const Scalar& secret) {
        return secret_check(secret, descriptor.id(), slot) == row.check;
    };
    return task;
}

void add_note(OpenedSlot& opened, const ReportView& report, const BoxKeys& keys, std::span<std::uint8_t> area) {
    const auto note = open_into(area, report.sealed_note, keys) ? decode_note(area) : std::nullopt;
    ++opened.levels[note ? note->level : 0];
    if (note && !(note->text.empty() && note->ask.empty())) {
        opened.notes.push_back(*note);
    }
}

OpenedSlot open_slot(const SlotWork& work, const Found& found, const Descriptor& descriptor) {
    std::vector<Share> through;
    through.reserve(found.shares.size());
    for (const std::size_t index : found.shares) {
        through.push_back(work.shares[index]);
    }
    const Interpolation polynomial{through};
    const BoxKeys keys = note_keys(found.secret, descriptor.id(), work.slot);
    SecretBytes area{note_bytes(descriptor.terms().bucket)};
    OpenedSlot opened;
    opened.theme = work.slot.theme;
    opened.secret = found.secret;
    for (std::size_t i = 0; i < work.reports.size(); ++i) {
        if (polynomial.value_at(work.shares[i].point) == work.shares[i].value) {
            ++opened.reporters;
            add_note(opened, work.reports[i], keys, area.span());
        }
    }
    std::ranges::sort(opened.notes, {}, [](const Note& note) { return std::tie(note.text, note.ask, note.level); });
    return opened;
}

Status check_may_collect(const Descriptor& descriptor, const CollectorKeys& collector, Period period, Timestamp now) {
    if (descriptor.collector_key() != signing_public_key(collector.signing_seed()) ||
        !has_period(descriptor.terms(), period) || collector.first_period() != descriptor.terms().first_period) {
        return fail(ErrorCode::kInvalid, "of another season");
    }
    if (now < close_of(descriptor.terms(), period)) {
        return fail(ErrorCode::kInvalid, "the period is still open");
    }
    return {};
}

}  // namespace

Result<Collected> collect(const Descriptor& descriptor, const SeasonFile& season, const CollectorKeys& collector,
                          Period period, std::span<const Bytes> files, Timestamp now, const OnProgress& report) {
    if (auto may = check_may_collect(descriptor, collector, period, now); !may) {
        return pass_on(may);
    }
    auto keys = collector.box_keys_of(period);
    if (!keys) {
        return pass_on(keys);
    }
    Collected collected;
    collected.period = period;
    auto received = receive(descriptor, season, *keys, period, files, collected.counts, report);
    if (!received) {
        return pass_on(received);
    }
    collected.received = std::move(received->hashes);
    std::vector<SlotWork> works;
    const auto themes = static_cast<std::uint8_t>(descriptor.terms().themes.size());
    for (std::uint8_t theme = 0; theme < themes; ++theme) {
        auto reports = received->kept({theme});
        if (reports.size() >= descriptor.terms().threshold) {
            works.push_back(work_of({period, {theme}}, std::move(reports)));
        }
    }
    std::vector<SearchTask> tasks;
    tasks.reserve(works.size());
    for (const auto& work : works) {
        tasks.push_back(task_of(work, descriptor));
    }
    auto results = search_subsets(tasks, report);
    if (!results) {
        return pass_on(results);
    }
    for (std::size_t i = 0; i < works.size(); ++i) {
        if ((*results)[i]) {
            collected.opened.push_back(open_slot(works[i], *(*results)[i], descriptor));
        }
    }
    return collected;
}

}  // namespace pennydrop::pool
