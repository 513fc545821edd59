// SPDX-License-Identifier: Apache-2.0
#include "recovery_group.h"

#include <QRandomGenerator>

#include <cstddef>

#include "private_text.h"
#include "vault/recovery_code.h"

namespace pennydrop::app {

namespace {

QString as_written(const QString& typed) {
    QString plain;
    plain.reserve(typed.size());
    for (const QChar letter : typed) {
        if (letter.isSpace() || letter == u'-') {
            continue;
        }
        const QChar upper = letter.toUpper();
        plain += upper == u'O' ? QChar(u'0') : (upper == u'I' || upper == u'L') ? QChar(u'1') : upper;
    }
    return plain;
}

}  // namespace

int random_recovery_group() {
    return 1 + QRandomGenerator::system()->bounded(static_cast<int>(RecoveryCode::kGroups));
}

bool is_recovery_group(const SecretBytes& written_code, int group, const QString& typed) {
    if (group < 1 || group > static_cast<int>(RecoveryCode::kGroups) ||
        written_code.size() != RecoveryCode::kWrittenLength) {
        return false;
    }
    const std::size_t begin = static_cast<std::size_t>(group - 1) * (RecoveryCode::kGroupLength + 1);
    const QLatin1StringView wanted(reinterpret_cast<const char*>(written_code.data() + begin),
                                   static_cast<qsizetype>(RecoveryCode::kGroupLength));
    QString plain = as_written(typed);
    const bool same = plain == wanted;
    wipe(plain);
    return same;
}

}  // namespace pennydrop::app
