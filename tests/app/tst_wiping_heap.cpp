// SPDX-License-Identifier: Apache-2.0
// The program's heap: what is freed is zero, what is kept is kept. This executable has it linked in, as the program
// has.
#include <QTest>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr std::size_t kHead = 16;  // where the C library keeps its lists once a block is free

/// Whether `size` bytes of memory that is no longer ours hold the letter.
bool holds_letter(std::uintptr_t at, std::size_t size, char letter) {
    std::string bytes(size, '\0');
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const auto got = ::pread(memory, bytes.data(), size, static_cast<off_t>(at));
    ::close(memory);
    return got == static_cast<ssize_t>(size) && bytes.find(letter) != std::string::npos;
}

/// A block full of the letter; the compiler does not see that it is never read.
char* filled(std::size_t size, char letter) {
    auto* const block = static_cast<char*>(std::malloc(size));
    std::memset(block, letter, size);
    asm volatile("" : : "r"(block) : "memory");
    return block;
}

/// Hidden from the compiler, which would warn of looking at what is no longer ours.
std::uintptr_t address_of(const char* block) {
    auto at = reinterpret_cast<std::uintptr_t>(block);
    asm volatile("" : "+r"(at));
    return at;
}

}  // namespace

class TestWipingHeap : public QObject {
    Q_OBJECT

private slots:
    void what_is_freed_is_wiped_data() {
        QTest::addColumn<int>("size");
        for (const int size : {24, 100, 1'000, 5'000, 60'000}) {
            QTest::addRow("%d", size) << size;
        }
    }

    void what_is_freed_is_wiped() {
        QFETCH(int, size);
        const auto bytes = static_cast<std::size_t>(size);
        char* const guard = filled(bytes, 'g');  // keeps the heap's end from moving
        char* const block = filled(bytes, '\xC3');
        const char* const behind = filled(bytes, 'g');
        const auto at = address_of(block);
        QVERIFY(holds_letter(at, bytes, '\xC3'));
        std::free(block);
        QVERIFY(!holds_letter(at + kHead, bytes - kHead, '\xC3'));
        std::free(guard);
        std::free(const_cast<char*>(behind));
    }

    void growing_leaves_nothing_behind() {
        char* const block = filled(1'000, '\xC4');
        const char* const behind = filled(1'000, 'g');
        const auto at = address_of(block);
        auto* const grown = static_cast<char*>(std::realloc(block, 40'000));
        QVERIFY(std::all_of(grown, grown + 1'000, [](char letter) { return letter == '\xC4'; }));
        QVERIFY(reinterpret_cast<std::uintptr_t>(grown) != at);
        QVERIFY(!holds_letter(at + kHead, 1'000 - kHead, '\xC4'));
        std::free(grown);
        std::free(const_cast<char*>(behind));
    }

    void shrinking_leaves_nothing_behind() {
        char* const block = filled(10'000, '\xC5');
        const auto at = address_of(block);
        auto* const shrunk = static_cast<char*>(std::realloc(block, 100));
        QVERIFY(std::all_of(shrunk, shrunk + 100, [](char letter) { return letter == '\xC5'; }));
        QVERIFY(!holds_letter(at + 200, 9'000, '\xC5'));
        std::free(shrunk);
    }

    void the_edges_are_as_in_c() {
        std::free(nullptr);
        void* const fresh = std::realloc(nullptr, 32);
        QVERIFY(fresh != nullptr);
        QVERIFY(malloc_usable_size(fresh) >= 32);
        void* const none = std::realloc(fresh, 0);
        QVERIFY(none == nullptr);
        void* const aligned = std::aligned_alloc(4096, 8192);
        QVERIFY(aligned != nullptr);
        std::free(aligned);
    }

    void strings_of_qt_use_it() {
        QString words = QString(500, QChar(0x5CA5));
        const auto at = reinterpret_cast<std::uintptr_t>(words.constData());
        words = QString();
        QVERIFY(!holds_letter(at, 900, '\x5C'));
    }
};

QTEST_APPLESS_MAIN(TestWipingHeap)
#include "tst_wiping_heap.moc"
