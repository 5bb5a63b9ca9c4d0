#include "truth.hpp"

#include "proto/contract/fingerprint.hpp"
#include "server/core/rules/decide.hpp"

namespace casustafel::simulation {
namespace {

// One viewer's picture while the log is folded.
struct Picture {
    view::Viewer viewer;
    std::map<view::Key, Print> entities;
    Print sum = 0;

    void look(const core::State& state, core::Stamp now, const view::Key& key) {
        const auto entity = view::project(state, now, viewer, key);
        const Print print = entity ? print_of(*entity) : 0;
        Print& known = entities[key];
        sum += print - known;
        known = print;
    }
};

}  // namespace

Print print_of(v1::Entity entity) {
    if (entity.has_session()) entity.mutable_session()->set_sim_ms(0);
    if (entity.has_inject_control()) entity.mutable_inject_control()->set_effective_in_ms(0);
    if (entity.has_decision()) entity.mutable_decision()->set_effective_in_ms(0);
    if (entity.has_swap()) entity.mutable_swap()->set_ends_in_ms(0);
    if (entity.has_prompt()) entity.mutable_prompt()->set_ends_in_ms(0);
    return contract::fingerprint(entity.SerializeAsString()) | 1;  // never nothing
}

Truth::Truth(const core::Scenario& scenario, const std::vector<core::Record>& records)
    : length_(records.size()), state_(core::initial(scenario)) {
    add_viewer("seat", view::seat_viewer());
    add_viewer("trainer", view::trainer_viewer());
    for (const core::Role& role : scenario.roles) {
        add_viewer(view::view_name(view::role_viewer(role.id)), view::role_viewer(role.id));
        add_viewer(view::see_as_name(role.id), view::looking_viewer(role.id));
    }
    std::map<std::string, Picture> pictures;
    for (const auto& [name, viewer] : viewers_) {
        Picture& picture = pictures[name];
        picture.viewer = viewer;
        for (const view::Key& key : view::keys(state_, viewer)) picture.look(state_, last_, key);
        prints_[name].push_back(picture.sum);
    }
    for (const core::Record& record : records) {
        core::apply(state_, record);
        last_ = record.stamp;
        const auto touched = view::touched(state_, record);
        for (auto& [name, picture] : pictures) {
            for (const view::Key& key : touched) picture.look(state_, last_, key);
            prints_[name].push_back(picture.sum);
        }
    }
}

void Truth::add_viewer(const std::string& name, const view::Viewer& viewer) {
    viewers_[name] = viewer;
}

std::optional<std::size_t> Truth::find(const std::string& view_name, Print print,
                                       std::size_t from) const {
    const auto found = prints_.find(view_name);
    if (found == prints_.end()) return std::nullopt;
    for (std::size_t position = from; position < found->second.size(); ++position) {
        if (found->second[position] == print) return position;
    }
    return std::nullopt;
}

Print Truth::at_the_end(const std::string& view_name) const {
    const view::Viewer& viewer = viewers_.at(view_name);
    Print sum = 0;
    for (const view::Key& key : view::keys(state_, viewer)) {
        if (const auto entity = view::project(state_, last_, viewer, key)) sum += print_of(*entity);
    }
    return sum;
}

}  // namespace casustafel::simulation
