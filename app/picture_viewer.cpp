// SPDX-License-Identifier: Apache-2.0
#include "picture_viewer.h"

#include <utility>

#include "file_words.h"
#include "picture.h"

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
        [id = wanted_](Journal& journal) -> Result<QImage> {
            auto bytes = journal.attachments().bytes_of(id);
            if (!bytes) {
                return pass_on(bytes);
            }
            const PrivateBytes file{std::move(*bytes)};
            return read_picture(file.span(), kShownSide);
        },
        [this, id = wanted_](const Result<QImage>& picture) {
            if (id != wanted_) {
                return;
            }
            if (!picture) {
                message_ = FileWords::unreadable(picture.error().code, name_);
            } else if (picture->isNull()) {
                message_ = FileWords::unreadable(ErrorCode::kDamaged, name_);
            } else {
                picture_ = *picture;
            }
            emit changed();
        });
}

void PictureViewer::close() {
    if (!shown()) {
        return;
    }
    wanted_ = {};
    picture_ = {};
    name_.clear();
    message_.clear();
    emit changed();
}

}  // namespace pennydrop::app
