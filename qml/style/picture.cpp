// SPDX-License-Identifier: Apache-2.0
#include "picture.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace pennydrop::style {
namespace {

QRectF in_the_middle_of(const QRectF& room, const QSizeF& size) {
    return {room.x() + (room.width() - size.width()) / 2, room.y() + (room.height() - size.height()) / 2, size.width(),
            size.height()};
}

}  // namespace

Picture::Picture(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

void Picture::setImage(const QVariant& image) {
    image_ = image.value<QImage>();
    is_fresh_ = true;
    setImplicitSize(image_.width(), image_.height());
    update();
    emit imageChanged();
}

void Picture::setCrops(bool crops) {
    if (crops != crops_) {
        crops_ = crops;
        update();
        emit cropsChanged();
    }
}

QSGNode* Picture::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    auto* node = static_cast<QSGImageNode*>(old);
    const QRectF room = boundingRect();
    if (image_.isNull() || room.isEmpty()) {
        delete node;
        is_fresh_ = true;
        return nullptr;
    }
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        is_fresh_ = true;
    }
    if (is_fresh_) {
        node->setTexture(window()->createTextureFromImage(image_));
        is_fresh_ = false;
    }
    const QSizeF size = image_.size();
    if (crops_) {
        node->setRect(room);
        node->setSourceRect(in_the_middle_of(QRectF({}, size), room.size().scaled(size, Qt::KeepAspectRatio)));
    } else {
        node->setRect(in_the_middle_of(room, size.scaled(room.size(), Qt::KeepAspectRatio)));
        node->setSourceRect(QRectF({}, size));
    }
    return node;
}

void Picture::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    update();
}

}  // namespace pennydrop::style
