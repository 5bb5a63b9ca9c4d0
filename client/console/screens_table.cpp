// The console's screens of what the roles decide and do together: decisions, interventions, the
// plan, the swap, legal steps, notes, and what waits.
#include "client/console/screens.hpp"
#include "client/console/wording.hpp"
#include "client/model/queries.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

using model::in;

namespace {

constexpr std::int64_t second_ms = 1'000;

std::string seconds(std::int64_t duration_ms) {
    return std::to_string((duration_ms + second_ms - 1) / second_ms);
}

std::string option_name(const Printer& printer, const model::View& view,
                        const std::string& decision, const std::string& option) {
    const v1::Decision* found = view.find<v1::Decision>(decision);
    const v1::DecisionOption* named = found == nullptr ? nullptr : model::option_of(*found, option);
    return named == nullptr ? option : option + " " + in(named->title(), printer.english());
}

void show_decision(const Printer& printer, const model::View& view, const v1::Decision& decision) {
    printer.say("console.decision_line",
                {decision.id(), in(decision.title(), printer.english()),
                 case_time(decision.deadline_sim_ms()), joined(decision.deciders()),
                 printer.words("decision_status." + decision.status())});
    for (const v1::DecisionOption& option : decision.options()) {
        printer.say("console.option_line",
                    {option.id(), in(option.title(), printer.english()),
                     in(option.text(), printer.english()),
                     option.must_cite() ? printer.words("console.must_cite") : std::string()});
    }
    for (const v1::Proposal* proposal : model::proposals_for(view, decision.id()))
        tell_proposal(printer, view, *proposal);
    if (!decision.taken_by().empty()) tell_decision(printer, view, decision);
}

std::string waiting_line(const Printer& printer, const model::View& view,
                         const model::Waiting& waiting) {
    using Kind = model::Waiting::Kind;
    switch (waiting.kind) {
        case Kind::request: {
            const v1::Request* request = view.find<v1::Request>(waiting.id);
            return printer.words("console.waiting_request",
                                 {waiting.role, request == nullptr ? "" : request->asker(),
                                  request == nullptr ? "" : subject(printer, view, *request),
                                  case_time(waiting.by_sim_ms)});
        }
        case Kind::spoken: {
            const v1::Spoken* spoken = view.find<v1::Spoken>(waiting.id);
            return printer.words("console.waiting_spoken",
                                 {waiting.role, spoken == nullptr ? "" : spoken->giver()});
        }
        case Kind::action: {
            const v1::Action* action = view.find<v1::Action>(waiting.id);
            return printer.words(
                "console.waiting_action",
                {waiting.role,
                 action == nullptr ? std::string() : model::words_of(*action, printer.english())});
        }
        case Kind::authority: {
            const v1::AuthorityQuestion* question = view.find<v1::AuthorityQuestion>(waiting.id);
            return printer.words("console.waiting_authority",
                                 {waiting.role, question == nullptr ? "" : question->by()});
        }
        case Kind::handover_note: return printer.words("console.waiting_note", {waiting.role});
        case Kind::ready: return printer.words("console.waiting_ready", {waiting.role});
    }
    return {};
}

// Questions to everybody, and what others heard this participant say. False: none of these.
bool tell_what_else_waits(const Printer& printer, const model::Model& model) {
    const model::View* current = model.main_view();
    bool any = false;
    if (const v1::Probe* probe = current == nullptr ? nullptr : model::open_probe(*current);
        probe != nullptr && probe->mine().empty()) {
        printer.say("console.waiting_probe");
        any = true;
    }
    for (const std::string& role : model.roles()) {
        const model::View* view = model.view("role:" + role);
        if (view == nullptr) continue;
        int number = 0;
        for (const v1::Heard* heard : view->all<v1::Heard>()) {
            ++number;
            if (heard->giver() != role) continue;
            printer.say("console.waiting_heard",
                        {role, heard->by(), person_name(printer, *view, heard->person()),
                         std::to_string(number)});
            any = true;
        }
    }
    return any;
}

}  // namespace

void tell_proposal(const Printer& printer, const model::View& view, const v1::Proposal& proposal) {
    printer.say(proposal.parked() ? "console.proposal_parked" : "console.proposal_line",
                {proposal.by(), option_name(printer, view, proposal.decision(), proposal.option()),
                 cited_names(printer, proposal.cited()), proposal.text()});
}

void tell_decision(const Printer& printer, const model::View& view, const v1::Decision& decision) {
    printer.say(decision.status() == contract::DecisionStatus::pending ? "console.decision_pending"
                                                                       : "console.decision_taken",
                {decision.id(), decision.taken_by(),
                 option_name(printer, view, decision.id(), decision.option()),
                 cited_names(printer, decision.cited()), decision.text(),
                 seconds(decision.effective_in_ms())});
}

void show_decisions(const Printer& printer, const model::View& view) {
    for (const v1::Decision* decision : view.all<v1::Decision>()) {
        show_decision(printer, view, *decision);
        printer.object({{"decision", json_of(*decision)}});
    }
    for (const v1::Proposal* proposal : view.all<v1::Proposal>())
        printer.object({{"proposal", json_of(*proposal)}});
    if (view.all<v1::Decision>().empty()) printer.say("console.no_decisions");
}

void show_interventions(const Printer& printer, const model::View& view) {
    for (const v1::Power* power : view.all<v1::Power>()) {
        printer.say("console.power_line", {power->id(), in(power->name(), printer.english()),
                                           joined(power->holders(), "-")});
        printer.object({{"power", json_of(*power)}});
    }
    for (const v1::Intervention* each : view.all<v1::Intervention>()) {
        const bool used = !each->used_by().empty();
        printer.say("console.intervention_line",
                    {each->id(), in(each->title(), printer.english()), each->power(),
                     in(each->text(), printer.english()),
                     each->must_cite() ? printer.words("console.must_cite") : std::string(),
                     used ? printer.words("console.used_by",
                                          {each->used_by(), case_time(each->used_at_sim_ms())})
                          : std::string()});
        printer.object({{"intervention", json_of(*each)}});
    }
}

void show_action(const Printer& printer, int number, const v1::Action& action) {
    std::string facts;
    for (const v1::CitedItem& each : action.items())
        facts += (facts.empty() ? "" : ", ") + (each.item().empty() ? "…" : each.item());
    printer.say("console.action_line",
                {std::to_string(number), model::words_of(action, printer.english()), action.lead(),
                 action.power().empty() ? "-" : action.power(),
                 action.power_holder().empty() ? action.lead() : action.power_holder(),
                 action.has_deadline_sim_ms() ? case_time(action.deadline_sim_ms()) : "-",
                 facts.empty() ? "-" : facts, joined(action.informed(), "-"),
                 joined(action.confirmed(), "-")});
}

void show_plan(const Printer& printer, const model::View& view) {
    const auto actions = view.all<v1::Action>();
    if (const v1::Plan* plan = view.find<v1::Plan>()) {
        printer.say("console.plan_line", {plan->table(), std::to_string(actions.size()),
                                          std::to_string(plan->expected()), joined(plan->roles())});
        printer.object({{"plan", json_of(*plan)}});
    } else if (actions.empty()) {
        printer.say("console.no_plan");
    }
    int number = 0;
    for (const v1::Action* action : actions) {
        show_action(printer, ++number, *action);
        printer.object({{"number", std::to_string(number)}, {"action", json_of(*action)}});
    }
}

void show_waiting(const Printer& printer, const model::Model& model) {
    const auto waiting = model::waiting_for_me(model);
    const bool asked = tell_what_else_waits(printer, model);
    if (waiting.empty() && !asked) printer.say("console.nothing_waits");
    for (const model::Waiting& each : waiting) {
        const model::View* view = model.view("role:" + each.role);
        if (view != nullptr) printer.say_plain(waiting_line(printer, *view, each));
    }
    const model::View* current = model.main_view();
    const v1::Decision* next =
        current == nullptr ? nullptr : model::next_decision(*current, model.said_sim_ms());
    if (next == nullptr) return;
    printer.say("console.next_deadline", {next->id(), in(next->title(), printer.english()),
                                          case_time(next->deadline_sim_ms())});
    printer.object({{"next_decision", json_string(next->id())},
                    {"deadline_sim_ms", std::to_string(next->deadline_sim_ms())}});
}

void tell_handover_note(const Printer& printer, const model::View& view,
                        const v1::HandoverNote& note) {
    std::string requests;
    for (const std::uint64_t id : note.requests()) {
        const v1::Request* request = view.find<v1::Request>(id);
        if (request == nullptr) continue;
        requests += (requests.empty() ? "" : "; ") + request->asker() + " → " +
                    joined(request->to()) + ", " + subject(printer, view, *request);
    }
    printer.say("console.handover_line", {note.role(), note.text(), joined(note.items(), "-"),
                                          requests.empty() ? "-" : requests});
}

void show_swap(const Printer& printer, const model::View& view) {
    const v1::SwapUnderWay* swap = view.find<v1::SwapUnderWay>();
    if (swap == nullptr) {
        printer.say("console.no_swap");
    } else {
        std::string pairs;
        for (const v1::ViewPair& pair : swap->pairs())
            pairs += (pairs.empty() ? "" : ", ") + pair.one() + " ↔ " + pair.other();
        printer.say("console.swap_line",
                    {printer.words("swap_stage." + swap->stage()), seconds(swap->ends_in_ms()),
                     pairs, joined(swap->ready(), "-")});
        printer.object({{"swap", json_of(*swap)}});
    }
    for (const v1::HandoverNote* note : view.all<v1::HandoverNote>()) {
        tell_handover_note(printer, view, *note);
        printer.object({{"handover_note", json_of(*note)}});
    }
}

void tell_spoken(const Printer& printer, const model::View& view, int number,
                 const v1::Spoken& spoken) {
    std::string about;
    for (const std::string& person : spoken.about())
        about += (about.empty() ? "" : ", ") + person_name(printer, view, person);
    printer.say("console.spoken_line",
                {std::to_string(number), spoken.giver(), joined(spoken.to()), about,
                 printer.words("category." + spoken.category()), joined(spoken.heard(), "-"),
                 joined(spoken.not_heard(), "-")});
}

void tell_authority(const Printer& printer, int number, const v1::AuthorityQuestion& question) {
    printer.say("console.authority_line",
                {std::to_string(number), question.by(),
                 question.item().empty() ? "…" : question.item(), question.to(), question.reason(),
                 printer.words("authority_status." + question.status()), question.text()});
}

void tell_consent(const Printer& printer, const model::View& view, const v1::Consent& consent) {
    printer.say("console.consent_line",
                {person_name(printer, view, consent.person()), consent.scope(),
                 printer.words("consent_status." + consent.status()),
                 in(consent.text(), printer.english())});
}

void tell_privacy_advice(const Printer& printer, const v1::PrivacyAdvice& advice) {
    printer.say("console.privacy_advice",
                {advice.item(), advice.to(), printer.words("purpose." + advice.purpose())});
}

void show_legal(const Printer& printer, const model::View& view) {
    if (const v1::Triage* triage = view.find<v1::Triage>())
        printer.say("triage." + triage->status());
    int number = 0;
    for (const v1::Spoken* spoken : view.all<v1::Spoken>()) {
        tell_spoken(printer, view, ++number, *spoken);
        printer.object({{"number", std::to_string(number)}, {"spoken", json_of(*spoken)}});
    }
    show_heard(printer, view);
    number = 0;
    for (const v1::AuthorityQuestion* question : view.all<v1::AuthorityQuestion>()) {
        tell_authority(printer, ++number, *question);
        printer.object({{"number", std::to_string(number)}, {"authority", json_of(*question)}});
    }
    for (const v1::ConsentScope* scope : view.all<v1::ConsentScope>()) {
        printer.say("console.consent_scope",
                    {scope->person(), scope->scope(), person_name(printer, view, scope->person())});
    }
    for (const v1::Consent* consent : view.all<v1::Consent>()) {
        tell_consent(printer, view, *consent);
        printer.object({{"consent", json_of(*consent)}});
    }
    for (const v1::Informed* informed : view.all<v1::Informed>()) {
        printer.say(
            "console.informed_line",
            {informed->role(), person_name(printer, view, informed->person()), informed->text()});
        printer.object({{"informed", json_of(*informed)}});
    }
    for (const v1::PrivacyAdvice* advice : view.all<v1::PrivacyAdvice>()) {
        tell_privacy_advice(printer, *advice);
        printer.object({{"privacy_advice", json_of(*advice)}});
    }
    if (const v1::PrivacyOfficer* officer = view.find<v1::PrivacyOfficer>())
        printer.say("console.privacy_left", {std::to_string(officer->left())});
}

void show_notes(const Printer& printer, const model::View& view) {
    for (const v1::GutFeeling* note : view.all<v1::GutFeeling>()) {
        printer.say("console.gut_feeling_line",
                    {case_time(note->at_sim_ms()), note->item().empty() ? "-" : note->item(),
                     note->text()});
        printer.object({{"gut_feeling", json_of(*note)}});
    }
    for (const v1::WhisperHeard* whisper : view.all<v1::WhisperHeard>()) {
        printer.say("console.whisper_line", {whisper->to(), whisper->text()});
        printer.object({{"whisper", json_of(*whisper)}});
    }
    for (const v1::HelpCall* call : view.all<v1::HelpCall>()) {
        printer.say(call->answered() ? "console.help_answered" : "console.help_open",
                    {case_time(call->at_sim_ms()), call->text()});
        printer.object({{"help_call", json_of(*call)}});
    }
}

void show_ending(const Printer& printer, const v1::Ending& ending) {
    printer.say("console.ending",
                {in(ending.title(), printer.english()), in(ending.text(), printer.english()),
                 in(ending.good(), printer.english()), in(ending.loss(), printer.english())});
    printer.object({{"ending", json_of(ending)}});
}

}  // namespace casustafel::console
