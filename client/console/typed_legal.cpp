// Typed lines about the law's steps: triage, weighing, what was said aloud, who must agree or be
// told.
#include "client/console/ground.hpp"
#include "client/console/reading.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

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
    act->set_item(item(word(1)));
    act->set_tried(parts[0]);
    act->set_harm(parts[1]);
    act->set_averts(parts[2]);
    act->set_minimum(parts[3]);
    return command;
}

// hardop A03 met OVJ doel afdoening grondslag WMOVT vorm conclusie notitie 1
Understood Reading::say_aloud() const {
    v1::Command command;
    auto* act = command.mutable_register_spoken_share();
    act->set_item(item(word(1)));
    if (const auto wrong = read_ground(*act, "aloud")) return *wrong;
    if (const std::string noted = after({"notitie", "note"}); !noted.empty()) {
        act->set_heard(id_at(view_.all<v1::Heard>(), noted));
        if (act->heard() == 0) return no_such("heard", noted);
    }
    return command;
}

// gehoord 1   of   gehoord 1 niet
Understood Reading::heard() const {
    const std::uint64_t id = id_at(view_.all<v1::Spoken>(), word(1));
    if (id == 0) return no_such("spoken", word(1));
    v1::Command command;
    command.mutable_confirm_spoken_share()->set_spoken(id);
    command.mutable_confirm_spoken_share()->set_heard(!is_one_of(word(2), {"niet", "not"}));
    return command;
}

// onderbuik stuk A03 tekst …   of   onderbuik …
Understood Reading::gut_feeling() const {
    v1::Command command;
    auto* act = command.mutable_note_gut_feeling();
    std::size_t text_from = 1;
    if (is_one_of(word(1), {"stuk", "item"})) {
        act->set_item(item(word(2)));
        text_from = 3;
    }
    if (is_one_of(word(text_from), {"tekst", "text"})) ++text_from;
    act->set_text(rest_from(words_, text_from));
    if (act->text().empty()) return usage("gut_feeling");
    return command;
}

// akkoord vragen A05 voor VT tekst …   akkoord geven 1 tekst …   akkoord weigeren 1 tekst …
Understood Reading::authority() const {
    v1::Command command;
    if (is_one_of(word(1), {"vragen", "ask"})) {
        if (words_.size() < 5) return usage("authority");
        auto* act = command.mutable_ask_authority();
        act->set_item(item(word(2)));
        act->set_to(role(after({"voor", "for"})));
        act->set_reason(text_after({"tekst", "text"}));
        return command;
    }
    const bool agreed = is_one_of(word(1), {"geven", "give"});
    if (!agreed && !is_one_of(word(1), {"weigeren", "refuse"})) return usage("authority");
    const std::uint64_t id = id_at(view_.all<v1::AuthorityQuestion>(), word(2));
    if (id == 0) return no_such("question", word(2));
    auto* act = command.mutable_answer_authority();
    act->set_question(id);
    act->set_agreed(agreed);
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// toestemming mirjam hulp
Understood Reading::consent() const {
    if (view_.find<v1::Person>(word(1)) == nullptr) return no_such("person", word(1));
    v1::Command command;
    command.mutable_ask_consent()->set_person(word(1));
    command.mutable_ask_consent()->set_scope(rest_from(words_, 2));
    return command;
}

// inlichten mirjam tekst …
Understood Reading::inform() const {
    if (view_.find<v1::Person>(word(1)) == nullptr) return no_such("person", word(1));
    v1::Command command;
    command.mutable_inform_person()->set_person(word(1));
    command.mutable_inform_person()->set_text(text_after({"tekst", "text"}));
    return command;
}

// privacy A12 voor VT doel veiligheid
Understood Reading::privacy() const {
    const std::string receiver = after({"voor", "for"});
    if (words_.size() < 4 || receiver.empty()) return usage("privacy");
    const std::string why = after({"doel", "purpose"});
    const auto purpose = choose(printer_, contract::words<contract::Purpose>, "purpose.", why);
    if (!purpose) return no_such("purpose", why);
    v1::Command command;
    auto* act = command.mutable_ask_privacy_officer();
    act->set_item(item(word(1)));
    act->set_to(role(receiver));
    act->set_purpose(*purpose);
    return command;
}

}  // namespace casustafel::console
