#include "client/console/trainer.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <map>

#include "client/console/reading.hpp"
#include "client/console/screens.hpp"

namespace casustafel::console {
namespace {

using model::in;

constexpr std::int64_t answer_within_ms = 10'000;

// One call of the program: connected as trainer, one verb, an exit code.
class Desk {
public:
    Desk(const TrainerOptions& options, const Printer& printer)
        : options_(options), printer_(printer), talk_(options.server, "casustafel trainer") {}

    using Verb = int (Desk::*)();
    static const std::map<std::string, Verb>& verbs();

    int run();

private:
    int scenarios();
    int make();
    int list();
    int start();
    int pause() {
        return act([](v1::Command& command) { command.mutable_pause_session(); });
    }
    int resume() {
        return act([](v1::Command& command) { command.mutable_resume_session(); });
    }
    int end() {
        return act([](v1::Command& command) { command.mutable_end_session(); });
    }
    int speed() { return set_speed(options_.argument); }
    int inject() {
        return named([](auto& command) { return command.mutable_fire_inject()->mutable_inject(); });
    }
    int retract() {
        return named(
            [](auto& command) { return command.mutable_retract_inject()->mutable_inject(); });
    }
    int hasten() {
        return named(
            [](auto& command) { return command.mutable_hasten_inject()->mutable_inject(); });
    }
    int release() {
        return named([](auto& command) { return command.mutable_release_role()->mutable_role(); });
    }
    int assign() { return seat_somebody(false); }
    int move() { return seat_somebody(true); }
    int seat_somebody(bool move);
    int autopilot() {
        return named(
            [](auto& command) { return command.mutable_seat_autopilot()->mutable_role(); });
    }
    int stand_in() {
        return named([](auto& command) { return command.mutable_stand_in()->mutable_role(); });
    }
    int swap();
    int advance() {
        return act([](v1::Command& command) { command.mutable_advance_swap(); });
    }
    int cancel_swap() {
        return act([](v1::Command& command) { command.mutable_cancel_swap(); });
    }
    int whisper();
    int help();
    int moment();
    int tracks();
    int play_as();
    int improvise();
    int reentry();
    int status();
    int see();
    int watch();

    int out_of_reach();
    bool attach();
    int named(const std::function<std::string*(v1::Command&)>& field);
    int act(const std::function<void(v1::Command&)>& fill);
    int set_speed(const std::string& wanted);
    // The exit code of what was refused last, or nothing when nothing was.
    std::optional<int> refusal();
    bool answered(const std::function<bool()>& done);
    const model::Model& model() const { return talk_.model(); }

    const TrainerOptions& options_;
    const Printer& printer_;
    Talk talk_;
    std::vector<model::Refusal> refusals_;
};

const std::map<std::string, Desk::Verb>& Desk::verbs() {
    static const std::map<std::string, Verb> all = {
        {"scenarios", &Desk::scenarios},
        {"new", &Desk::make},
        {"list", &Desk::list},
        {"start", &Desk::start},
        {"pause", &Desk::pause},
        {"resume", &Desk::resume},
        {"speed", &Desk::speed},
        {"inject", &Desk::inject},
        {"retract", &Desk::retract},
        {"hasten", &Desk::hasten},
        {"improvise", &Desk::improvise},
        {"release", &Desk::release},
        {"reentry", &Desk::reentry},
        {"status", &Desk::status},
        {"see", &Desk::see},
        {"watch", &Desk::watch},
        {"end", &Desk::end},
        {"assign", &Desk::assign},
        {"move", &Desk::move},
        {"autopilot", &Desk::autopilot},
        {"standin", &Desk::stand_in},
        {"as", &Desk::play_as},
        {"swap", &Desk::swap},
        {"advance", &Desk::advance},
        {"cancelswap", &Desk::cancel_swap},
        {"whisper", &Desk::whisper},
        {"help", &Desk::help},
        {"moment", &Desk::moment},
        {"tracks", &Desk::tracks},
    };
    return all;
}

bool Desk::answered(const std::function<bool()>& done) {
    const bool reached = talk_.pump_until(
        [&] {
            for (model::Refusal& refusal : talk_.client().take_refusals())
                refusals_.push_back(refusal);
            return !refusals_.empty() || done();
        },
        answer_within_ms);
    return reached && refusals_.empty();
}

std::optional<int> Desk::refusal() {
    if (refusals_.empty()) return std::nullopt;
    printer_.complain(refusals_.front().key);
    return 1;
}

int Desk::out_of_reach() {
    if (const auto code = refusal()) return *code;
    if (talk_.closed() && talk_.reached()) {
        printer_.complain(talk_.trouble());
        return 1;
    }
    printer_.complain(talk_.trouble().empty() ? "close.unreachable" : talk_.trouble(),
                      {options_.server.address.text()});
    return 4;
}

int Desk::run() {
    const auto verb = verbs().find(options_.verb);
    if (verb == verbs().end()) {
        printer_.complain("console.no_such_verb", {options_.verb});
        return 2;
    }
    talk_.client().open_as_trainer(options_.key);
    if (!answered([&] { return model().trainer; })) return out_of_reach();
    const int code = (this->*verb->second)();
    talk_.finish();
    return code;
}

int Desk::scenarios() {
    v1::ClientFrame frame;
    frame.mutable_list_scenarios();
    talk_.client().say(frame);
    if (!answered([&] { return !model().scenarios.empty(); })) return out_of_reach();
    for (const v1::ScenarioEntry& entry : model().scenarios) {
        printer_.say("console.scenario",
                     {entry.id(), in(entry.title(), printer_.english()),
                      std::to_string(entry.roles()), std::to_string(entry.minutes())});
        printer_.object({{"scenario", json_of(entry)}});
    }
    return 0;
}

int Desk::make() {
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_scenario(options_.argument);
    frame.mutable_new_session()->set_request_id(talk_.client().new_token());
    talk_.client().say(frame);
    if (!answered([&] { return !model().created_code.empty(); })) return out_of_reach();
    printer_.say("console.created", {model().created_code});
    printer_.object({{"code", json_string(model().created_code)}});
    return 0;
}

int Desk::list() {
    v1::ClientFrame frame;
    frame.mutable_list_sessions();
    talk_.client().say(frame);
    if (!answered([&] { return model().sessions_listed; })) return out_of_reach();
    if (model().sessions.empty()) printer_.say("console.no_sessions");
    for (const v1::SessionEntry& entry : model().sessions) {
        printer_.say(
            "console.session",
            {entry.code(), in(entry.title(), printer_.english()),
             printer_.words("phase." + entry.phase()), std::to_string(entry.participants()),
             std::to_string(entry.connected()), case_time(entry.sim_ms())});
        printer_.object({{"session", json_of(entry)}});
    }
    return 0;
}

bool Desk::attach() {
    talk_.client().attach(options_.code);
    return answered([&] {
        const model::View* view = model().view("trainer");
        return view != nullptr && view->session() != nullptr;
    });
}

int Desk::act(const std::function<void(v1::Command&)>& fill) {
    if (!attach()) return out_of_reach();
    v1::Command command;
    fill(command);
    talk_.client().act(command);
    if (!answered([&] { return model().waiting == 0; })) return out_of_reach();
    printer_.say("console.done");
    printer_.object({{"done", json_string(options_.verb)}});
    return 0;
}

int Desk::named(const std::function<std::string*(v1::Command&)>& field) {
    return act([&](v1::Command& command) { *field(command) = options_.argument; });
}

int Desk::set_speed(const std::string& wanted) {
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    frame.mutable_set_maximum_speed()->set_on(wanted == "max");
    talk_.client().say(frame);
    if (wanted == "max") return 0;
    const double factor = std::strtod(wanted.c_str(), nullptr);
    if (!(factor > 0 && factor <= 1000)) {
        printer_.complain("console.bad_speed", {wanted});
        return 2;
    }
    const auto permille = static_cast<std::uint32_t>(factor * 1000 + 0.5);
    if (model().view("trainer")->session()->speed_permille() == permille) return 0;
    return act([&](v1::Command& command) { command.mutable_set_speed()->set_permille(permille); });
}

int Desk::start() {
    if (!options_.speed.empty()) {
        const int code = set_speed(options_.speed);
        if (code != 0) return code;
    }
    return act([](v1::Command& command) { command.mutable_start_session(); });
}

int Desk::improvise() {
    return act([&](v1::Command& command) {
        command.mutable_improvise_inject()->set_title(options_.title);
        command.mutable_improvise_inject()->set_text(options_.text);
        for (const std::string& role : options_.to)
            command.mutable_improvise_inject()->add_to(role);
    });
}

// "p3" or "3"; 0 when it is no number.
std::uint32_t participant_number(std::string digits) {
    std::uint32_t participant = 0;
    if (!digits.empty() && digits.front() == 'p') digits.erase(0, 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), participant);
    return participant;
}

// assign CODE p3 VT   or   move CODE p3 VT
int Desk::seat_somebody(bool move) {
    const std::uint32_t participant = participant_number(options_.argument);
    if (participant == 0) {
        printer_.complain("console.no_such_participant", {options_.argument});
        return 2;
    }
    return act([&](v1::Command& command) {
        command.mutable_assign_role()->set_participant(participant);
        command.mutable_assign_role()->set_role(options_.second);
        command.mutable_assign_role()->set_move(move);
    });
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

int Desk::whisper() {
    return act([&](v1::Command& command) {
        command.mutable_whisper()->set_to(options_.argument);
        command.mutable_whisper()->set_text(options_.text);
    });
}

int Desk::moment() {
    return act([&](v1::Command& command) {
        command.mutable_bookmark_moment()->set_title(options_.title.empty() ? options_.argument
                                                                            : options_.title);
    });
}

// help CODE: who called.   help CODE 2: the trainer has come to the second of those that are open
int Desk::help() {
    if (!attach()) return out_of_reach();
    std::vector<const v1::HelpCall*> open;
    for (const v1::HelpCall* call : model().view("trainer")->help_calls())
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
    show_tracks(printer_, *model().view("trainer"));
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
        printer_.complain(wrong->key, wrong->arguments);
        return 2;
    }
    const auto* typed = std::get_if<v1::Command>(&understood);
    if (typed == nullptr) {
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

int Desk::status() {
    if (!attach()) return out_of_reach();
    show_status(printer_, model(), *model().view("trainer"), steady_ms());
    return 0;
}

int Desk::see() {
    const int code = act([&](v1::Command& command) {
        command.mutable_look_through_role()->set_role(options_.argument);
    });
    if (code != 0) return code;
    const std::string name = "as:" + options_.argument;
    if (!answered([&] { return model().view(name) != nullptr; })) return out_of_reach();
    show_role(printer_, *model().view(name), options_.argument);
    return 0;
}

// Follows a session until it has ended or the reader stops.
int Desk::watch() {
    if (!attach()) return out_of_reach();
    talk_.client().take_changes();
    while (!talk_.closed()) {
        const model::View* view = model().view("trainer");
        for (const model::Change& change : talk_.client().take_changes()) {
            if (change.view == "trainer") tell_change(printer_, model(), *view, change, "");
        }
        if (view->session()->phase() == "ended") return 0;
        talk_.pump(500);
    }
    return out_of_reach();
}

}  // namespace

int run_trainer(const TrainerOptions& options, const Printer& printer) {
    return Desk(options, printer).run();
}

const std::vector<std::string>& trainer_verbs() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& [name, verb] : Desk::verbs()) out.push_back(name);
        return out;
    }();
    return names;
}

}  // namespace casustafel::console
