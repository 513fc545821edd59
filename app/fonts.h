// SPDX-License-Identifier: Apache-2.0
// The fonts everything is written in. Named one by one, because the default fallback shows emoji without colour and
// Urdu with broken joins.
// Threads: GUI thread.
#pragma once

#include <QFont>

namespace pennydrop::app {

/// `base` with our families; its size and weight stay. Where none of them is installed the system's own font is used.
[[nodiscard]] QFont with_our_families(QFont base);

}  // namespace pennydrop::app
