// SPDX-License-Identifier: Apache-2.0
// Any bytes as a text and as search words: refused as no text, or stored as they are and searched without an error.
// Every word of plain letters in the text is found.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "journal/entry_store.h"
#include "journal/schema.h"
#include "journal/search.h"

using namespace pennydrop;

namespace {

Connection make_database() {
    auto database = Connection::open(":memory:", "", true);
    if (!database || !database->migrate(journal_migrations())) {
        std::abort();
    }
    return std::move(*database);
}

bool is_plain(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

/// Input: the text, a zero byte, the words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Connection database = make_database();
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto cut = std::min(input.find('\0'), size);
    const std::string text{input.substr(0, cut)};
    const std::string words{cut < size ? input.substr(cut + 1) : input};
    EntryStore entries{database};
    const Search search{database};

    const auto added = entries.add({.text = text}, {});
    if (added.has_value() != (is_valid_text(text) && !is_blank(text))) {
        std::abort();
    }
    const auto hits = search.find({.words = words}, {}, 5);
    const auto count = search.count({.words = words});
    if (hits.has_value() != is_valid_text(words) || count.has_value() != hits.has_value()) {
        std::abort();
    }
    if (hits && static_cast<std::int64_t>(hits->size()) != *count) {
        std::abort();
    }
    if (!added) {
        return 0;
    }
    const auto found = entries.find(added->id);
    if (!found || found->content.text != text) {
        std::abort();
    }
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find(' ', from), text.size());
        const auto word = std::string_view{text}.substr(from, to - from);
        if (is_plain(word) && word.size() < 1000 && *search.count({.words = std::string{word}}) != 1) {
            std::abort();
        }
        from = to + 1;
    }
    if (!entries.remove(added->id, {}) || !entries.purge_removed(Timestamp{1})) {
        std::abort();
    }
    return 0;
}
