// SPDX-License-Identifier: Apache-2.0
// Test vectors as JSON: bytes in hexadecimal.
// Threads: one.
#pragma once

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <string_view>

#include "pool/types.h"

namespace pennydrop::pool::testing {

inline QString hex(ByteView bytes) {
    return QString::fromLatin1(
        QByteArray{reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())}.toHex());
}

inline Bytes unhex(const QJsonValue& value) {
    const QByteArray raw = QByteArray::fromHex(value.toString().toLatin1());
    return {raw.begin(), raw.end()};
}

inline QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline QJsonObject read_vectors(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

inline bool write_vectors(const QString& path, const QJsonObject& object) {
    QFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument{object}.toJson()) > 0;
}

}  // namespace pennydrop::pool::testing
