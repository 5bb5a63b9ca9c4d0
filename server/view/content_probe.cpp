// Freeze probes and the trainer's corrections. What was right is never in what a role sees.
#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

void put_choosers(const core::ProbeState& probe, const core::QuestionId& question,
                  const core::OptionId& option, v1::ProbeOption& m) {
    for (const auto& [participant, answered] : probe.answers)
        for (const core::ProbeAnswer& answer : answered.answers)
            if (answer.question == question && answer.option == option)
                m.add_chosen_by(static_cast<std::uint32_t>(participant));
    const auto judged = probe.right.find(question);
    m.set_right(judged != probe.right.end() &&
                std::find(judged->second.begin(), judged->second.end(), option) !=
                    judged->second.end());
}

void put_questions(const Look& look, const core::Probe& probe, const core::ProbeState& now,
                   v1::Probe& m) {
    for (const core::ProbeQuestion& each : probe.questions) {
        v1::ProbeQuestion& question = *m.add_questions();
        question.set_id(each.id.value);
        put(each.text, question.mutable_text());
        for (const core::ProbeOption& option : each.options) {
            v1::ProbeOption& shown = *question.add_options();
            shown.set_id(option.id.value);
            put(option.text, shown.mutable_text());
            if (look.facet.kind == FacetKind::trainer) put_choosers(now, each.id, option.id, shown);
        }
    }
}

void put_own_answers(const Look& look, const core::ProbeState& now, v1::Probe& m) {
    const auto mine = now.answers.find(look.state.seats.at(look.facet.role).occupant);
    if (mine == now.answers.end()) return;
    for (const core::ProbeAnswer& answer : mine->second.answers) {
        v1::ProbeChoice& choice = *m.add_mine();
        choice.set_question(answer.question.value);
        choice.set_option(answer.option.value);
    }
}

}  // namespace

void fill(const Look& look, v1::Probe& m) {
    const core::Probe& probe = *find(look.scenario, core::ProbeId{look.subject.id});
    static const core::ProbeState not_opened;
    const auto opened = look.state.probes.find(probe.id);
    const core::ProbeState& now = opened == look.state.probes.end() ? not_opened : opened->second;
    m.set_id(probe.id.value);
    put(probe.title, m.mutable_title());
    m.set_status(word(now.status));
    if (now.status == core::ProbeStatus::open) m.set_ends_in_ms(left_ms(look, now.until_active_ms));
    put_questions(look, probe, now, m);
    m.set_at_sim_ms(probe.at_sim_ms.value_or(0));
    if (look.facet.kind != FacetKind::trainer) return put_own_answers(look, now, m);
    for (const auto& [participant, answered] : now.answers)
        m.add_answered(static_cast<std::uint32_t>(participant));
}

void fill(const Look& look, v1::Correction& m) {
    for (const auto& [target, correction] : look.state.corrections) {
        if (subject(target) != look.subject) continue;
        m.set_kind(word(target.kind));
        m.set_made(static_cast<std::uint64_t>(target.made));
        m.set_decision(target.decision.value);
        m.set_reason(correction.reason);
        m.set_at_sim_ms(correction.at_sim_ms);
    }
}

}  // namespace casustafel::view
