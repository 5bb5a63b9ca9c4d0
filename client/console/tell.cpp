// One sentence about what changed in a view.
#include <algorithm>

#include "client/console/screens.hpp"
#include "client/console/wording.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

using model::in;

namespace {

void tell_session(const Printer& printer, const v1::Session& session) {
    printer.say("console.phase_now",
                {printer.words("phase." + session.phase()), case_time(session.sim_ms()),
                 in(session.round(), printer.english())});
}

// Only a trainer's view knows who called a pause.
void tell_pause(const Printer& printer, const model::Model& model, const v1::Session& session) {
    if (session.pause_called_by() == 0) return;
    printer.say("trainer.pause_called_body", {model.name_of(session.pause_called_by())});
}

std::string share_sentence(const Printer& printer, const v1::Share& share) {
    std::string lights;
    for (const v1::ShareVerdict& verdict : share.verdicts()) {
        lights += (lights.empty() ? "" : ", ") + verdict.role() + " " +
                  printer.words("light." + verdict.light());
    }
    return printer.words(
        "console.shared",
        {case_time(share.at_sim_ms()), share.giver(), share.item(), joined(share.to()),
         form_name(printer, share.form()), printer.words("purpose." + share.purpose()),
         share.basis(), lights.empty() ? "" : "(" + lights + ")"});
}

std::string request_sentence(const Printer& printer, const model::View& view,
                             const v1::Request& request) {
    return printer.words("console.asked",
                         {request.asker(), joined(request.to()), subject(printer, view, request),
                          model::words_of(request, printer.english())});
}

void tell_request(const Printer& printer, const model::View& view, const v1::Request& request,
                  bool added, const std::string& own_role) {
    if (added && request.asker() != own_role) {
        printer.say_plain(request_sentence(printer, view, request));
    } else if (!request.answers().empty()) {
        const v1::Answer& answer = request.answers(request.answers_size() - 1);
        if (answer.by() != own_role) show_answer(printer, answer);
    }
}

// Decisions, interventions, the plan and the swap.
void tell_table(const Printer& printer, const model::View& view, const v1::Entity& entity,
                const std::string& own_role) {
    if (entity.has_decision()) {
        const v1::Decision& decision = entity.decision();
        if (!decision.taken_by().empty()) tell_decision(printer, view, decision);
        if (decision.status() == contract::DecisionStatus::missed)
            printer.say("console.decision_missed",
                        {decision.id(), in(decision.title(), printer.english())});
    }
    if (entity.has_proposal() && entity.proposal().by() != own_role)
        tell_proposal(printer, view, entity.proposal());
    if (entity.has_intervention() && !entity.intervention().used_by().empty()) {
        printer.say("console.intervention_used",
                    {entity.intervention().used_by(),
                     in(entity.intervention().title(), printer.english())});
    }
    if (entity.has_action()) {
        const auto actions = view.all<v1::Action>();
        const auto place = std::find(actions.begin(), actions.end(), &entity.action());
        show_action(printer, static_cast<int>(place - actions.begin()) + 1, entity.action());
    }
    if (entity.has_swap()) show_swap(printer, view);
    if (entity.has_handover_note()) tell_handover_note(printer, view, entity.handover_note());
    if (entity.has_ending()) show_ending(printer, entity.ending());
}

void tell_track(const Printer& printer, const model::View& view, const v1::TrackGauge& gauge) {
    printer.say("console.track_line",
                {person_name(printer, view, gauge.person()),
                 printer.words("track." + gauge.track()), std::to_string(gauge.value())});
}

// Legal steps, whispers and calls for help; a trainer also hears of tracks.
void tell_steps(const Printer& printer, const model::Model& model, const model::View& view,
                const v1::Entity& entity, bool added) {
    if (entity.has_spoken()) {
        const auto all = view.all<v1::Spoken>();
        const auto place = std::find(all.begin(), all.end(), &entity.spoken());
        tell_spoken(printer, view, static_cast<int>(place - all.begin()) + 1, entity.spoken());
    }
    if (entity.has_heard()) {
        const auto all = view.all<v1::Heard>();
        const auto place = std::find(all.begin(), all.end(), &entity.heard());
        tell_heard(printer, view, static_cast<int>(place - all.begin()) + 1, entity.heard());
    }
    if (entity.has_correction()) tell_correction(printer, entity.correction());
    if (entity.has_authority_question()) {
        const auto all = view.all<v1::AuthorityQuestion>();
        const auto place = std::find(all.begin(), all.end(), &entity.authority_question());
        tell_authority(printer, static_cast<int>(place - all.begin()) + 1,
                       entity.authority_question());
    }
    if (entity.has_consent()) tell_consent(printer, view, entity.consent());
    if (entity.has_privacy_advice()) tell_privacy_advice(printer, entity.privacy_advice());
    if (entity.has_whisper_heard() && added) {
        printer.say("console.whisper_line",
                    {entity.whisper_heard().to(), entity.whisper_heard().text()});
    }
    if (entity.has_help_call() && !entity.help_call().answered()) {
        printer.say("console.help_called",
                    {model.name_of(entity.help_call().participant()), entity.help_call().text()});
    }
    if (entity.has_track_gauge() && !added) tell_track(printer, view, entity.track_gauge());
}

}  // namespace

void show_tracks(const Printer& printer, const model::View& view) {
    for (const v1::TrackGauge* gauge : view.all<v1::TrackGauge>()) {
        tell_track(printer, view, *gauge);
        printer.object({{"track", json_of(*gauge)}});
    }
}

void show_acts(const Printer& printer, const model::View& view) {
    const auto line = [&](const std::string& kind, const std::string& which,
                          const std::string& words, const std::string& id) {
        printer.say("console.act_line", {kind, which, words});
        printer.object(
            {{"kind", json_string(kind)}, {"number", json_string(which)}, {"id", json_string(id)}});
    };
    int number = 0;
    for (const v1::Share* share : view.all<v1::Share>())
        line("share", std::to_string(++number), share_sentence(printer, *share),
             contract::to_hex(share->id()));
    number = 0;
    for (const v1::Request* request : view.all<v1::Request>())
        line("request", std::to_string(++number), request_sentence(printer, view, *request),
             contract::to_hex(request->id()));
    for (const v1::Decision* decision : view.all<v1::Decision>())
        line("decision", decision->id(), in(decision->title(), printer.english()), decision->id());
    number = 0;
    for (const v1::Action* action : view.all<v1::Action>())
        line("action", std::to_string(++number), model::words_of(*action, printer.english()),
             contract::to_hex(action->id()));
}

void tell_change(const Printer& printer, const model::Model& model, const model::View& view,
                 const model::Change& change, const std::string& own_role) {
    using Kind = model::Change::Kind;
    const v1::Entity* entity = view.find(change.key);
    if (printer.json()) {
        printer.object({{"view", json_string(change.view)},
                        {"change", change.kind == Kind::gone    ? "\"gone\""
                                   : change.kind == Kind::added ? "\"added\""
                                                                : "\"changed\""},
                        {"key", json_string(change.key)},
                        {"entity", entity == nullptr ? "null" : json_of(*entity)}});
        return;
    }
    if (entity == nullptr) return;
    const bool added = change.kind == Kind::added;
    if (entity->has_session()) {
        tell_session(printer, entity->session());
        tell_pause(printer, model, entity->session());
    }
    if (entity->has_item() && (added || !entity->item().read()))
        show_item(printer, view, entity->item());
    if (entity->has_share() && added && entity->share().giver() != own_role) {
        printer.say_plain(share_sentence(printer, entity->share()));
    }
    if (entity->has_request()) tell_request(printer, view, entity->request(), added, own_role);
    if (entity->has_message() && added && entity->message().sender() != own_role) {
        printer.say("console.message_line",
                    {case_time(entity->message().at_sim_ms()), entity->message().sender(),
                     entity->message().meeting().empty() ? joined(entity->message().to())
                                                         : entity->message().meeting(),
                     entity->message().text()});
    }
    if (entity->has_notice() && added) {
        printer.say("console.notice", {in(entity->notice().title(), printer.english()),
                                       in(entity->notice().text(), printer.english())});
    }
    if (entity->has_role() && !added) {
        printer.say("console.seat_now",
                    {entity->role().id(), occupant(printer, model, entity->role())});
    }
    if (entity->has_triage() && !added) printer.say("triage." + entity->triage().status());
    if (entity->has_meeting() && !added) {
        printer.say("console.present_now",
                    {entity->meeting().id(), joined(entity->meeting().present()),
                     printer.words("meeting_phase." + entity->meeting().phase())});
    }
    if (entity->has_probe())
        tell_probe(printer, view, entity->probe(), added, change.view == "trainer");
    tell_table(printer, view, *entity, own_role);
    tell_steps(printer, model, view, *entity, added);
}

}  // namespace casustafel::console
