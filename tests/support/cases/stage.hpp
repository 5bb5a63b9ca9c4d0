#pragma once
// A session of a small case with somebody in every role, told in minutes: what a test of the score
// or the report says happened. Every act goes through the real core, so verdicts and terms are its
// own.
#include <initializer_list>
#include <string>
#include <vector>

#include "server/core/rules/decide.hpp"
#include "tests/support/cases/small_case.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::support {

// How something is shared: unless said otherwise as a conclusion, for charging_decision on basis B.
struct Terms {
    core::Form form = core::Form::conclusion;
    core::Purpose purpose = core::Purpose::charging_decision;
    const char* basis = "B";
    core::EntityId request = core::EntityId::none;
    const char* text = "";
};

class Stage {
public:
    // Everybody sits (`vacant` roles excepted) and the session has started. The scenario must
    // outlive it.
    explicit Stage(const core::Scenario& scenario, std::initializer_list<const char*> vacant = {});

    // Lets the clock run until this minute.
    Stage& at(std::int64_t minute);

    // Shares the item; the id of the share.
    core::EntityId share(const std::string& giver, const std::string& item,
                         std::initializer_list<const char*> to, const Terms& terms = {});

    // A request about person p (or another) in the category police. Its id.
    core::EntityId ask(const std::string& asker, std::initializer_list<const char*> to,
                       const std::string& person = "p", const std::string& text = "");

    void refuse(const std::string& role, core::EntityId request, core::RefusalReason reason);
    void refer(const std::string& role, core::EntityId request, const std::string& to);
    void not_here(const std::string& role, core::EntityId request);
    void mark(const std::string& role, const std::string& item, core::Mark mark);

    // Takes the decision, resting on these as facts and on those as assumptions.
    void decide(const std::string& role, const std::string& decision,
                std::initializer_list<const char*> facts,
                std::initializer_list<const char*> assumptions = {});

    // The two who sit there change seats, at once. Who sits there acts for the role, here as ever.
    void swap(const std::string& one, const std::string& other);

    // The connection of whoever sits in the role breaks or is back.
    void connection(const std::string& role, bool connected);

    // Anything else, by this role; must be accepted.
    std::vector<core::Event> act(const std::string& role, const core::Command& command);
    std::vector<core::Event> act_as_trainer(const core::Command& command);

    // The trainer ends the session here. The whole log.
    const std::vector<core::Record>& end();

    // The case runs on to its own end. The whole log.
    const std::vector<core::Record>& play_out();

    const std::vector<core::Record>& log() const { return play_.log(); }

    // Who sits in the role now.
    core::ParticipantId sitter(const std::string& role) const {
        return play_.state().seats.at({role}).occupant;
    }

private:
    core::Scenario const& scenario_;
    Play play_;
};

}  // namespace casustafel::support
