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

#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"
#include "server/score/cards.hpp"

namespace casustafel::score {

enum class IndicatorId : std::uint8_t { s1, s2, s3, s4, s5, s6, c1, c2, c3, c4, c5, c6 };
inline constexpr std::size_t indicator_count = static_cast<std::size_t>(IndicatorId::c6) + 1;

// "s1" … "c6".
std::string_view name(IndicatorId);

// The heading under which an indicator counts.
enum class Part : std::uint8_t { sharing, cooperation };
Part part(IndicatorId);

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
    asked_one_of_many,
    asked_everybody,
    asked_in_vain,
    never_asked,
    // C4
    gave_and_got,
    // C5: one decision
    decided,
    decided_late,
    not_decided,
    // C6: one action of the plan, and a plan that is not there
    planned,
    not_planned,
    // C6: one question of a freeze prompt
    prompt_question,
};

// Gives the word for a finding, as in the text key "finding.delivered".
std::string_view name(Finding);

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
    core::PromptId prompt;                             // of a question: which, and of which prompt
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
    std::optional<double> picture;  // from the prompts that count
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

struct Options {
    int minimum_opportunities = 3;  // below it a number is too little to say
    bool ranges = true;             // also try the session without each single event
};

struct Score {
    std::vector<Indicator> team;    // all of them, in order
    std::vector<Indicator> tables;  // per table those that have a table level
    std::vector<Indicator> roles;   // per role those that a role may see: S2, S4, S5, C1, C2
    // Per participant the same five, over all roles that person played (README.md §levels).
    std::vector<Indicator> people;
    Headings headings;
    std::vector<Flag> flags;
    std::vector<RemovedNeed> removed;
    std::vector<DecisionCard> decisions;  // those that should rest on something, in scenario order
    std::vector<ActionCard> plan;         // in order of adding; without what was withdrawn
    std::vector<PictureCard> pictures;    // by prompt and question, in scenario order
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
std::string_view name(Band);

// Gives the value as it is shown: rounded half up to a whole number.
int shown(double value);

// Whether the corrections made it another number, as it is shown.
bool is_corrected(const std::optional<double>& value, const std::optional<Original>&);

// Whether the decision is in the number: the trainer did not leave it out, and somebody took it, or
// it was due and belongs to the case's core.
bool is_counted(const DecisionCard&);

}  // namespace casustafel::score
