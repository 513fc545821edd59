// SPDX-License-Identifier: Apache-2.0
// The page with the recovery code, and asking a group of it back.
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

#include "recovery_group.h"
#include "recovery_sheet.h"
#include "vault/recovery_code.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

SecretBytes code_of(const char* text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text);
    return SecretBytes::copy_of({bytes, std::strlen(text)});
}

Status save(const QString& path) {
    return save_recovery_sheet(QUrl::fromLocalFile(path), code_of("ABCDEFG-HJKMNPQ-RSTVWX0"), QStringLiteral("my work"),
                               QDate(2025, 11, 22));
}

}  // namespace

class TestRecoverySheet : public QObject {
    Q_OBJECT

private slots:
    void is_one_page_for_its_owner_only() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
        QVERIFY(save(path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFileInfo(path).permissions() & others, QFileDevice::Permissions{});
    }

    void an_older_sheet_is_replaced_whole() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(QByteArray(1'000'000, 'x'));
        old.close();
        QVERIFY(save(path).has_value());
        QVERIFY(QFileInfo(path).size() < 500'000);
    }

    void a_place_that_cannot_be_written_is_an_error() {
        const auto saved = save(QStringLiteral("/nonexistent/folder/sheet.pdf"));
        QVERIFY(!saved.has_value());
        QVERIFY(!QFile::exists(QStringLiteral("/nonexistent")));
        const auto remote =
            save_recovery_sheet(QUrl(QStringLiteral("https://example.org/sheet.pdf")), code_of("x"), {}, {});
        QVERIFY(!remote.has_value());
        QCOMPARE(remote.error().code, ErrorCode::kInvalid);
    }

    void a_group_is_recognised_as_a_person_types_it_data() {
        QTest::addColumn<int>("group");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("right");
        QTest::newRow("first") << 1 << "ABCDEFG" << true;
        QTest::newRow("second") << 2 << "HJKMNPQ" << true;
        QTest::newRow("last") << 3 << "RST1WX0" << true;
        QTest::newRow("small letters") << 1 << "abcdefg" << true;
        QTest::newRow("spaces and hyphens") << 1 << " abc-def g " << true;
        QTest::newRow("letters that look like digits") << 3 << "RSTiWXo" << true;
        QTest::newRow("another group") << 1 << "HJKMNPQ" << false;
        QTest::newRow("too short") << 1 << "ABCDEF" << false;
        QTest::newRow("too long") << 1 << "ABCDEFGH" << false;
        QTest::newRow("nothing") << 1 << "" << false;
        QTest::newRow("no such group") << 4 << "" << false;
        QTest::newRow("group zero") << 0 << "ABCDEFG" << false;
    }

    void a_group_is_recognised_as_a_person_types_it() {
        QFETCH(int, group);
        QFETCH(QString, typed);
        QFETCH(bool, right);
        QCOMPARE(is_recovery_group(code_of("ABCDEFG-HJKMNPQ-RST1WX0"), group, typed), right);
    }

    void every_group_is_asked_sometimes() {
        QSet<int> asked;
        for (int i = 0; i < 200; ++i) {
            asked += random_recovery_group();
        }
        QCOMPARE(asked, (QSet<int>{1, 2, 3}));
    }

    void groups_fit_the_real_code() {
        const auto written = RecoveryCode::random().written();
        const QStringList groups =
            QString::fromLatin1(reinterpret_cast<const char*>(written.data()), static_cast<qsizetype>(written.size()))
                .split(u'-');
        for (int group = 1; group <= 3; ++group) {
            QVERIFY(is_recovery_group(written, group, groups.value(group - 1)));
        }
    }
};

QTEST_MAIN(TestRecoverySheet)
#include "tst_recovery_sheet.moc"
