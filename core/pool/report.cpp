// SPDX-License-Identifier: Apache-2.0
#include "pool/report.h"

#include <algorithm>

#include "pool/derive.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kReportMagic{'P', 'D', 'T', '1'};
constexpr Magic kWithdrawalMagic{'P', 'D', 'W', '1'};
constexpr std::size_t kPoolRefBytes = 16;
constexpr std::size_t kFirstField = 28;
constexpr std::size_t kSecondField = 60;
constexpr std::size_t kThirdField = 92;

std::span<const std::uint8_t, 32> field_at(ByteView body, std::size_t at) noexcept {
    return std::span<const std::uint8_t, 32>{body.data() + at, 32};
}

/// What reports and withdrawals have in common: 28 bytes.
struct Head {
    ThemeIndex theme{};
    std::uint8_t revision{0};
};

std::optional<Head> decode_head(ByteView body, const Magic& magic, const BodyContext& context) {
    if (body.size() != body_bytes(context.bucket) || !check_message(body, magic)) {
        return std::nullopt;
    }
    Reader reader{body.subspan(kMessageHeadBytes)};
    Head head;
    head.theme.value = reader.integer<std::uint8_t>();
    const auto bucket = reader.integer<std::uint8_t>();
    head.revision = reader.integer<std::uint8_t>();
    std::array<std::uint8_t, kPoolRefBytes> pool_ref{};
    reader.bytes(pool_ref);
    const Period period{reader.integer<std::uint32_t>()};
    const bool fits = head.theme.value < context.themes && bucket == static_cast<std::uint8_t>(context.bucket) &&
                      std::ranges::equal(pool_ref, std::span{context.desc_id}.first(kPoolRefBytes)) &&
                      period == context.period;
    return fits ? std::optional{head} : std::nullopt;
}

void put_head(Writer& writer, const Magic& magic, const Head& head, const BodyContext& context) {
    put_message_head(writer, magic);
    writer.integer(head.theme.value);
    writer.integer(static_cast<std::uint8_t>(context.bucket));
    writer.integer(head.revision);
    writer.bytes(std::span{context.desc_id}.first(kPoolRefBytes));
    writer.integer(context.period.number);
}

}  // namespace

std::optional<ReportView> decode_report(ByteView body, const BodyContext& context) {
    const auto head = decode_head(body, kReportMagic, context);
    if (!head) {
        return std::nullopt;
    }
    const ReportView report{head->theme,
                            head->revision,
                            field_at(body, kFirstField),
                            field_at(body, kSecondField),
                            field_at(body, kThirdField),
                            body.subspan(kReportHeadBytes)};
    if (!is_good_scalar(report.point) || !is_good_scalar(report.value)) {
        return std::nullopt;
    }
    return report;
}

std::optional<WithdrawalView> decode_withdrawal(ByteView body, const BodyContext& context) {
    const auto head = decode_head(body, kWithdrawalMagic, context);
    if (!head || head->revision != 0) {
        return std::nullopt;
    }
    const WithdrawalView withdrawal{head->theme, field_at(body, kFirstField), field_at(body, kSecondField)};
    const auto rest = body.subspan(kThirdField);
    if (!is_good_scalar(withdrawal.point) || !std::ranges::all_of(rest, [](std::uint8_t b) { return b == 0; })) {
        return std::nullopt;
    }
    return withdrawal;
}

void encode_report(std::span<std::uint8_t> body, const ReportView& report, const BodyContext& context) {
    Writer writer{body};
    put_head(writer, kReportMagic, {report.theme, report.revision}, context);
    writer.bytes(report.lock);
    writer.bytes(report.point);
    writer.bytes(report.value);
    writer.bytes(report.sealed_note);
}

void encode_withdrawal(std::span<std::uint8_t> body, const WithdrawalView& withdrawal, const BodyContext& context) {
    Writer writer{body};
    put_head(writer, kWithdrawalMagic, {withdrawal.theme, 0}, context);
    writer.bytes(withdrawal.opener);
    writer.bytes(withdrawal.point);
    writer.zeros(body.size() - kThirdField);
}

std::array<std::uint8_t, 32> lock_of(std::span<const std::uint8_t, 32> opener, const DescId& desc_id, Slot slot) {
    std::array<std::uint8_t, 32> lock{};
    SlotContext{desc_id, slot}.derive(lock, opener, "withdraw");
    return lock;
}

}  // namespace pennydrop::pool
