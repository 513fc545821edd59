// SPDX-License-Identifier: Apache-2.0
// Blame words of English. Private to core/journal; read by blame_words.cpp only.
// Threads: constant data.
#pragma once

#include <array>

#include "journal/blame_words_list.h"

namespace pennydrop::english {

inline constexpr std::array kBlamePatterns{
    BlamePattern{"whose fault", BlameKind::kSomebody},
    BlamePattern{"who|who's is|was to blame", BlameKind::kSomebody},
    BlamePattern{"who's to blame", BlameKind::kSomebody},
    BlamePattern{"he|she|they|you is|are|was|were to blame", BlameKind::kSomebody},
    BlamePattern{"he's|she's|they're|you're to blame", BlameKind::kSomebody},
    BlamePattern{"his|her|their|your fault", BlameKind::kSomebody, "",
                 "report|reports|line|lines|log|logs|finding|code|codes|tolerance|with"},
    BlamePattern{"his|her|their|your own fault", BlameKind::kSomebody},
    BlamePattern{
        "someone's|somebody's|manager's|managers'|management's|boss's|supervisor's|colleague's|nurse's|doctor's|"
        "consultant's|team's fault",
        BlameKind::kSomebody, "", "report|log|line|code"},
    BlamePattern{"i blame him|her|them|you|management", BlameKind::kSomebody},

    BlamePattern{"my fault", BlameKind::kSelf, "", "report|log|line|code|finding"},
    BlamePattern{"my own fault", BlameKind::kSelf},
    BlamePattern{"i'm|am to blame", BlameKind::kSelf},
    BlamePattern{"i was to blame", BlameKind::kSelf},
    BlamePattern{"blame|blamed|blaming myself", BlameKind::kSelf},
    BlamePattern{"i messed|screwed it|things|everything up", BlameKind::kSelf},
    BlamePattern{"i messed|screwed up", BlameKind::kSelf},
    BlamePattern{"i let him|her|them|everyone|everybody|people down", BlameKind::kSelf},
    BlamePattern{"i am|was so|such|just a|an failure|idiot", BlameKind::kSelf},
    BlamePattern{"i am|was a|an failure|idiot", BlameKind::kSelf},
    BlamePattern{"i'm such|just a|an failure|idiot", BlameKind::kSelf},
    BlamePattern{"i'm a|an failure|idiot", BlameKind::kSelf},
    BlamePattern{"i'm|am useless|stupid|incompetent", BlameKind::kSelf},
    BlamePattern{"stupid of me", BlameKind::kSelf},

    BlamePattern{
        "i|he|she|they|you|we should have *ed|been|known|done|seen|told|gone|thought|taken|made|given|said|written|"
        "kept|left|found|come|spoken|read|rung|caught|brought|realised|stuck|stood|sent|put|let|had",
        BlameKind::kHindsight},
    BlamePattern{
        "i|he|she|they|you|we should've *ed|been|known|done|seen|told|gone|thought|taken|made|given|said|written|"
        "kept|left|found|come|spoken|read|rung|caught|brought|realised|stuck|stood|sent|put|let|had",
        BlameKind::kHindsight},
    BlamePattern{
        "i|he|she|they|you|we should never have *ed|been|done|gone|taken|made|given|said|left|come|sent|put|let",
        BlameKind::kHindsight},
    BlamePattern{"i|he|she|they|you|we should not have *ed|been|done|gone|taken|made|given|said|left|come|sent|put|let",
                 BlameKind::kHindsight},
    BlamePattern{"i|he|she|they|you|we shouldn't have *ed|been|done|gone|taken|made|given|said|left|come|sent|put|let",
                 BlameKind::kHindsight},
    BlamePattern{"i|he|she|they|you|we ought to have *ed|been|known|done|seen|told|gone|thought|taken|said",
                 BlameKind::kHindsight},

    BlamePattern{"incompetent", BlameKind::kLabel, "", "valve|valves|vein|veins|cervix|sphincter"},
    BlamePattern{"incompetence", BlameKind::kLabel,
                 "valve|valvular|venous|mitral|aortic|cervical|chronotropic|velopharyngeal|lip"},
    BlamePattern{"idiot|idiots|moron|morons|imbecile|imbeciles", BlameKind::kLabel},
    BlamePattern{"he|she|they is|are|was|were lazy|useless|careless|negligent|stupid|hopeless", BlameKind::kLabel},
    BlamePattern{"he's|she's|they're lazy|useless|careless|negligent|stupid|hopeless", BlameKind::kLabel},
    BlamePattern{"lazy staff|people|manager|managers|colleague|colleagues|nurse|nurses|doctor|doctors|worker|workers",
                 BlameKind::kLabel},
    BlamePattern{"he|she|they couldn't be bothered", BlameKind::kLabel},
    BlamePattern{"he|she|they could not be bothered", BlameKind::kLabel},
    BlamePattern{"he|she|they can't be bothered", BlameKind::kLabel},
};

inline constexpr BlameList kBlameList{
    .language = "en",
    .patterns = kBlamePatterns,
    .denials = "not|never|no|nobody|none|nor|neither|without|cannot|hardly|isnt|wasnt",
    .denial_ending = "n't",
};

}  // namespace pennydrop::english
