// SPDX-License-Identifier: Apache-2.0
// A vault's life: made, locked, opened by passphrase or recovery code, given another passphrase; and where its files
// lie.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>

#include "support/check_result.h"
#include "support/files.h"
#include "vault/vault.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void a_new_vault_is_one_private_file();
    void what_was_written_is_there_again();
    void only_the_exact_passphrase_opens();
    void an_empty_passphrase_is_refused();
    void an_existing_file_is_left_alone();
    void a_missing_folder_or_file();
    void inspect_needs_no_secret_and_changes_nothing();
    void a_new_passphrase_kills_the_old_one();
    void a_new_recovery_code_kills_the_old_one();
    void a_header_half_written_is_healed();
    void slots_of_other_kinds_survive_a_new_passphrase();
    void only_one_of_many_creators_wins();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVault::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVault::a_new_vault_is_one_private_file() {
    const ::mode_t old = ::umask(0);
    auto created = Vault::create(path(), secret("pass"), {});
    ::umask(old);
    CHECK_OK(created);
    CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (1);"));
    // Open: the vault and its log. Neither belongs to anybody else, whatever the umask.
    QCOMPARE(names_in(folder_->path().toStdString()),
             (std::vector<std::string>{"journal.pennydrop", "journal.pennydrop-wal"}));
    for (const auto* name : {"journal.pennydrop", "journal.pennydrop-wal"}) {
        struct stat about{};
        QCOMPARE(::stat((path().parent_path() / name).c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0600U);
        QCOMPARE(about.st_nlink, ::nlink_t{1});
    }
    created->vault.reset();
    QCOMPARE(names_in(folder_->path().toStdString()), std::vector<std::string>{"journal.pennydrop"});
    QCOMPARE(fs::file_size(path()) % 4096, std::uintmax_t{0});
}

void TestVault::what_was_written_is_there_again() {
    {
        auto created = Vault::create(path(), secret("pass"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (41), (1);"));
    }
    for (int i = 0; i < 2; ++i) {
        auto vault = Vault::open(path(), secret("pass"), {});
        CHECK_OK(vault);
        const auto sum = (*vault)->database().query_integer("SELECT sum(a) FROM t");
        CHECK_OK(sum);
        QCOMPARE(*sum, std::int64_t{42});
    }
}

void TestVault::only_the_exact_passphrase_opens() {
    CHECK_OK(Vault::create(path(), secret("Pass w\u00F6rd"), {}));
    const Bytes before = read_file(path());
    for (const auto* wrong : {"pass w\u00F6rd", "Pass w\u00F6rd ", "Pass wo\u0308rd", "Pass w\u00F6r", ""}) {
        CHECK_ERROR(Vault::open(path(), secret(wrong), {}), ErrorCode::kWrongSecret);
    }
    QVERIFY(read_file(path()) == before);
    CHECK_OK(Vault::open(path(), secret("Pass w\u00F6rd"), {}));
}

void TestVault::an_empty_passphrase_is_refused() {
    CHECK_ERROR(Vault::create(path(), secret(""), {}), ErrorCode::kInvalid);
    QVERIFY(names_in(folder_->path().toStdString()).empty());
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    CHECK_ERROR(created->vault->set_passphrase(secret("")), ErrorCode::kInvalid);
    created->vault.reset();
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
}

void TestVault::an_existing_file_is_left_alone() {
    write_file(path(), bytes_of("somebody's notes"));
    CHECK_ERROR(Vault::create(path(), secret("pass"), {}), ErrorCode::kAlreadyExists);
    write_file(path(), {});
    CHECK_ERROR(Vault::create(path(), secret("pass"), {}), ErrorCode::kAlreadyExists);
    QCOMPARE(names_in(folder_->path().toStdString()), std::vector<std::string>{"journal.pennydrop"});
    QCOMPARE(fs::file_size(path()), std::uintmax_t{0});
}

void TestVault::a_missing_folder_or_file() {
    const fs::path nowhere = path().parent_path() / "nowhere" / "journal.pennydrop";
    CHECK_ERROR(Vault::inspect(nowhere, {}), ErrorCode::kNotFound);
    CHECK_ERROR(Vault::open(nowhere, secret("pass"), {}), ErrorCode::kNotFound);
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotFound);
    const auto created = Vault::create(nowhere, secret("pass"), {});
    CHECK_ERROR(created, ErrorCode::kNotFound);
    QVERIFY(names_in(folder_->path().toStdString()).empty());
    // A folder in the place of the file is not a vault.
    fs::create_directory(path());
    QVERIFY(!Vault::inspect(path(), {}).has_value());
    QVERIFY(!Vault::open(path(), secret("pass"), {}).has_value());
    CHECK_ERROR(Vault::create(path(), secret("pass"), {}), ErrorCode::kAlreadyExists);
}

void TestVault::inspect_needs_no_secret_and_changes_nothing() {
    CHECK_OK(Vault::create(path(), secret("pass"), {}));
    const Bytes before = read_file(path());
    CHECK_OK(Vault::inspect(path(), {}));
    QVERIFY(read_file(path()) == before);
    QCOMPARE(names_in(folder_->path().toStdString()), std::vector<std::string>{"journal.pennydrop"});
}

void TestVault::a_new_passphrase_kills_the_old_one() {
    auto created = Vault::create(path(), secret("old"), {});
    CHECK_OK(created);
    const Bytes with_old = read_file(path());
    CHECK_OK(created->vault->set_passphrase(secret("new")));
    created->vault.reset();
    const Bytes with_new = read_file(path());
    // Neither header copy holds the old slot any more, nor its salt or wrapped key.
    for (const std::size_t copy : {std::size_t{0}, kHeaderCopyBytes}) {
        const auto slot = std::span{with_old}.subspan(copy + 256, kSlotBytes);
        QVERIFY(std::ranges::search(with_new, slot.subspan(16, 16)).empty());
        QVERIFY(std::ranges::search(with_new, slot.subspan(56, 48)).empty());
    }
    QVERIFY(std::ranges::equal(std::span{with_new}.first(kHeaderCopyBytes),
                               std::span{with_new}.subspan(kHeaderCopyBytes, kHeaderCopyBytes)));
    CHECK_ERROR(Vault::open(path(), secret("old"), {}), ErrorCode::kWrongSecret);
    // Each copy alone says the same.
    for (const std::size_t copy : {std::size_t{0}, kHeaderCopyBytes}) {
        Bytes one = with_new;
        std::fill_n(one.begin() + static_cast<std::ptrdiff_t>(copy), kHeaderCopyBytes, std::uint8_t{0});
        write_file(path(), one);
        CHECK_ERROR(Vault::open(path(), secret("old"), {}), ErrorCode::kWrongSecret);
        CHECK_OK(Vault::open(path(), secret("new"), {}));
    }
}

void TestVault::a_new_recovery_code_kills_the_old_one() {
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const Bytes before = read_file(path());
    auto renewed = created->vault->renew_recovery_code();
    CHECK_OK(renewed);
    created->vault.reset();
    const Bytes after = read_file(path());
    const auto old_header = choose_header(std::span{before}.first(kHeaderBytes));
    const auto new_header = choose_header(std::span{after}.first(kHeaderBytes));
    CHECK_OK(old_header);
    CHECK_OK(new_header);
    QCOMPARE(new_header->header.generation, old_header->header.generation + 1);
    QVERIFY(new_header->header.key_slots[0] == old_header->header.key_slots[0]);
    const auto old_slot = std::span{old_header->header.key_slots[1]};
    QVERIFY(std::ranges::search(after, old_slot.subspan(16, 16)).empty());
    QVERIFY(std::ranges::search(after, old_slot.subspan(56, 48)).empty());
    QVERIFY(!new_header->copies_differ);
    const auto codes = std::ranges::count_if(
        new_header->header.key_slots, [](const SlotBytes& slot) { return slot_kind(slot) == SlotKind::kRecovery; });
    QCOMPARE(codes, std::ptrdiff_t{1});
    CHECK_ERROR(Vault::open_with_recovery(path(), created->recovery_code, {}), ErrorCode::kWrongSecret);
    CHECK_OK(Vault::open_with_recovery(path(), *renewed, {}));
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
}

void TestVault::a_header_half_written_is_healed() {
    auto created = Vault::create(path(), secret("old"), {});
    CHECK_OK(created);
    created->vault.reset();
    const Bytes before = read_file(path());
    {
        auto vault = Vault::open(path(), secret("old"), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->set_passphrase(secret("new")));
    }
    const Bytes after = read_file(path());
    // As if power had failed between the two copies: one old, one new, in both orders.
    for (const bool new_first : {false, true}) {
        Bytes mixed = after;
        const auto old_at = static_cast<std::ptrdiff_t>(new_first ? kHeaderCopyBytes : 0);
        std::copy_n(before.begin() + old_at, kHeaderCopyBytes, mixed.begin() + old_at);
        write_file(path(), mixed);
        CHECK_ERROR(Vault::open(path(), secret("old"), {}), ErrorCode::kWrongSecret);
        QVERIFY(read_file(path()) == mixed);  // whoever holds no key changes nothing
        CHECK_OK(Vault::open(path(), secret("new"), {}));
        const Bytes healed = read_file(path());
        QVERIFY(std::ranges::equal(std::span{healed}.first(kHeaderBytes), std::span{after}.first(kHeaderBytes)));
    }
}

void TestVault::slots_of_other_kinds_survive_a_new_passphrase() {
    auto created = Vault::create(path(), secret("old"), {});
    CHECK_OK(created);
    const SecretBytes code_text = created->recovery_code.characters().clone();
    created->vault.reset();
    // A slot of a later version beside ours: forged with the key a test can get by opening the slot itself.
    const Bytes file = read_file(path());
    auto chosen = choose_header(std::span{file}.first(kHeaderBytes));
    CHECK_OK(chosen);
    auto key = open_slot(chosen->header.key_slots[1], chosen->header.id, code_text);
    CHECK_OK(key);
    chosen->header.key_slots[5].fill(0xEE);
    const HeaderCopy copy = encode_header(chosen->header, *key);
    Bytes changed = file;
    std::ranges::copy(copy, changed.begin());
    std::ranges::copy(copy, changed.begin() + kHeaderCopyBytes);
    write_file(path(), changed);
    {
        auto vault = Vault::open(path(), secret("old"), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->set_passphrase(secret("new")));
        CHECK_OK((*vault)->set_passphrase(secret("newer")));
    }
    const Bytes end = read_file(path());
    const auto now = choose_header(std::span{end}.first(kHeaderBytes));
    CHECK_OK(now);
    QVERIFY(now->header.key_slots[1] == chosen->header.key_slots[1]);
    QVERIFY(now->header.key_slots[5] == chosen->header.key_slots[5]);
    QCOMPARE(now->header.generation, chosen->header.generation + 2);
    const auto passphrases = std::ranges::count_if(
        now->header.key_slots, [](const SlotBytes& slot) { return slot_kind(slot) == SlotKind::kPassphrase; });
    QCOMPARE(passphrases, std::ptrdiff_t{1});
}

void TestVault::only_one_of_many_creators_wins() {
    constexpr std::size_t kCreators = 4;
    std::array<bool, kCreators> won{};
    std::array<ErrorCode, kCreators> errors{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < kCreators; ++i) {
            threads.emplace_back([&, i] {
                const auto created = Vault::create(path(), secret("creator " + std::to_string(i)), {});
                won[i] = created.has_value();
                errors[i] = created ? ErrorCode::kInternal : created.error().code;
            });
        }
    }
    QCOMPARE(std::ranges::count(won, true), std::ptrdiff_t{1});
    for (std::size_t i = 0; i < kCreators; ++i) {
        QVERIFY(won[i] || errors[i] == ErrorCode::kAlreadyExists);
        const auto opened = Vault::open(path(), secret("creator " + std::to_string(i)), {});
        QCOMPARE(opened.has_value(), won[i]);
    }
    QCOMPARE(names_in(folder_->path().toStdString()), std::vector<std::string>{"journal.pennydrop"});
}

QTEST_APPLESS_MAIN(TestVault)
#include "tst_vault.moc"
