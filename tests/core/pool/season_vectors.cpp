// SPDX-License-Identifier: Apache-2.0
#include "core/pool/season_vectors.h"

#include <sodium.h>

#include "base/codec.h"
#include "core/pool/test_pool.h"
#include "core/pool/vector_json.h"
#include "pool/blob_file.h"
#include "pool/codes.h"
#include "pool/derive.h"
#include "pool/report.h"
#include "pool/secret_sharing.h"
#include "pool/slot_secret.h"

namespace pennydrop::pool::testing {
namespace {

constexpr unsigned kSeats = 5;
constexpr std::size_t kThemes = 3;

SecretBytes scalar_of(const SecretBytes& seed, const char* label, const DescId& id, Slot slot) {
    SecretBytes out{kScalarBytes};
    SlotContext{id, slot}.scalar(out.span().first<kScalarBytes>(), key_of(seed), label);
    return out;
}

QJsonObject terms_json(const PoolTerms& terms) {
    QJsonArray themes;
    for (const auto& theme : terms.themes) {
        themes.append(QJsonObject{{"text", text_of(theme.text)}, {"own_words", theme.own_words}});
    }
    return {{"threshold", terms.threshold},
            {"bucket", static_cast<int>(terms.bucket)},
            {"close_day", terms.close_day},
            {"periods", terms.periods},
            {"seats", terms.seats},
            {"first_period", static_cast<qint64>(terms.first_period.number)},
            {"pool_id", hex(terms.pool_id)},
            {"name", text_of(terms.name)},
            {"purpose", text_of(terms.purpose)},
            {"measure", text_of(terms.measure)},
            {"themes", themes}};
}

QJsonObject seat_slot(const SeatPeriod& period, const DescId& id, ThemeIndex theme) {
    const Slot slot{period.period, theme};
    const SlotContext context{id, slot};
    const SecretBytes point = scalar_of(period.seed, "point", id, slot);
    SecretBytes opener{kKeyBytes};
    context.derive(opener.span(), key_of(period.seed), "withdraw-key");
    std::array<std::uint8_t, 16> revision{};
    context.derive(revision, key_of(period.seed), "revision");
    QJsonArray dummies;
    for (const std::uint8_t turn : {std::uint8_t{0}, std::uint8_t{2}}) {
        Scalar dummy{};
        context.scalar(dummy, key_of(period.seed), "dummy", turn);
        dummies.append(hex(dummy));
    }
    return {{"theme", theme.value},
            {"z", hex(point.span())},
            {"y", hex(period.share(theme))},
            {"admit", hex(admit_tag(point.span(), id, slot))},
            {"rw", hex(opener.span())},
            {"w", hex(lock_of(std::span<const std::uint8_t, 32>{opener.data(), 32}, id, slot))},
            {"revision_hash", hex(revision)},
            {"revision_of_file_0", static_cast<int>(Reader{revision}.integer<std::uint64_t>() % 192)},
            {"dummy_y_of_turns_0_and_2", dummies}};
}

QJsonObject seat_json(const Seat& seat, const Invite& invite) {
    QJsonArray periods;
    for (const auto& period : seat.periods()) {
        QJsonArray slots_of_period;
        for (std::uint8_t theme = 0; theme < kThemes; ++theme) {
            slots_of_period.append(seat_slot(period, seat.desc_id(), {theme}));
        }
        periods.append(QJsonObject{{"period", static_cast<qint64>(period.period.number)},
                                   {"pseed", hex(period.seed.span())},
                                   {"file_name", text_of(member_file_name(period.seed, seat.desc_id(), period.period))},
                                   {"slots", slots_of_period}});
    }
    const SecretBytes text = invite_text(invite);
    return {{"index", invite.seat.value},
            {"mseed", hex(invite.mseed.span())},
            {"invite", hex(encode_invite(invite).span())},
            {"invite_text", text_of({reinterpret_cast<const char*>(text.data()), text.size()})},
            {"packet_key", hex(derive_secret(key_of(invite.mseed), "packet", seat.desc_id()).span())},
            {"seat_keys_after_joining", hex(seat.encode().span())},
            {"periods", periods}};
}

/// The value at 0 of what the first three seats' shares lie on.
Scalar secret_of(const TestPool& pool, Slot slot) {
    std::vector<Share> shares;
    for (std::size_t i = 0; i < 3; ++i) {
        const SeatPeriod& period = *pool.seats[i].find(slot.period);
        const SecretBytes point = scalar_of(period.seed, "point", pool.descriptor.id(), slot);
        shares.push_back({plain_from(point.span().first<kScalarBytes>()),
                          plain_from(period.share(slot.theme).first<kScalarBytes>())});
    }
    Scalar secret{};
    put_plain(Interpolation{shares}.value_at(FieldNumber{}), secret);
    return secret;
}

QJsonArray slots_json(const TestPool& pool) {
    QJsonArray all;
    for (std::uint32_t i = 0; i < pool.descriptor.terms().periods; ++i) {
        for (std::uint8_t theme = 0; theme < kThemes; ++theme) {
            const Slot slot{{kFirstPeriod.number + i}, {theme}};
            const Scalar secret = secret_of(pool, slot);
            const TableRow row = slot_row(secret, pool.descriptor.id(), slot);
            Hash note_seed{};
            SlotContext{pool.descriptor.id(), slot}.derive(note_seed, KeyView{secret}, "note");
            all.append(QJsonObject{{"period", static_cast<qint64>(slot.period.number)},
                                   {"theme", theme},
                                   {"s", hex(secret)},
                                   {"chk", hex(row.check)},
                                   {"fp_key", hex(fingerprint_key(pool.descriptor.id(), slot))},
                                   {"fp", hex(row.fingerprint)},
                                   {"note_seed", hex(note_seed)},
                                   {"note_pk", hex(row.note_key)}});
        }
    }
    return all;
}

/// A file with what a collector finds in it.
QJsonObject file_json(const TestPool& pool, std::size_t seat, const char* what, const Bytes& bytes) {
    const BoxKeys keys = must(pool.collector.box_keys_of(kFirstPeriod));
    QJsonArray blobs;
    for (const auto& blob : must(decode_blob_file(bytes)).blobs) {
        Bytes body(blob.size() - kSealBytes);
        if (!open_into(body, blob, keys)) {
            std::abort();
        }
        blobs.append(QJsonObject{{"hash", hex(blob_hash(blob))}, {"body", hex(body)}});
    }
    return {{"seat", static_cast<int>(seat)}, {"what", text_of(what)}, {"bytes", hex(bytes)}, {"blobs", blobs}};
}

QJsonObject note_json(const Note& what, Bucket bucket) {
    Bytes area(note_bytes(bucket));
    must(encode_note(what, area));
    return {{"level", what.level}, {"text", text_of(what.text)}, {"ask", text_of(what.ask)}, {"area", hex(area)}};
}

QJsonArray opened_json(const Collected& collected, Bucket bucket) {
    QJsonArray all;
    for (const auto& opened : collected.opened) {
        QJsonArray notes;
        for (const auto& found : opened.notes) {
            notes.append(note_json(found, bucket));
        }
        QJsonArray levels;
        for (const auto count : opened.levels) {
            levels.append(count);
        }
        all.append(QJsonObject{{"theme", opened.theme.value},
                               {"reporters", opened.reporters},
                               {"s", hex(opened.secret)},
                               {"levels", levels},
                               {"notes", notes}});
    }
    return all;
}

/// Theme 0: seats 0, 1, 2 and (withdrawn) 4; theme 1: seats 0 and 3; theme 2: seats 1, 2 and 3 after a second file.
QJsonArray play(TestPool& pool, std::vector<Bytes>& files) {
    QJsonArray all;
    const auto add = [&](std::size_t seat, const char* what, Bytes bytes) {
        all.append(file_json(pool, seat, what, bytes));
        files.push_back(std::move(bytes));
    };
    const auto choices = [&](std::optional<Note> first, std::optional<Note> second, std::optional<Note> third) {
        return Choices{std::move(first), std::move(second), std::move(third)};
    };
    add(0, "themes 0 and 1", pool.report(0, choices(note("Three boards for one ramp", 3), note("Jargon"), {})));
    add(1, "themes 0 and 2", pool.report(1, choices(note("Sign-offs", 3, "One form"), {}, note("The lift again"))));
    add(2, "theme 0, later replaced", pool.report(2, choices(note("Forms", 3), {}, {})));
    add(2, "themes 0 and 2",
        pool.report(2, choices(note("Forms, forms", 3), {},
                               note("\xC3\x9C"
                                    "ber die Treppe"))));
    add(3, "themes 1 and 2", pool.report(3, choices({}, note("Words", 2), note("", 0, "A repair"))));
    add(4, "theme 0, later withdrawn", pool.report(4, choices(note("I would rather not"), {}, {})));
    add(4, "withdrawal of all", pool.withdraw(4));
    return all;
}

}  // namespace

QJsonObject season_vectors() {
    PoolTerms terms = small_terms(kSeats, 3, 2, 2);
    terms.themes.push_back({"Our lift", true});
    TestPool pool = make_pool(terms);
    const SecretBytes collector_keys = pool.collector.encode();
    QJsonArray seats;
    for (std::size_t i = 0; i < kSeats; ++i) {
        seats.append(seat_json(pool.seats[i], pool.invites[i]));
    }
    std::vector<Bytes> files;
    const QJsonArray played = play(pool, files);
    const Collected collected = pool.collect(files);
    const std::vector<DigestText> texts{{{0}, TextKind::kAsk, "One form"}};
    const Bytes digest = must(make_digest(pool.descriptor, collected, pool.collector, texts));
    const Bytes offer = must(pool.collector.offer());
    const Bytes head = encode_head(terms, must(decode_offer(offer)), pool.founder.public_key());
    pool.collector.released(kFirstPeriod, digest_hash(digest));
    const Collected nothing = pool.collect({}, {kFirstPeriod.number + 1});
    const Bytes second = must(make_digest(pool.descriptor, nothing, pool.collector));
    QJsonArray received;
    for (const auto& hash : collected.received) {
        received.append(hex(hash));
    }
    return {{"terms", terms_json(terms)},
            {"collector_keys", hex(collector_keys.span())},
            {"founder_key", hex(pool.founder.encode().span())},
            {"offer", hex(offer)},
            {"head", hex(head)},
            {"desc_id", hex(pool.descriptor.id())},
            {"code_to_compare", text_of(comparison_code(pool.descriptor.id()))},
            {"descriptor", hex(pool.descriptor.bytes())},
            {"season_file", hex(pool.season_bytes)},
            {"slots", slots_json(pool)},
            {"seats", seats},
            {"files", played},
            {"bundle", hex(must(make_bundle(files)).bytes)},
            {"received", received},
            {"opened", opened_json(collected, terms.bucket)},
            {"digest", hex(digest)},
            {"digest_hash", hex(digest_hash(digest))},
            {"second_digest", hex(second)},
            {"collector_keys_after_first_release", hex(pool.collector.encode().span())}};
}

}  // namespace pennydrop::pool::testing
