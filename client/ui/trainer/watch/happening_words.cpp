#include "client/ui/trainer/watch/happening_words.hpp"

#include <algorithm>

#include "client/ui/panel/naming.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/entities.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

using Names = std::vector<std::string>;

template <class List>
std::string listed(const Panel& panel, const List& names) {
    return enumerate(panel, Names(names.begin(), names.end()));
}

// "share", as the contract names the kind of thing.
std::string kind_of(const v1::Entity& entity) {
    return std::string(contract::entity_name(entity.what_case()));
}

// What needs no more than a sentence with what it names has the text "feed.<entity>".
std::string told_by_name(const Panel& panel, const v1::Entity& entity) {
    const auto key = text::find("feed." + kind_of(entity));
    if (!key) return {};
#define X(Message, field) \
    if (entity.has_##field()) return say_named(panel, *key, entity.field());
    CASUSTAFEL_EACH_ENTITY(X)
#undef X
    return {};
}

std::string told(const Panel& panel, const v1::Share& share) {
    const std::string form = in_sentence(form_name(panel, share.form()));
    return panel.say(Say::trainer_feed_shared,
                     {listed(panel, share.to()), form, item_words(panel, share.item())});
}

std::string told(const Panel& panel, const v1::Request& request, int answer) {
    if (answer < 0)
        return panel.say(Say::trainer_feed_asked,
                         {listed(panel, request.to()), question_text(panel, request)});
    const v1::Answer& given = request.answers(answer);
    std::string how = in_sentence(panel.word("answer", given.kind()));
    if (given.kind() == contract::AnswerKind::refused)
        how += ", " + in_sentence(panel.word("refusal_reason", given.reason()));
    if (given.kind() == contract::AnswerKind::referred) how += ", " + given.referred_to();
    return panel.say(Say::trainer_feed_answered, {request.asker(), how});
}

std::string told(const Panel& panel, const v1::Message& message) {
    const v1::Meeting* meeting = panel.view->find<v1::Meeting>(message.meeting());
    const std::string where =
        meeting != nullptr ? panel.say(Say::trainer_feed_wrote, {panel.in(meeting->name())})
                           : panel.say(Say::trainer_feed_wrote_to, {listed(panel, message.to())});
    return where + ": " + message.text();
}

std::string told(const Panel& panel, const v1::Notice& notice) {
    const std::string whom =
        notice.to().empty() ? panel.say(Say::trainer_everybody) : listed(panel, notice.to());
    return panel.in(notice.title()) + ", " + panel.say(Say::trainer_feed_inject, {whom});
}

std::string option_words(const Panel& panel, const v1::Decision& decision, std::string_view id) {
    for (const v1::DecisionOption& option : decision.options())
        if (option.id() == id) return panel.in(option.title());
    return std::string(id);
}

std::string told(const Panel& panel, const v1::Decision& decision) {
    const std::string& title = panel.in(decision.title());
    if (decision.status() == contract::DecisionStatus::missed)
        return panel.say(Say::feed_missed, {title});
    if (decision.option().empty()) return panel.say(Say::feed_decided_only, {title});
    return panel.say(Say::feed_decided, {title, option_words(panel, decision, decision.option())});
}

std::string told(const Panel& panel, const v1::Proposal& proposal) {
    const v1::Decision* decision = panel.view->find<v1::Decision>(proposal.decision());
    if (decision == nullptr) return proposal.text();
    if (proposal.option().empty())
        return panel.say(Say::feed_proposed_words, {panel.in(decision->title()), proposal.text()});
    return panel.say(
        proposal.parked() ? Say::feed_proposed_parked : Say::feed_proposed,
        {panel.in(decision->title()), option_words(panel, *decision, proposal.option())});
}

std::string told(const Panel& panel, const v1::Action& action) {
    if (action.lead().empty())
        return panel.say(Say::feed_planned, {model::words_of(action, panel.english())});
    return panel.say(Say::feed_planned_lead,
                     {model::words_of(action, panel.english()), action.lead()});
}

std::string told(const Panel& panel, const v1::AuthorityQuestion& question) {
    return panel.say(Say::feed_authority_question,
                     {question.to(), item_words(panel, question.item()),
                      in_sentence(panel.word("authority_status", question.status()))});
}

std::string told(const Panel& panel, const v1::HelpCall& call) {
    const std::string who = panel.model.name_of(call.participant());
    return call.text().empty() ? panel.say(Say::trainer_help_asked, {who})
                               : panel.say(Say::trainer_help_asked_text, {who, call.text()});
}

// Who plays a role now, as the witness wrote it down.
std::string seat_words(const Panel& panel, const std::string& role, const std::string& player) {
    if (player == "trainer") return panel.say(Say::feed_seat_trainer, {role});
    if (player == "computer") return panel.say(Say::feed_seat_computer, {role});
    if (player == "nobody") return panel.say(Say::feed_seat_nobody, {role});
    const auto participant = static_cast<std::uint32_t>(std::stoul(player));
    return panel.say(Say::feed_seat_person, {role, panel.model.name_of(participant)});
}

// "½×"; of a pace that has no button, in thousandths.
std::string pace_words(const std::string& permille) {
    for (const Pace& pace : paces)
        if (std::to_string(pace.permille) == permille) return pace.label;
    return permille + "‰";
}

std::string told_of_step(const Panel& panel, const Step& step) {
    if (step.key == "swap")
        return panel.say(step.value == contract::SwapStage::writing   ? Say::feed_swap_writing
                         : step.value == contract::SwapStage::reading ? Say::feed_swap_reading
                         : step.value == "cancelled"                  ? Say::feed_swap_cancelled
                                                                      : Say::feed_swap_over);
    if (step.key == "session") {
        if (step.value == "called") return panel.say(Say::feed_pause_called);
        if (step.value == contract::SessionPhase::running) return panel.say(Say::feed_resumed);
        if (step.value == contract::SessionPhase::ended) return panel.say(Say::feed_ended);
        return step.value == contract::SessionPhase::paused ? panel.say(Say::feed_paused)
                                                            : panel.word("phase", step.value);
    }
    if (step.key == "triage")
        return panel.say(step.value == contract::TriageStatus::accepted ? Say::feed_triage_accepted
                                                                        : Say::feed_triage_put_up);
    if (step.key == "colleague") return step.value;
    if (step.key == "pace") return panel.say(Say::feed_pace, {pace_words(step.value)});
    const v1::Entity* entity = panel.view->find(step.key);
    if (entity != nullptr && entity->has_role())
        return seat_words(panel, entity->role().id(), step.value);
    if (entity == nullptr) return panel.say(Say::feed_handover_note);
    if (entity->has_meeting())
        return panel.say(Say::feed_phase, {panel.in(entity->meeting().name()),
                                           panel.word("meeting_phase", step.value)});
    if (entity->has_consent())
        return panel.say(Say::feed_consent,
                         {panel.person_name(entity->consent().person()), entity->consent().scope(),
                          in_sentence(panel.word("consent_status", step.value))});
    return told_by_name(panel, *entity);
}

}  // namespace

std::string words_of(const Panel& panel, const Happening& happening) {
    if (happening.entity == nullptr) return told_of_step(panel, *happening.step);
    const v1::Entity& entity = *happening.entity;
    if (entity.has_share()) return told(panel, entity.share());
    if (entity.has_request()) return told(panel, entity.request(), happening.answer);
    if (entity.has_message()) return told(panel, entity.message());
    if (entity.has_notice()) return told(panel, entity.notice());
    if (entity.has_decision()) return told(panel, entity.decision());
    if (entity.has_proposal()) return told(panel, entity.proposal());
    if (entity.has_action()) return told(panel, entity.action());
    if (entity.has_authority_question()) return told(panel, entity.authority_question());
    if (entity.has_help_call()) return told(panel, entity.help_call());
    return told_by_name(panel, entity);
}

std::string brief_of(const Panel& panel, const Happening& happening) {
    const v1::Entity* entity =
        happening.entity != nullptr ? happening.entity : panel.view->find(happening.step->key);
    if (entity == nullptr) return panel.say(Say::trainer_did_handover_note);
    if (entity->has_share()) return panel.say(Say::trainer_did_share, {entity->share().item()});
    if (entity->has_spoken()) return panel.say(Say::trainer_did_spoken, {entity->spoken().item()});
    if (entity->has_request()) {
        const v1::Request& request = entity->request();
        if (happening.answer >= 0) return panel.say(Say::trainer_did_answer, {request.asker()});
        return panel.say(Say::trainer_did_ask,
                         {request.to_size() == 0 ? std::string() : request.to(0)});
    }
    // Another kind of thing has the text "trainer.did_<entity>".
    return panel.say(text::find("trainer.did_" + kind_of(*entity))
                         .value_or(happening.step != nullptr ? Say::trainer_did_handover_note
                                                             : Say::trainer_did_message));
}

std::string last_act_words(const Panel& panel, const Happening& happening) {
    return brief_of(panel, happening) + " · " + when_words(panel, happening.at_sim_ms);
}

}  // namespace casustafel::ui
