// Who plays which role, calls for help, whispers, bookmarks, and the swap.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

namespace {

// Mostly pairs of different roles; now and then the scenario's, or a role twice.
std::vector<SwapPair> pairs(ActInTheMaking& moment) {
    std::vector<SwapPair> chosen;
    if (moment.seed.chance(30)) return chosen;
    const auto& roles = moment.scenario().roles;
    const auto first = moment.seed.below(roles.size());
    for (std::size_t at = 0; at + 1 < roles.size() && at < 4; at += 2) {
        chosen.push_back(
            {roles[(first + at) % roles.size()].id, roles[(first + at + 1) % roles.size()].id});
        if (moment.seed.chance(50)) break;
    }
    if (moment.mistake()) chosen.push_back({moment.role(), moment.role()});
    return chosen;
}

}  // namespace

Command trainers_seat_act(ActInTheMaking& moment) {
    auto& seed = moment.seed;
    switch (seed.below(10)) {
        case 0:
        case 1: return SeatAutopilot{moment.role()};
        case 2:
        case 3: return StandIn{moment.role()};
        case 4: return Whisper{moment.role(), moment.words()};
        case 5: return BookmarkMoment{moment.words()};
        case 6:
        case 7: return AnswerHelp{moment.made(moment.state.help_calls)};
        // Often the same person, who so comes to hold as many roles as one may.
        case 8:
            return AssignRole{seed.chance(50) ? ParticipantId{1} : moment.somebody(),
                              moment.free_role(), seed.chance(5)};
        default: return AssignRole{moment.somebody(), moment.role(), seed.chance(50)};
    }
}

Command trainers_swap_act(ActInTheMaking& moment) {
    const bool swapping = moment.state.swap.stage != SwapStage::none;
    const auto choice = moment.seed.below(10);
    if (choice < (swapping ? 1u : 8u)) return StartSwap{pairs(moment)};
    if (choice < 9) return AdvanceSwap{};
    return CancelSwap{};
}

Command swapping_act(ActInTheMaking& moment) {
    if (moment.seed.chance(60)) return SayReady{};
    WriteHandoverNote note;
    note.text = moment.words();
    if (moment.seed.chance(50)) note.items.push_back(moment.held_item());
    if (moment.seed.chance(30)) note.requests.push_back(moment.request_id());
    return note;
}

Command participants_act(ActInTheMaking& moment) {
    if (moment.seed.chance(30)) return CallPause{};
    return CallForHelp{moment.seed.chance(50) ? moment.words() : std::string{}};
}

}  // namespace casustafel::support
