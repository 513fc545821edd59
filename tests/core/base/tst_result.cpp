// SPDX-License-Identifier: Apache-2.0
// Errors as values: every code has its own name, and an error is handed on whole.
#include <QtTest/QTest>

#include <set>
#include <string>

#include "base/result.h"

using namespace pennydrop;

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_code_has_its_own_name();
    void an_error_is_handed_on_whole();
};

void TestResult::every_code_has_its_own_name() {
    std::set<std::string_view> names;
    int codes = 0;
    for (int code = 0; code <= static_cast<int>(ErrorCode::kInternal); ++code, ++codes) {
        names.insert(error_name(static_cast<ErrorCode>(code)));
    }
    QCOMPARE(static_cast<int>(names.size()), codes);
    QCOMPARE(error_name(ErrorCode::kDamaged), std::string_view{"damaged"});
    QCOMPARE(error_name(ErrorCode::kWrongSecret), std::string_view{"wrong-secret"});
}

void TestResult::an_error_is_handed_on_whole() {
    Result<int> first = fail(ErrorCode::kDiskFull, "while testing");
    const auto handed = [&]() -> Result<std::string> { return pass_on(first); }();
    QVERIFY(!handed.has_value());
    QCOMPARE(handed.error().code, ErrorCode::kDiskFull);
    QCOMPARE(handed.error().detail, std::string{"while testing"});
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
