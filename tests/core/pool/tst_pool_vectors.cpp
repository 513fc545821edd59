// SPDX-License-Identifier: Apache-2.0
// The files of tests/vectors/pool: each value is what this code computes, and each bad message gives its error.
#include <QtTest/QTest>

#include "base/codec.h"
#include "core/pool/season_vectors.h"
#include "core/pool/test_pool.h"
#include "core/pool/vector_json.h"
#include "pool/blob_file.h"
#include "pool/codes.h"
#include "pool/combine.h"
#include "pool/derive.h"
#include "pool/report.h"
#include "pool/slot_secret.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

QString path_of(const char* name) {
    return QStringLiteral(PENNYDROP_POOL_VECTORS "/") + QString::fromLatin1(name);
}

}  // namespace

class TestPoolVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keys_and_offer();
    void descriptor();
    void table();
    void seats_join();
    void files_and_bundle();
    void collecting_and_digest();
    void rules_are_the_same();
    void combined();
    void bad_messages_data();
    void bad_messages();

private:
    QJsonObject season_;
    std::optional<Descriptor> descriptor_;
    std::optional<SeasonFile> season_file_;
    std::optional<CollectorKeys> collector_;
};

void TestPoolVectors::initTestCase() {
    season_ = read_vectors(path_of("season.json"));
    descriptor_ = must(Descriptor::decode(unhex(season_["descriptor"])));
    season_file_ = must(SeasonFile::decode(unhex(season_["season_file"]), *descriptor_));
    collector_ = must(CollectorKeys::decode(unhex(season_["collector_keys"])));
}

void TestPoolVectors::keys_and_offer() {
    QCOMPARE(hex(collector_->encode().span()), season_["collector_keys"].toString());
    QCOMPARE(hex(must(collector_->offer())), season_["offer"].toString());
    const FounderKey founder = must(FounderKey::decode(unhex(season_["founder_key"])));
    QCOMPARE(hex(founder.public_key()), hex(descriptor_->founder_key()));
}

void TestPoolVectors::descriptor() {
    QCOMPARE(hex(descriptor_->id()), season_["desc_id"].toString());
    QCOMPARE(text_of(comparison_code(descriptor_->id())), season_["code_to_compare"].toString());
    const auto offer = must(decode_offer(unhex(season_["offer"])));
    QCOMPARE(hex(encode_head(descriptor_->terms(), offer, descriptor_->founder_key())), season_["head"].toString());
    const QJsonObject terms = season_["terms"].toObject();
    QCOMPARE(text_of(descriptor_->terms().name), terms["name"].toString());
    QCOMPARE(static_cast<int>(descriptor_->terms().threshold), terms["threshold"].toInt());
    QCOMPARE(descriptor_->terms().themes.size(), static_cast<std::size_t>(terms["themes"].toArray().size()));
    QVERIFY(descriptor_->terms().themes[2].own_words);
}

void TestPoolVectors::table() {
    const QJsonArray rows = season_["slots"].toArray();
    QCOMPARE(static_cast<std::size_t>(rows.size()), descriptor_->slot_count());
    for (const auto& value : rows) {
        const QJsonObject wanted = value.toObject();
        const Slot slot{{static_cast<std::uint32_t>(wanted["period"].toInt())},
                        {static_cast<std::uint8_t>(wanted["theme"].toInt())}};
        const TableRow row = slot_row(unhex(wanted["s"]), descriptor_->id(), slot);
        QCOMPARE(hex(row.check), wanted["chk"].toString());
        QCOMPARE(hex(row.fingerprint), wanted["fp"].toString());
        QCOMPARE(hex(row.note_key), wanted["note_pk"].toString());
        QCOMPARE(hex(fingerprint_key(descriptor_->id(), slot)), wanted["fp_key"].toString());
        QCOMPARE(hex(descriptor_->row(slot).check), wanted["chk"].toString());
    }
}

void TestPoolVectors::seats_join() {
    for (const auto& value : season_["seats"].toArray()) {
        const QJsonObject wanted = value.toObject();
        const Invite invite = must(decode_invite(unhex(wanted["invite"])));
        const Invite typed = must(read_invite_text(wanted["invite_text"].toString().toStdString()));
        QVERIFY(typed.mseed.equals(invite.mseed));
        const Seat seat = must(Seat::join(invite, *descriptor_, *season_file_));
        QCOMPARE(hex(seat.encode().span()), wanted["seat_keys_after_joining"].toString());
        for (const auto& period_value : wanted["periods"].toArray()) {
            const QJsonObject period = period_value.toObject();
            const SeatPeriod* own = seat.find({static_cast<std::uint32_t>(period["period"].toInt())});
            QVERIFY(own != nullptr);
            QCOMPARE(hex(own->seed.span()), period["pseed"].toString());
            QCOMPARE(text_of(member_file_name(own->seed, seat.desc_id(), own->period)), period["file_name"].toString());
            for (const auto& slot_value : period["slots"].toArray()) {
                const QJsonObject wanted_slot = slot_value.toObject();
                const Slot slot{own->period, {static_cast<std::uint8_t>(wanted_slot["theme"].toInt())}};
                Scalar point{};
                seat_point(point, own->seed, seat.desc_id(), slot);
                QCOMPARE(hex(point), wanted_slot["z"].toString());
                QCOMPARE(hex(own->share(slot.theme)), wanted_slot["y"].toString());
                QVERIFY(season_file_->admits(point, slot));
                QCOMPARE(hex(admit_tag(point, seat.desc_id(), slot)), wanted_slot["admit"].toString());
                const Bytes opener = unhex(wanted_slot["rw"]);
                QCOMPARE(hex(lock_of(std::span<const std::uint8_t, 32>{opener.data(), 32}, seat.desc_id(), slot)),
                         wanted_slot["w"].toString());
            }
        }
    }
}

void TestPoolVectors::files_and_bundle() {
    const BoxKeys keys = must(collector_->box_keys_of(descriptor_->terms().first_period));
    std::vector<Bytes> files;
    for (const auto& value : season_["files"].toArray()) {
        const QJsonObject wanted = value.toObject();
        files.push_back(unhex(wanted["bytes"]));
        const BlobFile file = must(decode_blob_file(files.back()));
        const QJsonArray blobs = wanted["blobs"].toArray();
        QCOMPARE(file.blobs.size(), static_cast<std::size_t>(blobs.size()));
        for (std::size_t i = 0; i < file.blobs.size(); ++i) {
            const QJsonObject blob = blobs[static_cast<qsizetype>(i)].toObject();
            Bytes body(file.blobs[i].size() - kSealBytes);
            QVERIFY(open_into(body, file.blobs[i], keys));
            QCOMPARE(hex(body), blob["body"].toString());
            QCOMPARE(hex(blob_hash(file.blobs[i])), blob["hash"].toString());
        }
    }
    QCOMPARE(hex(must(make_bundle(files)).bytes), season_["bundle"].toString());
}

void TestPoolVectors::collecting_and_digest() {
    const Period first = descriptor_->terms().first_period;
    const std::vector<Bytes> files{unhex(season_["bundle"])};
    const Collected collected = must(
        collect(*descriptor_, *season_file_, *collector_, first, files, close_of(descriptor_->terms(), first), {}));
    const QJsonArray wanted = season_["opened"].toArray();
    QCOMPARE(collected.opened.size(), static_cast<std::size_t>(wanted.size()));
    for (std::size_t i = 0; i < collected.opened.size(); ++i) {
        const QJsonObject slot = wanted[static_cast<qsizetype>(i)].toObject();
        const OpenedSlot& opened = collected.opened[i];
        QCOMPARE(static_cast<int>(opened.theme.value), slot["theme"].toInt());
        QCOMPARE(static_cast<int>(opened.reporters), slot["reporters"].toInt());
        QCOMPARE(hex(opened.secret), slot["s"].toString());
        const QJsonArray notes = slot["notes"].toArray();
        QCOMPARE(opened.notes.size(), static_cast<std::size_t>(notes.size()));
        for (std::size_t j = 0; j < opened.notes.size(); ++j) {
            Bytes area(note_bytes(descriptor_->terms().bucket));
            QVERIFY(encode_note(opened.notes[j], area).has_value());
            QCOMPARE(hex(area), notes[static_cast<qsizetype>(j)].toObject()["area"].toString());
        }
    }
    const std::vector<DigestText> texts{{{0}, TextKind::kAsk, "One form"}};
    const Bytes digest = must(make_digest(*descriptor_, collected, *collector_, texts));
    QCOMPARE(hex(digest), season_["digest"].toString());
    QCOMPARE(hex(digest_hash(digest)), season_["digest_hash"].toString());
    const auto known = must(verify_digest(digest, *descriptor_, std::nullopt, {}));
    const auto next =
        must(verify_digest(unhex(season_["second_digest"]), *descriptor_, KnownDigest{first, known.hash}, {}));
    QVERIFY(next.digest.items.empty());
    collector_->released(first, known.hash);
    QCOMPARE(hex(collector_->encode().span()), season_["collector_keys_after_first_release"].toString());
}

void TestPoolVectors::rules_are_the_same() {
    QCOMPARE(rule_vectors(), read_vectors(path_of("rules.json")));
}

void TestPoolVectors::combined() {
    const QJsonObject wanted = read_vectors(path_of("combined.json"));
    std::vector<Descriptor> descriptors;
    std::vector<TeamDigest> teams;
    for (const auto& value : wanted["teams"].toArray()) {
        descriptors.push_back(must(Descriptor::decode(unhex(value.toObject()["descriptor"]))));
    }
    for (std::size_t i = 0; i < descriptors.size(); ++i) {
        const QJsonObject team = wanted["teams"].toArray()[static_cast<qsizetype>(i)].toObject();
        teams.push_back({&descriptors[i], must(decode_digest(unhex(team["digest"]), descriptors[i])),
                         team["may_be_named"].toBool()});
    }
    const Combined found = must(combine(teams, wanted["name"].toString().toStdString()));
    const SecretBytes seed = SecretBytes::copy_of(unhex(wanted["signing_seed"]));
    const Bytes bytes = must(encode_combined(found, seed));
    QCOMPARE(hex(bytes), wanted["combined"].toString());
    QCOMPARE(must(decode_combined(bytes)).items, found.items);
    QCOMPARE(found.items.size(), static_cast<std::size_t>(wanted["items"].toArray().size()));
}

void TestPoolVectors::bad_messages_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("error");
    int number = 0;
    for (const auto& value : read_vectors(path_of("bad.json"))["messages"].toArray()) {
        const QJsonObject bad = value.toObject();
        const QString kind = bad["kind"].toString();
        const QString name = QStringLiteral("%1 %2: %3").arg(++number).arg(kind, bad["what"].toString());
        QTest::newRow(qPrintable(name)) << kind << bad["bytes"].toString() << bad["error"].toString();
    }
}

void TestPoolVectors::bad_messages() {
    QFETCH(QString, kind);
    QFETCH(QString, bytes);
    QFETCH(QString, error);
    static const QJsonObject all = read_vectors(path_of("bad.json"));
    static const Descriptor descriptor = must(Descriptor::decode(unhex(all["descriptor"])));
    const Bytes raw = unhex(bytes);
    const auto error_of = [](const auto& result) {
        return result ? QStringLiteral("accepted") : text_of(error_name(result.error().code));
    };
    QString found;
    if (kind == QStringLiteral("descriptor")) {
        found = error_of(Descriptor::decode(raw));
    } else if (kind == QStringLiteral("offer")) {
        found = error_of(decode_offer(raw));
    } else if (kind == QStringLiteral("season")) {
        found = error_of(SeasonFile::decode(raw, descriptor));
    } else if (kind == QStringLiteral("invite")) {
        found = error_of(decode_invite(raw));
    } else if (kind == QStringLiteral("blob_file")) {
        found = error_of(decode_blob_file(raw));
    } else if (kind == QStringLiteral("digest")) {
        found = error_of(decode_digest(raw, descriptor));
    } else if (kind == QStringLiteral("seat_keys")) {
        found = error_of(Seat::decode(raw));
    } else if (kind == QStringLiteral("collector_keys")) {
        found = error_of(CollectorKeys::decode(raw));
    } else if (kind == QStringLiteral("founder_key")) {
        found = error_of(FounderKey::decode(raw));
    } else if (kind == QStringLiteral("body")) {
        const BodyContext context{descriptor.id(), descriptor.terms().first_period, Bucket::k512, 2};
        found = decode_report(raw, context) || decode_withdrawal(raw, context) ? QStringLiteral("accepted")
                                                                               : QStringLiteral("dropped");
    }
    QCOMPARE(found, error);
}

QTEST_GUILESS_MAIN(TestPoolVectors)
#include "tst_pool_vectors.moc"
