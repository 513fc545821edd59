// SPDX-License-Identifier: Apache-2.0
// Pages that authenticate and make no sense, as the reader of a damaged vault sees them, below the seal. The input says
// what becomes of the pages of a small journal's database. Whatever that is: nothing is read outside a page, it comes
// to an end, what is saved satisfies every constraint of the schema, and every row of an unchanged database is saved.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/codec.h"
#include "journal/schema.h"
#include "support/files.h"
#include "support/page_changes.h"
#include "support/sealed_database.h"
#include "vault/encrypted_vfs.h"
#include "vault/page_map.h"
#include "vault/row_saver.h"
#include "vault/sqlite_start.h"
#include "vault/table_pages.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr std::int64_t kEntries = 14;
constexpr std::int64_t kDrops = 300;
constexpr std::array<std::string_view, 5> kShapes{"entry", "draft", "merged_drop", "form_draft", "draft_link"};
constexpr std::array<std::string_view, 3> kTexts{"entry", "draft", "form_draft"};
constexpr std::int64_t kForms = 30;
constexpr std::array kWitnesses{RepairPlan::Witness{.table = "entry_text_docsize", .of = "entry"}};

Connection journal_in_memory() {
    (void)start_sqlite(nullptr);  // a vault is opened later
    auto database = Connection::open(":memory:", "", true);
    int reserved = EncryptedVfs::kReservedBytes;
    if (!database ||
        sqlite3_file_control(database->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved) != SQLITE_OK ||
        !database->execute("PRAGMA page_size = 4096") || !database->migrate(journal_migrations())) {
        std::abort();
    }
    return std::move(*database);
}

/// The pages of a journal with short and long entries and the ids of merged drops.
const Bytes& sound_pages() {
    static const Bytes pages = [] {
        Connection database = journal_in_memory();
        // Statement by statement: the rows come from no random source, so that a finding can be repeated.
        const auto done = database.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 14)"
            "INSERT INTO entry (uid, kind, occurred_at, utc_offset, created_at, updated_at, text)"
            " SELECT CAST(printf('%016d', i) AS BLOB), 1 + i % 3, i * 1000000, 60, i, i, 'entry ' || i || ' ' ||"
            " hex(zeroblob(CASE WHEN i % 5 = 0 THEN 4000 ELSE 60 * i END)) FROM n;"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
            "INSERT INTO merged_drop SELECT CAST(printf('%016d', i * 7919 % 100000) AS BLOB) FROM n;"
            "INSERT INTO draft (id, kind, occurred_at, utc_offset, cursor, saved_at, text)"
            " VALUES (1, 1, 5, 0, 0, 5, 'half a thought');"
            "INSERT INTO draft_link (draft_id, other_id, relation) VALUES (1, 3, 'answers');"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
            "INSERT INTO form_draft (form, entry_id, subject, field, saved_at, text)"
            " SELECT 'decision/end', 1 + i % 14, i, i % 5, i, 'half a form ' || hex(zeroblob(40 * i)) FROM n;");
        sqlite3_int64 size = 0;
        unsigned char* bytes = sqlite3_serialize(database.handle(), "main", &size, 0);
        if (!done || bytes == nullptr) {
            std::abort();
        }
        Bytes copy(bytes, bytes + size);
        sqlite3_free(bytes);
        return copy;
    }();
    return pages;
}

class FuzzedPages final : public PageSource {
public:
    explicit FuzzedPages(Bytes pages, std::uint64_t missing) : pages_(std::move(pages)), missing_(missing) {}

    [[nodiscard]] std::uint32_t page_count() const noexcept override {
        return static_cast<std::uint32_t>(pages_.size() / kVaultPageBytes);
    }
    [[nodiscard]] Status read_page(std::uint32_t number, std::span<std::uint8_t> out) override {
        std::ranges::fill(out, std::uint8_t{0});
        if (number == 0 || number > page_count() || (number <= 64 && (missing_ >> (number - 1) & 1U) != 0)) {
            return fail(ErrorCode::kDamaged, "page");
        }
        std::memcpy(out.data(), pages_.data() + (number - 1) * std::size_t{kVaultPageBytes}, kVaultPageBytes);
        return {};
    }

private:
    Bytes pages_;
    std::uint64_t missing_;
};

}  // namespace

/// Input: which of the first 64 pages do not authenticate, then changes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes pages = sound_pages();
    Reader reader{{data, size}};
    const auto missing = reader.integer<std::uint64_t>();
    while (reader.ok()) {
        change_blocks(pages, kVaultPageBytes, reader);
    }
    const bool unchanged = missing == 0 && pages == sound_pages();
    FuzzedPages source{std::move(pages), size < sizeof missing ? 0 : missing};

    static Connection fresh = journal_in_memory();
    const RepairPlan plan{.schema = journal_migrations(),
                          .told_by_shape = kShapes,
                          .witnesses = kWitnesses,
                          .cuttable = kTexts,
                          .cut_mark = " […]"};
    ProgressMeter meter{{}, 1};
    const auto map = map_pages(source, meter);
    if (!map || map->with_rows.size() > source.page_count() ||
        !fresh.execute("PRAGMA foreign_keys = OFF; SAVEPOINT before_all; SAVEPOINT rows")) {
        std::abort();
    }
    auto saver = RowSaver::begin(fresh, plan);
    std::array<std::uint8_t, kVaultPageBytes> page{};
    for (const std::uint32_t number : map->with_rows) {
        const auto table = map->table_of.find(number);
        if (!source.read_page(number, page)) {
            std::abort();
        }
        for_each_row(source, page, number, [&](const SalvagedRow& row) {
            const auto saved =
                table == map->table_of.end() ? saver->save_by_shape(row) : saver->save(table->second, row);
            if (!saved || row.is_lost != row.columns.empty()) {
                std::abort();
            }
        });
    }
    if (!fresh.execute("RELEASE rows") || ask_sql(fresh.handle(), "PRAGMA integrity_check") != "ok" ||
        ask_sql(fresh.handle(), "INSERT INTO entry_text (entry_text) VALUES ('integrity-check')") != "") {
        std::abort();
    }
    const auto entries = *fresh.query_integer("SELECT count(*) FROM entry");
    const auto drops = *fresh.query_integer("SELECT count(*) FROM merged_drop");
    for (const TableRepair& repair : saver->finish()) {
        const std::string count = "SELECT count(*) FROM " + repair.name;
        if (repair.name != "setting" && ask_sql(fresh.handle(), count) != std::to_string(repair.saved.size())) {
            std::abort();
        }
    }
    const auto forms = *fresh.query_integer("SELECT count(*) FROM form_draft");
    if (unchanged && (entries != kEntries || drops != kDrops || forms != kForms)) {
        std::abort();
    }
    if (!fresh.execute("ROLLBACK TO before_all; RELEASE before_all")) {
        std::abort();
    }
    return 0;
}
