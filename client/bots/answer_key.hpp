#pragma once
// What a persona takes from the scenario file beside it: who needs what, by which lawful way, and
// what is true. It never comes from the server. Whoever has the file (the console, the rehearsal)
// fills it; words and ids are those of the contract.
#include <cstdint>
#include <string>
#include <string_view>
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
    bool attainable = true;            // other conditions cannot come true by an act in play
    std::vector<std::string> circles;  // meetings or tables the receiver must be present in
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
    std::vector<std::vector<std::string>> never_to;
    std::string onward;  // no, same_circle, rules
};

struct KeyRole {
    std::string id, table;
    bool accepts_triage = false;
};

struct KeyMeeting {
    std::string id, table;
    std::vector<std::string> members;
};

struct AnswerKey {
    std::vector<KeyRole> roles;
    std::vector<KeyItem> items;
    std::vector<KeyMeeting> meetings;

    const KeyItem* item(std::string_view id) const;
    const KeyRole* role(std::string_view id) const;
    // Whether any way of any item waits for triage.
    bool uses_triage() const;
    // Whether any way of any item asks for presence in this meeting or at its table.
    bool uses_circle(const KeyMeeting&) const;
};

// The way by which `giver` may give `item` to `receiver`, best for this purpose; nullptr when there
// is none. Red lines and onward rules are respected; triage and weighing count as attainable.
const KeyWay* lawful_way(const AnswerKey&, const KeyItem&, std::string_view giver,
                         std::string_view receiver, std::string_view purpose,
                         std::uint32_t min_form);

bool is_holder(const KeyItem&, std::string_view role);

}  // namespace casustafel::bots
