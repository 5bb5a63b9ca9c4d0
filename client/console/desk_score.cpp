// Questions to everybody, and what a trainer leaves out of the score.
#include <cstdlib>
#include <string_view>

#include "client/console/desk.hpp"
#include "client/console/said/screens.hpp"
#include "client/console/typed/numbers.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

// The thing of a list with this number or this id; 0 when there is none.
template <class List>
std::uint64_t numbered(const List& list, const std::string& typed) {
    for (const auto* each : list) {
        if (contract::to_hex(each->id()) == typed) return each->id();
    }
    return id_at(list, typed);
}

std::uint64_t made_of_kind(const model::View& view, const std::string& kind,
                           const std::string& typed) {
    if (kind == contract::CorrectionKind::share) return numbered(view.all<v1::Share>(), typed);
    if (kind == contract::CorrectionKind::request) return numbered(view.all<v1::Request>(), typed);
    return numbered(view.all<v1::Action>(), typed);
}

bool is_kind(const std::string& word) {
    return contract::named<contract::CorrectionKind>(word).has_value();
}

}  // namespace

int Desk::acts() {
    if (!attach()) return out_of_reach();
    show_acts(printer_, *model().view("trainer"));
    show_lists({printer_, *model().view("trainer")}, "corrections");
    return 0;
}

// correct CODE share 3 --reason "…"   and   uncorrect CODE decision Z1 --reason "…"
int Desk::correct_score(bool leave_out) {
    const std::string& kind = options_.argument;
    if (!is_kind(kind)) {
        printer_.complain(kind.empty() ? "console.usage_correct" : "console.no_such_kind", {kind});
        return 2;
    }
    if (!attach()) return out_of_reach();
    v1::CorrectScore wanted;
    wanted.mutable_target()->set_kind(kind);
    wanted.set_leave_out(leave_out);
    wanted.set_reason(options_.reason);
    const model::View& view = *model().view("trainer");
    if (kind == contract::CorrectionKind::decision) {
        wanted.mutable_target()->set_decision(meant(view.all<v1::Decision>(), options_.second));
    } else {
        wanted.mutable_target()->set_made(made_of_kind(view, kind, options_.second));
        if (wanted.target().made() == 0) {
            printer_.complain("console.no_such_act", {kind, options_.second});
            return 2;
        }
    }
    return act([&](v1::Command& command) { *command.mutable_correct_score() = wanted; });
}

// prompt CODE: which there are.   prompt CODE MIDDAG: put these to everybody now
int Desk::open_prompt() {
    if (!options_.argument.empty()) {
        return act([&](v1::Command& command) {
            command.mutable_open_prompt()->set_prompt(options_.argument);
        });
    }
    if (!attach()) return out_of_reach();
    show_prompts(printer_, *model().view("trainer"));
    return 0;
}

// closeprompt CODE   or   closeprompt CODE R1
int Desk::close_prompt() {
    if (!attach()) return out_of_reach();
    const v1::Prompt* open = model::open_prompt(*model().view("trainer"));
    const std::string wanted =
        options_.argument.empty() && open != nullptr ? open->id() : options_.argument;
    return act([&](v1::Command& command) { command.mutable_close_prompt()->set_prompt(wanted); });
}

}  // namespace casustafel::console
