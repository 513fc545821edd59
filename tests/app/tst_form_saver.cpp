// SPDX-License-Identifier: Apache-2.0
// Promises of form_saver.h, unsaved_forms.h and held_forms.h about a disk that refuses what was typed when the journal
// is locked: it is held in guarded memory and nowhere else, saved or given back at the next unlock, and told.
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "draft_text.h"
#include "form_saver.h"
#include "held_forms.h"
#include "life_words.h"
#include "private_text.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

const FormKey kKey{.form = Form::kNewTag};

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    bool full{false};  ///< The disk is full when the journal opens.
    QObject disk;
    std::unique_ptr<HeldForms> held;
    QString text;
    FormSaver saver{journal.service, journal.clock, [this] {
                        return text.isEmpty() ? std::vector<FormField>()
                                              : std::vector<FormField>{{.field = 1, .text = journal_text(text)}};
                    }};
    QStringList found;

    Fixture() {
        // Before HeldForms: receivers are called in the order of their connections.
        QObject::connect(&journal.service, &JournalService::opened, &disk, [this] {
            if (full) {
                journal.service.ask(
                    &disk, [](Journal& open) { return open.vault().database().execute("PRAGMA query_only = ON"); },
                    [](const Status&) {});
            }
        });
        held = std::make_unique<HeldForms>(journal.service, journal.clock, removal);
        QObject::connect(&journal.service, &JournalService::closing, &saver, [this] {
            saver.seal();
            wipe(text);
        });
        QObject::connect(&saver, &FormSaver::found, &saver, [this](const std::vector<FormField>& fields) {
            found += QString::fromStdString(fields.front().text);
        });
    }
    void type(const QString& typed) {
        text = typed;
        saver.changed();
    }
    [[nodiscard]] bool begin() {
        saver.begin(kKey);
        journal.settle();
        return saver.known();
    }
    [[nodiscard]] bool lock_and_unlock() {
        const bool done = journal.close() && journal.open();
        journal.settle();
        return done;
    }
    [[nodiscard]] std::string on_disk() {
        auto fields = journal.run([](Journal& open) { return open.forms().load(kKey); });
        return fields && !fields->empty() ? fields->front().text : std::string();
    }
};

// What is in memory ---------------------------------------------------------------------------------------------------

constexpr std::uint8_t kMask = 0xA5;
constexpr std::size_t kMostGuarded = 32'768;

struct alignas(4096) Window {
    std::array<std::uint8_t, 1 << 20> bytes;
};
Window window;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

struct Map {
    std::uintptr_t from{0};
    std::uintptr_t end{0};
    bool readable{false};
    bool closed{false};  ///< Nobody may read or write it.
};

std::vector<Map> maps_of_memory() {
    std::vector<Map> maps;
    std::ifstream file("/proc/self/maps");
    for (std::string line; std::getline(file, line);) {
        Map map;
        char mode[5] = "";
        if (std::sscanf(line.c_str(), "%" SCNxPTR "-%" SCNxPTR " %4s", &map.from, &map.end, mode) == 3) {
            map.readable = mode[0] == 'r';
            map.closed = std::strncmp(mode, "---", 3) == 0;
            maps.push_back(map);
        }
    }
    return maps;
}

/// `masked`: so that it is not found where it is looked for from.
bool is_in(std::span<const std::uint8_t> bytes, const std::vector<std::uint8_t>& masked) {
    for (std::size_t at = 0; at + masked.size() <= bytes.size(); ++at) {
        std::size_t same = 0;
        while (same < masked.size() && bytes[at + same] == (masked[same] ^ kMask)) {
            ++same;
        }
        if (same == masked.size()) {
            return true;
        }
    }
    return false;
}

bool holds(int memory, const Map& map, const std::vector<std::uint8_t>& masked) {
    const auto own = reinterpret_cast<std::uintptr_t>(&window);
    for (std::uintptr_t at = map.from; at < map.end;) {
        if (at >= own && at < own + sizeof(window)) {
            at = own + sizeof(window);
            continue;
        }
        const std::uintptr_t stop = at < own ? std::min(map.end, own) : map.end;
        const auto size = std::min<std::size_t>(stop - at, window.bytes.size());
        const auto got = ::pread(memory, window.bytes.data(), size, static_cast<off_t>(at));
        if (got <= 0) {
            return false;
        }
        if (is_in(std::span{window.bytes}.first(static_cast<std::size_t>(got)), masked)) {
            return true;
        }
        at += static_cast<std::size_t>(got) == size && at + size < stop ? size - masked.size()
                                                                        : static_cast<std::size_t>(got);
    }
    return false;
}

struct Found {
    int guarded{0};  ///< Maps between two that nobody may touch.
    int elsewhere{0};
};

Found found_in_memory(const std::vector<std::uint8_t>& masked) {
    Found found;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const auto maps = maps_of_memory();
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (!maps[i].readable || !holds(memory, maps[i], masked)) {
            continue;
        }
        const bool guarded = i > 0 && i + 1 < maps.size() && maps[i - 1].closed && maps[i + 1].closed &&
                             maps[i - 1].end == maps[i].from && maps[i + 1].from == maps[i].end &&
                             maps[i].end - maps[i].from <= kMostGuarded;
        ++(guarded ? found.guarded : found.elsewhere);
    }
    ::close(memory);
    wipe_memory(window.bytes);
    return found;
}

/// Twenty letters that are in no other memory.
struct Marker {
    std::vector<std::uint8_t> bytes{};  ///< Masked.
    std::vector<std::uint8_t> utf16{};  ///< Likewise.

    Marker() {
        constexpr std::size_t kLetters = 20;
        std::array<std::uint8_t, kLetters> random{};
        fill_random(random);
        for (const std::uint8_t byte : random) {
            const auto letter = static_cast<std::uint8_t>(('a' + byte % 26) ^ kMask);
            bytes.push_back(letter);
            utf16.push_back(letter);
            utf16.push_back(kMask);
        }
    }
    [[nodiscard]] QString text() const {
        QString text;
        text.reserve(static_cast<qsizetype>(bytes.size()));
        for (const std::uint8_t byte : bytes) {
            text += QChar(byte ^ kMask);
        }
        return text;
    }
};

}  // namespace

class FormSaverTest : public QObject {
    Q_OBJECT

private slots:
    void what_a_lock_could_not_save_is_saved_at_the_next_unlock();
    void what_is_on_its_way_at_a_lock_is_not_lost();
    void what_is_refused_again_is_given_back_and_saved_later();
    void what_the_form_takes_over_is_sealed_again();
    void what_was_stored_and_nobody_looked_at_stays();
    void what_was_emptied_does_not_come_back();
    void what_is_discarded_does_not_come_back();
    void words_about_what_is_gone_are_not_held();
    void what_is_held_is_in_guarded_memory_only();
};

void FormSaverTest::what_a_lock_could_not_save_is_saved_at_the_next_unlock() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("ward ro"));
    QVERIFY(f.lock_and_unlock());
    QCOMPARE(f.on_disk(), std::string("ward ro"));
    QVERIFY(f.removal.message().contains(QStringLiteral("Nothing was lost")));
    QVERIFY(f.journal.service.unsaved_forms()->empty());
    QVERIFY(f.begin());
    QCOMPARE(f.found, QStringList(QStringLiteral("ward ro")));
    // It is told once.
    f.removal.dismiss();
    QVERIFY(f.lock_and_unlock());
    QVERIFY(f.removal.message().isEmpty());
}

void FormSaverTest::what_is_on_its_way_at_a_lock_is_not_lost() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.journal.hold_worker(100ms);
    f.type(QStringLiteral("ward ro"));
    f.saver.save_now();  // Its answer would say that the disk refused it.
    QVERIFY(f.lock_and_unlock());
    QCOMPARE(f.on_disk(), std::string("ward ro"));
}

void FormSaverTest::what_is_refused_again_is_given_back_and_saved_later() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("ward ro"));
    f.full = true;
    QVERIFY(f.lock_and_unlock());
    QCOMPARE(f.removal.message(), LifeWords::held());
    QVERIFY(f.on_disk().empty());
    QVERIFY(f.begin());
    QCOMPARE(f.found, QStringList(QStringLiteral("ward ro")));
    QVERIFY(!f.saver.is_stored());
    f.text = f.found.front();
    f.journal.refuse_writing(false);
    QTRY_COMPARE(f.on_disk(), std::string("ward ro"));
    QVERIFY(f.journal.service.unsaved_forms()->empty());
}

void FormSaverTest::what_the_form_takes_over_is_sealed_again() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("ward ro"));
    f.full = true;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(f.lock_and_unlock());
        f.found.clear();
        QVERIFY(f.begin());
        QCOMPARE(f.found, QStringList(QStringLiteral("ward ro")));
        f.text = f.found.front();
    }
    // Not begun again, it is held through a lock as well.
    QVERIFY(f.lock_and_unlock());
    f.full = false;
    QVERIFY(f.lock_and_unlock());
    QCOMPARE(f.on_disk(), std::string("ward ro"));
}

void FormSaverTest::what_was_stored_and_nobody_looked_at_stays() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.journal.run([](Journal& open) { return open.forms().save(kKey, {{1, "bed"}}, {}); }));
    f.journal.hold_worker(100ms);
    f.saver.begin(kKey);
    f.type(QStringLiteral("ward ro"));
    QVERIFY(f.lock_and_unlock());
    QCOMPARE(f.on_disk(), std::string("bed"));
    f.found.clear();
    QVERIFY(f.begin());
    QCOMPARE(f.found, QStringList(QStringLiteral("bed, ward ro")));
}

void FormSaverTest::what_was_emptied_does_not_come_back() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.type(QStringLiteral("ward ro"));
    QTRY_VERIFY(f.saver.is_stored());
    f.journal.refuse_writing(true);
    f.type({});
    QVERIFY(f.lock_and_unlock());
    QVERIFY(f.on_disk().empty());
    QVERIFY2(f.removal.message().isEmpty(), "no words were refused");
}

void FormSaverTest::what_is_discarded_does_not_come_back() {
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("ward ro"));
    f.full = true;
    QVERIFY(f.lock_and_unlock());
    QVERIFY(f.begin());
    f.saver.discard();
    f.full = false;
    QVERIFY(f.lock_and_unlock());
    QVERIFY(f.on_disk().empty());
}

void FormSaverTest::words_about_what_is_gone_are_not_held() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin({.form = Form::kTagName, .entry = {}, .subject = 4711});
    f.journal.settle();
    f.type(QStringLiteral("ward ro"));
    QVERIFY(f.lock_and_unlock());
    QVERIFY(f.journal.service.unsaved_forms()->empty());
}

void FormSaverTest::what_is_held_is_in_guarded_memory_only() {
    const Marker marker;
    Fixture f;
    QVERIFY(f.journal.open());
    QVERIFY(f.begin());
    f.journal.refuse_writing(true);
    f.type(marker.text());
    QTRY_VERIFY(f.saver.failing());
    QVERIFY(f.journal.close());
    f.journal.service.worker().run_and_wait([] {});
    const Found bytes = found_in_memory(marker.bytes);
    QCOMPARE(bytes.guarded, 1);
#ifdef PENNYDROP_WIPES_HEAP
    QCOMPARE(bytes.elsewhere, 0);
    QCOMPARE(found_in_memory(marker.utf16).elsewhere, 0);
#endif
    QVERIFY(f.journal.open());
    f.journal.settle();
    QVERIFY(f.on_disk() == marker.text().toStdString());
    QCOMPARE(found_in_memory(marker.bytes).guarded, 0);
}

QTEST_MAIN(FormSaverTest)
#include "tst_form_saver.moc"
