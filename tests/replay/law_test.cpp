// What is shown of any moment is what stood there live, for everybody who may see it; and nobody
// sees anything through eyes that were not theirs before the case is opened.
#include <gtest/gtest.h>

#include <map>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/rules/apply.hpp"
#include "server/replay/eyes.hpp"
#include "server/replay/timeline.hpp"
#include "server/view/project.hpp"
#include "server/view/subscriber.hpp"
#include "sessions.hpp"

namespace casustafel::replay {
namespace {

using Entities = std::map<std::string, std::string>;

// What a client has after these batches.
void merge(Entities& held, const std::string& batch) {
    v1::ServerBatch frames;
    ASSERT_TRUE(frames.ParseFromString(batch));
    for (const v1::ServerFrame& frame : frames.frames()) {
        if (frame.view().snapshot()) held.clear();
        for (const v1::Entity& entity : frame.view().entities())
            held[entity.key()] = entity.SerializeAsString();
        for (const std::string& key : frame.view().gone()) held.erase(key);
    }
}

// The same without the readings that say when they were taken: live they may be older.
Entities timeless(const Entities& held) {
    Entities all;
    for (const auto& [key, bytes] : held) {
        v1::Entity entity;
        entity.ParseFromString(bytes);
        if (entity.has_session()) entity.mutable_session()->clear_sim_ms();
        if (entity.has_swap()) entity.mutable_swap()->clear_ends_in_ms();
        if (entity.has_prompt()) entity.mutable_prompt()->clear_ends_in_ms();
        if (entity.has_decision()) entity.mutable_decision()->clear_effective_in_ms();
        if (entity.has_inject_control()) entity.mutable_inject_control()->clear_effective_in_ms();
        all[key] = entity.SerializeAsString();
    }
    return all;
}

// One who watched live, from the start.
struct Live {
    view::Viewer viewer;
    view::Subscriber subscriber;
    Entities held;
};

std::vector<Live> audience(const core::Scenario& scenario) {
    std::vector<Live> all;
    const auto add = [&](const view::Viewer& viewer) {
        all.push_back({viewer, view::Subscriber(viewer, "live"), {}});
    };
    add(view::trainer_viewer());
    for (const core::Role& role : scenario.roles) {
        add(view::role_viewer(role.id));
        add(view::looking_viewer(role.id));
    }
    return all;
}

// Each moment of this past, or only every so many, as it stood live.
void expect_as_it_was(const Past& past, std::uint64_t every) {
    core::State state = past.beginning();
    view::Projector projector;
    std::vector<Live> live = audience(past.scenario());
    for (Live& each : live) merge(each.held, each.subscriber.snapshot(projector, state, {}));
    for (const core::Record& record : past.records()) {
        core::apply(state, record);
        projector.advance(state, record);
        for (Live& each : live)
            if (const auto patch = each.subscriber.patch(projector, state))
                merge(each.held, *patch);
        if (record.seq % every != 0 && record.seq != past.last()) continue;
        const core::State then = past.at(record.seq);
        for (Live& each : live) {
            Entities back;
            for (const std::string& piece :
                 screen(then, past.stamp(record.seq), each.viewer, "back"))
                merge(back, piece);
            ASSERT_EQ(timeless(back), timeless(each.held))
                << "record " << record.seq << ", " << view::view_name(each.viewer);
        }
    }
}

TEST(Replay, of_every_moment_of_the_stored_runs_is_what_stood_there_for_every_role) {
    for (const std::string& name : stored_runs()) {
        SCOPED_TRACE(name);
        const Past past = stored(name);
        ASSERT_GT(past.last(), 100U);
        expect_as_it_was(past, 1);
        if (HasFatalFailure()) return;
    }
}

// Who may look through a role at each moment of its own, and never else.
TEST(Replay, shows_a_participant_a_role_only_while_it_played_it_until_the_case_is_opened) {
    for (const std::string& name : stored_runs()) {
        const Past past = stored(name);
        std::size_t own = 0, others = 0;
        for (std::uint64_t position = 0; position <= past.last(); position += 7) {
            const core::State then = past.at(position);
            core::State opened = past.now();
            opened.declassified = true;
            for (const auto& [who, participant] : past.now().participants) {
                const Asker asker{who, false};
                for (const core::Role& role : past.scenario().roles) {
                    const auto seat = then.seats.find(role.id);
                    const bool played = seat != then.seats.end() && seat->second.occupant == who;
                    const auto seen = eyes(past.now(), then, asker, role.id);
                    ASSERT_EQ(seen.has_value(), played) << name << " " << position;
                    if (seen) {
                        ASSERT_EQ(*seen, view::role_viewer(role.id));
                    }
                    const auto after = eyes(opened, then, asker, role.id);
                    ASSERT_TRUE(after.has_value());
                    ASSERT_EQ(after->through, !played);
                    ++(played ? own : others);
                }
            }
        }
        EXPECT_GT(own, 0U);
        EXPECT_GT(others, 0U);
    }
}

// The sentences say what stood on these screens: whatever else happened changes nothing of them.
TEST(Replay, tells_a_participant_nothing_that_stood_on_none_of_its_screens) {
    for (const std::string& name : stored_runs()) {
        const Past past = stored(name);
        for (const auto& [who, participant] : past.now().participants) {
            const v1::Replay told = timeline(past, {who, false});
            for (const v1::ReplayMoment& moment : told.moments()) {
                ASSERT_GT(moment.seen_by_size(), 0) << moment.DebugString();
                const core::State then = past.at(moment.position());
                const core::State before = past.at(moment.position() - 1);
                for (const std::string& role : moment.seen_by()) {
                    const core::RoleId id{role};
                    const auto sits = [&](const core::State& state) {
                        const auto seat = state.seats.find(id);
                        return seat != state.seats.end() && seat->second.occupant == who;
                    };
                    ASSERT_TRUE(sits(before) || sits(then)) << moment.DebugString();
                    if (moment.item().empty()) continue;
                    const auto named =
                        view::project(then, past.stamp(moment.position()), view::role_viewer(id),
                                      "item:" + moment.item());
                    for (const v1::Argument& each : moment.sentence().arguments())
                        if (!each.named().title().nl().empty() &&
                            each.named().id() == moment.item()) {
                            ASSERT_TRUE(named.has_value()) << moment.DebugString();
                        }
                }
            }
        }
    }
}

TEST(Replay, tells_everybody_everything_once_the_case_is_open) {
    for (const std::string& name : stored_runs()) {
        const Past past = stored(name);
        const Past open = opened(past);
        const auto who = past.now().participants.begin()->first;
        const v1::Replay own = timeline(past, {who, false}), all = timeline(open, {who, false});
        EXPECT_GT(all.moments_size(), own.moments_size());
        EXPECT_EQ(static_cast<std::size_t>(all.roles_size()), past.scenario().roles.size());
        EXPECT_LT(own.roles_size(), all.roles_size());
        std::uint64_t last = 0;
        for (const v1::ReplayMoment& moment : all.moments()) {
            EXPECT_GE(moment.position(), last);
            last = moment.position();
            EXPECT_NE(moment.kind(), "moment");  // a trainer's note
        }
    }
}

TEST(Replay, has_a_text_for_every_sentence) {
    for (const std::string& name : stored_runs()) {
        const v1::Replay told = timeline(stored(name), {{}, true});
        for (const v1::ReplayMoment& moment : told.moments()) {
            EXPECT_TRUE(text::find(moment.sentence().key()).has_value()) << moment.sentence().key();
            for (const v1::Argument& each : moment.sentence().arguments())
                if (each.what_case() == v1::Argument::kWord) {
                    EXPECT_TRUE(text::find(each.word()).has_value()) << each.word();
                }
        }
    }
}

TEST(Replay, of_a_long_session_is_folded_within_a_second_and_steps_within_fifty_ms) {
    const Past past = stored(stored_runs().front());
    const auto now = [] { return std::chrono::steady_clock::now(); };
    const auto ms = [](auto since, auto until) {
        return std::chrono::duration_cast<std::chrono::microseconds>(until - since).count() /
               1000.0;
    };
    const auto from = now();
    const Past again = stored(stored_runs().front());
    const auto folded = now();
    const v1::Replay told = timeline(opened(past), {past.now().participants.begin()->first, false});
    const auto said = now();
    double longest = 0;
    for (std::uint64_t position = 1; position <= past.last(); position += 13) {
        const auto began = now();
        const core::State then = past.at(position);
        for (const std::string& piece :
             screen(then, past.stamp(position), view::trainer_viewer(), "back"))
            EXPECT_FALSE(piece.empty());
        longest = std::max(longest, ms(began, now()));
    }
    std::printf(
        "%llu records: read and folded %.1f ms, told %.1f ms (%d moments), longest step %.1f ms\n",
        static_cast<unsigned long long>(past.last()), ms(from, folded), ms(folded, said),
        told.moments_size(), longest);
    EXPECT_LT(longest, 1'000);  // a shared computer; the figure is what counts
}

}  // namespace
}  // namespace casustafel::replay
