// SPDX-License-Identifier: Apache-2.0
#include "pool/digest.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/utf8.h"
#include "pool/derive.h"
#include "pool/message.h"
#include "pool/release.h"
#include "pool/slot_secret.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'D', '1'};
constexpr std::string_view kLabel = "digest";
constexpr std::size_t kSignatureBytes = Signature{}.size();

Bytes text_bytes(const DigestText& text) {
    Message message;
    message.integer(text.theme.value).integer(static_cast<std::uint8_t>(text.kind)).text(text.text);
    return message.take();
}

bool is_good_text(const DigestText& text, const std::vector<DigestItem>& items) {
    return !text.text.empty() && text.text.size() <= kMaxDigestTextBytes && is_valid_text(text.text) &&
           (text.kind == TextKind::kNote || text.kind == TextKind::kAsk) &&
           std::ranges::find(items, text.theme, &DigestItem::theme) != items.end();
}

bool before(const DigestText& left, const DigestText& right) {
    return text_bytes(left) < text_bytes(right);
}

DigestItem read_item(Reader& reader, bool& good) {
    DigestItem item;
    item.theme.value = reader.integer<std::uint8_t>();
    item.band = reader.integer<std::uint8_t>();
    const std::size_t levels = reader.integer<std::uint8_t>();
    good = good && reader.zeros(1) && levels <= kMaxLevel;
    reader.bytes(item.secret);
    for (std::size_t i = 0; i < levels && good; ++i) {
        item.levels.push_back({reader.integer<std::uint8_t>(), reader.integer<std::uint8_t>()});
    }
    return item;
}

/// The whole layout but the signature. Nothing when it does not fit.
std::optional<Digest> read_digest(ByteView body, std::size_t most_received) {
    Reader reader{body};
    (void)reader.zeros(kMessageHeadBytes);
    Digest digest;
    const std::size_t items = reader.integer<std::uint8_t>();
    const std::size_t texts = reader.integer<std::uint16_t>();
    reader.bytes(digest.desc_id);
    digest.period.number = reader.integer<std::uint32_t>();
    reader.bytes(digest.previous);
    bool good = reader.ok() && items <= kMaxThemes && texts <= kMaxDigestTexts;
    for (std::size_t i = 0; i < items && good; ++i) {
        digest.items.push_back(read_item(reader, good));
        good = good && reader.ok();
    }
    for (std::size_t i = 0; i < texts && good; ++i) {
        DigestText text;
        text.theme.value = reader.integer<std::uint8_t>();
        text.kind = static_cast<TextKind>(reader.integer<std::uint8_t>());
        text.text = take_long_text(reader, body);
        good = reader.ok();
        digest.texts.push_back(std::move(text));
    }
    const std::size_t received = reader.integer<std::uint32_t>();
    if (!good || !reader.ok() || received > most_received ||
        body.size() - reader.position() != received * BlobHash{}.size()) {
        return std::nullopt;
    }
    digest.received.resize(received);
    for (auto& hash : digest.received) {
        reader.bytes(hash);
    }
    return digest;
}

bool is_possible(const DigestItem& item, const Descriptor& descriptor, Period period) {
    const PoolTerms& terms = descriptor.terms();
    const Slot slot{period, item.theme};
    const auto good_band = [&](unsigned band) { return band_range(band, terms.threshold, terms.seats).has_value(); };
    const auto good_level = [&](const DigestLevel& level) {
        return level.level >= 1 && level.level <= kMaxLevel && level.band <= item.band && good_band(level.band);
    };
    return has_slot(terms, slot) && good_band(item.band) && is_good_scalar(item.secret) &&
           std::ranges::all_of(item.levels, good_level) &&
           std::ranges::adjacent_find(item.levels, std::ranges::greater_equal{}, &DigestLevel::level) ==
               item.levels.end() &&
           secret_check(item.secret, descriptor.id(), slot) == descriptor.row(slot).check;
}

bool is_in_order(const Digest& digest) {
    return std::ranges::adjacent_find(digest.items, std::ranges::greater_equal{}, &DigestItem::theme) ==
               digest.items.end() &&
           std::ranges::adjacent_find(digest.texts, std::not_fn(before)) == digest.texts.end() &&
           std::ranges::adjacent_find(digest.received, std::ranges::greater_equal{}) == digest.received.end();
}

}  // namespace

Result<Bytes> encode_digest(Digest digest, const SecretBytes& collector_seed) {
    std::ranges::sort(digest.items, {}, &DigestItem::theme);
    std::ranges::sort(digest.texts, before);
    const auto repeated_texts = std::ranges::unique(digest.texts);
    digest.texts.erase(repeated_texts.begin(), repeated_texts.end());
    std::ranges::sort(digest.received);
    const auto repeated = std::ranges::unique(digest.received);
    digest.received.erase(repeated.begin(), repeated.end());
    const auto good_text = [&](const DigestText& text) { return is_good_text(text, digest.items); };
    if (digest.items.size() > kMaxThemes || digest.texts.size() > kMaxDigestTexts || !is_in_order(digest) ||
        !std::ranges::all_of(digest.texts, good_text)) {
        return fail(ErrorCode::kInvalid, "digest");
    }
    Message message;
    message.head(kMagic).integer(static_cast<std::uint8_t>(digest.items.size()));
    message.integer(static_cast<std::uint16_t>(digest.texts.size())).bytes(digest.desc_id);
    message.integer(digest.period.number).bytes(digest.previous);
    for (const auto& item : digest.items) {
        message.integer(item.theme.value).integer(item.band).integer(static_cast<std::uint8_t>(item.levels.size()));
        message.zeros(1).bytes(item.secret);
        for (const auto& level : item.levels) {
            message.integer(level.level).integer(level.band);
        }
    }
    for (const auto& text : digest.texts) {
        message.bytes(text_bytes(text));
    }
    message.integer(static_cast<std::uint32_t>(digest.received.size()));
    for (const auto& hash : digest.received) {
        message.bytes(hash);
    }
    message.bytes(sign(collector_seed, kLabel, message.view()));
    return message.take();
}

Result<Digest> decode_digest(ByteView bytes, const Descriptor& descriptor) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    if (bytes.size() < kSignatureBytes + kMessageHeadBytes) {
        return fail(ErrorCode::kDamaged, "digest: length");
    }
    const PoolTerms& terms = descriptor.terms();
    const ByteView body = bytes.first(bytes.size() - kSignatureBytes);
    auto digest = read_digest(body, kMaxFiles * terms.seats * terms.themes.size());
    if (!digest) {
        return fail(ErrorCode::kDamaged, "digest: layout");
    }
    if (digest->desc_id != descriptor.id()) {
        return fail(ErrorCode::kInvalid, "of another season");
    }
    Signature signature{};
    std::ranges::copy(bytes.last(kSignatureBytes), signature.begin());
    if (!is_signed(descriptor.collector_key(), kLabel, body, signature)) {
        return fail(ErrorCode::kDamaged, "digest: signature");
    }
    const auto possible = [&](const DigestItem& item) { return is_possible(item, descriptor, digest->period); };
    const auto good_text = [&](const DigestText& text) { return is_good_text(text, digest->items); };
    if (!has_period(terms, digest->period) || !is_in_order(*digest) || !std::ranges::all_of(digest->items, possible) ||
        !std::ranges::all_of(digest->texts, good_text)) {
        return fail(ErrorCode::kDamaged, "digest: contents");
    }
    return std::move(*digest);
}

Hash digest_hash(ByteView bytes) {
    return hash32("digest-hash", bytes);
}

}  // namespace pennydrop::pool
