// SPDX-License-Identifier: Apache-2.0
// No core file and no memory dump of a release build, unless a developer asks for one.
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

#include "platform/process.h"

using namespace pennydrop;

namespace {

#if defined(NDEBUG)
constexpr bool kIsRelease = true;
#else
constexpr bool kIsRelease = false;
#endif

rlim_t core_limit() {
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_cur;
}

}  // namespace

class TestProcess : public QObject {
    Q_OBJECT

private slots:
    // In this order: what is forbidden stays so.
    void a_developer_may_allow_dumps() {
        qputenv("PENNYDROP_ALLOW_CORE_DUMPS", "1");
        const rlim_t before = core_limit();
        QVERIFY(platform::forbid_core_files());
        QVERIFY(platform::forbid_memory_dumps());
        QCOMPARE(core_limit(), before);
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    }

    void a_release_forbids_them() {
        qputenv("PENNYDROP_ALLOW_CORE_DUMPS", "yes");  // only 1 counts
        QVERIFY(platform::forbid_core_files());
        QVERIFY(platform::forbid_memory_dumps());
        if (!kIsRelease) {
            QSKIP("dumps are forbidden in release builds only");
        }
        QCOMPARE(core_limit(), rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }
};

QTEST_APPLESS_MAIN(TestProcess)
#include "tst_process.moc"
