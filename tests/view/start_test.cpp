// What each role of each case in scenarios/ can read when play starts, held against what the case
// gave it. With CASUSTAFEL_PRINT_START=1 it is printed, for whoever writes a case.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>

#include "server/core/families/visible.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/view/project.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::view {
namespace {

// Every text in a message, however deep.
void gather(const google::protobuf::Message& message, std::set<std::string>& texts) {
    const auto& reflection = *message.GetReflection();
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const auto* field : fields) {
        const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
        for (int at = 0; at < count; ++at) {
            if (field->cpp_type() == field->CPPTYPE_MESSAGE)
                gather(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, at)
                                            : reflection.GetMessage(message, field),
                       texts);
            if (field->cpp_type() == field->CPPTYPE_STRING)
                texts.insert(field->is_repeated() ? reflection.GetRepeatedString(message, field, at)
                                                  : reflection.GetString(message, field));
        }
    }
}

std::set<std::string> read_by(const core::State& state, const core::RoleId& role) {
    const Viewer viewer = role_viewer(role);
    std::set<std::string> texts;
    for (const Key& key : keys(state, viewer))
        if (const auto entity = project(state, {}, viewer, key)) gather(*entity, texts);
    return texts;
}

// The Dutch texts of a case that this role was not given at the start, each with where it stands.
class NotGiven {
public:
    NotGiven(const core::Scenario& scenario, const core::RoleId& role)
        : scenario_(scenario), role_(role) {
        for (const core::Item& each : scenario.items) item(each);
        for (const core::Decision& each : scenario.decisions) decision(each);
        for (const core::Intervention& each : scenario.interventions) intervention(each);
        for (const core::ConsentScript& each : scenario.consents) {
            add(each.scope, "a consent");
            add(each.text.nl, "an answer to a consent");
        }
        for (const core::Role& each : scenario.roles) card(each);
        for (const core::Prompt& each : scenario.prompts) add(each.title.nl, "a prompt");
        for (const core::Ending& each : scenario.endings)
            for (const auto* text : {&each.title, &each.text, &each.good, &each.loss})
                add(text->nl, "ending " + each.id.value);
        for (const core::Inject& each : scenario.injects)
            if (!each.at_sim_ms || *each.at_sim_ms > scenario.start_sim_ms()) {
                add(each.title.nl, "inject " + each.id.value);
                add(each.text.nl, "inject " + each.id.value);
            }
    }

    const std::map<std::string, std::string>& texts() const { return texts_; }

private:
    void add(const std::string& text, const std::string& where) {
        if (!text.empty()) texts_.emplace(text, where);
    }
    bool among(const std::vector<core::RoleId>& roles) const {
        return std::find(roles.begin(), roles.end(), role_) != roles.end();
    }
    void item(const core::Item& item) {
        if (among(item.holders) && item.available_sim_ms.value_or(0) <= scenario_.start_sim_ms())
            return;
        for (const auto* text : {&item.title, &item.pointer, &item.conclusion, &item.summary,
                                 &item.text, &item.source_text, &item.caution})
            add(text->nl, "item " + item.id.value);
    }
    void decision(const core::Decision& decision) {
        if (among(decision.deciders)) return;
        for (const core::DecisionOption& option : decision.options) {
            add(option.title.nl, "an option of " + decision.id.value);
            add(option.text.nl, "an option of " + decision.id.value);
        }
    }
    void intervention(const core::Intervention& written) {
        if (among(core::users_of(scenario_, written))) return;
        add(written.title.nl, "intervention " + written.id.value);
        add(written.text.nl, "intervention " + written.id.value);
    }
    void card(const core::Role& other) {
        if (other.id == role_) return;
        for (const auto* text : {&other.card.task, &other.card.power, &other.card.limit,
                                 &other.card.wants, &other.card.misses})
            add(text->nl, "the card of " + other.id.value);
    }

    const core::Scenario& scenario_;
    const core::RoleId& role_;
    std::map<std::string, std::string> texts_;
};

class AtTheStart : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(AtTheStart, a_role_reads_what_the_case_gave_it_and_nothing_else) {
    const auto loaded = scenario::load_scenario(GetParam(), GetParam().parent_path());
    ASSERT_TRUE(loaded.scenario);
    const core::Scenario& scenario = *loaded.scenario;
    support::Play play(scenario);
    for (const core::Role& role : scenario.roles)
        if (role.autopilot != core::AutopilotUse::always) play.seat(role.id);
    play.must(support::trainer(), core::StartSession{});
    play.pass(0);
    for (const core::Role& role : scenario.roles) {
        const auto read = read_by(play.state(), role.id);
        const NotGiven secret(scenario, role.id);
        // What is also given under another name, as a title that two things share, is no secret.
        for (const auto& [text, where] : secret.texts())
            if (read.contains(text))
                ADD_FAILURE() << role.id.value << " reads " << where << ": " << text;
        if (std::getenv("CASUSTAFEL_PRINT_START") == nullptr) continue;
        std::cout << "== " << role.id.value << "\n";
        for (const std::string& text : read)
            if (text.find(' ') != std::string::npos) std::cout << "   " << text << "\n";
    }
}

std::vector<std::filesystem::path> shipped() {
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(CASUSTAFEL_SOURCE_DIR "/scenarios"))
        if (each.path().extension() == ".yaml") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

INSTANTIATE_TEST_SUITE_P(Cases, AtTheStart, testing::ValuesIn(shipped()), [](const auto& each) {
    std::string name = each.param.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace casustafel::view
