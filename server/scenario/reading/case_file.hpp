#pragma once
// A case and a rules pack as their authors write them. Where a core struct says it already, it is
// used as it is; here stands only what the files have besides. `assemble` turns both into one
// core::Scenario.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/scenario.hpp"

namespace casustafel::scenario {

struct CaseItem : core::Item {
    bool defaults = true;  // the rules pack's defaults apply
};

struct CaseRound : core::Round {
    std::vector<core::Segment> segments;
};

// A consequence of the case itself; every other one hangs on its cause.
struct CaseClockConsequence : core::Consequence {};

// One that opens in several rounds, or before several decisions, is written once. Unlike a freeze
// probe it neither holds the case nor counts unless it says so.
struct CasePrompt : core::Prompt {
    CasePrompt() { holds = scored = false; }
    int round = 0;                           // of one of the end of a round; 0: of each
    std::vector<core::DecisionId> decisions;  // of one before decisions; empty: before each
    std::int64_t before_ms = 1'800'000;       // case time before the deadline
};

struct CaseFile {
    int format = 0;
    std::string id;
    bool practice = false;
    core::Text title, pitch, content_notice;
    std::string rules;
    std::vector<core::Organisation> organisations;
    std::vector<core::Table> tables;
    std::vector<core::Role> roles;
    std::vector<core::Person> people;
    std::vector<CaseItem> items;
    std::vector<core::Meeting> meetings;
    std::vector<core::Inject> injects;
    std::vector<core::DecisionType> decision_types;
    std::vector<core::Decision> decisions;
    std::vector<core::Power> powers;
    std::vector<core::Intervention> interventions;
    std::vector<core::TrackStart> tracks;
    std::vector<CaseClockConsequence> consequences;
    std::optional<core::PlanTask> plan;
    std::vector<core::Board> boards;
    std::optional<core::SwapPlan> swap;
    std::vector<core::Id<struct TakenKind>> uses;  // what it takes from libraries
    std::vector<CasePrompt> prompts;
    std::vector<core::ConsentScript> consents;
    std::vector<core::Ending> endings;
    std::vector<core::DebriefQuestion> questions;
    core::Text trainer_page;
    core::ScoreWeights weights;
    std::vector<CaseRound> rounds;
    core::StartingFacts facts;
};

// What the law allows between organisations without a case saying so.
struct RulesDefault {
    std::vector<core::Category> categories;
    std::vector<core::OrganisationId> from_organisations;  // empty: any
    std::vector<core::OrganisationId> to_organisations;    // empty: any
    std::vector<core::Purpose> purposes;
    std::vector<core::BasisId> bases;
    core::Form max_form = core::Form::conclusion;
    std::vector<core::Condition> when;
    std::string source;  // act and article it follows from
    std::string dated;
    bool confirmed = false;
};

struct RulesFile {
    int format = 0;
    std::string id;
    core::Text title;
    std::string version;
    std::vector<core::Organisation> organisations;
    std::vector<core::Basis> bases;
    std::vector<RulesDefault> defaults;
    std::vector<core::DecisionType> decision_types;
};

// What cases take from, each as it would stand in the case.
struct LibraryFile {
    int format = 0;
    std::string id;
    core::Text title;
    std::vector<CasePrompt> prompts;
    std::vector<core::Board> boards;
};

}  // namespace casustafel::scenario
