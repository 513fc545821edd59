// SPDX-License-Identifier: Apache-2.0
// Sample texts: a council.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("procedure", 3, "It needs a committee date. The next one with space is the one after next.").again(),
    setback("unheard", 2, "Took the resident's point to the meeting. The meeting thanked her for her interest.")
        .again(),
    barrier("tools", 3, "Phones down in customer services. Queue to the door by ten.").hours(10, 22).again(),
    light_bulb("users-first", 3, "Went and looked instead of reading the report. Ten minutes.").again(),
    setback("no-time", 2, "Spent the day on a briefing note about a briefing note.").hours(16, 22).again(),
    barrier("capacity", 3, "One post for the whole of the north patch, and it is mine, and it is part-time.").again(),
    light_bulb("relationships", 4, "The contractor's foreman rang me himself. That's new.").again(),
    barrier(
        "language", 3,
        "She came about the mould. In our system that is a repair, a health referral, a complaint or an environmental "
        "notice, depending on which window she happens to queue at. She just wanted to stop the baby coughing."),
    setback(
        "not-with-users", 3,
        "We put a bench where the plan said. Nobody sits on it. Went at four o'clock today, and they are all on the "
        "low wall opposite, in the sun, next to the bin, where they have always sat.")
        .on(kWeekdays)
        .hours(17, 22),
    light_bulb(
        "whole-system", 3,
        "Took thirty calls on the phones, first time in six years. Nineteen of them were people ringing to ask about "
        "a letter we had sent. We've got a project to cut call times and one to improve letters. They're on different "
        "floors.")
        .hours(14, 22),
    setback("language", 3,
            "Council tax reminder went to a widow in her late husband's name, the third. She brought it to the counter "
            "folded very small. We had been told, two departments had. I rang round all afternoon, and I think that I "
            "have now found every list he is on, but I thought so in March.")
        .months(4, 10),
    barrier("rules", 5,
            "The grant pays for new. What we need is to mend. So I am writing four pages on why a mended roof is "
            "innovative."),
    light_bulb(
        "others-too", 4,
        "Sent round an email asking who does anything with young people on the estate. Thought I'd get three replies. "
        "Seventeen. Two of them meet in the same hall an hour apart, and have been blaming each other for the chairs."),
    setback(
        "top-only", 3,
        "Launched the new neighbourhood model in the atrium with the leader and a ribbon. The street cleaning crew "
        "stood at the back. One of them asked me afterwards, quite seriously, if he'd still be on Fridays.\n\n"
        "I had written the slides and I had no idea. Nobody who wrote them had asked the Friday man anything. He has "
        "been on that street for fourteen years.\n\n"
        "Met him at half six this morning with two coffees, and went round with him until nine. I have filled most of "
        "a notebook. He knows which bins mean that someone's stopped coping.")
        .on(kWeekdays)
        .hours(9, 22),
    barrier(
        "bolted-on", 4,
        "One-stop shop. Housing, benefits, health and the job people, all under one roof, each with their own ticket "
        "machine."),
    light_bulb(
        "fresh-eyes", 3,
        "Apprentice asked me what \"subject to\" means. She'd been through a whole committee report and counted it "
        "thirty-four times. I started to explain, and could not find a sentence in it that wasn't worse."),
    setback(
        "blame", 3,
        "The local paper has it that \"council bungles\" the school crossing. In fact it was a form that I passed on "
        "without looking up. I said so to my manager before she could ask. She said \"right, so why does that form go "
        "through you at all?\" and I have been thinking about it since."),
    barrier(
        "guarding", 4,
        "Three agencies hold a piece of the flood map. Each will share theirs as soon as it has seen the other two."),
    light_bulb(
        "asked", 4,
        "Stood up in the residents' meeting and said that I didn't know how to fix the parking and did anyone. Awful "
        "silence. Then the lollipop man drew it on the back of the agenda.")
        .on(kWeekdays),
    setback(
        "capacity", 3,
        "The homelessness desk closed at four because there was nobody to sit at it. A lad with a rucksack came at "
        "ten past. I am in planning, it's not my desk, I made him a tea and rang everyone I know. Found him somewhere "
        "at twenty to seven, by luck, since B. in the night shelter owed me one.\n\n"
        "What about the ones who come when I'm not in the corridor?")
        .hours(19, 23),
    barrier("no-time", 3, "Budget round. Cut eight per cent by Friday, and describe the vision by Monday.")
        .on(kMonday | kTuesday | kWednesday | kThursday),
    light_bulb(
        "not-a-project", 3,
        "Two years of a litter strategy. Then the kids from the primary named the bins. It is hard to drop a crisp "
        "packet in front of a bin called Grandma."),
    setback(
        "false-consensus", 4,
        "Place partnership away day. We agreed \"prevention\" is the priority. I don't believe there were two people "
        "in the room who meant the same by it, and the ones who will have to lose money for it hadn't been invited."),
    barrier("self-image", 3,
            "\"Digital first\" means the form is online and the library, where people go to get online, shuts on "
            "Wednesdays."),
    light_bulb(
        "relationships", 4,
        "Two years of letters with the housing association about the hedge. Today I met their man at the hedge. It's "
        "his mum's road. We did it ourselves, with his loppers, and were in the café by eleven.")
        .on(kWeekdays)
        .hours(11, 24),
    setback("momentum", 3,
            "Found the consultation from four years ago while looking for a stapler. Same street, same three ideas, a "
            "photo of people I recognise, all smiling. Nobody told them what came of it. Nothing had."),
    barrier(
        "unclear", 3,
        "Asked what \"resident-led\" means for the square. I have it in writing that residents will lead, within the "
        "agreed design."),
    light_bulb(
        "users-first", 3,
        "Test of the new bin calendar: gave it to six people at the bus stop. Five held it upside down. The printer "
        "thinks it's a lovely design."),
    setback(
        "tools", 3,
        "The online form timed out on a man applying for his wife's Blue Badge, on the last page, twice. He'd come in "
        "by bus to ask if he was stupid. We did it together at my desk, and it timed out on me as well, which cheered "
        "him up no end."),
    barrier("own-position", 3, "Highways own the kerb, parks own the verge, and the tree is in dispute."),
    light_bulb(
        "getting-better", 3,
        "First month that damp and mould calls went to one person who rings back. Complaints are down by half. She "
        "isn't cleverer than the rest of us, she says so herself, she just has the whole of it in front of her."),
    setback(
        "unheard", 3,
        "The night before the vote I sent the members one page on what closing the day centre would mean for the bus "
        "route. I know that two read it. It closed. The bus route has gone to review, as I said it would, and I take "
        "no pleasure in it."),
    barrier(
        "capacity", 4,
        "No occupational therapist until spring, so forty bathrooms wait. I have the money, the builder and the tiles.")
        .months(10, 1),
    light_bulb("renewed", 2,
               "Cancelled our fortnightly performance meeting for one month to see who'd notice. Somebody did, in week "
               "three: me. We've put half an hour on a different estate in its place, walking.")
        .on(kWeekdays),
    setback("own-position", 4,
            "Dug in over who leads the food partnership. The food bank lady let us all go on and then said she had a "
            "delivery at two and could someone help to lift. We all went out and lifted. It was easier to talk in the "
            "van."),
    barrier("not-with-users", 3,
            "The equality impact assessment says no impact. It was done by email, over a bank holiday, by me."),
    light_bulb(
        "whole-system", 4,
        "Mapped one eviction, backwards, with the tenant's leave. Nine of our letters. On every one was a number for "
        "someone who could have helped, and every number was a different team. It cost us more to evict her than she "
        "owed. I have put the sum on one side of a sheet of paper, and am going to leave it in places."),
    setback("language", 4,
            "I kept saying \"estate regeneration\". One lady put her hand up: \"When you say that, do you mean my "
            "house?\" I did. I'd never said so in that many words, to anyone who lived in one."),
    barrier("top-only", 4,
            "Devolution deal. Press release on Tuesday, and on Wednesday someone from the neighbouring council rang to "
            "ask if I was the lead for something. I had been about to ring her."),
    light_bulb(
        "asked", 3,
        "Stuck a sheet on the canteen wall: \"What's the daftest thing we make people do?\" Full by lunch. Payroll "
        "has already fixed one, on the quiet.")
        .hours(13, 22),
    setback(
        "no-time", 2,
        "Year end. Everything that could have been spent well in June has to be spent somehow by Friday. I signed for "
        "the planters. I do not feel good about the planters.")
        .months(2, 3)
        .on(kMonday | kTuesday | kWednesday | kThursday),
    barrier("no-time", 3, "Gritters out four nights running, same six drivers. They're due rest and we are due ice.")
        .months(11, 2),
    setback("capacity", 3,
            "Cold weather shelter opened a night late, as I was waiting for the fire certificate and had not said to "
            "anyone that I was waiting. Eleven people slept in the bus station. Next time I say \"stuck\" on the first "
            "day and not on the third.")
        .months(12, 2),
    light_bulb("others-too", 4,
               "The warm spaces list: we had nine on ours. The librarian had thirty-one on hers, in pencil.")
        .months(10, 12),
    barrier(
        "rules", 3,
        "Street party season. A family wants to close forty metres of a dead end for one afternoon. Public liability, "
        "traffic order, notice in the paper. I've closed a dual carriageway with less.")
        .months(5, 9),
    light_bulb(
        "relationships", 3,
        "Moved our whole Wednesday to a table in the park because of the heat. Got stopped by more residents in three "
        "hours than come to a drop-in in a month. One of them only wanted to say that the roses are good this year. "
        "Passed it on to the roses man, who went quite pink.")
        .months(6, 8)
        .on(kWednesday),
    setback(
        "tools", 3,
        "Migrated the housing list overnight, and forty families got a text telling them they'd moved up. They "
        "hadn't. Spent the day ringing them, each one, myself and C. in the small room with the door shut. Only two "
        "were angry. The rest said thank you for ringing, which I found harder.\n\n"
        "There was a test list. It had five names, all of them ours, and none of them had a phone number in it. That "
        "is how it got through.")
        .during(300, 900),
    setback("no-time", 3,
            "Report went out with last year's map in it. Three people had checked it, each for something else."),
    setback("unclear", 3,
            "I told the shopkeepers the work would start on the twelfth. The contractor's twelfth is next month's."),
    setback(
        "tools", 3,
        "Sent the whole mailing list to everyone in the \"to\" line. Reported it to data protection within the hour, "
        "wrote to everybody, and sat there feeling sick. They were decent about it, and asked why the system lets "
        "you."),
    setback(
        "unheard", 3,
        "Three residents told us at the drop-in that the crossing was in the wrong place. I wrote it up. In the "
        "summary it became \"general support, some comments on detail\". I'd signed off the summary.\n\n"
        "Was there today. The crossing is in, people cross twenty yards up, where the three said, by the school gate.")
        .on(kWeekdays)
        .hours(11, 24),
    setback("not-with-users", 3,
            "Redesigned the benefits form with the benefits team and it's much clearer. To the benefits team."),
    setback(
        "blame", 3,
        "The missed collections went up on the wall by crew number. I could see what it would do before the pin was "
        "in. Crew four have the hill."),
    setback("capacity", 3,
            "Two food inspections put off again, both low risk, both on my conscience at about three this morning.")
        .on(kWeekdays)
        .hours(7, 22),
    setback("language", 3,
            "A man rang up in tears over a \"notice of intended prosecution\". It was for a bin left out. It is the "
            "standard wording, and has been since before any of us."),
    setback("own-position", 3,
            "Fought to keep my project in the programme and won. I'm not at all sure now that it should have been mine "
            "that stayed."),
    setback(
        "momentum", 4,
        "Went back to the allotment group we set up. The gate's padlocked and no one knows who has the key. I had it "
        "down in the annual report as self-sustaining."),
    setback("top-only", 3,
            "Leader announced free swimming for under-sixteens. The pool heard it on the radio, with a queue outside."),
    setback(
        "self-image", 3,
        "Consultation evening, accessible venue it said. The ramp is at the back, behind a locked gate, and the man "
        "who'd come in a chair waited there for twelve minutes while I looked for the caretaker. He made his point in "
        "the meeting, calmly, about buses. He did not mention the gate at all.\n\n"
        "I've been to look at the other five venues on our list since. Two have the same gate.")
        .on(kWeekdays)
        .hours(21, 23),
    setback("false-consensus", 3,
            "Cross-party working group on verges. We've agreed to call it \"managed for nature\" and have different "
            "pictures in our heads. It will come out in May, at about knee height.")
        .months(1, 4),
    setback("procedure", 3, "Took me so long to get permission to say sorry that by then it was the anniversary."),
    setback("", 3,
            "Angry meeting in the community centre. I stood there for an hour and a half while they told me, and I "
            "couldn't say the one thing that might have helped, that I agree with them. Afterwards a woman who had "
            "shouted at me brought me a cup of tea, and we stacked the chairs.")
        .on(kWeekdays)
        .hours(20, 23),
    barrier("rules", 5,
            "We can fine a landlord or we can lend him money for the repair. The two powers sit in different acts, so "
            "it's different teams and he gets both letters."),
    barrier("unclear", 4, "Is it a park or a flood basin? Depends on who is asked to pay for the mowing."),
    barrier("tools", 3,
            "The asset register says that the building has four floors. It has three. To change it I need someone to "
            "confirm that the fourth floor has been disposed of."),
    barrier("language", 3,
            "The consultation's reading age came out as seventeen and a half. I ran it twice. The reading age of this "
            "note is nine."),
    barrier(
        "bolted-on", 3,
        "Three apps for reporting things: one for potholes, one for bins, one for everything else. A bin in a pothole "
        "would finish us."),
    setback(
        "unclear", 3,
        "Someone has to ring the coach firm about the pensioners' outing. We've all thanked each other for organising "
        "it."),
    light_bulb(
        "users-first", 3,
        "Our bit of the complaint backlog is down to nothing for the first time since I came, and I want to write "
        "down how before I start to remember it differently.\n\n"
        "It wasn't the new process map. We had that for five months and the pile grew. It was when Y. started ringing "
        "people the day the complaint came in, only to ask if she had understood it right. About a third of them said "
        "\"oh, it's sorted now\" or \"I only wanted somebody to know\". Another third turned out to be about "
        "something other than what they'd written. She fixed those on the phone, or walked downstairs.\n\n"
        "What was left got letters, and the letters got shorter because she had met them, in a way.\n\n"
        "What I did was get out of her way, about two months later than I should have. I had wanted to see the "
        "business case."),
    light_bulb(
        "relationships", 4,
        "A year ago I could not have told you the name of anybody in the hospital. This week the discharge sister "
        "rang me, direct, at ten past nine: a man ready for home, and his landlord had changed the locks.\n\n"
        "I walked across to legal, who rang the landlord. I walked down to housing, who had a locksmith already out "
        "on the same road. The sister kept his bed till noon, which I know now is not a small thing to ask of her.\n\n"
        "He was in by one. Five people, no form, and about forty minutes of work between us.\n\n"
        "Somebody will want to write that up as a pathway. What it is, is that we have had each other's numbers since "
        "the huddle began.")
        .during(550, 1000)
        .hours(14, 22),
    setback(
        "momentum", 3,
        "Six months since the estate project ended well. I went back by myself on a Saturday, without my lanyard, to "
        "look.\n\n"
        "The planters are alive. Somebody has been at them. The noticeboard has our poster from the last event and "
        "nothing since. The residents' group met twice after we left and then the chair had her baby.\n\n"
        "I had thought of it as finished. I wrote \"finished\" in the closing report. On the bench by the shop I "
        "asked two women if anything had changed, and one said that it was nice when you lot were here.\n\n"
        "I don't think she meant it as a criticism. I will ask for two hours a month, to go on turning up."),
};

}  // namespace

std::span<const SampleText> council_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
