#include "client/console/typed_command.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <vector>

#include "client/console/choices.hpp"

namespace casustafel::console {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view line) {
    Words words;
    std::string word;
    for (const char character : line) {
        if (character != ' ' && character != '\t') {
            word += character;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

std::string upper(std::string text) {
    for (char& character : text) {
        character = static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
    }
    return text;
}

// "OVJ,VT" as roles; role codes may be typed in small letters.
Words roles_in(const std::string& word) {
    Words roles;
    std::string role;
    for (const char character : word + ",") {
        if (character != ',') {
            role += character;
        } else if (!role.empty()) {
            roles.push_back(upper(std::exchange(role, {})));
        }
    }
    return roles;
}

std::string rest_from(const Words& words, std::size_t first) {
    std::string out;
    for (std::size_t at = first; at < words.size(); ++at)
        out += (out.empty() ? "" : " ") + words[at];
    return out;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> options) {
    return std::find(options.begin(), options.end(), word) != options.end();
}

class Reading {
public:
    Reading(Words words, const model::View& view, const Printer& printer)
        : words_(std::move(words)), view_(view), printer_(printer) {}

    Understood understand();

private:
    Understood show(Screen screen) const { return ShowScreen{screen, word(1)}; }
    Understood take() const;
    Understood release() const;
    Understood read() const;
    Understood share() const;
    Understood ask() const;
    Understood refuse() const;
    Understood refer() const;
    Understood not_here() const;
    Understood mark() const;
    Understood message() const;
    Understood meeting() const;
    Understood triage() const;
    Understood weigh() const;

    std::string word(std::size_t at) const {
        return at < words_.size() ? words_[at] : std::string();
    }
    Understood usage(const std::string& which) const {
        return NotUnderstood{"console.usage_" + which, {}};
    }
    // The id of the request with this number in the list; 0 when there is none.
    std::uint64_t request(const std::string& number) const;
    // The word after one of these key words, or empty.
    std::string after(std::initializer_list<std::string_view> keys) const;
    std::string text_after(std::initializer_list<std::string_view> keys) const;
    NotUnderstood no_such(const std::string& what, const std::string& typed) const {
        return {"console.no_such_" + what, {typed}};
    }

    Words words_;
    const model::View& view_;
    const Printer& printer_;
};

Understood Reading::understand() {
    const std::string verb = word(0);
    if (is_one_of(verb, {"hulp", "help", "?"})) return show(Screen::help);
    if (is_one_of(verb, {"rollen", "roles"})) return show(Screen::roles);
    if (is_one_of(verb, {"kaart", "card"})) return show(Screen::card);
    if (is_one_of(verb, {"dossier"})) return show(Screen::dossier);
    if (is_one_of(verb, {"vragen", "requests"})) return show(Screen::requests);
    if (is_one_of(verb, {"overleggen", "meetings"})) return show(Screen::meetings);
    if (is_one_of(verb, {"berichten", "messages"})) return show(Screen::messages);
    if (is_one_of(verb, {"keuzes", "choices"})) return show(Screen::choices);
    if (is_one_of(verb, {"klok", "clock"})) return show(Screen::status);
    if (is_one_of(verb, {"afmelden", "sign-out"})) return show(Screen::leave);
    if (is_one_of(verb, {"stop", "quit"})) return show(Screen::stop);
    if (is_one_of(verb, {"neem", "take"})) return take();
    if (is_one_of(verb, {"opstaan", "stand-up"})) return release();
    if (is_one_of(verb, {"lees", "read"})) return read();
    if (is_one_of(verb, {"deel", "share"})) return share();
    if (is_one_of(verb, {"vraag", "ask"})) return ask();
    if (is_one_of(verb, {"weiger", "refuse"})) return refuse();
    if (is_one_of(verb, {"verwijs", "refer"})) return refer();
    if (is_one_of(verb, {"heb-ik-niet", "not-here"})) return not_here();
    if (is_one_of(verb, {"markeer", "mark"})) return mark();
    if (is_one_of(verb, {"zeg", "say"})) return message();
    if (is_one_of(verb, {"overleg", "meeting"})) return meeting();
    if (is_one_of(verb, {"triage"})) return triage();
    if (is_one_of(verb, {"afweging", "weigh"})) return weigh();
    return NotUnderstood{"console.not_understood", {verb}};
}

std::uint64_t Reading::request(const std::string& number) const {
    std::size_t wanted = 0;
    std::from_chars(number.data(), number.data() + number.size(), wanted);
    const auto requests = view_.requests();
    return wanted >= 1 && wanted <= requests.size() ? requests[wanted - 1]->id() : 0;
}

std::string Reading::after(std::initializer_list<std::string_view> keys) const {
    for (std::size_t at = 1; at + 1 < words_.size(); ++at) {
        if (is_one_of(words_[at], {"tekst", "text"})) break;  // what follows is free text
        if (is_one_of(words_[at], keys)) return words_[at + 1];
    }
    return {};
}

std::string Reading::text_after(std::initializer_list<std::string_view> keys) const {
    for (std::size_t at = 1; at < words_.size(); ++at) {
        if (is_one_of(words_[at], keys)) return rest_from(words_, at + 1);
    }
    return {};
}

Understood Reading::take() const {
    if (words_.size() != 2) return usage("take");
    v1::Command command;
    command.mutable_take_role()->set_role(upper(word(1)));
    return command;
}

Understood Reading::release() const {
    v1::Command command;
    command.mutable_release_role();
    return command;  // the caller fills in its own role
}

Understood Reading::read() const {
    if (words_.size() != 2) return usage("read");
    const std::string item = upper(word(1));
    if (view_.item(item) == nullptr) return no_such("item", word(1));
    return ShowScreen{Screen::item, item};
}

// deel A03 met OVJ,VT doel afdoening grondslag WMOVT vorm conclusie vraag 2 tekst …
Understood Reading::share() const {
    v1::Command command;
    auto* act = command.mutable_share_item();
    act->set_item(upper(word(1)));
    for (const std::string& role : roles_in(after({"met", "with"}))) act->add_to(role);
    act->set_meeting(upper(after({"overleg", "meeting"})));
    if (word(1).empty() || (act->to_size() == 0 && act->meeting().empty())) return usage("share");
    const auto purpose = choose(printer_, purpose_words(), "purpose.", after({"doel", "purpose"}));
    if (!purpose) return no_such("purpose", after({"doel", "purpose"}));
    act->set_purpose(*purpose);
    act->set_basis(upper(after({"grondslag", "basis"})));
    if (act->basis().empty()) return usage("share");
    const auto form = choose(printer_, form_words(), "form.", after({"vorm", "form"}), 0);
    if (!form) return no_such("form", after({"vorm", "form"}));
    const auto place = std::find(form_words().begin(), form_words().end(), *form);
    act->set_form(static_cast<std::uint32_t>(place - form_words().begin()));
    const std::string number = after({"vraag", "request"});
    if (!number.empty()) {
        act->set_request(request(number));
        if (act->request() == 0) return no_such("request", number);
    }
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// vraag VT over mirjam huiselijk tekst Is het thuis veilig?
Understood Reading::ask() const {
    if (words_.size() < 5 || !is_one_of(word(2), {"over", "about"})) return usage("ask");
    v1::Command command;
    auto* act = command.mutable_ask_for_information();
    for (const std::string& role : roles_in(word(1))) act->add_to(role);
    if (view_.person(word(3)) == nullptr) return no_such("person", word(3));
    act->set_person(word(3));
    const auto category = choose(printer_, category_words(), "category.", word(4));
    if (!category) return no_such("category", word(4));
    act->set_category(*category);
    act->set_item(upper(after({"stuk", "item"})));
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

Understood Reading::refuse() const {
    if (words_.size() < 3) return usage("refuse");
    v1::Command command;
    auto* act = command.mutable_refuse_request();
    act->set_request(request(word(1)));
    if (act->request() == 0) return no_such("request", word(1));
    const auto reason = choose(printer_, refusal_words(), "refusal_reason.", word(2), 0);
    if (!reason) return no_such("reason", word(2));
    act->set_reason(*reason);
    act->set_text(rest_from(words_, 3));
    return command;
}

Understood Reading::refer() const {
    if (words_.size() < 3) return usage("refer");
    v1::Command command;
    auto* act = command.mutable_refer_request();
    act->set_request(request(word(1)));
    if (act->request() == 0) return no_such("request", word(1));
    act->set_to(upper(word(2)));
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
    const auto mark = choose(printer_, mark_words(), "ui.mark_", word(2));
    if (!mark) return no_such("mark", word(2));
    v1::Command command;
    command.mutable_mark_item()->set_item(upper(word(1)));
    command.mutable_mark_item()->set_mark(*mark);
    return command;
}

// zeg OVJ,VT tekst …   of   zeg overleg V tekst …
Understood Reading::message() const {
    v1::Command command;
    auto* act = command.mutable_send_message();
    std::size_t text_from = 2;
    if (is_one_of(word(1), {"overleg", "meeting"})) {
        act->set_meeting(upper(word(2)));
        text_from = 3;
    } else {
        for (const std::string& role : roles_in(word(1))) act->add_to(role);
    }
    if (is_one_of(word(text_from), {"tekst", "text"})) ++text_from;
    act->set_text(rest_from(words_, text_from));
    if (act->text().empty()) return usage("say");
    return command;
}

Understood Reading::meeting() const {
    v1::Command command;
    if (is_one_of(word(1), {"in", "join"})) {
        command.mutable_enter_meeting()->set_meeting(upper(word(2)));
    } else if (is_one_of(word(1), {"uit", "leave"})) {
        command.mutable_leave_meeting()->set_meeting(upper(word(2)));
    } else {
        return usage("meeting");
    }
    return command;
}

Understood Reading::triage() const {
    v1::Command command;
    if (is_one_of(word(1), {"aanmelden", "put-up"})) {
        command.mutable_put_up_for_triage()->set_reason(rest_from(words_, 2));
    } else if (is_one_of(word(1), {"aannemen", "accept"})) {
        command.mutable_accept_triage();
    } else {
        return usage("triage");
    }
    return command;
}

// afweging A12 geprobeerd | schade | helpt | minimum
Understood Reading::weigh() const {
    std::vector<std::string> parts = {""};
    for (const char character : rest_from(words_, 2)) {
        if (character == '|')
            parts.emplace_back();
        else
            parts.back() += character;
    }
    if (parts.size() != 4) return usage("weigh");
    v1::Command command;
    auto* act = command.mutable_record_weighing();
    act->set_item(upper(word(1)));
    act->set_tried(parts[0]);
    act->set_harm(parts[1]);
    act->set_averts(parts[2]);
    act->set_minimum(parts[3]);
    return command;
}

}  // namespace

Understood understand(std::string_view line, const model::View& view, const Printer& printer) {
    Words words = split(line);
    if (words.empty()) return NotUnderstood{"", {}};
    return Reading(std::move(words), view, printer).understand();
}

}  // namespace casustafel::console
