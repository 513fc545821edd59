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

BodyContext context_of(const Descriptor& descriptor, Period period) {
    return {descriptor.id(), period, descriptor.terms().bucket,
            static_cast<std::uint8_t>(descriptor.terms().themes.size())};
}

/// The secrets of one blob in the making, in one piece of guarded memory for a whole file: such memory is dear.
class Workspace {
public:
    Workspace(const SeatPeriod& own, const Descriptor& descriptor)
        : own_(own),
          descriptor_(descriptor),
          context_(context_of(descriptor, own.period)),
          memory_(3 * kKeyBytes + note_bytes(context_.bucket) + body_bytes(context_.bucket)),
          sealed_note_(note_bytes(context_.bucket) + kSealBytes) {}

    [[nodiscard]] Result<Bytes> report(ThemeIndex theme, std::uint8_t file, const std::optional<Note>& note);
    [[nodiscard]] Result<Bytes> withdrawal(ThemeIndex theme);

private:
    using Key = std::span<std::uint8_t, kKeyBytes>;

    [[nodiscard]] Key key(std::size_t number) noexcept { return Key{memory_.data() + number * kKeyBytes, kKeyBytes}; }
    [[nodiscard]] Key point() noexcept { return key(0); }
    [[nodiscard]] Key opener() noexcept { return key(1); }
    [[nodiscard]] Key value() noexcept { return key(2); }
    [[nodiscard]] std::span<std::uint8_t> area() noexcept {
        return memory_.span().subspan(3 * kKeyBytes, note_bytes(context_.bucket));
    }
    [[nodiscard]] std::span<std::uint8_t> body() noexcept { return memory_.span().last(body_bytes(context_.bucket)); }

    /// Derives point and opener, and says what else the slot's derivations need.
    SlotContext begin(ThemeIndex theme);
    [[nodiscard]] std::uint8_t revision(const SlotContext& slot, std::uint8_t file) const;
    [[nodiscard]] Status seal_note(const std::optional<Note>& note, const PublicKey& note_key);
    [[nodiscard]] Result<Bytes> sealed_body();

    const SeatPeriod& own_;
    const Descriptor& descriptor_;
    BodyContext context_;
    SecretBytes memory_;
    Bytes sealed_note_;
};

SlotContext Workspace::begin(ThemeIndex theme) {
    const Slot slot{own_.period, theme};
    const SlotContext context{descriptor_.id(), slot};
    seat_point(point(), own_.seed, descriptor_.id(), slot);
    context.derive(opener(), key_of(own_.seed), "withdraw-key");
    return context;
}

std::uint8_t Workspace::revision(const SlotContext& slot, std::uint8_t file) const {
    std::array<std::uint8_t, 16> bytes{};
    slot.derive(bytes, key_of(own_.seed), "revision");
    Reader reader{bytes};
    return static_cast<std::uint8_t>(reader.integer<std::uint64_t>() % kRevisionOffsets + file);
}

/// The sealed note: the member's, or zeros to nobody.
Status Workspace::seal_note(const std::optional<Note>& note, const PublicKey& note_key) {
    std::ranges::fill(area(), std::uint8_t{0});
    if (!note) {
        return seal_into(sealed_note_, area(), throwaway_box_key());
    }
    if (auto encoded = encode_note(*note, area()); !encoded) {
        return encoded;
    }
    return seal_into(sealed_note_, area(), note_key);
}

Result<Bytes> Workspace::sealed_body() {
    Bytes blob(blob_bytes(context_.bucket));
    if (auto sealed = seal_into(blob, body(), descriptor_.box_key(own_.period)); !sealed) {
        return pass_on(sealed);
    }
    return blob;
}

Result<Bytes> Workspace::report(ThemeIndex theme, std::uint8_t file, const std::optional<Note>& note) {
    const Slot slot{own_.period, theme};
    const SlotContext derivations = begin(theme);
    if (note) {
        std::ranges::copy(own_.share(theme), value().begin());
    } else {
        derivations.scalar(value(), key_of(own_.seed), "dummy", own_.turns[theme.value]);
    }
    if (auto sealed = seal_note(note, descriptor_.row(slot).note_key); !sealed) {
        return pass_on(sealed);
    }
    const auto lock = lock_of(opener(), descriptor_.id(), slot);
    encode_report(body(), {theme, revision(derivations, file), lock, point(), value(), sealed_note_}, context_);
    return sealed_body();
}

Result<Bytes> Workspace::withdrawal(ThemeIndex theme) {
    begin(theme);
    encode_withdrawal(body(), {theme, opener(), point()}, context_);
    return sealed_body();
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
    Workspace workspace{own, descriptor};
    std::vector<Bytes> blobs;
    const auto themes = static_cast<std::uint8_t>(choices.size());
    for (std::uint8_t i = 0; i < themes; ++i) {
        auto blob = workspace.report({i}, own.files_built, choices[i]);
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
    Workspace workspace{own, descriptor};
    std::vector<Bytes> blobs;
    const auto themes = static_cast<std::uint8_t>(own.turns.size());
    for (std::uint8_t i = 0; i < themes; ++i) {
        auto blob = workspace.withdrawal({i});
        if (!blob) {
            return pass_on(blob);
        }
        blobs.push_back(std::move(*blob));
    }
    return finish(std::move(blobs), own, descriptor);
}

}  // namespace pennydrop::pool
