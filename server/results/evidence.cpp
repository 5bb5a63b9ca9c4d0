// One piece of evidence as a sentence, and what explains it. The sentences are the report's own, so
// that screen and paper say the same.
#include <algorithm>

#include "server/core/verdict.hpp"
#include "server/results/sections.hpp"
#include "server/results/words.hpp"

namespace casustafel::results {
namespace {

using score::Evidence;
using score::Finding;

// {6}: what only some findings have.
void particular(const core::Scenario& scenario, Words& words, const Evidence& evidence) {
    switch (evidence.finding) {
        case Finding::share: words.judgement(evidence.verdict); return;
        case Finding::mark_right:
        case Finding::mark_wrong:
        case Finding::mark_too_late:
            words.word("report.mark." + std::string(core::name(evidence.mark)));
            return;
        case Finding::gave_and_got: words.number(score::shown(100 * evidence.credit)); return;
        case Finding::decided:
        case Finding::decided_late:
        case Finding::not_decided:
        case Finding::not_due: words.decision(evidence.decision); return;
        case Finding::probe_question: {
            const core::Probe* probe = core::find(scenario, evidence.probe);
            const core::ProbeQuestion* asked =
                probe ? core::find(*probe, evidence.question) : nullptr;
            words.text(asked ? asked->text : core::Text{evidence.question.value, {}});
            const auto right = std::ranges::count_if(evidence.votes, &score::Vote::right);
            words.number(right).number(static_cast<std::int64_t>(evidence.votes.size()));
            words.text({});  // who answered what stands in the report
            return;
        }
        default: return;
    }
}

void sentence(const core::Scenario& scenario, const Evidence& evidence, v1::Sentence& out) {
    Words words(scenario, out, "finding." + std::string(score::name(evidence.finding)));
    words.role(evidence.role).item(evidence.item);
    if (evidence.other.empty())
        words.word("report.many_roles");
    else
        words.role(evidence.other);
    const auto moment = [&](const std::optional<std::int64_t>& sim_ms) {
        if (sim_ms)
            words.time(*sim_ms);
        else
            words.nothing();
    };
    moment(evidence.at_sim_ms);
    moment(evidence.due_sim_ms);
    words.form(evidence.form);
    particular(scenario, words, evidence);
}

// Why a share was not green: the rule that judged it, and of which pack.
void rule(const core::Scenario& scenario, const Evidence& evidence, v1::EvidenceLine& line) {
    const core::Verdict& verdict = evidence.verdict;
    if (evidence.finding != Finding::share || verdict.labels.empty()) return;
    const core::Rules& rules = scenario.rules;
    const std::string pack = rules.version.empty() ? rules.id : rules.id + " " + rules.version;
    if (verdict.red_line >= 0) {
        Words words(scenario, *line.add_why(), "report.rule_red_line");
        const auto index = static_cast<std::size_t>(verdict.red_line);
        const core::Item* item = core::find(scenario, evidence.item);
        const bool told =
            item && index < item->never.size() && !item->never[index].reason.nl.empty();
        told ? words.text(item->never[index].reason) : words.number(verdict.red_line + 1);
        words.text({pack, pack});
    } else if (verdict.grant >= 0) {
        Words(scenario, *line.add_why(), "report.rule_way")
            .number(verdict.grant + 1)
            .text({pack, pack});
    } else if (core::light(verdict) == core::Light::red) {
        Words(scenario, *line.add_why(), "report.rule_none").text({pack, pack});
    }
}

// Why the item was needed, in the author's words.
void reason(const core::Scenario& scenario, const Evidence& evidence, v1::EvidenceLine& line) {
    const core::Item* item = core::find(scenario, evidence.item);
    if (!item) return;
    for (const core::Need& need : item->needs) {
        if (need.role != evidence.role || need.purpose != evidence.purpose) continue;
        if (need.reason.nl.empty()) continue;
        Words(scenario, *line.add_why(), "results.because").text(need.reason);
        return;
    }
}

// For what did not come: the lawful way that was open, and who could have known.
void chances(const core::Scenario& scenario, const Evidence& evidence, v1::EvidenceLine& line) {
    if (evidence.chain.empty() || evidence.finding == Finding::late) return;
    reason(scenario, evidence, line);
    Words(scenario, *line.add_why(), "report.open_way").way(evidence.chain).form(evidence.needed);
    if (evidence.reason_to_know.empty())
        Words(scenario, *line.add_why(), "report.nobody_knew");
    else
        Words(scenario, *line.add_why(), "report.reason_to_know").roles(evidence.reason_to_know);
}

}  // namespace

v1::EvidenceLine evidence_line(const core::Scenario& scenario, const Evidence& evidence) {
    v1::EvidenceLine line;
    sentence(scenario, evidence, *line.mutable_sentence());
    const int percent = score::shown(100 * evidence.credit);
    line.set_credit_percent(static_cast<std::uint32_t>(percent));
    line.set_role(evidence.role.value);
    line.set_other(evidence.other.value);
    if (evidence.at_sim_ms) line.set_at_sim_ms(*evidence.at_sim_ms);
    if (percent > 0 && percent < 100 && evidence.finding != Finding::gave_and_got &&
        evidence.finding != Finding::probe_question) {
        if (percent == 50)
            Words(scenario, *line.add_why(), "report.counts_half");
        else
            Words(scenario, *line.add_why(), "report.counts_for").number(percent);
    }
    rule(scenario, evidence, line);
    chances(scenario, evidence, line);
    return line;
}

}  // namespace casustafel::results
