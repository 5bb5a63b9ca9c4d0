#include "client/console/screens.hpp"

#include <algorithm>

#include "client/console/choices.hpp"
#include "client/console/wording.hpp"
#include "client/model/sentence.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
using model::in;

void show_roles(const Printer& printer, const model::Model& model, const model::View& view) {
    for (const v1::Table* table : view.all<v1::Table>()) {
        printer.say_plain(table->id() + "  " + in(table->name(), printer.english()));
        for (const v1::Role* role : view.all<v1::Role>()) {
            if (role->table() != table->id()) continue;
            printer.say("console.role_line", {role->id(), in(role->name(), printer.english()),
                                              in(role->organisation(), printer.english()),
                                              occupant(printer, model, *role)});
        }
    }
    for (const v1::Role* role : view.all<v1::Role>()) printer.object({{"role", json_of(*role)}});
}

void show_status(const Printer& printer, const model::Model& model, const model::View& view,
                 std::int64_t now_ms) {
    const v1::Session& session = *view.find<v1::Session>();
    printer.say("console.status_line",
                {in(session.title(), printer.english()), model.code,
                 printer.words("phase." + session.phase()), case_time(model.sim_ms(now_ms)),
                 in(session.round(), printer.english())});
    printer.object({{"session", json_of(session)}, {"code", json_string(model.code)}});
    if (!model.held.empty()) printer.say("hold." + model.held);
    show_roles(printer, model, view);
    if (!view.all<v1::InjectControl>().empty()) printer.say("console.injects");
    for (const v1::InjectControl* inject : view.all<v1::InjectControl>()) {
        printer.say("console.inject_line", {inject->id(), in(inject->title(), printer.english()),
                                            printer.words("inject_status." + inject->status()),
                                            inject->timed() ? case_time(inject->at_sim_ms())
                                                            : printer.words("console.by_hand")});
        printer.object({{"inject", json_of(*inject)}});
    }
    for (const v1::Participant* participant : view.all<v1::Participant>()) {
        printer.say(
            "console.participant_line",
            {"p" + std::to_string(participant->id()), model.name_of(participant->id()),
             joined(participant->roles(), "-"),
             participant->connected() ? std::string() : printer.words("console.not_connected")});
        printer.object({{"participant", json_of(*participant)}});
    }
    if (view.find<v1::SwapUnderWay>() != nullptr) show_swap(printer, view);
    show_probes(printer, view);
    show_decisions(printer, view);
    if (!view.all<v1::Action>().empty()) show_plan(printer, view);
    show_tracks(printer, view);
    show_notes(printer, view);
    for (const v1::Moment* moment : view.all<v1::Moment>()) {
        printer.say("console.moment_line", {case_time(moment->sim_ms()), moment->title()});
        printer.object({{"moment", json_of(*moment)}});
    }
    if (const v1::Ending* ending = view.find<v1::Ending>()) show_ending(printer, *ending);
    show_corrections(printer, view);
    printer.say("console.counts", {std::to_string(view.all<v1::Share>().size()),
                                   std::to_string(view.all<v1::Request>().size()),
                                   std::to_string(view.all<v1::Message>().size())});
}

void show_card(const Printer& printer, const model::View& view, const std::string& role) {
    const v1::RoleCard* card = view.find<v1::RoleCard>(role);
    if (card == nullptr) return;
    const bool english = printer.english();
    printer.say("console.card_task", {in(card->task(), english)});
    printer.say("console.card_power", {in(card->power(), english)});
    printer.say("console.card_limit", {in(card->limit(), english)});
    printer.say("console.card_wants", {in(card->wants(), english)});
    printer.say("console.card_misses", {in(card->misses(), english)});
    printer.object({{"role_card", json_of(*card)}});
}

void show_item(const Printer& printer, const model::View& view, const v1::Item& item) {
    std::string about;
    for (const std::string& person : item.about()) {
        about += (about.empty() ? "" : ", ") + person_name(printer, view, person);
    }
    printer.say("console.item_line",
                {item.id(), in(item.text(), printer.english()), form_name(printer, item.form()),
                 item.original() ? printer.words("console.own") : item.received_from(),
                 printer.words("category." + item.category()), about,
                 printer.words("ui.sensitivity_" + std::to_string(item.sensitivity())),
                 printer.words("ui.mark_" + (item.mark().empty() ? "none" : item.mark()))});
    if (!item.caution().nl().empty()) {
        printer.say("console.caution", {in(item.caution(), printer.english())});
    }
}

void show_dossier(const Printer& printer, const model::View& view) {
    if (view.all<v1::Item>().empty()) printer.say("console.empty_dossier");
    for (const v1::Item* item : view.all<v1::Item>()) {
        show_item(printer, view, *item);
        printer.object({{"item", json_of(*item)}});
    }
}

namespace {

// The first term that this viewer is told: its own, or of who was asked first.
std::int64_t first_term(const v1::Request& request) {
    const auto& ends = request.term_ends_sim_ms();
    const auto told = std::find_if(ends.begin(), ends.end(), [](auto end) { return end != 0; });
    return told == ends.end() ? 0 : *told;
}

}  // namespace

void show_requests(const Printer& printer, const model::View& view) {
    int number = 0;
    for (const v1::Request* request : view.all<v1::Request>()) {
        printer.say("console.request_line",
                    {std::to_string(++number), request->asker(), joined(request->to()),
                     subject(printer, view, *request), model::words_of(*request, printer.english()),
                     case_time(first_term(*request))});
        for (const v1::Answer& answer : request->answers()) show_answer(printer, answer);
        printer.object({{"number", std::to_string(number)}, {"request", json_of(*request)}});
    }
    if (number == 0) printer.say("console.no_requests");
}

void show_meetings(const Printer& printer, const model::View& view) {
    for (const v1::Meeting* meeting : view.all<v1::Meeting>()) {
        printer.say("console.meeting_line",
                    {meeting->id(), in(meeting->name(), printer.english()),
                     joined(meeting->members()), joined(meeting->present()),
                     printer.words("meeting_phase." + meeting->phase()), meeting->chair()});
        printer.object({{"meeting", json_of(*meeting)}});
    }
}

void show_messages(const Printer& printer, const model::View& view) {
    for (const v1::Message* message : view.all<v1::Message>()) {
        printer.say("console.message_line",
                    {case_time(message->at_sim_ms()), message->sender(),
                     message->meeting().empty() ? joined(message->to()) : message->meeting(),
                     message->text()});
        printer.object({{"message", json_of(*message)}});
    }
}

void show_role(const Printer& printer, const model::View& view, const std::string& role) {
    if (const v1::Session* session = view.find<v1::Session>()) {
        printer.say("console.view_line",
                    {role.empty() ? "trainer" : role, case_time(session->sim_ms()),
                     printer.words("phase." + session->phase())});
    }
    show_card(printer, view, role);
    show_dossier(printer, view);
    show_requests(printer, view);
    show_meetings(printer, view);
    show_messages(printer, view);
    show_decisions(printer, view);
    show_interventions(printer, view);
    show_plan(printer, view);
    show_swap(printer, view);
    if (model::open_probe(view) != nullptr) show_open_probe(printer, view);
    show_legal(printer, view);
    show_notes(printer, view);
    for (const v1::Notice* notice : view.all<v1::Notice>()) {
        printer.say("console.notice", {in(notice->title(), printer.english()),
                                       in(notice->text(), printer.english())});
        printer.object({{"notice", json_of(*notice)}});
    }
}

void show_choices(const Printer& printer, const model::View& view) {
    const auto list = [&](const std::string& heading, std::string_view kind, std::size_t from = 0) {
        printer.say(heading);
        const WordList& all = *word_list(kind);
        for (std::size_t at = from; at < all.words.size(); ++at) {
            const std::string word(all.words[at]);
            printer.say("console.choice_line", {std::to_string(at + 1 - from), word,
                                                printer.words(std::string(all.prefix) + word)});
        }
    };
    list("console.purposes", "purpose");
    printer.say("console.bases");
    for (const v1::Basis* basis : view.all<v1::Basis>()) {
        printer.say("console.basis_line", {basis->id(), in(basis->name(), printer.english()),
                                           in(basis->gist(), printer.english())});
        if (const auto source = model::source_words(*basis, printer.language()); !source.empty())
            printer.say_plain("      " + source);
    }
    list("console.forms", "form", 1);
    list("console.categories", "category");
    printer.say("console.people");
    for (const v1::Person* person : view.all<v1::Person>()) {
        printer.say("console.person_line", {person->id(), in(person->name(), printer.english()),
                                            in(person->description(), printer.english())});
    }
    list("console.phases", "meeting_phase");
}

}  // namespace casustafel::console
