// SPDX-License-Identifier: Apache-2.0
// Sample texts: the Tuesday huddle, and the new records system.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    setback(
        "", 2,
        "First Tuesday huddle. Four of us, standing by the kettle, and I talked for most of it because I was nervous. "
        "Ten minutes became twenty-five. Try with a clock next time.")
        .during(60, 110)
        .on(kTuesday),
    light_bulb(
        "relationships", 4,
        "Tuesday huddle, third one. The housing officer came and stood by the door with his coat on. At the end he "
        "took the coat off and told us about the block with the broken lift, where four of our people live.")
        .during(110, 200)
        .on(kTuesday),
    light_bulb(
        "whole-system", 4,
        "Tuesday huddle took nine minutes and we found that three services had been to the same man this week. He has "
        "had eleven visitors and nobody has fixed his heating. Housing took it. That was all that was needed.")
        .during(190, 330)
        .on(kTuesday),
    barrier("own-position", 3,
            "Was asked for terms of reference for the Tuesday huddle. It is seven people and a kettle.")
        .during(280, 420)
        .on(kTuesday),
    setback(
        "momentum", 2,
        "Two of us at the Tuesday huddle. Everyone else was on training for the new system or clearing what had piled "
        "up during training for the new system.")
        .during(430, 520)
        .on(kTuesday),
    setback(
        "unheard", 2,
        "I suggested we drop the Tuesday huddle, as we were down to two and I felt foolish. The ward clerk, who never "
        "says anything at it, said please don't, it's the only time I know who to ring. I had not even known she "
        "listened.")
        .during(520, 590),
    light_bulb(
        "renewed", 2,
        "Restarted the Tuesday huddle with one rule: bring one person who is stuck, leave with one name of who will "
        "move it. Eight minutes. Someone had bought biscuits.")
        .during(595, 670)
        .on(kTuesday),
    light_bulb("others-too", 4,
               "The team across the river do a Tuesday huddle on a Thursday. They had heard about ours from a porter.")
        .during(720, 840),
    barrier(
        "self-image", 3,
        "The Tuesday huddle has been named good practice and is to have a template, a chair, minutes and a dashboard. "
        "Fourteen people have been invited. I am trying to find a polite way of saying that it works because it is "
        "small and nobody writes anything down.")
        .during(820, 920),
    setback(
        "top-only", 3,
        "Fourteen at the Tuesday huddle, most of them to observe. We did introductions. The ward clerk did not come.")
        .during(880, 960)
        .on(kTuesday),
    light_bulb(
        "getting-better", 2,
        "Back to the kettle for the Tuesday huddle, the proper one. The big meeting carries on upstairs with its "
        "slides and seems quite happy. We moved three people along before the water boiled.")
        .during(965, 1000)
        .on(kTuesday),
    barrier("top-only", 3,
            "Email about the new records system. It goes live in eight weeks, it will save each of us forty minutes a "
            "day, and there is a poster. I would like to meet the person who timed the forty minutes.")
        .during(340, 390),
    setback(
        "unheard", 3,
        "In the demonstration of the new system I asked where you put what the person said they wanted. He scrolled "
        "for a while. It can go in \"other\". I said it quite quietly and it was not written down.")
        .during(365, 400),
    barrier(
        "no-time", 2,
        "Half a day of training for the new system, on my day off, in a room with eleven chairs and nine computers.")
        .during(385, 404),
    setback(
        "tools", 3,
        "Go-live. By ten o'clock I could log in, by eleven I could see my own list, and by two I could see somebody "
        "else's.")
        .during(405, 413)
        .hours(15, 20),
    barrier(
        "tools", 3,
        "The new system logs me out after four minutes. It takes five to do a dressing, wash my hands and dry them.")
        .during(414, 440),
    setback(
        "capacity", 2,
        "Stayed until twenty to nine copying today's notes from my paper into the new system, because there was no "
        "signal on the estate. I do not mind paper. I mind doing it twice, and I was so tired by the end that I put "
        "one visit under the wrong day and had to ring in and own up.")
        .during(414, 445)
        .on(kWeekdays)
        .hours(20, 23),
    barrier("unheard", 3,
            "Rang the helpdesk about the new system. I am number nineteen in the queue and the music is pan pipes. The "
            "ticket will be closed automatically if I do not reply within two days. I am off for three.")
        .during(420, 460)
        .on(kWeekdays),
    setback(
        "tools", 3,
        "An allergy did not come across from the old system to the new one. The pharmacist caught it before anything "
        "was given. We sat down together and checked the rest of the list by hand, two hours, four more.\n\n"
        "Reported it as an incident. The reply, to be fair, came the same afternoon, from a person with a name, who "
        "asked good questions and wanted to know how we had spotted it. It had been moved as free text, under a "
        "heading that nobody opens.\n\n"
        "If I find something like this again I will ring first and fill in the form after. The form took forty "
        "minutes and the list was live all that time.")
        .during(427, 470),
    light_bulb(
        "asked", 2,
        "Asked the apprentice to show me the new system, since she seemed to fly through it. She knows eleven "
        "shortcuts. She had not told anyone because she thought we all knew. Ten of us crowded round her screen over "
        "lunch, and I have saved myself at least a hundred clicks since.")
        .during(445, 480)
        .hours(13, 22),
    light_bulb(
        "fresh-eyes", 3,
        "A man from the supplier came on a visit with me for a morning. He carried the bag. On the third flight of "
        "stairs he said \"so when do you actually type?\" That was the best question anyone has asked about the new "
        "system.")
        .during(455, 500),
    barrier(
        "rules", 4,
        "The new system can show us the GP record. The agreement that would let us look at it is with somebody's "
        "lawyer. So I ring the surgery, and hold, and the receptionist reads me what is on the screen that I am not "
        "allowed to see.")
        .during(470, 540),
    setback(
        "self-image", 3,
        "The lessons-learned meeting about the new system was moved three times and then held without anyone who uses "
        "it.")
        .during(500, 560)
        .on(kWeekdays),
    light_bulb(
        "not-a-project", 3,
        "Six months in. What made the new system bearable was not the upgrade. It was the sheet of paper by each "
        "screen where you write what annoys you, and the lad from IT who walks round on a Friday, picks one off each "
        "sheet and tells you on the next Friday what happened to it.")
        .during(640, 690),
    light_bulb(
        "getting-better", 2,
        "Caught myself showing a new starter how to do something in the new system and saying \"it's quite good, "
        "actually\". Looked round to see if anyone had heard.")
        .during(610, 660),
};

}  // namespace

std::span<const SampleText> huddle_and_system_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
