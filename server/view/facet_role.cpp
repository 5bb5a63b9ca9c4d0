#include "server/core/visible.hpp"
#include "server/view/seen.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;

// What one role looks at.
struct Eyes {
    const core::State& state;
    const core::RoleId& role;
    const Subject& subject;

    const core::Scenario& scenario() const { return *state.scenario; }
    Seen own(bool visible) const { return visible ? Seen{Facet{FacetKind::own, role}} : nothing; }
    // Without the item, to whoever has nothing of it.
    Seen veiled_without(const core::ItemId& item) const {
        const bool clear = item.empty() || core::sees_item(state, role, item);
        return Facet{clear ? FacetKind::open : FacetKind::veiled, {}};
    }
};

Seen seen_share(const Eyes& eyes) {
    const auto* share = made(eyes.state.shares, eyes.subject);
    if (!share || !core::sees_share(eyes.state, eyes.role, *share)) return nothing;
    const auto request = eyes.state.requests.find(share->event.request);
    const bool party = request != eyes.state.requests.end() &&
                       core::sees_request(eyes.state, eyes.role, request->second);
    return Facet{party ? FacetKind::party : FacetKind::open, {}};
}

// Who was spoken to knows what was said only once it is confirmed.
Seen seen_spoken(const Eyes& eyes) {
    const auto* spoken = made(eyes.state.spoken, eyes.subject);
    if (!spoken || !core::sees_spoken(eyes.state, eyes.role, *spoken)) return nothing;
    const auto answer = spoken->answers.find(eyes.role);
    const bool heard = answer != spoken->answers.end() && answer->second;
    return when(true,
                heard || spoken->event.giver == eyes.role ? FacetKind::open : FacetKind::veiled);
}

Seen seen_gut_feeling(const Eyes& eyes) {
    const auto* feeling = made(eyes.state.gut_feelings, eyes.subject);
    if (!feeling || !core::sees_gut_feeling(eyes.state, eyes.role, *feeling)) return nothing;
    return eyes.veiled_without(feeling->event.item);
}

Seen seen_authority(const Eyes& eyes) {
    const auto* question = made(eyes.state.legal.authority, eyes.subject);
    if (!question || !core::sees_authority(eyes.state, eyes.role, *question)) return nothing;
    return eyes.veiled_without(question->event.item);
}

Seen seen_meeting(const Eyes& eyes) {
    const auto* meeting = find(eyes.scenario(), core::MeetingId{eyes.subject.id});
    if (!meeting || !core::sees_meeting(eyes.state, eyes.role, *meeting)) return nothing;
    return when(true, core::may_enter(eyes.state, eyes.role, *meeting) ? FacetKind::open
                                                                       : FacetKind::veiled);
}

bool got_advice(const Eyes& eyes) {
    for (const core::PrivacyAdviceGiven& each : eyes.state.legal.privacy_advice)
        if (each.by == eyes.role && own_advice(each) == eyes.subject) return true;
    return false;
}

// Talk, and what was made of it.
Seen seen_talk(const Eyes& eyes) {
    const auto& [state, role, subject] = eyes;
    switch (subject.kind) {
        case Kind::share: return seen_share(eyes);
        case Kind::request: {
            const auto* request = made(state.requests, subject);
            return eyes.own(request && core::sees_request(state, role, *request));
        }
        case Kind::message: {
            const auto* message = made(state.messages, subject);
            return when(message && core::sees_message(state, role, *message));
        }
        case Kind::meeting: return seen_meeting(eyes);
        case Kind::spoken: return seen_spoken(eyes);
        case Kind::heard: {
            const auto* heard = made(state.heard, subject);
            return when(heard && core::sees_heard(state, role, *heard));
        }
        case Kind::gut_feeling: return seen_gut_feeling(eyes);
        case Kind::whisper: {
            const auto* whisper = made(state.whispers, subject);
            return when(whisper && core::sees_whisper(state, role, *whisper));
        }
        case Kind::help: {
            const auto* call = made(state.help_calls, subject);
            return when(call && core::sees_help_call(state, role, *call));
        }
        default: return nothing;
    }
}

// What is decided, done and planned. Each role sees what is cited in its own way.
Seen seen_work(const Eyes& eyes) {
    const auto& [state, role, subject] = eyes;
    switch (subject.kind) {
        case Kind::decision: {
            const auto* decision = find(eyes.scenario(), core::DecisionId{subject.id});
            return eyes.own(decision && core::sees_decision(state, role, *decision));
        }
        case Kind::proposal: {
            const auto* proposal = made(state.proposals, subject);
            return eyes.own(proposal && core::sees_proposal(state, role, *proposal));
        }
        case Kind::intervention: {
            const auto* intervention = find(eyes.scenario(), core::InterventionId{subject.id});
            return when(intervention && core::sees_intervention(state, role, *intervention));
        }
        case Kind::plan: return when(core::sees_plan(state, role));
        case Kind::action: {
            const auto* action = made(state.plan, subject);
            const bool stands = action && !action->withdrawn;
            return eyes.own(stands && core::sees_action(state, role, *action));
        }
        default: return nothing;
    }
}

// What belongs to this role alone, and legal steps.
Seen seen_own(const Eyes& eyes) {
    const auto& [state, role, subject] = eyes;
    switch (subject.kind) {
        case Kind::item: return eyes.own(core::sees_item(state, role, core::ItemId{subject.id}));
        case Kind::notice: return when(core::sees_inject(state, role, core::InjectId{subject.id}));
        case Kind::own_weighing:
            return eyes.own(state.legal.weighings.contains({role, core::ItemId{subject.id}}));
        case Kind::own_informed:
            return eyes.own(state.legal.informed.contains({role, core::PersonId{subject.id}}));
        case Kind::own_advice: return eyes.own(got_advice(eyes));
        case Kind::privacy_officer: return open;
        case Kind::probe: {
            const core::ProbeId* asked = core::open_probe(state);
            return eyes.own(asked && asked->value == subject.id);
        }
        case Kind::authority: return seen_authority(eyes);
        case Kind::consent:
            return when(core::sees_consent(state, role, core::PersonId{subject.of}, subject.id));
        case Kind::handover:
            return when(subject.id == role.value && state.swap.notes.contains(role));
        default: return nothing;
    }
}

}  // namespace

Seen seen_by_role(const core::State& state, const core::RoleId& role, const Subject& subject) {
    if (subject.kind == Kind::role_card)
        return when(subject.id == role.value && find(*state.scenario, role));
    const Eyes eyes{state, role, subject};
    if (subject.kind == Kind::help) return seen_talk(eyes);  // also before the start
    if (state.phase == core::SessionPhase::lobby) return nothing;
    if (is_in_case(*state.scenario, subject)) return open;
    if (const Seen talk = seen_talk(eyes)) return talk;
    if (const Seen work = seen_work(eyes)) return work;
    return seen_own(eyes);
}

}  // namespace casustafel::view
