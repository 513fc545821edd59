// SPDX-License-Identifier: Apache-2.0
#include "pool/member_file.h"

#include <algorithm>

#include "base/codec.h"
#include "pool/blob_file.h"
#include "pool/boxes.h"
#include "pool/derive.h"
#include "pool/report.h"

namespace pennydrop::pool {
namespace {

/// Revisions begin somewhere below this, so that they do not show how many files a seat has built.
constexpr std::uint64_t kRevisionOffsets = 192;

template <std::size_t Size>
std::span<const std::uint8_t, Size> fixed(const SecretBytes& bytes) noexcept {
    return std::span<const std::uint8_t, Size>{bytes.data(), Size};
}

BodyContext context_of(const Descriptor& descriptor, Period period) {
    return {descriptor.id(), period, descriptor.terms().bucket,
            static_cast<std::uint8_t>(descriptor.terms().themes.size())};
}

/// What a seat derives for a slot, in memory that is wiped.
class SlotKeys {
public:
    SlotKeys(const SecretBytes& seed, const DescId& desc_id, Slot slot) : context_(desc_id, slot) {
        seat_point(point_.span().first<kScalarBytes>(), seed, desc_id, slot);
        context_.derive(opener_.span(), key_of(seed), "withdraw-key");
    }

    [[nodiscard]] std::span<const std::uint8_t, 32> point() const noexcept { return fixed<32>(point_); }
    [[nodiscard]] std::span<const std::uint8_t, 32> opener() const noexcept { return fixed<32>(opener_); }
    [[nodiscard]] const SlotContext& context() const noexcept { return context_; }

private:
    SlotContext context_;
    SecretBytes point_{kScalarBytes};
    SecretBytes opener_{kKeyBytes};
};

std::uint8_t revision_of(const SlotContext& slot, const SecretBytes& seed, std::uint8_t file) {
    std::array<std::uint8_t, 16> bytes{};
    slot.derive(bytes, key_of(seed), "revision");
    Reader reader{bytes};
    return static_cast<std::uint8_t>(reader.integer<std::uint64_t>() % kRevisionOffsets + file);
}

/// The sealed note: the member's, or zeros to nobody.
Status seal_note(std::span<std::uint8_t> out, const std::optional<Note>& note, const PublicKey& note_key) {
    SecretBytes area{out.size() - kSealBytes};
    if (!note) {
        return seal_into(out, area.span(), throwaway_box_key());
    }
    if (auto encoded = encode_note(*note, area.span()); !encoded) {
        return encoded;
    }
    return seal_into(out, area.span(), note_key);
}

Result<Bytes> report_blob(const SeatPeriod& own, std::uint8_t file, const Descriptor& descriptor, ThemeIndex theme,
                          const std::optional<Note>& note) {
    const BodyContext context = context_of(descriptor, own.period);
    const Slot slot{own.period, theme};
    const SlotKeys keys{own.seed, descriptor.id(), slot};
    SecretBytes value{kScalarBytes};
    if (note) {
        std::ranges::copy(own.share(theme), value.data());
    } else {
        keys.context().scalar(value.span().first<kScalarBytes>(), key_of(own.seed), "dummy", own.turns[theme.value]);
    }
    Bytes sealed_note(note_bytes(context.bucket) + kSealBytes);
    if (auto sealed = seal_note(sealed_note, note, descriptor.row(slot).note_key); !sealed) {
        return pass_on(sealed);
    }
    const auto lock = lock_of(keys.opener(), descriptor.id(), slot);
    SecretBytes body{body_bytes(context.bucket)};
    encode_report(
        body.span(),
        {theme, revision_of(keys.context(), own.seed, file), lock, keys.point(), fixed<32>(value), sealed_note},
        context);
    Bytes blob(blob_bytes(context.bucket));
    if (auto sealed = seal_into(blob, body.span(), descriptor.box_key(own.period)); !sealed) {
        return pass_on(sealed);
    }
    return blob;
}

Result<Bytes> withdrawal_blob(const SeatPeriod& own, const Descriptor& descriptor, ThemeIndex theme) {
    const BodyContext context = context_of(descriptor, own.period);
    const SlotKeys keys{own.seed, descriptor.id(), {own.period, theme}};
    SecretBytes body{body_bytes(context.bucket)};
    encode_withdrawal(body.span(), {theme, keys.opener(), keys.point()}, context);
    Bytes blob(blob_bytes(context.bucket));
    if (auto sealed = seal_into(blob, body.span(), descriptor.box_key(own.period)); !sealed) {
        return pass_on(sealed);
    }
    return blob;
}

Result<MemberFile> finish(std::vector<Bytes> blobs, const SeatPeriod& own, const Descriptor& descriptor) {
    MemberFile file;
    for (const auto& blob : blobs) {
        file.receipts.push_back(blob_hash(blob));
    }
    std::ranges::sort(file.receipts);
    auto bytes = encode_blob_file(
        {BlobFileKind::kMember, descriptor.terms().bucket, descriptor.id(), own.period, std::move(blobs)});
    if (!bytes) {
        return pass_on(bytes);
    }
    file.bytes = std::move(*bytes);
    file.name = member_file_name(own.seed, descriptor.id(), own.period);
    file.modified = close_of(descriptor.terms(), own.period);
    return file;
}

Status check_period(const Seat& seat, const Descriptor& descriptor, Period period) {
    if (seat.desc_id() != descriptor.id() || !has_period(descriptor.terms(), period)) {
        return fail(ErrorCode::kInvalid, "of another season");
    }
    if (seat.find(period) == nullptr) {
        return fail(ErrorCode::kClosed, "the period is over");
    }
    return {};
}

}  // namespace

std::string member_file_name(const SecretBytes& period_seed, const DescId& desc_id, Period period) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<std::uint8_t, 4> number{};
    Writer{number}.integer(period.number);
    std::array<std::uint8_t, 16> tag{};
    derive_into(tag, key_of(period_seed), "file-name", {desc_id, number});
    std::string name = "pennydrop-";
    for (const auto byte : tag) {
        name += kDigits[byte >> 4U];
        name += kDigits[byte & 0xFU];
    }
    return name + ".pooled";
}

Result<MemberFile> build_report_file(Seat& seat, const Descriptor& descriptor, Period period, const Choices& choices) {
    if (auto good = check_period(seat, descriptor, period); !good) {
        return pass_on(good);
    }
    SeatPeriod& own = *seat.find(period);
    if (choices.size() != own.turns.size() || choices.size() != descriptor.terms().themes.size()) {
        return fail(ErrorCode::kInvalid, "number of themes");
    }
    if (own.files_built >= kMaxFiles) {
        return fail(ErrorCode::kInvalid, "too many files in this period");
    }
    const auto turns_before = own.turns;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool was_reported = own.turns[i] % 2 == 1;
        if (choices[i].has_value() != was_reported) {
            ++own.turns[i];
        }
    }
    std::vector<Bytes> blobs;
    for (std::uint8_t i = 0; i < choices.size(); ++i) {
        auto blob = report_blob(own, own.files_built, descriptor, {i}, choices[i]);
        if (!blob) {
            own.turns = turns_before;
            return pass_on(blob);
        }
        blobs.push_back(std::move(*blob));
    }
    ++own.files_built;
    return finish(std::move(blobs), own, descriptor);
}

Result<MemberFile> build_withdrawal_file(const Seat& seat, const Descriptor& descriptor, Period period) {
    if (auto good = check_period(seat, descriptor, period); !good) {
        return pass_on(good);
    }
    const SeatPeriod& own = *seat.find(period);
    std::vector<Bytes> blobs;
    for (std::uint8_t i = 0; i < own.turns.size(); ++i) {
        auto blob = withdrawal_blob(own, descriptor, {i});
        if (!blob) {
            return pass_on(blob);
        }
        blobs.push_back(std::move(*blob));
    }
    return finish(std::move(blobs), own, descriptor);
}

}  // namespace pennydrop::pool
