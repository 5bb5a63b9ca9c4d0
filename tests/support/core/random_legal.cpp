// The legal steps.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

Command legal_act(ActInTheMaking& moment) {
    auto& seed = moment.seed;
    switch (seed.below(12)) {
        case 0: return PutUpForTriage{moment.words()};
        case 1: return AcceptTriage{};
        case 2: return AskAuthority{moment.held_item(), moment.role(), moment.words()};
        case 3:
        case 4:
            return AnswerAuthority{moment.made(moment.state.legal.authority), seed.chance(60),
                                   moment.words()};
        case 5:
            return AskConsent{moment.person(), seed.chance(50) ? "care" : "",
                              seed.chance(50) ? moment.held_item() : ItemId{}};
        case 6: return InformPerson{moment.person(), moment.words()};
        case 7:
        case 8:
        case 9: return AskPrivacyOfficer{moment.held_item(), moment.role(), any_of<Purpose>(seed)};
        default:
            return RecordWeighing{moment.held_item(), moment.words(), moment.words(),
                                  moment.words(), moment.words()};
    }
}

}  // namespace casustafel::support
