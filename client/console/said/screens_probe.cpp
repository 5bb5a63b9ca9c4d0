// The console's screens of questions to everybody.
#include <algorithm>

#include "client/console/said/screens.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

using model::in;

namespace {

constexpr std::int64_t second_ms = 1'000;

bool is_own(const v1::Probe& probe, const std::string& question, const std::string& option) {
    return std::any_of(probe.mine().begin(), probe.mine().end(), [&](const v1::ProbeChoice& each) {
        return each.question() == question && each.option() == option;
    });
}

std::string note_of(const Printer& printer, const v1::Probe& probe, const std::string& question,
                    const v1::ProbeOption& option) {
    std::string note;
    const auto add = [&](const std::string& words) { note += (note.empty() ? "" : " ") + words; };
    if (is_own(probe, question, option.id())) add(printer.words("console.probe_option_own"));
    if (!option.chosen_by().empty())
        add(printer.words("console.probe_option_chosen",
                          {std::to_string(option.chosen_by_size())}));
    if (option.right()) add(printer.words("console.probe_option_right"));
    return note;
}

void show_questions(const Printer& printer, const v1::Probe& probe) {
    int number = 0;
    for (const v1::ProbeQuestion& question : probe.questions()) {
        const std::string place = std::to_string(++number);
        printer.say("console.probe_question", {place, in(question.text(), printer.english())});
        char letter = 'a';
        for (const v1::ProbeOption& option : question.options()) {
            printer.say("console.probe_option",
                        {place + letter++, in(option.text(), printer.english()),
                         note_of(printer, probe, question.id(), option)});
        }
    }
}

// One line for a trainer: where it stands and how many have answered.
void show_probe(const Printer& printer, const model::View& view, const v1::Probe& probe) {
    const auto people = view.all<v1::Participant>();
    const auto players =
        std::count_if(people.begin(), people.end(),
                      [](const v1::Participant* each) { return !each->roles().empty(); });
    printer.say(
        "console.probe_line",
        {probe.id(), in(probe.title(), printer.english()),
         printer.words("probe_status." + probe.status()),
         probe.at_sim_ms() != 0 ? case_time(probe.at_sim_ms()) : printer.words("console.by_hand"),
         printer.words("console.probe_answered_by",
                       {std::to_string(probe.answered_size()), std::to_string(players)})});
}

}  // namespace

void show_open_probe(const Printer& printer, const model::View& view) {
    const v1::Probe* probe = model::open_probe(view);
    if (probe == nullptr) return printer.say("console.no_probe");
    printer.say("console.probe_open",
                {in(probe->title(), printer.english()),
                 std::to_string((probe->ends_in_ms() + second_ms - 1) / second_ms)});
    show_questions(printer, *probe);
    printer.object({{"probe", json_of(*probe)}});
}

// A participant hears of questions when they open, a trainer of every step.
void tell_probe(const Printer& printer, const model::View& view, const v1::Probe& probe, bool added,
                bool trainer) {
    if (!trainer && added && probe.status() == contract::ProbeStatus::open)
        show_open_probe(printer, view);
    if (trainer && !added) show_probe(printer, view, probe);
}

void show_probes(const Printer& printer, const model::View& view) {
    for (const v1::Probe* probe : view.all<v1::Probe>()) {
        show_probe(printer, view, *probe);
        if (probe->status() != contract::ProbeStatus::waiting) show_questions(printer, *probe);
        printer.object({{"probe", json_of(*probe)}});
    }
}

}  // namespace casustafel::console
