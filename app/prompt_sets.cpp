// SPDX-License-Identifier: Apache-2.0
#include "prompt_sets.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "exchange/prompt_set_file.h"

namespace pennydrop::app {
namespace {

constexpr std::array kFiles{"setback", "light-bulb", "barrier", "what-so-what", "gibbs", "after-action", "excellence"};

QString in_program_language(const std::vector<PromptText>& texts) {
    const std::string_view text = prompt_text_in(texts, program_language());
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

PromptSet load(const char* name) {
    QFile file(QStringLiteral(":/pennydrop/prompts/sets/%1.json").arg(QLatin1String(name)));
    const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    auto read = read_prompt_set(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    if (!read) {
        Q_ASSERT_X(false, "prompts", "a built-in set of questions is missing or breaks the format");
        return {};
    }
    return std::move(read->set);
}

}  // namespace

const std::vector<PromptSet>& built_in_prompt_sets() {
    static const std::vector<PromptSet> sets = [] {
        std::vector<PromptSet> all;
        std::ranges::transform(kFiles, std::back_inserter(all), load);
        return all;
    }();
    return sets;
}

const PromptSet& default_prompt_set(EntryKind kind) {
    const auto& sets = built_in_prompt_sets();
    switch (kind) {
        case EntryKind::kSetback:
            return sets[0];
        case EntryKind::kLightBulb:
            return sets[1];
        case EntryKind::kBarrier:
            return sets[2];
    }
    return sets[0];
}

std::string program_language() {
    const QLocale locale;
    if (locale.language() == QLocale::C) {
        return "en";  // what the program speaks where nothing else is asked for
    }
    return locale.name().section(u'_', 0, 0).toStdString();
}

QString name_of(const PromptSet& set) {
    return in_program_language(set.name);
}

QStringList questions_of(const PromptSet& set) {
    QStringList questions;
    for (const PromptQuestion& question : set.questions) {
        questions += in_program_language(question.text);
    }
    return questions;
}

}  // namespace pennydrop::app
