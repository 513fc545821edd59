// SPDX-License-Identifier: Apache-2.0
// Sample texts: short notes that anybody in public service might make, some of them more than once.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("tools", 2, "Printer again.").again(),
    setback("no-time", 1, "Did not get to half of what I meant to do. Nothing went wrong, exactly. It just went.")
        .again(),
    light_bulb(
        "", 1,
        "Had lunch sitting down, with other people. Should not be worth writing down, but the afternoon went better.")
        .hours(16, 22)
        .again(),
    barrier(
        "no-time", 2,
        "Back to back since half past eight. No gap to write anything up, so it waits for the evening, and by then it "
        "is somebody else's handwriting.")
        .hours(15, 23)
        .again(),
    setback("", 1, "Tired. Said yes to something I should have asked about first.").again(),
    light_bulb("asked", 2, "Asked for help before I was desperate. Two people offered at once.").again(),
    barrier("unclear", 2, "Left the meeting with three actions, each with two names next to it.").again(),
    setback("momentum", 2, "Meant to follow that up last week and did not. On the list again.").again(),
    barrier("capacity", 2, "Another leaver. Good one too.").again(),
    light_bulb("relationships", 2, "Picked up the phone in place of the third email. Sorted in four minutes.").again(),
    setback("unheard", 2, "Raised it. It was noted.").again(),
    barrier("procedure", 3, "Waiting for a signature from somebody who is waiting for one from somebody else.").again(),
    setback("language", 2, "We talked past each other for half an hour and were both too polite to say so.").again(),
    barrier("", 0, "Same as last week. Writing it down so that I can count.").again(),
    light_bulb("getting-better", 2, "The new way went without anyone mentioning it was new.").again(),
    light_bulb(
        "users-first", 2,
        "Remembered to ask \"what would help most today?\" before opening the file. It was not what the file said.")
        .hours(11, 24)
        .again(),
    barrier("rules", 4, "It would take one phone call. We are not allowed to make it.").again(),
    setback("blame", 2, "The first question in the room was \"who\". It took a while to get round to \"how come\".")
        .again(),
    barrier("tools", 3, "Three passwords expired on the same morning.").hours(9, 22).again(),
    setback("no-time", 1, "Took work home again. In my head, I mean, the laptop is at the office.")
        .hours(20, 24)
        .again(),
    light_bulb("fresh-eyes", 2,
               "Good question from the student. I did not know the answer, and have stopped being sure there is one.")
        .again(),
    barrier("top-only", 3, "Heard about the change from a poster in the lift.").again(),
    setback("", 0, "Long day. More tomorrow.").hours(18, 24).again(),
    light_bulb("whole-system", 4, "Drew it on the back of an envelope and saw that we send people round in a circle.")
        .again(),
    barrier("guarding", 4, "They have the figures. They would rather we did not.").again(),
    setback("capacity", 2, "One short again, so the careful things went first and the kind things went last.").again(),
    barrier("language", 4, "A whole meeting about \"the pathway\". I counted four meanings.").again(),
    light_bulb("asked", 4, "Rang a neighbouring team to ask how they do it. They had been meaning to ring us.").again(),
    setback("unclear", 2, "I thought she was doing it and she thought I was. Neither of us had asked.").again(),
    barrier("no-time", 3, "The planning day has been cancelled because of pressures that the planning day was about.")
        .again(),
    light_bulb("", 1, "Walked home the long way. Some of it fell into place by the bridge.").hours(17, 22).again(),
    setback("tools", 2, "Lost twenty minutes to a screen that said \"please wait\".").again(),
    setback("", 0, "no time, will write this up properly later. the meeting, the thing about the keys").on(kWeekdays),
    setback(
        "unclear", 2,
        "I said \"as soon as possible\" and meant this week. She heard now, and dropped what she was doing, which was "
        "more urgent."),
    setback("no-time", 2, "Forgot the student. She had been told to wait in the office and did, until two."),
    setback(
        "", 2,
        "What happened: the referral sat in my inbox from Thursday to Monday as it looked like a newsletter.\n\n"
        "What surprised me: it looked like a newsletter because it had our new header on it.\n\n"
        "For next time: ask them to put the word \"referral\" first. And look on a Friday before I go, with the phone "
        "off."),
    setback("language", 4, "Sent over what I thought was a friendly note. It has been read out in a meeting.")
        .on(kWeekdays),
    setback(
        "tools", 2,
        "Wrote for half an hour, pressed save, and it asked me to log in. Second version was shorter and a bit cross."),
    setback("blame", 2,
            "Caught myself telling the story in such a way that I come out of it well. Told it again on the bus, in my "
            "head, from her side. Less well."),
    setback("momentum", 2, "Month three. Nobody has said that it stopped."),
    setback(
        "unheard", 2,
        "Somebody junior made the best point in the room and it was written down under somebody else's name. I saw "
        "it. I said nothing, as we were running late. I've told her since, and asked the minute-taker to change it."),
    setback("false-consensus", 2, "\"Any objections?\" he said, with his coat on."),
    setback("top-only", 3,
            "A decision that I was asked to consult on turns out to have been made in March. I found the date at the "
            "bottom of a spreadsheet, after I had asked forty people what they thought.\n\n"
            "I don't know how to go back to the forty. I think I'll just tell them.")
        .months(4, 9),
    setback(
        "capacity", 2,
        "Trained somebody up for four months and she has gone to a better paid job across the road. I wrote her the "
        "reference. It was a good reference."),
    setback("own-position", 2, "I took it as criticism, and it was a question."),
    setback("not-with-users", 3,
            "Eleven of us round a table deciding what people would want. There were, I noticed, nine lanyards and two "
            "ties."),
    setback(
        "guarding", 3,
        "I kept something back. It was our waiting figures, they are bad, and I wanted to have a plan first. It came "
        "out anyway, from somebody else, without the plan."),
    setback("", 1, "Cannot sleep. Going through the conversation again from the start.").hours(22, 5),
    setback(
        "self-image", 2,
        "Somebody new asked me if people here speak up. I said yes, of course. Then tried to think of the last time "
        "that I did."),
    setback("procedure", 3, "Missed the deadline for saying that the deadline was too short."),
    setback(
        "rules", 4,
        "Told a family that we could do it. We can't, it changed on the first of the month. I rang them myself, and "
        "the mother said she would rather know, and I could hear that she'd already told the children."),
    setback("", 2, "Went badly. Not ready to write about it."),
    setback(
        "no-time", 2,
        "Three people needed a decision from me and I gave all three the quick one. Two were fine. Thinking about the "
        "third."),
    barrier("momentum", 3,
            "Our sponsor has moved to another post. The steering group will be told who the new one is in due course."),
    barrier("blame", 3, "People have stopped putting near misses in the book. The last three who did got a meeting.")
        .on(kWeekdays),
    barrier("self-image", 3,
            "Flexible working is for everyone, apart from those who are needed at a particular time in a particular "
            "place. So everyone except us, then, out here."),
    barrier("false-consensus", 3,
            "The risk has been amber for two years. Amber is what you get when half say red, half say green and nobody "
            "wants to stay past five."),
    barrier(
        "unheard", 3,
        "There's a box for suggestions on the wall by the lift. The key's lost. You can hear that it's quite full."),
    barrier("own-position", 4,
            "Every partner offers to host the joint post. None of them will give it up to be hosted by someone else."),
    barrier("other", 2, "Parking."),
    barrier(
        "unclear", 3,
        "Four of us have \"engagement\" in our job titles. I looked it up after one resident got four invitations to "
        "four things on one evening."),
    barrier(
        "no-time", 5,
        "One-year money again. By the time I've hired someone it is September, and in January she will start looking "
        "for the next job, and she'd be daft not to.")
        .months(3, 6),
    barrier(
        "guarding", 3,
        "We are in competition for the same pot with the people we are told to collaborate with. We had a cup of tea "
        "and agreed not to mention it."),
};

}  // namespace

std::span<const SampleText> moment_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
