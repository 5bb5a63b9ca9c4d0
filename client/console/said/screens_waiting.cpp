// The console's screen of what waits for a participant, in all its roles.
#include "client/console/said/screens.hpp"
#include "client/console/said/wording.hpp"
#include "client/model/queries.hpp"

namespace casustafel::console {

using model::in;

namespace {

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
        case Kind::card: {
            const v1::Card* card = view.find<v1::Card>(waiting.id);
            return printer.words("console.waiting_card",
                                 {waiting.role, card == nullptr ? "" : card->text()});
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
    if (const v1::Prompt* prompt = current == nullptr ? nullptr : model::open_prompt(*current);
        prompt != nullptr && prompt->mine().empty()) {
        printer.say("console.waiting_prompt");
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

}  // namespace casustafel::console
