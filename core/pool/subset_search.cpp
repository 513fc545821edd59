// SPDX-License-Identifier: Apache-2.0
#include "pool/subset_search.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

#include "base/codec.h"
#include "pool/parallel.h"
#include "pool/siphash.h"
#include "pool/types.h"

namespace pennydrop::pool {
namespace {

constexpr std::size_t kLanes = 4;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
/// Below so many subsets in all, threads cost more than they bring; a piece of work has as many or few more.
constexpr std::uint64_t kFewSubsets = 20000;

/// A task with its quotients.
class Prepared {
public:
    explicit Prepared(const SearchTask& task)
        : task_(task), count_(task.shares.size()), values_(count_), quotients_(count_ * count_) {
        Reader key{task.fingerprint_key};
        key_low_ = key.integer<std::uint64_t>();
        key_high_ = key.integer<std::uint64_t>();
        wanted_ = Reader{task.fingerprint}.integer<std::uint64_t>();
        fill_quotients();
    }

    [[nodiscard]] const SearchTask& task() const noexcept { return task_; }
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] std::span<const FieldNumber> values() const noexcept { return values_.span(); }
    /// z_a / (z_a - z_i) for i > a, in Montgomery form.
    [[nodiscard]] const FieldNumber* quotients(std::size_t a) const noexcept {
        return quotients_.span().data() + a * count_;
    }
    [[nodiscard]] std::uint64_t wanted() const noexcept { return wanted_; }
    [[nodiscard]] std::uint64_t key_low() const noexcept { return key_low_; }
    [[nodiscard]] std::uint64_t key_high() const noexcept { return key_high_; }

    /// The first piece in which something was found, and what. The lowest counts, whoever is faster.
    std::atomic<std::size_t> best{kNone};
    std::vector<std::pair<std::size_t, Found>> found{};
    std::unique_ptr<std::mutex> guard{std::make_unique<std::mutex>()};

private:
    /// All gaps one after the other, so that one inversion does for all; then each to its place.
    void fill_quotients() {
        const std::size_t gaps = count_ * (count_ - 1) / 2;
        SecretNumbers memory{count_ + 2 * gaps};
        const auto points = memory.span().first(count_);
        const auto inverses = memory.span().subspan(count_, gaps);
        std::size_t next = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            values_.span()[i] = task_.shares[i].value;
            points[i] = to_montgomery(task_.shares[i].point);
            for (std::size_t a = 0; a < i; ++a) {
                inverses[next++] = subtract(points[a], points[i]);
            }
        }
        invert_all(inverses, memory.span().last(gaps));
        next = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            for (std::size_t a = 0; a < i; ++a) {
                quotients_.span()[a * count_ + i] = multiply(inverses[next++], points[a]);
            }
        }
    }

    SearchTask task_;
    std::size_t count_;
    SecretNumbers values_;
    SecretNumbers quotients_;
    std::uint64_t key_low_{0};
    std::uint64_t key_high_{0};
    std::uint64_t wanted_{0};
};

/// All subsets of a task whose first is `first`, and whose second is one of `seconds_begin` to `seconds_end` - 1.
struct Piece {
    Prepared* prepared{nullptr};
    std::size_t number{0};
    std::size_t first{0};
    std::size_t seconds_begin{0};
    std::size_t seconds_end{0};
};

/// Walks the subsets of one piece. Level d holds what d choices make of each later point's value.
class Walk {
public:
    Walk(const Piece& piece, Worker& worker, std::span<FieldNumber> levels)
        : prepared_(*piece.prepared),
          piece_(piece.number),
          worker_(worker),
          depth_(piece.prepared->task().threshold),
          levels_(levels) {}

    void run(const Piece& piece) {
        chosen_.push_back(piece.first);
        carry(piece.first, 0);
        for (std::size_t second = piece.seconds_begin; second < piece.seconds_end; ++second) {
            chosen_.push_back(second);
            if (below(second)) {
                return;
            }
            chosen_.pop_back();
        }
    }

private:
    [[nodiscard]] std::span<const FieldNumber> level(std::size_t depth) const noexcept {
        return depth == 0 ? prepared_.values() : levels_.subspan((depth - 1) * prepared_.count(), prepared_.count());
    }

    /// Level depth + 1 from level depth, by the choice of `a`.
    void carry(std::size_t a, std::size_t depth) noexcept {
        const auto from = level(depth);
        const auto to = levels_.subspan(depth * prepared_.count(), prepared_.count());
        const FieldNumber* quotients = prepared_.quotients(a);
        for (std::size_t i = a + 1; i < prepared_.count(); ++i) {
            to[i] = between(from[a], from[i], quotients[i]);
        }
    }

    /// All subsets that begin with what is chosen, `last` being the last. True when the walk is over.
    bool below(std::size_t last) {
        if (chosen_.size() + 1 == depth_) {
            return leaves(last);
        }
        carry(last, chosen_.size() - 1);
        const std::size_t missing = depth_ - chosen_.size();
        for (std::size_t next = last + 1; next + missing <= prepared_.count(); ++next) {
            chosen_.push_back(next);
            const bool over = below(next);
            chosen_.pop_back();
            if (over) {
                return true;
            }
        }
        return false;
    }

    /// The last point of the subset: one multiplication and one fingerprint each.
    bool leaves(std::size_t a) {
        const auto from = level(depth_ - 2);
        const FieldNumber* quotients = prepared_.quotients(a);
        const std::size_t end = prepared_.count();
        for (std::size_t i = a + 1; i < end; i += kLanes) {
            std::array<SipLanes<kLanes>::Lane, 4> words{};
            const std::size_t lanes = std::min(kLanes, end - i);
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const FieldNumber value = between(from[a], from[i + lane], quotients[i + lane]);
                for (std::size_t word = 0; word < 4; ++word) {
                    words[word][lane] = value.word[word];
                }
            }
            const auto hashes = SipLanes<kLanes>{prepared_.key_low(), prepared_.key_high()}.hash(words);
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                if (hashes[lane] == prepared_.wanted() && try_secret(words, lane, i + lane)) {
                    return true;
                }
            }
        }
        return worker_.step(end - a - 1) || prepared_.best.load(std::memory_order_relaxed) < piece_;
    }

    bool try_secret(const std::array<SipLanes<kLanes>::Lane, 4>& words, std::size_t lane, std::size_t last) {
        FieldNumber value;
        for (std::size_t word = 0; word < 4; ++word) {
            value.word[word] = words[word][lane];
        }
        Found found;
        put_plain(value, found.secret);
        if (!prepared_.task().is_secret(found.secret)) {
            return false;
        }
        found.shares = chosen_;
        found.shares.push_back(last);
        const std::scoped_lock lock{*prepared_.guard};
        prepared_.found.emplace_back(piece_, std::move(found));
        std::size_t best = prepared_.best.load();
        while (piece_ < best && !prepared_.best.compare_exchange_weak(best, piece_)) {
        }
        return true;
    }

    Prepared& prepared_;
    std::size_t piece_;
    Worker& worker_;
    std::size_t depth_;
    std::span<FieldNumber> levels_;
    std::vector<std::size_t> chosen_{};
};

void add_pieces(std::vector<Piece>& pieces, Prepared& prepared) {
    const std::size_t count = prepared.count();
    const std::size_t threshold = prepared.task().threshold;
    std::size_t number = 0;
    for (std::size_t first = 0; first + threshold <= count; ++first) {
        Piece piece{&prepared, number, first, first + 1, first + 1};
        std::uint64_t size = 0;
        while (piece.seconds_end + threshold <= count + 1) {
            size += subsets(static_cast<unsigned>(count - 1 - piece.seconds_end), static_cast<unsigned>(threshold - 2));
            ++piece.seconds_end;
            if (size >= kFewSubsets) {
                pieces.push_back(piece);
                piece.number = ++number;
                piece.seconds_begin = piece.seconds_end;
                size = 0;
            }
        }
        if (piece.seconds_begin != piece.seconds_end) {
            pieces.push_back(piece);
            ++number;
        }
    }
}

}  // namespace

Result<std::vector<std::optional<Found>>> search_subsets(std::span<const SearchTask> tasks, const OnProgress& report,
                                                         unsigned threads) {
    std::vector<std::unique_ptr<Prepared>> prepared;
    std::vector<Piece> pieces;
    std::uint64_t total = 0;
    std::size_t most_numbers = 0;
    for (const SearchTask& task : tasks) {
        const std::uint64_t subset_count =
            subsets(static_cast<unsigned>(task.shares.size()), static_cast<unsigned>(task.threshold));
        if (task.threshold < kMinThreshold || subset_count > kMaxSubsets) {
            return fail(ErrorCode::kInvalid, "search");
        }
        if (subset_count == 0) {
            prepared.push_back(nullptr);
            continue;
        }
        total += subset_count;
        prepared.push_back(std::make_unique<Prepared>(task));
        add_pieces(pieces, *prepared.back());
        most_numbers = std::max(most_numbers, task.shares.size() * task.threshold);
    }
    threads = total < kFewSubsets ? 1 : threads;
    const std::size_t workers = worker_count(pieces.size(), threads);
    std::vector<SecretNumbers> levels;
    levels.reserve(workers);
    for (std::size_t i = 0; i < workers; ++i) {
        levels.emplace_back(most_numbers);
    }
    const auto walk = [&](std::size_t index, Worker& worker) {
        const Piece& piece = pieces[index];
        if (piece.prepared->best.load(std::memory_order_relaxed) > piece.number) {
            Walk{piece, worker, levels[worker.index()].span()}.run(piece);
        }
    };
    if (auto done = run_parallel(pieces.size(), threads, total, report, walk); !done) {
        return pass_on(done);
    }
    std::vector<std::optional<Found>> results;
    for (const auto& task : prepared) {
        if (!task) {
            results.emplace_back(std::nullopt);
            continue;
        }
        const auto lowest = std::ranges::min_element(task->found, {}, [](const auto& entry) { return entry.first; });
        results.push_back(lowest == task->found.end() ? std::nullopt : std::optional{std::move(lowest->second)});
    }
    return results;
}

}  // namespace pennydrop::pool
