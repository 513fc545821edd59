// SPDX-License-Identifier: Apache-2.0
// Sample texts: meetings, offices and partners, as anybody in public service meets them.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    light_bulb(
        "users-first", 2,
        "A man in the waiting area told me that our sign says \"Reception closed, please go to reception\". It has "
        "said so since I started here. I took it down with a butter knife."),
    setback(
        "blame", 2,
        "Something was missed and in the meeting everyone went very quiet and studied the agenda. I could have said "
        "that I nearly missed the same thing in spring. I said it afterwards, in the corridor, to one person, where "
        "it was no use to anybody.\n\n"
        "If this comes up again I will say mine first.")
        .months(6, 11)
        .on(kWeekdays),
    barrier(
        "not-with-users", 3,
        "Reviewed a leaflet for the people who use our service. It has been through six versions and two committees. "
        "Asked whether any of them had seen it. There was a plan to consult on it once it is printed."),
    light_bulb(
        "fresh-eyes", 3,
        "The new starter keeps a list of things that seemed odd in her first fortnight, before she gets used to them. "
        "Asked to read it. Fourteen items. I can explain eleven of them, and I still think she is right about nine.")
        .on(kWeekdays),
    setback(
        "false-consensus", 3,
        "Everyone nodded at the plan. On the stairs, three different people told me that it will not work, for three "
        "different reasons, all good ones. I had nodded too."),
    barrier(
        "self-image", 3,
        "There is a wellbeing hour every Wednesday at two. I have yet to meet anyone who can be anywhere at two on a "
        "Wednesday. The poster shows a pebble."),
    light_bulb(
        "others-too", 4,
        "Sat next to a woman from the fire service at a training day. They do home visits on the same estate as we "
        "do, with a list of people who might be at risk, put together from scratch by knocking on doors. We have that "
        "list. We each thought the other would not be allowed to talk."),
    setback(
        "own-position", 4,
        "Joint meeting. I had come to defend our budget and so had everybody else, and we all did it very well. Two "
        "hours. The family we were talking about came up at the end under any other business.")
        .on(kWeekdays),
    light_bulb(
        "relationships", 4,
        "The reason it went through in a day, when it normally takes a month: she and I did our first aid course "
        "together in the spring and had to bandage each other. That is the whole reason. It is a bit alarming, when "
        "you think about everyone who has never bandaged anyone.")
        .months(5, 10),
    barrier("bolted-on", 3,
            "To make things simpler there is now a single front door. Behind it are the same five doors."),
    setback(
        "unheard", 2,
        "In the survey I wrote two careful paragraphs about lone working after dark. The summary came back as a word "
        "cloud. \"Nice\" was quite large."),
    light_bulb(
        "not-a-project", 3,
        "Stopped calling it the pilot. The moment we said \"this is how we do it on Mondays\" people quit asking when "
        "it ends."),
    barrier("capacity", 3,
            "The vacancy has been out three times. The advert still asks for five years' experience with a system we "
            "stopped using last summer."),
    setback(
        "", 1,
        "Got short with somebody on the phone who did not deserve it. It was the fifth call in a row about the same "
        "letter. Rang back after lunch to say sorry, and she said \"you sounded like I feel\", and we had a bit of a "
        "laugh.\n\n"
        "The letter is the problem. I have put a copy of it with the calls counted on it on the team leader's desk.")
        .hours(14, 22),
    light_bulb(
        "renewed", 2,
        "We stopped for half an hour, the whole team, phones in a basket, and each said one thing we would miss if it "
        "was gone. I had been about to hand in my notice on Friday. I still might. But not on Friday."),
    barrier("rules", 5, "The funding must be spent by the end of March and the approval will come in April.")
        .months(1, 3),
    setback(
        "not-with-users", 3,
        "We changed the opening times to suit what we thought people wanted. Nobody came at seven in the evening. "
        "They come at half past three, with the children, straight from school, as anyone at the gate could have told "
        "us."),
    light_bulb(
        "asked", 3,
        "The chief executive sat down at our table in the canteen and asked what gets in the way. Someone said the "
        "lift. Someone else said the form for the lift. She wrote both down and, credit where due, the lift works.")
        .on(kWeekdays),
    barrier("unheard", 3, "Reported the broken door for the fourth time. The first three are marked resolved."),
    setback("top-only", 3,
            "Announced in a briefing that we are now one integrated team. Went back upstairs to my desk, which is on a "
            "different floor from theirs, behind a door their passes do not open."),
    light_bulb(
        "whole-system", 4,
        "Spent a morning just sitting in the waiting area of another service, with their permission, watching. People "
        "come out with a slip of paper telling them to go to us. I know what we do with that slip. We give them one "
        "for the third place. Saw one woman, with a pushchair, holding all three.")
        .on(kWeekdays),
    barrier("language", 4,
            "They say \"customer\", we say \"patient\", the charity says \"guest\", and the man himself said \"I only "
            "came about the damp\"."),
    setback("no-time", 2, "Missed K.'s leaving do because I was writing a report on staff morale.").on(kWeekdays),
    light_bulb(
        "getting-better", 2,
        "Somebody shouted \"my mistake, I'll sort it\" across the office today and no one looked up. A year ago there "
        "would have been a hush.")
        .on(kWeekdays)
        .hours(11, 24),
    barrier("tools", 3,
            "The room booking system will not let me book a room for less than an hour. We need it for ten minutes. So "
            "every morning for ten minutes seven of us hold a meeting on the stairs, next to an empty room.")
        .on(kWeekdays),
    setback(
        "momentum", 3,
        "The improvement board in the corridor still has last year's graph on it. I walk past it eight times a day. I "
        "drew that graph.")
        .on(kWeekdays),
    light_bulb(
        "users-first", 3,
        "Changed one line in our letter. It used to say \"failure to attend may result in discharge\". It now says "
        "\"if this time is no good, ring us and we will find another\". Fewer people have missed their appointment "
        "this month than in any month since I started counting, and the phone is not even busier."),
    barrier("guarding", 4,
            "Asked for the number of people waiting, by area. Was told it is commercially sensitive. We are all public "
            "bodies. I looked round the table to see who was selling."),
    setback(
        "unclear", 4,
        "Two letters went out on the same day to the same person. Ours said we would visit. Theirs said that no one "
        "would. She rang the number on the nicer paper."),
    light_bulb(
        "fresh-eyes", 1,
        "Did the thing where you describe the problem as if you were advising a colleague. I was a lot nicer about "
        "it, and noticed for the first time that \"he should have asked for help\" applies to both of us."),
    barrier(
        "no-time", 3,
        "We are to release one person for two days to learn how to save time. There is no one to release. I know how "
        "that sounds."),
    setback(
        "blame", 3,
        "The review says \"human error\" on page one. On page nine it says the two buttons are next to each other and "
        "look the same. I would have started with page nine."),
    light_bulb(
        "other", 1,
        "My daughter asked what I do all day. I said I help people get from one place to another and she said, like a "
        "bus? I have had worse job descriptions.")
        .hours(18, 24),
    barrier("false-consensus", 4,
            "Partnership board. Six organisations, one shared vision, eleven minutes. The hard one, who pays for the "
            "nights, is to be picked up offline. It has been offline since last autumn.")
        .months(1, 8)
        .on(kWeekdays),
    setback("tools", 2,
            "The video call froze at the moment she started to cry. I could see it and could not say anything. By the "
            "time it came back she had tidied herself up and said she was fine.\n\n"
            "I drove over after work. I should have gone in the first place, it was only a video call because of the "
            "mileage rules."),
    light_bulb(
        "relationships", 3,
        "The finance officer came out for a morning with us because I dared her. She has since found a way round the "
        "thing she told me twice there was no way round. \"I didn't know it was for that,\" she said.")
        .on(kWeekdays),
    barrier("procedure", 3,
            "Filled in a business case for a £40 kettle. It asked for the benefits in years two and three.")
        .on(kWeekdays),
    setback("self-image", 3,
            "New values on the wall by the stairs. \"We listen\" is the one behind the vending machine."),
    light_bulb(
        "", 2,
        "Clocks went forward and for once we all remembered to check the rota for the night before. Small, but it "
        "went wrong three years running.")
        .months(3, 4),
    setback("capacity", 2, "Five off sick, and the ones who are in sound like sea lions.").months(12, 2),
    barrier("no-time", 3,
            "Winter plan arrived today. It is dated October and asks what we did differently in September.")
        .months(12, 2)
        .on(kWeekdays)
        .hours(11, 24),
    light_bulb("renewed", 2,
               "Window open in the office for the first time since autumn. Somebody put a jug of lilac on the filing "
               "cabinet. Cleared the whole shelf of things we stopped needing two managers ago.")
        .months(5, 6),
    setback("no-time", 1,
            "Half the team on leave and I have agreed to cover for two people who each think they are the only one.")
        .months(7, 8),
    barrier("tools", 3, "32° in the office by noon. The windows were sealed as an energy measure.").months(6, 8),
    light_bulb(
        "asked", 2,
        "New students started. One of them asked everybody, in turn, what they wished somebody had told them in their "
        "first week. We all stood about giving her better answers than we have given each other in years.")
        .months(9, 10),
    setback(
        "", 1,
        "Worked through the quiet days between Christmas and New Year. Thought I would catch up. I mostly ate other "
        "people's chocolates and missed home.")
        .months(12, 1),
    light_bulb(
        "users-first", 3,
        "At the end of the meeting the chair turned to the one person in the room who uses our service and asked if "
        "she had followed it. \"I followed it all right,\" she said. \"I'm just waiting for the bit about me.\"\n\n"
        "Long pause. Then the best twenty minutes we have had in that room.")
        .on(kWeekdays),
    barrier("unclear", 3,
            "I now report to two managers. One wants fewer visits and the other wants more. I have asked if they could "
            "meet."),
    setback(
        "own-position", 2,
        "I argued for my own idea well after it was clear that hers was better. It was the sunk hours, I think. I had "
        "made a diagram.\n\n"
        "She let me finish and then used half of the diagram. I would not have been as gracious."),
    light_bulb(
        "not-a-project", 4,
        "We kept trying to write down how the two teams work together and it kept coming out as a flow chart with "
        "forty boxes. Then B. said: \"We could just have lunch.\" So Wednesdays we have lunch. I took the flow chart "
        "off the wall when I needed the pins.")
        .on(kWednesday)
        .hours(13, 22),
    barrier(
        "not-with-users", 4,
        "The new centre is bright, modern and has free parking. The people it is for do not drive. The last bus back "
        "is at ten to five."),
    light_bulb(
        "whole-system", 3,
        "Traced one complaint backwards, just for myself, with a pencil. The letter was late because the list was "
        "late, because the list is made by hand on Fridays, because the system cannot make it, because in the year it "
        "was bought someone ticked \"not required\". That someone has a name and a retirement clock, and did what "
        "anyone would have done with the budget they had.\n\n"
        "I had been cross with the people who post the letters."),
    setback(
        "language", 4,
        "I said \"low priority\" about a referral, meaning that it can wait until Thursday. What the school heard was "
        "that we did not care. Four emails, each one stiffer than the last, until their family worker rang and said "
        "\"what do you actually mean by low?\" We made a short list of words, the two of us, and what each side "
        "hears. It is funny and also not."),
    light_bulb(
        "asked", 2,
        "I was asked last week to say what I would do differently if I had my first year again, for the new starters. "
        "I had a page of sensible things. When it came to it I told them about the worst afternoon I'd had instead, "
        "the one in my second month, and who I rang, and that I waited three hours before I rang.\n\n"
        "They asked a lot of questions, all of them about the three hours.\n\n"
        "Two have rung me since. One was about nothing much. I could tell she was finding out whether it worked."),
    setback(
        "false-consensus", 4,
        "Eight of us, an hour and a half, and we chose the option that all of us could live with. I've been trying to "
        "work out why I came home so flat.\n\n"
        "It's that nobody chose it. It was what was left when each of us had taken out the bit that they couldn't "
        "have. If someone had walked in and asked whose idea it was we would all have looked at the flip chart.\n\n"
        "I think there was a real disagreement, between those who see people at home and those who see them arrive, "
        "and we got near it twice, and twice somebody (once me) said \"I think we're saying the same thing\".\n\n"
        "We were not. I'll say so at the start on the next one."),
};

}  // namespace

std::span<const SampleText> workplace_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
