#pragma once
// One case as plain, already validated values: who sits where, what is known, who needs what by
// when, what the law of the rules pack allows, and how the clock runs. server/scenario fills it
// from YAML; everybody else only reads it. It knows nothing of files, languages shown, or play.
//
// Times of the case (`_sim_ms`) are milliseconds since midnight of day 0.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// A sentence in both languages; Dutch is never empty in a validated scenario.
struct Text {
    std::string nl, en;
    bool operator==(const Text&) const = default;
};

struct Organisation {
    OrganisationId id;
    Text name;
};

struct Table {
    TableId id;
    Text name;
    Text tagline;                       // "Uren, één persoon beslist"
    std::int64_t answer_within_ms = 0;  // simulated time a role here has to answer a request
};

struct RoleCard {
    Text task, power, limit, wants, misses;
};

struct Role {
    RoleId id;
    Text name;
    Text aim;  // one line for the lobby
    OrganisationId organisation;
    TableId table;
    RoleCard card;
    bool process_role = false;  // a regie role: holds no items of its own by design
    bool accepts_triage = false;
    bool gives_authority =
        false;  // its agreement is `authority_agrees` (the officier van justitie)
    AutopilotUse autopilot = AutopilotUse::spare;
    int from_group_size =
        0;  // played by a person from this many participants on, else by autopilot
};

struct Person {
    PersonId id;
    Text name;
    Text description;
    std::optional<int> age_years;
};

struct Condition {
    ConditionKind kind{};
    PersonId person;  // consent, minor, age, measure, acute: whom; empty: anyone the item is about
    std::string
        subject;    // consent: the scope; present_in_circle: a table or meeting; measure: its name
    int years = 0;  // age: at least this old
    bool operator==(const Condition&) const = default;
};

// One lawful way: these givers may give to these receivers for these purposes on these bases.
struct Grant {
    std::vector<RoleId> from;  // empty: any role
    std::vector<RoleId> to;    // empty: any role
    std::vector<Purpose> purposes;
    std::vector<BasisId> bases;
    Form max_form = Form::source;
    std::vector<Condition> when;  // all must hold
    bool by_default = false;      // expanded from the rules pack, not written by the author
};

// The norm for under-sharing: this role needs the item by then, at least in this form.
struct Need {
    RoleId role;
    Purpose purpose{};
    DecisionId decision;  // empty: none
    Form min_form = Form::conclusion;
    std::optional<std::int64_t> by_sim_ms;
    int weight = 1;                // 1 to 3
    bool known_to_holder = false;  // the holder could know without being asked
    Text reason;
};

// An explicit red line; overrides every grant.
struct RedLine {
    std::vector<RoleId> to;          // empty: any role
    Form from_form = Form::pointer;  // forbidden in this form and richer ones
    std::optional<int> severity;     // unless stated, the item's sensitivity
    std::vector<Condition> when;     // empty: always
    Text reason;
};

// A role that gets the item from the case itself, but later.
struct LaterHolder {
    RoleId role;
    std::int64_t from_sim_ms = 0;
};

struct Item {
    ItemId id;
    Text title;                         // short, shows from form `summary` upwards
    Text pointer, conclusion, summary;  // what a receiver reads in that form
    Text text;                          // the facts
    Text source_text;                   // the raw record; empty: the facts with their source
    Text source;                        // where it comes from, e.g. "gespreksverslag"
    std::vector<PersonId> about;
    Category category{};
    int sensitivity = 0;  // 0 open, 1 personal, 2 sensitive, 3 very sensitive
    Truth truth = Truth::true_;
    bool presented_as_fact = true;
    std::vector<ItemId> refuted_by;
    bool never_knowable = false;  // an assumption no item can refute
    std::vector<RoleId> holders;  // original holders
    std::optional<std::int64_t>
        available_sim_ms;  // nothing: from the start; ignored when an inject deals it
    std::vector<LaterHolder> later_holders;
    // Comes into being for a role that lawfully or not holds all of these; then it has no holders.
    std::vector<ItemId> emerges_from;
    std::vector<Need> needs;
    std::vector<Grant> grants;
    std::vector<RedLine> never;
    Onward onward = Onward::no;
    std::optional<int> weight;
    Text caution;  // a line the holder sees beside it; may be empty
};

struct Meeting {
    MeetingId id;
    Text name;
    TableId table;  // may be empty: of no single table
    Purpose purpose{};
    RoleId chair;
    std::vector<RoleId> members;   // who may enter, and who knows that it exists
    std::vector<RoleId> known_to;  // who knows that it exists without being a member
    std::optional<std::int64_t> from_sim_ms, to_sim_ms;  // when it is planned; a label, not a lock
};

// A question about State with a yes or no, for consequences, injects and endings. Which members
// count depends on the kind; all that are named must hold.
struct Check {
    CheckKind kind{};
    bool negated = false;
    DecisionId decision;            // decision_taken
    std::vector<OptionId> options;  // decision_taken: one of these; empty: any
    InterventionId intervention;    // intervention_used
    ItemId item;                    // item_known: lawfully held …
    std::vector<RoleId> roles;      // … by one of these (empty: anybody but original holders) …
    Form min_form = Form::pointer;  // … in this form or a richer one
    PersonId person;                // track_at_least; empty: of every person that has the track
    Track track{};
    int value = 0;
    InjectId inject;  // inject_happened
    PowerId power;    // planned: actions with this power (empty: any) …
    int count = 1;    // … at least this many
};

struct TrackChange {
    PersonId person;
    Track track{};
    int by = 0;
    bool operator==(const TrackChange&) const = default;
};

struct Measure {
    PersonId person;
    std::string subject;  // its name, e.g. toezicht
    auto operator<=>(const Measure&) const = default;
};

struct ConsentAnswer {
    PersonId person;
    std::string scope;  // as in a consent condition's subject; empty: everything
    bool given = false;
    bool operator==(const ConsentAnswer&) const = default;
};

// What an inject or a consequence changes in the facts that conditions read.
struct FactChange {
    std::optional<bool> covenant;
    std::vector<PersonId> becomes_acute, no_longer_acute;
    std::vector<Measure> measures_start, measures_end;
    std::vector<ConsentAnswer> consents;
    bool operator==(const FactChange&) const = default;
};

// What follows, some time later, when its checks hold at that moment.
struct Consequence {
    ConsequenceId id;                       // of one that the clock brings; else empty
    std::optional<std::int64_t> at_sim_ms;  // of one that the clock brings
    std::int64_t after_ms = 0;              // else: running case time after its cause
    std::vector<Check> when;
    std::vector<TrackChange> tracks;
    std::vector<InjectId> injects;  // these take effect
    FactChange facts;
    Text story;  // one sentence for the debrief; may be empty
};

// A question that a role which only autopilots play puts to others.
struct ScriptedAsk {
    RoleId from;
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // empty: none in particular
    Text text;
};

// An action that somebody of the plan once began: it has a lead and little else.
struct ScriptedAction {
    RoleId author;
    RoleId lead;
    Text text;
    std::vector<ItemId> items;
};

// Something that happens to the players: at a time, or when the trainer fires it.
struct Inject {
    InjectId id;
    Text title;
    Text text;
    std::vector<RoleId> to;                 // empty: everybody
    std::optional<std::int64_t> at_sim_ms;  // nothing: only the trainer fires it
    std::vector<ItemId> deals;              // items that reach their holders with it
    std::vector<Check> when;  // at its own time only when these hold; the trainer may always
    FactChange facts;
    std::vector<TrackChange> tracks;
    std::vector<ScriptedAsk> asks;          // put when it takes effect
    std::vector<ScriptedAction> actions;    // written into the plan when it takes effect
    std::vector<Consequence> consequences;  // that follow some time later
};

struct DecisionOption {
    OptionId id;
    Text title;
    Text text;
    bool best = false;
    std::vector<ItemId> must_cite;     // at least one of these must be cited; empty: nothing asked
    std::vector<ItemId> prevented_by;  // of a wrong one: what would have shown that it is
    std::vector<Consequence> consequences;
};

// One entry of what a decision should rest on: an item, or any `any` of the items `of`.
struct Required {
    ItemId item;
    std::optional<Form> min_form;
    int any = 0;
    std::vector<ItemId> of;
};

struct Decision {
    DecisionId id;
    Text title;
    TableId table;
    std::int64_t deadline_sim_ms = 0;
    std::vector<RoleId> deciders;  // any one of them takes it
    bool core = true;
    MeetingId meeting;  // whose phase parks early proposals; empty: none
    std::vector<DecisionOption> options;
    std::vector<Required> required;
    std::vector<Consequence> when_missed;  // when the deadline passes without it
};

// Something that only some may do. Plans and interventions refer to it.
struct Power {
    PowerId id;
    Text name;
    std::vector<RoleId> holders;
    std::vector<RoleId> affected;  // who must know when it is planned
};

struct Intervention {
    InterventionId id;
    Text title;
    Text text;
    PowerId power;
    std::optional<std::int64_t> from_sim_ms, until_sim_ms;
    std::vector<ItemId> must_cite;  // at least one of these must be cited; empty: nothing asked
    std::vector<Consequence> consequences;
};

// The people's gauges at the start, 0 to 10.
struct TrackStart {
    PersonId person;
    Track track{};
    int value = 5;
};

struct PlanTask {
    TableId table;               // whose roles see and write the plan
    std::vector<RoleId> guests;  // and these
    int expected = 4;            // actions a full plan has
};

struct Ending {
    EndingId id;
    Text title;
    Text text;
    Text good;                // one good thing, whatever happened
    Text loss;                // and one loss
    std::vector<Check> when;  // the first ending whose checks hold; the last has none
};

struct SwapPair {
    RoleId one, other;
    bool operator==(const SwapPair&) const = default;
};

struct SwapPlan {
    int after_round = 1;  // counted from 1
    std::vector<SwapPair> pairs;
    std::int64_t writing_ms = 180'000;  // active time for the handover notes
    std::int64_t reading_ms = 180'000;  // active time to read the new card and dossier
};

// One of the answers to a question of a probe.
struct ProbeOption {
    OptionId id;
    Text text;
    bool right = false;             // always
    std::vector<Check> right_when;  // or when all of these hold; empty: `right` says it
};

struct ProbeQuestion {
    QuestionId id;
    Text text;
    std::vector<ProbeOption> options;
    // About what is to come: what was right is judged at the end, else when the probe closes.
    bool predicts = false;
};

// A freeze probe (domain.md §4.5, C6): the case stands still while everybody answers.
struct Probe {
    ProbeId id;
    Text title;
    std::optional<std::int64_t> at_sim_ms;    // nothing: only the trainer opens it
    std::int64_t answer_within_ms = 180'000;  // active time
    std::vector<ProbeQuestion> questions;
};

// What a person answers when asked for consent.
struct ConsentScript {
    PersonId person;
    std::string scope;
    bool given = false;
    std::int64_t after_ms = 0;  // running case time until the answer
    Text text;                  // what the person says
};

struct DebriefQuestion {
    Text text;
    std::vector<ItemId> items;  // the report tells below it what happened with these
    std::vector<DecisionId> decisions;
};

// Weights of the indicators within their heading (domain.md §4.6).
struct ScoreWeights {
    int s1 = 3, s2 = 3, s3 = 2, s4 = 3, s5 = 2, s6 = 1;
    int c1 = 2, c2 = 2, c3 = 3, c4 = 1, c5 = 3, c6 = 2;
};

// A stretch of the case's time and the real minutes it takes at speed 1; between two is a cut.
struct Segment {
    std::int64_t from_sim_ms = 0;
    std::int64_t to_sim_ms = 0;
    std::int64_t real_ms = 0;
    int round = 0;  // index into rounds
};

struct Round {
    Text name;
};

struct Basis {
    BasisId id;
    Text name;
    Text gist;  // one line, shown beside the choice
    std::string source;
    std::string status;  // active, inactive, unconfirmed
};

struct Rules {
    std::string id;       // nl-zv-2025
    std::string version;  // date
    std::vector<Basis> bases;
};

// Facts of the case that conditions read and injects may change.
struct StartingFacts {
    bool covenant = true;
    std::vector<PersonId> acute;
    std::vector<Measure> measures;
};

struct Scenario {
    std::string id;
    Text title;
    Text pitch;
    Text content_notice;
    std::vector<Organisation> organisations;
    std::vector<Table> tables;
    std::vector<Role> roles;
    std::vector<Person> people;
    std::vector<Item> items;
    std::vector<Meeting> meetings;
    std::vector<Inject> injects;
    std::vector<Decision> decisions;
    std::vector<Power> powers;
    std::vector<Intervention> interventions;
    std::vector<TrackStart> tracks;
    std::vector<Consequence> consequences;  // those that the clock brings
    std::optional<PlanTask> plan;
    std::optional<SwapPlan> swap;
    std::vector<Probe> probes;
    std::vector<ConsentScript> consents;
    std::vector<Ending> endings;
    std::vector<DebriefQuestion> questions;
    Text trainer_page;
    ScoreWeights weights;
    std::vector<Round> rounds;
    std::vector<Segment> segments;  // in order, at least one
    StartingFacts facts;
    Rules rules;

    std::int64_t start_sim_ms() const { return segments.front().from_sim_ms; }
    std::int64_t end_sim_ms() const { return segments.back().to_sim_ms; }
};

// The thing with this id, or nullptr. Linear: a case has tens of each.
const Table* find(const Scenario&, const TableId&);
const Role* find(const Scenario&, const RoleId&);
const Person* find(const Scenario&, const PersonId&);
const Item* find(const Scenario&, const ItemId&);
const Meeting* find(const Scenario&, const MeetingId&);
const Inject* find(const Scenario&, const InjectId&);
const Decision* find(const Scenario&, const DecisionId&);
const DecisionOption* find(const Decision&, const OptionId&);
const Power* find(const Scenario&, const PowerId&);
const Intervention* find(const Scenario&, const InterventionId&);
const Ending* find(const Scenario&, const EndingId&);
const Basis* find(const Scenario&, const BasisId&);
const Probe* find(const Scenario&, const ProbeId&);
const ProbeQuestion* find(const Probe&, const QuestionId&);
const ProbeOption* find(const ProbeQuestion&, const OptionId&);
const Organisation* find(const Scenario&, const OrganisationId&);

// Whether `role` has the item from the case itself: at start, through an inject, or later.
bool is_original_holder(const Item&, const RoleId&);

// Every role that has the item from the case itself, the later ones last, each once.
std::vector<RoleId> original_holders(const Item&);

}  // namespace casustafel::core
