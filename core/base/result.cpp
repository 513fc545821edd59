// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

namespace pennydrop {

std::string_view error_name(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::kWrongSecret:
            return "wrong-secret";
        case ErrorCode::kDamaged:
            return "damaged";
        case ErrorCode::kNewerVersion:
            return "newer-version";
        case ErrorCode::kNotOurFile:
            return "not-our-file";
        case ErrorCode::kInUse:
            return "in-use";
        case ErrorCode::kNotFound:
            return "not-found";
        case ErrorCode::kAlreadyExists:
            return "already-exists";
        case ErrorCode::kPermission:
            return "permission";
        case ErrorCode::kDiskFull:
            return "disk-full";
        case ErrorCode::kIo:
            return "io";
        case ErrorCode::kOutOfMemory:
            return "out-of-memory";
        case ErrorCode::kInvalid:
            return "invalid";
        case ErrorCode::kTooLarge:
            return "too-large";
        case ErrorCode::kFull:
            return "full";
        case ErrorCode::kClosed:
            return "closed";
        case ErrorCode::kCancelled:
            return "cancelled";
        case ErrorCode::kInternal:
            return "internal";
    }
    return "internal";
}

}  // namespace pennydrop
