// Reading, sharing, asking, answering, marking; messages and meetings; what was said aloud.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

namespace {

Command share(ActInTheMaking& moment) {
    ShareItem share;
    share.item = moment.held_item();
    if (moment.seed.chance(30))
        share.meeting = moment.meeting();
    else
        share.to = moment.roles();
    share.purpose = any_of<Purpose>(moment.seed);
    share.basis = moment.id_of(moment.scenario().rules.bases);
    share.form = any_of<Form>(moment.seed);
    if (const auto* item = find(moment.scenario(), share.item))
        if (!item->grants.empty() && moment.seed.chance(60)) {
            const auto& grant = moment.seed.pick(item->grants);
            share.purpose = grant.purposes.front();
            share.basis = grant.bases.front();
            share.form = grant.max_form;
        }
    if (moment.seed.chance(20)) share.text = moment.words();
    return share;
}

Command answer_by_sharing(ActInTheMaking& moment) {
    const auto* request = moment.request();
    auto command = share(moment);
    auto& share = std::get<ShareItem>(command);
    if (!request) return command;
    share.request = request->event.request;
    share.meeting = {};
    share.to = {request->event.asker};
    if (moment.seed.chance(30)) share.to.push_back(moment.role());
    for (const auto& item : moment.scenario().items)
        if (item.category == request->event.category && !moment.mistake()) share.item = item.id;
    return command;
}

Command ask(ActInTheMaking& moment) {
    AskForInformation question;
    question.to = moment.roles();
    const auto& item = moment.seed.pick(moment.scenario().items);
    question.person =
        item.about.empty() || moment.mistake() ? PersonId{"NOBODY"} : item.about.front();
    question.category = moment.mistake() ? any_of<Category>(moment.seed) : item.category;
    if (moment.seed.chance(20)) question.item = item.id;
    question.text = moment.words();
    return question;
}

Command message(ActInTheMaking& moment) {
    if (moment.seed.chance(40)) return SendMessage{{}, moment.meeting(), moment.words()};
    return SendMessage{moment.roles(), {}, moment.words()};
}

Command refuse(ActInTheMaking& moment) {
    RefuseRequest refusal{moment.request_id(), any_of<RefusalReason>(moment.seed), moment.words()};
    if (moment.seed.chance(20)) refusal.offered_form = any_of<Form>(moment.seed);
    if (moment.seed.chance(20)) refusal.offered_role = moment.role();
    return refusal;
}

}  // namespace

Command sharing_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(73);
    if (choice < 14) return ReadItem{moment.held_item()};
    if (choice < 36) return share(moment);
    if (choice < 46) return ask(moment);
    if (choice < 56) return answer_by_sharing(moment);
    if (choice < 61) return refuse(moment);
    if (choice < 64) return ReferRequest{moment.request_id(), moment.role(), moment.words()};
    if (choice < 67) return AnswerNotHere{moment.request_id()};
    return MarkItem{moment.held_item(), any_of<Mark>(moment.seed)};
}

Command talking_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(34);
    if (choice < 9) return message(moment);
    if (choice < 17) return EnterMeeting{moment.meeting()};
    if (choice < 20) return LeaveMeeting{moment.meeting()};
    if (choice < 24) return MovePhase{moment.meeting(), any_of<MeetingPhase>(moment.seed)};
    if (choice < 26) return ConveneMeeting{moment.meeting(), moment.roles(), moment.words()};
    if (choice < 28) return CloseMeeting{moment.meeting(), moment.words()};
    if (choice < 31)
        return ChooseFormat{moment.meeting(), any_of<MeetingFormat>(moment.seed), moment.roles()};
    return InviteToMeeting{moment.meeting(), moment.role(), moment.words()};
}

Command spoken_act(ActInTheMaking& moment) {
    auto& seed = moment.seed;
    const auto choice = seed.below(10);
    if (choice < 3)
        return NoteGutFeeling{seed.chance(50) ? moment.held_item() : ItemId{}, moment.words()};
    if (choice < 7) {
        const auto said = std::get<ShareItem>(share(moment));
        RegisterSpokenShare spoken{{},           said.item,  said.to,  said.meeting,
                                   said.purpose, said.basis, said.form};
        const bool for_another = moment.actor.kind == ActorKind::trainer;
        if (for_another || moment.mistake()) spoken.giver = moment.role();
        return spoken;
    }
    std::vector<EntityId> heard;
    for (const auto& [id, spoken] : moment.state.spoken)
        if (std::find(spoken.event.to.begin(), spoken.event.to.end(), moment.actor.role) !=
            spoken.event.to.end())
            heard.push_back(id);
    const bool any = heard.empty() || seed.chance(20);
    return ConfirmSpokenShare{any ? moment.made(moment.state.spoken) : seed.pick(heard),
                              seed.chance(70)};
}

}  // namespace casustafel::support
