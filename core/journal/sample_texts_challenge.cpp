// SPDX-License-Identifier: Apache-2.0
// Sample texts: a hundred-day challenge and what was left of it.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("language", 4,
            "Asked the ward what \"medically optimised\" means for a woman who lives up two flights of stairs. Long "
            "silence on the phone. We use the same form and read it in two languages.")
        .by(kSocialWork)
        .during(60, 190),
    barrier(
        "unclear", 3,
        "We have been given a 100-day challenge. The goal on the slide is \"a step change in flow\". Asked what that "
        "would look like for one person at home in her kitchen. We are to come back on that.")
        .during(612, 633),
    setback("false-consensus", 2,
            "Day 6 of the 100 days. We wrote thirty ideas on sticky notes and voted with dots. The winner was the one "
            "least likely to annoy anybody. I put a dot on it as well.")
        .during(636, 645),
    light_bulb(
        "users-first", 4,
        "Day 14 of the 100-day challenge. Threw out the winning idea.\n\n"
        "L. brought two people who had been sent home from hospital not long ago and let them talk, and we kept "
        "quiet, which for this team is an achievement. Neither said anything about beds or flow. They said: I did not "
        "know who to ring. One had rung nine numbers in a weekend. The other had rung none, and sat there with a "
        "blocked catheter until the Monday.\n\n"
        "So that is the goal now. Everyone who goes home has one name and one number, and somebody answers it, "
        "evenings as well. We will know by ringing twenty people a week later and asking if they know who to call.\n\n"
        "It is small. The director looked a bit disappointed. I slept properly for the first time in a week.")
        .during(646, 657),
    setback(
        "capacity", 2,
        "Day 23 of the 100 days. Rang ten people a week after they went home. Four knew who to call. Two thought it "
        "was me, personally, and one of those was right because I had given her my own number on a Friday.")
        .during(658, 668),
    barrier(
        "guarding", 4,
        "Day 31 of the challenge. For one evening line we need three teams to put in two hours a week each. All three "
        "say yes, as long as the other two go first.")
        .during(669, 681),
    light_bulb(
        "relationships", 4,
        "Day 40. The hospital sister, the housing lady and I went round the corner for chips and did the evening rota "
        "on the back of the wrapper. It has grease on it. It has held for two weeks.")
        .during(683, 702),
    barrier("rules", 3,
            "The 100-day team has a mobile phone for the evening line. It may not be taken home, it may not be left in "
            "the office, and it must be charged.")
        .during(700, 740),
    setback(
        "no-time", 2,
        "Day 58. I missed my evening on the line, simply forgot, my boy had his school concert. Two people rang into "
        "nothing. I rang both back at ten to nine the next morning and said it was my mistake. One had managed. The "
        "other had gone to A&E to be on the safe side and sat there until four.\n\n"
        "What would have caught it: somebody else knowing it was my evening.")
        .during(706, 724),
    light_bulb(
        "getting-better", 4,
        "Day 79. Rang twenty. Sixteen knew who to call, and one corrected me because the number I read out was the "
        "old one.")
        .during(732, 750),
    setback("momentum", 3,
            "Day 100 of the 100-day challenge. There was a cake and a photograph. I asked what happens on day 101 and "
            "people thought I was making a joke.")
        .during(763, 780),
    light_bulb(
        "renewed", 4,
        "Eight weeks after the challenge. The evening line is still answered. It survived because the sister put it "
        "in the ordinary rota under its own name, and no one noticed it was ever a project.")
        .during(832, 860),
    barrier(
        "momentum", 4,
        "The number for the evening line is still on the letters. The two hours a week from one of the three teams is "
        "not. We manage, on goodwill, mostly mine and the sister's.")
        .during(840, 900),
};

}  // namespace

std::span<const SampleText> challenge_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
