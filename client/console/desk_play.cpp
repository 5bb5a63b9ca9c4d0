// What a trainer does in a session: seats, the swap, whispers, help, playing a role.
#include <charconv>

#include "client/console/desk.hpp"
#include "client/console/said/screens.hpp"
#include "client/console/said/typed_words.hpp"
#include "client/console/typed/numbers.hpp"
#include "client/console/typed/typed_command.hpp"

namespace casustafel::console {

// "p3" or "3"; 0 when it is no number.
static std::uint32_t participant_number(std::string digits) {
    std::uint32_t participant = 0;
    if (!digits.empty() && digits.front() == 'p') digits.erase(0, 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), participant);
    return participant;
}

// swap CODE   or   swap CODE OVJ:VT,POL-Z:CAS
int Desk::swap() {
    v1::StartSwap wanted;
    for (const std::string& pair : parts_of(options_.argument)) {
        const auto between = pair.find(':');
        if (between == std::string::npos || between == 0 || between + 1 == pair.size()) {
            printer_.complain("console.bad_pair", {pair});
            return 2;
        }
        v1::SwapPair* made = wanted.add_pairs();
        made->set_one(pair.substr(0, between));
        made->set_other(pair.substr(between + 1));
    }
    return act([&](v1::Command& command) { *command.mutable_start_swap() = wanted; });
}

// help CODE: who called.   help CODE 2: the trainer has come to the second of those that are open
int Desk::help() {
    if (!attach()) return out_of_reach();
    std::vector<const v1::HelpCall*> open;
    for (const v1::HelpCall* call : model().view("trainer")->all<v1::HelpCall>())
        if (!call->answered()) open.push_back(call);
    if (options_.argument.empty()) {
        int number = 0;
        for (const v1::HelpCall* call : open) {
            printer_.say("console.help_call",
                         {std::to_string(++number), model().name_of(call->participant()),
                          call->text(), case_time(call->at_sim_ms())});
            printer_.object({{"number", std::to_string(number)}, {"help_call", json_of(*call)}});
        }
        if (open.empty()) printer_.say("console.no_help_calls");
        return 0;
    }
    const std::uint64_t wanted = id_at(open, options_.argument);
    if (wanted == 0) {
        printer_.complain("console.which_call", {options_.argument});
        return 2;
    }
    return act([&](v1::Command& command) { command.mutable_answer_help()->set_call(wanted); });
}

int Desk::tracks() {
    if (!attach()) return out_of_reach();
    show_lists({printer_, *model().view("trainer")}, "tracks");
    return 0;
}

// The page that the case's author wrote for the trainer.
int Desk::page() {
    if (!attach()) return out_of_reach();
    const v1::TrainerPage* page = model().view("trainer")->find<v1::TrainerPage>();
    if (page == nullptr) {
        printer_.complain("console.no_trainer_page");
        return 1;
    }
    printer_.say_plain(model::in(page->text(), printer_.english()));
    printer_.object({{"page", json_of(*page)}});
    return 0;
}

// as CODE VT --text "deel A03 met OVJ …": one typed line for a role the trainer stands in for
int Desk::play_as() {
    if (!attach()) return out_of_reach();
    const std::string name = "role:" + options_.argument;
    if (!answered([&] { return model().view(name) != nullptr; })) {
        printer_.complain("rejection.not_your_role");
        return 1;
    }
    const Understood understood = understand(options_.text, *model().view(name), printer_);
    if (const auto* wrong = std::get_if<NotUnderstood>(&understood)) {
        printer_.complain_in_words(wrong->key, wrong->sentence);
        return 2;
    }
    const auto* typed = std::get_if<v1::Command>(&understood);
    if (typed == nullptr || typed->has_read_item()) {
        show_role(printer_, *model().view(name), options_.argument);
        return 0;
    }
    return act([&](v1::Command& command) {
        command = *typed;
        command.set_as_role(options_.argument);
    });
}

int Desk::reentry() {
    const std::uint32_t participant = participant_number(options_.argument);
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    frame.mutable_issue_reentry_code()->set_participant(participant);
    talk_.client().say(frame);
    if (!answered([&] { return model().reentry_codes.contains(participant); }))
        return out_of_reach();
    const std::string& code = model().reentry_codes.at(participant);
    printer_.say("console.reentry_code", {model().name_of(participant), code});
    printer_.object(
        {{"participant", std::to_string(participant)}, {"reentry_code", json_string(code)}});
    return 0;
}

}  // namespace casustafel::console
