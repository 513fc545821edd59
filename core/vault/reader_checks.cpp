// SPDX-License-Identifier: Apache-2.0
#include "vault/reader_checks.h"

#include <sodium.h>
#include <sqlite3.h>

#include "base/codec.h"
#include "base/secret.h"
#include "vault/read_only_database.h"

namespace pennydrop {
namespace {

/// Pages between two reports: about a megabyte.
constexpr std::uint32_t kPagesAtOnce = 256;

/// Counts pages one by one and reports them in larger steps.
class PageSteps {
public:
    explicit PageSteps(ProgressMeter& meter) : meter_(&meter) {}
    [[nodiscard]] Status one() { return ++count_ < kPagesAtOnce ? Status{} : flush(); }
    [[nodiscard]] Status flush() {
        const std::uint64_t steps = count_;
        count_ = 0;
        return meter_->add(steps);
    }

private:
    ProgressMeter* meter_;
    std::uint64_t count_{0};
};

/// Lets a long statement be stopped.
class StopWatch {
public:
    StopWatch(Connection& database, ProgressMeter& meter) : database_(&database), meter_(&meter) {
        constexpr int kInstructions = 50'000;
        sqlite3_progress_handler(database_->handle(), kInstructions, &StopWatch::ask, this);
    }
    StopWatch(const StopWatch&) = delete;
    StopWatch& operator=(const StopWatch&) = delete;
    ~StopWatch() { sqlite3_progress_handler(database_->handle(), 0, nullptr, nullptr); }
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }

private:
    static int ask(void* self) {
        auto* watch = static_cast<StopWatch*>(self);
        watch->stopped_ = !watch->meter_->add(0);
        return watch->stopped_ ? 1 : 0;
    }

    Connection* database_;
    ProgressMeter* meter_;
    bool stopped_{false};
};

}  // namespace

std::uint64_t steps_for(const PageSource& pages) {
    return pages.page_count();
}

Result<std::vector<std::uint32_t>> find_damaged_pages(PageSource& pages, ProgressMeter& meter) {
    std::vector<std::uint32_t> damaged;
    SecretBytes page{kVaultPageBytes};  // goes wiped, also when the work is stopped
    PageSteps steps{meter};
    for (std::uint32_t number = 1; number <= pages.page_count(); ++number) {
        if (auto read = pages.read_page(number, page.span()); !read) {
            if (read.error().code != ErrorCode::kDamaged) {
                return pass_on(read);  // the drive's fault, not the file's
            }
            damaged.push_back(number);
        }
        if (auto going = steps.one(); !going) {
            return pass_on(going);
        }
    }
    if (auto going = steps.flush(); !going) {
        return pass_on(going);
    }
    return damaged;
}

Result<std::uint64_t> count_structure_faults(PageSource& pages, ProgressMeter& meter) {
    auto database = ReadOnlyDatabase::open(pages);
    if (!database) {
        return database.error().code == ErrorCode::kDamaged ? Result<std::uint64_t>{1} : pass_on(database);
    }
    const StopWatch watch{database->connection(), meter};
    auto check = database->connection().prepare("PRAGMA integrity_check");
    std::uint64_t faults = 0;
    while (check) {
        auto row = check->step();
        if (watch.stopped()) {
            return fail(ErrorCode::kCancelled);
        }
        if (!row) {
            if (row.error().code == ErrorCode::kOutOfMemory) {
                return pass_on(row);
            }
            ++faults;
            break;
        }
        if (!*row) {
            break;
        }
        faults += check->text(0) == "ok" ? 0 : 1;
    }
    if (const auto& failure = database->failure()) {
        return std::unexpected<Error>(*failure);
    }
    if (!check) {
        if (check.error().code == ErrorCode::kOutOfMemory) {
            return pass_on(check);
        }
        ++faults;  // the schema itself cannot be read
    }
    if (auto going = meter.add(steps_for(pages)); !going) {
        return pass_on(going);
    }
    return faults;
}

Result<PagesHash> hash_pages(PageSource& pages, ProgressMeter& meter) {
    crypto_generichash_state state{};
    crypto_generichash_init(&state, nullptr, 0, std::tuple_size_v<PagesHash>);
    std::array<std::uint8_t, 4> count{};
    Writer{count}.integer(pages.page_count());
    crypto_generichash_update(&state, count.data(), count.size());
    SecretBytes page{kVaultPageBytes};  // goes wiped, also when the work is stopped
    PageSteps steps{meter};
    for (std::uint32_t number = 1; number <= pages.page_count(); ++number) {
        if (auto read = pages.read_page(number, page.span()); !read) {
            return pass_on(read);
        }
        crypto_generichash_update(&state, page.data(), page.size());
        if (auto going = steps.one(); !going) {
            return pass_on(going);
        }
    }
    if (auto going = steps.flush(); !going) {
        return pass_on(going);
    }
    PagesHash hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

Status require_sound(VaultReader& reader, ProgressMeter& meter) {
    if (!reader.header_is_authentic()) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    auto damaged = find_damaged_pages(reader, meter);
    if (!damaged) {
        return pass_on(damaged);
    }
    if (!damaged->empty()) {
        return fail(ErrorCode::kDamaged, std::to_string(damaged->size()) + " blocks");
    }
    auto faults = count_structure_faults(reader, meter);
    if (!faults) {
        return pass_on(faults);
    }
    return *faults == 0 ? Status{} : fail(ErrorCode::kDamaged, "structure");
}

}  // namespace pennydrop
