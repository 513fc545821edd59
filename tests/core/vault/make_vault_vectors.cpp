// SPDX-License-Identifier: Apache-2.0
// Makes the files of tests/vectors/vault: small vaults, good and bad, with the outcome each must give. Run it with the
// folder to write to when the format changes; nonces, salts and ids are random, so every run gives other bytes.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/codec.h"
#include "journal/dropped_entry.h"
#include "support/files.h"
#include "support/random.h"
#include "vault/drop_box.h"
#include "vault/vault.h"
#include "vault/vault_header.h"
#include "vault/vault_reader.h"
#include "vault/vault_secret.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

constexpr const char* kPassphrase = "correct horse battery staple";
constexpr const char* kNewPassphrase = "Tr\xC3\xA4umerei um vier";
constexpr const char* kDeviceSecret = "thirty-two bytes kept by a phone";
constexpr auto kBlock = static_cast<std::ptrdiff_t>(kVaultPageBytes);
constexpr auto kStart = static_cast<std::ptrdiff_t>(kHeaderBytes);

template <typename T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A vault as it lay on the disk at one moment.
struct Files {
    Bytes main;
    Bytes log;
    Bytes drops{};
};

/// What a reader must find in a drop box.
struct Drops {
    std::vector<std::string> texts{};  ///< In order, each record id once.
    int unreadable{0};
};

struct Base {
    Files closed;          ///< Rows 1 and 2.
    Files open;            ///< Rows 1 to 4: the last two, one transaction each, only in the log.
    Files restarted;       ///< Rows 1 to 5: the log began again over older frames.
    Files new_passphrase;  ///< Rows 1 and 2.
    Files device_slots;    ///< Rows 1 and 2; the second of two device slots is for kDeviceSecret.
    std::string recovery_code;
    DropTarget target;  ///< For records of the drop box.
    SecretBytes data_key;
};

Base make_base(const fs::path& folder) {
    const fs::path path = folder / "making.pennydrop";
    const fs::path log = folder / "making.pennydrop-wal";
    Base base;
    auto created = must(Vault::create(path, secret(kPassphrase), {}));
    const SecretBytes code = created.recovery_code.written();
    base.recovery_code.assign(code.span().begin(), code.span().end());
    const VaultInfo info = created.vault->info();
    base.target = {info.id, info.drop_box};
    must(created.vault->database().execute(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
        "INSERT INTO note VALUES (1, 'A quiet shift.'), (2, 'Caf\xC3\xA9, then rain.');"));
    created.vault.reset();
    base.closed.main = read_file(path);
    {
        const auto vault = must(Vault::open(path, secret(kPassphrase), {}));
        Connection& database = vault->database();
        must(database.execute("INSERT INTO note VALUES (3, 'In the log.');"));
        must(database.execute("INSERT INTO note VALUES (4, 'Last in the log.');"));
        base.open = {read_file(path), read_file(log)};
        must(database.execute("PRAGMA wal_checkpoint(RESTART);"));
        must(database.execute("INSERT INTO note VALUES (5, 'After a checkpoint.');"));
        base.restarted = {read_file(path), read_file(log)};
    }
    write_file(path, base.closed.main);
    base.data_key =
        must(VaultReader::open(path, VaultSecret::passphrase(secret(kPassphrase)), {}, VaultReader::Access::kShared))
            .data_key()
            .clone();
    must(must(Vault::open(path, secret(kPassphrase), {}))->set_passphrase(secret(kNewPassphrase)));
    base.new_passphrase.main = read_file(path);
    write_file(path, base.closed.main);
    {
        const auto vault = must(Vault::open(path, secret(kPassphrase), {}));
        must(vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes)));
        must(vault->add_device_slot(secret(kDeviceSecret)));
    }
    base.device_slots.main = read_file(path);
    fs::remove(path);
    return base;
}

class VectorFolder {
public:
    explicit VectorFolder(fs::path folder) : folder_(std::move(folder)) {}

    /// `rows` is how many rows a reader must find; below 0 it must not get so far.
    void add(const std::string& name, const Files& files, const std::string& outcome, int rows, const std::string& why,
             bool new_passphrase = false, const Drops& drops = {}) {
        const fs::path path = folder_ / (name + ".pennydrop");
        write_file(path, files.main);
        if (!files.log.empty()) {
            write_file(path.string() + "-wal", files.log);
        }
        if (!files.drops.empty()) {
            write_file(drop_box_path(path), files.drops);
        }
        json_ += (json_.empty() ? "" : ",\n") + std::string{"    { \"name\": \""} + name + "\", \"outcome\": \"" +
                 outcome + "\"" + (rows >= 0 ? ", \"rows\": " + std::to_string(rows) : "") +
                 (files.drops.empty() ? "" : json_of(drops)) +
                 (new_passphrase ? ", \"passphrase\": \"" + std::string{kNewPassphrase} + "\"" : "") +
                 ",\n      \"why\": \"" + why + "\" }";
    }

    void finish(const std::string& recovery_code) const {
        std::ofstream out{folder_ / "outcomes.json", std::ios::binary};
        out << "{\n  \"passphrase\": \"" << kPassphrase << "\",\n  \"recovery_code\": \"" << recovery_code
            << "\",\n  \"device_secret\": \"" << hex_of(kDeviceSecret) << "\",\n  \"files\": [\n"
            << json_ << "\n  ]\n}\n";
    }

private:
    static std::string hex_of(std::string_view text) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string hex;
        for (const char letter : text) {
            const auto byte = static_cast<std::uint8_t>(letter);
            hex += kDigits[byte >> 4U];
            hex += kDigits[byte & 0xFU];
        }
        return hex;
    }
    static std::string json_of(const Drops& drops) {
        std::string texts;
        for (const auto& text : drops.texts) {
            texts += (texts.empty() ? "\"" : ", \"") + text + "\"";
        }
        return ", \"drops\": [" + texts + "], \"unreadable\": " + std::to_string(drops.unreadable);
    }

    fs::path folder_;
    std::string json_{};
};

/// Both copies as `change` leaves them, with a keyed hash made with `key`.
template <typename Change>
Files resealed(const Files& files, const SecretBytes& key, Change change) {
    VaultHeader header = must(choose_header(std::span{files.main}.first(kHeaderBytes))).header;
    change(header);
    const HeaderCopy copy = encode_header(header, key);
    Files out = files;
    std::ranges::copy(copy, out.main.begin());
    std::ranges::copy(copy, out.main.begin() + kHeaderCopyBytes);
    return out;
}

/// A header changed by somebody without the key: the checksum fits, the keyed hash does not.
template <typename Change>
Files forged(const Files& files, Change change) {
    return resealed(files, SecretBytes{kDataKeyBytes}, change);
}

template <typename Change>
Files altered(Files files, Change change) {
    change(files);
    return files;
}

void set_cost(SlotBytes& slot, std::uint32_t passes, std::uint64_t memory) {
    Writer writer{std::span{slot}.subspan(4, 12)};
    writer.integer(passes);
    writer.integer(memory);
}

void destroy_copy(Files& files, std::ptrdiff_t copy) {
    const Bytes garbage = Random{8}.bytes(kHeaderCopyBytes - 64);
    std::ranges::copy(garbage, files.main.begin() + copy * static_cast<std::ptrdiff_t>(kHeaderCopyBytes) + 32);
}

Bytes entry_drop(const std::string& text, const DropTarget& target, const DropId& id = new_drop_id()) {
    const EntryContent entry{.kind = EntryKind::kBarrier,
                             .text = text,
                             .occurred = {Timestamp{1'700'000'000'000'000}, UtcOffset::from_minutes(-570).value()},
                             .theme = Theme::from_code("rules"),
                             .level = SystemLevel::kOrganisation};
    return must(seal_drop_record({id, must(encode_dropped_entry(entry))}, target.vault, target.public_key));
}

Bytes note_drop(const NoteId& note, std::uint32_t sequence, const std::string& text, const DropTarget& target) {
    const EntryContent state{.kind = EntryKind::kSetback,
                             .text = text,
                             .occurred = {Timestamp{1'700'000'000'000'000}, UtcOffset::from_minutes(120).value()}};
    return must(seal_drop_record({new_drop_id(), must(encode_dropped_note({note, sequence}, state))}, target.vault,
                                 target.public_key));
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

void add_drop_boxes(VectorFolder& out, const Base& base, const Base& other) {
    const std::string longer = "A long one" + std::string(6000, '.');
    const DropId id = new_drop_id();
    const Bytes one = entry_drop("One", base.target, id);
    const Bytes two = entry_drop(longer, base.target);
    const Bytes three = entry_drop("Caf\xC3\xA9", base.target);
    const auto add = [&](const std::string& name, const Bytes& drops, const Drops& wanted, const std::string& why) {
        out.add("drop-" + name, {base.closed.main, {}, drops}, "opens", 2, why, false, wanted);
    };
    const auto altered_at = [](Bytes bytes, std::size_t at, std::uint8_t mask) {
        bytes[at] ^= mask;
        return bytes;
    };
    add("box", joined({one, two, three}), {{"One", longer, "Caf\xC3\xA9"}}, "three records, the second of two cells");
    add("repeated", joined({one, three, entry_drop("One", base.target, id), one}), {{"One", "Caf\xC3\xA9"}},
        "one record id three times");
    add("torn", joined({one, Bytes(two.begin(), two.begin() + kBlock), three}), {{"One", "Caf\xC3\xA9"}, 1},
        "the second record lacks its second cell; the third begins where that should be");
    add("holes", joined({Bytes(kBlock), one, Bytes(2 * kBlock), three, Bytes(100)}), {{"One", "Caf\xC3\xA9"}},
        "cells of zeros are nothing");
    add("junk", joined({Bytes(kBlock, 0x5A), one, Bytes(kBlock + 7, 0x5A)}), {{"One"}, 2}, "junk before and behind");
    add("flipped", joined({altered_at(one, 2000, 1), three}), {{"Caf\xC3\xA9"}, 1}, "one bit of a sealed box");
    add("newer", joined({altered_at(one, 16, 3), three}), {{"Caf\xC3\xA9"}, 1}, "a record of format version 2");
    add("foreign", joined({entry_drop("Theirs", other.target), three}), {{"Caf\xC3\xA9"}, 1},
        "a record for another vault");
    add("misdirected", joined({entry_drop("Theirs", {other.target.vault, base.target.public_key}), three}),
        {{"Caf\xC3\xA9"}, 1}, "sealed to this vault's key, and another vault's id inside");
    const SecretBytes line = secret("A line of text");
    const DropRecord strange{new_drop_id(), line.clone()};
    add("strange", joined({must(seal_drop_record(strange, base.target.vault, base.target.public_key)), three}),
        {{"Caf\xC3\xA9"}, 1}, "a payload that is no entry");
    const NoteId note = new_drop_id();
    const NoteId thrown = new_drop_id();
    add("notes",
        joined({note_drop(note, 1, "The k", base.target), note_drop(thrown, 1, "Said too much", base.target),
                note_drop(note, 3, "The key was lost", base.target), note_drop(note, 2, "The key w", base.target),
                note_drop(thrown, 2, "", base.target), three}),
        {{"Caf\xC3\xA9", "The key was lost"}},
        "three states of a note, the last one not last in the file; a note that was discarded; an entry");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_vault_vectors FOLDER\n", stderr);
        return 2;
    }
    const fs::path folder = argv[1];
    const Base base = make_base(folder);
    const Base other = make_base(folder);
    const Files& good = base.closed;
    VectorFolder out{folder};
    const auto block = [](Files& f, std::ptrdiff_t number) { return f.main.begin() + kStart + number * kBlock; };

    out.add("good", good, "opens", 2, "closed cleanly");
    out.add("log-left-behind", base.open, "opens", 4, "two transactions are only in the log");
    out.add("log-restarted", base.restarted, "opens", 5,
            "the log began again; frames behind its end are of an older round");
    out.add("log-torn",
            altered(base.open, [](Files& f) { std::fill(f.log.end() - 2048, f.log.end(), std::uint8_t{0x5A}); }),
            "opens", 3, "the last frame is torn: the log ends before it");
    out.add("log-foreign", {good.main, other.open.log}, "opens", 2, "the log of another vault is no log");
    out.add("new-passphrase", base.new_passphrase, "opens", 2, "generation 2", true);
    out.add("header-half-written",
            altered(base.new_passphrase,
                    [&](Files& f) { std::copy_n(good.main.begin(), kHeaderCopyBytes, f.main.begin()); }),
            "opens", 2, "copy A is still of generation 1, copy B of generation 2: the new passphrase counts", true);
    out.add("header-a-destroyed", altered(good, [](Files& f) { destroy_copy(f, 0); }), "opens", 2, "copy B is sound");
    out.add("header-b-destroyed", altered(good, [](Files& f) { destroy_copy(f, 1); }), "opens", 2, "copy A is sound");
    out.add("old-passphrase", base.new_passphrase, "wrong-secret", -1, "the passphrase was changed");
    out.add("headers-destroyed",
            altered(good,
                    [](Files& f) {
                        destroy_copy(f, 0);
                        destroy_copy(f, 1);
                    }),
            "damaged", -1, "the magic is there, no copy is sound");
    out.add("newer-version", altered(good, [](Files& f) { f.main[16] = f.main[4096 + 16] = 2; }), "newer-version", -1,
            "version 2");
    out.add("empty", {}, "not-our-file", -1, "no bytes");
    const auto text = bytes_of("Not a vault, but a line of text.\n");
    out.add("text", {Bytes(text.begin(), text.end()), {}}, "not-our-file", -1, "no magic");
    out.add("header-only", altered(good, [](Files& f) { f.main.resize(kHeaderBytes); }), "damaged", -1,
            "shorter than its first page; never an empty database");
    out.add("cut", altered(good, [](Files& f) { f.main.resize(f.main.size() - kVaultPageBytes); }), "damaged", -1,
            "the last block is missing");
    out.add("byte-flipped", altered(good, [&](Files& f) { block(f, 1)[4000] ^= 1U; }), "damaged", -1,
            "one bit of block 1");
    out.add("blocks-exchanged",
            altered(good, [&](Files& f) { std::swap_ranges(block(f, 0), block(f, 1), block(f, 1)); }), "damaged", -1,
            "blocks 0 and 1 have changed places");
    out.add(
        "block-foreign",
        altered(good, [&](Files& f) { std::copy_n(other.closed.main.begin() + kStart + kBlock, kBlock, block(f, 1)); }),
        "damaged", -1, "block 1 is of another vault");
    out.add("slot-removed", forged(good, [](VaultHeader& h) { h.key_slots[1] = {}; }), "damaged", -1,
            "the keyed hash is not of this header");
    const auto with_copy_a_of = [](Files f, const Files& from) {
        std::copy_n(from.main.begin(), kHeaderCopyBytes, f.main.begin());
        return f;
    };
    const auto raise = [](VaultHeader& h) { h.generation += 1000; };
    out.add("header-copy-forged", with_copy_a_of(good, forged(good, raise)), "opens", 2,
            "copy A has the higher generation and is not authentic: copy B counts");
    out.add("header-copy-forged-old", with_copy_a_of(base.new_passphrase, forged(good, raise)), "wrong-secret", -1,
            "copy A is forged with the old slots: the old passphrase opens no slot of copy B, which counts");
    out.add("header-copy-forged-new", with_copy_a_of(base.new_passphrase, forged(good, raise)), "opens", 2,
            "the same: the new passphrase opens copy B", true);
    out.add("drop-key-foreign",
            resealed(good, base.data_key, [&](VaultHeader& h) { h.drop_box = other.target.public_key; }), "damaged", -1,
            "the keyed hash fits; the drop box's public key is not the one made from the data key");
    out.add("cost-altered",
            forged(good, [](VaultHeader& h) { set_cost(h.key_slots[0], 4, KdfCost::kMinimumMemoryBytes); }),
            "wrong-secret", -1, "passes are authenticated with the slot");
    out.add("cost-too-low", forged(good, [](VaultHeader& h) { set_cost(h.key_slots[0], 1, 8192); }), "damaged", -1,
            "refused before any derivation");
    out.add("cost-ruinous",
            forged(good, [](VaultHeader& h) { set_cost(h.key_slots[0], 0xFFFFFFFF, ~std::uint64_t{0}); }), "damaged",
            -1, "refused before any derivation");
    const auto dear = [](SlotBytes& slot) { set_cost(slot, KdfCost::kMaximumPasses, KdfCost::kMaximumMemoryBytes); };
    out.add("cost-a-gigabyte",
            forged(good, [](VaultHeader& h) { set_cost(h.key_slots[0], 3, std::uint64_t{1} << 30U); }), "damaged", -1,
            "refused before any derivation: 512 MiB are the most");
    out.add("cost-most-memory-exceeded",
            forged(good, [](VaultHeader& h) { set_cost(h.key_slots[0], 3, KdfCost::kMaximumMemoryBytes + 1024); }),
            "damaged", -1, "refused before any derivation: one KiB more than the most");
    out.add("cost-most-passes-exceeded",
            forged(good,
                   [](VaultHeader& h) {
                       set_cost(h.key_slots[0], KdfCost::kMaximumPasses + 1, KdfCost::kMinimumMemoryBytes);
                   }),
            "damaged", -1, "refused before any derivation: 17 passes");
    out.add("cost-most-passes",
            resealed(good, base.data_key,
                     [&](VaultHeader& h) {
                         h.key_slots[0] = must(seal_slot(SlotKind::kPassphrase, h.id, secret(kPassphrase),
                                                         {.passes = KdfCost::kMaximumPasses}, base.data_key));
                     }),
            "opens", 2, "16 passes are the most that a reader takes");
    out.add("slots-twelve-dear",
            forged(good,
                   [&](VaultHeader& h) {
                       dear(h.key_slots[0]);
                       h.key_slots.fill(h.key_slots[0]);
                   }),
            "damaged", -1, "twelve passphrase slots, each at the limits: refused before any derivation");
    out.add("device-slots", base.device_slots, "opens", 2, "the second of two device slots is for the device secret");
    add_drop_boxes(out, base, other);
    out.finish(base.recovery_code);
    return 0;
}
