// SPDX-License-Identifier: Apache-2.0
#include "prompt_words.h"

#include <QStringList>

#include <algorithm>

#include "journal/prompt_set_store.h"

namespace pennydrop::app {

QString PromptWords::what_is_wrong(const PromptFileFault& fault) {
    using What = PromptFileFault::What;
    const QString place = QString::fromStdString(fault.place);
    switch (fault.what) {
        case What::kTooLarge:
            return tr("This file is larger than %1 KB.").arg(kMaxPromptFileBytes / 1024);
        case What::kNotJson:
            return tr("This file is not JSON: it breaks off in line %1, column %2.").arg(fault.line).arg(fault.column);
        case What::kTooDeep:
            //: %1: a place in a file, "/questions/2". Also in those below.
            return tr("There is more inside %1 than a set of questions has.").arg(place);
        case What::kDuplicateKey:
            return tr("The same name stands twice: %1.").arg(place);
        case What::kNotPrompts:
            return tr("This is not a file with questions for Pennydrop.");
        case What::kNewerVersion:
            return tr("This file was made for a later Pennydrop.");
        case What::kUnknownKey:
            return tr("Pennydrop does not know this name: %1.").arg(place);
        case What::kMissingKey:
            return tr("Something is missing: %1.").arg(place);
        case What::kWrongType:
            return tr("Another sort of value belongs here: %1.").arg(place);
        case What::kBadId:
            return tr("An id has small letters, digits and single hyphens, at most %1 of them: %2.")
                .arg(kMostPromptIdBytes)
                .arg(place);
        case What::kDuplicateId:
            return tr("Two questions have the same id: %1.").arg(place);
        case What::kBadKind:
            return tr("A kind is setback, light-bulb or barrier, each at most once: %1.").arg(place);
        case What::kBadLanguage:
            return tr("A language has two or three small letters: %1.").arg(place);
        case What::kLanguagesDiffer:
            return tr("A question is not in the same languages as the name of the set: %1.").arg(place);
        case What::kBadText:
            return tr("A text is empty, too long, longer than a line, or has characters that do not show: %1.")
                .arg(place);
        case What::kNoQuestions:
            return tr("There is no question in this file.");
        case What::kTooManyQuestions:
            return tr("There are more than %1 questions in this file.").arg(kMostPromptQuestions);
    }
    return {};
}

QString PromptWords::fault(const PromptFileFault& fault) {
    return what_is_wrong(fault) + u' ' + tr("Nothing was changed.");
}

QString PromptWords::not_kept(ErrorCode code) {
    switch (code) {
        case ErrorCode::kInvalid:
            return tr("The id of this set belongs to Pennydrop itself. Nothing was changed. Give the set another id.");
        case ErrorCode::kFull:
            return tr("You have %1 sets already. Nothing was changed. Remove one you do not need, then try again.")
                .arg(kMostOwnPromptSets);
        case ErrorCode::kNotFound:
            return tr("This file could not be read. Nothing was changed. Choose another file.");
        default:
            return tr(
                "That could not be kept. Nothing was changed. Make sure that there is free space on this device, "
                "then try again.");
    }
}

QString PromptWords::advice(const std::vector<PromptAdvice>& advice) {
    QStringList sentences;
    if (std::ranges::any_of(advice, [](const PromptAdvice& one) { return one.what == PromptAdvice::What::kLong; })) {
        sentences += tr("Some of its questions are longer than %1 words; a tired person reads short ones.")
                         .arg(kGoodPromptWords);
    }
    if (std::ranges::any_of(advice, [](const PromptAdvice& one) { return one.what == PromptAdvice::What::kAsksWho; })) {
        sentences += tr("Some of its questions sound like blame; what and how lead further than who.");
    }
    return sentences.join(u' ');
}

}  // namespace pennydrop::app
