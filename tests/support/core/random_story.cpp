#include "tests/support/core/random_story.hpp"

namespace casustafel::support {

namespace {

Check some_check(Seed& seed, const Scenario& scenario) {
    Check check;
    check.kind = any<CheckKind>(seed);
    check.negated = seed.chance(30);
    check.decision = seed.pick(scenario.decisions).id;
    if (seed.chance(30)) check.options = {OptionId{"O1"}};
    check.intervention = seed.pick(scenario.interventions).id;
    check.item = seed.pick(scenario.items).id;
    if (seed.chance(50)) check.roles = some_roles(seed, scenario, 40);
    check.min_form = any_form(seed);
    if (seed.chance(70)) check.person = seed.pick(scenario.people).id;
    check.track = any<Track>(seed);
    check.value = static_cast<int>(seed.between(0, 10));
    check.inject = seed.pick(scenario.injects).id;
    if (seed.chance(50)) check.power = seed.pick(scenario.powers).id;
    check.board = {seed.chance(50) ? "QUICK" : "PINS"};
    check.tags = static_cast<int>(seed.below(2));
    check.meeting = seed.pick(scenario.meetings).id;
    check.phase = any<MeetingPhase>(seed);
    if (seed.chance(50)) check.by = some_roles(seed, scenario, 40);
    check.round = static_cast<int>(seed.between(1, 2));
    check.after_ms = seed.between(1, 120) * minute_ms;
    check.field = {"which"};
    check.values = {"one"};
    // Of time since, one thing is named.
    if (check.kind == CheckKind::time_since) {
        const auto from = seed.below(4);
        if (from != 0) check.decision = {};
        if (from != 1) check.inject = {};
        if (from != 2) check.intervention = {};
        if (from != 3) check.item = {};
    }
    return check;
}

std::vector<Check> some_checks(Seed& seed, const Scenario& scenario) {
    std::vector<Check> checks;
    for (auto left = seed.below(3); left > 0; --left) checks.push_back(some_check(seed, scenario));
    return checks;
}

std::vector<TrackChange> some_track_changes(Seed& seed, const Scenario& scenario) {
    std::vector<TrackChange> changes;
    if (scenario.tracks.empty()) return changes;
    for (auto left = seed.below(3); left > 0; --left) {
        const auto& start = seed.pick(scenario.tracks);
        changes.push_back({start.person, start.track, static_cast<int>(seed.between(-6, 6))});
    }
    return changes;
}

FactChange some_facts(Seed& seed, const Scenario& scenario) {
    FactChange change;
    const auto person = [&] { return seed.pick(scenario.people).id; };
    if (seed.chance(10)) change.covenant = seed.chance(50);
    if (seed.chance(15)) change.becomes_acute = {person()};
    if (seed.chance(15)) change.no_longer_acute = {person()};
    if (seed.chance(15)) change.measures_start = {{person(), "OTS"}};
    if (seed.chance(15)) change.measures_end = {{person(), "OTS"}};
    if (seed.chance(15)) change.consents = {{person(), "care", seed.chance(50)}};
    return change;
}

// One sentence of its own for each, so that a test can tell whose it is.
Consequence some_consequence(Seed& seed, const Scenario& scenario, const std::string& of) {
    Consequence made;
    made.after_ms = seed.chance(20) ? 0 : seed.between(0, 300 * minute_ms);
    made.when = some_checks(seed, scenario);
    made.tracks = some_track_changes(seed, scenario);
    if (seed.chance(30)) made.injects = {seed.pick(scenario.injects).id};
    made.facts = some_facts(seed, scenario);
    if (seed.chance(10)) made.deals = {seed.pick(scenario.items).id};
    if (seed.chance(30)) {
        const auto& decision = seed.pick(scenario.decisions);
        (seed.chance(60) ? made.opens : made.closes)
            .push_back({decision.id, seed.pick(decision.options).id, {}});
    }
    if (seed.chance(10)) made.closes.push_back({{}, {}, seed.pick(scenario.interventions).id});
    made.story = text("consequence of " + of);
    return made;
}

std::vector<Consequence> some_consequences(Seed& seed, const Scenario& scenario,
                                           const std::string& of) {
    std::vector<Consequence> made;
    for (auto left = seed.below(3); left > 0; --left)
        made.push_back(some_consequence(seed, scenario, of + " " + std::to_string(left)));
    return made;
}

// A question to somebody outside the tables: a form, and answers that look only at what was filled
// in, so that who uses it learns nothing of what others did.
void add_inquiry(Seed& seed, Scenario& scenario) {
    Intervention made;
    made.id = {"V3"};
    made.title = text("intervention V3 title");
    made.text = text("intervention V3 text");
    made.power = seed.pick(scenario.powers).id;
    made.times = static_cast<int>(seed.between(1, 3));
    made.fields = {{{"which"},
                    text("field which"),
                    FieldKind::choice,
                    {{{"one"}, text("choice one")}, {{"two"}, text("choice two")}}},
                   {{"why"}, text("field why"), FieldKind::text, {}, true}};
    Reply first;
    first.id = {"FIRST"};
    first.to = {{{"which"}, "one"}};
    first.after_ms = seed.between(0, 3) * 600'000;
    first.text = text("reply FIRST");
    first.consequences = some_consequences(seed, scenario, "V3 FIRST");
    Reply last;
    last.id = {"LAST"};
    last.after_ms = seed.between(0, 3) * 600'000;
    last.text = text("reply LAST");
    made.replies = {first, last};
    scenario.interventions.push_back(made);
}

void add_powers(Seed& seed, Scenario& scenario) {
    for (std::size_t number = 1; number <= 2; ++number) {
        const auto id = numbered<PowerId>("P", number);
        scenario.powers.push_back({id, text("power " + id.value), some_roles(seed, scenario, 40),
                                   seed.some(role_ids(scenario), 20)});
    }
    for (std::size_t number = 1; number <= 2; ++number) {
        Intervention made;
        made.id = numbered<InterventionId>("V", number);
        made.title = text("intervention " + made.id.value + " title");
        made.text = text("intervention " + made.id.value + " text");
        made.power = seed.pick(scenario.powers).id;
        if (seed.chance(30)) made.from_sim_ms = some_time(seed, scenario);
        if (seed.chance(30)) made.until_sim_ms = some_time(seed, scenario);
        if (seed.chance(40)) made.must_cite = {seed.pick(scenario.items).id};
        scenario.interventions.push_back(made);
    }
    add_inquiry(seed, scenario);
}

void add_tracks(Seed& seed, Scenario& scenario) {
    for (const auto& person : scenario.people)
        for (std::size_t track = 0; track < count<Track>(); ++track)
            if (seed.chance(50))
                scenario.tracks.push_back(
                    {person.id, static_cast<Track>(track), static_cast<int>(seed.between(0, 10))});
}

void add_outcomes(Seed& seed, Scenario& scenario) {
    for (auto& decision : scenario.decisions) {
        for (auto& option : decision.options) {
            if (seed.chance(30)) option.must_cite = {seed.pick(scenario.items).id};
            if (seed.chance(20)) option.shows_when = some_checks(seed, scenario);
            option.consequences =
                some_consequences(seed, scenario, decision.id.value + option.id.value);
        }
        decision.when_missed = some_consequences(seed, scenario, decision.id.value + " missed");
        if (seed.chance(50)) decision.meeting = seed.pick(scenario.meetings).id;
    }
    for (auto& intervention : scenario.interventions)
        intervention.consequences = some_consequences(seed, scenario, intervention.id.value);
    for (auto number = seed.below(3); number > 0; --number) {
        auto made = some_consequence(seed, scenario, "time " + std::to_string(number));
        made.id = numbered<ConsequenceId>("K", number);
        made.after_ms = 0;
        if (seed.chance(50) || made.when.empty()) made.at_sim_ms = some_time(seed, scenario);
        scenario.consequences.push_back(made);
    }
    for (auto& inject : scenario.injects) {
        if (seed.chance(30)) inject.when = some_checks(seed, scenario);
        inject.tracks = some_track_changes(seed, scenario);
        inject.facts = some_facts(seed, scenario);
        if (seed.chance(30))
            inject.consequences = some_consequences(seed, scenario, inject.id.value);
    }
}

// The swap after the first round, of neighbours, where a person may sit on both sides.
void add_swap(Seed& seed, Scenario& scenario) {
    if (seed.chance(40)) return;
    SwapPlan plan;
    plan.writing_ms = seed.between(1, 20'000);
    plan.reading_ms = seed.between(1, 20'000);
    const auto& roles = scenario.roles;
    for (std::size_t at = 0; at + 1 < roles.size(); at += 2) {
        const bool people = roles[at].autopilot != AutopilotUse::always &&
                            roles[at + 1].autopilot != AutopilotUse::always;
        if (people && seed.chance(70)) plan.pairs.push_back({roles[at].id, roles[at + 1].id});
    }
    if (!plan.pairs.empty()) scenario.swap = plan;
}

// What the case itself asks, for a role that only autopilots play, and what it began of the plan.
void add_scripted(Seed& seed, Scenario& scenario) {
    for (auto& inject : scenario.injects) {
        for (const auto& role : scenario.roles)
            if (role.autopilot == AutopilotUse::always && seed.chance(60))
                inject.asks.push_back({role.id,
                                       {scenario.roles.front().id},
                                       seed.pick(scenario.people).id,
                                       any<Category>(seed),
                                       {},
                                       text("ask of " + inject.id.value)});
        if (scenario.plan && seed.chance(30))
            inject.actions.push_back({seed.pick(scenario.roles).id,
                                      seed.pick(scenario.roles).id,
                                      text("begun by " + inject.id.value),
                                      {seed.pick(scenario.items).id}});
    }
}

PromptQuestion some_question(Seed& seed, const Scenario& scenario, const std::string& of,
                             std::size_t number) {
    PromptQuestion made;
    made.id = numbered<QuestionId>("Q", number);
    made.text = text(of + " question " + made.id.value);
    made.predicts = seed.chance(40);
    for (std::size_t at = 1; at <= 3; ++at) {
        const auto id = numbered<OptionId>("O", at);
        made.options.push_back(
            {id, text(of + made.id.value + " option " + id.value), at == 1,
             seed.chance(50) ? some_checks(seed, scenario) : std::vector<Check>{}});
    }
    return made;
}

// When it opens, whom it is put to, and who sees what was answered.
void vary(Seed& seed, const Scenario& scenario, Prompt& prompt) {
    constexpr PromptMoment moments[] = {PromptMoment::lobby, PromptMoment::inject,
                                        PromptMoment::swap, PromptMoment::end};
    prompt.seen_by = any<PromptReach>(seed);
    prompt.shown_as = any<PromptShown>(seed);
    prompt.shown_from = static_cast<int>(seed.between(1, 3));
    prompt.holds = prompt.scored = false;
    if (seed.chance(40)) prompt.to = {seed.pick(scenario.roles).id};
    prompt.tells = seed.chance(20);
    prompt.questions.push_back(
        {.id = {"QW"}, .text = text(prompt.id.value + " in words"), .form = QuestionForm::text});
    prompt.questions.push_back(
        {.id = {"QI"}, .text = text(prompt.id.value + " item"), .form = QuestionForm::items});
    if (seed.chance(30)) return;
    prompt.at_sim_ms.reset();
    prompt.moment = moments[seed.below(std::size(moments))];
    if (!scenario.injects.empty()) prompt.inject = seed.pick(scenario.injects).id;
}

void add_prompts(Seed& seed, Scenario& scenario) {
    for (std::size_t number = 1; number <= 4; ++number) {
        Prompt made;
        made.id = numbered<PromptId>("PR", number);
        made.title = text("prompt " + made.id.value);
        if (seed.chance(60)) made.at_sim_ms = some_time(seed, scenario);
        made.answer_within_ms = seed.between(1, 20'000);
        for (auto left = seed.between(1, 2); left > 0; --left)
            made.questions.push_back(
                some_question(seed, scenario, made.id.value, static_cast<std::size_t>(left)));
        if (number > 2) vary(seed, scenario, made);
        scenario.prompts.push_back(made);
    }
}

// One board on which everybody consents, and one of pins that nobody signs.
void add_boards(Seed& seed, Scenario& scenario) {
    Board open;
    open.id = {"QUICK"};
    open.title = text("board QUICK");
    open.gist = text("gist of QUICK");
    open.tables = {seed.pick(scenario.tables).id};
    open.guests = seed.some(role_ids(scenario), 30);
    open.readers = seed.some(role_ids(scenario), 20);
    BoardColumn facts{{"FACTS"}, text("column FACTS"), text("hint FACTS")};
    facts.cites = static_cast<int>(seed.below(2));
    facts.facts_only = seed.chance(30);
    facts.most = seed.chance(30) ? 2 : 0;
    BoardColumn agreed{{"AGREED"}, text("column AGREED"), text("hint AGREED")};
    agreed.stances = seed.chance(50) ? StanceRule::each : StanceRule::named;
    agreed.fields = {{{"who"}, text("field who"), FieldKind::role},
                     {{"until"}, text("field until"), FieldKind::moment, {}, true},
                     {{"power"}, text("field power"), FieldKind::power, {}, true}};
    if (seed.chance(50)) agreed.after = facts.id;
    open.columns = {facts, agreed};

    Board pins;
    pins.id = {"PINS"};
    pins.title = text("board PINS");
    pins.gist = text("gist of PINS");
    pins.tables = {scenario.tables.front().id, scenario.tables.back().id};
    BoardColumn signals{{"SIGNALS"}, text("column SIGNALS"), text("hint SIGNALS")};
    signals.anonymous = true;
    signals.fields = {{{"tag"},
                       text("field tag"),
                       FieldKind::choice,
                       {{{"one"}, text("tag one")}, {{"two"}, text("tag two")}}}};
    signals.pattern = Pattern{2, 2, text("pattern SIGNALS"), text("what SIGNALS says")};
    pins.columns = {signals};
    scenario.boards = {open, pins};
}

// One that others become part of, and one that is a part.
void add_called_meetings(Seed& seed, Scenario& scenario) {
    const Meeting& first = scenario.meetings.front();
    Meeting wide{MeetingId{"WIDE"}, text("meeting WIDE")};
    wide.purpose = first.purpose;
    wide.members = seed.some(role_ids(scenario), 50);
    wide.convened_by = {seed.pick(scenario.roles).id, first.members.back()};
    wide.chair = wide.convened_by.front();
    wide.known_to = seed.some(role_ids(scenario), 20);
    wide.joins = {first.id};
    // What is asked first is no secret here: a test demands that answers tell nothing of others.
    if (seed.chance(30)) wide.when = {Check{CheckKind::triage_accepted}};
    wide.not_yet = text("when WIDE can be");
    wide.about = {scenario.people.front().id};
    Meeting part{MeetingId{"PART"}, text("meeting PART")};
    part.purpose = first.purpose;
    part.members = {first.members.front()};
    part.chair = first.members.front();
    part.convened_by = first.members;
    part.part_of = first.id;
    part.places = 2;
    scenario.meetings.push_back(wide);
    scenario.meetings.push_back(part);
}

void add_endings(Seed& seed, Scenario& scenario) {
    const auto last = seed.below(4);
    for (std::size_t number = 1; number <= last; ++number) {
        const auto id = numbered<EndingId>("E", number);
        Ending made{id,
                    text("ending " + id.value),
                    text("how " + id.value + " ends"),
                    text("good of " + id.value),
                    text("loss of " + id.value),
                    {}};
        if (number < last) made.when = some_checks(seed, scenario);
        scenario.endings.push_back(made);
    }
}

}  // namespace

void name_decisions(Seed& seed, Scenario& scenario) {
    for (std::size_t number = 1; number <= 2; ++number) {
        Decision made;
        made.id = numbered<DecisionId>("D", number);
        made.title = text("decision " + made.id.value);
        made.table = scenario.tables[number % 2].id;
        made.deadline_sim_ms = number == 1 ? scenario.end_sim_ms() : some_time(seed, scenario);
        made.deciders = {scenario.roles.front().id};
        if (seed.chance(50)) made.deciders.push_back(scenario.roles.back().id);
        if (seed.chance(50)) made.taken_by = TakenBy::all;
        if (seed.chance(30)) made.prepared_by = {scenario.roles[1].id};
        if (seed.chance(50))
            made.clock = DecisionClock{.from_sim_ms = scenario.start_sim_ms(),
                                       .counts_ms = made.deadline_sim_ms - scenario.start_sim_ms(),
                                       .extension_ms = 30 * minute_ms};
        made.must_look_ahead = seed.chance(30);
        for (std::size_t at = 1; at <= 2; ++at) {
            const auto id = numbered<OptionId>("O", at);
            const auto said = "option " + made.id.value + " " + id.value;
            made.options.push_back({id, text(said + " title"), text(said + " text"), at == 1});
            if (seed.chance(30))
                made.options.back().fields = {
                    {{"which"},
                     text(said + " field"),
                     FieldKind::choice,
                     {{{"one"}, text(said + " one")}, {{"two"}, text(said + " two")}}}};
        }
        scenario.decisions.push_back(made);
    }
}

void tell_story(Seed& seed, Scenario& scenario) {
    add_powers(seed, scenario);
    add_tracks(seed, scenario);
    add_outcomes(seed, scenario);
    if (seed.chance(80))
        scenario.plan = PlanTask{seed.pick(scenario.tables).id, seed.some(role_ids(scenario), 40)};
    add_swap(seed, scenario);
    for (const auto& person : scenario.people)
        if (seed.chance(50))
            scenario.consents.push_back({person.id, seed.chance(50) ? "care" : "", seed.chance(60),
                                         seed.between(0, 60) * minute_ms,
                                         text("answer of " + person.id.value)});
    add_endings(seed, scenario);
    add_scripted(seed, scenario);
    add_prompts(seed, scenario);
    add_boards(seed, scenario);
    add_called_meetings(seed, scenario);
}

}  // namespace casustafel::support
