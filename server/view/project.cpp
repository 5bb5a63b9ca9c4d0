#include "server/view/project.hpp"

#include "server/view/families/content.hpp"
#include "server/view/families/families.hpp"

namespace casustafel::view {
namespace {

std::vector<Key> keys_of(const std::vector<Subject>& subjects) {
    std::vector<Key> keys;
    keys.reserve(subjects.size());
    for (const Subject& subject : subjects) keys.push_back(key_of(subject));
    return keys;
}

}  // namespace

std::vector<Key> keys(const core::State& state, const Viewer& viewer) {
    return keys_of(subjects(state, viewer));
}

std::optional<v1::Entity> project(const core::State& state, core::Stamp now, const Viewer& viewer,
                                  const Key& key) {
    const auto subject = subject_of(key);
    if (!subject) return std::nullopt;
    const auto facet = facet_of(state, viewer, *subject);
    if (!facet) return std::nullopt;
    return content(state, now, *subject, *facet, testing::Leak::none);
}

std::vector<Key> touched(const core::State& after, const core::Record& record) {
    std::vector<Subject> subjects;
    for (Touched& each : touched_by(after, record.events))
        if (subjects.empty() || subjects.back() != each.subject)
            subjects.push_back(std::move(each.subject));
    return keys_of(subjects);
}

}  // namespace casustafel::view
