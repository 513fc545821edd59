// SPDX-License-Identifier: Apache-2.0
#include "picture_viewer.h"

#include <utility>

#include "file_words.h"

namespace pennydrop::app {

PictureViewer::PictureViewer(JournalService& service, QObject* parent) : QObject(parent), service_(service) {
    connect(&service, &JournalService::closing, this, &PictureViewer::close);
}

void PictureViewer::show(qint64 id, const QString& name) {
    if (!service_.is_open()) {
        return;
    }
    close();
    wanted_ = AttachmentId{id};
    name_ = name;
    emit changed();
    service_.ask(
        this,
        [id = wanted_](Journal& journal) -> Result<PrivateBytes> {
            auto bytes = journal.attachments().bytes_of(id);
            if (!bytes) {
                return pass_on(bytes);
            }
            return PrivateBytes{std::move(*bytes)};
        },
        [this, round = round_](Result<PrivateBytes> bytes) {
            if (round != round_) {
                return;
            }
            if (bytes) {
                decode(std::move(*bytes));
            } else {
                message_ = FileWords::unreadable(bytes.error().code, name_);
                emit changed();
            }
        });
}

void PictureViewer::decode(PrivateBytes bytes) {
    service_.decode(this, std::move(bytes), kShownSide, [this, round = round_](const QImage& picture) {
        if (round == round_) {
            show_or_tell(picture);
        }
    });
}

void PictureViewer::show_or_tell(const QImage& picture) {
    if (picture.isNull()) {
        message_ = FileWords::unreadable(ErrorCode::kDamaged, name_);
    } else {
        picture_ = picture;
    }
    emit changed();
}

void PictureViewer::close() {
    if (!shown()) {
        return;
    }
    ++round_;
    wanted_ = {};
    picture_ = {};
    name_.clear();
    message_.clear();
    emit changed();
}

}  // namespace pennydrop::app
