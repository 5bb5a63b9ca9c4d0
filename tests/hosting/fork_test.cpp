// A session goes on as another one from an earlier moment: it begins with the other's records, the
// same people sit in the same seats and come by themselves, and the other stays as it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "server/codec/record.hpp"
#include "server/core/rules/verify.hpp"
#include "server/hosting/fork.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

constexpr std::int64_t minute_ms = 60'000;

// A case that runs, in which VT tells OVJ something before and after a moment is bookmarked.
struct Room {
    House house;
    std::string old_code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = house.seated(old_code, 'v', "VT");
    ConnectionId ovj = house.seated(old_code, 'o', "OVJ");
    ConnectionId late = 0;
    char next_id = 'A';
    std::uint64_t moment = 0;

    Room() {
        lead(start());
        tell("voor het moment");
        house.pass(minute_ms);
        v1::Command bookmark;
        bookmark.mutable_bookmark_moment()->set_title("Hier ging het mis");
        for (const ServerFrame& frame : lead(bookmark))
            for (const v1::Entity& entity : frame.view().entities())
                if (entity.has_moment()) moment = entity.moment().id();
        house.pass(minute_ms);
        late = house.seated(old_code, 'l', "POL");
        tell("na het moment");
        house.pass(minute_ms);
    }
    std::vector<ServerFrame> lead(const v1::Command& command) {
        house.hear(trainer);
        house.say(trainer, frame_of(command, command_id(next_id++)));
        return house.hear(trainer);
    }
    void tell(const std::string& text) {
        house.say(vt, frame_of(message("OVJ", text), command_id(next_id++), "VT"));
    }
    std::vector<std::string> records(const std::string& code) {
        for (const std::string& id : house.store().list()) {
            const auto loaded = house.store().load(id);
            for (const auto& [name, bytes] : loaded->values)
                if (name == "code" && bytes == code) return loaded->records;
        }
        return {};
    }
    v1::ClientFrame wish() const {
        v1::ClientFrame frame;
        frame.mutable_fork_session()->set_code(old_code);
        frame.mutable_fork_session()->set_moment(moment);
        return frame;
    }
    // The code of the new one; everybody's ears are empty before.
    std::string fork(const v1::ClientFrame& frame) {
        for (const ConnectionId each : {trainer, vt, ovj, late}) house.hear(each);
        house.say(trainer, frame);
        return house.code();
    }
    std::string fork() { return fork(wish()); }
};

TEST(Fork, begins_with_the_others_records_and_leaves_those_as_they_are) {
    Room room;
    const auto before = room.records(room.old_code);
    const std::string code = room.fork();
    ASSERT_NE(code, room.old_code);
    EXPECT_EQ(room.records(room.old_code), before);
    const auto after = room.records(code);
    ASSERT_GT(after.size(), 5u);
    std::size_t same = 0;
    while (same < after.size() && same < before.size() && after[same] == before[same]) ++same;
    EXPECT_LT(same, before.size());
    const auto own = codec::decode_record(after[same]);
    ASSERT_TRUE(own && !own->events.empty());
    const auto* forked = std::get_if<core::SessionForked>(&own->events.front());
    ASSERT_NE(forked, nullptr);
    EXPECT_EQ(forked->position, static_cast<std::int64_t>(same));
    EXPECT_EQ(forked->origin, room.house.store().list().front());
}

TEST(Fork, can_be_verified_by_itself) {
    Room room;
    const std::string code = room.fork();
    v1::Command resume;
    resume.mutable_resume_session();
    room.lead(resume);
    room.tell("anders dan eerst");
    room.house.pass(5 * minute_ms);
    std::vector<core::Record> records;
    for (const std::string& bytes : room.records(code))
        records.push_back(*codec::decode_record(bytes));
    EXPECT_TRUE(core::verify(room.house.scenario(), records).empty());
}

TEST(Fork, takes_everybody_along_with_a_notice_to_the_seat_they_had) {
    Room room;
    const std::string code = room.fork();
    const auto heard = room.house.hear(room.ovj);
    const auto* moved = first(heard, &ServerFrame::has_moved);
    const auto* joined = first(heard, &ServerFrame::has_joined);
    ASSERT_TRUE(moved != nullptr && joined != nullptr);
    EXPECT_EQ(moved->moved().code(), code);
    EXPECT_EQ(joined->joined().code(), code);
    EXPECT_LT(moved, joined);
    std::string said, phase;
    for (const ServerFrame& frame : heard) {
        EXPECT_FALSE(frame.has_view_closed());
        for (const v1::Entity& entity : frame.view().entities()) {
            if (entity.has_message()) said += entity.message().text();
            if (entity.has_session()) phase = entity.session().phase();
        }
    }
    EXPECT_EQ(said, "voor het moment");
    EXPECT_EQ(phase, "paused");
    const auto led = room.house.hear(room.trainer);
    ASSERT_NE(first(led, &ServerFrame::has_attached), nullptr);
    EXPECT_EQ(first(led, &ServerFrame::has_attached)->attached().code(), code);
}

TEST(Fork, who_came_later_joins_with_name_and_token_and_sits_nowhere) {
    Room room;
    const std::string code = room.fork();
    const auto heard = room.house.hear(room.late);
    const auto* joined = first(heard, &ServerFrame::has_joined);
    ASSERT_NE(joined, nullptr);
    EXPECT_EQ(joined->joined().code(), code);
    const auto* names = first(heard, &ServerFrame::has_names);
    ASSERT_NE(names, nullptr);
    std::string called;
    for (const ServerFrame& frame : heard)
        if (frame.has_names() && frame.names().names().contains(joined->joined().participant()))
            called = frame.names().names().at(joined->joined().participant());
    EXPECT_EQ(called, "gast l");
    room.house.drop(room.late);
    const auto again = room.house.greeted();
    room.house.say(again, resume(code, token('l')));
    EXPECT_NE(first(room.house.hear(again), &ServerFrame::has_joined), nullptr);
}

TEST(Fork, the_old_code_and_the_old_token_lead_to_the_new_session) {
    Room room;
    room.house.drop(room.vt);
    const std::string code = room.fork();
    const auto again = room.house.greeted();
    room.house.say(again, resume(room.old_code, token('v')));
    const auto heard = room.house.hear(again);
    ASSERT_NE(first(heard, &ServerFrame::has_joined), nullptr);
    EXPECT_EQ(first(heard, &ServerFrame::has_joined)->joined().code(), code);
    const auto newcomer = room.house.greeted();
    room.house.say(newcomer, join(room.old_code, "Nieuw", token('n')));
    const auto welcomed = room.house.hear(newcomer);
    ASSERT_NE(first(welcomed, &ServerFrame::has_joined), nullptr);
    EXPECT_EQ(first(welcomed, &ServerFrame::has_joined)->joined().code(), code);
}

TEST(Fork, the_old_session_takes_nothing_any_more_also_after_a_restart) {
    Room room;
    const std::string code = room.fork();
    const auto before = room.records(room.old_code);
    for (int time = 0; time < 2; ++time) {
        const auto desk = room.house.desk();
        v1::ClientFrame attach;
        attach.mutable_attach_session()->set_code(room.old_code);
        room.house.say(desk, attach);
        const auto heard = room.house.hear(desk);
        ASSERT_NE(first(heard, &ServerFrame::has_held), nullptr);
        EXPECT_EQ(first(heard, &ServerFrame::has_held)->held().reason(), "continued");
        v1::Command resume;
        resume.mutable_resume_session();
        room.house.say(desk, frame_of(resume, command_id('r')));
        room.house.pass(10 * minute_ms);
        EXPECT_EQ(room.records(room.old_code), before);
        room.house.restart();
    }
    EXPECT_EQ(room.house.host().find(room.old_code)->continued_as(), code);
}

TEST(Fork, is_listed_with_where_it_comes_from) {
    Room room;
    const std::string code = room.fork();
    v1::ClientFrame list;
    list.mutable_list_sessions();
    const auto desk = room.house.desk();
    room.house.say(desk, list);
    const auto heard = room.house.hear(desk);
    const auto* told = first(heard, &ServerFrame::has_session_list);
    ASSERT_NE(told, nullptr);
    for (const v1::SessionEntry& entry : told->session_list().sessions()) {
        if (entry.code() == code) {
            EXPECT_EQ(entry.forked_from(), room.old_code);
            EXPECT_GT(entry.forked_at_sim_ms(), 0);
        }
        if (entry.code() == room.old_code) {
            EXPECT_EQ(entry.phase(), "continued");
        }
    }
}

TEST(Fork, goes_back_to_the_line_that_was_left_by_a_fork_of_its_own) {
    Room room;
    const auto whole = room.records(room.old_code);
    room.fork();
    v1::ClientFrame back;
    back.mutable_fork_session()->set_code(room.old_code);
    back.mutable_fork_session()->set_position(whole.size());
    const std::string third = room.fork(back);
    const auto heard = room.house.hear(room.ovj);
    ASSERT_NE(first(heard, &ServerFrame::has_joined), nullptr);
    EXPECT_EQ(first(heard, &ServerFrame::has_joined)->joined().code(), third);
    const auto records = room.records(third);
    ASSERT_GT(records.size(), whole.size());
    EXPECT_TRUE(std::equal(whole.begin(), whole.end(), records.begin()));
}

TEST(Fork, is_refused_for_a_moment_that_is_not_there_and_for_who_is_no_trainer) {
    Room room;
    auto wish = room.wish();
    wish.mutable_fork_session()->set_moment(12345);
    room.house.hear(room.trainer);
    room.house.say(room.trainer, wish);
    EXPECT_EQ(refusal(room.house.hear(room.trainer)), "unknown_moment");
    wish.mutable_fork_session()->set_position(100'000);
    room.house.say(room.trainer, wish);
    EXPECT_EQ(refusal(room.house.hear(room.trainer)), "unknown_moment");
    room.house.hear(room.vt);
    room.house.say(room.vt, room.wish());
    EXPECT_EQ(refusal(room.house.hear(room.vt)), "trainer_only");
    EXPECT_EQ(room.house.code(), room.old_code);
}

TEST(Fork, from_the_start_of_a_round_or_a_time_of_the_case) {
    Room room;
    std::vector<core::Record> records;
    for (const std::string& bytes : room.records(room.old_code))
        records.push_back(*codec::decode_record(bytes));
    v1::ForkSession wish;
    wish.set_round(1);
    const auto start = fork_point(room.house.scenario(), records, wish);
    ASSERT_TRUE(start);
    EXPECT_TRUE(
        std::holds_alternative<core::SessionStarted>(records[start->position - 1].events.front()));
    wish.set_round(2);
    EXPECT_FALSE(fork_point(room.house.scenario(), records, wish));
    wish.set_sim_ms(records[start->position].stamp.sim_ms);
    const auto then = fork_point(room.house.scenario(), records, wish);
    ASSERT_TRUE(then);
    EXPECT_GE(then->position, start->position);
    wish.set_sim_ms(-1);
    EXPECT_FALSE(fork_point(room.house.scenario(), records, wish));
}

TEST(Fork, undoes_an_ending_from_just_before_it) {
    Room room;
    v1::Command end;
    end.mutable_end_session();
    room.lead(end);
    v1::ClientFrame wish;
    wish.mutable_fork_session()->set_code(room.old_code);
    wish.mutable_fork_session()->set_sim_ms(30 * 24 * 60 * minute_ms);
    const std::string code = room.fork(wish);
    ASSERT_NE(code, room.old_code);
    std::string said, phase;
    for (const ServerFrame& frame : room.house.hear(room.ovj))
        for (const v1::Entity& entity : frame.view().entities()) {
            if (entity.has_message()) said += entity.message().text();
            if (entity.has_session()) phase = entity.session().phase();
        }
    EXPECT_NE(said.find("na het moment"), std::string::npos);
    EXPECT_EQ(phase, "paused");
}

}  // namespace
}  // namespace casustafel::hosting
