#include "client/console/typed_command.hpp"

#include <algorithm>
#include <vector>

#include "client/console/ground.hpp"
#include "client/console/reading.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

const std::vector<Reading::Named>& Reading::verbs() {
    static const std::vector<Named> all = {
        {{"hulp", "help", "?"}, &Reading::help},
        {{"neem", "take"}, &Reading::take},
        {{"opstaan", "stand-up"}, &Reading::release},
        {{"rol", "role"}, &Reading::switch_role},
        {{"lees", "read"}, &Reading::read},
        {{"deel", "share"}, &Reading::share},
        {{"vraag", "ask"}, &Reading::ask},
        {{"weiger", "refuse"}, &Reading::refuse},
        {{"verwijs", "refer"}, &Reading::refer},
        {{"heb-ik-niet", "not-here"}, &Reading::not_here},
        {{"markeer", "mark"}, &Reading::mark},
        {{"zeg", "say"}, &Reading::message},
        {{"overleg", "meeting"}, &Reading::meeting},
        {{"fase", "phase"}, &Reading::move_phase},
        {{"nodig", "invite"}, &Reading::invite},
        {{"besluit", "decide"}, &Reading::decide},
        {{"stelvoor", "propose"}, &Reading::propose},
        {{"terugnemen", "retract"}, &Reading::retract},
        {{"meteen", "hasten"}, &Reading::hasten},
        {{"zetin", "intervene"}, &Reading::intervene},
        {{"actie", "action"}, &Reading::action},
        {{"bevestig", "confirm"}, &Reading::confirm},
        {{"triage"}, &Reading::triage},
        {{"afweging", "weigh"}, &Reading::weigh},
        {{"hardop", "aloud"}, &Reading::say_aloud},
        {{"gehoord", "heard"}, &Reading::heard},
        {{"vertelde", "told"}, &Reading::told},
        {{"niet-gezegd", "not-said"}, &Reading::not_said},
        {{"antwoord", "answer"}, &Reading::answer_probe},
        {{"onderbuik", "gutfeeling"}, &Reading::gut_feeling},
        {{"akkoord", "authority"}, &Reading::authority},
        {{"toestemming", "consent"}, &Reading::consent},
        {{"inlichten", "inform"}, &Reading::inform},
        {{"privacy"}, &Reading::privacy},
        {{"overdracht", "handover"}, &Reading::hand_over},
        {{"klaar", "ready"}, &Reading::ready},
        {{"pauze", "pause"}, &Reading::pause},
    };
    return all;
}

Understood Reading::understand() {
    struct NamedScreen {
        std::vector<std::string_view> words;
        Screen screen;
    };
    static const std::vector<NamedScreen> screens = {
        {{"rollen", "roles"}, Screen::roles},
        {{"kaart", "card"}, Screen::card},
        {{"dossier"}, Screen::dossier},
        {{"vragen", "requests"}, Screen::requests},
        {{"overleggen", "meetings"}, Screen::meetings},
        {{"berichten", "messages"}, Screen::messages},
        {{"keuzes", "choices"}, Screen::choices},
        {{"klok", "clock"}, Screen::status},
        {{"besluiten", "decisions"}, Screen::decisions},
        {{"ingrepen", "interventions"}, Screen::interventions},
        {{"plan"}, Screen::plan},
        {{"wachtend", "waiting"}, Screen::waiting},
        {{"wissel", "swap"}, Screen::swap},
        {{"vragenlijst", "probe"}, Screen::probe},
        {{"juridisch", "legal"}, Screen::legal},
        {{"aantekeningen", "notes"}, Screen::notes},
        {{"afmelden", "sign-out"}, Screen::leave},
        {{"stop", "quit"}, Screen::stop},
    };
    const std::string verb = word(0);
    for (const NamedScreen& each : screens) {
        if (std::ranges::find(each.words, verb) != each.words.end()) return show(each.screen);
    }
    for (const Named& each : verbs()) {
        if (std::ranges::find(each.words, verb) != each.words.end()) return (this->*each.verb)();
    }
    return NotUnderstood{"console.not_understood", {verb}};
}

std::string Reading::item(const std::string& typed) const {
    return meant(view_.all<v1::Item>(), typed);
}
std::string Reading::role(const std::string& typed) const {
    return meant(view_.all<v1::Role>(), typed);
}
std::string Reading::meeting_id(const std::string& typed) const {
    return meant(view_.all<v1::Meeting>(), typed);
}
std::string Reading::decision_id(const std::string& typed) const {
    return meant(view_.all<v1::Decision>(), typed);
}
std::string Reading::power_id(const std::string& typed) const {
    return meant(view_.all<v1::Power>(), typed);
}

Words Reading::roles(const std::string& typed) const {
    Words out = parts_of(typed);
    for (std::string& each : out) each = role(each);
    return out;
}

Words Reading::items(const std::string& typed) const {
    Words out = parts_of(typed);
    for (std::string& each : out) each = item(each);
    return out;
}

std::uint64_t Reading::request(const std::string& number) const {
    return id_at(view_.all<v1::Request>(), number);
}

std::size_t Reading::place_after(Keys keys) const {
    for (std::size_t at = 1; at + 1 < words_.size(); ++at) {
        if (is_one_of(words_[at], {"tekst", "text"})) break;
        if (is_one_of(words_[at], keys)) return at + 1;
    }
    return 0;
}

std::string Reading::after(Keys keys) const {
    const std::size_t place = place_after(keys);
    return place == 0 ? std::string() : words_[place];
}

bool Reading::has(Keys keys) const {
    for (std::size_t at = 1; at < words_.size(); ++at) {
        if (is_one_of(words_[at], {"tekst", "text"})) break;
        if (is_one_of(words_[at], keys)) return true;
    }
    return false;
}

std::string Reading::text_after(Keys keys) const {
    for (std::size_t at = 1; at < words_.size(); ++at) {
        if (is_one_of(words_[at], keys)) return rest_from(words_, at + 1);
    }
    return {};
}

Understood Reading::take() const {
    if (words_.size() != 2) return usage("take");
    v1::Command command;
    command.mutable_take_role()->set_role(role(word(1)));
    return command;
}

Understood Reading::release() const {
    v1::Command command;
    command.mutable_release_role();
    return command;  // the caller fills in its own role
}

Understood Reading::read() const {
    if (words_.size() != 2) return usage("read");
    const std::string wanted = item(word(1));
    if (view_.find<v1::Item>(wanted) == nullptr) return no_such("item", word(1));
    return ShowScreen{Screen::item, wanted};
}

// deel A03 met OVJ,VT doel afdoening grondslag WMOVT vorm conclusie vraag 2 voorlopig tekst …
Understood Reading::share() const {
    v1::Command command;
    auto* act = command.mutable_share_item();
    act->set_item(item(word(1)));
    if (const auto wrong = read_ground(*act, "share")) return *wrong;
    const std::string number = after({"vraag", "request"});
    if (!number.empty()) {
        act->set_request(request(number));
        if (act->request() == 0) return no_such("request", number);
    }
    act->set_partial(has({"voorlopig", "partial"}));
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// vraag VT over mirjam huiselijk tekst Is het thuis veilig?
Understood Reading::ask() const {
    if (words_.size() < 5 || !is_one_of(word(2), {"over", "about"})) return usage("ask");
    v1::Command command;
    auto* act = command.mutable_ask_for_information();
    for (const std::string& role : roles(word(1))) act->add_to(role);
    if (view_.find<v1::Person>(word(3)) == nullptr) return no_such("person", word(3));
    act->set_person(word(3));
    const auto category =
        choose(printer_, contract::words<contract::Category>, "category.", word(4));
    if (!category) return no_such("category", word(4));
    act->set_category(*category);
    if (const std::string about = after({"stuk", "item"}); !about.empty())
        act->set_item(item(about));
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// weiger 2 no_basis aanbod conclusie probeer VT tekst …
Understood Reading::refuse() const {
    if (words_.size() < 3) return usage("refuse");
    v1::Command command;
    auto* act = command.mutable_refuse_request();
    act->set_request(request(word(1)));
    if (act->request() == 0) return no_such("request", word(1));
    const auto reason =
        choose(printer_, contract::words<contract::RefusalReason>, "refusal_reason.", word(2), 0);
    if (!reason) return no_such("reason", word(2));
    act->set_reason(*reason);
    std::size_t text_from = 3;
    if (is_one_of(word(text_from), {"aanbod", "offer"})) {
        const auto form = form_number(printer_, word(text_from + 1));
        if (!form) return no_such("form", word(text_from + 1));
        act->set_offered_form(*form);
        text_from += 2;
    }
    if (is_one_of(word(text_from), {"probeer", "try"})) {
        act->set_offered_role(role(word(text_from + 1)));
        text_from += 2;
    }
    if (is_one_of(word(text_from), {"tekst", "text"})) ++text_from;
    act->set_text(rest_from(words_, text_from));
    return command;
}

Understood Reading::refer() const {
    if (words_.size() < 3) return usage("refer");
    v1::Command command;
    auto* act = command.mutable_refer_request();
    act->set_request(request(word(1)));
    if (act->request() == 0) return no_such("request", word(1));
    act->set_to(role(word(2)));
    act->set_text(rest_from(words_, 3));
    return command;
}

Understood Reading::not_here() const {
    v1::Command command;
    command.mutable_answer_not_here()->set_request(request(word(1)));
    if (command.answer_not_here().request() == 0) return no_such("request", word(1));
    return command;
}

Understood Reading::mark() const {
    if (words_.size() != 3) return usage("mark");
    const auto mark = choose(printer_, contract::words<contract::Mark>, "ui.mark_", word(2));
    if (!mark) return no_such("mark", word(2));
    v1::Command command;
    command.mutable_mark_item()->set_item(item(word(1)));
    command.mutable_mark_item()->set_mark(*mark);
    return command;
}

// zeg OVJ,VT tekst …   of   zeg overleg V tekst …
Understood Reading::message() const {
    v1::Command command;
    auto* act = command.mutable_send_message();
    std::size_t text_from = 2;
    if (is_one_of(word(1), {"overleg", "meeting"})) {
        act->set_meeting(meeting_id(word(2)));
        text_from = 3;
    } else {
        for (const std::string& role : roles(word(1))) act->add_to(role);
    }
    if (is_one_of(word(text_from), {"tekst", "text"})) ++text_from;
    act->set_text(rest_from(words_, text_from));
    if (act->text().empty()) return usage("say");
    return command;
}

Understood understand(std::string_view line, const model::View& view, const Printer& printer) {
    Words words = split(line);
    if (words.empty()) return NotUnderstood{"", {}};
    return Reading(std::move(words), view, printer).understand();
}

}  // namespace casustafel::console
