// What a trainer does with whole sessions and with those who lead: the card, the archive, deleting,
// copying, the lead, and who asks for a seat.
#include <algorithm>
#include <charconv>

#include "client/console/desk.hpp"
#include "client/console/typed/typed_command.hpp"
#include "proto/contract/listed.hpp"

namespace casustafel::console {
namespace {

// As the server knows codes: capitals, without the dash.
std::string plain(std::string_view typed) {
    std::string code;
    for (const char letter : typed)
        if (letter != '-' && letter != ' ')
            code += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return code;
}

std::uint32_t number_in(std::string_view typed) {
    std::uint32_t number = 0;
    if (!typed.empty() && typed.front() == 'p') typed.remove_prefix(1);
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return number;
}

}  // namespace

// What the options say of it; what they leave out stays as it was.
void Desk::write_card(v1::SessionCard& card) const {
    if (!options_.name.empty()) card.set_name(options_.name);
    if (!options_.date.empty()) card.set_date(options_.date);
    if (!options_.group.empty()) card.set_group(options_.group);
    if (!options_.notes.empty()) card.set_notes(options_.notes);
}

const v1::SessionEntry* Desk::listed() const {
    const auto& all = model().sessions;
    const auto found = std::ranges::find_if(
        all, [&](const v1::SessionEntry& each) { return each.code() == plain(options_.code); });
    return found == all.end() ? nullptr : &*found;
}

bool Desk::ask_list() {
    v1::ClientFrame frame;
    frame.mutable_list_sessions();
    talk_.client().say(frame);
    return answered([&] { return model().sessions_listed; });
}

// Says it and waits until the list shows that it is so; the server tells the list when it changed.
int Desk::say_and_see(const v1::ClientFrame& frame, const std::function<bool()>& so) {
    talk_.client().say(frame);
    if (!answered(so)) return out_of_reach();
    printer_.say("console.done");
    printer_.object({{"done", json_string(options_.verb)}});
    return 0;
}

int Desk::no_such_session() {
    printer_.complain("refusal.wrong_code");
    return 1;
}

// card CODE: what stands on it; with --name --date --group --notes: writes that.
int Desk::card() {
    if (!ask_list()) return out_of_reach();
    const v1::SessionEntry* entry = listed();
    if (entry == nullptr) return no_such_session();
    v1::SessionCard wanted = entry->card();
    write_card(wanted);
    const std::string was = entry->card().SerializeAsString(), is = wanted.SerializeAsString();
    if (was == is) {
        printer_.say("console.card",
                     {wanted.name(), wanted.date(), wanted.group(), wanted.notes()});
        printer_.object({{"card", json_of(wanted)}});
        return 0;
    }
    v1::ClientFrame frame;
    frame.mutable_set_card()->set_code(options_.code);
    *frame.mutable_set_card()->mutable_card() = wanted;
    return say_and_see(frame, [&] {
        const v1::SessionEntry* now = listed();
        return now != nullptr && now->card().SerializeAsString() != was;
    });
}

int Desk::put_away(bool archived) {
    if (!ask_list()) return out_of_reach();
    if (listed() == nullptr) return no_such_session();
    v1::ClientFrame frame;
    frame.mutable_archive_session()->set_code(options_.code);
    frame.mutable_archive_session()->set_archived(archived);
    return say_and_see(frame, [this, archived] {
        const v1::SessionEntry* now = listed();
        return now != nullptr && (now->phase() == contract::archived_phase) == archived;
    });
}

int Desk::erase() {
    if (!ask_list()) return out_of_reach();
    const v1::SessionEntry* entry = listed();
    if (entry == nullptr) return no_such_session();
    const std::string title = model::in(entry->title(), printer_.english());
    if (const int code = ask_whether(printer_.words("desk.delete_body", {title})); code != 0)
        return code;
    v1::ClientFrame frame;
    frame.mutable_delete_session()->set_code(options_.code);
    return say_and_see(frame, [&] { return listed() == nullptr; });
}

// copy CODE: a new session of the same case, with the same card.
int Desk::copy() {
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_copy_of(options_.code);
    frame.mutable_new_session()->set_request_id(talk_.client().new_token());
    write_card(*frame.mutable_new_session()->mutable_card());
    talk_.client().say(frame);
    if (!answered([&] { return !model().created_code.empty(); })) return out_of_reach();
    printer_.say("console.created", {model().created_code});
    printer_.object({{"code", json_string(model().created_code)}});
    return 0;
}

// lead CODE: who leads.   lead CODE NAME: that trainer leads from now on.
int Desk::lead() {
    if (!attach()) return out_of_reach();
    if (!answered([&] { return !model().trainers.empty() || model().trainer_number == 0; }))
        return out_of_reach();
    if (options_.argument.empty()) {
        const std::uint32_t leads = model().lead;
        printer_.say(leads == 0 ? "console.nobody_leads" : "console.leads",
                     {model().trainer_name_of(leads)});
        printer_.object({{"lead", std::to_string(leads)}});
        return 0;
    }
    const auto& all = model().trainers;
    const auto found = std::ranges::find_if(
        all, [&](const auto& each) { return each.second == options_.argument; });
    if (found == all.end()) {
        printer_.complain("refusal.unknown_trainer");
        return 1;
    }
    v1::ClientFrame frame;
    frame.mutable_hand_lead()->set_trainer(found->first);
    return say_and_see(frame, [this, to = found->first] { return model().lead == to; });
}

// decline CODE p3: says no to the seat that this participant asks for.
int Desk::decline() {
    const std::uint32_t who = number_in(options_.argument);
    if (!attach()) return out_of_reach();
    if (!answered([&] { return model().seat_wishes.contains(who); })) {
        printer_.complain("refusal.unknown_participant");
        return 1;
    }
    v1::ClientFrame frame;
    frame.mutable_decline_wish()->set_participant(who);
    return say_and_see(frame, [this, who] { return !model().seat_wishes.contains(who); });
}

// moretime CODE VT 60: every question that waits for this role may wait so many minutes longer.
int Desk::more_time() {
    const std::uint32_t minutes = number_in(options_.second);
    if (minutes == 0) {
        printer_.complain("console.bad_minutes", {options_.second});
        return 2;
    }
    return act([&](v1::Command& command) {
        command.mutable_lengthen_terms()->set_role(options_.argument);
        command.mutable_lengthen_terms()->set_minutes(minutes);
    });
}

// Where people come in, and the code as a picture for a screen that shows letters.
int Desk::invite() {
    if (!attach()) return out_of_reach();
    const v1::Invitation& place = model().invitation;
    printer_.say("console.invitation", {place.address(), options_.code});
    std::string drawn;
    const auto dark = [&](std::uint32_t row, std::uint32_t column) {
        const std::uint32_t side = place.side(), at = row * side + column;
        if (row >= side || column >= side || at / 8 >= place.modules().size()) return false;
        return (static_cast<unsigned char>(place.modules()[at / 8]) >> (7 - at % 8) & 1) != 0;
    };
    // Light modules are drawn, two to a letter: terminals are dark more often than not.
    const std::uint32_t margin = 2, all = place.side() + 2 * margin;
    for (std::uint32_t row = 0; place.side() > 0 && row < all; row += 2) {
        for (std::uint32_t column = 0; column < all; ++column) {
            const bool above = !dark(row - margin, column - margin);
            const bool below = row + 1 < all && !dark(row + 1 - margin, column - margin);
            drawn += above ? (below ? "█" : "▀") : (below ? "▄" : " ");
        }
        drawn += '\n';
    }
    printer_.say_plain(drawn);
    printer_.object({{"address", json_string(place.address())}});
    return 0;
}

}  // namespace casustafel::console
