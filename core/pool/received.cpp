// SPDX-License-Identifier: Apache-2.0
#include "pool/received.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "pool/blob_file.h"
#include "pool/derive.h"
#include "pool/parallel.h"

namespace pennydrop::pool {
namespace {

/// Blobs of one point that count: a seat cannot build more files in a period.
constexpr std::size_t kMostBlobsOfAPoint = kMaxFiles;
/// Below so many blobs, threads cost more than they bring.
constexpr std::size_t kFewBlobs = 64;

enum class Fate : std::uint8_t { kForeign, kMalformed, kNotAdmitted, kReport, kWithdrawal };

/// Every different blob once, with its hash, in order of the hashes.
struct Blobs {
    std::vector<BlobFile> files{};
    std::vector<std::pair<BlobHash, const Bytes*>> blobs{};
};

Blobs gather(const Descriptor& descriptor, Period period, std::span<const Bytes> files, BlobCounts& counts) {
    Blobs all;
    for (const auto& bytes : files) {
        auto file = decode_blob_file(bytes);
        ++counts.files;
        if (!file || file->desc_id != descriptor.id() || file->period != period ||
            file->bucket != descriptor.terms().bucket) {
            ++counts.files_refused;
            continue;
        }
        all.files.push_back(std::move(*file));
    }
    for (const auto& file : all.files) {
        for (const auto& blob : file.blobs) {
            all.blobs.emplace_back(blob_hash(blob), &blob);
        }
    }
    const auto by_bytes = [](const auto& left, const auto& right) {
        return std::tie(left.first, *left.second) < std::tie(right.first, *right.second);
    };
    const auto equal = [](const auto& left, const auto& right) { return *left.second == *right.second; };
    std::ranges::sort(all.blobs, by_bytes);
    const auto repeated = std::ranges::unique(all.blobs, equal);
    all.blobs.erase(repeated.begin(), repeated.end());
    return all;
}

Fate fate_of(ByteView body, const BodyContext& context, const SeasonFile& season) {
    if (const auto report = decode_report(body, context)) {
        return season.admits(report->point, {context.period, report->theme}) ? Fate::kReport : Fate::kNotAdmitted;
    }
    if (const auto withdrawal = decode_withdrawal(body, context)) {
        return season.admits(withdrawal->point, {context.period, withdrawal->theme}) ? Fate::kWithdrawal
                                                                                     : Fate::kNotAdmitted;
    }
    return Fate::kMalformed;
}

/// How many blobs each point of each theme has so far.
class PointCounts {
public:
    [[nodiscard]] bool take(ThemeIndex theme, std::span<const std::uint8_t, 32> point) {
        Scalar key{};
        std::ranges::copy(point, key.begin());
        return ++counts_[{theme, key}] <= kMostBlobsOfAPoint;
    }

private:
    std::map<std::pair<ThemeIndex, Scalar>, std::size_t> counts_{};
};

bool is_before(const ReportView& left, const ReportView& right) noexcept {
    if (const auto order = std::lexicographical_compare_three_way(left.point.begin(), left.point.end(),
                                                                  right.point.begin(), right.point.end());
        order != 0) {
        return order < 0;
    }
    if (left.revision != right.revision) {
        return left.revision > right.revision;
    }
    // What follows in the body: lock, (the same point,) value, note.
    const auto key = [](const ReportView& view) { return ByteView{view.lock.data(), 96 + view.sealed_note.size()}; };
    return std::ranges::lexicographical_compare(key(left), key(right));
}

}  // namespace

std::vector<ReportView> Received::kept(ThemeIndex theme) const {
    std::vector<std::pair<Scalar, Hash>> opened;
    for (const auto& withdrawal : withdrawals) {
        if (withdrawal.theme == theme) {
            Scalar point{};
            std::ranges::copy(withdrawal.point, point.begin());
            opened.emplace_back(point, lock_of(withdrawal.opener, desc_id, {period, theme}));
        }
    }
    const auto is_withdrawn = [&](const ReportView& report) {
        return std::ranges::any_of(opened, [&](const auto& pair) {
            return std::ranges::equal(pair.first, report.point) && std::ranges::equal(pair.second, report.lock);
        });
    };
    std::vector<ReportView> kept;
    for (const auto& report : reports) {
        if (report.theme == theme && !is_withdrawn(report)) {
            kept.push_back(report);
        }
    }
    std::ranges::sort(kept, is_before);
    const auto same_point = [](const ReportView& left, const ReportView& right) {
        return std::ranges::equal(left.point, right.point);
    };
    const auto repeated = std::ranges::unique(kept, same_point);
    kept.erase(repeated.begin(), repeated.end());
    return kept;
}

Result<Received> receive(const Descriptor& descriptor, const SeasonFile& season, const BoxKeys& keys, Period period,
                         std::span<const Bytes> files, BlobCounts& counts, const OnProgress& report) {
    const Blobs all = gather(descriptor, period, files, counts);
    const PoolTerms& terms = descriptor.terms();
    const BodyContext context{descriptor.id(), period, terms.bucket, static_cast<std::uint8_t>(terms.themes.size())};
    const std::size_t size = body_bytes(terms.bucket);
    Received received{SecretBytes{all.blobs.size() * size}, {}, {}, {}, descriptor.id(), period};
    const auto body_of = [&](std::size_t index) { return received.memory.span().subspan(index * size, size); };
    std::vector<Fate> fates(all.blobs.size(), Fate::kForeign);
    const auto open = [&](std::size_t index, Worker& worker) {
        if (open_into(body_of(index), *all.blobs[index].second, keys)) {
            fates[index] = fate_of(body_of(index), context, season);
        }
        (void)worker.step(1);
    };
    const unsigned threads = all.blobs.size() < kFewBlobs ? 1 : 0;
    if (auto done = run_parallel(all.blobs.size(), threads, all.blobs.size(), report, open); !done) {
        return pass_on(done);
    }
    PointCounts points;
    for (std::size_t i = 0; i < all.blobs.size(); ++i) {
        bool counts_as_received = false;
        if (fates[i] == Fate::kReport) {
            const auto view = decode_report(body_of(i), context);
            counts_as_received = view && points.take(view->theme, view->point);
            if (counts_as_received) {
                received.reports.push_back(*view);
            }
        } else if (fates[i] == Fate::kWithdrawal) {
            const auto view = decode_withdrawal(body_of(i), context);
            counts_as_received = view && points.take(view->theme, view->point);
            if (counts_as_received) {
                received.withdrawals.push_back(*view);
            }
        }
        if (counts_as_received) {
            received.hashes.push_back(all.blobs[i].first);
        }
    }
    counts.received = received.hashes.size();
    counts.foreign = static_cast<std::size_t>(std::ranges::count(fates, Fate::kForeign));
    counts.malformed = static_cast<std::size_t>(std::ranges::count(fates, Fate::kMalformed));
    counts.not_admitted = static_cast<std::size_t>(std::ranges::count(fates, Fate::kNotAdmitted));
    return received;
}

}  // namespace pennydrop::pool
