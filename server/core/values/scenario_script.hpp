#pragma once
// What may happen in a case: questions about its state, injects, consequences, decisions, powers,
// endings, the swap and the prompts. Times as in scenario.hpp.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/fields.hpp"
#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

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
    BoardId board;    // card_stands: cards that stand on this board …
    ColumnId column;  // … in this column (empty: any), with one of `options` as tag if named …
    int tags = 0;     // … with at least so many different tags …
    int organisations = 0;  // … items of so many organisations …
    int seats = 0;          // … and authors
    MeetingId meeting;
    MeetingPhase phase{};
    std::vector<RoleId> by;            // who did it; empty: anybody
    std::optional<Category> category;  // asked
    int round = 1;                     // counted from 1
    std::int64_t after_ms = 0;         // time_since: running case time
    FieldId field;                     // filled_in: one of these values
    std::vector<std::string> values;
    bool operator==(const Check&) const = default;
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
    DESCRIBED(Measure, person, subject);
};

struct ConsentAnswer {
    PersonId person;
    std::string scope;  // as in a consent condition's subject; empty: everything
    bool given = false;
    DESCRIBED(ConsentAnswer, person, scope, given);
};

// What an inject or a consequence changes in the facts that conditions read.
struct FactChange {
    std::optional<bool> covenant;
    std::vector<PersonId> becomes_acute, no_longer_acute;
    std::vector<Measure> measures_start, measures_end;
    std::vector<ConsentAnswer> consents;
    static constexpr bool inlined = true;
    DESCRIBED(FactChange, covenant, becomes_acute, no_longer_acute, measures_start, measures_end,
              consents);
};

// Something that can be chosen: an option of a decision, or an intervention.
struct Offer {
    DecisionId decision;
    OptionId option;
    InterventionId intervention;
    static constexpr bool inlined = true;
    auto operator<=>(const Offer&) const = default;
    DESCRIBED(Offer, decision, option, intervention);
};

// What follows, some time later, when its checks hold at that moment. One of the case itself that
// has no time comes once, at the instant at which all its checks hold.
struct Consequence {
    ConsequenceId id;                       // of one of the case itself; else empty
    std::optional<std::int64_t> at_sim_ms;  // of one that the clock brings
    std::int64_t after_ms = 0;              // of one with a cause: running case time after it
    std::vector<Check> when;
    std::vector<TrackChange> tracks;
    std::vector<InjectId> injects;  // these take effect
    std::vector<ItemId> deals;      // items that reach their holders with it
    std::vector<Offer> opens, closes;
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
    TypeId type{};                      // whose words and fields it has; empty: its own
    Text fits_when{};                   // when this kind of decision fits, in words
    std::vector<FormField> fields{};    // what is filled in with it
    std::vector<FilledIn> best_with{};  // what has to be filled in for it to be best
    bool hidden = false;                // until a consequence opens it
    std::vector<Check> shows_when{};    // hidden until all of these hold; empty: not by itself
    std::vector<Offer> contradicts{};   // options of other decisions that do not go with it
    bool starts_hidden() const { return hidden || !shows_when.empty(); }
};

// A kind of decision, in neutral words, that options are made of.
struct DecisionType {
    TypeId id;
    Text title;
    Text text;
    Text fits_when;
    std::vector<FormField> fields;
};

// Hours that count towards a deadline: so many from then on, the night left out.
struct DecisionClock {
    std::int64_t from_sim_ms = 0;
    std::int64_t counts_ms = 0;
    std::int64_t night_from_ms = 0;  // times of the day; from and to alike: no night
    std::int64_t night_to_ms = 0;
    std::int64_t extension_ms = 0;  // how much it can be lengthened, once; 0: not
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
    std::vector<RoleId> deciders;
    bool core = true;
    MeetingId meeting;  // whose phase parks early proposals; empty: none
    std::vector<DecisionOption> options;
    std::vector<Required> required;
    std::vector<Consequence> when_missed;  // when the deadline passes without it
    TakenBy taken_by{};
    std::vector<FormField> fields{};     // what is filled in whatever is chosen
    PowerId power{};                     // whose holders are the deciders
    std::vector<RoleId> prepared_by{};   // who see its options and do not take it
    std::optional<DecisionClock> clock;  // what its deadline follows from
    bool must_cite = false;              // whatever is chosen, something is cited …
    bool must_look_ahead = false;        // … and said what could go wrong
};

// Something that only some may do. Plans and interventions refer to it.
struct Power {
    PowerId id;
    Text name;
    std::vector<RoleId> holders;
    std::vector<RoleId> affected;  // who must know when it is planned
};

// What comes back from where an intervention is a question: the first whose answers and checks fit
// what was filled in and how things stood when it was used.
struct Reply {
    ReplyId id;
    std::vector<FilledIn> to;   // only when all of these were filled in
    std::vector<Check> when;    // and when all of these held
    std::int64_t after_ms = 0;  // running case time until it comes
    Text text;                  // what whoever asked reads
    std::vector<Consequence> consequences;
};

// Something that a role can do; of one with replies, a question to somebody outside the tables.
struct Intervention {
    InterventionId id;
    Text title;
    Text text;
    PowerId power;  // who holds it may use it; empty: these roles may
    std::vector<RoleId> by{};
    std::vector<FormField> fields;  // what is filled in with it
    int times = 1;                  // how often it can be used, by all together
    std::vector<Check> when;        // only when all of these hold
    Text not_yet;                   // what is told while they do not
    std::vector<Reply> replies;
    bool hidden = false;  // until a consequence opens it
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
    TableId table;                    // whose roles see and write the plan
    std::vector<RoleId> guests;       // and these
    int expected = 4;                 // actions a full plan has
    std::vector<FormField> fields{};  // what is filled in with an action
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
    DESCRIBED(SwapPair, one, other);
};

struct SwapPlan {
    int after_round = 1;  // counted from 1
    std::vector<SwapPair> pairs;
    std::int64_t writing_ms = 180'000;  // active time for the handover notes
    std::int64_t reading_ms = 180'000;  // active time to read the new card and dossier
};

// One of the answers to a question of a prompt. Those of a scale, of roles and of people are made
// when the case is read, so that all questions but those for a text or an item choose among these.
struct PromptOption {
    OptionId id;
    Text text;
    bool right = false;             // always
    std::vector<Check> right_when;  // or when all of these hold; empty: `right` says it
    std::vector<RoleId> right_of;   // or when it is asked about one of these roles
    Text why;                       // told to who answered, where the prompt tells what is right
};

struct PromptQuestion {
    QuestionId id;
    Text text;
    std::vector<PromptOption> options;
    // About what is to come: what was right is judged at the end, else when the prompt closes.
    bool predicts = false;
    QuestionForm form = QuestionForm::choice;
    int most = 1;              // options that one person may choose
    int from = 1, to = 7;      // of a scale
    Text lowest, highest;      // what its ends mean
    PromptMeasure measures{};  // of the questionnaire
    bool reversed = false;     // the low end is the good one
    // About the role that a person gets in the swap, or got in it.
    bool about_other = false;
};

// Questions that are put to some or to all, at a moment (README.md §prompts). One that holds the
// case and has no questions is a silence.
struct Prompt {
    PromptId id;
    Text title;
    std::optional<std::int64_t> at_sim_ms;    // nothing: at no time of the case
    std::int64_t answer_within_ms = 180'000;  // active time; not in the lobby and after the end
    std::vector<PromptQuestion> questions;
    PromptMoment moment = PromptMoment::trainer;
    InjectId inject;         // after which it opens
    DecisionId decision;     // before which it opens, unless it is taken
    std::vector<RoleId> to;  // with `tables` empty too: everybody
    std::vector<TableId> tables;
    Text intro;
    PromptReach seen_by = PromptReach::trainer;
    PromptShown shown_as = PromptShown::named;
    int shown_from = 4;       // answers, without names
    bool holds = true;        // the case stands still while it is open
    bool scored = true;       // counts in C6
    bool tells = false;       // who answered reads what was right
    PromptId after;           // the earlier one with the same questions
    std::size_t written = 0;  // its place among those of the author, who writes one for all rounds
};

}  // namespace casustafel::core
