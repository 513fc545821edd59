// SPDX-License-Identifier: Apache-2.0
// A season from dealing to the digest that members verify, and what each step refuses.
#include <QtTest/QTest>

#include "core/pool/test_pool.h"
#include "pool/blob_file.h"
#include "pool/codes.h"
#include "pool/combine.h"
#include "pool/derive.h"
#include "support/check_result.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;
using Numbers = std::vector<std::pair<int, int>>;

class TestPoolSeason : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_season_is_played();
    void below_the_threshold_nothing_opens();
    void withdrawal_of_one_theme();
    void withdrawal_of_all_is_final();
    void replayed_old_files_change_nothing();
    void released_once_and_after_the_close();
    void an_invitation_of_another_descriptor_is_refused();
    void a_draft_is_no_descriptor();
    void founder_and_collector_in_one_device_shows();
    void keys_come_back_from_their_files();
    void wiped_periods_are_gone();
    void a_bundle_hides_who_sent();
    void too_many_files();
    void teams_of_one_name_are_named_once();
};

namespace {

Choices only(const TestPool& pool, std::size_t theme, const Note& what) {
    Choices choices = pool.nothing();
    choices[theme] = what;
    return choices;
}

}  // namespace

void TestPoolSeason::a_season_is_played() {
    TestPool pool = make_pool(small_terms(6, 3, 4, 3));
    std::optional<KnownDigest> known;
    for (std::uint32_t i = 0; i < 3; ++i) {
        const Period period{kFirstPeriod.number + i};
        std::vector<Bytes> files;
        std::vector<BlobHash> receipts;
        for (std::size_t seat = 0; seat < 6; ++seat) {
            Choices choices = pool.nothing();
            if (seat < 3) {
                choices[1] = note("forms " + std::to_string(seat), 2, "one form");
            }
            if (seat < 2) {
                choices[2] = note("only two of us");
            }
            if (seat >= 2) {
                choices[3] = note("");
            }
            auto file = must(build_report_file(pool.seats[seat], pool.descriptor, period, choices));
            QCOMPARE(file.receipts.size(), std::size_t{4});
            if (seat == 5) {
                receipts = file.receipts;
            }
            files.push_back(std::move(file.bytes));
        }
        const Collected collected = pool.collect(files, period);
        QCOMPARE(numbers_of(collected), (Numbers{{1, 3}, {3, 4}}));
        QCOMPARE(collected.opened[0].notes.size(), std::size_t{3});
        QCOMPARE(collected.opened[0].notes[2], note("forms 2", 2, "one form"));
        QCOMPARE(collected.opened[0].levels[2], std::uint16_t{3});
        QCOMPARE(collected.opened[1].notes.size(), std::size_t{0});
        QCOMPARE(collected.counts.received, std::size_t{24});
        const std::vector<DigestText> texts{{{1}, TextKind::kAsk, "one form"}};
        const Bytes digest = must(make_digest(pool.descriptor, collected, pool.collector, texts));
        pool.collector.released(period, digest_hash(digest));
        const auto verified = must(verify_digest(digest, pool.descriptor, known, receipts));
        QVERIFY(!verified.past_unknown && !verified.repeated && verified.missing.empty());
        QCOMPARE(verified.digest.items.size(), std::size_t{2});
        QCOMPARE(verified.digest.items[0].levels, (std::vector<DigestLevel>{{2, 0}}));
        known = KnownDigest{period, verified.hash};
    }
}

void TestPoolSeason::below_the_threshold_nothing_opens() {
    TestPool pool = make_pool(small_terms());
    const std::vector<Bytes> files{pool.report(0, only(pool, 0, note("a"))), pool.report(1, only(pool, 0, note("b"))),
                                   pool.report(2, pool.nothing())};
    QCOMPARE(numbers_of(pool.collect(files)), Numbers{});
}

void TestPoolSeason::withdrawal_of_one_theme() {
    TestPool pool = make_pool(small_terms());
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < 3; ++seat) {
        files.push_back(pool.report(seat, only(pool, 0, note("a"))));
    }
    QCOMPARE(numbers_of(pool.collect(files)), (Numbers{{0, 3}}));
    const Bytes taken_back = pool.report(2, pool.nothing());
    files.push_back(taken_back);
    QCOMPARE(numbers_of(pool.collect(files)), Numbers{});
    std::ranges::reverse(files);
    QCOMPARE(numbers_of(pool.collect(files)), Numbers{});
    files.push_back(pool.report(2, only(pool, 0, note("after all"))));
    QCOMPARE(numbers_of(pool.collect(files)), (Numbers{{0, 3}}));
}

void TestPoolSeason::withdrawal_of_all_is_final() {
    TestPool pool = make_pool(small_terms());
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < 4; ++seat) {
        files.push_back(pool.report(seat, only(pool, 0, note("a"))));
    }
    files.push_back(pool.withdraw(1));
    const Collected collected = pool.collect(files);
    QCOMPARE(numbers_of(collected), (Numbers{{0, 3}}));
    QCOMPARE(collected.counts.received, std::size_t{15});
    files.push_back(pool.report(1, only(pool, 0, note("too late"))));
    QCOMPARE(numbers_of(pool.collect(files)), (Numbers{{0, 3}}));
    files.push_back(pool.withdraw(0));
    QCOMPARE(numbers_of(pool.collect(files)), Numbers{});
}

void TestPoolSeason::replayed_old_files_change_nothing() {
    TestPool pool = make_pool(small_terms());
    const Bytes first = pool.report(0, only(pool, 0, note("old")));
    const Bytes second = pool.report(0, only(pool, 1, note("new")));
    std::vector<Bytes> files{second, first, second, first};
    for (std::size_t seat = 1; seat < 3; ++seat) {
        Choices both = only(pool, 0, note("a"));
        both[1] = note("b");
        files.push_back(pool.report(seat, both));
    }
    QCOMPARE(numbers_of(pool.collect(files)), (Numbers{{1, 3}}));
}

void TestPoolSeason::released_once_and_after_the_close() {
    TestPool pool = make_pool(small_terms(5, 3, 2, 2));
    const Timestamp close = close_of(pool.descriptor.terms(), kFirstPeriod);
    const Timestamp before{close.micros - 1};
    const std::vector<Bytes> files{pool.report(0, pool.nothing())};
    QCOMPARE(collect(pool.descriptor, pool.season, pool.collector, kFirstPeriod, files, before, {}).error().code,
             ErrorCode::kInvalid);
    const Collected collected = pool.collect(files);
    const Bytes digest = must(make_digest(pool.descriptor, collected, pool.collector));
    pool.collector.released(kFirstPeriod, digest_hash(digest));
    QCOMPARE(collect(pool.descriptor, pool.season, pool.collector, kFirstPeriod, files, close, {}).error().code,
             ErrorCode::kClosed);
    QCOMPARE(make_digest(pool.descriptor, collected, pool.collector).error().code, ErrorCode::kClosed);
    const TestPool other = make_pool(small_terms(5, 3, 2, 2));
    QCOMPARE(collect(pool.descriptor, pool.season, other.collector, kFirstPeriod, files, close, {}).error().code,
             ErrorCode::kInvalid);
}

void TestPoolSeason::an_invitation_of_another_descriptor_is_refused() {
    TestPool pool = make_pool(small_terms());
    PoolTerms lower = small_terms(5, 4);
    const TestPool other = make_pool(lower);
    QCOMPARE(Seat::join(pool.invites[0], other.descriptor, other.season).error().code, ErrorCode::kInvalid);
    QCOMPARE(SeasonFile::decode(other.season_bytes, pool.descriptor).error().code, ErrorCode::kInvalid);
    Invite forged{pool.invites[0].mseed.clone(), other.descriptor.id(), {0}};
    QCOMPARE(Seat::join(forged, other.descriptor, other.season).error().code, ErrorCode::kWrongSecret);
    Invite moved{pool.invites[0].mseed.clone(), pool.descriptor.id(), {1}};
    QCOMPARE(Seat::join(moved, pool.descriptor, pool.season).error().code, ErrorCode::kWrongSecret);
    Invite beyond{pool.invites[0].mseed.clone(), pool.descriptor.id(), {5}};
    QCOMPARE(Seat::join(beyond, pool.descriptor, pool.season).error().code, ErrorCode::kInvalid);
}

void TestPoolSeason::a_draft_is_no_descriptor() {
    const CollectorKeys collector = must(CollectorKeys::make(kFirstPeriod, 1));
    const FounderKey founder = FounderKey::make();
    const Dealt dealt = must(deal(small_terms(), must(decode_offer(must(collector.offer()))), founder));
    QVERIFY(Descriptor::decode_draft(dealt.draft).has_value());
    QCOMPARE(Descriptor::decode(dealt.draft).error().code, ErrorCode::kDamaged);
    const Bytes whole = must(countersign(dealt.draft, collector));
    QVERIFY(Descriptor::decode(whole).has_value());
    QCOMPARE(Descriptor::decode_draft(whole).error().code, ErrorCode::kDamaged);
    const CollectorKeys other = must(CollectorKeys::make(kFirstPeriod, 1));
    QCOMPARE(countersign(dealt.draft, other).error().code, ErrorCode::kInvalid);
}

void TestPoolSeason::founder_and_collector_in_one_device_shows() {
    const CollectorKeys collector = must(CollectorKeys::make(kFirstPeriod, 1));
    const FounderKey founder = FounderKey::from_seed(collector.signing_seed().clone());
    const Dealt dealt = must(deal(small_terms(), must(decode_offer(must(collector.offer()))), founder));
    QVERIFY(must(Descriptor::decode_draft(dealt.draft)).one_device_is_both());
    QVERIFY(!make_pool(small_terms()).descriptor.one_device_is_both());
}

void TestPoolSeason::keys_come_back_from_their_files() {
    TestPool pool = make_pool(small_terms(5, 3, 3, 2));
    (void)pool.report(0, only(pool, 1, note("x")));
    const SecretBytes seat = pool.seats[0].encode();
    const Seat again = must(Seat::decode(seat.span()));
    QVERIFY(again.encode().equals(seat));
    QCOMPARE(again.find(kFirstPeriod)->files_built, std::uint8_t{1});
    QCOMPARE(again.find(kFirstPeriod)->turns, (std::vector<std::uint8_t>{0, 1, 0}));
    pool.collector.released(kFirstPeriod, hash32("digest-hash", {}));
    const SecretBytes keys = pool.collector.encode();
    const CollectorKeys keys_again = must(CollectorKeys::decode(keys.span()));
    QVERIFY(keys_again.encode().equals(keys));
    QCOMPARE(keys_again.last_digest(), pool.collector.last_digest());
    QCOMPARE(keys_again.box_keys_of(kFirstPeriod).error().code, ErrorCode::kClosed);
    QCOMPARE(keys_again.offer().error().code, ErrorCode::kClosed);
    const SecretBytes founder = pool.founder.encode();
    QVERIFY(must(FounderKey::decode(founder.span())).encode().equals(founder));
    const SecretBytes text = invite_text(pool.invites[2]);
    QCOMPARE(text.size(), std::size_t{120});
    std::string typed{reinterpret_cast<const char*>(text.data()), text.size()};
    const Invite read = must(read_invite_text(typed));
    QVERIFY(read.mseed.equals(pool.invites[2].mseed));
    QCOMPARE(read.seat, (SeatIndex{2}));
    typed[50] = typed[50] == 'X' ? 'Y' : 'X';
    QCOMPARE(read_invite_text(typed).error().code, ErrorCode::kDamaged);
}

void TestPoolSeason::wiped_periods_are_gone() {
    TestPool pool = make_pool(small_terms(5, 3, 3, 3));
    const SecretBytes seed = pool.seats[0].find(kFirstPeriod)->seed.clone();
    const Period second{kFirstPeriod.number + 1};
    pool.seats[0].wipe_through(second);
    QVERIFY(pool.seats[0].find(kFirstPeriod) == nullptr && pool.seats[0].find(second) == nullptr);
    QCOMPARE(pool.seats[0].periods().size(), std::size_t{1});
    QCOMPARE(build_report_file(pool.seats[0], pool.descriptor, second, pool.nothing()).error().code,
             ErrorCode::kClosed);
    QCOMPARE(build_withdrawal_file(pool.seats[0], pool.descriptor, second).error().code, ErrorCode::kClosed);
    const SecretBytes left = pool.seats[0].encode();
    QVERIFY(std::ranges::search(left.span(), seed.span()).empty());
}

void TestPoolSeason::a_bundle_hides_who_sent() {
    TestPool pool = make_pool(small_terms());
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < 5; ++seat) {
        files.push_back(pool.report(seat, only(pool, 2, note("a"))));
    }
    std::vector<Bytes> with_repeats = files;
    with_repeats.push_back(files[0]);
    with_repeats.push_back({'P', 'D', 'F', '1', 1});
    const Bundle bundle = must(make_bundle(with_repeats));
    QCOMPARE(bundle.blobs, std::size_t{15});
    QCOMPARE(bundle.refused, std::size_t{1});
    std::ranges::reverse(files);
    QCOMPARE(must(make_bundle(files)).bytes, bundle.bytes);
    QCOMPARE(numbers_of(pool.collect({bundle.bytes})), (Numbers{{2, 5}}));
    QCOMPARE(make_bundle({}).error().code, ErrorCode::kNotFound);
}

void TestPoolSeason::too_many_files() {
    TestPool pool = make_pool(small_terms(5, 3, 1));
    for (unsigned i = 0; i < kMaxFiles; ++i) {
        (void)pool.report(0, only(pool, 0, note("x")));
    }
    QCOMPARE(build_report_file(pool.seats[0], pool.descriptor, kFirstPeriod, pool.nothing()).error().code,
             ErrorCode::kInvalid);
}

void TestPoolSeason::teams_of_one_name_are_named_once() {
    std::vector<TestPool> pools;
    std::vector<TeamDigest> teams;
    pools.reserve(3);
    for (std::uint8_t i = 1; i <= 3; ++i) {
        PoolTerms terms = small_terms();
        terms.pool_id = {i};
        terms.name = i < 3 ? "Ward 7" : "Ward 8";
        pools.push_back(make_pool(terms));
        Digest digest;
        digest.period = kFirstPeriod;
        digest.items.push_back({{0}, 0, {}, {}});
        teams.push_back({&pools.back().descriptor, std::move(digest), true});
    }
    const Combined combined = must(combine(teams, "The house"));
    QCOMPARE(combined.items.size(), std::size_t{1});
    QCOMPARE(combined.items[0].teams, (std::vector<std::string>{"Ward 7", "Ward 8"}));
    QVERIFY(encode_combined(combined, SecretBytes::random(kSeedBytes)).has_value());
}

QTEST_GUILESS_MAIN(TestPoolSeason)
#include "tst_pool_season.moc"
