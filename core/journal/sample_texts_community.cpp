// SPDX-License-Identifier: Apache-2.0
// Sample texts: community nursing.
#include "journal/sample_texts.h"

namespace pennydrop::sample {
namespace {

constexpr SampleText kTexts[]{
    barrier("tools", 3, "No signal at the top of the hill. Notes on the back of my hand till I got down.").again(),
    setback("no-time", 2, "Ran late from the second visit on and apologised on every doorstep.").hours(14, 22).again(),
    barrier("capacity", 2, "Fourteen visits on the list, ten is what the day holds.").again(),
    light_bulb("relationships", 4,
               "The carer and I overlapped by five minutes on the doorstep. Worth more than the whole folder.")
        .again(),
    setback("tools", 2, "Arrived without the right dressings. Forty minutes there and back.").again(),
    barrier("unclear", 4, "Key safe number on the referral was wrong. Stood in the rain ringing people.").again(),
    light_bulb("getting-better", 2, "Leg ulcer on the corner house has closed. He showed the postman.").again(),
    barrier(
        "tools", 4,
        "The equipment will be delivered \"between eight and six\". She is in bed on the first floor and he cannot "
        "hear the bell. So I sat on their stairs with my laptop for as long as I dared and heard all about the navy."),
    setback(
        "unclear", 4,
        "Turned up to give an injection that the practice nurse had given yesterday. No harm, he told me himself with "
        "his sleeve already rolled up. But he should not be the one who keeps the record."),
    light_bulb(
        "users-first", 1,
        "I had \"non-compliant with compression\" written about her three times in my own hand. Today I asked. She "
        "takes the stockings off because she cannot get them on again by herself and she likes her bath on a "
        "Sunday.\n\n"
        "It was never about the stockings. Carer now comes at ten on Sundays, after the bath.")
        .hours(11, 24),
    barrier("rules", 4,
            "The night sitter can give him a drink but cannot thicken it. The carer can thicken it but goes at nine. I "
            "can do both and am not there."),
    setback(
        "capacity", 2,
        "Saturday, two of us for the whole patch. Had to ring a lady and ask if her dressing could wait until Monday. "
        "She said of course, dear, you must be run off your feet. I would have preferred it if she had shouted.")
        .on(kSaturday)
        .hours(13, 22),
    light_bulb(
        "asked", 4,
        "Asked the man at the corner shop to keep an eye on whether she comes in for her paper. He said that he has "
        "done that since his dad ran the shop, and had been wondering who to tell."),
    barrier(
        "bolted-on", 4,
        "In one week she had the heart failure nurse, the diabetes nurse, me for the legs, and a pharmacist about all "
        "three. Each of us asked what tablets she takes. She has a carrier bag behind the door now and just holds it "
        "out."),
    setback(
        "", 1,
        "He died in the night, before I got there with the syringe driver. It was the family that I had told \"first "
        "thing\". First thing turned out to be ten to nine because of the roadworks and because I had stopped for "
        "petrol.\n\n"
        "The daughter made me a cup of tea. She said he had been peaceful for most of it. I have been thinking about "
        "\"most of it\" all day.\n\n"
        "I rang our out-of-hours lot, and it was nobody's doing. They had been at the other end of the county from "
        "midnight, two of them, both with someone dying. The just in case medicines were in the house. No one had "
        "been free to come and give them.\n\n"
        "I am not going to tie this up. I will go to the funeral, if they want me. And I will ask for the overnight "
        "figures, because I do not think that this was one bad night.")
        .hours(15, 23),
    barrier("guarding", 4,
            "The hospice knows, the GP knows and the ambulance service has a flag. We found out from the neighbour."),
    light_bulb(
        "fresh-eyes", 2,
        "The student weighed my bag. Eleven kilos. We took out everything I had not used in a month, and it is down "
        "to six and a half. There was a tape measure from when I was pregnant."),
    setback(
        "language", 4,
        "Wrote \"unkempt\" in the referral. The social worker asked what I had seen. I had seen one cold room lived "
        "in, three jumpers, and washing-up from about two days. That would have been quicker to write and a good deal "
        "more use."),
    barrier("no-time", 2, "Supervision moved again. It is the fifth time and the second time it was me who moved it.")
        .on(kWeekdays),
    light_bulb(
        "whole-system", 4,
        "Four of my catheter calls this month were on one road, so I went and looked, and it was the tap water being "
        "off for the works. They had been drinking less for a fortnight. I rang the water company, and felt a bit "
        "silly, and they could not have been nicer. Bottles on the doorsteps by teatime.")
        .on(kWeekdays),
    setback(
        "not-with-users", 2,
        "Moved his visit to the morning to balance the list. He plays bowls in the mornings. It is the one thing he "
        "goes out for. He did not like to say, so he stopped going to bowls.\n\n"
        "Moved it back, and said sorry, and asked who won."),
    barrier(
        "procedure", 3,
        "A hospital bed needs three signatures, one of them from a panel. The mattress that goes on it needs one. So "
        "he has the mattress.")
        .on(kWeekdays),
    light_bulb(
        "relationships", 4,
        "Went to the surgery in person with a box of shortbread, met the receptionists, and asked what time of day "
        "they would least mind me ringing. Ten past two. I have not been on hold since.")
        .on(kWeekdays),
    setback("blame", 3,
            "Pressure ulcer, category three, on my caseload, so there is a review. I had put the right mattress in. It "
            "had been unplugged to charge a phone, most likely by a carer with no other socket. I could feel the room "
            "wanting it to be the carer. It's one socket. The house has one socket in that room.")
        .on(kWeekdays),
    barrier("capacity", 4,
            "No carer available for a four times a day package until the nineteenth. Until then it is his wife, who is "
            "smaller than me and has a bad hip, and whoever of us can drop in. We can drop in at one."),
    light_bulb(
        "not-a-project", 2,
        "We gave up on the perfect route planner. P. just phones round at eight: who has a gap, who is drowning. "
        "Takes six minutes and someone always laughs."),
    setback(
        "tools", 2,
        "Blood test taken, labelled, driven to the surgery for the one o'clock van. The van goes at half past twelve "
        "now. It was on a notice, in the surgery. He has veins like cotton and I had to do it all over again, and he "
        "was very good about it.")
        .on(kWeekdays),
    barrier(
        "not-with-users", 4,
        "The clinic has moved to the big site to bring services together. My ladies now take two buses, so they have "
        "become housebound and are back on my list. I did write this down beforehand on a yellow sticky note at the "
        "workshop.")
        .on(kWeekdays),
    light_bulb(
        "users-first", 2,
        "Her goal in the care plan: \"improve mobility\". Her goal when I asked: to get to the gate before the school "
        "lets out, because the children wave."),
    setback(
        "unheard", 3,
        "I flagged the steep drive before winter. I flagged the drive at the risk meeting. Today I went down the "
        "drive on my back, with the bag. Nothing broken except for a thermos. I now have a form to fill in about the "
        "drive.")
        .months(12, 2)
        .hours(11, 24),
    barrier("tools", 3,
            "Dark by the third visit and no numbers on the doors on that estate. I count from the corner with a torch "
            "like a burglar.")
        .months(11, 2)
        .hours(15, 20),
    setback(
        "capacity", 2,
        "Flu has gone through the office. Took on half of J.'s list. Did the insulins first and rang everybody else "
        "in the order that I would worry about them at night.")
        .months(12, 2),
    barrier("capacity", 4,
            "Three referrals marked urgent by half past nine, all of them from wards that need the bed by noon. I "
            "understand it, I used to be the one sending them.")
        .months(12, 2)
        .hours(10, 22),
    light_bulb(
        "asked", 4,
        "Snow. I put out a message asking who had a four by four and a farmer I have never met drove me round for six "
        "hours with a collie on my feet. We did every insulin. He said his mum had been one of ours.")
        .months(12, 2),
    light_bulb(
        "getting-better", 2,
        "Heat all week. We rang the people on the list we made after last summer: who lives in a top flat, who takes "
        "water tablets, who will not say. Took an hour. Last year that list was me lying awake.")
        .months(6, 8),
    setback(
        "tools", 2,
        "Left the vaccine cool bag on the roof of the car at the last visit and drove off. A jogger found it on the "
        "verge. The whole lot had to be thrown away. Four housebound people put off until next week, and I have owned "
        "up and filled in the form, feeling about twelve.")
        .months(9, 11),
    light_bulb("", 1, "Ate my lunch at the lookout. One buzzard. No calls for nineteen minutes.").hours(12, 14),
    barrier("rules", 3,
            "I can prescribe the dressing. I cannot order it, because our team has a spending limit that resets on "
            "Mondays. By Thursday I am ringing round the other teams for a box."),
    setback(
        "language", 4,
        "Told him over the phone that I would be round to \"do his bloods\". He told his sister that I was coming to "
        "change his blood. He'd not slept."),
    light_bulb(
        "relationships", 2,
        "Swapped one visit with A. because he had not let me in for a month. It's nothing I did, I've the same accent "
        "as his ex-wife, it turns out. He let A. in, and has had his leg looked at."),
    barrier(
        "language", 4,
        "\"Step down\", \"step up\", \"bridging\", \"reablement\". I asked what the family should call it. There was "
        "a pause and then somebody said \"the visits\"."),
    setback("self-image", 3,
            "Got an award for zero missed visits. I know how we did it. We rang people up and asked if they minded. A "
            "moved visit is not a missed visit.\n\n"
            "I went up and shook hands for the photograph, too.")
        .on(kWeekdays),
    light_bulb(
        "whole-system", 4,
        "Followed one bottle of tablets from the prescription to her table. Surgery, electronic whatsit, chemist, "
        "delivery driver, neighbour, table. Six days. The chemist and the surgery are forty feet apart and each of "
        "them is certain that it is the other. It's the driver: he does our village only on Tuesdays, and no one had "
        "ever asked him. He could do Fridays.")
        .on(kWeekdays),
    barrier("top-only", 4,
            "A leaflet says our patients now have a \"named co-ordinator\". I rang to find out who. It is me. For all "
            "sixty-one."),
    setback("momentum", 2,
            "Started the footcare mornings in the village hall in May, with tea. Thirty came. I let it slide in the "
            "summer when we were short, just for a month. Went past the hall yesterday and there was a poster for it, "
            "still up, one corner flapping.")
        .months(9, 11),
    light_bulb(
        "others-too", 4,
        "The library van stops outside eleven of my houses and I have never once talked to the driver. He knows who's "
        "stopped reading."),
    barrier("own-position", 4,
            "Physio won't see him until his pain is managed. The pain clinic won't see him until he has had physio. He "
            "asked me which of them he should lie to."),
    setback(
        "no-time", 2,
        "Said I would ring the daughter before five. It's twenty past eight, and I have just remembered, with a fork "
        "in my hand. Rang. She had been waiting. She only wanted to know whether he had eaten.")
        .hours(20, 22),
    light_bulb(
        "asked", 1,
        "Told the team at handover that I was not safe to do the long drive after the weekend I'd had. I thought it "
        "would be awkward. M. took the far visits and brought me back a bag of plums.")
        .months(8, 10),
    setback("no-time", 2, "Rushed her. She was telling me about her sister and I looked at my watch, and she saw it."),
    setback("unclear", 4,
            "The ward said the drain comes out on day five. The letter says day seven. Today is day six. Two calls, no "
            "answer, so I dressed it and left it where it was and go back tomorrow, when at least one of them will be "
            "wrong.")
        .hours(11, 24),
    setback(
        "tools", 2,
        "Tablet battery dead by the third visit. I had charged it all night in a socket that was switched off at the "
        "wall.")
        .hours(10, 22),
    setback(
        "", 2,
        "I've lost a patient's trust and I think it was over a bin bag. I took the old dressings out and put the bag "
        "in her kitchen bin like I do everywhere. She is very particular about her kitchen. Nobody wrote that down "
        "and I did not ask. She has rung to say she will see anyone else.\n\n"
        "Fair enough, I think. I would like to write to her, only to say sorry about the bin. My manager is finding "
        "out if I may."),
    setback(
        "language", 4,
        "\"No concerns\" on the care agency's sheet nine days running. She had not been out of bed for five of them. "
        "To them \"no concerns\" means nothing on the list of concerns."),
    setback(
        "momentum", 2,
        "Put the wound photographs on the shared drive every Friday, I said. It's been a month. Mine are all still in "
        "the camera."),
    setback("blame", 2,
            "Complained about the evening team at lunch, for not reordering. Then found the order form, in my own bag, "
            "filled in, in my own writing.")
        .hours(13, 22),
    setback(
        "capacity", 2,
        "One of us rang in sick at ten to eight, so I split her list with two others and by the time I got to her "
        "diabetic gentleman he had given up waiting and had his breakfast without. His sugars were sky high. I talked "
        "to the GP, sorted the dose, and stayed until he felt all right. He was fine by two.\n\n"
        "When we split a list in future, the insulins get a phone call at eight, whoever is coming. It takes four "
        "calls.")
        .hours(14, 22),
    setback(
        "unheard", 4,
        "Told the GP's duty line that the swelling was new. It went on the system as \"ongoing swelling\". One word.")
        .on(kWeekdays),
    setback("not-with-users", 4,
            "Arranged respite. Nice place, good food, garden. He lasted one night and walked home, three miles, in "
            "slippers, because no one had told the dog. I mean that he was worried about the dog."),
    setback(
        "no-time", 1,
        "Skipped lunch, skipped the toilet, got a parking ticket outside a house where I was doing a dressing. £35.")
        .hours(14, 23),
    setback(
        "own-position", 4,
        "Met the care agency manager, about timings. I came in listing what they miss. She had a list as well. We "
        "each read ours out and it got us nowhere. We're meeting again next week, at hers, and I'm leaving my list in "
        "the car.")
        .on(kWeekdays),
    setback("tools", 4, "Commode delivered to number forty, hers is fourteen. Number forty have put a plant on it."),
    barrier("procedure", 4,
            "Referral to the wheelchair service bounced: \"patient not known to us\". That is why I was referring her.")
        .on(kWeekdays),
    barrier("no-time", 2, "Travel time is set at seven minutes between visits. It's seven minutes on a map."),
    barrier("capacity", 4,
            "The Parkinson's nurse has left. Her phone still takes messages, until the box is full, which was Tuesday.")
        .on(kWednesday | kThursday | kFriday),
    barrier(
        "tools", 3,
        "Two systems and a paper folder in the house, and the only one that is ever up to date is the calendar on her "
        "kitchen wall."),
    barrier(
        "language", 4,
        "His plan says \"encourage fluids\". The agency's plan says \"fluids as per plan\". I wrote \"a full glass of "
        "squash each time you go in, he likes blackcurrant\" and stuck it on the kettle."),
    setback(
        "unclear", 2,
        "Weekend list had a visit on it with no reason given. Went. He did not know why either. We checked his feet "
        "for want of anything else, and he gave me a tomato.")
        .months(7, 10)
        .on(kWeekend),
    setback(
        "", 1,
        "Long quiet visit with someone who has decided against more treatment. I had come to do bloods. I did not do "
        "the bloods. I am not sure what to write under \"intervention\"."),
    setback(
        "unclear", 4,
        "What happened\n"
        "He came home on Friday at four with new tablets and the old ones still in the kitchen drawer. The weekend "
        "carer gave what was in the drawer, because that is the chart she had. He had both lots on Saturday, was "
        "dizzy on Sunday and fell on Sunday night. Bruised, frightened, no fracture.\n\n"
        "What surprised me\n"
        "Everybody had done their part. The ward had sent the list to the surgery. The surgery had it, in a queue. "
        "The chemist had delivered to the address. The carer had a chart, signed and in date.\n\n"
        "What it may be telling me\n"
        "That nobody's part was to go to the drawer. I always do it when I am the first one in, out of habit, and "
        "have never written it down as a thing to be done. On a Friday I am not the first one in.\n\n"
        "What I will try\n"
        "A line on our Friday list: who looks in the drawer? Asked the agency manager about it today. She wants it on "
        "theirs as well.")
        .on(kMonday | kTuesday)
        .hours(15, 23),
    setback(
        "blame", 2,
        "The complaint is about me. It is fair, in part. I was late, I was short with her, and I did leave the old "
        "dressing on the side.\n\n"
        "It doesn't say that I came back in my own time the same evening, and it needn't, she didn't ask me to.\n\n"
        "My manager handled it well. She read it to me rather than hand it over, and then asked what sort of a day it "
        "had been before I got there. I had to look it up. Fourteen on the list, one death, no lunch. It is not an "
        "excuse. I just had not put the two together.\n\n"
        "I am going to see her on Wednesday, with my manager, to listen. I've been told I may take biscuits and may "
        "not explain.")
        .on(kMonday | kThursday | kFriday),
    setback(
        "unheard", 4,
        "Best interests meeting for a lady I have seen twice a week for two years. I was asked for five minutes, at "
        "the end, by phone. The line was poor.\n\n"
        "They had already got to a care home by then. It may well be the right thing. But she's told me, on good days "
        "and on bad days, that she would sooner be cold in her own kitchen than warm in somebody else's, and that is "
        "not a symptom. I said it. Someone said \"thank you, that's helpful\", and they moved on to the date.\n\n"
        "I've written it out properly tonight, with the dates on which she said it, and sent it to the social worker, "
        "who rang straight back and said she wished she'd had it on Monday. It goes to the group again next week. I "
        "ought to have written it in the first place and not counted on five minutes.")
        .on(kWeekdays)
        .hours(18, 23),
};

}  // namespace

std::span<const SampleText> community_texts() noexcept {
    return kTexts;
}

}  // namespace pennydrop::sample
