// SPDX-License-Identifier: Apache-2.0
// Sample texts: social work with children and adults.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("procedure", 3, "Back from panel: \"more information needed\". It was on page two.").again(),
    setback("no-time", 2, "Visit cut short for a duty call. She said she quite understood. She shouldn't have to.")
        .again(),
    barrier("capacity", 2, "Two more cases on my list since I looked on Friday.").on(kMonday | kTuesday).again(),
    light_bulb("relationships", 2, "He opened the door before I knocked.").again(),
    setback("unclear", 4, "School thought we were going out, we thought health visiting were. We have all rung now.")
        .again(),
    barrier("tools", 3,
            "Wrote it up once for the file, once for the court bundle and once for the form that feeds the dashboard.")
        .again(),
    light_bulb("users-first", 2, "Started with a cup of tea and left the assessment in my bag. Got further.").again(),
    setback(
        "language", 1,
        "Read my own report through her eyes on the bus. \"Mother failed to engage.\" Mother has two jobs, and I only "
        "offered mornings.\n\n"
        "Rewrote that paragraph before I sent it. I wish I'd done it before she saw the draft.")
        .hours(17, 22),
    barrier("rules", 4,
            "He is a week short of eighteen, so children's services are closing and adult services cannot open. I have "
            "asked who he should ring on his birthday."),
    light_bulb(
        "fresh-eyes", 2,
        "We kept calling it a chaotic household. The student drew up a timetable of the week, who is where and when. "
        "It isn't chaos, it's a shift pattern. There's someone up and cooking at every hour but three."),
    setback(
        "", 1,
        "Eleven months of Thursdays with that boy, and today he moved to a placement eighty miles away. He was told "
        "on Monday. I was told on Friday and asked not to say anything over the weekend, in case it fell through.\n\n"
        "He asked me if I'd known. I said yes, since Friday. He thought about it and said, \"at least you didn't "
        "lie.\" Then he asked who would have his bike.\n\n"
        "I do not know if keeping quiet for three days was right. I could see the reason. I could also see his "
        "face.\n\n"
        "The bike is in my hall. I'm driving it up on the nineteenth, in my own time, and I would rather nobody told "
        "me about the mileage policy.")
        .on(kThursday)
        .hours(17, 23),
    barrier(
        "bolted-on", 4,
        "Joint assessment. It is called that because we do both of ours one after the other in the same living room."),
    light_bulb(
        "asked", 2,
        "Took a case to the group that I have been stuck on since summer and said \"I think I am the problem\". Four "
        "people had one like it. One had a way through: write the letter you would want to get, and send that one.")
        .months(9, 12),
    setback(
        "unheard", 3,
        "I said at the planning meeting that the carer was close to the edge. It went down in the minutes as \"carer "
        "coping at present\". She rang the emergency line on Saturday night and said that she had packed his bag.\n\n"
        "I had read those minutes and not corrected them.")
        .on(kWeekdays),
    barrier("not-with-users", 3,
            "Her plan is eleven pages. She asked me which bit was hers. I showed her the signature box."),
    light_bulb(
        "whole-system", 4,
        "Put every professional in this family's life round the edge of a big sheet of paper, with the mum in the "
        "middle, and she did the lines herself. Nineteen of us. She put a tick by the ones she would miss. Four. And "
        "she wrote in somebody we had never heard of, a dinner lady.\n\n"
        "Next meeting is the four, and the dinner lady.")
        .on(kWeekdays),
    setback(
        "blame", 3,
        "Serious case discussion. It's meant to be about learning, and to be fair the chair tried. But when the "
        "timeline went up on the screen with my initials next to half of the entries I stopped hearing anything.\n\n"
        "Best part: she asked all of us to say what we'd been carrying that week. Mine was twenty-six cases and a "
        "cold. I had not known that his was worse."),
    barrier("capacity", 4,
            "There's no foster place for three siblings within the county. There is one for two and one for one."),
    light_bulb(
        "not-a-project", 2,
        "The plan had review dates and outcomes and a risk matrix. What worked was that her neighbour got a dog."),
    setback("tools", 3,
            "Tried to do a capacity assessment by video because the care home had a bug going round. He talked to the "
            "ceiling, as that is where the voice came from. Stopped and booked a visit for after."),
    barrier("language", 4,
            "Health call it a \"social admission\". I looked her in the eye and could not think of one thing about it "
            "that was social."),
    light_bulb(
        "relationships", 4,
        "The police officer from the multi-agency meetings turns out to be as nervous of us as we of him. We had both "
        "been preparing for a day each time. Now we ring each other the afternoon before and say what we don't know "
        "yet.")
        .on(kWeekdays),
    setback(
        "false-consensus", 4,
        "Everybody signed up to the safety plan. Dad as well. It was only in the car that I saw nobody had asked what "
        "happens on the nights when he's paid."),
    barrier(
        "guarding", 4,
        "The advocacy service cannot tell us, the hospital will not, and the bank has a form. All of them are worried "
        "about the same old lady. So am I."),
    light_bulb("getting-better", 2,
               "Reviewed a file I wrote in my first year. Could hardly find the person in it. In this week's there's a "
               "paragraph in her own words, near the top, swearing included."),
    setback(
        "self-image", 3,
        "Our website says \"we come to you\". I have moved her twice because there was no car, and then asked if she "
        "could get to the office."),
    barrier(
        "no-time", 2,
        "Court statement due on Friday, so the three visits for this week become two visits and a phone call. It is "
        "always the quiet family that gets the phone call.")
        .on(kMonday | kTuesday | kWednesday),
    light_bulb(
        "users-first", 3,
        "Direct payment came through after five months. She did not spend it on care, as we had all pictured. She "
        "hired a lad with a van to get her to the allotment twice a week, where six people now keep an eye on her for "
        "nothing.\n\n"
        "Somebody at review will ask if that meets an eligible need. I have my answer ready and it has runner beans "
        "in it."),
    setback("momentum", 4,
            "Closed the case in April with a good ending, balloons practically. Re-referred in September by the same "
            "school for the same thing. We all went back to the day job and so did the worry.")
        .months(9, 10),
    barrier(
        "own-position", 4,
        "Two councils, one man, a river between them. His bed is in one and his GP in the other. Each has sent me the "
        "same paragraph of the guidance with a different line underlined.")
        .on(kWeekdays),
    light_bulb(
        "fresh-eyes", 1,
        "Supervisor didn't tell me what to do. She asked \"what would have to be true for him to say yes?\" I sulked "
        "about it all the way down the stairs, and had the answer by the ring road."),
    setback("capacity", 2,
            "Duty day with no heating in the building. Did the calls in my coat. Three families with none either, so I "
            "suppose I was well informed.")
        .months(12, 2),
    barrier(
        "rules", 3,
        "The emergency heating fund can pay for a heater. It can't pay for the electricity that goes into the heater. "
        "She'd worked that out before I had.")
        .months(11, 2),
    light_bulb(
        "asked", 4,
        "Asked the church, the mosque and the football club, all in one email, if anybody had a warm room with a "
        "kettle on a Thursday. Three yeses before lunch. One of them has table tennis.")
        .months(11, 1),
    setback("", 1,
            "Last visit before Christmas. He'd wrapped me a tin of peaches. We are not meant to take gifts, I know. We "
            "opened it and ate it, with two spoons, so there was nothing to declare.")
        .months(12, 12),
    barrier("no-time", 3,
            "School is out, so everybody who sees her daily has gone until September. It's me and the ice cream van.")
        .months(7, 8),
    setback(
        "no-time", 1,
        "Nine at night and still typing. The case notes say \"visit, positive\". It was a good deal more than that, "
        "he laughed, but I have no words left.")
        .hours(21, 23),
    light_bulb(
        "relationships", 2,
        "Ten weeks of short visits about nothing, the football mostly. I'd begun to feel that I ought to justify it. "
        "Today he said \"there's something I've not told anyone\", and went on for an hour.")
        .on(kWeekdays)
        .hours(11, 24),
    barrier(
        "unclear", 4,
        "The strategy meeting ended with \"we'll keep a close eye\". I asked which eye. Not popular, but now there is "
        "a name by each day of the week.")
        .on(kWeekdays),
    setback(
        "not-with-users", 2,
        "Booked the interpreter, the room, the taxi, the creche. Had not asked her if Friday was all right. Friday is "
        "when she cleans the mosque, and she would not for anything have said no to me."),
    light_bulb(
        "others-too", 4,
        "Rang round about the lad who sleeps in the stairwell. The caretaker leaves the boiler room open for him and "
        "has done since November. The woman on the third floor does his washing. There I was with a referral form, "
        "late to a service that was already running.")
        .months(12, 3),
    barrier("top-only", 4,
            "We are \"trauma-informed\" as of Monday. It came by email, at ten to six, with a mandatory quiz.")
        .on(kTuesday),
    setback("own-position", 4,
            "Spent forty minutes on whose budget. Hers, a widow's, came to £11.40 after the bills and she was sitting "
            "next to me."),
    barrier("tools", 3, "The form will not save without an end date for the autism."),
    light_bulb(
        "renewed", 2,
        "We used to end team meetings with any other business. For the last month we have ended with one thing that "
        "got better for someone. Slow at first, people thanked the cleaner. Today it ran over, and no one minded.")
        .on(kWeekdays)
        .hours(11, 24),
    setback(
        "language", 2,
        "I said \"sibling contact\". He said \"do you mean seeing my sister?\" He is in year three, and he is right, "
        "and I have changed the heading on the form."),
    setback("no-time", 2,
            "Late for the visit, so she had to take the little one to school herself and I met an empty house. She had "
            "tidied up for me. I could see the vacuum cleaner through the window.")
        .hours(9, 22),
    setback("unclear", 4,
            "We agreed on Monday that someone would tell grandad. It is Thursday and nobody has told grandad.")
        .on(kThursday),
    setback("tools", 3,
            "System down during duty, so I took eleven calls on paper and typed them up after six. One I cannot read. "
            "I've rung the number I think it is.")
        .hours(18, 23),
    setback(
        "blame", 4,
        "The head teacher said \"what has your lot been doing?\" in front of the parents. I gave her a list. It was "
        "accurate and it did not help. Dad looked at the floor, all through my list.")
        .on(kWeekdays),
    setback(
        "capacity", 2,
        "Handed three families on to a colleague who has no room for them either. We both knew it. She said \"go on "
        "then\" and moved her tea so I could put the files down."),
    setback("language", 2, "Wrote \"Mum presented as guarded\". Mum had toothache."),
    setback("unheard", 3,
            "Asked for a second worker on that visit. Was told to use my judgement. My judgement was a second worker."),
    setback(
        "not-with-users", 2,
        "We had a review without him because the taxi did not come. We carried on, as everybody was there. I kept "
        "looking at the chair.\n\n"
        "I went round afterwards with the notes. He had been ready since eight, in a shirt. He had written down two "
        "questions, on the back of an envelope, good ones, and neither of them had come up.\n\n"
        "I've asked for the decision to be held open until I can bring both answers back to him. The chair said yes "
        "straight away. She had been looking at the chair as well."),
    setback("momentum", 2, "Promised her a visit a month after closing, just to say hello. That was in spring.")
        .months(7, 11),
    setback("own-position", 4,
            "I wanted him home and the ward wanted him safe, and we both used the word \"realistic\". He was asleep."),
    setback("false-consensus", 4,
            "The core group was so pleasant. I had a worry about the uncle and it seemed rude to bring it up, with the "
            "cake there. Brought it up by email that night, which went down worse than it would have at the table."),
    setback("", 1, "Argued with my son over screen time, using my work voice. He said \"are you assessing me?\""),
    setback(
        "rules", 4,
        "Found a flat for her, ground floor, near her sister. She's £3 a week over the limit. It has gone to someone "
        "on the list who turned it down, and then it was let again before we could ask."),
    setback("self-image", 3, "We say that we never close a case by letter. I closed one by letter today, second class.")
        .on(kWeekdays)
        .hours(11, 24),
    setback("top-only", 3,
            "New recording standard began on Monday. I found out from a red box round my notes from Tuesday.")
        .on(kTuesday | kWednesday),
    barrier(
        "capacity", 3,
        "Agency worker number four for the same two boys. The little one calls all of us by the name of the first."),
    barrier(
        "no-time", 2,
        "Supervision today was forty minutes of going through the overdue list. We had ten left for the child I can't "
        "stop thinking about, and used them for the annual leave.")
        .on(kWeekdays)
        .hours(11, 24),
    barrier("guarding", 4,
            "Asked the drug service whether he is still attending. They can't say. Asked him, and he brought me his "
            "appointment card."),
    barrier(
        "procedure", 3,
        "A carer's break of two nights needs the same form as a permanent placement. Twenty-two pages. She filled in "
        "as far as page nine and then went without the break."),
    barrier("not-with-users", 4,
            "The children's panel meets at ten on a school day. We record their attendance as \"poor\".")
        .on(kWeekdays),
    setback(
        "no-time", 2,
        "Duty. Twenty-three calls, one of them I can't put down.\n\n"
        "A man ringing about his wife. He asked for a bath rail. I took the details for the bath rail, I was quick "
        "and nice about it, he thanked me twice. It was only when I typed it up that I saw what he'd said in between: "
        "that he sleeps in the chair now, that he doesn't leave her with the stairs, that their son used to come on "
        "Sundays.\n\n"
        "Rang back at six. He picked up on the first ring. We talked for most of an hour, and he is going to let me "
        "come on Thursday and not mention the rail.\n\n"
        "I'd have sent a rail. It would have counted as resolved on first contact.")
        .on(kMonday | kTuesday | kWednesday)
        .hours(19, 23),
    setback(
        "own-position", 4,
        "What?\n"
        "Joint visit with the mental health team. We had different things to find out and each of us asked our own "
        "questions, in turns, for an hour and ten minutes. She answered both lots. Towards the end she'd started to "
        "give us the short version.\n\n"
        "So what?\n"
        "She told her story twice in one sitting, to two people on the same settee. I think we both knew by about the "
        "fifteenth minute. I was afraid that if I let his questions stand for mine I'd have a gap in my form.\n\n"
        "Now what?\n"
        "I have rung him. Next time one asks and the other makes the tea, and we share the notes. If my form has a "
        "gap I'll leave the gap."),
    barrier(
        "bolted-on", 4,
        "For the record, what it takes to get one young man with a learning disability to a hospital appointment. "
        "Transport will take him but not his support worker. The support worker's hours end at one and the clinic "
        "runs late. The clinic can give him the first slot, if the request comes from the consultant, who is who he "
        "is waiting to see. The hospital passport is in a drawer at the day centre as it's \"for emergencies\".\n\n"
        "None of it is anybody being difficult. I have had six kind conversations. It has taken the best part of two "
        "days and he hasn't been yet.\n\n"
        "I have asked the liaison nurse if we might sit down, one hour, and plan the next one from his front door "
        "outward."),
};

}  // namespace

std::span<const SampleText> social_work_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
