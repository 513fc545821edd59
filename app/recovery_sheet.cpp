// SPDX-License-Identifier: Apache-2.0
#include "recovery_sheet.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringList>

#include <cmath>

#include "private_text.h"

namespace pennydrop::app {

namespace {

class RecoverySheet {
    Q_DECLARE_TR_FUNCTIONS(RecoverySheet)

public:
    static QString title() { return tr("Pennydrop recovery code"); }
    static QStringList paragraphs(const QString& journal_name, QDate made) {
        return {
            tr("This code opens the journal “%1”, made on %2, when its passphrase is forgotten.")
                .arg(journal_name, QLocale().toString(made, QLocale::LongFormat)),
            tr("Whoever holds this sheet and the device can read the journal. Keep it where you keep a passport: at "
               "home, "
               "away from the device, and not in a shared printer's tray."),
            tr("To use it: start Pennydrop, choose “Use the recovery code”, type the code, then choose a new "
               "passphrase. "
               "Capital and "
               "small letters, spaces and hyphens make no difference. It contains no letter O, I, L or U."),
            tr("Nobody else has a copy, and nobody can make a new one from outside the journal. Delete the file once "
               "it is printed."),
        };
    }
    static QString file_name() { return tr("Pennydrop recovery code"); }
};

/// Draws down a page, in units of a point.
class Page {
public:
    explicit Page(QPdfWriter& writer) : painter_(&writer) {
        const qreal unit = writer.resolution() / 72.0;
        painter_.scale(unit, unit);
        width_ = writer.width() / unit;
    }

    void text(const QString& text, int points, QFont::Weight weight, qreal space_below) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(points);  // the painter's unit is a point
        font.setWeight(weight);
        draw(font, text, space_below, Qt::AlignLeading | Qt::TextWordWrap);
    }

    void code(const QString& code) {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(kCodePoints);
        font.setWeight(QFont::Bold);
        painter_.drawRoundedRect(QRectF(0, y_, width_, kCodeBox), kRadius, kRadius);
        painter_.setFont(font);
        painter_.drawText(QRectF(0, y_, width_, kCodeBox), Qt::AlignCenter, code);
        y_ += kCodeBox + kGap;
    }

    [[nodiscard]] bool end() { return painter_.end(); }

private:
    static constexpr int kCodePoints = 26;
    static constexpr qreal kCodeBox = 72;
    static constexpr qreal kRadius = 8;
    static constexpr qreal kGap = 28;
    static constexpr qreal kPageLength = 10000;

    void draw(const QFont& font, const QString& text, qreal space_below, int flags) {
        painter_.setFont(font);
        QRectF used;
        painter_.drawText(QRectF(0, y_, width_, kPageLength), flags, text, &used);
        y_ += std::ceil(used.height()) + space_below;
    }

    QPainter painter_;
    qreal width_{0};
    qreal y_{0};
};

bool draw_sheet(QIODevice& device, const SecretBytes& written_code, const QString& journal_name, QDate made) {
    QPdfWriter writer(&device);
    writer.setTitle(RecoverySheet::title());
    writer.setCreator(QStringLiteral("Pennydrop"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout::Millimeter);
    Page page(writer);
    page.text(RecoverySheet::title(), 24, QFont::DemiBold, 24);
    QString code = QString::fromLatin1(reinterpret_cast<const char*>(written_code.data()),
                                       static_cast<qsizetype>(written_code.size()));
    page.code(code);
    wipe(code);
    for (const QString& paragraph : RecoverySheet::paragraphs(journal_name, made)) {
        page.text(paragraph, 12, QFont::Normal, 12);
    }
    return page.end();
}

ErrorCode code_of(QFileDevice::FileError error) {
    switch (error) {
        case QFileDevice::PermissionsError:
        case QFileDevice::OpenError:
            return ErrorCode::kPermission;
        case QFileDevice::ResourceError:
        case QFileDevice::WriteError:
            return ErrorCode::kDiskFull;
        default:
            return ErrorCode::kIo;
    }
}

}  // namespace

Status save_recovery_sheet(const QUrl& file, const SecretBytes& written_code, const QString& journal_name, QDate made) {
    if (!file.isLocalFile()) {
        return fail(ErrorCode::kInvalid, "not a local file");
    }
    QSaveFile sheet(file.toLocalFile());
    if (!sheet.open(QIODevice::WriteOnly)) {
        return fail(code_of(sheet.error()), "open the recovery sheet");
    }
    sheet.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!draw_sheet(sheet, written_code, journal_name, made) || sheet.error() != QFileDevice::NoError) {
        return fail(code_of(sheet.error()), "write the recovery sheet");
    }
    if (!sheet.commit()) {
        return fail(code_of(sheet.error()), "save the recovery sheet");
    }
    return {};
}

QUrl suggested_recovery_sheet() {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDir folder = documents.exists() ? documents : QDir::home();
    const QString name = RecoverySheet::file_name();
    QString path = folder.filePath(name + QStringLiteral(".pdf"));
    for (int number = 2; QFile::exists(path); ++number) {
        path = folder.filePath(QStringLiteral("%1 %2.pdf").arg(name).arg(number));
    }
    return QUrl::fromLocalFile(path);
}

}  // namespace pennydrop::app
