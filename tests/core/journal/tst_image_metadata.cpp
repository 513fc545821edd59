// SPDX-License-Identifier: Apache-2.0
// Photos without metadata: nothing of it is left, the picture's own parts are, and what is not exactly a picture is
// refused, wherever it was cut or altered.
#include <QtTest/QTest>

#include <filesystem>
#include <sstream>
#include <string>

#include "journal/image_metadata.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

const fs::path kVectors{PENNYDROP_IMAGE_VECTORS};

std::string as_text(const std::vector<std::uint8_t>& bytes) {
    return {bytes.begin(), bytes.end()};
}

}  // namespace

class TestImageMetadata : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void every_vector_is_listed();
    void the_picture_is_untouched();
    void the_profile_stays();
    void a_turned_jpeg_says_so();
    void formats();
    void any_cut();
    void any_change();
};

void TestImageMetadata::vectors_data() {
    QTest::addColumn<std::string>("file");
    QTest::addColumn<int>("orientation");
    std::istringstream lines{as_text(read_file(kVectors / "outcomes.txt"))};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('#')) {
            std::istringstream words{line};
            std::string file;
            std::string outcome;
            int orientation = 0;  // refused
            words >> file >> outcome >> orientation;
            QTest::newRow(file.c_str()) << file << orientation;
        }
    }
}

void TestImageMetadata::vectors() {
    QFETCH(std::string, file);
    QFETCH(int, orientation);
    const Bytes bytes = read_file(kVectors / file);
    const auto stripped = strip_image_metadata(bytes);
    if (orientation == 0) {
        CHECK_ERROR(stripped, ErrorCode::kInvalid);
        return;
    }
    CHECK_OK(stripped);
    QCOMPARE(stripped->orientation, orientation);
    QVERIFY(!as_text(stripped->bytes).contains("SECRET"));
    QVERIFY(stripped->bytes.size() <= bytes.size() + 2);
    // Nothing more to take out.
    const auto again = strip_image_metadata(stripped->bytes);
    CHECK_OK(again);
    QVERIFY(again->bytes == stripped->bytes);
}

void TestImageMetadata::every_vector_is_listed() {
    const std::string listed = as_text(read_file(kVectors / "outcomes.txt"));
    int files = 0;
    for (const auto& entry : fs::directory_iterator{kVectors}) {
        const std::string name = entry.path().filename().string();
        QVERIFY2(name == "outcomes.txt" || name == "make.py" || listed.contains("\n" + name + " "), name.c_str());
        ++files;
    }
    QVERIFY(files > 35);
}

/// Of files that carry nothing, all is kept.
void TestImageMetadata::the_picture_is_untouched() {
    for (const char* name : {"plain.jpg", "plain.png", "plain.webp", "lossless.webp"}) {
        const Bytes bytes = read_file(kVectors / name);
        const auto stripped = strip_image_metadata(bytes);
        CHECK_OK(stripped);
        QVERIFY2(stripped->bytes == bytes, name);
    }
    // And what is left of a file that carries something is the file that carries nothing.
    const auto plain = as_text(read_file(kVectors / "plain.jpg"));
    for (const char* name : {"xmp-iptc-preview.jpg", "fill-bytes.jpg", "upright.jpg", "jfif-preview.jpg"}) {
        const auto stripped = strip_image_metadata(read_file(kVectors / name));
        CHECK_OK(stripped);
        QVERIFY2(as_text(stripped->bytes) == plain, name);
    }
}

void TestImageMetadata::the_profile_stays() {
    for (const char* name : {"photo.jpg", "tagged.png", "tagged.webp"}) {
        const auto stripped = strip_image_metadata(read_file(kVectors / name));
        CHECK_OK(stripped);
        const std::string text = as_text(stripped->bytes);
        QVERIFY2(text.contains("ICC_PROFILE") || text.contains("iCCP") || text.contains("ICCP"), name);
    }
    const auto animation = strip_image_metadata(read_file(kVectors / "animation.webp"));
    CHECK_OK(animation);
    QVERIFY(as_text(animation->bytes).contains("ANMF"));
}

void TestImageMetadata::a_turned_jpeg_says_so() {
    const auto turned = strip_image_metadata(read_file(kVectors / "progressive.jpg"));
    CHECK_OK(turned);
    QVERIFY(turned->orientation == 8 && turned->says_orientation);
    QCOMPARE(strip_image_metadata(turned->bytes)->orientation, 8);
    const auto upright = strip_image_metadata(read_file(kVectors / "upright.jpg"));
    QVERIFY(upright->orientation == 1 && !upright->says_orientation);
    QVERIFY(!as_text(upright->bytes).contains("Exif"));
    const auto png = strip_image_metadata(read_file(kVectors / "tagged.png"));
    QVERIFY(png->orientation == 3 && !png->says_orientation);
}

void TestImageMetadata::formats() {
    QVERIFY(image_format(read_file(kVectors / "cut.jpg")) == ImageFormat::kJpeg);
    QVERIFY(image_format(read_file(kVectors / "cut.png")) == ImageFormat::kPng);
    QVERIFY(image_format(read_file(kVectors / "cut.webp")) == ImageFormat::kWebp);
    QVERIFY(image_format(read_file(kVectors / "other.gif")) == ImageFormat::kUnknown);
    QVERIFY(image_format({}) == ImageFormat::kUnknown);
}

void TestImageMetadata::any_cut() {
    for (const char* name : {"photo.jpg", "tagged.png", "tagged.webp", "animation.webp"}) {
        const Bytes bytes = read_file(kVectors / name);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
            CHECK_ERROR(strip_image_metadata(cut), ErrorCode::kInvalid);
        }
    }
}

/// Refused, or stripped of all that can be taken out.
void TestImageMetadata::any_change() {
    Random random{2};
    for (const char* name : {"photo.jpg", "progressive.jpg", "tagged.png", "tagged.webp", "animation.webp"}) {
        const Bytes bytes = read_file(kVectors / name);
        for (int round = 0; round < 3000; ++round) {
            Bytes changed = bytes;
            for (std::size_t count = 1 + random.below(4); count > 0; --count) {
                changed[random.below(changed.size())] = static_cast<std::uint8_t>(random.next());
            }
            const auto stripped = strip_image_metadata(changed);
            if (stripped) {
                QVERIFY(stripped->orientation >= 1 && stripped->orientation <= 8);
                const auto again = strip_image_metadata(stripped->bytes);
                CHECK_OK(again);
                QVERIFY(again->bytes == stripped->bytes);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestImageMetadata)
#include "tst_image_metadata.moc"
