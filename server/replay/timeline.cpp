#include "server/replay/timeline.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "server/core/rules/apply.hpp"
#include "server/replay/lines.hpp"
#include "server/view/project.hpp"

namespace casustafel::replay {
namespace {

// One screen, as far as it is told of.
class Screen {
public:
    explicit Screen(view::Viewer viewer) : viewer_(std::move(viewer)) {}

    const view::Viewer& viewer() const { return viewer_; }

    // Everything on it; nothing of it is news.
    void open(const core::State& state, core::Stamp now) {
        shown_.clear();
        for (const view::Key& key : view::keys(state, viewer_))
            if (is_told(key) || is_named(key)) take(state, now, key);
    }
    // What the record changed on it.
    std::vector<Line> saw(const core::State& after, core::Stamp now,
                          const std::vector<view::Key>& touched) {
        std::vector<std::pair<view::Key, Entity>> before;
        for (const view::Key& key : touched) {
            if (!is_told(key) && !is_named(key)) continue;
            Entity was = take(after, now, key);
            if (is_told(key)) before.emplace_back(key, std::move(was));
        }
        std::vector<Line> all;
        const Shown shown = [&](const std::string& key) { return find(key); };
        for (const auto& [key, was] : before)
            for (Line& line : lines(shown, was.get(), find(key))) all.push_back(std::move(line));
        return all;
    }

private:
    using Entity = std::shared_ptr<const v1::Entity>;

    // What sentences name things by.
    static bool is_named(const view::Key& key) {
        return key.starts_with("item:") || key.starts_with("person:") || key.starts_with("board:");
    }
    const v1::Entity* find(const std::string& key) const {
        const auto found = shown_.find(key);
        return found == shown_.end() ? nullptr : found->second.get();
    }
    // As it is shown from now on; how it was shown comes back.
    Entity take(const core::State& state, core::Stamp now, const view::Key& key) {
        auto entity = view::project(state, now, viewer_, key);
        Entity& place = shown_[key];
        Entity was = std::exchange(
            place, entity ? std::make_shared<const v1::Entity>(std::move(*entity)) : nullptr);
        if (!place) shown_.erase(key);
        return was;
    }

    view::Viewer viewer_;
    std::map<view::Key, Entity> shown_;
};

// The screens through which this one looks at this State; a trainer needs only its own.
std::vector<view::Viewer> screens_of(const Past& past, const core::State& then,
                                     const Asker& asker) {
    if (asker.trainer) return {view::trainer_viewer()};
    std::vector<view::Viewer> all;
    for (const core::Role& role : past.scenario().roles)
        if (auto viewer = eyes(past.now(), then, asker, role.id)) all.push_back(std::move(*viewer));
    return all;
}

class Teller {
public:
    Teller(const Past& past, const Asker& asker) : past_(past), asker_(asker) {}

    v1::Replay tell() {
        core::State state = past_.beginning();
        settle(state, {});
        for (const core::Record& record : past_.records()) {
            core::apply(state, record);
            hear(state, record);
        }
        v1::Replay told;
        told.set_last(past_.last());
        for (const core::RoleId& role : roles_open_to(past_, asker_)) told.add_roles(role.value);
        for (v1::ReplayMoment& moment : moments_) *told.add_moments() = std::move(moment);
        return told;
    }

private:
    // Screens that are open now: a new one is news in itself only as far as others saw it too.
    void settle(const core::State& state, core::Stamp now) {
        std::vector<Screen> open;
        for (const view::Viewer& viewer : screens_of(past_, state, asker_)) {
            const auto same = std::ranges::find(screens_, viewer, &Screen::viewer);
            if (same != screens_.end()) {
                open.push_back(std::move(*same));
            } else {
                open.emplace_back(viewer);
                open.back().open(state, now);
            }
        }
        screens_ = std::move(open);
    }
    void hear(const core::State& after, const core::Record& record) {
        const std::vector<view::Key> touched = view::touched(after, record);
        const std::size_t first = moments_.size();
        for (Screen& screen : screens_)
            for (Line& line : screen.saw(after, record.stamp, touched))
                add(after, record, screen, std::move(line), first);
        settle(after, record.stamp);
    }
    // The same line on several screens is one moment.
    void add(const core::State& after, const core::Record& record, const Screen& screen, Line line,
             std::size_t first) {
        const std::string sentence = line.sentence.SerializeAsString();
        const auto same = std::find_if(moments_.begin() + static_cast<std::ptrdiff_t>(first),
                                       moments_.end(), [&](const v1::ReplayMoment& each) {
                                           return each.role() == line.role &&
                                                  each.typed() == line.typed &&
                                                  each.sentence().SerializeAsString() == sentence;
                                       });
        const std::string& role = screen.viewer().role.value;
        if (same != moments_.end()) return same->add_seen_by(role);
        moments_.push_back(made(after, record, std::move(line)));
        if (!role.empty()) moments_.back().add_seen_by(role);
    }
    static v1::ReplayMoment made(const core::State& after, const core::Record& record, Line line) {
        v1::ReplayMoment moment;
        moment.set_position(record.seq);
        moment.set_sim_ms(record.stamp.sim_ms);
        moment.set_real_ms(record.stamp.real_ms);
        moment.set_kind(line.kind);
        moment.set_role(line.role);
        const auto seat = after.seats.find(core::RoleId{line.role});
        const auto occupant =
            seat == after.seats.end() ? core::ParticipantId::nobody : seat->second.occupant;
        moment.set_participant(line.participant != 0 ? line.participant
                                                     : static_cast<std::uint32_t>(occupant));
        *moment.mutable_sentence() = std::move(line.sentence);
        moment.set_typed(line.typed);
        moment.set_item(line.item);
        moment.set_meeting(line.meeting);
        return moment;
    }

    const Past& past_;
    Asker asker_;
    std::vector<Screen> screens_;
    std::vector<v1::ReplayMoment> moments_;
};

}  // namespace

v1::Replay timeline(const Past& past, const Asker& asker) { return Teller(past, asker).tell(); }

}  // namespace casustafel::replay
