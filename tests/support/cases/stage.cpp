#include "tests/support/cases/stage.hpp"

#include <algorithm>
#include <string_view>

namespace casustafel::support {
namespace {

std::vector<core::RoleId> roles(std::initializer_list<const char*> names) {
    std::vector<core::RoleId> made;
    for (const char* name : names) made.push_back({name});
    return made;
}

}  // namespace

Stage::Stage(const core::Scenario& scenario, std::initializer_list<const char*> vacant)
    : scenario_(scenario), play_(scenario) {
    for (const core::Role& role : scenario.roles) {
        const bool empty = std::ranges::any_of(
            vacant, [&](std::string_view name) { return name == role.id.value; });
        if (!empty) play_.seat(role.id);
    }
    play_.must(trainer(), core::StartSession{});
}

Stage& Stage::at(std::int64_t minute) {
    const std::int64_t sim_ms = scenario_.start_sim_ms() + minute * minute_ms;
    for (;;) {
        const auto real_ms = core::real_when_sim(play_.state().clock, scenario_, sim_ms);
        const auto next = core::next_due(play_.state());
        if (real_ms) play_.until(*real_ms);
        if (real_ms || !next) return *this;
        play_.until(*next);  // the minute lies in a later segment
    }
}

core::EntityId Stage::share(const std::string& giver, const std::string& item,
                            std::initializer_list<const char*> to, const Terms& terms) {
    const auto events = act(giver, core::ShareItem{{item},
                                                   roles(to),
                                                   {},
                                                   terms.purpose,
                                                   {terms.basis},
                                                   terms.form,
                                                   terms.text,
                                                   terms.request});
    return std::get<core::ItemShared>(events.front()).share;
}

core::EntityId Stage::ask(const std::string& asker, std::initializer_list<const char*> to,
                          const std::string& person, const std::string& text) {
    const auto events =
        act(asker, core::AskForInformation{roles(to), {person}, core::Category::police, {}, text});
    return std::get<core::RequestMade>(events.front()).request;
}

void Stage::refuse(const std::string& role, core::EntityId request, core::RefusalReason reason) {
    act(role, core::RefuseRequest{request, reason, ""});
}

void Stage::refer(const std::string& role, core::EntityId request, const std::string& to) {
    act(role, core::ReferRequest{request, {to}, ""});
}

void Stage::not_here(const std::string& role, core::EntityId request) {
    act(role, core::AnswerNotHere{request});
}

void Stage::mark(const std::string& role, const std::string& item, core::Mark mark) {
    act(role, core::MarkItem{{item}, mark});
}

void Stage::decide(const std::string& role, const std::string& decision,
                   std::initializer_list<const char*> facts,
                   std::initializer_list<const char*> assumptions) {
    std::vector<core::Cited> cited;
    for (const char* item : facts) cited.push_back({{item}, core::Mark::fact});
    for (const char* item : assumptions) cited.push_back({{item}, core::Mark::assumption});
    act(role, core::TakeDecision{{decision}, {"yes"}, cited, ""});
}

void Stage::swap(const std::string& one, const std::string& other) {
    act_as_trainer(core::StartSwap{{{{one}, {other}}}});
    act_as_trainer(core::AdvanceSwap{});
    act_as_trainer(core::AdvanceSwap{});
}

void Stage::connection(const std::string& role, bool connected) {
    play_.must(host(), core::NoteConnection{sitter(role), connected});
}

std::vector<core::Event> Stage::act(const std::string& role, const core::Command& command) {
    return play_.must(participant(sitter(role), {role}), command);
}

std::vector<core::Event> Stage::act_as_trainer(const core::Command& command) {
    return play_.must(trainer(), command);
}

const std::vector<core::Record>& Stage::end() {
    play_.must(trainer(), core::EndSession{});
    return play_.log();
}

const std::vector<core::Record>& Stage::play_out() {
    while (const auto next = core::next_due(play_.state())) play_.until(*next);
    return play_.log();
}

}  // namespace casustafel::support
