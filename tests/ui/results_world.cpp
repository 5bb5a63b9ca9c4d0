#include "results_world.hpp"

#include <algorithm>
#include <string>

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000;

void set(v1::ResultsValue& value, int number, int low = -1, int high = -1) {
    if (number < 0) return;
    value.set_value(static_cast<std::uint32_t>(number));
    value.set_band(number < 40 ? "chance" : number < 70 ? "underway" : "strong");
    if (low < 0) return;
    value.mutable_range()->set_low(static_cast<std::uint32_t>(low));
    value.mutable_range()->set_high(static_cast<std::uint32_t>(high));
}

void item(v1::Argument& argument, const std::string& id, const std::string& nl,
          const std::string& en) {
    argument.mutable_named()->set_id(id);
    argument.mutable_named()->mutable_title()->set_nl(nl);
    argument.mutable_named()->mutable_title()->set_en(en);
}

v1::EvidenceLine delivered() {
    v1::EvidenceLine line;
    v1::Sentence& sentence = *line.mutable_sentence();
    sentence.set_key("finding.delivered");
    sentence.add_arguments()->set_role("OVJ");
    item(*sentence.add_arguments(), "A03", "Aangiften ingetrokken", "Reports withdrawn");
    sentence.add_arguments()->set_role("VT");
    sentence.add_arguments()->set_sim_ms(633 * minute_ms);
    sentence.add_arguments()->set_sim_ms(990 * minute_ms);
    sentence.add_arguments()->set_word("report.form.conclusion");
    line.set_credit_percent(100);
    return line;
}

v1::EvidenceLine missed() {
    v1::EvidenceLine line;
    v1::Sentence& sentence = *line.mutable_sentence();
    sentence.set_key("finding.missed");
    sentence.add_arguments()->set_role("OVJ");
    item(*sentence.add_arguments(), "A02", "Vrijlating Ronald", "Release of Ronald");
    sentence.add_arguments()->set_word("report.many_roles");
    sentence.add_arguments();
    sentence.add_arguments()->set_sim_ms(990 * minute_ms);
    v1::Sentence& way = *line.add_why();
    way.set_key("report.open_way");
    for (const char* role : {"NAZ", "VT", "OVJ"}) {
        if (way.arguments().empty()) way.add_arguments();
        way.mutable_arguments(0)->mutable_way()->add_ids(role);
    }
    way.add_arguments()->set_word("report.form.conclusion");
    line.add_why()->set_key("report.nobody_knew");
    return line;
}

v1::EvidenceLine thin() {
    v1::EvidenceLine line = delivered();
    line.mutable_sentence()->set_key("finding.thin");
    line.set_credit_percent(50);
    v1::Sentence& why = *line.add_why();
    why.set_key("report.counts_half");
    return line;
}

v1::Indicator indicator(const std::string& id, int number, int opportunities) {
    v1::Indicator out;
    out.set_id(id);
    set(*out.mutable_value(), number, number < 0 ? -1 : number - 5, std::min(100, number + 4));
    out.set_opportunities(static_cast<std::uint32_t>(opportunities));
    return out;
}

struct Number {
    const char* id;
    int value, opportunities;
};
constexpr Number numbers[] = {{"s1", 64, 11}, {"s2", 52, 14}, {"s3", 71, 8},  {"s4", 83, 26},
                              {"s5", 58, 26}, {"s6", -1, 2},  {"c1", 72, 12}, {"c2", 48, 15},
                              {"c3", 39, 17}, {"c4", 45, 6},  {"c5", 61, 3},  {"c6", 100, 9}};

v1::DecisionResult decision() {
    v1::DecisionResult out;
    out.mutable_decision()->set_id("Z2");
    out.mutable_decision()->mutable_title()->set_nl("Wat gebeurt er met Ronald?");
    out.mutable_decision()->mutable_title()->set_en("What happens to Ronald?");
    set(*out.mutable_value(), 61);
    out.set_counted(true);
    v1::Sentence& taken = *out.mutable_taken();
    taken.set_key("report.decision_taken");
    taken.add_arguments()->set_role("OVJ");
    taken.add_arguments()->set_sim_ms(980 * minute_ms);
    item(*taken.add_arguments(), "", "Vrij onder voorwaarden", "Released on conditions");
    taken.add_arguments()->set_sim_ms(1050 * minute_ms);
    out.add_remarks()->set_key("report.decision_is_best");
    for (const char* use : {"cited", "not_cited", "too_thin", "not_there"}) {
        v1::RequiredResult& required = *out.add_required();
        required.mutable_item()->set_id("A03");
        required.mutable_item()->mutable_title()->set_nl("Aangiften ingetrokken");
        required.mutable_item()->mutable_title()->set_en("Reports withdrawn");
        required.set_use(use);
        required.mutable_words()->set_key(std::string("report.use.") + use);
        required.mutable_words()->add_arguments()->set_word("report.mark.fact");
        required.mutable_words()->add_arguments()->set_word("report.form.pointer");
        required.mutable_words()->add_arguments()->set_word("report.form.conclusion");
        if (std::string(use) == "not_there") *required.mutable_could() = missed().why(0);
    }
    return out;
}

void add_flag(v1::Results& out) {
    v1::ResultsFlag& flag = *out.add_flags();
    flag.set_at_sim_ms(640 * minute_ms);
    v1::Sentence& sentence = *flag.mutable_sentence();
    sentence.set_key("report.flag");
    sentence.add_arguments()->set_role("NAZ");
    v1::RoleIds& to = *sentence.add_arguments()->mutable_roles();
    to.add_ids("POL");
    to.add_ids("OVJ");
    sentence.add_arguments()->set_word("report.form.source");
    item(*sentence.add_arguments(), "A04", "Telefoontjes van Ben", "Ben's calls");
    sentence.add_arguments()->set_sim_ms(640 * minute_ms);
    v1::Judgement& judgement = *sentence.add_arguments()->mutable_judgement();
    judgement.set_light("red");
    judgement.add_labels("no_way");
    judgement.add_labels("far_too_rich");
}

void add_swap(v1::Results& out) {
    v1::Sentence& swapped = *out.add_swap();
    swapped.set_key("results.swapped");
    swapped.add_arguments()->set_sim_ms(720 * minute_ms);
    out.add_swap()->set_key("results.swap_rule");
    v1::Sentence& left_out = *out.add_left_out();
    left_out.set_key("report.removed_need");
    left_out.add_arguments()->set_role("OVJ");
    item(*left_out.add_arguments(), "A07", "Oma wil opvangen", "Gran will take them in");
    left_out.add_arguments()->set_role("NAZ");
    left_out.add_arguments()->set_sim_ms(990 * minute_ms);
}

}  // namespace

v1::Results results_world() {
    v1::Results out;
    out.set_sim_ms(615 * minute_ms);
    set(*out.mutable_sharing()->mutable_value(), 66, 61, 69);
    set(*out.mutable_arrived(), 60);
    set(*out.mutable_careful(), 73);
    set(*out.mutable_cooperation()->mutable_value(), 56, 50, 60);
    for (const Number& number : numbers) {
        v1::Indicator& team = *out.add_team();
        team = indicator(number.id, number.value, number.opportunities);
        // One event for each opportunity.
        for (int at = 0; at < number.opportunities; ++at)
            *team.add_evidence() = at % 3 == 0 ? delivered() : at % 3 == 1 ? missed() : thin();
        if (team.id() == "c6") team.add_remarks()->set_key("report.c6_plan_only");
        for (const char* table : {"Z", "V"}) {
            v1::Indicator& of_table = *out.add_tables();
            of_table = indicator(number.id, number.value, number.opportunities / 2);
            of_table.set_table(table);
        }
    }
    for (const char* role : {"OVJ", "POL", "VT", "PRC", "NAZ"}) {
        for (const char* id : {"s2", "s4", "c1"}) {
            v1::Indicator& of_role = *out.add_roles();
            of_role = indicator(id, std::string(id) == "c1" ? -1 : 55, 4);
            of_role.set_role(role);
        }
    }
    add_flag(out);
    *out.add_decisions() = decision();
    *out.add_decisions() = decision();
    out.mutable_decisions(1)->set_counted(false);
    out.mutable_decisions(1)->clear_value();
    add_swap(out);
    return out;
}

v1::Results crowded_results() {
    v1::Results out = results_world();
    const std::string length(300, 'x');
    for (v1::Indicator& team : *out.mutable_team()) {
        for (int at = 0; at < 100; ++at) *team.add_evidence() = at % 2 ? missed() : delivered();
        team.mutable_evidence(0)
            ->mutable_sentence()
            ->mutable_arguments(1)
            ->mutable_named()
            ->mutable_title()
            ->set_nl("Een lange titel " + length);
        team.set_evidence_left_out(40);
    }
    for (int at = 0; at < 30; ++at) {
        add_flag(out);
        *out.add_decisions() = decision();
    }
    return out;
}

v1::Results early_results() {
    v1::Results out;
    out.set_sim_ms(540 * minute_ms);
    for (const Number& number : numbers) *out.add_team() = indicator(number.id, -1, 0);
    return out;
}

}  // namespace casustafel::ui
