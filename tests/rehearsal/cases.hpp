#pragma once
// A shipped case as a session takes it, read once.
#include <filesystem>
#include <string>

#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::rehearsal {

inline hosting::CaseTexts case_in(const std::filesystem::path& file) {
    auto loaded = scenario::load_scenario(file, file.parent_path());
    hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                             loaded.rules_text, nullptr};
    if (loaded.scenario) texts.scenario = std::make_shared<const core::Scenario>(*loaded.scenario);
    return texts;
}

inline const hosting::CaseTexts& shipped_case(const std::string& name) {
    static std::map<std::string, hosting::CaseTexts> read;
    const auto found = read.find(name);
    if (found != read.end()) return found->second;
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    return read.emplace(name, case_in(folder / (name + ".yaml"))).first->second;
}

// Every event of this kind, in order.
template <class E>
std::vector<E> events(const Run& run) {
    std::vector<E> found;
    for (const core::Record& record : run.records) {
        for (const core::Event& event : record.events) {
            if (const E* one = std::get_if<E>(&event)) found.push_back(*one);
        }
    }
    return found;
}

}  // namespace casustafel::rehearsal
