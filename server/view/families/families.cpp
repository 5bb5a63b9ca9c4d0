#include "server/view/families/families.hpp"

#include <algorithm>

namespace casustafel::view {
namespace {

constexpr const Family* all[] = {
    &families::session, &families::seats,       &families::written,       &families::information,
    &families::talk,    &families::meetings,    &families::injects,       &families::legal,
    &families::privacy, &families::decisions,   &families::interventions, &families::plan,
    &families::boards,  &families::tracks,      &families::swap,          &families::spoken,
    &families::prompts, &families::corrections,
};

std::vector<const Row*> of_all_families() {
    std::vector<const Row*> found;
    for (const Family* family : all)
        for (const Row& row : family->rows) found.push_back(&row);
    return found;
}

std::vector<const Row*> in_order() {
    const auto place = [](const Row* row) {
        return std::pair(row->offered, row->place ? row->place : static_cast<int>(row->kind));
    };
    std::vector<const Row*> found = of_all_families();
    std::sort(found.begin(), found.end(),
              [&](const Row* one, const Row* other) { return place(one) < place(other); });
    return found;
}

std::vector<const Row*> by_kind() {
    std::vector<const Row*> found;
    for (const Row* row : of_all_families()) {
        const auto number = static_cast<std::size_t>(row->kind);
        if (found.size() <= number) found.resize(number + 1);
        found[number] = row;
    }
    return found;
}

bool is_offered(Offered offered, ViewerKind viewer) {
    switch (offered) {
        case Offered::to_all: return true;
        case Offered::of_the_case:
        case Offered::of_play: return viewer != ViewerKind::seat;
        case Offered::to_role: return viewer == ViewerKind::role;
        case Offered::to_trainer: return viewer == ViewerKind::trainer;
    }
    return false;
}

// Once it is no longer the lobby, the case itself comes into sight; also when it ends unstarted.
bool shows_the_case(const core::Event& event) {
    return std::holds_alternative<core::SessionStarted>(event) ||
           std::holds_alternative<core::SessionEnded>(event);
}

}  // namespace

std::span<const Family* const> all_families() { return all; }

const std::vector<const Row*>& all_rows() {
    static const std::vector<const Row*> ordered = in_order();
    return ordered;
}

const Row& row_of(Kind kind) {
    static const std::vector<const Row*> found = by_kind();
    return *found[static_cast<std::size_t>(kind)];
}

std::vector<Subject> subjects(const core::State& state, const Viewer& viewer) {
    std::vector<Subject> found;
    for (const Row* row : all_rows())
        if (is_offered(row->offered, viewer.kind)) row->list({state, viewer, row->kind, found});
    return found;
}

std::vector<Touched> touched_by(const core::State& after, const std::vector<core::Event>& events) {
    std::vector<Touched> found;
    for (const core::Event& event : events) {
        for (const Family* family : all) family->touch(after, event, found);
        if (shows_the_case(event))
            for (Subject& each : subjects(after, role_viewer({})))
                found.push_back({std::move(each), {}});
    }
    std::sort(found.begin(), found.end());
    // No role comes before a role.
    const auto said_already = [](const Touched& one, const Touched& next) {
        return one.subject == next.subject && (one.only.empty() || one.only == next.only);
    };
    found.erase(std::unique(found.begin(), found.end(), said_already), found.end());
    return found;
}

}  // namespace casustafel::view
