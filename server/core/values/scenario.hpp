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

#include "server/core/values/boards.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/scenario_script.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

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
    std::vector<PersonId> about;                         // whom it discusses
    std::vector<RoleId> convened_by;  // who may call it together; empty: it is there by itself
    std::vector<Check> when;          // what must be so before it is called together …
    Text not_yet;                     // … as who may call it reads it; may be empty
    std::vector<MeetingId> joins;     // these become part of it
    MeetingId part_of;                // called together out of this one, and back to it
    int places = 0;                   // at most so many at a time; 0: as many as come
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

// Weights of the indicators within their heading (server/score/README.md §headings).
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
    Text gist;               // one line, shown beside the choice
    std::string source;      // act and article
    std::string status;      // active, inactive, unconfirmed
    std::string dated = {};  // the day the text was read: 2025-03-01
    bool confirmed = false;  // by a jurist
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
    std::vector<Board> boards;
    std::optional<SwapPlan> swap;
    std::vector<Prompt> prompts;
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
const Reply* find(const Intervention&, const ReplyId&);
// Who may use it.
const std::vector<RoleId>& users_of(const Scenario&, const Intervention&);
const FormField* find(const std::vector<FormField>&, const FieldId&);
const Board* find(const Scenario&, const BoardId&);
const BoardColumn* find(const Board&, const ColumnId&);
const Ending* find(const Scenario&, const EndingId&);
const Basis* find(const Scenario&, const BasisId&);
const Prompt* find(const Scenario&, const PromptId&);
const PromptQuestion* find(const Prompt&, const QuestionId&);
const PromptOption* find(const PromptQuestion&, const OptionId&);
const Organisation* find(const Scenario&, const OrganisationId&);

// Whether `role` has the item from the case itself: at start, through an inject, or later.
bool is_original_holder(const Item&, const RoleId&);

// Every role that has the item from the case itself, the later ones last, each once.
std::vector<RoleId> original_holders(const Item&);

}  // namespace casustafel::core
