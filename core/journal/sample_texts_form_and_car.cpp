// SPDX-License-Identifier: Apache-2.0
// Sample texts: the discharge form, from both of its ends, and the shared car.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("tools", 4,
            "The discharge form is four pages now. Page three asks for the GP's address, which I have already typed on "
            "page one. I typed it twice and got it wrong once.")
        .by(kWard)
        .during(5, 90),
    setback(
        "unclear", 4,
        "First visit today with the discharge form in my hand. It says \"independent with transfers\". He was in the "
        "same chair the ambulance crew had left him in at six the evening before.\n\n"
        "On the ward, independent means a rail, a raised bed and somebody walking past. At home there is a low settee "
        "and a cat.")
        .by(kCommunity)
        .during(20, 150)
        .hours(11, 24),
    setback(
        "no-time", 2,
        "Discharge form sent without the last page. I was called to help with a fall in the bay and somebody needed "
        "the computer. The community nurse rang at ten past five, perfectly polite, which was worse.")
        .by(kWard)
        .during(70, 200),
    barrier(
        "bolted-on", 4,
        "Counted it with K. over a sandwich. One person going home: the discharge form, the referral, the equipment "
        "order, the transport booking, the medicines list. Same name and address on all five. Five chances to get it "
        "wrong, and none of the five can see the others.")
        .during(120, 260),
    barrier("procedure", 3,
            "Asked who owns the discharge form, so that I could suggest dropping question 14. Was sent to quality, who "
            "sent me to digital, who think it belongs to a committee that has not met for a year.")
        .during(150, 300)
        .on(kWeekdays),
    light_bulb(
        "asked", 4,
        "Rang the community team and asked them straight out: which bits of the discharge form do you read? She "
        "laughed, then told me. Six lines. Who lives there, what they can do on a bad day, medicines that changed, "
        "key safe, next visit, who to ring.\n\n"
        "Six lines, and I have been filling in four pages for three years.")
        .by(kWard)
        .during(180, 300),
    setback("false-consensus", 4,
            "Working group on the discharge form. Everybody agreed it should be shorter. Then everybody named the one "
            "question that had to stay, and we left with five pages.\n\n"
            "I agreed as well, that is the bit that bothers me on the way home. I had a list of six lines in my pocket "
            "and did not take it out.")
        .during(260, 325),
    barrier("procedure", 3,
            "The new discharge form is ready but cannot be used until it has been to the forms board. The forms board "
            "meets quarterly. It met last week.")
        .during(330, 430)
        .on(kWeekdays),
    light_bulb(
        "others-too", 4,
        "Found out by accident that the stroke unit have used a one-page discharge sheet for over a year. Quietly, "
        "stapled to the front of the official one. The community teams read the front page and recycle the rest. "
        "Nobody had thought to mention it because nobody had asked.")
        .during(400, 520),
    light_bulb(
        "relationships", 4,
        "Sat with two of the ward nurses and a carer whose mother has been home and back three times. Read the "
        "discharge form aloud, one question after the other, and after each one asked her: did this help you? She was "
        "very nice about it.\n\n"
        "By question nine one of the nurses had put her head on the table.\n\n"
        "We crossed out everything she could not use. What is left fits on one side with room for a phone number at "
        "the bottom that someone actually picks up.")
        .during(560, 640)
        .on(kWeekdays)
        .hours(14, 22),
    light_bulb("getting-better", 4,
               "Ninth week of the one-page discharge form. I no longer notice it, which I think is the point.")
        .during(655, 760),
    setback("momentum", 3, "Somebody has added a box to the one-page discharge form. Only one. It is about parking.")
        .during(790, 840),
    barrier("procedure", 3,
            "The discharge form is on its second page again. Each addition sensible, each from someone with a real "
            "incident behind it. No one adds them up.")
        .during(842, 895),
    light_bulb(
        "renewed", 3,
        "Took the discharge form back to the carer who helped us cut it down. She looked at the second page and said "
        "\"this is for you lot, isn't it\". So it is now a second sheet, for us lot, and the one that goes home is a "
        "single page again.")
        .during(900, 960),
    light_bulb(
        "users-first", 4,
        "Saw our discharge form stuck to a fridge today, next to the bin calendar, with the phone number ringed in "
        "red. It was the daughter's doing. She has rung it twice and both times someone answered.")
        .during(960, 1000)
        .on(kWeekdays)
        .hours(11, 24),
    barrier("tools", 2,
            "The shared car was not where the book said it was. Found it behind the clinic with the fuel light on and "
            "somebody's wellies in the boot.")
        .by(kCommunity)
        .during(10, 120),
    setback(
        "blame", 2,
        "Snapped at R. about the shared car. I had waited twenty minutes and had a dressing to do before her lunch "
        "came. It turned out the booking sheet had two Thursdays on it. Apologised by the sink. R. was kinder than I "
        "had been.")
        .by(kCommunity | kSocialWork)
        .during(40, 180),
    barrier("rules", 3,
            "I may drive the shared car. I may not put air in its tyres, that is a contractor. The contractor comes on "
            "the first Wednesday of the month.")
        .by(kCommunity | kSocialWork)
        .during(120, 260),
    barrier(
        "own-position", 4,
        "Two teams, one shared car, two insurers. Health's policy does not cover council staff and the council's does "
        "not cover health. So it stood outside all morning while two of us took the same bus to the same street.")
        .by(kCommunity | kSocialWork)
        .during(220, 340),
    light_bulb(
        "fresh-eyes", 2,
        "The student asked why the shared car is booked by the day and not by the visit. None of us knew. It goes "
        "back to when there was a form for the whole day and a person who stamped it. There has not been a person who "
        "stamps it since before I started.")
        .by(kCommunity | kSocialWork)
        .during(330, 430),
    setback("momentum", 2,
            "Our lovely booking list for the shared car worked for five weeks. Then I went on leave and nobody knew it "
            "was me who turned the page over.")
        .by(kCommunity | kSocialWork)
        .during(480, 600),
    light_bulb(
        "not-a-project", 2,
        "Gave up on the spreadsheet for the shared car. The keys now hang by the kettle with a peg for each half day. "
        "If the peg is gone the car is gone. Eleven days without an argument.")
        .by(kCommunity | kSocialWork)
        .during(600, 720),
    barrier("tools", 3,
            "The shared car has failed its MOT and the pool replacement is in another town. To fetch it I would need a "
            "car.")
        .by(kCommunity | kSocialWork)
        .during(730, 860),
    light_bulb(
        "relationships", 4,
        "Gave the new housing officer a lift in the shared car because the bus had not come. Fifteen minutes. She "
        "told me about three people on my list that I thought no one was seeing. She sees two of them every Monday.")
        .by(kCommunity | kSocialWork)
        .during(880, 980),
};

}  // namespace

std::span<const SampleText> form_and_car_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
