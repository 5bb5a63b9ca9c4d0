#include "client/console/trainer.hpp"

#include <google/protobuf/message.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "client/console/desk.hpp"
#include "client/console/said/results.hpp"
#include "client/console/said/screens.hpp"
#include "client/console/said/sure.hpp"
#include "client/console/said/tell.hpp"
#include "client/console/typed/slots.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

using model::in;

constexpr std::int64_t answer_within_ms = 10'000, one_day_ms = 24LL * 3600 * 1000;

}  // namespace

const std::map<std::string, Desk::InCode>& Desk::verbs() {
    static const std::map<std::string, InCode> all = {
        {"scenarios", &Desk::scenarios},
        {"new", &Desk::make},
        {"list", &Desk::list},
        {"card", &Desk::card},
        {"archive", &Desk::archive},
        {"unarchive", &Desk::unarchive},
        {"delete", &Desk::erase},
        {"copy", &Desk::copy},
        {"lead", &Desk::lead},
        {"decline", &Desk::decline},
        {"invite", &Desk::invite},
        {"moretime", &Desk::more_time},
        {"observer", &Desk::observer},
        {"observers", &Desk::observers},
        {"restart", &Desk::restart_from},
        {"start", &Desk::start},
        {"speed", &Desk::speed},
        {"reentry", &Desk::reentry},
        {"status", &Desk::status},
        {"see", &Desk::see},
        {"watch", &Desk::watch},
        {"as", &Desk::play_as},
        {"swap", &Desk::swap},
        {"help", &Desk::help},
        {"tracks", &Desk::tracks},
        {"page", &Desk::page},
        {"results", &Desk::results},
        {"report", &Desk::report},
        {"acts", &Desk::acts},
        {"correct", &Desk::correct},
        {"uncorrect", &Desk::uncorrect},
        {"prompt", &Desk::open_prompt},
        {"closeprompt", &Desk::close_prompt},
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
    talk_.complain(printer_, options_.server.address);
    return 4;
}

int Desk::run() {
    const auto in_code = verbs().find(options_.verb);
    Words words = {options_.verb};
    for (const std::string& word : {options_.argument, options_.second})
        if (!word.empty()) words.push_back(word);
    const auto own = std::ranges::find_if(desk_verbs(), [&](const Verb& each) {
        return each.begins_with(words[0]) && match(each.grammar, words);
    });
    if (in_code == verbs().end() && own == desk_verbs().end()) return typed_wrong();
    talk_.client().open_as_trainer(options_.key);
    if (!answered([&] { return model().trainer; }) && !opened_with_digits()) return out_of_reach();
    const int code = in_code == verbs().end() ? ask(*match(own->grammar, words), *own)
                                              : (this->*in_code->second)();
    talk_.finish();
    return code;
}

// A second factor was asked for, and a person is there to give it.
bool Desk::opened_with_digits() {
    if (!model().asks_digits || isatty(STDIN_FILENO) == 0) return false;
    refusals_.clear();
    printer_.say("console.digits");
    std::string digits;
    std::getline(std::cin, digits);
    talk_.client().open_as_trainer(options_.key, digits);
    return answered([&] { return model().trainer; });
}

// No such verb, or one that is typed in another way.
int Desk::typed_wrong() {
    const bool known = std::ranges::any_of(
        desk_verbs(), [&](const Verb& each) { return each.begins_with(options_.verb); });
    if (known)
        printer_.complain_in_words("console.usage_of",
                                   usage_of(desk_verbs(), options_.verb, printer_));
    else
        printer_.complain("console.no_such_verb", {options_.verb});
    return 2;
}

namespace {

// What stands in options of the call instead of in its words.
void take_options(const TrainerOptions& options, google::protobuf::Message& act) {
    const auto& reflection = *act.GetReflection();
    const auto field = [&](const char* name) { return act.GetDescriptor()->FindFieldByName(name); };
    for (const auto& [name, said] : {std::pair{"title", options.title}, {"text", options.text}})
        if (field(name) != nullptr && !said.empty()) reflection.SetString(&act, field(name), said);
    if (field("to") == nullptr || !field("to")->is_repeated()) return;
    for (const std::string& role : options.to) reflection.AddString(&act, field("to"), role);
}

}  // namespace

int Desk::ask(const std::vector<Filled>& filled, const Verb& verb) {
    if (!attach()) return out_of_reach();
    v1::Command command;
    auto& what = *command.GetReflection()->MutableMessage(&command, verb.command);
    Filling filling(what, *model().view("trainer"), printer_);
    for (const Filled& each : filled) {
        if (const auto wrong = filling.fill(each)) {
            printer_.complain(wrong->key, {wrong->typed});
            return 2;
        }
    }
    take_options(options_, what);
    return act([&](v1::Command& asked) { asked = command; });
}

int Desk::scenarios() {
    v1::ClientFrame frame;
    frame.mutable_list_scenarios();
    talk_.client().say(frame);
    // A list without cases is an answer as well.
    if (!answered([&] { return model().scenarios_listed; })) return out_of_reach();
    if (model().scenarios.empty()) printer_.say("console.no_cases");
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
    write_card(*frame.mutable_new_session()->mutable_card());
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
        const std::string title = in(entry.title(), printer_.english());
        if (contract::is_shut(entry.phase()))
            printer_.say("console.session_" + entry.phase(), {entry.code(), title});
        else
            printer_.say("console.session",
                         {entry.code(), title, printer_.words("phase." + entry.phase()),
                          std::to_string(entry.participants()), std::to_string(entry.connected()),
                          case_time(entry.sim_ms())});
        if (const v1::SessionCard& card = entry.card(); card.ByteSizeLong() > 0)
            printer_.say("console.session_card", {card.name(), card.date(), card.group()});
        printer_.object({{"session", json_of(entry)}});
    }
    return 0;
}

bool Desk::attach() {
    talk_.client().attach(options_.code);
    return answered([&] {
        const model::View* view = model().view("trainer");
        return view != nullptr && view->find<v1::Session>() != nullptr;
    });
}

int Desk::act(const std::function<void(v1::Command&)>& fill) {
    if (!attach()) return out_of_reach();
    v1::Command command;
    fill(command);
    if (const auto question =
            question_before(command, model(), *model().view("trainer"), printer_)) {
        if (const int code = ask_whether(*question); code != 0) return code;
    }
    talk_.client().act(command);
    if (!answered([&] { return model().waiting == 0; })) return out_of_reach();
    printer_.say("console.done");
    printer_.object({{"done", json_string(options_.verb)}});
    return 0;
}

// 0 when the trainer is sure: said so in the call, or says so now. Nobody answers for a script.
int Desk::ask_whether(const std::string& question) {
    if (options_.yes) return 0;
    if (isatty(STDIN_FILENO) == 0) {
        printer_.complain_in_words("console.needs_yes",
                                   question + "\n" + printer_.words("console.needs_yes"));
        return 2;
    }
    printer_.say_plain(question);
    printer_.say("console.sure_how");
    std::string answer;
    if (std::getline(std::cin, answer) && says_yes(answer)) return 0;
    printer_.complain("console.not_done");
    return 1;
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
    if (model().view("trainer")->find<v1::Session>()->speed_permille() == permille) return 0;
    return act([&](v1::Command& command) { command.mutable_set_speed()->set_permille(permille); });
}

int Desk::start() {
    if (!options_.speed.empty()) {
        const int code = set_speed(options_.speed);
        if (code != 0) return code;
    }
    return act([](v1::Command& command) { command.mutable_start_session(); });
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

int Desk::results() {
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    frame.mutable_ask_results();
    talk_.client().say(frame);
    if (!answered([&] { return model().results.has_value(); })) return out_of_reach();
    const bool with_days = model().view("trainer")->find<v1::Session>()->ends_sim_ms() > one_day_ms;
    show_results(printer_, *model().results, with_days);
    return 0;
}

// The debrief page, as the server makes it, in a file here.
int Desk::report() {
    const std::string file =
        options_.html.empty() ? "casustafel-verslag-" + options_.code + ".html" : options_.html;
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    frame.mutable_ask_report()->set_language(printer_.english() ? "en" : "nl");
    talk_.client().say(frame);
    std::optional<std::string> page;
    if (!answered([&] { return (page = talk_.client().take_report()).has_value(); }))
        return out_of_reach();
    std::ofstream out(file, std::ios::binary);
    out << *page;
    out.close();
    if (out)
        printer_.say("report.written", {file});
    else
        printer_.complain("report.not_written", {file});
    return out ? 0 : 1;
}

// What the other trainers did since the last time.
void Desk::tell_others() {
    const auto& did = model().others_did;
    const std::uint64_t fresh =
        std::min<std::uint64_t>(model().others_acts - others_told_, did.size());
    others_told_ = model().others_acts;
    for (std::size_t at = did.size() - fresh; at < did.size(); ++at) {
        const std::string act = model::act_name(did[at].command());
        const bool known = text::find("colleague." + act).has_value();
        printer_.say("console.other_did",
                     {case_time(did[at].at_sim_ms()), model().trainer_name_of(did[at].trainer()),
                      printer_.words(known ? "colleague." + act : "colleague.other")});
        printer_.object({{"trainer", json_string(model().trainer_name_of(did[at].trainer()))},
                         {"did", json_string(act)},
                         {"command", json_of(did[at].command())}});
    }
}

// Follows a session until it has ended or the reader stops.
int Desk::watch() {
    if (!attach()) return out_of_reach();
    talk_.client().take_changes();
    while (!talk_.closed()) {
        const model::View* view = model().view("trainer");
        tell_others();
        for (const model::Change& change : talk_.client().take_changes()) {
            if (change.view == "trainer") tell_change(printer_, model(), *view, change, "");
        }
        if (view->find<v1::Session>()->phase() == contract::SessionPhase::ended) return 0;
        talk_.pump(500);
    }
    return out_of_reach();
}

}  // namespace casustafel::console
