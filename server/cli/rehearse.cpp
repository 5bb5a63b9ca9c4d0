#include "server/cli/rehearse.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <variant>

#include "server/cli/exit_codes.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/score/score.hpp"

namespace casustafel::cli {
namespace {

std::string ending_of(const rehearsal::Run& run) {
    for (const core::Record& record : run.records) {
        for (const core::Event& event : record.events) {
            if (const auto* reached = std::get_if<core::EndingReached>(&event))
                return reached->ending.value;
        }
    }
    return "-";
}

std::string shown(const std::optional<double>& value) {
    return value ? std::to_string(score::shown(*value)) : "-";
}

std::string json_number(const std::optional<double>& value) {
    return value ? std::to_string(*value) : "null";
}

// Needs that were not met in time or not richly enough, and in how many runs.
using Unmet = std::map<std::pair<std::string, std::string>, int>;

void count_unmet(const score::Score& score, Unmet& unmet) {
    for (const score::Evidence& each : score::team(score, score::IndicatorId::s2).evidence) {
        const bool met = each.finding == score::Finding::delivered;
        if (!met) ++unmet[{each.role.value, each.item.value}];
    }
}

void tell_unmet(const Unmet& unmet, std::uint64_t runs, const console::Printer& printer) {
    constexpr std::size_t most = 20;
    if (unmet.empty()) return;
    printer.say("console.rehearsed_unmet", {std::to_string(unmet.size()), std::to_string(runs)});
    std::size_t told = 0;
    for (const auto& [need, times] : unmet) {
        if (++told > most) break;
        printer.say("console.rehearsed_unmet_need",
                    {need.first, need.second, std::to_string(times)});
    }
    if (unmet.size() > most)
        printer.say("console.rehearsed_unmet_more", {std::to_string(unmet.size() - most)});
}

// A stroke where an ending or a number should be has a reason in the case.
void tell_strokes(const core::Scenario& scenario, const std::map<std::string, int>& endings,
                  bool number_missing, const console::Printer& printer) {
    if (endings.contains("-"))
        printer.say(scenario.endings.empty() ? "console.rehearsed_no_endings"
                                             : "console.rehearsed_no_ending");
    if (!number_missing) return;
    const bool needs = std::any_of(scenario.items.begin(), scenario.items.end(),
                                   [](const core::Item& item) { return !item.needs.empty(); });
    if (!needs) printer.say("console.rehearsed_no_needs");
    if (!scenario.plan) printer.say("console.rehearsed_no_plan");
    if (scenario.prompts.empty()) printer.say("console.rehearsed_no_prompts");
    if (needs && scenario.plan && !scenario.prompts.empty())
        printer.say("console.rehearsed_too_little");
}

// What is wrong with a case that cannot be played, as `check` says it.
int complain_about_case(const std::filesystem::path& file, const console::Printer& printer,
                        text::Language language) {
    printer.complain("console.case_unreadable", {file.string()});
    std::cerr << scenario::check({file}, language).text;
    return refused;
}

}  // namespace

int rehearse(const Rehearsal& wanted, const console::Printer& printer) {
    const std::filesystem::path file = wanted.file;
    const auto loaded = scenario::load_scenario(file, file.parent_path());
    if (!loaded.scenario) return complain_about_case(file, printer, wanted.language);
    const hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                   loaded.rules_text,
                                   std::make_shared<const core::Scenario>(*loaded.scenario)};
    const std::string persona(bots::name(wanted.character));
    std::map<std::string, int> endings;
    Unmet unmet;
    bool number_missing = false;
    for (std::uint64_t seed = 1; seed <= wanted.seeds; ++seed) {
        const auto run = rehearsal::run_session(
            texts, {.character = wanted.character, .seed = seed, .people = wanted.people});
        const auto score = score::score(*texts.scenario, run.records, {.ranges = false});
        const std::string ending = ending_of(run);
        ++endings[ending];
        const auto& sharing = score.headings.sharing;
        const auto& cooperation = score.headings.cooperation;
        const auto picture_and_plan = score::team(score, score::IndicatorId::c6).value;
        count_unmet(score, unmet);
        number_missing =
            number_missing || !sharing.value || !cooperation.value || !picture_and_plan;
        printer.say("console.rehearsed",
                    {persona, std::to_string(seed), shown(sharing.value), shown(cooperation.value),
                     ending, std::to_string(run.records.size()), shown(picture_and_plan)});
        printer.object({{"persona", console::json_string(persona)},
                        {"seed", std::to_string(seed)},
                        {"sharing", json_number(sharing.value)},
                        {"cooperation", json_number(cooperation.value)},
                        {"c6", json_number(picture_and_plan)},
                        {"ending", console::json_string(ending)},
                        {"records", std::to_string(run.records.size())}});
        if (!run.ended) return refused;
    }
    for (const auto& [ending, times] : endings)
        printer.say("console.rehearsed_ending", {ending, std::to_string(times)});
    tell_strokes(*texts.scenario, endings, number_missing, printer);
    tell_unmet(unmet, wanted.seeds, printer);
    return done;
}

}  // namespace casustafel::cli
