// SPDX-License-Identifier: Apache-2.0
// The files of tests/vectors/vault give the outcomes written beside them. check.py there asks the same of an
// independent reader.
#include <QtTest/QTest>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>

#include <filesystem>

#include "journal/journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "vault/drop_box.h"
#include "vault/vault.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder{PENNYDROP_VAULT_VECTORS};

QJsonObject outcomes() {
    QFile file{QString::fromStdString((kFolder / "outcomes.json").string())};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Opens and reads everything: the number of rows, or the error's name.
QString outcome_of(Result<std::unique_ptr<Vault>> vault) {
    if (!vault) {
        return QString::fromStdString(std::string{error_name(vault.error().code)});
    }
    const auto whole = dump((*vault)->database().handle());
    if (!whole) {
        return QString::fromStdString(std::string{error_name(whole.error().code)});
    }
    return QString::fromStdString(ask_sql((*vault)->database().handle(), "SELECT count(*) FROM note"));
}

}  // namespace

class TestVaultVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_are_right_data();
    void outcomes_are_right();
    void drop_boxes_hold_what_they_say_data();
    void drop_boxes_hold_what_they_say();
    void the_recovery_code_opens();
    void the_device_secret_opens();
};

void TestVaultVectors::outcomes_are_right_data() {
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("outcome");
    const QJsonObject all = outcomes();
    const QJsonArray files = all["files"].toArray();
    QVERIFY(files.size() > 20);
    for (const auto& value : files) {
        const QJsonObject file = value.toObject();
        const QString outcome =
            file.contains("rows") ? QString::number(file["rows"].toInt()) : file["outcome"].toString();
        QTest::newRow(qPrintable(file["name"].toString()))
            << file["passphrase"].toString(all["passphrase"].toString()) << outcome;
    }
}

void TestVaultVectors::outcomes_are_right() {
    QFETCH(QString, passphrase);
    QFETCH(QString, outcome);
    const QTemporaryDir folder;
    const std::string name = std::string{QTest::currentDataTag()} + ".pennydrop";
    const fs::path path = fs::path{folder.path().toStdString()} / name;
    write_file(path, read_file(kFolder / name));
    if (fs::exists(kFolder / (name + "-wal"))) {
        write_file(path.string() + "-wal", read_file(kFolder / (name + "-wal")));
    }
    QCOMPARE(outcome_of(Vault::open(path, secret(passphrase.toStdString()), {})), outcome);
}

void TestVaultVectors::drop_boxes_hold_what_they_say_data() {
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<int>("unreadable");
    int boxes = 0;
    for (const auto& value : outcomes()["files"].toArray()) {
        const QJsonObject file = value.toObject();
        if (file.contains("drops")) {
            QTest::newRow(qPrintable(file["name"].toString()))
                << file["drops"].toVariant().toStringList() << file["unreadable"].toInt();
            ++boxes;
        }
    }
    QVERIFY(boxes >= 10);
}

void TestVaultVectors::drop_boxes_hold_what_they_say() {
    QFETCH(QStringList, texts);
    QFETCH(int, unreadable);
    const QTemporaryDir folder;
    const std::string name = std::string{QTest::currentDataTag()} + ".pennydrop";
    const fs::path path = fs::path{folder.path().toStdString()} / name;
    write_file(path, read_file(kFolder / name));
    write_file(drop_box_path(path), read_file(drop_box_path(kFolder / name)));
    auto vault = Vault::open(path, secret(outcomes()["passphrase"].toString().toStdString()), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    const auto merged = (*journal)->merge_drop_box(Timestamp{1});
    CHECK_OK(merged);
    QVERIFY(!merged->not_emptied);
    QCOMPARE(merged->unreadable, static_cast<std::size_t>(unreadable));
    // All at the same time: the newest row comes first.
    const auto page = (*journal)->entries().page({}, 100);
    CHECK_OK(page);
    QStringList found;
    for (const auto& summary : *page) {
        const auto entry = (*journal)->entries().find(summary.id);
        CHECK_OK(entry);
        found.prepend(QString::fromStdString(entry->content.text));
    }
    QCOMPARE(found, texts);
}

void TestVaultVectors::the_recovery_code_opens() {
    const auto code = RecoveryCode::parse(outcomes()["recovery_code"].toString().toStdString());
    CHECK_OK(code);
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "good.pennydrop";
    write_file(path, read_file(kFolder / "good.pennydrop"));
    QCOMPARE(outcome_of(Vault::open_with_recovery(path, *code, {})), QString{"2"});
}

void TestVaultVectors::the_device_secret_opens() {
    const QByteArray device = QByteArray::fromHex(outcomes()["device_secret"].toString().toLatin1());
    QCOMPARE(device.size(), static_cast<qsizetype>(kDeviceSecretBytes));
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "device-slots.pennydrop";
    write_file(path, read_file(kFolder / "device-slots.pennydrop"));
    QCOMPARE(outcome_of(Vault::open_with_device(path, secret(device.toStdString()), {})), QString{"2"});
}

QTEST_APPLESS_MAIN(TestVaultVectors)
#include "tst_vault_vectors.moc"
