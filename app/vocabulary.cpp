// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace pennydrop::app {
namespace {

using namespace std::string_view_literals;

struct ThemeWords {
    std::string_view code;
    const char* label;
    const char* help;
};

// Each word pair is translated where it is used; the macro only marks it for lupdate.
constexpr std::array kThemes{
    // Hurdles
    ThemeWords{"procedure"sv, QT_TRANSLATE_NOOP("Theme", "Procedure before purpose"),
               QT_TRANSLATE_NOOP("Theme", "Boards, sign-offs and reporting get in the way of trying something")},
    ThemeWords{"language"sv, QT_TRANSLATE_NOOP("Theme", "Different languages"),
               QT_TRANSLATE_NOOP(
                   "Theme", "We use other words, cultures and evidence than our partners and talk past each other")},
    ThemeWords{"top-only"sv, QT_TRANSLATE_NOOP("Theme", "Agreed at the top only"),
               QT_TRANSLATE_NOOP("Theme", "Leaders have agreed, the people who do the work have not been brought in")},
    ThemeWords{
        "bolted-on"sv, QT_TRANSLATE_NOOP("Theme", "Bolted together, not rethought"),
        QT_TRANSLATE_NOOP("Theme",
                          "Existing services are stitched together instead of being designed again around the person")},
    ThemeWords{"own-position"sv, QT_TRANSLATE_NOOP("Theme", "Everyone round my position"),
               QT_TRANSLATE_NOOP("Theme", "Someone wants joint work on their own terms")},
    ThemeWords{"guarding"sv, QT_TRANSLATE_NOOP("Theme", "Cards held close"),
               QT_TRANSLATE_NOOP("Theme", "Information, money or risk is withheld for fear of losing out")},
    ThemeWords{"self-image"sv, QT_TRANSLATE_NOOP("Theme", "Not as we say we are"),
               QT_TRANSLATE_NOOP("Theme", "What we say we value differs from what we do")},
    ThemeWords{"unclear"sv, QT_TRANSLATE_NOOP("Theme", "What exactly did we agree?"),
               QT_TRANSLATE_NOOP("Theme", "People understood different things; goals or roles are vague")},
    ThemeWords{"blame"sv, QT_TRANSLATE_NOOP("Theme", "Blame"),
               QT_TRANSLATE_NOOP("Theme", "When something goes wrong, people look for who rather than why")},
    ThemeWords{"no-time"sv, QT_TRANSLATE_NOOP("Theme", "No time, no slack"),
               QT_TRANSLATE_NOOP("Theme", "Short-term pressure or money leaves no room for the longer view")},
    ThemeWords{"false-consensus"sv, QT_TRANSLATE_NOOP("Theme", "Easy consensus"),
               QT_TRANSLATE_NOOP("Theme", "The hard question was avoided so that all could agree")},
    ThemeWords{"unheard"sv, QT_TRANSLATE_NOOP("Theme", "Hard truths not heard"),
               QT_TRANSLATE_NOOP("Theme", "Raising a problem is taken as being the problem")},
    ThemeWords{"not-with-users"sv, QT_TRANSLATE_NOOP("Theme", "Decided without the people served"),
               QT_TRANSLATE_NOOP("Theme", "Those who use the service were not asked, or not listened to")},
    ThemeWords{"momentum"sv, QT_TRANSLATE_NOOP("Theme", "Energy gone"),
               QT_TRANSLATE_NOOP("Theme", "It seemed to go well, and people went back to the day job")},
    ThemeWords{"capacity"sv, QT_TRANSLATE_NOOP("Theme", "Not enough people or skills"),
               QT_TRANSLATE_NOOP("Theme", "Posts are empty, or nobody has the skill it needs")},
    ThemeWords{"tools"sv, QT_TRANSLATE_NOOP("Theme", "Systems and tools"),
               QT_TRANSLATE_NOOP("Theme", "IT, forms, buildings or equipment stand in the way")},
    ThemeWords{"rules"sv, QT_TRANSLATE_NOOP("Theme", "Rules and contracts"),
               QT_TRANSLATE_NOOP("Theme", "Law, regulation, funding or contract terms prevent the sensible thing")},
    // Light bulb themes
    ThemeWords{"users-first"sv, QT_TRANSLATE_NOOP("Theme", "The people we serve"),
               QT_TRANSLATE_NOOP("Theme", "It is all about the people we serve")},
    ThemeWords{"others-too"sv, QT_TRANSLATE_NOOP("Theme", "Others are on it too"),
               QT_TRANSLATE_NOOP("Theme", "Someone is already working on this")},
    ThemeWords{"not-a-project"sv, QT_TRANSLATE_NOOP("Theme", "Not a project"),
               QT_TRANSLATE_NOOP("Theme", "It is adaptive work, not project management")},
    ThemeWords{"relationships"sv, QT_TRANSLATE_NOOP("Theme", "Relationships"),
               QT_TRANSLATE_NOOP("Theme", "Trust opened the door")},
    ThemeWords{"fresh-eyes"sv, QT_TRANSLATE_NOOP("Theme", "Fresh eyes"),
               QT_TRANSLATE_NOOP("Theme", "A new way of seeing it")},
    ThemeWords{"whole-system"sv, QT_TRANSLATE_NOOP("Theme", "The whole system"),
               QT_TRANSLATE_NOOP("Theme", "I saw the whole, not just my part")},
    ThemeWords{"getting-better"sv, QT_TRANSLATE_NOOP("Theme", "Getting better"),
               QT_TRANSLATE_NOOP("Theme", "We have become good at this")},
    ThemeWords{"renewed"sv, QT_TRANSLATE_NOOP("Theme", "New energy"),
               QT_TRANSLATE_NOOP("Theme", "We stopped, looked again and found new energy")},
    ThemeWords{"asked"sv, QT_TRANSLATE_NOOP("Theme", "Help asked or given"),
               QT_TRANSLATE_NOOP("Theme", "Someone asked for help, or answered")},
    // Both lists
    ThemeWords{"other"sv, QT_TRANSLATE_NOOP("Theme", "Something else"),
               QT_TRANSLATE_NOOP("Theme", "Named in your own words")},
};

const ThemeWords* words_of(const Theme& theme) {
    const auto found = std::ranges::find(kThemes, theme.code(), &ThemeWords::code);
    return found == kThemes.end() ? nullptr : &*found;
}

}  // namespace

QString Vocabulary::label(EntryKind kind) {
    switch (kind) {
        case EntryKind::kSetback:
            return tr("Setback");
        case EntryKind::kLightBulb:
            return tr("Light bulb");
        case EntryKind::kBarrier:
            return tr("Barrier");
    }
    return {};
}

QString Vocabulary::help(EntryKind kind) {
    switch (kind) {
        case EntryKind::kSetback:
            return tr("Something did not go as hoped");
        case EntryKind::kLightBulb:
            return tr("Something suddenly made sense or worked");
        case EntryKind::kBarrier:
            return tr("Something in the system stands in the way");
    }
    return {};
}

QString Vocabulary::label(const Theme& theme) {
    const auto* words = words_of(theme);
    return words == nullptr ? QString() : QCoreApplication::translate("Theme", words->label);
}

QString Vocabulary::help(const Theme& theme) {
    const auto* words = words_of(theme);
    return words == nullptr ? QString() : QCoreApplication::translate("Theme", words->help);
}

QString Vocabulary::label(SystemLevel level) {
    switch (level) {
        case SystemLevel::kMe:
            //: Where in the system something sits: with me, my team, my organisation, between organisations, national.
            return tr("With me");
        case SystemLevel::kTeam:
            return tr("My team");
        case SystemLevel::kOrganisation:
            return tr("My organisation");
        case SystemLevel::kBetweenOrganisations:
            return tr("Between organisations");
        case SystemLevel::kNational:
            return tr("National");
    }
    return {};
}

QString Vocabulary::kindLabel(int kind) const {
    const auto known = kind_from_number(kind);
    return known ? label(*known) : QString();
}

QString Vocabulary::kindHelp(int kind) const {
    const auto known = kind_from_number(kind);
    return known ? help(*known) : QString();
}

QString Vocabulary::themeLabel(const QString& code) const {
    return label(theme_from_code(code));
}

QString Vocabulary::themeHelp(const QString& code) const {
    return help(theme_from_code(code));
}

QString Vocabulary::levelLabel(int level) const {
    return label(level_from_number(level));
}

QString theme_code(const std::optional<Theme>& theme) {
    return theme ? QString::fromLatin1(theme->code().data(), static_cast<qsizetype>(theme->code().size())) : QString();
}

std::optional<Theme> theme_from_code(const QString& code) {
    const QByteArray bytes = code.toUtf8();
    return Theme::from_code({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}  // namespace pennydrop::app
