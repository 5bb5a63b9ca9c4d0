// Tracks, and what changes them and the facts: every change changes something that is there, and
// comes before the case is over.
#include <algorithm>

#include "server/core/values/clock.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

bool has_track(const core::Scenario& scenario, const core::PersonId& person, core::Track track) {
    return std::any_of(
        scenario.tracks.begin(), scenario.tracks.end(), [&](const core::TrackStart& start) {
            return start.track == track && (person.empty() || start.person == person);
        });
}

void check_has_track(const Draft& draft, const core::PersonId& person, core::Track track,
                     const std::string& path) {
    if (!draft.findings.sound(path) || has_track(draft.scenario, person, track)) return;
    const std::string word(core::name(track));
    if (person.empty())
        draft.findings.report(under(path, "track"), {Key::diagnostic_no_such_track_at_all, {word}});
    else
        draft.findings.report(under(path, "track"),
                              {Key::diagnostic_no_such_track, {word, person.value}});
}

bool is_nothing(const core::FactChange& facts) { return facts == core::FactChange{}; }

// Complains of a thing that stands in both lists, so that nobody can say which of them wins.
template <class Thing>
void check_both(const Draft& draft, const std::vector<Thing>& on, const std::vector<Thing>& off,
                const std::string& path) {
    for (std::size_t index = 0; index < off.size(); ++index)
        if (std::find(on.begin(), on.end(), off[index]) != on.end())
            draft.findings.report(element(path, index), {Key::diagnostic_facts_contradict, {}});
}

// Says whether the inject comes back through what follows from it.
bool brings_itself(const core::Scenario& scenario, const core::Inject& inject) {
    std::vector<core::InjectId> met, next;
    const auto follow = [&](const core::Inject& from) {
        for (const auto& each : from.consequences)
            next.insert(next.end(), each.injects.begin(), each.injects.end());
    };
    follow(inject);
    while (!next.empty()) {
        const core::InjectId id = next.back();
        next.pop_back();
        if (id == inject.id) return true;
        if (std::find(met.begin(), met.end(), id) != met.end()) continue;
        met.push_back(id);
        if (const auto* found = core::find(scenario, id)) follow(*found);
    }
    return false;
}

void check_tracks(const Draft& draft) {
    const auto& tracks = draft.scenario.tracks;
    bool twice = false;
    for (std::size_t index = 0; index < tracks.size(); ++index) {
        const auto same = [&](const core::TrackStart& other) {
            return other.person == tracks[index].person && other.track == tracks[index].track;
        };
        const auto first = std::find_if(tracks.begin(), tracks.end(), same);
        if (first == tracks.begin() + static_cast<long>(index)) continue;
        twice = true;
        draft.findings.report(
            element("tracks", index),
            {Key::diagnostic_track_twice,
             {tracks[index].person.value, std::string(core::name(tracks[index].track))}});
    }
    if (twice) return;  // the other one was meant to be the track that now seems to be missing
    for_each_track_change(
        draft.scenario, [&](const core::TrackChange& change, const std::string& path) {
            check_has_track(draft, change.person, change.track, path);
            if (change.by == 0 && draft.findings.sound(under(path, "by")))
                draft.findings.report(under(path, "by"), {Key::diagnostic_no_change, {}});
        });
    for_each_checks(draft.scenario,
                    [&](const std::vector<core::Check>& checks, const std::string& list) {
                        for (std::size_t index = 0; index < checks.size(); ++index)
                            if (checks[index].kind == core::CheckKind::track_at_least)
                                check_has_track(draft, checks[index].person, checks[index].track,
                                                element(list, index));
                    });
}

void check_facts(const Draft& draft) {
    for_each_facts(draft.scenario, [&](const core::FactChange& facts, const std::string& path) {
        check_both(draft, facts.becomes_acute, facts.no_longer_acute,
                   under(path, "no_longer_acute"));
        check_both(draft, facts.measures_start, facts.measures_end, under(path, "measures_end"));
    });
}

void check_consequences(const Draft& draft) {
    const auto& scenario = draft.scenario;
    if (scenario.segments.empty()) return;
    for_each_consequence(scenario, [&](const core::Consequence& each, const std::string& path,
                                       std::int64_t earliest_sim_ms) {
        if (!draft.findings.sound(path)) return;
        if (each.tracks.empty() && each.injects.empty() && each.story.nl.empty() &&
            each.deals.empty() && each.opens.empty() && each.closes.empty() &&
            is_nothing(each.facts))
            draft.findings.report(path, {Key::diagnostic_consequence_does_nothing, {}});
        const auto at = core::sim_after(scenario, earliest_sim_ms, each.after_ms);
        if (!each.at_sim_ms && each.after_ms > 0 && at > scenario.end_sim_ms())
            draft.findings.report(under(path, "after"),
                                  {Key::diagnostic_consequence_after_end,
                                   {print_time(at), print_time(scenario.end_sim_ms())}},
                                  Sentence{Key::diagnostic_hint_running_time, {}});
    });
}

// What has neither a time nor a cause comes when its checks hold, so it asks some; time alone is
// looked at forwards.
void check_waiting(const Draft& draft) {
    for (std::size_t index = 0; index < draft.file.consequences.size(); ++index) {
        const auto& each = draft.file.consequences[index];
        const std::string path = element("consequences", index);
        if (!each.at_sim_ms && each.when.empty() && draft.findings.sound(path))
            draft.findings.report(under(path, "id"), {Key::diagnostic_waits_for_nothing, {}});
    }
}

bool starts_hidden(const core::Scenario& scenario, const core::Offer& offer) {
    if (const auto* intervention = core::find(scenario, offer.intervention))
        return intervention->hidden;
    const auto* decision = core::find(scenario, offer.decision);
    const auto* option = decision ? core::find(*decision, offer.option) : nullptr;
    return option != nullptr && option->starts_hidden();
}

void check_offers(const Draft& draft, const std::vector<core::Offer>& offers,
                  const std::string& list, bool opens, std::vector<core::Offer>& opened) {
    for (std::size_t index = 0; index < offers.size(); ++index) {
        const core::Offer& offer = offers[index];
        const std::string path = element(list, index);
        if (offer.intervention.empty() == (offer.decision.empty() || offer.option.empty()))
            draft.findings.report(path, {Key::diagnostic_offer_names_one, {}},
                                  Sentence{Key::diagnostic_hint_offer, {}});
        else if (opens && !starts_hidden(draft.scenario, offer))
            draft.findings.report(path, {Key::diagnostic_opens_what_is_open, {}}, {},
                                  Severity::warning);
        if (opens) opened.push_back(offer);
    }
}

// What is hidden is opened by something, and only what is hidden is.
void check_opened(const Draft& draft) {
    const auto& scenario = draft.scenario;
    std::vector<core::Offer> opened;
    for_each_consequence(scenario,
                         [&](const core::Consequence& each, const std::string& path, std::int64_t) {
                             check_offers(draft, each.opens, under(path, "opens"), true, opened);
                             check_offers(draft, each.closes, under(path, "closes"), false, opened);
                         });
    const auto never = [&](const core::Offer& offer, const std::string& path) {
        if (std::ranges::find(opened, offer) == opened.end())
            draft.findings.report(under(path, "hidden"), {Key::diagnostic_hidden_for_ever, {}});
    };
    for (std::size_t index = 0; index < scenario.decisions.size(); ++index)
        for (std::size_t at = 0; at < scenario.decisions[index].options.size(); ++at) {
            const auto& option = scenario.decisions[index].options[at];
            if (option.hidden && option.shows_when.empty())
                never({scenario.decisions[index].id, option.id, {}},
                      element(under(element("decisions", index), "options"), at));
        }
    for (std::size_t index = 0; index < scenario.interventions.size(); ++index)
        if (scenario.interventions[index].hidden)
            never({{}, {}, scenario.interventions[index].id}, element("interventions", index));
}

void check_injects(const Draft& draft) {
    const CaseFile& file = draft.file;
    for (std::size_t index = 0; index < file.injects.size(); ++index) {
        const auto& inject = file.injects[index];
        const std::string path = element("injects", index);
        if (!inject.when.empty() && !inject.at_sim_ms && draft.findings.sound(under(path, "at")))
            draft.findings.report(under(path, "when"), {Key::diagnostic_inject_when_unused, {}}, {},
                                  Severity::warning);
        if (brings_itself(draft.scenario, inject))
            draft.findings.report(under(path, "consequences"),
                                  {Key::diagnostic_inject_brings_itself, {inject.id.value}});
        for (std::size_t deal = 0; deal < inject.deals.size(); ++deal) {
            const auto* item = core::find(draft.scenario, inject.deals[deal]);
            if (item != nullptr && item->holders.empty())
                draft.findings.report(element(under(path, "deals"), deal),
                                      {Key::diagnostic_dealt_to_nobody, {item->id.value}});
        }
    }
}

}  // namespace

Rules lint_consequences() {
    static const Rule rules[] = {
        {check_tracks, {"tracks"}, true},
        {check_facts, {}},
        {check_consequences, {"rounds", "decisions", "interventions"}},
        {check_waiting, {}},
        {check_opened, {"decisions", "interventions", "consequences", "injects"}, true},
        {check_injects, {"items"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
