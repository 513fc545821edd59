// SPDX-License-Identifier: Apache-2.0
// Sample texts: a hospital ward.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    setback("capacity", 2, "Two down on the late. We managed, in the sense that nobody fell.").again(),
    setback("", 2, "Left an hour after my shift again. The tea round never happened.").hours(19, 24).again(),
    barrier("tools", 2, "The blood pressure machine on our side has been \"with estates\" since I can remember.")
        .again(),
    barrier("capacity", 3, "Bank nurse did not turn up. No one's fault, the shift was put out at six this morning.")
        .hours(7, 15)
        .again(),
    light_bulb("relationships", 2, "Good handover. Everyone had eaten.").again(),
    setback("no-time", 2, "Quiet until three, then all at once.").hours(4, 9).again(),
    setback("tools", 3,
            "Four in the morning, and the linen cupboard is empty. Borrowed six sheets from the ward upstairs, who had "
            "borrowed theirs from us.")
        .hours(4, 6),
    light_bulb(
        "fresh-eyes", 2,
        "The man in the side room who shouts all night is a retired baker. He has been getting up at two all his "
        "working life. Gave him a tray of cutlery to sort and a cup of tea and he was as happy as anything. Slept "
        "from five.\n\n"
        "Wrote \"baker\" at the top of his care plan. It is the most useful word in it.")
        .hours(5, 8),
    setback(
        "language", 2,
        "I told his wife that he was \"comfortable\". She took it to mean he was getting better. I meant that he was "
        "dying without pain, and I thought she knew. The registrar came and said it properly, sitting down.\n\n"
        "I have been a nurse for nineteen years and I still hide behind that word when I am tired."),
    barrier(
        "no-time", 2,
        "There is a five-minute observation round, a hydration round, a comfort round and a pressure area round, "
        "every one of them brought in after something real. They add up to more minutes than there are in the hour. "
        "So you do them together, in your head, and sign four sheets."),
    setback("tools", 3,
            "Her tablets to take home were ready at four. Transport had been booked for two, and gone without her. She "
            "sat in the discharge lounge in her coat for three hours with her handbag on her knee and kept saying that "
            "she did not want to be a nuisance.")
        .hours(17, 23),
    light_bulb(
        "users-first", 2,
        "Asked her what she was afraid of about going home. I had expected stairs. It was that she would not be able "
        "to hear the door. We ordered a flashing bell, and she went the same afternoon, after nine days of us trying "
        "to sort out the stairs."),
    barrier(
        "rules", 4,
        "He is well enough to go. The care home will take him back. They cannot assess him on a weekend, and it is a "
        "bank holiday, so that is four more nights in a hospital bed for a man who asks me every hour where his own "
        "chair is.")
        .months(4, 5),
    setback(
        "unclear", 2,
        "Missed a dose of his Parkinson's tablets by an hour and ten minutes. I was in the bay with a new admission "
        "and I thought S. had done the round on that side, and S. thought I had, because we had swapped at breakfast "
        "and only told each other about the first two patients.\n\n"
        "He could not get out of the chair by lunchtime. His daughter knew straight away what had happened, before I "
        "told her. I told her anyway, and him, and said sorry, and filled in the form.\n\n"
        "What I keep coming back to is that there is a clock symbol for this on the board and it had fallen off. It's "
        "a magnet. It was under the radiator.\n\n"
        "Tomorrow: time-critical medicines get said out loud at every swap, not only at handover. Going to ask the "
        "pharmacist for proper timers as well.")
        .hours(14, 23),
    light_bulb("asked", 2,
               "The healthcare assistant on nights noticed before any of us that the lady by the window only eats when "
               "someone else is eating. So now somebody takes their sandwich in there. Weight's up."),
    barrier(
        "language", 4,
        "\"Fit for discharge\", \"medically fit\", \"optimised\", \"no criteria to reside\". One person, one board, "
        "four magnets."),
    setback(
        "blame", 2,
        "A fall on my shift. He was reaching for his glasses. No injury, thank goodness. The first thing I wrote in "
        "the incident form was where I had been. The second was where the glasses had been, and that was the right "
        "way to begin."),
    barrier(
        "capacity", 2,
        "Third shift this month with one registered nurse to twelve patients after eight o'clock. I can keep people "
        "safe or I can keep them company."),
    light_bulb(
        "getting-better", 2,
        "The junior stopped the consultant in the middle of the ward round and said \"sorry, I think that's the other "
        "patient\". He said thank you, wrote it down, and carried on. Nobody breathed for a second. I bought her a "
        "coffee."),
    setback(
        "unheard", 3,
        "Escalated three times that she was not right. Score was only a two. I could not say what it was, she was "
        "just quieter. By the evening she was in intensive care. She is doing all right.\n\n"
        "They listened on the third call because I used the word \"worried\" and my name. I want to try saying that "
        "on the first."),
    barrier("procedure", 3,
            "To move a bed from bay two to bay three I need the site manager, the bed manager and the cleaning log. To "
            "move it in an emergency I need my foot on the brake."),
    light_bulb(
        "whole-system", 4,
        "Spent my study day with the ambulance service. Sat outside our own front door for two hours and forty "
        "minutes with a lady on a trolley and a crew who should have been somewhere else. I have been on the other "
        "side of that door for years, thinking about the empty bed I did not have. I never once pictured the queue.")
        .on(kWeekdays),
    setback("", 1, "Cried in the car before the shift and then it was fine.").hours(6, 8),
    barrier("bolted-on", 3,
            "The night site team now cover both hospitals from one office. Rang at one, they were on the motorway.")
        .hours(1, 6),
    light_bulb(
        "relationships", 3,
        "The porter told me that he always takes the old ladies past the window by the chapel because you can see the "
        "hills. He has never mentioned it to anyone. Four minutes longer. I am not going to mention it either, except "
        "here."),
    setback(
        "not-with-users", 2,
        "We had the meeting about his discharge at the end of his bed and over his head. He is deaf in one ear and we "
        "were all on that side. It was the student who noticed and moved round."),
    barrier("tools", 3,
            "Trolleys in the corridor, so no sockets, so no charged pumps, so we are swapping batteries like children "
            "with marbles.")
        .months(12, 2),
    setback(
        "capacity", 3,
        "Corridor care. I washed a man behind a screen held up by a relative of somebody else. He joked about it the "
        "whole time, for my sake.\n\n"
        "I have been trying to write more than that and can't.")
        .months(12, 2),
    barrier(
        "no-time", 3,
        "Fourth bed meeting by noon. It takes the sister away for an hour and a half of her day to report that there "
        "are no beds, in order to find out if there are beds.")
        .months(12, 2)
        .hours(12, 22),
    light_bulb(
        "others-too", 2,
        "All winter we have sent someone to the discharge lounge with a list and all winter they have sent somebody "
        "up to us with theirs. They met on the stairs today.")
        .months(2, 3)
        .hours(11, 24),
    setback("momentum", 3,
            "The extra staff for winter finished on the last day of the month. Winter did not get the email.")
        .months(4, 4),
    light_bulb("renewed", 2,
               "First shift in weeks with an empty bed. We all kept walking past to look at it. C. defrosted the staff "
               "fridge.")
        .months(3, 5),
    barrier(
        "rules", 3,
        "A relative brought in his own pillow and I was asked to send it home because of infection control. It took "
        "me till the afternoon to find anyone who knew the rule. There isn't one. It's just that it had always been "
        "said."),
    setback(
        "self-image", 3,
        "The poster at the entrance says visitors are partners in care. The doors are locked from two to four while "
        "we do the medicines, and there was an old lady standing outside in the corridor, with grapes."),
    light_bulb(
        "not-a-project", 2,
        "We tried the thing with the whiteboard: what matters to you, in the patient's own words, and who to ring "
        "first. Training pack, launch date, the lot, and it died in a month. Now the domestic, who talks to everyone, "
        "simply tells us, and we write it up. It has lasted since Easter.")
        .months(6, 11),
    setback(
        "no-time", 2,
        "He asked me to stay a minute. I said I would come back. When I came back he was asleep. It was nearly nine.")
        .hours(21, 24),
    barrier(
        "top-only", 3,
        "The exec walkabout is on Thursday, so the corridor is being painted. The paint is blocking the store where "
        "the hoist is kept.")
        .on(kMonday | kTuesday | kWednesday),
    light_bulb(
        "users-first", 2,
        "Turned off the big lights at eleven, all of them, and used a torch. Everybody slept. I do not know why it "
        "takes a new member of staff and a blown fuse to find out that people sleep in the dark.")
        .hours(4, 8),
    setback(
        "tools", 2,
        "The phones went down at half past two for forty minutes. We used the student as a runner. She was brilliant "
        "and has asked if it is always like this. Said yes, before I thought about it.")
        .hours(3, 8),
    barrier(
        "unclear", 3,
        "Who tells the family when a bed move happens in the night? We say the receiving ward, they say us. I asked "
        "four people on shift and got three answers and a shrug."),
    light_bulb(
        "asked", 3,
        "Rang the pharmacist at half eight and asked what would help her get the take-home medicines done before "
        "noon. She said \"tell me the night before, even if you're only guessing\". So we guess. We are right about "
        "two in three, and most people are home for lunch.")
        .on(kWeekdays),
    setback(
        "blame", 3,
        "In the meeting about delays somebody said \"nurse-led discharge isn't happening\" and everyone looked at me. "
        "I explained about the medicines and the transport and heard how defensive it sounded. A better answer would "
        "have been to bring one patient's day with the times on it. I am going to do that. I have picked the day: it "
        "was last Tuesday and she waited seven hours and ten minutes, of which I can account for six.")
        .on(kWeekdays),
    barrier(
        "not-with-users", 3,
        "Menu cards are now on a tablet. Most of my patients are over eighty and the tablet goes dark while they are "
        "finding their glasses. So I choose. I think he is sick of fish."),
    light_bulb(
        "relationships", 2,
        "Night staff had left a note on the drug trolley: \"sorry about the state of the sluice, it was one of those. "
        "Kettle's just boiled.\" Best handover of the month.")
        .hours(5, 9),
    setback("language", 2,
            "She had been nodding at me for two days and I thought that she understood. Her grandson came and it turns "
            "out that her English stops at \"yes, thank you\". We had a telephone interpreter all along and I had not "
            "checked, because she was smiling."),
    light_bulb("fresh-eyes", 2, "A patient asked why we wake him at six to ask whether he slept."),
    barrier("own-position", 4,
            "Three specialties agree that she needs a bed. Each of the three agrees that it should be one of the other "
            "two's."),
    setback(
        "capacity", 2,
        "Only two of us on and one had to go on the transfer. An hour and a half with fourteen patients and one "
        "healthcare assistant, who is worth three. I kept the doors open, did the round backwards, and sang a bit so "
        "that they would know where I was.")
        .hours(2, 8),
    light_bulb(
        "whole-system", 4,
        "For months I have been annoyed that the ambulance arrives at five to take people home, when the carers "
        "cannot come before seven. Last month one of the crew showed me his job list. They get told at four because "
        "we book at three, because the ward round ends at two, because the consultant does clinic first on a "
        "Wednesday. We moved the round for the people going home to before clinic. Three Wednesdays so far, and every "
        "one of them ate supper in their own kitchen."),
    setback("no-time", 2,
            "Discharge planned for eleven, happened at half past six. Nothing big. Blood result, then the letter, then "
            "the tablets, then his son was at work. He was patient about it and I kept saying \"nearly\".")
        .hours(18, 23),
    setback("unclear", 2,
            "Two of us had told the same family two different things about when the scan would be. Both of us had been "
            "told it by someone."),
    setback("unheard", 2,
            "Rang the on-call team about his pain at one, at half past two and at four. Each time they were going to "
            "come. I should have gone above them at half past two. I did not like to.")
        .hours(16, 23),
    setback("tools", 2,
            "Could not find the bladder scanner. It was on the ward next door, and they thought it was theirs."),
    setback(
        "", 2,
        "A patient's hearing aid has gone, in the wash most likely, with the sheets. It was in a tissue on the table. "
        "His wife cried, which I had not expected, about a hearing aid. It has been made to his ear, it will be six "
        "weeks, and until then he can't hear her.\n\n"
        "We have had a box for hearing aids on order since I asked for it in the summer. I am going to bring in jam "
        "jars.")
        .months(9, 12),
    setback("blame", 2,
            "Sharp words with the site team on the phone, in front of a student. I was right about the bed and wrong "
            "about the tone. I said so to the student, at least."),
    setback("capacity", 2,
            "Break at ten past four. I had got to the point where I read the same drug chart three times.")
        .hours(16, 22),
    setback(
        "language", 2,
        "Handed over \"he's a bit muddled\". The day staff took it as his normal. It was new since midnight, and that "
        "is what I should have said: new since midnight.")
        .hours(7, 22),
    setback(
        "not-with-users", 2,
        "Moved her at two in the morning to make room. She is in her eighties and had only just got used to where the "
        "toilet was. She fell at five looking for it in the old place. Bruised, shaken, no break.\n\n"
        "What surprised me: nobody asked her, and that includes me, and I was the one who woke her.\n\n"
        "If I have to move someone at night again I will walk them to the toilet first, before I leave them, even if "
        "the phone is going.")
        .hours(5, 9),
    setback(
        "procedure", 3,
        "Specimen rejected because the form had the old consultant's name on it. He has retired. The patient has been "
        "needled twice for the sake of a name.")
        .on(kWeekdays),
    setback(
        "top-only", 3,
        "We were told at handover that visiting is now open all day. We said fine. The relatives were not told, the "
        "switchboard was not told, and the security man was definitely not told."),
    setback("tools", 2, "Bell in the side room is not working. We gave him a handbell from the Christmas box.")
        .hours(22, 6),
    setback(
        "momentum", 2,
        "Nobody has filled in the safety cross since the sister went on leave. I noticed it today, on her first day "
        "back, at the same moment as she did.")
        .hours(11, 24),
    setback(
        "self-image", 2,
        "Told a relative we were \"fully staffed today\". We were, by number. Two of them had never been on the ward "
        "before and one was me on an extra.")
        .hours(11, 24),
    barrier(
        "capacity", 3,
        "Three new starters in one week, all of them lovely, and the two people who could supervise them are on the "
        "same course.")
        .on(kWeekdays),
    barrier(
        "procedure", 3,
        "Pain relief patch needs two checkers and the second has to come from another ward after eight. He waits, on "
        "average, thirty-five minutes. I've timed it for a week on the back of my handover sheet."),
    barrier(
        "bolted-on", 4,
        "The social worker for the ward covers four wards, the therapist covers three, the pharmacist covers five. "
        "The only time all of them could meet about one patient is a quarter past one on a Wednesday, which is when "
        "the consultant has clinic."),
    barrier("not-with-users", 3,
            "Mealtimes were changed to suit the new trolley. Supper at a quarter to five. They are all hungry again at "
            "nine, and the kitchen's locked."),
    setback(
        "no-time", 2,
        "I wanted to sit in on the conversation with his sons and I was in the middle of a transfusion. By the time I "
        "was free they had gone, and he was lying there with a leaflet.\n\n"
        "I asked if he wanted to talk about it. He said: tomorrow. I am not on tomorrow. I have asked the nurse who "
        "is and told him her name.")
        .hours(17, 23),
    setback(
        "capacity", 2,
        "Norovirus in two bays. One of us each side of the doors all day, shouting across like fishwives. I got the "
        "visitors' calls wrong, told one family they could come, and had to turn them round at the entrance.")
        .months(12, 2)
        .hours(15, 23),
    light_bulb(
        "whole-system", 3,
        "Spent three shifts writing down, every time that I went to fetch something, what it was and how long it "
        "took. Nothing clever, a tally on the back of the handover sheet.\n\n"
        "In thirty-six hours I was fetching for just under six. Most of it was four things: the thermometer, the "
        "keys, the bladder scanner and the good chair. The keys alone came to seventy minutes, mostly finding out who "
        "had them.\n\n"
        "Took it to the sister expecting to be told about the budget. She looked for a long time and said that she "
        "could not do anything about the scanner, but that keys were free. We now have three sets, on three coloured "
        "ribbons, and each has a hook.\n\n"
        "I have started a tally for after. It is only day two and I don't want to jinx it."),
    barrier(
        "no-time", 3,
        "The escalation plan asks the ward to open four more beds when the hospital is at black. We have been at "
        "black for twenty-three days. So it isn't escalation, it's four more beds, without anybody to go with "
        "them.\n\n"
        "I am not complaining about the people upstairs, they have nowhere else to put them, and I have seen the "
        "matron's face. But each of the four was to have been for a day or two. They have no locker, no bell on the "
        "wall and no curtain on one side. We have got used to that, which worries me more than the beds.\n\n"
        "Today I put a bell on a string. I wrote down for each of the four what they go without, and asked for that "
        "to be read out at the bed meeting next to the number.")
        .months(11, 3)
        .hours(14, 23),
};

}  // namespace

std::span<const SampleText> ward_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
