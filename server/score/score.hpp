#pragma once
// What a session shows of sharing and working together: the indicators of domain.md §4.4 and §4.5
// as a fold over the scenario and the log, each with the events it came from. Same scenario and
// log, same bytes: everything is summed in the order of the scenario or the log. Only structured
// acts count; free text is never read. It knows no names, no screens and no files.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server/core/record.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::score {

enum class IndicatorId : std::uint8_t { s1, s2, s3, s4, s5, s6, c1, c2, c3, c4 };
inline constexpr std::size_t indicator_count = 10;

// "s1" … "c4".
std::string_view name(IndicatorId);

enum class Level : std::uint8_t { team, table, role };

// Whose number it is. `table` is set on table level, `role` on role level.
struct Scope {
    Level level = Level::team;
    core::TableId table;
    core::RoleId role;
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
};

// The word for a finding, as in the text key "finding.delivered".
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
};

// The lowest and highest value when any single event of the session is left out.
struct Range {
    double low = 0;
    double high = 0;
    bool sampled = false;  // more events than limits::dropped_events: evenly spread ones were tried
};

struct Indicator {
    IndicatorId id{};
    Scope scope;
    std::optional<double> value;  // 0 to 100; nothing: too little to say
    int opportunities = 0;
    std::optional<Range> range;
    std::vector<Evidence> evidence;
};

// An act of sharing that no average may hide (domain.md §3.6).
struct Flag {
    std::uint64_t seq = 0;
    std::int64_t sim_ms = 0;
    core::EntityId share{};
    core::ItemId item;
    core::RoleId giver;
    core::Form form{};
    std::vector<core::Recipient> recipients;  // the red ones
};

// A need that was taken out because its only holder was away for most of its window (§4.6).
struct RemovedNeed {
    core::ItemId item;
    core::RoleId role;
    core::RoleId holder;
    std::int64_t deadline_sim_ms = 0;
};

struct Heading {
    std::optional<double> value;
    std::optional<Range> range;
};

// "Informatie delen" and the two bars under it, and "Samenwerken" (§4.6).
struct Headings {
    Heading sharing;
    std::optional<double> arrived;  // A, "wat aankwam"
    std::optional<double> careful;  // Z, "hoe zorgvuldig"
    Heading cooperation;
};

// How much each indicator weighs in its heading; the defaults are domain.md's.
struct Weights {
    double s1 = 3, s2 = 3, s2_in_time = 2;  // of A
    double s4 = 3, s5 = 2, s6 = 1;          // of Z
    double c1 = 2, c2 = 2, c3 = 3, c4 = 1;  // of Samenwerken
};

struct Options {
    int minimum_opportunities = 3;  // below it a number is too little to say
    bool ranges = true;             // also try the session without each single event
    Weights weights;
};

struct Score {
    std::vector<Indicator> team;    // S1 … C4, always ten
    std::vector<Indicator> tables;  // per table those that have a table level
    std::vector<Indicator> roles;   // per role those that a role may see: S2, S4, S5, C1, C2
    Headings headings;
    std::vector<Flag> flags;
    std::vector<RemovedNeed> removed;
};

// The score of this log. The log may be unfinished; its last record is then the end.
Score score(const core::Scenario&, const std::vector<core::Record>&, const Options& = {});

// The team's indicator with this id.
const Indicator& team(const Score&, IndicatorId);

enum class Band : std::uint8_t {
    chance,
    underway,
    strong
};  // 0–39, 40–69, 70–100 of the rounded value
Band band(double value);

// The value as it is shown: rounded half up to a whole number.
int shown(double value);

}  // namespace casustafel::score
