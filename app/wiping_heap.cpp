// SPDX-License-Identifier: Apache-2.0
// The program's heap overwrites what it takes back. What a person wrote passes through strings of Qt, the QML engine,
// the toolkit's text layout, D-Bus and the X client, none of which can be asked to wipe them; but all of them give
// their memory back here. Linked into a program, these two functions take the place of the C library's for every
// library in it; malloc and its kin stay as they are. glibc's own M_PERTURB is no replacement: it leaves small blocks
// alone, which wait in each thread's cache.
// Threads: any. Only with glibc, and not under a sanitizer, which has a heap of its own.
// Source: the GNU C Library manual, "Replacing malloc".
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

// This is the memory manager, under names that are not ours to choose.
// NOLINTBEGIN(cppcoreguidelines-no-malloc,readability-identifier-naming,bugprone-reserved-identifier)

// The names under which glibc keeps its own for a replacement to call.
extern "C" void __libc_free(void* memory) noexcept;
extern "C" void* __libc_realloc(void* memory, std::size_t size) noexcept;

extern "C" [[gnu::visibility("default")]] void free(void* memory) noexcept {
    if (memory != nullptr) {
        explicit_bzero(memory, malloc_usable_size(memory));
        __libc_free(memory);
    }
}

extern "C" [[gnu::visibility("default")]] void* realloc(void* memory, std::size_t size) noexcept {
    if (memory == nullptr) {
        return std::malloc(size);
    }
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const std::size_t present = malloc_usable_size(memory);
    if (size <= present) {
        explicit_bzero(static_cast<char*>(memory) + size, present - size);
        // A block that shrinks stays where it is.
        return size > present / 2 ? memory : __libc_realloc(memory, size);
    }
    // Never grown by the C library: it might move the block and leave the old one as it is.
    void* const moved = std::malloc(size);
    if (moved != nullptr) {
        std::memcpy(moved, memory, present);
        free(memory);
    }
    return moved;
}
// NOLINTEND(cppcoreguidelines-no-malloc,readability-identifier-naming,bugprone-reserved-identifier)
