// SPDX-License-Identifier: Apache-2.0
// Errors as values. Every function of the core that can fail returns Result<T>; nothing throws across a function we
// own.
// Threads: plain values, no shared state.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace pennydrop {

/// What went wrong, named by what the caller can do about it. Never stored on disk, so the values may change.
enum class ErrorCode {
    kWrongSecret,    ///< No key slot opens with this passphrase or code. Ask again.
    kDamaged,        ///< Bytes of our own file do not authenticate or contradict each other. Offer a backup or repair.
    kNewerVersion,   ///< Written by a later Pennydrop. Offer to update; nothing was changed.
    kNotOurFile,     ///< Not a Pennydrop journal at all.
    kInUse,          ///< Another process (or another window) holds the journal.
    kNotFound,       ///< No such file, or no such row.
    kAlreadyExists,  ///< A file stands where a new one was to be made. It was left alone.
    kPermission,     ///< The system refused to open, read or write.
    kDiskFull,       ///< No room. What was saved before is safe.
    kIo,             ///< The device failed to read or write.
    kOutOfMemory,    ///< Not enough memory, for example for the passphrase's key derivation.
    kInvalid,        ///< The caller's value is not acceptable.
    kTooLarge,       ///< One thing is larger than we take. Choose a smaller one.
    kFull,           ///< A limit of ours on the whole is reached. Something has to go first.
    kClosed,         ///< The journal was locked meanwhile.
    kCancelled,      ///< The person stopped it; nothing was changed.
    kInternal,       ///< Our own mistake; please report it.
};

/// Constant name of a code for logs and for command-line output ("damaged").
[[nodiscard]] std::string_view error_name(ErrorCode code) noexcept;

/// An error. `detail` helps a developer; it never holds a person's text, a secret or a path's content.
struct Error {
    ErrorCode code{ErrorCode::kInternal};
    std::string detail{};
};

template <typename T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

/// Shorthand: `return fail(ErrorCode::kDamaged, "header checksum");`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail = {}) {
    return std::unexpected<Error>(Error{code, std::move(detail)});
}

/// Hands on the error of a failed result: `if (!found) return pass_on(found);`
template <typename T>
[[nodiscard]] std::unexpected<Error> pass_on(Result<T>& failed) {
    return std::unexpected<Error>(std::move(failed).error());
}
template <typename T>
[[nodiscard]] std::unexpected<Error> pass_on(Result<T>&& failed) {
    return std::unexpected<Error>(std::move(failed).error());
}

}  // namespace pennydrop
