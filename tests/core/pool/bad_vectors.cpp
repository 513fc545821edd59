// SPDX-License-Identifier: Apache-2.0
#include "core/pool/bad_vectors.h"

#include <functional>

#include "base/codec.h"
#include "core/pool/test_pool.h"
#include "core/pool/vector_json.h"
#include "pool/blob_file.h"
#include "pool/combine.h"
#include "pool/derive.h"
#include "pool/digest.h"
#include "pool/report.h"

namespace pennydrop::pool::testing {
namespace {

using Change = std::function<void(Bytes&)>;
constexpr std::size_t kSignature = 64;

/// Collects the vectors.
class Bad {
public:
    void add(const char* kind, const char* what, ByteView bytes, const char* error = "damaged") {
        all_.append(QJsonObject{
            {"kind", text_of(kind)}, {"what", text_of(what)}, {"bytes", hex(bytes)}, {"error", text_of(error)}});
    }
    /// What every message has: magic, version, length.
    void add_frame(const char* kind, const Bytes& good) {
        Bytes bytes = good;
        bytes[0] ^= 0x20U;
        add(kind, "another magic", bytes, "not-our-file");
        bytes = good;
        bytes[4] = 2;
        add(kind, "a later version", bytes, "newer-version");
        bytes[4] = 0;
        add(kind, "version 0", bytes);
        add(kind, "cut by a byte", ByteView{good}.first(good.size() - 1));
        add(kind, "cut within the head", ByteView{good}.first(4));
        add(kind, "empty", {}, "not-our-file");
        bytes = good;
        bytes.push_back(0);
        add(kind, "a byte too long", bytes);
    }
    [[nodiscard]] QJsonArray take() const { return all_; }

private:
    QJsonArray all_{};
};

Change put(std::size_t at, std::uint8_t value) {
    return [=](Bytes& bytes) { bytes[at] = value; };
}

Change put_all(std::size_t at, Bytes values) {
    return [=](Bytes& bytes) { std::ranges::copy(values, bytes.begin() + static_cast<std::ptrdiff_t>(at)); };
}

/// A message without its signature(s), changed, and signed again.
Bytes signed_again(ByteView body, const Change& change, const SecretBytes& seed, const char* label) {
    Bytes bytes{body.begin(), body.end()};
    change(bytes);
    const Signature signature = sign(seed, label, bytes);
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return bytes;
}

struct Season {
    TestPool pool;
    Bytes offer;
    std::size_t table_at;

    [[nodiscard]] Bytes descriptor(const Change& change) const {
        Bytes body = pool.descriptor.bytes();
        body.resize(body.size() - 2 * kSignature);
        change(body);
        const Signature founder = sign(pool.founder.seed(), "descriptor-founder", body);
        const Signature collector = sign(pool.collector.signing_seed(), "descriptor-collector", body);
        body.insert(body.end(), founder.begin(), founder.end());
        body.insert(body.end(), collector.begin(), collector.end());
        return body;
    }
};

Bytes fill(std::size_t count, std::uint8_t value) {
    return Bytes(count, value);
}

/// 2^255 - 19: the X25519 key 0, written in a way that is not canonical.
Bytes not_canonical() {
    Bytes key = fill(32, 0xFF);
    key[0] = 0xED;
    key[31] = 0x7F;
    return key;
}

void add_descriptors(Bad& bad, const Season& season) {
    const Bytes& good = season.pool.descriptor.bytes();
    bad.add_frame("descriptor", good);
    struct Case {
        const char* what;
        std::size_t at;
        Bytes values;
    };
    const std::size_t name = 100 + 32 * season.pool.descriptor.terms().periods;
    const std::vector<Case> cases{{"another mode", 5, {2}},
                                  {"threshold 2", 6, {2}},
                                  {"more than 2*10^8 subsets", 12, {100, 0}},
                                  {"fewer seats than the threshold", 12, {2, 0}},
                                  {"101 seats", 12, {101, 0}},
                                  {"bucket 8", 7, {8}},
                                  {"close day 0", 8, {0}},
                                  {"close day 29", 8, {29}},
                                  {"no period", 9, {0}},
                                  {"seven periods", 9, {7}},
                                  {"no theme", 10, {0}},
                                  {"21 themes", 10, {21}},
                                  {"byte 11 not zero", 11, {1}},
                                  {"byte 14 not zero", 14, {1}},
                                  {"a period too late", 16, {0, 0, 0, 0x10}},
                                  {"a box key twice", 100, Bytes(good.begin() + 132, good.begin() + 164)},
                                  {"a box key of small order", 100, fill(32, 0)},
                                  {"a box key that is not canonical", 100, not_canonical()},
                                  {"a box key with bit 255", 131, {0xFF}},
                                  {"a control character in the name", name + 2, {7}},
                                  {"a zero character in the name", name + 2, {0}},
                                  {"a name that is no text", name + 2, {0xC3}},
                                  {"a name that is too long", name, {200, 200}},
                                  {"a note key of small order", season.table_at + 40, fill(32, 0)},
                                  {"a check twice", season.table_at,
                                   Bytes(good.begin() + static_cast<std::ptrdiff_t>(season.table_at) + 72,
                                         good.begin() + static_cast<std::ptrdiff_t>(season.table_at) + 104)}};
    for (const auto& one : cases) {
        const bool many = std::string_view{one.what}.starts_with("more than");
        bad.add("descriptor", one.what, season.descriptor([&](Bytes& bytes) {
            put_all(one.at, one.values)(bytes);
            bytes[6] = many ? 6 : bytes[6];
        }));
    }
    Bytes bytes = good;
    bytes[bytes.size() - 1] ^= 1U;
    bad.add("descriptor", "the collector's signature altered", bytes);
    bytes = good;
    bytes[bytes.size() - kSignature - 1] ^= 1U;
    bad.add("descriptor", "the founder's signature altered", bytes);
    bytes = good;
    std::fill(bytes.end() - static_cast<std::ptrdiff_t>(kSignature), bytes.end(), std::uint8_t{0});
    bad.add("descriptor", "a draft", bytes);
    bytes = good;
    bytes[6] = 4;
    bad.add("descriptor", "another threshold under the old signatures", bytes);
    std::swap_ranges(bytes.end() - 128, bytes.end() - 64, bytes.end() - 64);
    bad.add("descriptor", "signatures exchanged", bytes);
}

void add_offers_and_keys(Bad& bad, const Season& season) {
    const ByteView body = ByteView{season.offer}.first(season.offer.size() - kSignature);
    const SecretBytes& seed = season.pool.collector.signing_seed();
    const auto again = [&](const Change& change) { return signed_again(body, change, seed, "offer"); };
    bad.add_frame("offer", season.offer);
    bad.add("offer", "no period", again(put(5, 0)));
    bad.add("offer", "byte 6 not zero", again(put(6, 1)));
    bad.add("offer", "a box key of small order", again(put_all(44, fill(32, 0))));
    bad.add("offer", "a box key twice", again(put_all(44, Bytes(body.begin() + 76, body.begin() + 108))));
    bad.add("offer", "signed under another label", signed_again(body, [](Bytes&) {}, seed, "digest"));

    const auto keys = [](const SecretBytes& secret) { return Bytes{secret.span().begin(), secret.span().end()}; };
    bad.add_frame("collector_keys", keys(season.pool.collector.encode()));
    bad.add_frame("founder_key", keys(season.pool.founder.encode()));
    const Bytes seat = keys(season.pool.seats[0].encode());
    bad.add_frame("seat_keys", seat);
    const auto changed = [](Bytes bytes, const Change& change) {
        change(bytes);
        return bytes;
    };
    bad.add("seat_keys", "65 files", changed(seat, put(44, 65)));
    bad.add("seat_keys", "more turns than files", changed(seat, put(45, 2)));
    bad.add("seat_keys", "a zero share", changed(seat, put_all(45 + 2 + 32, fill(32, 0))));
    bad.add("seat_keys", "a share that is too great", changed(seat, put_all(45 + 2 + 32, fill(32, 0xFF))));
    Bytes founder = keys(season.pool.founder.encode());
    founder[5] = 1;
    bad.add("founder_key", "byte 5 not zero", founder);
}

void add_season_and_invites(Bad& bad, const Season& season) {
    const Bytes& good = season.pool.season_bytes;
    const ByteView body = ByteView{good}.first(good.size() - kSignature);
    const SecretBytes& seed = season.pool.founder.seed();
    const auto again = [&](const Change& change) { return signed_again(body, change, seed, "season"); };
    bad.add_frame("season", good);
    bad.add("season", "byte 5 not zero", again(put(5, 1)));
    bad.add("season", "another number of seats", again(put(6, 4)), "invalid");
    bad.add("season", "another season's", again(put(8, static_cast<std::uint8_t>(good[8] ^ 1U))), "invalid");
    bad.add("season", "the list of points not in order", again([&](Bytes& bytes) {
                const auto last = bytes.end() - 32;
                std::swap_ranges(last, last + 16, last + 16);
            }));
    bad.add("season", "signed by the collector",
            signed_again(body, [](Bytes&) {}, season.pool.collector.signing_seed(), "season"));
    const SecretBytes invite = encode_invite(season.pool.invites[0]);
    const Bytes bytes{invite.span().begin(), invite.span().end()};
    bad.add_frame("invite", bytes);
    Bytes misread = bytes;
    misread[20] ^= 1U;
    bad.add("invite", "a bit misread", misread);
}

void add_files(Bad& bad, const Bytes& good) {
    bad.add_frame("blob_file", good);
    const auto changed = [&](const Change& change) {
        Bytes bytes = good;
        change(bytes);
        return bytes;
    };
    const auto first = static_cast<std::ptrdiff_t>(48);
    bad.add("blob_file", "bucket 11", changed(put(5, 11)));
    bad.add("blob_file", "the other bucket", changed(put(5, 10)));
    bad.add("blob_file", "byte 6 not zero", changed(put(6, 1)));
    bad.add("blob_file", "one blob fewer than it says", changed(put(44, 3)));
    bad.add("blob_file", "a vast number of blobs", changed(put(47, 0xFF)));
    bad.add("blob_file", "blobs not in order", changed([&](Bytes& bytes) {
                std::swap_ranges(bytes.begin() + first, bytes.begin() + first + 512, bytes.begin() + first + 512);
            }));
    bad.add("blob_file", "a blob twice",
            changed([&](Bytes& bytes) { std::copy_n(bytes.begin() + first, 512, bytes.begin() + first + 512); }));
    Bytes none(good.begin(), good.begin() + 48);
    none[44] = 0;
    bad.add("blob_file", "a member file without blobs", none);
}

void add_bodies(Bad& bad, const Season& season, const Bytes& member_file, const Bytes& withdrawal_file) {
    const auto body_of = [&](const Bytes& file) {
        const BoxKeys keys = must(season.pool.collector.box_keys_of(kFirstPeriod));
        Bytes body(body_bytes(Bucket::k512));
        if (!open_into(body, must(decode_blob_file(file)).blobs[0], keys)) {
            std::abort();
        }
        return body;
    };
    const auto changed = [](Bytes bytes, const Change& change) {
        change(bytes);
        return bytes;
    };
    const Bytes order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                      0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    const Bytes report = body_of(member_file);
    const Bytes withdrawal = body_of(withdrawal_file);
    struct Case {
        const char* what;
        Change change;
    };
    const std::vector<Case> both{{"another magic", put(3, '2')},
                                 {"another version", put(4, 2)},
                                 {"a theme beyond the list", put(5, 2)},
                                 {"the other bucket", put(6, 10)},
                                 {"another pool", put(8, static_cast<std::uint8_t>(report[8] ^ 1U))},
                                 {"the next period", put(24, static_cast<std::uint8_t>(report[24] + 1))},
                                 {"a zero point", put_all(60, fill(32, 0))},
                                 {"a point equal to the order", put_all(60, order)},
                                 {"a point of all ones", put_all(60, fill(32, 0xFF))},
                                 {"a byte too short", [](Bytes& bytes) { bytes.pop_back(); }},
                                 {"a byte too long", [](Bytes& bytes) { bytes.push_back(0); }}};
    for (const auto& one : both) {
        bad.add("body", one.what, changed(report, one.change), "dropped");
        bad.add("body", one.what, changed(withdrawal, one.change), "dropped");
    }
    bad.add("body", "a zero value", changed(report, put_all(92, fill(32, 0))), "dropped");
    bad.add("body", "a value equal to the order", changed(report, put_all(92, order)), "dropped");
    bad.add("body", "a withdrawal with a revision", changed(withdrawal, put(7, 1)), "dropped");
    bad.add("body", "a withdrawal with something behind it", changed(withdrawal, put(463, 1)), "dropped");
}

void add_digests(Bad& bad, const Season& season, const Bytes& good) {
    const ByteView body = ByteView{good}.first(good.size() - kSignature);
    const SecretBytes& seed = season.pool.collector.signing_seed();
    const auto again = [&](const Change& change) { return signed_again(body, change, seed, "digest"); };
    bad.add_frame("digest", good);
    // Two items without levels at 76 and 112, one text behind them.
    bad.add("digest", "another season's", again(put(8, static_cast<std::uint8_t>(good[8] ^ 1U))), "invalid");
    bad.add("digest", "a period of another season", again(put(40, static_cast<std::uint8_t>(good[40] + 9))));
    bad.add("digest", "an invented theme", again(put(80, static_cast<std::uint8_t>(good[80] ^ 1U))));
    bad.add("digest", "a secret that is too great", again(put_all(80, fill(32, 0xFF))));
    bad.add("digest", "a band that the pool cannot have", again(put(77, 2)));
    bad.add("digest", "byte 3 of an item not zero", again(put(79, 1)));
    bad.add("digest", "items not in order", again([](Bytes& bytes) {
                std::swap_ranges(bytes.begin() + 76, bytes.begin() + 112, bytes.begin() + 112);
            }));
    bad.add("digest", "more items than there are", again(put(5, 20)));
    bad.add("digest", "six levels", again(put(78, 6)));
    bad.add("digest", "a text of a theme that is not there", again(put(148, 9)));
    bad.add("digest", "a text of no kind", again(put(149, 3)));
    bad.add("digest", "a text that is no text", again(put(152, 0xFF)));
    bad.add("digest", "received blobs not in order",
            again([](Bytes& bytes) { std::swap_ranges(bytes.end() - 8, bytes.end(), bytes.end() - 16); }));
    bad.add("digest", "signed by the founder", signed_again(body, [](Bytes&) {}, season.pool.founder.seed(), "digest"));
}

}  // namespace

QJsonObject bad_vectors() {
    PoolTerms terms = small_terms(5, 3, 2, 2);
    TestPool pool = make_pool(terms);
    const Bytes offer = must(pool.collector.offer());
    const std::size_t table = encode_head(terms, must(decode_offer(offer)), pool.founder.public_key()).size();
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < 4; ++seat) {
        files.push_back(pool.report(seat, {note("a"), note("b")}));
    }
    const Bytes withdrawal = pool.withdraw(4);
    const std::vector<DigestText> texts{{{1}, TextKind::kNote, "b"}};
    const Bytes digest = must(make_digest(pool.descriptor, pool.collect(files), pool.collector, texts));
    const Season season{std::move(pool), offer, table};
    Bad bad;
    add_descriptors(bad, season);
    add_offers_and_keys(bad, season);
    add_season_and_invites(bad, season);
    add_files(bad, files[0]);
    add_bodies(bad, season, files[0], withdrawal);
    add_digests(bad, season, digest);
    return {{"descriptor", hex(season.pool.descriptor.bytes())},
            {"season_file", hex(season.pool.season_bytes)},
            {"period", static_cast<qint64>(kFirstPeriod.number)},
            {"messages", bad.take()}};
}

}  // namespace pennydrop::pool::testing
