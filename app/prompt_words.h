// SPDX-License-Identifier: Apache-2.0
// What is said of a file with questions: what is wrong with it, or what could be better.
// Threads: pure functions, GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "base/result.h"
#include "exchange/prompt_set_file.h"

namespace pennydrop::app {

class PromptWords final {
    Q_DECLARE_TR_FUNCTIONS(PromptWords)

public:
    /// What is wrong, and that nothing was changed.
    [[nodiscard]] static QString fault(const PromptFileFault& fault);
    /// Why a set could not be kept in the journal, and that nothing was changed.
    [[nodiscard]] static QString not_kept(ErrorCode code);
    /// "" when there is none.
    [[nodiscard]] static QString advice(const std::vector<PromptAdvice>& advice);

private:
    [[nodiscard]] static QString what_is_wrong(const PromptFileFault& fault);
};

}  // namespace pennydrop::app
