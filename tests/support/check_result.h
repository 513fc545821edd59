// SPDX-License-Identifier: Apache-2.0
// Qt Test's checks for Result and Status: what failed is named in the output.
// Threads: as Qt Test.
#pragma once

#include <QtTest/QTest>

#include <string>

#include "base/result.h"

namespace pennydrop::testing {

template <typename T>
std::string describe(const Result<T>& result) {
    if (result) {
        return "success";
    }
    return std::string{error_name(result.error().code)} + " (" + result.error().detail + ")";
}

}  // namespace pennydrop::testing

/// Fails the test function unless `result` is a success.
#define CHECK_OK(result)                                                                            \
    do {                                                                                            \
        const auto& checked_result = (result);                                                      \
        QVERIFY2(checked_result.has_value(), pennydrop::testing::describe(checked_result).c_str()); \
    } while (false)

/// Fails the test function unless `result` failed with `wanted`.
#define CHECK_ERROR(result, wanted)                                                                             \
    do {                                                                                                        \
        const auto& checked_result = (result);                                                                  \
        const std::string checked_text = "got " + pennydrop::testing::describe(checked_result) + ", wanted " +  \
                                         std::string{pennydrop::error_name(wanted)};                            \
        QVERIFY2(!checked_result.has_value() && checked_result.error().code == (wanted), checked_text.c_str()); \
    } while (false)

/// Fails the test function with `message` (a std::string) unless `condition` holds.
#define CHECK_WITH(condition, message)             \
    do {                                           \
        const std::string checked_text{message};   \
        QVERIFY2(condition, checked_text.c_str()); \
    } while (false)
