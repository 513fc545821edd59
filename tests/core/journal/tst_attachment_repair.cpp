// SPDX-License-Identifier: Apache-2.0
// Attachments of a damaged journal: each is there whole, or as far as it can be read and says so, and each that is
// there belongs to an entry that is shown.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "journal/journal.h"
#include "journal/journal_repair.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "vault/vault_header.h"
#include "vault/vault_reader.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr int kEntries = 40;

/// Knows its own number by its first byte.
Bytes bytes_of(int number) {
    Random random{static_cast<std::uint64_t>(number)};
    Bytes bytes = random.bytes(1 + random.below(200'000));
    bytes[0] = static_cast<std::uint8_t>(number);
    return bytes;
}

}  // namespace

class TestAttachmentRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void a_sound_journal();
    void damaged_data();
    void damaged();
    void one_that_is_lost_is_counted();

private:
    struct Found {
        int whole{0};
        int cut{0};
    };
    /// Every attachment that is shown, looked at.
    void look(Journal& journal, Found& found);
    [[nodiscard]] VaultSecret opens() const { return VaultSecret::passphrase(secret("pass")); }

    QTemporaryDir folder_;
    fs::path path_;
    fs::path target_;
    Bytes bytes_;
};

void TestAttachmentRepair::initTestCase() {
    path_ = fs::path{folder_.path().toStdString()} / "journal.pennydrop";
    target_ = path_.parent_path() / "repaired.pennydrop";
    {
        auto created = Vault::create(path_, secret("pass"), {});
        CHECK_OK(created);
        auto journal = Journal::open(std::move(created->vault));
        CHECK_OK(journal);
        for (int i = 0; i < kEntries; ++i) {
            const auto entry = (*journal)->entries().add({.text = "entry " + std::string(1000, 'x')}, Timestamp{1});
            CHECK_OK(entry);
            const Bytes bytes = bytes_of(i);
            CHECK_OK((*journal)->attachments().add(
                entry->id, {.name = "photo" + std::to_string(i) + ".jpg", .media_type = "image/jpeg"}, source_of(bytes),
                Timestamp{1}, {}));
        }
    }
    bytes_ = read_file(path_);
}

void TestAttachmentRepair::look(Journal& journal, Found& found) {
    const auto page = journal.entries().page({}, 1000);
    CHECK_OK(page);
    for (const EntrySummary& entry : *page) {
        const auto listed = journal.attachments().of_entry(entry.id);
        CHECK_OK(listed);
        for (const Attachment& attachment : *listed) {
            Bytes read;
            const auto done = journal.attachments().read(attachment.id,
                                                         [&](std::span<const std::uint8_t> piece) {
                                                             read.insert(read.end(), piece.begin(), piece.end());
                                                             return Status{};
                                                         },
                                                         {});
            const int number = std::stoi(attachment.name.substr(5));
            const Bytes wanted = bytes_of(number);
            QCOMPARE(attachment.size, static_cast<std::uint64_t>(wanted.size()));
            if (done) {
                QVERIFY(read == wanted);
                ++found.whole;
            } else {
                CHECK_ERROR(done, ErrorCode::kDamaged);
                QVERIFY(read.size() < wanted.size() && std::ranges::equal(read, std::span{wanted}.first(read.size())));
                ++found.cut;
            }
        }
    }
}

void TestAttachmentRepair::a_sound_journal() {
    const auto report = repair_journal(path_, opens(), target_, {}, {});
    CHECK_OK(report);
    QVERIFY(report->is_complete && report->attachments_cut == 0);
    QCOMPARE(report->attachments_saved, std::uint64_t{kEntries});
    QCOMPARE(report->attachments_lost, std::uint64_t{0});
    auto vault = Vault::open(target_, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    Found found;
    look(**journal, found);
    QCOMPARE(found.whole, kEntries);
    QCOMPARE(found.cut, 0);
}

void TestAttachmentRepair::damaged_data() {
    QTest::addColumn<int>("blocks");
    QTest::addColumn<bool>("first_page");
    const int rounds = long_run() ? 50 : 1;
    for (int round = 0; round < rounds; ++round) {
        for (const int blocks : {20, 100}) {
            for (const bool first_page : {false, true}) {
                QTest::addRow("%d blocks%s, %d", blocks, first_page ? " and the first" : "", round)
                    << blocks + round << first_page;
            }
        }
    }
}

void TestAttachmentRepair::damaged() {
    QFETCH(int, blocks);
    QFETCH(bool, first_page);
    Random random{static_cast<std::uint64_t>(blocks)};
    Bytes bytes = bytes_;
    const std::size_t pages = (bytes.size() - kHeaderBytes) / kVaultPageBytes;
    for (int i = 0; i < blocks; ++i) {
        const std::size_t page = first_page && i == 0 ? 0 : 1 + random.below(pages - 1);
        bytes[kHeaderBytes + page * kVaultPageBytes + random.below(kVaultPageBytes)] ^= 0x10U;
    }
    write_file(path_, bytes);
    fs::remove(target_);
    const auto report = repair_journal(path_, opens(), target_, {}, {});
    CHECK_OK(report);
    QVERIFY(!report->is_complete);
    auto vault = Vault::open(target_, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    Found found;
    look(**journal, found);
    // Every one that was saved is shown, that of a lost entry too.
    QCOMPARE(static_cast<std::uint64_t>(found.whole + found.cut), report->attachments_saved);
    QVERIFY(found.whole > 0);
    // Each that lost a piece is counted, and what was lost whole, as far as an index tells of it.
    QCOMPARE(static_cast<std::uint64_t>(found.cut), report->attachments_cut);
    QVERIFY(found.cut > 0);
    QVERIFY(report->attachments_lost <= kEntries - report->attachments_saved);
    if (report->attachments_saved < kEntries) {
        QVERIFY(report->attachments_lost > 0);
    }
    const auto total = (*journal)->attachments().total_bytes();
    CHECK_OK(total);
    const auto strays = (*journal)->vault().database().query_integer(
        "SELECT count(*) FROM attachment_chunk WHERE attachment_id NOT IN (SELECT id FROM attachment)");
    CHECK_OK(strays);
    QCOMPARE(*strays, std::int64_t{0});
}

void TestAttachmentRepair::one_that_is_lost_is_counted() {
    // The pages of the table itself, told by a name in them.
    Bytes bytes = bytes_;
    write_file(path_, bytes_);
    auto reader = VaultReader::open(path_, opens(), {}, VaultReader::Access::kShared);
    CHECK_OK(reader);
    std::array<std::uint8_t, kVaultPageBytes> page{};
    int broken = 0;
    for (std::uint32_t number = 2; number <= reader->page_count(); ++number) {
        CHECK_OK(reader->read_page(number, page));
        const std::string_view text{reinterpret_cast<const char*>(page.data()), page.size()};
        if (text.find("image/jpegphoto7.jpg") != std::string_view::npos) {
            bytes[kHeaderBytes + (number - 1) * std::size_t{kVaultPageBytes} + 100] ^= 0x10U;
            ++broken;
        }
    }
    QCOMPARE(broken, 1);
    write_file(path_, bytes);
    fs::remove(target_);
    const auto report = repair_journal(path_, opens(), target_, {}, {});
    CHECK_OK(report);
    QVERIFY(report->attachments_lost > 0);
    QCOMPARE(report->attachments_lost, kEntries - report->attachments_saved);
    QCOMPARE(report->attachments_cut, std::uint64_t{0});
    write_file(path_, bytes_);
}

QTEST_APPLESS_MAIN(TestAttachmentRepair)
#include "tst_attachment_repair.moc"
