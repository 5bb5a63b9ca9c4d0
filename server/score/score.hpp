#pragma once
// Computes what a session shows of sharing and working together: the indicators of README.md as a
// fold over the scenario and the log, each with the events it came from. Same scenario and log,
// same bytes: everything is summed in the order of the scenario or the log. Only structured acts
// count; free text is never read. It knows no names, no screens and no files.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/record.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::score {

enum class IndicatorId : std::uint8_t { s1, s2, s3, s4, s5, s6, c1, c2, c3, c4, c5, c6 };
inline constexpr std::size_t indicator_count = 12;

// "s1" … "c6".
std::string_view name(IndicatorId);

enum class Level : std::uint8_t { team, table, role, participant };

// The scope says whose number it is. `table` is set on table level, `role` on role level,
// `participant` on the level of one person, whatever roles that person played.
struct Scope {
    Level level = Level::team;
    core::TableId table;
    core::RoleId role;
    core::ParticipantId participant = core::ParticipantId::nobody;
};

// What one piece of evidence shows.
enum class Finding : std::uint8_t {
    // a need: S2, S3, C3
    delivered,
    late,
    thin,
    missed,
    // a unique item: S1
    on_the_table,
    kept_off_the_table,
    // one recipient of one share: S4, S5
    share,
    // S6
    mark_right,
    mark_wrong,
    mark_too_late,
    // C1
    answered_by_sharing,
    answered_too_thin,
    answered_in_breach,
    refused_justly,
    refused_unjustly,
    refused_without_reason,
    referred_rightly,
    referred_wrongly,
    truly_not_here,
    untruly_not_here,
    no_answer,
    // C2
    asked_who_has_it,
    asked_and_was_referred,
    asked_everybody,
    asked_in_vain,
    never_asked,
    // C4
    gave_and_got,
    // C5: one decision
    decided,
    decided_late,
    not_decided,
    not_due,  // nor did it have to be when the log ends
    // C6: one action of the plan, and a plan that is not there
    planned,
    not_planned,
    // C6: one question of a freeze probe
    probe_question,
};

// Gives the word for a finding, as in the text key "finding.delivered".
std::string_view name(Finding);

// What a role answered to one question of a freeze probe.
struct Vote {
    core::RoleId role;
    core::OptionId option;
    bool right = false;
};

// One line behind a number: what was found, how much it counts, and where in the log it stands.
struct Evidence {
    Finding finding{};
    double credit = 0;  // 0 to 1, the part it earned
    double weight = 1;
    core::ItemId item;
    core::RoleId role;   // who needs, received, marked, asked, or (C4) gave and got
    core::RoleId other;  // who gave, holds, or was asked
    core::EntityId share = core::EntityId::none;
    core::EntityId request = core::EntityId::none;
    core::EntityId action = core::EntityId::none;
    core::DecisionId decision;
    core::Form form = core::Form::silent;    // in which it came
    core::Form needed = core::Form::silent;  // of a need: the poorest that suffices
    core::Purpose purpose{};                 // of a need or a share
    core::Mark mark{};                       // of a mark
    core::Verdict verdict;                   // of a share
    std::vector<std::uint64_t> seqs;         // positions in the log
    std::optional<std::int64_t> at_sim_ms;   // when it came, was answered or was marked
    std::optional<std::int64_t> due_sim_ms;  // the deadline or the end of the term
    std::vector<core::RoleId> chain;  // of a miss: the lawful way that was open, holder first
    std::vector<core::RoleId> reason_to_know;  // of a miss: holders who knew that it was needed
    std::optional<std::int64_t> known_since_sim_ms;  // of a miss: since when the first of them did
    core::ProbeId probe;                             // of a question: which, and of which probe
    core::QuestionId question;
    std::vector<Vote> votes;            // of a question: who answered what
    std::vector<core::OptionId> right;  // of a question: what was right
};

// The lowest and highest value when any single event of the session is left out.
struct Range {
    double low = 0;
    double high = 0;
    bool sampled = false;  // more events than limits::dropped_events: evenly spread ones were tried
};

// How well was asked in the first third of the requests and in the last: learning, or not.
struct Thirds {
    double first = 0;
    double last = 0;
};

// The two halves of C6, 0 to 100 each; nothing: too little to say.
struct Halves {
    std::optional<double> picture;  // from the freeze probes
    std::optional<double> plan;
};

// What a number was before the trainer's corrections.
struct Original {
    std::optional<double> value;
    int opportunities = 0;  // of an indicator
};

struct Indicator {
    IndicatorId id{};
    Scope scope;
    std::optional<double> value;  // 0 to 100; nothing: too little to say
    int opportunities = 0;
    std::optional<Range> range;
    std::vector<Evidence> evidence;
    std::optional<Thirds> thirds;  // of C2
    std::optional<Halves> halves;  // of C6
    // When the trainer corrected something. `value` is then with the corrections.
    std::optional<Original> original;
};

// An act of sharing that no average may hide (README.md §S4).
struct Flag {
    std::uint64_t seq = 0;
    std::int64_t sim_ms = 0;
    core::EntityId share{};
    core::ItemId item;
    core::RoleId giver;
    core::Form form{};
    std::vector<core::Recipient> recipients;  // the red ones
};

// A need that was taken out because its only holder was away for most of its window
// (README.md §absence).
struct RemovedNeed {
    core::ItemId item;
    core::RoleId role;
    core::RoleId holder;
    std::int64_t deadline_sim_ms = 0;
};

struct Heading {
    std::optional<double> value;
    std::optional<Range> range;
    std::optional<Original> original;  // as in Indicator
};

// "Informatie delen" and the two bars under it, and "Samenwerken" (README.md §headings).
struct Headings {
    Heading sharing;
    std::optional<double> arrived;  // A, "wat aankwam"
    std::optional<double> careful;  // Z, "hoe zorgvuldig"
    Heading cooperation;
    std::optional<Original> original_arrived, original_careful;
};

// What became of one item that a decision should have rested on.
enum class Use : std::uint8_t {
    cited,      // some decider had it, and used it
    not_cited,  // some decider had it in the form needed, and did not use it
    too_thin,   // some decider had it, in too poor a form
    not_there,  // no decider had it
};

std::string_view name(Use);

struct RequiredItem {
    core::ItemId item;
    core::Form needed = core::Form::silent;
    core::Form held = core::Form::silent;  // the richest lawful form with a decider
    Use use = Use::not_there;
    core::Mark cited_as = core::Mark::fact;
    bool of_group = false;            // one of several of which some suffice
    std::vector<core::RoleId> chain;  // when it was not there: the lawful way that was open
};

// C5 of one decision: what you had, used, and could have had.
struct DecisionCard {
    core::DecisionId decision;
    core::OptionId option;  // empty: never taken
    core::RoleId by;
    std::uint64_t seq = 0;  // where it was taken; 0: never
    std::optional<std::int64_t> at_sim_ms;
    std::int64_t deadline_sim_ms = 0;
    bool core = true;
    bool late = false;
    bool not_due = false;  // never taken, and its deadline lies after the end of the log
    double available = 0;  // 0 to 1
    double cited = 0;      // 0 to 1, irrelevant items taken off
    double value = 0;      // 0 to 1
    double weight = 0;     // of all that it should rest on
    std::vector<RequiredItem> required;
    std::vector<core::ItemId> beside;         // cited, not required, or held by no decider
    std::vector<core::ItemId> wrong_as_fact;  // cited as fact, and none
    // Taken while this request for something required was still within its term; none: not.
    core::EntityId too_early = core::EntityId::none;
    bool left_out = false;  // by the trainer: it does not count
};

// C6, the picture half, of one question of a freeze probe that was held.
struct PictureCard {
    core::ProbeId probe;
    core::QuestionId question;
    std::vector<Vote> votes;            // the last answer of each participant, by role
    std::vector<core::OptionId> right;  // empty: none was, or it was not judged
    std::vector<std::uint64_t> seqs;    // of the answers and the judgement
    double agreement = 0;               // 0 to 1: of all pairs, those that answered the same
    double share_right = 0;             // 0 to 1
    bool judged = false;
    bool counted = false;  // judged, something was right, and enough answers
};

// C6, the plan half, of one action. One that the case began is here once somebody changed it.
struct ActionCard {
    core::EntityId action{};
    core::RoleId author, lead;
    std::vector<std::uint64_t> seqs;
    bool has_lead = false;
    bool has_power = false;
    bool has_deadline = false;
    bool rests_on_fact = false;
    bool all_informed = false;
    double value = 0;  // 0 to 1
};

// What a handover note passed on by link (shown, never counted; README.md §handover).
struct Handover {
    core::RoleId role;
    std::uint64_t seq = 0;  // of the note; 0: none written
    int open = 0;           // items that others still badly need, and open requests
    int mentioned = 0;      // of those
    // What the case had begun for this role and still stood open: requests to it, and actions of it
    // that nobody had changed. A note links an action by an item that the action rests on.
    std::vector<core::EntityId> begun;
    std::vector<core::EntityId> begun_mentioned;  // of those
};

// What the trainer left out of the score, and why (README.md §corrections).
struct Correction {
    core::CorrectionTarget target;
    std::string reason;
    std::uint64_t seq = 0;  // of the correction
    std::int64_t sim_ms = 0;
    std::vector<std::uint64_t> seqs;       // of what was left out
    core::RoleId by;                       // giver, asker, author, or who decided
    std::vector<core::RoleId> to;          // receivers, asked, or the lead
    core::ItemId item;                     // of a share or a request
    core::PersonId person;                 // of a request without an item
    core::Form form = core::Form::silent;  // of a share
    bool raised_flag = false;              // it had raised a flag, which is not among `flags` now
};

// What a role carried over the bridge: its own items whole, what it passed on half, by weight.
struct BridgeCredit {
    core::RoleId role;
    double source = 0;
    double relayed = 0;
    std::vector<std::uint64_t> seqs;
};

struct Options {
    int minimum_opportunities = 3;  // below it a number is too little to say
    bool ranges = true;             // also try the session without each single event
};

struct Score {
    std::vector<Indicator> team;    // S1 … C6, always twelve
    std::vector<Indicator> tables;  // per table those that have a table level
    std::vector<Indicator> roles;   // per role those that a role may see: S2, S4, S5, C1, C2
    // Per participant the same five, over all roles that person played (README.md §levels).
    std::vector<Indicator> people;
    Headings headings;
    std::vector<Flag> flags;
    std::vector<RemovedNeed> removed;
    std::vector<DecisionCard> decisions;  // those that should rest on something, in scenario order
    std::vector<ActionCard> plan;         // in order of adding; without what was withdrawn
    std::vector<PictureCard> pictures;    // by probe and question, in scenario order
    std::vector<core::EntityId> untouched;  // actions the case began and nobody took up or withdrew
    std::vector<Handover> handovers;        // of every role in a swap, in order
    std::vector<BridgeCredit> bridges;      // roles with a part in it, in scenario order
    std::vector<Correction> corrections;    // those that stand, in order; then every number has its
                                            // original beside it
};

// Computes the score of this log. The log may be unfinished; its last record is then the end.
Score score(const core::Scenario&, const std::vector<core::Record>&, const Options& = {});

// Gives the team's indicator with this id.
const Indicator& team(const Score&, IndicatorId);

enum class Band : std::uint8_t {
    chance,
    underway,
    strong
};  // 0–39, 40–69, 70–100 of the rounded value
Band band(double value);

// Gives the value as it is shown: rounded half up to a whole number.
int shown(double value);

// Whether the corrections made it another number, as it is shown.
bool is_corrected(const std::optional<double>& value, const std::optional<Original>&);

// Whether the decision is in the number: the trainer did not leave it out, and somebody took it or
// it belongs to the case's core.
bool is_counted(const DecisionCard&);

}  // namespace casustafel::score
