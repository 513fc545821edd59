// SPDX-License-Identifier: Apache-2.0
// Loads the person's language.
// Threads: GUI thread.
#pragma once

#include <QTranslator>

namespace pennydrop::app {

/// Keeps the translations installed as long as it lives.
class Translation final {
public:
    /// English first, for its plurals; over it the language of the system, where we have it.
    Translation();

private:
    QTranslator english_;
    QTranslator own_;
};

}  // namespace pennydrop::app
