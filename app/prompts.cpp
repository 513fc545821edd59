// SPDX-License-Identifier: Apache-2.0
#include "prompts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <initializer_list>

namespace pennydrop::app {
namespace {

constexpr qsizetype kMaxTextCharacters = 200;

bool has_exactly(const QJsonObject& object, std::initializer_list<const char*> names) {
    return object.size() == static_cast<qsizetype>(names.size()) &&
           std::ranges::all_of(names, [&](const char* name) { return object.contains(QLatin1String(name)); });
}

std::optional<EntryKind> kind_from_name(const QString& name) {
    if (name == QLatin1String("setback")) {
        return EntryKind::kSetback;
    }
    if (name == QLatin1String("light-bulb")) {
        return EntryKind::kLightBulb;
    }
    if (name == QLatin1String("barrier")) {
        return EntryKind::kBarrier;
    }
    return std::nullopt;
}

/// A single line of one to kMaxPromptWords words, with single spaces and nothing invisible in it.
bool is_prompt_text(const QString& text) {
    return !text.isEmpty() && text.size() <= kMaxTextCharacters && text == text.simplified() &&
           std::ranges::all_of(text, [](QChar c) { return c.isPrint(); }) &&
           text.count(QLatin1Char(' ')) < kMaxPromptWords;
}

Result<PromptQuestion> parse_question(const QJsonValue& value) {
    static const QRegularExpression id_rule(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    static const QRegularExpression language_rule(QStringLiteral("\\A[a-z]{2,3}\\z"));
    if (!value.isObject() || !has_exactly(value.toObject(), {"id", "text"})) {
        return fail(ErrorCode::kInvalid, "a question holds an id and a text");
    }
    const QJsonObject object = value.toObject();
    PromptQuestion question{object.value(QLatin1String("id")).toString(), {}};
    if (!id_rule.match(question.id).hasMatch()) {
        return fail(ErrorCode::kInvalid, "a question's id");
    }
    const QJsonObject texts = object.value(QLatin1String("text")).toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (!language_rule.match(text.key()).hasMatch() || !is_prompt_text(text.value().toString())) {
            return fail(ErrorCode::kInvalid, "a question's text is a line of at most 15 words");
        }
        question.text.insert(text.key(), text.value().toString());
    }
    if (!question.text.contains(QStringLiteral("en"))) {
        return fail(ErrorCode::kInvalid, "a question without English text");
    }
    return question;
}

PromptSet load_built_in(EntryKind kind, const QString& path) {
    QFile file(path);
    auto set = file.open(QIODevice::ReadOnly) ? parse_prompts(file.readAll())
                                              : Result<PromptSet>(fail(ErrorCode::kNotFound, "built-in prompts"));
    if (!set || set->kind != kind) {
        // Our own mistake; tests/app/tst_prompts reads every file. Without questions the editor simply offers none.
        Q_ASSERT_X(false, "prompts", "a built-in prompt file is missing or breaks the format");
        return PromptSet{kind, {}};
    }
    return std::move(*set);
}

}  // namespace

QStringList PromptSet::in(const QLocale& locale) const {
    const QString language = locale.name().section(QLatin1Char('_'), 0, 0);
    QStringList list;
    for (const auto& question : questions) {
        list.append(question.text.value(language, question.text.value(QStringLiteral("en"))));
    }
    return list;
}

Result<PromptSet> parse_prompts(const QByteArray& json) {
    if (json.size() > kMaxPromptBytes) {
        return fail(ErrorCode::kInvalid, "a prompt file is at most 64 KiB");
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !has_exactly(document.object(), {"format", "kind", "questions"})) {
        return fail(ErrorCode::kInvalid, "a prompt file holds a format, a kind and questions");
    }
    const QJsonObject object = document.object();
    const QJsonValue format = object.value(QLatin1String("format"));
    if (!format.isDouble() || format.toDouble() != 1.0) {
        return fail(ErrorCode::kInvalid, "unknown format of a prompt file");
    }
    const auto kind = kind_from_name(object.value(QLatin1String("kind")).toString());
    if (!kind) {
        return fail(ErrorCode::kInvalid, "unknown kind in a prompt file");
    }
    const QJsonArray array = object.value(QLatin1String("questions")).toArray();
    if (array.isEmpty() || array.size() > kMaxPromptQuestions) {
        return fail(ErrorCode::kInvalid, "a prompt file holds one to three questions");
    }
    PromptSet set{*kind, {}};
    QSet<QString> ids;
    for (const QJsonValue value : array) {
        auto question = parse_question(value);
        if (!question) {
            return pass_on(question);
        }
        if (ids.contains(question->id)) {
            return fail(ErrorCode::kInvalid, "a question's id occurs twice");
        }
        ids.insert(question->id);
        set.questions.push_back(std::move(*question));
    }
    return set;
}

const PromptSet& built_in_prompts(EntryKind kind) {
    static const PromptSet setback =
        load_built_in(EntryKind::kSetback, QStringLiteral(":/pennydrop/prompts/setback.json"));
    static const PromptSet light_bulb =
        load_built_in(EntryKind::kLightBulb, QStringLiteral(":/pennydrop/prompts/light-bulb.json"));
    static const PromptSet barrier =
        load_built_in(EntryKind::kBarrier, QStringLiteral(":/pennydrop/prompts/barrier.json"));
    switch (kind) {
        case EntryKind::kSetback:
            return setback;
        case EntryKind::kLightBulb:
            return light_bulb;
        case EntryKind::kBarrier:
            return barrier;
    }
    return setback;
}

}  // namespace pennydrop::app
