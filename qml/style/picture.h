// SPDX-License-Identifier: Apache-2.0
// Draws an image that lies in memory, as large as fits. Qt's own Image loads by address and keeps what it has loaded in
// a cache that is not ours to empty; this keeps nothing but the image it shows and what the scene graph made of it, and
// both go when it is given another or is destroyed.
// Threads: GUI thread; updatePaintNode() runs on the render thread while that waits.
#pragma once

#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QVariant>

namespace pennydrop::style {

// QML derives from what it makes: not final.
class Picture : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// A QImage, which QML has no name for. Anything else is no image.
    Q_PROPERTY(QVariant image READ image WRITE setImage NOTIFY imageChanged FINAL)
    /// Fills its room and cuts off what stands over, instead of showing all.
    Q_PROPERTY(bool crops READ crops WRITE setCrops NOTIFY cropsChanged FINAL)

public:
    explicit Picture(QQuickItem* parent = nullptr);

    [[nodiscard]] QVariant image() const { return image_; }
    void setImage(const QVariant& image);
    [[nodiscard]] bool crops() const noexcept { return crops_; }
    void setCrops(bool crops);

signals:
    void imageChanged();
    void cropsChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    QImage image_;
    bool crops_{false};
    bool is_fresh_{false};  ///< The scene graph has another one, or none.
};

}  // namespace pennydrop::style
