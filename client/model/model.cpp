#include "client/model/model.hpp"

#include <algorithm>

#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::model {

static const std::string see_as_prefix = "as:";

const View* Model::view(const std::string& name) const {
    const auto found = views.find(name);
    return found == views.end() ? nullptr : &found->second;
}

const View* Model::main_view() const {
    if (const View* through = view(see_as_prefix + eyes()); through && looks_on.observer() != 0)
        return through;
    const std::string current = role();
    if (!current.empty()) return view("role:" + current);
    if (const View* trainer_view = view("trainer")) return trainer_view;
    return view("seat");
}

std::vector<std::string> Model::roles() const {
    if (looks_on.observer() != 0) return {looks_on.roles().begin(), looks_on.roles().end()};
    std::vector<std::string> out;
    for (const auto& [name, view] : views) {
        if (name.starts_with("role:")) out.push_back(name.substr(5));
    }
    return out;
}

std::string Model::role() const {
    if (looks_on.observer() != 0) return eyes();
    if (!chosen_role.empty() && views.contains("role:" + chosen_role)) return chosen_role;
    const auto mine = roles();
    return mine.empty() || trainer ? std::string() : mine.front();
}

const std::string& Model::draft(const std::string& view, const std::string& field) const {
    static const std::string nothing;
    const auto of_view = drafts.find(view);
    if (of_view == drafts.end()) return nothing;
    const auto found = of_view->second.find(field);
    return found == of_view->second.end() ? nothing : found->second;
}

std::int64_t Model::sim_ms(std::int64_t now_ms) const {
    const View* view = main_view();
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    if (session == nullptr) return 0;
    if (!session->running()) return session_sim_ms;
    // While offline or held nobody knows how far the clock went: it stands where it last was sure.
    const bool sure = link == Link::ready && held.empty();
    const std::int64_t passed_ms =
        std::max<std::int64_t>(0, (sure ? now_ms : certain_ms) - session_received_ms);
    return std::min(session_sim_ms + passed_ms * session->rate_permille() / 1000,
                    session->segment_ends_sim_ms());
}

std::int64_t Model::left_ms(const View& view, const std::string& key, std::int64_t said_ms,
                            std::int64_t now_ms) const {
    const v1::Session* session = view.find<v1::Session>();
    if (session == nullptr || session->phase() != contract::SessionPhase::running) return said_ms;
    const bool sure = link == Link::ready && held.empty();
    const std::int64_t passed_ms = (sure ? now_ms : certain_ms) - view.came_ms(key);
    return std::max<std::int64_t>(0, said_ms - std::max<std::int64_t>(0, passed_ms));
}

std::int64_t Model::said_sim_ms() const {
    const View* view = main_view();
    const bool known = view != nullptr && view->find<v1::Session>() != nullptr;
    return std::max(reached_sim_ms, known ? session_sim_ms : 0);
}

std::string Model::trainer_name_of(std::uint32_t who) const {
    const auto found = trainers.find(who);
    return found == trainers.end() ? "trainer " + std::to_string(who) : found->second;
}

std::string Model::observer_name_of(std::uint32_t who) const {
    const auto found = observers.find(who);
    return found == observers.end() ? "o" + std::to_string(who) : found->second;
}

std::string Model::eyes() const {
    if (looks_on.observer() == 0) return {};
    for (const auto& [name, view] : views)
        if (name.starts_with(see_as_prefix)) return name.substr(see_as_prefix.size());
    return {};
}

std::string Model::name_of(std::uint32_t who) const {
    const auto found = names.find(who);
    return found == names.end() ? "p" + std::to_string(who) : found->second;
}

std::string act_name(const v1::Command& command) {
    return std::string(contract::command_name(command.what_case()));
}

}  // namespace casustafel::model
