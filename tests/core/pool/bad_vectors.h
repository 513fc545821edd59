// SPDX-License-Identifier: Apache-2.0
// Messages that a reader must refuse, each with the error; and the season they are of.
// Threads: one.
#pragma once

#include <QtCore/QJsonObject>

namespace pennydrop::pool::testing {

[[nodiscard]] QJsonObject bad_vectors();

}  // namespace pennydrop::pool::testing
