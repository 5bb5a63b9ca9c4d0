#include "server/results/results.hpp"

#include <algorithm>

#include "server/results/limits.hpp"
#include "server/results/sentence.hpp"
#include "server/telling/acts.hpp"
#include "server/telling/decisions.hpp"
#include "server/telling/evidence.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::results {
namespace {

std::uint32_t whole(double number) { return static_cast<std::uint32_t>(score::shown(number)); }

// A number as it is shown, with its band.
v1::ResultsValue value(const std::optional<double>& number,
                       const std::optional<score::Range>& range = {}) {
    v1::ResultsValue out;
    if (number) {
        out.set_value(whole(*number));
        out.set_band(std::string(score::name(score::band(*number))));
    }
    if (range) {
        out.mutable_range()->set_low(whole(range->low));
        out.mutable_range()->set_high(whole(range->high));
        out.mutable_range()->set_sampled(range->sampled);
    }
    return out;
}

v1::Indicator numbers(const score::Indicator& indicator) {
    v1::Indicator out;
    out.set_id(std::string(score::name(indicator.id)));
    *out.mutable_value() = value(indicator.value, indicator.range);
    out.set_opportunities(static_cast<std::uint32_t>(indicator.opportunities));
    out.set_table(indicator.scope.table.value);
    out.set_role(indicator.scope.role.value);
    return out;
}

// Writes the parts of the frame, each from the score by way of server/telling.
class Writer {
public:
    Writer(const core::Scenario& scenario, v1::Results& out) : scenario_(scenario), out_(out) {}

    void write(const score::Score& score) {
        write(score.headings);
        for (const auto& indicator : score.team) *out_.add_team() = with_evidence(indicator);
        for (const auto& indicator : score.tables) *out_.add_tables() = numbers(indicator);
        for (const auto& indicator : score.roles) *out_.add_roles() = numbers(indicator);
        for (std::size_t at = 0; at < std::min(score.flags.size(), limits::flags); ++at) {
            v1::ResultsFlag& flag = *out_.add_flags();
            flag.set_at_sim_ms(score.flags[at].sim_ms);
            *flag.mutable_sentence() = said(telling::tell(score.flags[at]));
        }
        for (const auto& card : score.decisions) *out_.add_decisions() = decision(card);
    }

    // Whose number what counts in, once roles were swapped.
    void write_swaps(const std::vector<core::Record>& records, const score::Score& score) {
        for (const core::Record& record : records) {
            for (const core::Event& event : record.events) {
                if (!std::holds_alternative<core::RolesSwapped>(event)) continue;
                add({text::Key::results_swapped, {telling::Moment{record.stamp.sim_ms, {}}}},
                    *out_.mutable_swap());
            }
        }
        if (out_.swap().empty()) return;
        add({text::Key::results_swap_rule, {}}, *out_.mutable_swap());
        for (const score::Handover& note : score.handovers) {
            for (const auto& told : telling::tell(note)) add(told, *out_.mutable_swap());
        }
    }

    void write_left_out(const score::Score& score) {
        for (std::size_t at = 0; at < std::min(score.removed.size(), limits::left_out); ++at)
            add(telling::tell(score.removed[at]), *out_.mutable_left_out());
        for (const score::Correction& correction : score.corrections) {
            v1::CorrectionResult& told = *out_.add_corrections();
            *told.mutable_about() = said(telling::about(correction));
            add(telling::lost_flag(correction), *told.mutable_remarks());
            add(telling::reason(correction), *told.mutable_remarks());
        }
        if (score.corrections.empty()) return;
        for (const auto& number : telling::corrected_numbers(score))
            add({text::Key::results_corrected_number,
                 {telling::Word{number.name}, telling::shown(number.value),
                  telling::shown(number.original.value)}},
                *out_.mutable_corrected());
        if (out_.corrected().empty())
            add({text::Key::report_corrected_nothing, {}}, *out_.mutable_corrected());
    }

private:
    using Sentences = google::protobuf::RepeatedPtrField<v1::Sentence>;

    v1::Sentence said(const telling::KeyedText& told) const { return sentence(scenario_, told); }
    void add(const telling::KeyedText& told, Sentences& out) const { *out.Add() = said(told); }
    void add(const std::optional<telling::KeyedText>& told, Sentences& out) const {
        if (told) add(*told, out);
    }

    void write(const score::Headings& both) {
        *out_.mutable_sharing()->mutable_value() = value(both.sharing.value, both.sharing.range);
        *out_.mutable_arrived() = value(both.arrived);
        *out_.mutable_careful() = value(both.careful);
        *out_.mutable_cooperation()->mutable_value() =
            value(both.cooperation.value, both.cooperation.range);
    }

    v1::Indicator with_evidence(const score::Indicator& indicator) const {
        v1::Indicator out = numbers(indicator);
        const std::size_t shown = std::min(indicator.evidence.size(), limits::evidence_lines);
        for (std::size_t at = 0; at < shown; ++at)
            *out.add_evidence() = evidence(indicator.evidence[at]);
        out.set_evidence_left_out(static_cast<std::uint32_t>(indicator.evidence.size() - shown));
        add(telling::thirds(indicator), *out.mutable_remarks());
        add(telling::halves(indicator), *out.mutable_remarks());
        add(telling::without_corrections(indicator.value, indicator.original),
            *out.mutable_remarks());
        return out;
    }

    v1::EvidenceLine evidence(const score::Evidence& evidence) const {
        const telling::EvidenceTold told = telling::tell(scenario_, evidence);
        v1::EvidenceLine line;
        *line.mutable_sentence() = said(told.found);
        line.set_credit_percent(whole(100 * evidence.credit));
        line.set_role(evidence.role.value);
        line.set_other(evidence.other.value);
        if (evidence.at_sim_ms) line.set_at_sim_ms(*evidence.at_sim_ms);
        for (const auto& why : told.why) add(why, *line.mutable_why());
        if (!told.reason.nl.empty())
            add({text::Key::results_because, {told.reason}}, *line.mutable_why());
        for (const auto& chance : told.chances) add(chance, *line.mutable_why());
        return line;
    }

    v1::DecisionResult decision(const score::DecisionCard& card) const {
        const telling::DecisionTold told = telling::tell(scenario_, card);
        v1::DecisionResult out;
        *out.mutable_decision() = named(scenario_, card.decision);
        out.set_counted(told.counted);
        if (told.counted) *out.mutable_value() = value(told.value);
        *out.mutable_taken() = said(told.taken);
        for (const auto& each : told.direction) add(each, *out.mutable_remarks());
        for (const auto& each : told.remarks) add(each, *out.mutable_remarks());
        for (const telling::RequiredTold& item : told.required) {
            v1::RequiredResult& required = *out.add_required();
            *required.mutable_item() = named(scenario_, item.item);
            required.set_use(std::string(score::name(item.use)));
            *required.mutable_words() = said(item.words);
            if (item.could) *required.mutable_could() = said(*item.could);
        }
        return out;
    }

    const core::Scenario& scenario_;
    v1::Results& out_;
};

bool has_ended(const std::vector<core::Record>& records) {
    return std::ranges::any_of(records, [](const core::Record& record) {
        return std::ranges::any_of(record.events, [](const core::Event& event) {
            return std::holds_alternative<core::SessionEnded>(event);
        });
    });
}

}  // namespace

v1::Results results(const core::Scenario& scenario, const std::vector<core::Record>& records,
                    const score::Score& score) {
    v1::Results out;
    if (!records.empty()) out.set_sim_ms(records.back().stamp.sim_ms);
    out.set_ended(has_ended(records));
    Writer writer(scenario, out);
    writer.write(score);
    writer.write_swaps(records, score);
    writer.write_left_out(score);
    return out;
}

v1::Results results(const core::Scenario& scenario, const std::vector<core::Record>& records) {
    return results(scenario, records, score::score(scenario, records));
}

}  // namespace casustafel::results
