#pragma once
// What a persona takes from the scenario file beside it: who needs what, by which lawful way, what
// is true, what is wise to decide, do and plan, and what to answer. It never comes from the server.
// Whoever has the file (the console, the rehearsal) fills it; words and ids are those of the
// contract.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casustafel::bots {

struct KeyNeed {
    std::string role, purpose;
    std::uint32_t min_form = 2;
    bool known_to_holder = false;
};

struct KeyWay {
    std::vector<std::string> from, to;  // empty: anybody
    std::vector<std::string> purposes, bases;
    std::uint32_t max_form = 5;
    bool needs_triage = false;
    bool needs_weighing = false;
    bool needs_authority = false;  // of a role that gives it, unless the giver is one
    bool needs_privacy_advice = false;
    bool attainable = true;             // other conditions cannot come true by an act in play
    std::vector<std::string> circles;   // meetings or tables the receiver must be present in
    std::vector<std::string> informed;  // people whom the giver must tell
    std::vector<std::pair<std::string, std::string>> consents;  // person and scope
};

// Whom the item never reaches, in this form and richer ones.
struct KeyRedLine {
    std::vector<std::string> to;
    std::uint32_t from_form = 1;
};

struct KeyItem {
    std::string id, category;
    std::vector<std::string> about;
    std::uint32_t sensitivity = 0;
    bool true_fact = true;
    std::vector<std::string> refuted_by;
    std::vector<std::string> holders;  // original ones
    std::vector<KeyNeed> needs;
    std::vector<KeyWay> ways;  // in the order of the file
    std::vector<KeyRedLine> never_to;
    std::string onward;  // no, same_circle, rules
};

struct KeyRole {
    std::string id, table;
    bool accepts_triage = false;
    bool gives_authority = false;
    bool autopilot_only = false;
    int from_group_size = 0;  // played by a person from this many participants on
};

struct KeyMeeting {
    std::string id, table;
    std::vector<std::string> members;
    std::vector<std::string> convened_by{};
};

struct KeyOption {
    std::string id;
    bool best = false;
    std::vector<std::string> must_cite, prevented_by;
    int benefit = 0;  // what it does to the people's gauges, added up
    std::vector<std::pair<std::string, std::string>> fields{};  // what is filled in, by field
};

struct KeyRequired {
    std::string item;
    std::uint32_t min_form = 0;  // 0: not named
    int any = 0;                 // so many of `of`; 0: just the item
    std::vector<std::string> of;
};

struct KeyDecision {
    std::string id, table;
    std::int64_t deadline_sim_ms = 0;
    std::vector<std::string> deciders;
    std::vector<std::string> prepared_by{};
    std::vector<KeyOption> options;
    std::vector<KeyRequired> required;

    const KeyOption* option(std::string_view wanted) const;
    const KeyOption* best() const;
    // Gives every item that is required, those of groups included.
    std::vector<std::string> items() const;
};

struct KeyPower {
    std::string id;
    std::vector<std::string> holders, affected;
};

struct KeyIntervention {
    std::string id;
    std::vector<std::string> must_cite;
    int benefit = 0;                                            // above zero it is wise
    std::vector<std::pair<std::string, std::string>> fields{};  // what is filled in, by field
};

struct KeyPlan {
    std::vector<std::string> roles;  // who write it
    int expected = 0;                // 0: the case has no plan
    std::int64_t from_sim_ms = 0;    // the table has decided, or should have
};

// The questions of a prompt, with the answers that are right when all goes well.
struct KeyPrompt {
    std::string id;
    std::vector<std::pair<std::string, std::string>> right;  // question and option

    bool expects(std::string_view question, std::string_view option) const;
    // Whether any answer to this question is right.
    bool judges(std::string_view question) const;
};

struct AnswerKey {
    std::vector<KeyRole> roles;
    std::vector<KeyItem> items;
    std::vector<KeyMeeting> meetings;
    std::vector<KeyDecision> decisions;
    std::vector<KeyPower> powers;
    std::vector<KeyIntervention> interventions;
    std::vector<KeyPrompt> prompts;
    KeyPlan plan;
    std::int64_t end_sim_ms = 0;

    const KeyItem* item(std::string_view id) const;
    const KeyRole* role(std::string_view id) const;
    const KeyDecision* decision(std::string_view id) const;
    const KeyIntervention* intervention(std::string_view id) const;
    const KeyPrompt* prompt(std::string_view id) const;
    // Says whether any way of any item waits for triage.
    bool uses_triage() const;
    // Says whether any way of any item asks for presence in this meeting or at its table.
    bool uses_circle(const KeyMeeting&) const;
    // Gives the roles that `people` participants play: those for the smallest groups first, in the
    // order of the case. With 0 it gives every role that a person may play.
    std::vector<std::string> seats_for(int people) const;
};

// Gives the way by which `giver` may give `item` to `receiver` that fits this purpose and asks the
// fewest steps, or nullptr when there is none. Red lines and onward rules are respected; what a
// step of the giver can make true counts as attainable.
const KeyWay* lawful_way(const AnswerKey&, const KeyItem&, std::string_view giver,
                         std::string_view receiver, std::string_view purpose,
                         std::uint32_t min_form);

bool is_holder(const KeyItem&, std::string_view role);

// Gives the role's need of the item (of several the one that the poorest form meets), or nullptr
// when it has none.
const KeyNeed* need_of(const KeyItem&, std::string_view role);

}  // namespace casustafel::bots
