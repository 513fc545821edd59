// SPDX-License-Identifier: Apache-2.0
// What made-up people came back to their entries with, by hurdle. All of it is made up. Private to core/journal.
// Threads: constant data.
#pragma once

#include <array>
#include <string_view>

namespace pennydrop::sample {

/// What may be said of a setback or a barrier of one hurdle.
struct LifeOfHurdle {
    std::string_view hurdle;
    std::string_view taught;
    std::string_view ask;
    std::string_view role;
    std::string_view decision;
    std::string_view how_we_know;
};

inline constexpr std::array kLives{
    LifeOfHurdle{"procedure", "The form is not the work. I ask now which box would have changed what we did.",
                 "Tell us which of the signatures you actually read.", "Service manager",
                 "Send it with one signature and say so in the covering line.", "Nobody asks for the second one."},
    LifeOfHurdle{"language", "Say it in the words the other side uses, and let them say it back.",
                 "Come and hear how we say it, once, for half an hour.", "Lead in the partner team",
                 "One page of our words and theirs, next to the phone.",
                 "Fewer calls that begin with \"what do you mean\"."},
    LifeOfHurdle{"top-only", "Ask the people who will do it on the same day it is agreed, not after.",
                 "Bring two of us to the meeting where it is decided.", "Director",
                 "No new rota before two of those on it have read it.", "Swaps in the first fortnight."},
    LifeOfHurdle{"bolted-on", "Walk it as the person does, from the door. You see the join at once.",
                 "Give us one afternoon together at one desk.", "Heads of both services",
                 "One visit instead of two, on Tuesdays only.", "We ask three families."},
    LifeOfHurdle{"unclear", "Say at the end who does what by when, out loud, before anybody stands up.",
                 "Send the one line that was agreed, on the same day.", "Whoever chairs",
                 "The last two minutes are for who, what and when.", "Nobody asks on Thursday."},
    LifeOfHurdle{"blame", "I begin with where the thing was and not with where I was.",
                 "Ask what happened before asking who was on.", "Line manager",
                 "The first question on the sheet is what made it likely.",
                 "What gets reported, and by how many of us."},
    LifeOfHurdle{"no-time", "Two minutes said early are shorter than the twenty they save later.",
                 "Take one round off us for a month.", "Matron", "Skip the second huddle on Wednesdays.",
                 "Whether anything is missed on a Wednesday."},
    LifeOfHurdle{"unheard", "Say the worried sentence first, and ask for an answer to it.",
                 "When one of us says that she is worried, stop and ask why.", "Whoever is in charge of the shift",
                 "Whoever is worried says so before the numbers.", "How often it is said, and what came of it."},
    LifeOfHurdle{"capacity", "Write down what was not done. It is the only number that anybody answers.",
                 "Look at what we left undone before you look at the headcount.", "Head of service",
                 "A list on the door of what we are not doing this week.", "Somebody takes one thing off it."},
    LifeOfHurdle{"tools", "Report it every time, even the fifth, and give the others the number.",
                 "Come and use it for an hour with us.", "IT service lead",
                 "A paper copy in the drawer, checked on Fridays.", "How often we open the drawer."},
    LifeOfHurdle{"rules", "Ask for the rule itself. Half of them turn out to be habit.", "Show us the paragraph.",
                 "Contracts team", "Ask for the exception first, and count the answers.",
                 "How many say no, and where it is written."},
    LifeOfHurdle{"guarding", "Offer something first. Ours was the spreadsheet we had been sitting on.",
                 "Share the list as it is, mistakes and all.", "Information lead",
                 "We send ours on the first of the month, unasked.", "Whether theirs comes back."},
    LifeOfHurdle{"not-with-users", "Ask one person it happens to before the meeting. One is enough to change it.",
                 "Leave one chair for somebody who uses the service.", "Board secretary",
                 "Nothing goes out before two people who use it have read it.", "What they crossed out."},
    LifeOfHurdle{"momentum", "When it goes well, put the next date in the diary before the biscuits are gone.",
                 "Keep the half hour on Mondays, even with nothing on the list.", "Programme lead",
                 "A ten-minute look back on the last Monday of the month.", "Who comes in the third month."},
};

/// Said a while later, whatever it was about.
inline constexpr std::array<std::string_view, 8> kNotes{
    "Still thinking about this one.",
    "Told it at supervision. Saying it made it smaller.",
    "The same again today, nearly to the hour.",
    "Two others on the team have met it too. I had thought it was only me.",
    "Better this week. Nobody knows quite why, so I am writing down what was different.",
    "Asked about it in passing on the stairs, and got a proper answer.",
    "Read this again before my leave. I would write it more kindly now.",
    "It moved a little. Not because of anything I did.",
};

inline constexpr std::array<std::string_view, 6> kMeanings{
    "They wait, and nobody can tell them for what.",
    "They tell their story for the fourth time.",
    "A day at home instead of a day on a ward.",
    "Somebody they already know comes to the door.",
    "They stop asking.",
    "Their daughter takes another day off work.",
};

/// A word of the text, and the tag it is given.
struct TaggedWord {
    std::string_view word;
    std::string_view tag;
};
inline constexpr std::array kTaggedWords{
    TaggedWord{"handover", "Handover"}, TaggedWord{"discharge", "Going home"}, TaggedWord{" form", "Forms"},
    TaggedWord{"night", "Nights"},      TaggedWord{"phone", "Phone calls"},    TaggedWord{"meeting", "Meetings"},
    TaggedWord{"rota", "Rota"},         TaggedWord{"training", "Training"},    TaggedWord{"school", "Schools"},
    TaggedWord{"panel", "Panel"},       TaggedWord{"family", "Families"},      TaggedWord{"daughter", "Families"},
};

}  // namespace pennydrop::sample
