// SPDX-License-Identifier: Apache-2.0
#include "vault/sqlite_error.h"

#include <sqlite3.h>

#include <string>

namespace pennydrop {
namespace {

ErrorCode code_for(int extended) {
    constexpr int kPrimaryMask = 0xFF;
    switch (extended) {
        case SQLITE_IOERR_DATA:
            return ErrorCode::kDamaged;
        case SQLITE_IOERR_NOMEM:
            return ErrorCode::kOutOfMemory;
        default:
            break;
    }
    switch (extended & kPrimaryMask) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::kInUse;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorCode::kDamaged;
        case SQLITE_FULL:
            return ErrorCode::kDiskFull;
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_AUTH:
            return ErrorCode::kPermission;
        case SQLITE_IOERR:
            return ErrorCode::kIo;
        case SQLITE_NOMEM:
            return ErrorCode::kOutOfMemory;
        case SQLITE_CONSTRAINT:
        case SQLITE_TOOBIG:
        case SQLITE_RANGE:
            return ErrorCode::kInvalid;
        default:
            return ErrorCode::kInternal;
    }
}

}  // namespace

Error sqlite_error(int extended) {
    return Error{code_for(extended),
                 std::string{"SQLite "} + std::to_string(extended) + ": " + sqlite3_errstr(extended)};
}

}  // namespace pennydrop
