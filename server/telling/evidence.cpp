#include "server/telling/evidence.hpp"

#include <algorithm>

#include "server/core/law/verdict.hpp"

namespace casustafel::telling {
namespace {

using score::Evidence;
using score::Finding;
using text::Key;

core::Text question(const core::Scenario& scenario, const Evidence& evidence) {
    const core::Prompt* prompt = core::find(scenario, evidence.prompt);
    const core::PromptQuestion* asked = prompt ? core::find(*prompt, evidence.question) : nullptr;
    return asked ? asked->text : core::Text{evidence.question.value, {}};
}

// {6} and further: what only some findings have.
std::vector<Argument> particular(const core::Scenario& scenario, const Evidence& evidence) {
    const auto is = [&](auto... findings) { return ((evidence.finding == findings) || ...); };
    if (is(Finding::share)) return {evidence.verdict};
    if (is(Finding::mark_right, Finding::mark_wrong, Finding::mark_too_late))
        return {word(evidence.mark)};
    if (is(Finding::gave_and_got)) return {shown(100 * evidence.credit)};
    if (is(Finding::decided, Finding::decided_late, Finding::not_decided))
        return {evidence.decision};
    if (!is(Finding::prompt_question)) return {};
    const auto right = std::ranges::count_if(evidence.votes, &score::Vote::right);
    return {question(scenario, evidence), std::int64_t{right}, count(evidence.votes.size()),
            Answers{&evidence}};
}

Argument moment(const std::optional<std::int64_t>& sim_ms,
                const std::optional<std::int64_t>& beside_sim_ms = {}) {
    if (!sim_ms) return Nothing{};
    return Moment{*sim_ms, beside_sim_ms};
}

KeyedText found(const core::Scenario& scenario, const Evidence& evidence) {
    Argument other = Word{Key::report_many_roles};
    if (!evidence.other.empty()) other = evidence.other;
    KeyedText said{key_of("finding.", score::name(evidence.finding)),
                   {evidence.role, evidence.item, other, moment(evidence.at_sim_ms),
                    moment(evidence.due_sim_ms, evidence.at_sim_ms), word(evidence.form)}};
    for (Argument& more : particular(scenario, evidence)) said.arguments.push_back(std::move(more));
    return said;
}

// What only partly counted says how much.
void add_credit(const Evidence& evidence, std::vector<KeyedText>& why) {
    const int percent = score::shown(100 * evidence.credit);
    const bool said =
        evidence.finding == Finding::gave_and_got || evidence.finding == Finding::prompt_question;
    if (percent <= 0 || percent >= 100 || said) return;
    if (percent == 50)
        why.push_back({Key::report_counts_half, {}});
    else
        why.push_back({Key::report_counts_for, {std::int64_t{percent}}});
}

// What the author wrote beside a red line, or its number when nothing is written.
Argument red_line(const core::Scenario& scenario, const Evidence& evidence) {
    const auto index = static_cast<std::size_t>(evidence.verdict.red_line);
    const core::Item* item = core::find(scenario, evidence.item);
    if (item && index < item->never.size() && !item->never[index].reason.nl.empty())
        return item->never[index].reason;
    return count(index + 1);
}

// Why a share was not green: the rule that judged it, and of which pack.
void add_rule(const core::Scenario& scenario, const Evidence& evidence,
              std::vector<KeyedText>& why) {
    const core::Verdict& verdict = evidence.verdict;
    if (evidence.finding != Finding::share || verdict.labels.empty()) return;
    const core::Rules& rules = scenario.rules;
    const std::string name = rules.version.empty() ? rules.id : rules.id + " " + rules.version;
    const core::Text pack{name, name};
    if (verdict.red_line >= 0)
        why.push_back({Key::report_rule_red_line, {red_line(scenario, evidence), pack}});
    else if (verdict.grant >= 0)
        why.push_back({Key::report_rule_way, {std::int64_t{verdict.grant} + 1, pack}});
    else if (core::light(verdict) == core::Light::red)
        why.push_back({Key::report_rule_none, {pack}});
}

}  // namespace

core::Text reason(const core::Scenario& scenario, const Evidence& evidence) {
    const core::Item* item = core::find(scenario, evidence.item);
    if (!item) return {};
    for (const core::Need& need : item->needs) {
        if (need.role == evidence.role && need.purpose == evidence.purpose &&
            !need.reason.nl.empty())
            return need.reason;
    }
    return {};
}

KeyedText open_way(const std::vector<core::RoleId>& chain, core::Form needed) {
    return {Key::report_open_way, {Way{chain}, word(needed)}};
}

EvidenceTold tell(const core::Scenario& scenario, const Evidence& evidence) {
    EvidenceTold told{.found = found(scenario, evidence), .why = {}, .reason = {}, .chances = {}};
    add_credit(evidence, told.why);
    add_rule(scenario, evidence, told.why);
    if (evidence.chain.empty() || evidence.finding == Finding::late) return told;
    told.reason = reason(scenario, evidence);
    told.chances.push_back(open_way(evidence.chain, evidence.needed));
    if (evidence.reason_to_know.empty())
        told.chances.push_back({Key::report_nobody_knew, {}});
    else
        told.chances.push_back({Key::report_reason_to_know, {Roles{evidence.reason_to_know}}});
    return told;
}

}  // namespace casustafel::telling
