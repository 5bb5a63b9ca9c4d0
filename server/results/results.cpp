#include "server/results/results.hpp"

#include <algorithm>

#include "server/results/limits.hpp"
#include "server/results/sections.hpp"
#include "server/results/words.hpp"

namespace casustafel::results {
namespace {

std::uint32_t whole(double number) { return static_cast<std::uint32_t>(score::shown(number)); }

void add_range(v1::ResultsValue& out, const std::optional<score::Range>& range) {
    if (!range) return;
    out.mutable_range()->set_low(whole(range->low));
    out.mutable_range()->set_high(whole(range->high));
    out.mutable_range()->set_sampled(range->sampled);
}

v1::ResultsHeading heading(const score::Heading& heading) {
    v1::ResultsHeading out;
    *out.mutable_value() = value(heading.value);
    add_range(*out.mutable_value(), heading.range);
    return out;
}

v1::Indicator numbers(const score::Indicator& indicator) {
    v1::Indicator out;
    out.set_id(std::string(score::name(indicator.id)));
    *out.mutable_value() = value(indicator.value);
    add_range(*out.mutable_value(), indicator.range);
    out.set_opportunities(static_cast<std::uint32_t>(indicator.opportunities));
    out.set_table(indicator.scope.table.value);
    out.set_role(indicator.scope.role.value);
    return out;
}

// Of C6: which halves the number is of.
void add_halves(const core::Scenario& scenario, const score::Halves& halves, v1::Indicator& out) {
    v1::Sentence& remark = *out.add_remarks();
    if (halves.picture && halves.plan)
        Words(scenario, remark, "report.c6_both")
            .number(score::shown(*halves.picture))
            .number(score::shown(*halves.plan));
    else
        Words(scenario, remark, halves.picture ? "report.c6_picture_only" : "report.c6_plan_only");
}

v1::Indicator whole_indicator(const core::Scenario& scenario, const score::Indicator& indicator) {
    v1::Indicator out = numbers(indicator);
    const std::size_t shown = std::min(indicator.evidence.size(), limits::evidence_lines);
    for (std::size_t at = 0; at < shown; ++at)
        *out.add_evidence() = evidence_line(scenario, indicator.evidence[at]);
    out.set_evidence_left_out(static_cast<std::uint32_t>(indicator.evidence.size() - shown));
    if (indicator.thirds)
        Words(scenario, *out.add_remarks(), "report.thirds")
            .number(score::shown(indicator.thirds->first))
            .number(score::shown(indicator.thirds->last));
    if (indicator.halves && indicator.value) add_halves(scenario, *indicator.halves, out);
    if (score::is_corrected(indicator.value, indicator.original))
        Words(scenario, *out.add_remarks(), "report.original").shown(indicator.original->value);
    return out;
}

v1::ResultsFlag flag(const core::Scenario& scenario, const score::Flag& flag) {
    v1::ResultsFlag out;
    out.set_at_sim_ms(flag.sim_ms);
    std::vector<core::RoleId> to;
    for (const core::Recipient& recipient : flag.recipients) to.push_back(recipient.role);
    Words words(scenario, *out.mutable_sentence(), "report.flag");
    words.role(flag.giver).roles(to).form(flag.form).item(flag.item).time(flag.sim_ms);
    if (flag.recipients.empty())
        words.nothing();
    else
        words.judgement(flag.recipients.front().verdict);
    return out;
}

// What the note passed on, and how much of what the case had begun.
void add_handover(const core::Scenario& scenario, const score::Handover& note, v1::Results& out) {
    if (note.open == 0)
        Words(scenario, *out.add_swap(), "report.note_nothing_open").role(note.role);
    else if (note.seq == 0)
        Words(scenario, *out.add_swap(), "report.note_none").role(note.role).number(note.open);
    else
        Words(scenario, *out.add_swap(), "report.note_line")
            .role(note.role)
            .number(note.mentioned)
            .number(note.open);
    if (note.begun.empty()) return;
    Words(scenario, *out.add_swap(),
          note.begun.size() == 1 ? "report.note_begun_one" : "report.note_begun")
        .number(static_cast<std::int64_t>(note.begun_mentioned.size()))
        .number(static_cast<std::int64_t>(note.begun.size()));
}

// Whose number what counts in, once roles were swapped.
void add_swap(const core::Scenario& scenario, const std::vector<core::Record>& records,
              const score::Score& score, v1::Results& out) {
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (!std::holds_alternative<core::RolesSwapped>(event)) continue;
            Words(scenario, *out.add_swap(), "results.swapped").time(record.stamp.sim_ms);
        }
    }
    if (out.swap_size() == 0) return;
    Words(scenario, *out.add_swap(), "results.swap_rule");
    for (const score::Handover& handover : score.handovers) add_handover(scenario, handover, out);
}

void add_left_out(const core::Scenario& scenario, const score::Score& score, v1::Results& out) {
    for (const score::RemovedNeed& need : score.removed) {
        if (static_cast<std::size_t>(out.left_out_size()) >= limits::left_out) return;
        Words(scenario, *out.add_left_out(), "report.removed_need")
            .role(need.role)
            .item(need.item)
            .role(need.holder)
            .time(need.deadline_sim_ms);
    }
}

// What the trainer left out, and why; what it is about is said as it stands in the whole log.
void add_correction(const core::Scenario& scenario, const score::Correction& correction,
                    v1::Results& out) {
    v1::CorrectionResult& told = *out.add_corrections();
    Words about(scenario, *told.mutable_about(),
                "report.corrected." + std::string(core::name(correction.target.kind)));
    about.role(correction.by).roles(correction.to);
    if (correction.target.kind == core::CorrectionKind::decision)
        about.decision(correction.target.decision);
    else if (correction.item.empty())
        about.person(correction.person);
    else
        about.item(correction.item);
    about.form(correction.form);
    if (correction.raised_flag) Words(scenario, *told.add_remarks(), "report.corrected_flag");
    Words(scenario, *told.add_remarks(), "report.corrected_reason")
        .text({correction.reason, correction.reason});
}

// Every number that is another one because of the corrections.
void add_corrected(const core::Scenario& scenario, const score::Score& score, v1::Results& out) {
    const auto add = [&](const std::string& name, const std::optional<double>& value,
                         const std::optional<score::Original>& original) {
        if (!score::is_corrected(value, original)) return;
        Words(scenario, *out.add_corrected(), "results.corrected_number")
            .word(name)
            .shown(value)
            .shown(original->value);
    };
    const score::Headings& both = score.headings;
    add("report.sharing", both.sharing.value, both.sharing.original);
    add("report.arrived", both.arrived, both.original_arrived);
    add("report.careful", both.careful, both.original_careful);
    add("report.cooperation", both.cooperation.value, both.cooperation.original);
    for (const score::Indicator& one : score.team)
        add("indicator." + std::string(score::name(one.id)) + ".name", one.value, one.original);
    if (out.corrected().empty()) Words(scenario, *out.add_corrected(), "report.corrected_nothing");
}

}  // namespace

v1::ResultsValue value(const std::optional<double>& number) {
    static constexpr const char* bands[] = {"chance", "underway", "strong"};
    v1::ResultsValue out;
    if (!number) return out;
    out.set_value(whole(*number));
    out.set_band(bands[static_cast<std::size_t>(score::band(*number))]);
    return out;
}

v1::Results results(const core::Scenario& scenario, const std::vector<core::Record>& records,
                    const score::Score& score) {
    v1::Results out;
    if (!records.empty()) out.set_sim_ms(records.back().stamp.sim_ms);
    out.set_ended(std::ranges::any_of(records, [](const core::Record& record) {
        return std::ranges::any_of(record.events, [](const core::Event& event) {
            return std::holds_alternative<core::SessionEnded>(event);
        });
    }));
    *out.mutable_sharing() = heading(score.headings.sharing);
    *out.mutable_arrived() = value(score.headings.arrived);
    *out.mutable_careful() = value(score.headings.careful);
    *out.mutable_cooperation() = heading(score.headings.cooperation);
    for (const auto& indicator : score.team) *out.add_team() = whole_indicator(scenario, indicator);
    for (const auto& indicator : score.tables) *out.add_tables() = numbers(indicator);
    for (const auto& indicator : score.roles) *out.add_roles() = numbers(indicator);
    for (const score::Flag& each : score.flags) {
        if (static_cast<std::size_t>(out.flags_size()) >= limits::flags) break;
        *out.add_flags() = flag(scenario, each);
    }
    for (const auto& card : score.decisions) *out.add_decisions() = decision(scenario, card);
    add_swap(scenario, records, score, out);
    add_left_out(scenario, score, out);
    for (const score::Correction& correction : score.corrections)
        add_correction(scenario, correction, out);
    if (!score.corrections.empty()) add_corrected(scenario, score, out);
    return out;
}

v1::Results results(const core::Scenario& scenario, const std::vector<core::Record>& records) {
    return results(scenario, records, score::score(scenario, records));
}

}  // namespace casustafel::results
