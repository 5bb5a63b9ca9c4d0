#include "server/cli/rehearse.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <variant>

#include "server/cli/exit_codes.hpp"
#include "server/rehearsal/run_session.hpp"
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

}  // namespace

int rehearse(const Rehearsal& wanted, const console::Printer& printer) {
    const std::filesystem::path file = wanted.file;
    const auto loaded = scenario::load_scenario(file, file.parent_path());
    if (!loaded.scenario) {
        printer.complain("console.case_unreadable", {wanted.file});
        return refused;
    }
    const hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                   loaded.rules_text,
                                   std::make_shared<const core::Scenario>(*loaded.scenario)};
    const std::string persona(bots::name(wanted.character));
    std::map<std::string, int> endings;
    for (std::uint64_t seed = 1; seed <= wanted.seeds; ++seed) {
        const auto run = rehearsal::run_session(
            texts, {.character = wanted.character, .seed = seed, .people = wanted.people});
        const auto score = score::score(*texts.scenario, run.records, {.ranges = false});
        const std::string ending = ending_of(run);
        ++endings[ending];
        const auto& sharing = score.headings.sharing;
        const auto& cooperation = score.headings.cooperation;
        const auto picture_and_plan = score::team(score, score::IndicatorId::c6).value;
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
    return done;
}

}  // namespace casustafel::cli
