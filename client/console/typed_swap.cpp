// Typed lines about the swap, one's own roles, and a pause or help for oneself.
#include "client/console/reading.hpp"

namespace casustafel::console {

// overdracht stukken A02,A05 vragen 1,3 tekst …
Understood Reading::hand_over() const {
    v1::Command command;
    auto* act = command.mutable_write_handover_note();
    for (const std::string& each : items(after({"stukken", "items"}))) act->add_items(each);
    for (const std::string& number : parts_of(after({"vragen", "requests"}))) {
        const std::uint64_t id = request(number);
        if (id == 0) return no_such("request", number);
        act->add_requests(id);
    }
    act->set_text(text_after({"tekst", "text"}));
    if (act->text().empty() && act->items().empty() && act->requests().empty())
        return usage("handover");
    return command;
}

Understood Reading::ready() const {
    v1::Command command;
    command.mutable_say_ready();
    return command;
}

Understood Reading::switch_role() const {
    if (word(1).empty()) return show(Screen::roles);
    return SwitchRole{role(word(1))};
}

Understood Reading::pause() const {
    v1::Command command;
    command.mutable_call_pause();
    return command;
}

// hulp: wat er te typen is.   hulp vragen tekst …: roept de trainer
Understood Reading::help() const {
    if (!is_one_of(word(1), {"vragen", "call"})) return show(Screen::help);
    v1::Command command;
    std::size_t text_from = is_one_of(word(2), {"tekst", "text"}) ? 3 : 2;
    command.mutable_call_for_help()->set_text(rest_from(words_, text_from));
    return command;
}

}  // namespace casustafel::console
