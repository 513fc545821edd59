// SPDX-License-Identifier: Apache-2.0
#include "secret_text.h"

#include <QStringEncoder>

#include "private_text.h"

namespace pennydrop::app {

SecretBytes secret_from(const QString& text) {
    QString composed = text.normalized(QString::NormalizationForm_C);
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    SecretBytes buffer{static_cast<std::size_t>(encoder.requiredSpace(composed.size()))};
    char* const begin = reinterpret_cast<char*>(buffer.data());
    const char* const end = encoder.appendToBuffer(begin, composed);
    auto secret = SecretBytes::copy_of(buffer.span().first(static_cast<std::size_t>(end - begin)));
    wipe(composed);
    return secret;
}

}  // namespace pennydrop::app
