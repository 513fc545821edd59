// SPDX-License-Identifier: Apache-2.0
// Promises of picture.h: what a picture tells beside itself is gone before it is kept, it stands upright, its thumbnail
// is small, and what is no picture is never drawn.
#include <QTest>

#include <cstdlib>
#include <vector>

#include "journal/attachment.h"
#include "picture.h"
#include "pictures.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

PreparedFile prepared(const QByteArray& bytes, const QString& name) {
    return prepare_file(PrivateBytes{std::vector<std::uint8_t>(bytes.cbegin(), bytes.cend())}, name);
}

QByteArray kept_bytes(const PreparedFile& file) {
    const auto bytes = file.bytes.span();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

bool is_near(const QColor& seen, const QColor& wanted) {
    constexpr int kNear = 60;
    return std::abs(seen.red() - wanted.red()) < kNear && std::abs(seen.blue() - wanted.blue()) < kNear;
}

}  // namespace

class PictureTest : public QObject {
    Q_OBJECT

private slots:
    void a_photo_loses_what_it_tells_data();
    void a_photo_loses_what_it_tells();
    void a_photo_stands_upright_data();
    void a_photo_stands_upright();
    void a_picture_that_cannot_be_stripped_is_drawn_anew();
    void a_webp_is_stripped_whether_it_can_be_drawn_or_not();
    void what_cannot_be_drawn_still_loses_what_it_tells_data();
    void what_cannot_be_drawn_still_loses_what_it_tells();
    void what_is_no_picture_is_kept_as_it_is_data();
    void what_is_no_picture_is_kept_as_it_is();
    void a_picture_is_shown_no_larger_than_asked();
};

void PictureTest::a_photo_loses_what_it_tells_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("JPEG") << jpeg() << QByteArray("image/jpeg");
    QTest::newRow("PNG") << png() << QByteArray("image/png");
    QTest::newRow("PNG called otherwise") << png() << QByteArray("image/png");
}

void PictureTest::a_photo_loses_what_it_tells() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QVERIFY(bytes.contains(kPlace));
    const PreparedFile file = prepared(bytes, QStringLiteral("holiday.txt"));
    QVERIFY(file.kept == PreparedFile::Kept::kPicture);
    QCOMPARE(QByteArray::fromStdString(file.media_type), type);
    QVERIFY(!kept_bytes(file).contains(kPlace));
    QVERIFY(file.thumbnail.size() > 0);
    QVERIFY(file.thumbnail.size() <= kMaxThumbnailBytes);
    const QImage thumbnail = read_picture(file.thumbnail.span(), kThumbnailSide);
    QCOMPARE(thumbnail.size(), QSize(256, 192));
    QVERIFY(is_near(thumbnail.pixelColor(128, 20), Qt::red));
    QVERIFY(is_near(thumbnail.pixelColor(128, 170), Qt::blue));
}

void PictureTest::a_photo_stands_upright_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JPEG") << jpeg({640, 480}, 6);
    QTest::newRow("PNG") << png({640, 480}, 6);
}

void PictureTest::a_photo_stands_upright() {
    QFETCH(QByteArray, bytes);
    const PreparedFile file = prepared(bytes, QStringLiteral("upright"));
    QVERIFY(file.kept == PreparedFile::Kept::kPicture);
    QVERIFY(!kept_bytes(file).contains(kPlace));
    for (const QImage& image :
         {read_picture(file.bytes.span(), kShownSide), read_picture(file.thumbnail.span(), 256)}) {
        QVERIFY(image.height() > image.width());
        // A quarter turn clockwise: what was above is at the right.
        QVERIFY(is_near(image.pixelColor(image.width() - 10, image.height() / 2), Qt::red));
        QVERIFY(is_near(image.pixelColor(10, image.height() / 2), Qt::blue));
    }
}

void PictureTest::a_picture_that_cannot_be_stripped_is_drawn_anew() {
    // A chunk that says it is longer than the file: what is after it cannot be trusted.
    QByteArray bytes = png();
    bytes.chop(12);
    const PreparedFile file = prepared(bytes, QStringLiteral("cut.png"));
    QVERIFY(!kept_bytes(file).contains(kPlace) || file.kept == PreparedFile::Kept::kNotAPicture);
    if (file.kept == PreparedFile::Kept::kPicture) {
        QCOMPARE(read_picture(file.bytes.span(), 0).size(), QSize(640, 480));
    }
}

void PictureTest::a_webp_is_stripped_whether_it_can_be_drawn_or_not() {
    const PreparedFile file = prepared(
        QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"), QStringLiteral("a"));
    QVERIFY(file.kept == PreparedFile::Kept::kPicture);
    QCOMPARE(file.media_type, std::string("image/webp"));
}

void PictureTest::what_cannot_be_drawn_still_loses_what_it_tells_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto with_place = [](QByteArray bytes, int orientation) {
        return bytes.insert(kPngHead, png_chunk("eXIf", exif(orientation)));
    };
    QTest::newRow("too large to read") << with_place(huge_png(25'000), 1);
    QTest::newRow("far too large") << with_place(huge_png(2'000'000'000), 1);
    QTest::newRow("askew") << with_place(huge_png(25'000), 6);
    // A way of compressing that nobody reads: lossless, arithmetic.
    QByteArray photo = jpeg();
    photo[photo.indexOf("\xff\xc0") + 1] = '\xcb';
    QTest::newRow("JPEG of a rare kind") << photo;
}

void PictureTest::what_cannot_be_drawn_still_loses_what_it_tells() {
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.contains(kPlace));
    const PreparedFile file = prepared(bytes, QStringLiteral("photo.jpg"));
    QVERIFY(file.kept == PreparedFile::Kept::kFile);
    QVERIFY(file.bytes.size() > 0);
    QVERIFY(!kept_bytes(file).contains(kPlace));
    QCOMPARE(file.thumbnail.size(), 0U);
    QVERIFY(!is_picture_type(file.media_type));
}

void PictureTest::what_is_no_picture_is_kept_as_it_is_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("named_so");
    QTest::newRow("letter") << QByteArray("%PDF-1.4") << QStringLiteral("letter.pdf") << false;
    QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing") << false;
    QTest::newRow("text named as a photo") << QByteArray("words") << QStringLiteral("photo.JPG") << true;
    QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                         << QStringLiteral("drawing.svg") << true;
    QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0;") << QStringLiteral("moves.gif") << true;
    QTest::newRow("half a photo") << jpeg().left(300) << QStringLiteral("half.jpg") << true;
}

void PictureTest::what_is_no_picture_is_kept_as_it_is() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(bool, named_so);
    const PreparedFile file = prepared(bytes, name);
    QVERIFY(file.kept == (named_so ? PreparedFile::Kept::kNotAPicture : PreparedFile::Kept::kFile));
    QCOMPARE(kept_bytes(file), bytes);
    QCOMPARE(file.thumbnail.size(), 0U);
    QVERIFY(is_media_type(file.media_type));
    QVERIFY(!is_picture_type(file.media_type));
}

void PictureTest::a_picture_is_shown_no_larger_than_asked() {
    const PreparedFile file = prepared(jpeg({1200, 300}), QStringLiteral("wide.jpg"));
    QCOMPARE(read_picture(file.bytes.span(), 600).size(), QSize(600, 150));
    QCOMPARE(read_picture(file.bytes.span(), kShownSide).size(), QSize(1200, 300));
    QVERIFY(read_picture({}, 600).isNull());
}

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
