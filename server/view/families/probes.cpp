// Freeze probes. What was right is never in what a role sees.
#include <algorithm>
#include <vector>

#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind probe = kind(v1::Entity::kProbe);

// While it is open.
Seen own_probe(const Eyes& eyes) {
    const core::ProbeId* asked = core::open_probe(eyes.state);
    return eyes.own(asked && asked->value == eyes.subject.id);
}

void put_choosers(const core::ProbeState& now, const core::QuestionId& question,
                  const core::OptionId& option, v1::ProbeOption& m) {
    for (const auto& [participant, answered] : now.answers)
        for (const core::ProbeAnswer& answer : answered.answers)
            if (answer.question == question && answer.option == option)
                m.add_chosen_by(number(participant));
    const auto judged = now.right.find(question);
    m.set_right(judged != now.right.end() && std::find(judged->second.begin(), judged->second.end(),
                                                       option) != judged->second.end());
}

// Gives the options as this viewer reads them: a trainer as they were written, every seat in
// another order, so that who takes the first agrees with nobody. The order follows from seat and
// question alone, so it is the same in every replay and tells nothing.
std::vector<const core::ProbeOption*> in_order_for(const Look& look,
                                                   const core::ProbeQuestion& question) {
    std::vector<const core::ProbeOption*> left, ordered;
    for (const core::ProbeOption& option : question.options) left.push_back(&option);
    if (look.is_trainer()) return left;
    const auto& roles = look.scenario.roles;
    const auto seat = std::ranges::find(roles, look.facet.role, &core::Role::id);
    auto turn = static_cast<std::size_t>(seat - roles.begin());
    for (const char letter : question.id.value) turn += static_cast<unsigned char>(letter);
    while (!left.empty()) {
        const auto next = left.begin() + static_cast<std::ptrdiff_t>(turn % left.size());
        turn /= left.size();
        ordered.push_back(*next);
        left.erase(next);
    }
    return ordered;
}

void put_questions(const Look& look, const core::Probe& written, const core::ProbeState& now,
                   v1::Probe& m) {
    for (const core::ProbeQuestion& each : written.questions) {
        v1::ProbeQuestion& question = *m.add_questions();
        question.set_id(each.id.value);
        put(each.text, question.mutable_text());
        for (const core::ProbeOption* option : in_order_for(look, each)) {
            v1::ProbeOption& shown = *question.add_options();
            shown.set_id(option->id.value);
            put(option->text, shown.mutable_text());
            if (look.is_trainer()) put_choosers(now, each.id, option->id, shown);
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

void fill_probe(const Look& look, v1::Entity& entity) {
    v1::Probe& m = *entity.mutable_probe();
    const core::Probe& written = *find(look.scenario, core::ProbeId{look.subject.id});
    static const core::ProbeState not_opened;
    const auto opened = look.state.probes.find(written.id);
    const core::ProbeState& now = opened == look.state.probes.end() ? not_opened : opened->second;
    m.set_id(written.id.value);
    put(written.title, m.mutable_title());
    m.set_status(word(now.status));
    if (now.status == core::ProbeStatus::open) m.set_ends_in_ms(left_ms(look, now.until_active_ms));
    put_questions(look, written, now, m);
    m.set_at_sim_ms(written.at_sim_ms.value_or(0));
    if (!look.is_trainer()) return put_own_answers(look, now, m);
    for (const auto& [participant, answered] : now.answers) m.add_answered(number(participant));
}

bool is_open(const v1::Entity& entity) {
    return entity.probe().status() == core::ProbeStatus::open;
}

constexpr Row rows[] = {
    {.kind = probe,
     .key = contract::entities::probe,
     .offered = Offered::of_the_case,
     .place = 221,
     .list = list_written<&core::Scenario::probes>,
     .role = own_probe,
     .trainer = when_written<core::ProbeId, FacetKind::trainer>,
     .fill = fill_probe,
     .ticks = is_open},
};

struct Changes : Touch {
    void on(const core::ProbeAnswered& e) {
        const auto roles = core::roles_of(after, e.participant);
        if (roles.empty()) add(probe, e.probe.value);
        for (const core::RoleId& role : roles) add_for(role, probe, e.probe.value);
    }
    void on(const core::ProbeJudged& e) { add(probe, e.probe.value); }
    // Each sees what it answered itself, and the time left.
    void on(const core::RoleTaken&) { on_clock(); }
    void on(const core::RoleReleased&) { on_clock(); }
    void on_clock() {
        for (const core::Probe& each : after.scenario->probes) add(probe, each.id.value);
    }
};

}  // namespace

constinit const Family families::probes = family<Changes>(rows);

}  // namespace casustafel::view
