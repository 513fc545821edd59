// SPDX-License-Identifier: Apache-2.0
#include "pool/combine.h"

#include <algorithm>
#include <map>
#include <utility>

#include "pool/message.h"
#include "pool/release.h"
#include "pool/signing.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'R', '1'};
constexpr std::string_view kLabel = "combined";
constexpr std::size_t kMaxName = 100;
constexpr std::uint32_t kRounding = 5;
constexpr std::size_t kMinShowing = 2;
constexpr std::size_t kSignatureBytes = Signature{}.size();
constexpr std::size_t kMaxItems = 2000;

/// What one team shows of a theme.
struct Shown {
    std::string name{};
    std::uint32_t at_least{0};
    bool may_be_named{false};
};

Status check_teams(std::span<const TeamDigest> teams) {
    if (teams.size() < kMinTeams || teams.size() > kMaxTeams) {
        return fail(ErrorCode::kInvalid, "number of teams");
    }
    std::vector<PoolId> pools;
    for (const auto& team : teams) {
        if (team.digest.period != teams.front().digest.period) {
            return fail(ErrorCode::kInvalid, "different periods");
        }
        pools.push_back(team.descriptor->terms().pool_id);
    }
    std::ranges::sort(pools);
    if (std::ranges::adjacent_find(pools) != pools.end()) {
        return fail(ErrorCode::kInvalid, "a pool twice");
    }
    return {};
}

/// Who is named: all that agreed, as long as those who are left are nobody or at least `threshold`.
std::vector<std::string> named_of(const std::vector<Shown>& all, std::uint32_t total, unsigned threshold) {
    std::vector<Shown> named;
    std::ranges::copy_if(all, std::back_inserter(named), &Shown::may_be_named);
    std::ranges::sort(named, [](const Shown& left, const Shown& right) {
        return std::pair{left.at_least, std::string_view{right.name}} <
               std::pair{right.at_least, std::string_view{left.name}};
    });
    std::uint32_t rest = total;
    for (const auto& team : named) {
        rest -= team.at_least;
    }
    while (!named.empty() && rest != 0 && rest < threshold) {
        rest += named.front().at_least;
        named.erase(named.begin());
    }
    std::vector<std::string> names;
    std::ranges::transform(named, std::back_inserter(names), &Shown::name);
    std::ranges::sort(names);
    const auto again = std::ranges::unique(names);  // two teams may have one name
    names.erase(again.begin(), again.end());
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

/// By code, what each team shows.
std::map<std::string, std::vector<Shown>> by_code(std::span<const TeamDigest> teams) {
    std::map<std::string, std::vector<Shown>> found;
    for (const auto& team : teams) {
        const PoolTerms& terms = team.descriptor->terms();
        for (const auto& item : team.digest.items) {
            const auto range = band_range(item.band, terms.threshold, terms.seats);
            if (item.theme.value < terms.themes.size() && range && !terms.themes[item.theme.value].own_words) {
                found[terms.themes[item.theme.value].text].push_back({terms.name, range->from, team.may_be_named});
            }
        }
    }
    return found;
}

bool is_good_item(const CombinedItem& item, unsigned threshold) {
    const auto good_name = [](const std::string& name) { return is_good_line(name, 1, kMaxName); };
    return is_theme_code(item.code) && item.at_least >= threshold && item.teams.size() <= kMaxTeams &&
           std::ranges::all_of(item.teams, good_name) &&
           std::ranges::adjacent_find(item.teams, std::ranges::greater_equal{}) == item.teams.end();
}

Status check_combined(const Combined& combined) {
    const auto good_item = [&](const CombinedItem& item) { return is_good_item(item, combined.threshold); };
    const bool good = combined.threshold >= kMinThreshold && combined.threshold <= kMaxSeats &&
                      combined.teams >= kMinTeams && combined.teams <= kMaxTeams &&
                      combined.period.number <= kMaxPeriodNumber && is_good_line(combined.name, 1, kMaxName) &&
                      combined.items.size() <= kMaxItems && std::ranges::all_of(combined.items, good_item) &&
                      std::ranges::adjacent_find(combined.items, std::ranges::greater_equal{}, &CombinedItem::code) ==
                          combined.items.end();
    return good ? Status{} : fail(ErrorCode::kInvalid, "combination");
}

CombinedItem read_item(Reader& reader, ByteView body) {
    CombinedItem item;
    item.code = take_long_text(reader, body);
    item.at_least = reader.integer<std::uint32_t>();
    const std::size_t names = reader.integer<std::uint16_t>();
    for (std::size_t i = 0; i < names && reader.ok(); ++i) {
        item.teams.push_back(take_long_text(reader, body));
    }
    return item;
}

}  // namespace

Result<Combined> combine(std::span<const TeamDigest> teams, std::string_view name) {
    if (auto good = check_teams(teams); !good) {
        return pass_on(good);
    }
    Combined combined;
    combined.teams = static_cast<std::uint16_t>(teams.size());
    combined.period = teams.front().digest.period;
    combined.name = name;
    for (const auto& team : teams) {
        combined.threshold = std::max(combined.threshold, team.descriptor->terms().threshold);
    }
    for (const auto& [code, shown] : by_code(teams)) {
        std::uint32_t total = 0;
        for (const auto& team : shown) {
            total += team.at_least;
        }
        if (shown.size() >= kMinShowing && total >= combined.threshold) {
            combined.items.push_back({code, std::max<std::uint32_t>(combined.threshold, total / kRounding * kRounding),
                                      named_of(shown, total, combined.threshold)});
        }
    }
    return combined;
}

Result<Bytes> encode_combined(Combined combined, const SecretBytes& signing_seed) {
    if (auto good = check_combined(combined); !good) {
        return pass_on(good);
    }
    combined.signing_key = signing_public_key(signing_seed);
    Message message;
    message.head(kMagic).integer(combined.threshold).integer(combined.teams).integer(combined.period.number);
    message.bytes(combined.signing_key).text(combined.name).integer(static_cast<std::uint16_t>(combined.items.size()));
    for (const auto& item : combined.items) {
        message.text(item.code).integer(item.at_least).integer(static_cast<std::uint16_t>(item.teams.size()));
        for (const auto& team : item.teams) {
            message.text(team);
        }
    }
    message.bytes(sign(signing_seed, kLabel, message.view()));
    return message.take();
}

Result<Combined> decode_combined(ByteView bytes) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    if (bytes.size() < kSignatureBytes + kMessageHeadBytes) {
        return fail(ErrorCode::kDamaged, "combination: length");
    }
    const ByteView body = bytes.first(bytes.size() - kSignatureBytes);
    Reader reader{body};
    (void)reader.zeros(kMessageHeadBytes);
    Combined combined;
    combined.threshold = reader.integer<std::uint8_t>();
    combined.teams = reader.integer<std::uint16_t>();
    combined.period.number = reader.integer<std::uint32_t>();
    reader.bytes(combined.signing_key);
    combined.name = take_long_text(reader, body);
    const std::size_t items = reader.integer<std::uint16_t>();
    for (std::size_t i = 0; i < items && reader.ok(); ++i) {
        combined.items.push_back(read_item(reader, body));
    }
    if (!reader.finished() || !check_combined(combined)) {
        return fail(ErrorCode::kDamaged, "combination: layout");
    }
    Signature signature{};
    std::ranges::copy(bytes.last(kSignatureBytes), signature.begin());
    if (!is_signed(combined.signing_key, kLabel, body, signature)) {
        return fail(ErrorCode::kDamaged, "combination: signature");
    }
    return combined;
}

}  // namespace pennydrop::pool
