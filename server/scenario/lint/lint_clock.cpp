// The clock of a case: segments in order, and nothing due where no time passes.
#include <algorithm>

#include "server/core/values/clock.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

// A time outside the case is an error. In a cut nobody can act, which the author may not have
// meant.
void check_time(const Draft& draft, std::int64_t sim_ms, const std::string& path,
                bool people_act_then) {
    const auto& scenario = draft.scenario;
    if (!draft.findings.sound(path)) return;
    if (sim_ms < scenario.start_sim_ms() || sim_ms > scenario.end_sim_ms())
        draft.findings.report(path, {Key::diagnostic_time_outside_case,
                                     {print_time(sim_ms), print_time(scenario.start_sim_ms()),
                                      print_time(scenario.end_sim_ms())}});
    else if (people_act_then && !inside_a_segment(scenario, sim_ms))
        draft.findings.report(path, {Key::diagnostic_time_in_cut, {print_time(sim_ms)}}, {},
                              Severity::warning);
}

// Says whether any time passes between these, so that somebody can act.
bool time_passes(const core::Scenario& scenario, std::int64_t from_sim_ms,
                 std::int64_t until_sim_ms) {
    return std::any_of(
        scenario.segments.begin(), scenario.segments.end(), [&](const core::Segment& segment) {
            return segment.from_sim_ms < until_sim_ms && from_sim_ms < segment.to_sim_ms;
        });
}

// A stretch that is planned or allowed must lie inside the case, and end after it starts.
void check_stretch(const Draft& draft, const std::optional<std::int64_t>& from,
                   const std::optional<std::int64_t>& until, const std::string& path,
                   const char* end) {
    if (from) check_time(draft, *from, under(path, "from"), false);
    if (until) check_time(draft, *until, under(path, end), false);
    if (!from || !until || !draft.findings.sound(under(path, "from")) ||
        !draft.findings.sound(under(path, end)))
        return;
    if (*until <= *from)
        draft.findings.report(under(path, end),
                              {Key::diagnostic_segment_ends_early, {print_time(*from)}});
    else if (!time_passes(draft.scenario, *from, *until))
        draft.findings.report(under(path, "from"),
                              {Key::diagnostic_time_in_cut, {print_time(*from)}}, {},
                              Severity::warning);
}

void check_item_times(const Draft& draft, const core::Item& item, const std::string& path) {
    if (item.available_sim_ms)
        check_time(draft, *item.available_sim_ms, under(path, "available"), false);
    for (std::size_t later = 0; later < item.later_holders.size(); ++later)
        check_time(draft, item.later_holders[later].from_sim_ms,
                   under(element(under(path, "later_holders"), later), "from"), false);
    for (std::size_t need = 0; need < item.needs.size(); ++need)
        if (item.needs[need].by_sim_ms)
            check_time(draft, *item.needs[need].by_sim_ms,
                       under(element(under(path, "needs"), need), "by"), true);
}

// A deadline is written, or it follows from the hours that count.
void check_deadline(const Draft& draft, std::size_t index) {
    const std::string path = element("decisions", index);
    const bool counted = draft.findings.written(under(path, "clock"));
    if (counted == draft.findings.written(under(path, "deadline")))
        return draft.findings.report(under(path, "id"), {Key::diagnostic_deadline_or_clock, {}});
    const core::Decision& decision = draft.scenario.decisions[index];
    check_time(draft, decision.deadline_sim_ms, under(path, counted ? "clock" : "deadline"), true);
    if (!counted || decision.clock->extension_ms == 0) return;
    const core::DecisionClock& clock = *decision.clock;
    check_time(draft,
               core::counted_after(decision.deadline_sim_ms, clock.extension_ms,
                                   clock.night_from_ms, clock.night_to_ms),
               under(path, "clock.extension"), true);
}

void check_segments(const Draft& draft) {
    // Against a clock that is wrong, every other time would be.
    const auto complain = [&](const std::string& path, Key key, std::int64_t sim_ms) {
        draft.findings.report(path, {key, {print_time(sim_ms)}});
        draft.findings.distrust("rounds");
    };
    std::optional<std::int64_t> reached;
    for (std::size_t round = 0; round < draft.file.rounds.size(); ++round) {
        const auto& segments = draft.file.rounds[round].segments;
        for (std::size_t index = 0; index < segments.size(); ++index) {
            const std::string path = element(under(element("rounds", round), "segments"), index);
            const auto& segment = segments[index];
            if (segment.to_sim_ms <= segment.from_sim_ms)
                complain(under(path, "to"), Key::diagnostic_segment_ends_early,
                         segment.from_sim_ms);
            if (reached && segment.from_sim_ms < *reached)
                complain(under(path, "from"), Key::diagnostic_segments_out_of_order, *reached);
            reached = std::max(reached.value_or(segment.to_sim_ms), segment.to_sim_ms);
        }
    }
}

void check_times(const Draft& draft) {
    const CaseFile& file = draft.file;
    if (draft.scenario.segments.empty()) return;
    for (std::size_t index = 0; index < file.items.size(); ++index)
        check_item_times(draft, file.items[index], element("items", index));
    for (std::size_t index = 0; index < file.meetings.size(); ++index)
        check_stretch(draft, file.meetings[index].from_sim_ms, file.meetings[index].to_sim_ms,
                      element("meetings", index), "to");
    for (std::size_t index = 0; index < file.interventions.size(); ++index)
        check_stretch(draft, file.interventions[index].from_sim_ms,
                      file.interventions[index].until_sim_ms, element("interventions", index),
                      "until");
    for (std::size_t index = 0; index < file.consequences.size(); ++index)
        if (file.consequences[index].at_sim_ms)
            check_time(draft, *file.consequences[index].at_sim_ms,
                       under(element("consequences", index), "at"), false);
    for (std::size_t index = 0; index < file.injects.size(); ++index)
        if (file.injects[index].at_sim_ms)
            check_time(draft, *file.injects[index].at_sim_ms,
                       under(element("injects", index), "at"), false);
    for (std::size_t index = 0; index < file.decisions.size(); ++index)
        check_deadline(draft, index);
}

// A term counts the time in which the case is played, and no cuts. One of more than half of it
// gives a question of the first morning a day that is far away.
void check_terms(const Draft& draft) {
    const auto& scenario = draft.scenario;
    if (scenario.segments.empty()) return;
    const std::int64_t start = scenario.start_sim_ms(),
                       played = core::running_between(scenario, start, scenario.end_sim_ms());
    for (std::size_t index = 0; index < draft.file.tables.size(); ++index) {
        const std::int64_t term = draft.file.tables[index].answer_within_ms;
        const std::string path = under(element("tables", index), "answer_within");
        if (term * 2 <= played || !draft.findings.sound(path)) continue;
        draft.findings.report(
            path,
            {Key::diagnostic_late_answers,
             {print_time(start), print_time(core::sim_after(scenario, start, term))}},
            {}, Severity::warning);
    }
}

}  // namespace

Rules lint_clock() {
    static const Rule rules[] = {
        {check_segments, {"rounds"}},
        {check_times, {"rounds"}},
        {check_terms, {"rounds", "tables"}},
    };
    return rules;
}

}  // namespace casustafel::scenario
