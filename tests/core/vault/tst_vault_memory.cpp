// SPDX-License-Identifier: Apache-2.0
// What a closed vault leaves in this process's memory: nothing. The core alone, without Qt's strings and without the
// program's wiping heap; what the program as a whole leaves is tests/system/story_lock_memory.py.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "support/check_result.h"
#include "support/files.h"
#include "support/hung_drive.h"
#include "support/watched_vfs.h"
#include "vault/block_cipher.h"
#include "vault/drop_box_key.h"
#include "vault/sqlite_memory.h"
#include "vault/vault.h"
#include "vault/vault_header.h"
#include "vault/vault_reader.h"
#include "vault/vault_snapshot.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr int kRows = 400;
constexpr std::size_t kLetters = 24;
constexpr std::uint8_t kMask = 0xA5;
constexpr std::size_t kPiece = 12;
/// A map larger than any this program makes is a sanitizer's shadow: terabytes about the memory, none of its bytes.
constexpr std::uintptr_t kShadowBytes = std::uintptr_t{64} << 30U;

/// Where the search itself puts what it reads; left out of the search.
struct alignas(4096) Window {
    std::array<std::uint8_t, 1 << 20> bytes;
};
Window window;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// Something to look for, kept so that it is not found here.
class Needle {
public:
    Needle(std::string name, std::span<const std::uint8_t> secret) : name_(std::move(name)) {
        std::ranges::transform(secret, std::back_inserter(masked_),
                               [](std::uint8_t byte) { return static_cast<std::uint8_t>(byte ^ kMask); });
    }

    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// Any kPiece bytes of it that follow one another, from an even place.
    [[nodiscard]] bool is_in(std::span<const std::uint8_t> bytes) const {
        for (std::size_t from = 0; from + kPiece <= masked_.size(); from += 4) {
            const auto piece = std::span{masked_}.subspan(from, kPiece);
            const std::uint8_t* at = bytes.data();
            const std::uint8_t* const end = bytes.data() + bytes.size();
            while (at < end) {
                at = static_cast<const std::uint8_t*>(
                    std::memchr(at, piece[0] ^ kMask, static_cast<std::size_t>(end - at)));
                if (at == nullptr || static_cast<std::size_t>(end - at) < kPiece) {
                    break;
                }
                // A plain loop: it runs for one byte in 256 of all there is, and a sanitizer makes much of an
                // algorithm.
                std::size_t same = 1;
                while (same < kPiece && piece.data()[same] == (at[same] ^ kMask)) {
                    ++same;
                }
                if (same == kPiece) {
                    return true;
                }
                ++at;
            }
        }
        return false;
    }

private:
    std::string name_;
    std::vector<std::uint8_t> masked_;
};

/// The names of what is found in any readable map of this process.
std::vector<std::string> found_in_memory(const std::vector<Needle>& needles) {
    std::vector<std::string> found;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::ifstream maps("/proc/self/maps");
    const auto own_begin = reinterpret_cast<std::uintptr_t>(&window);
    const auto own_end = own_begin + sizeof(window);
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t at = 0;
        std::uintptr_t end = 0;
        char mode[5] = "";
        if (std::sscanf(line.c_str(), "%" SCNxPTR "-%" SCNxPTR " %4s", &at, &end, mode) != 3 || mode[0] != 'r' ||
            end - at >= kShadowBytes) {
            continue;
        }
        while (at < end) {
            if (at >= own_begin && at < own_end) {
                at = own_end;
                continue;
            }
            const std::uintptr_t stop = at < own_begin ? std::min(end, own_begin) : end;
            const auto size = std::min<std::size_t>(stop - at, window.bytes.size());
            const auto got = ::pread(memory, window.bytes.data(), size, static_cast<off_t>(at));
            if (got <= 0) {
                break;
            }
            for (const Needle& needle : needles) {
                if (needle.is_in(std::span{window.bytes}.first(static_cast<std::size_t>(got))) &&
                    std::ranges::find(found, needle.name()) == found.end()) {
                    found.push_back(needle.name());
                }
            }
            // What lies across the end of this reading is read again with the next.
            at += static_cast<std::size_t>(got) == size && at + size < stop ? size - kPiece
                                                                            : static_cast<std::size_t>(got);
        }
    }
    ::close(memory);
    wipe_memory(window.bytes);
    return found;
}

SecretBytes random_letters() {
    auto letters = SecretBytes::random(kLetters);
    std::ranges::transform(letters.span(), letters.data(),
                           [](std::uint8_t byte) { return static_cast<std::uint8_t>('a' + byte % 26); });
    return letters;
}

std::string_view text_of(const SecretBytes& secret) {
    return {reinterpret_cast<const char*>(secret.data()), secret.size()};
}

}  // namespace

class TestVaultMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void making_a_vault_brings_the_wiping_allocator();  // first: SQLite takes one before it is started only
    void a_closed_vault_leaves_nothing();
    void nor_does_one_closed_while_its_copy_hangs_data();
    void nor_does_one_closed_while_its_copy_hangs();
    void keys_go_before_files_are_closed();
};

namespace {

/// Rows that hold `marker`, a search for it, and a change: pages, statements, sorters and the full-text index have all
/// seen it.
void use(Connection& database, const SecretBytes& marker) {
    CHECK_OK(
        database.execute("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT);"
                         "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text);"));
    auto insert = database.prepare("INSERT INTO note (text) VALUES (?1)");
    CHECK_OK(insert);
    auto index = database.prepare("INSERT INTO words (text) VALUES (?1)");
    CHECK_OK(index);
    CHECK_OK(database.execute("BEGIN"));
    for (int row = 0; row < kRows; ++row) {
        CHECK_OK(insert->bind(1, text_of(marker)).run());
        insert->reset();
        CHECK_OK(index->bind(1, text_of(marker)).run());
        index->reset();
    }
    CHECK_OK(database.execute("COMMIT"));
    auto search = database.prepare("SELECT rowid, snippet(words, 0, '<', '>', '', 5) FROM words WHERE words MATCH ?1");
    CHECK_OK(search);
    search->bind(1, text_of(marker));
    auto row = search->step();
    CHECK_OK(row);
    QVERIFY(*row);
    auto sorted = database.prepare("SELECT upper(text) || text FROM note ORDER BY 1 DESC, random()");
    CHECK_OK(sorted);
    CHECK_OK(sorted->step());
    CHECK_OK(database.execute("UPDATE note SET text = replace(text, 'a', text);"));
}

Result<SecretBytes> data_key_of(const fs::path& path, const SecretBytes& passphrase) {
    const Bytes file = read_file(path);
    const auto header = choose_header(std::span{file}.first(kHeaderBytes));
    return open_slot(header->header.key_slots[0], header->header.id, passphrase);
}

void look_for_keys(std::vector<Needle>& needles, const fs::path& path, const SecretBytes& passphrase) {
    auto data_key = data_key_of(path, passphrase);
    CHECK_OK(data_key);
    needles.emplace_back("data key", data_key->span());
    for (const std::string label : {"main", "wal", "header", "drop-box"}) {
        needles.emplace_back(label + " key", derive_subkey(*data_key, "pennydrop/v1/" + label).span());
    }
    needles.emplace_back("drop box's private key", drop_box_keys(*data_key).secret_key.span());
}

}  // namespace

/// Asking here installs nothing any more: SQLite runs. It says whether the way into the vault did.
void TestVaultMemory::making_a_vault_brings_the_wiping_allocator() {
    const QTemporaryDir folder;
    CHECK_OK(Vault::create(fs::path{folder.path().toStdString()} / "a.pennydrop", secret("pass"), {}));
    QVERIFY(wipe_freed_sqlite_memory());
}

void TestVaultMemory::a_closed_vault_leaves_nothing() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    auto passphrase = random_letters();
    auto marker = random_letters();
    std::vector<Needle> needles;
    needles.emplace_back("passphrase", passphrase.span());
    needles.emplace_back("marker", marker.span());
    {
        auto created = Vault::create(path, passphrase, {});
        CHECK_OK(created);
        use(created->vault->database(), marker);
    }
    look_for_keys(needles, path, passphrase);
    auto opened = Vault::open(path, passphrase, {});
    CHECK_OK(opened);
    use((*opened)->database(), marker);
    const auto while_open = found_in_memory(needles);
    for (const char* const name : {"passphrase", "marker", "data key", "main key"}) {
        QVERIFY2(std::ranges::find(while_open, name) != while_open.end(), name);
    }
    opened->reset();
    passphrase.wipe();
    marker.wipe();
    const auto left = found_in_memory(needles);
    QVERIFY2(left.empty(), left.empty() ? "" : left.front().c_str());
}

void TestVaultMemory::nor_does_one_closed_while_its_copy_hangs_data() {
    QTest::addColumn<Call>("call");
    QTest::newRow("open") << Call::kOpen;
    QTest::newRow("first write") << Call::kWrite;
    QTest::newRow("sync") << Call::kSync;
    QTest::newRow("read back") << Call::kRead;
}

void TestVaultMemory::nor_does_one_closed_while_its_copy_hangs() {
    QFETCH(const Call, call);
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    fs::create_directory(path.parent_path() / "backups");
    auto passphrase = random_letters();
    auto marker = random_letters();
    std::vector<Needle> needles;
    needles.emplace_back("marker", marker.span());
    WatchedVfs disk;
    HungDrive drive;
    disk.judge = [&drive](const CallInfo& info) { return drive.judge(info); };
    CHECK_OK(Vault::create(path, passphrase, {}));
    look_for_keys(needles, path, passphrase);
    auto vault = Vault::open(path, passphrase, {.below = disk.vfs()});
    CHECK_OK(vault);
    use((*vault)->database(), marker);
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    drive.hang_at(call);
    Status copied;
    std::thread helper{[&] { copied = (*snapshot)->back_up(path.parent_path() / "backups" / "copy.pennydrop", {}); }};
    drive.wait_until_asked();
    const auto while_open = found_in_memory(needles);
    vault->reset();
    marker.wipe();
    const auto found = found_in_memory(needles);
    drive.answer();
    helper.join();
    for (const char* const name : {"marker", "data key"}) {
        QVERIFY2(std::ranges::find(while_open, name) != while_open.end(), name);
    }
    for (const std::string& name : found) {
        qWarning("found: %s", name.c_str());
    }
    QVERIFY(found.empty());
    CHECK_ERROR(copied, ErrorCode::kCancelled);
}

/// A drive may hang in closing a file, too.
void TestVaultMemory::keys_go_before_files_are_closed() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    const fs::path copy = path.parent_path() / "copy.pennydrop";
    auto passphrase = random_letters();
    CHECK_OK(Vault::create(path, passphrase, {}));
    std::vector<Needle> needles;
    look_for_keys(needles, path, passphrase);
    WatchedVfs disk;
    std::vector<std::vector<std::string>> found;
    disk.before_close = [&](const std::string& /*file*/) { found.push_back(found_in_memory(needles)); };
    {
        auto vault = Vault::open(path, passphrase, {.below = disk.vfs()});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("CREATE TABLE t (a);"));
        write_file(copy, read_file(path));
        write_file(copy.string() + "-wal", read_file(path.string() + "-wal"));
        wipe_stack();
    }
    // SQLite needs them to close the database; not so what is closed last.
    QVERIFY(!found.empty() && !found.front().empty());
    QVERIFY2(found.back().empty(), found.back().empty() ? "" : found.back().front().c_str());
    found.clear();
    {
        auto key = data_key_of(path, passphrase);
        CHECK_OK(key);
        auto reader = VaultReader::open_with_key(copy, *key, {.below = disk.vfs()}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        QVERIFY(reader->log().used > 0);
        key->wipe();
        wipe_stack();
        found.clear();
    }
    QCOMPARE(found.size(), std::size_t{2});
    for (const auto& names : found) {
        QVERIFY2(names.empty(), names.empty() ? "" : names.front().c_str());
    }
}

QTEST_GUILESS_MAIN(TestVaultMemory)
#include "tst_vault_memory.moc"
