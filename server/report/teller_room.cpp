#include "server/report/teller.hpp"
#include "server/telling/acts.hpp"

namespace casustafel::report {

using text::Key;

namespace {

template <class Begun>
const Begun* of_inject(const std::vector<Begun>& all, int index) {
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < all.size() ? &all[at] : nullptr;
}

}  // namespace

const core::ScriptedAsk* scripted_ask(const core::Scenario& scenario,
                                      const core::Scripted& scripted) {
    const core::Inject* inject = core::find(scenario, scripted.inject);
    return inject ? of_inject(inject->asks, scripted.index) : nullptr;
}

const core::ScriptedAction* scripted_action(const core::Scenario& scenario,
                                            const core::Scripted& scripted) {
    const core::Inject* inject = core::find(scenario, scripted.inject);
    return inject ? of_inject(inject->actions, scripted.index) : nullptr;
}

Html Teller::words_of(const core::PlanAction& action) const {
    const core::ScriptedAction* begun = scripted_action(wording_.scenario(), action.scripted);
    return wording_.quoted(begun ? wording_.of(begun->text) : action.terms.text);
}

void Teller::on(const core::ProbeOpened& event) {
    const core::Probe* probe = core::find(wording_.scenario(), event.probe);
    say(Key::report_story_probe_opened,
        {Html::element("b", {Html::text(probe ? wording_.of(probe->title) : event.probe.value)})});
}
void Teller::on(const core::ProbeAnswered& event) {
    say(Key::report_story_probe_answered, {role(event.role)});
}
void Teller::on(const core::ProbeClosed&) { say(Key::report_story_probe_closed); }
void Teller::on(const core::ProbeJudged& event) {
    const Html question = wording_.question(event.probe, event.question);
    if (event.right.empty()) {
        say(Key::report_story_probe_none_right, {question});
    } else {
        say(Key::report_story_probe_judged,
            {question, wording_.answers(event.probe, event.question, event.right)});
    }
}

const core::HeardNoted* Teller::heard(core::EntityId id) const {
    const auto found = state_.heard.find(id);
    return found == state_.heard.end() ? nullptr : &found->second.event;
}
void Teller::on(const core::HeardNoted& event) {
    say(Key::report_story_heard,
        {role(event.by), role(event.giver), wording_.person(event.person),
         Html::text(wording_.word("category.", core::name(event.category)))});
    add(wording_.quoted(event.text));
}
// What the giver recorded is told as the share that follows.
void Teller::on(const core::HeardAnswered& event) {
    const core::HeardNoted* noted = heard(event.heard);
    if (!noted) return;
    const bool denied = event.spoken == core::EntityId::none;
    say(denied ? Key::report_story_heard_denied : Key::report_story_heard_recorded,
        {role(noted->giver), role(noted->by), wording_.person(noted->person)});
}

// What a correction is about, as it is at that moment.
score::Correction Teller::about(const core::CorrectionTarget& target) const {
    score::Correction told{.target = target};
    if (const auto share = state_.shares.find(target.made);
        target.kind == core::CorrectionKind::share && share != state_.shares.end()) {
        const core::ItemShared& shared = share->second.event;
        told.by = shared.giver, told.to = shared.to, told.item = shared.item;
        told.form = shared.form;
    }
    if (const auto* asked = request(target.made);
        target.kind == core::CorrectionKind::request && asked) {
        told.by = asked->asker, told.to = asked->to;
        told.item = asked->item, told.person = asked->person;
    }
    if (const auto action = state_.plan.find(target.made);
        target.kind == core::CorrectionKind::action && action != state_.plan.end()) {
        told.by = action->second.author;
        told.to = {action->second.terms.lead};
    }
    return told;
}
void Teller::on(const core::ScoreCorrected& event) {
    say(event.leave_out ? Key::report_story_corrected : Key::report_story_counts_again,
        {wording_.say(telling::about(about(event.target)))});
    add(wording_.quoted(event.reason));
}

}  // namespace casustafel::report
