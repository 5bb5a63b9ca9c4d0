#include "client/console/said/screens.hpp"

#include <utility>

#include "client/console/said/choices.hpp"
#include "client/console/said/kinds.hpp"
#include "client/console/said/screen_texts.hpp"
#include "client/model/queries.hpp"
#include "client/model/sentence.hpp"
#include "proto/contract/hex.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
using model::in;

namespace {

// An entity's place in its list goes with its object when its line tells it too.
void make_object(const Printer& printer, const std::string& name, const Message& entity,
                 std::size_t number) {
    if (number == 0)
        printer.object({{name, json_of(entity)}});
    else
        printer.object({{"number", std::to_string(number)}, {name, json_of(entity)}});
}

bool tells_its_number(const std::string& kind) {
    const auto found = text::find("console.line." + kind);
    return found && say(*found, text::Language::nl).find("{number}") != std::string_view::npos;
}

void show_all(const Reader& reader, const Listed& list, const Entities& all) {
    if (const std::string head = "console.head." + list.kind; !all.empty() && text::find(head))
        reader.printer.say(head);
    const bool numbered = tells_its_number(list.kind);
    std::size_t number = 0;
    for (const Message* entity : all) {
        ++number;
        const std::string words = line(reader, "line." + list.kind, *entity);
        if (!words.empty()) reader.printer.say_plain(words);
        if (!list.object.empty())
            make_object(reader.printer, list.object, *entity, numbered ? number : 0);
    }
}

}  // namespace

void show_lists(const Reader& reader, const std::string& name) {
    bool first = true;
    for (const Listed& list : lists_named(name)) {
        const Entities all = all_of(reader.view, list.kind);
        const std::string none = "console.none." + name;
        if (std::exchange(first, false) && all.empty() && text::find(none))
            reader.printer.say(none);
        show_all(reader, list, all);
    }
}

void show_entity(const Reader& reader, const std::string& kind, const Message& entity) {
    reader.printer.say_plain(line(reader, "line." + kind, entity));
    reader.printer.object({{kind, json_of(entity)}});
}

void show_roles(const Reader& reader) {
    for (const v1::Table* table : reader.view.all<v1::Table>()) {
        reader.printer.say_plain(line(reader, "line.table", *table));
        for (const v1::Role* role : reader.view.all<v1::Role>())
            if (role->table() == table->id())
                reader.printer.say_plain(line(reader, "line.role", *role));
    }
    for (const v1::Role* role : reader.view.all<v1::Role>())
        reader.printer.object({{"role", json_of(*role)}});
}

void show_status(const Printer& printer, const model::Model& model, const model::View& view,
                 std::int64_t now_ms) {
    const Reader reader{printer, view, &model};
    const v1::Session& session = *view.find<v1::Session>();
    printer.say("console.status_line",
                {in(session.title(), printer.english()), model.code,
                 printer.words("phase." + session.phase()), case_time(model.sim_ms(now_ms)),
                 in(session.round(), printer.english())});
    printer.object({{"session", json_of(session)}, {"code", json_string(model.code)}});
    if (!model.held.empty()) printer.say("hold." + model.held);
    show_roles(reader);
    show_lists(reader, "seats");
    if (view.find<v1::SwapUnderWay>() != nullptr) show_lists(reader, "swap");
    show_prompts(printer, view);
    show_lists(reader, "decisions");
    if (!view.all<v1::Action>().empty()) show_lists(reader, "plan");
    if (!view.all<v1::Card>().empty()) show_lists(reader, "boards");
    show_lists(reader, "behind_the_screen");
    printer.say("console.counts", {std::to_string(view.all<v1::Share>().size()),
                                   std::to_string(view.all<v1::Request>().size()),
                                   std::to_string(view.all<v1::Message>().size())});
}

void show_card(const Reader& reader, const std::string& role) {
    const v1::RoleCard* card = reader.view.find<v1::RoleCard>(role);
    if (card != nullptr) show_entity(reader, "role_card", *card);
}

void show_role(const Printer& printer, const model::View& view, const std::string& role) {
    const Reader reader{printer, view};
    if (const v1::Session* session = view.find<v1::Session>()) {
        printer.say("console.view_line",
                    {role.empty() ? "trainer" : role, case_time(session->sim_ms()),
                     printer.words("phase." + session->phase())});
    }
    show_card(reader, role);
    for (const char* screen : {"dossier", "requests", "meetings", "messages", "decisions",
                               "interventions", "plan", "boards", "swap"})
        show_lists(reader, screen);
    if (model::open_prompt(view) != nullptr) show_open_prompt(printer, view);
    for (const char* screen : {"legal", "notes", "notices"}) show_lists(reader, screen);
}

void show_acts(const Printer& printer, const model::View& view) {
    for (const std::string_view each : contract::words<contract::CorrectionKind>) {
        const std::string kind(each);
        std::size_t number = 0;
        for (const Message* act : all_of(view, kind)) {
            ++number;
            const bool made = text_in(*act, "id").empty();
            const std::string which = made ? std::to_string(number) : text_in(*act, "id");
            printer.say("console.act_line",
                        {kind, which, line({printer, view}, "act." + kind, *act)});
            printer.object(
                {{"kind", json_string(kind)},
                 {"number", json_string(which)},
                 {"id", json_string(made ? contract::to_hex(number_in(*act, "id")) : which)}});
        }
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
