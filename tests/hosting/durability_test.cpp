// Nothing leaves before it is durable, whatever the disk does.
#include <gtest/gtest.h>

#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

// A house whose disk waits to be told.
class Durability : public testing::Test {
protected:
    House house{House::Completion::when_told};
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");

    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    void begin() {
        house.say(trainer, frame_of(start(), command_id('s')));
        house.commit();
        hush();
    }
    void hush() {
        for (const ConnectionId each : {trainer, vt, ovj}) house.hear(each);
    }
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.say(connection, frame);
        return house.hear(connection);
    }
    v1::ClientFrame greeting(char id) {
        return frame_of(message("OVJ", std::string("bericht ") + id), command_id(id), "VT");
    }
    void fail_one_commit() {
        house.store().fail_next_commits(1);
        house.commit();
    }
    // Until the host has tried the disk again, and what that wrote is durable.
    void heal() {
        house.pass(limits::probe_storage_every_ms);
        house.commit();
    }
    const v1::Held* held(const std::vector<ServerFrame>& frames) {
        const auto* found = first(frames, &ServerFrame::has_held);
        return found == nullptr ? nullptr : &found->held();
    }
};

TEST_F(Durability, lets_neither_answer_nor_patch_out_before_the_record_is_durable) {
    begin();
    EXPECT_TRUE(say(vt, greeting('1')).empty());
    EXPECT_TRUE(house.hear(ovj).empty());
    house.commit();
    EXPECT_TRUE(accepted(house.hear(vt), command_id('1')));
    EXPECT_NE(first(house.hear(ovj), &ServerFrame::has_view), nullptr);
}

TEST_F(Durability, lets_no_rejection_out_that_rests_on_what_is_not_durable) {
    begin();
    v1::Command release;
    release.mutable_release_role()->set_role("VT");
    house.say(trainer, frame_of(release, command_id('r')));
    EXPECT_TRUE(say(vt, greeting('1')).empty());
    house.commit();
    EXPECT_EQ(refusal(house.hear(vt)), "role_changed");
}

TEST_F(Durability, lets_no_lobby_out_that_rests_on_what_is_not_durable) {
    house.say(house.greeted(), join(code, "nieuw", token('n')));
    const auto onlooker = house.greeted();
    v1::ClientFrame look;
    look.mutable_look_up()->set_code(code);
    EXPECT_TRUE(say(onlooker, look).empty());
    house.commit();
    EXPECT_FALSE(house.hear(onlooker).empty());
}

TEST_F(Durability, lets_no_refusal_out_that_rests_on_what_is_not_durable) {
    begin();
    v1::Command end;
    end.mutable_end_session();
    house.say(trainer, frame_of(end, command_id('e')));
    const auto late = house.greeted();
    EXPECT_TRUE(say(late, join(code, "laat", token('l'))).empty());
    house.commit();
    EXPECT_EQ(refusal(house.hear(late)), "session_ended");
}

TEST_F(Durability, lists_sessions_as_they_are_on_disk) {
    house.say(trainer, frame_of(start(), command_id('s')));
    const auto desk = house.desk();
    v1::ClientFrame list;
    list.mutable_list_sessions();
    EXPECT_EQ(say(desk, list).front().session_list().sessions(0).phase(), "lobby");
    house.commit();
    EXPECT_EQ(say(desk, list).front().session_list().sessions(0).phase(), "running");
}

TEST_F(Durability, gives_no_reentry_code_that_a_crash_would_forget) {
    hush();
    v1::ClientFrame issue;
    issue.mutable_issue_reentry_code()->set_participant(1);
    EXPECT_EQ(first(say(trainer, issue), &ServerFrame::has_reentry_code), nullptr);
    house.commit();
    EXPECT_NE(first(house.hear(trainer), &ServerFrame::has_reentry_code), nullptr);
}

TEST_F(Durability, lets_nobody_in_with_a_token_that_a_crash_would_forget) {
    hush();
    v1::ClientFrame issue;
    issue.mutable_issue_reentry_code()->set_participant(1);
    house.say(trainer, issue);
    house.commit();
    const auto heard = house.hear(trainer);
    const std::string ticket = first(heard, &ServerFrame::has_reentry_code)->reentry_code().code();
    const auto other = house.greeted();
    EXPECT_TRUE(say(other, reenter(code, ticket, token('n'))).empty());
    house.restart();
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, ticket, token('n')))), "");
}

TEST_F(Durability, answers_what_waits_for_no_disk_at_once) {
    begin();
    house.say(vt, greeting('1'));
    v1::ClientFrame ping;
    ping.mutable_ping()->set_nonce(1);
    EXPECT_EQ(say(ovj, ping).size(), 1u);
}

TEST_F(Durability, forgets_what_a_crash_took_and_takes_it_once_when_it_is_said_again) {
    begin();
    house.say(vt, greeting('1'));
    const std::size_t before = house.log().size();
    house.restart();
    EXPECT_EQ(house.log().size(), before);
    vt = house.greeted();
    house.say(vt, resume(code, token('v')));
    ovj = house.greeted();
    house.say(ovj, resume(code, token('o')));
    house.say(vt, greeting('1'));
    house.commit();
    EXPECT_TRUE(accepted(house.hear(vt), command_id('1')));
}

// A disk that says no.

TEST_F(Durability, holds_the_session_when_a_commit_fails_and_tells_everybody) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    for (const ConnectionId each : {trainer, vt, ovj}) {
        const auto heard = house.hear(each);
        ASSERT_NE(held(heard), nullptr);
        EXPECT_EQ(held(heard)->reason(), "storage");
        EXPECT_FALSE(accepted(heard, command_id('1')));
    }
    EXPECT_EQ(house.host().figures().held, 1U);
}

TEST_F(Durability, shows_nothing_of_what_failed_not_even_to_who_comes_in_during_the_hold) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    const auto again = house.greeted();
    const auto heard = say(again, resume(code, token('o')));
    ASSERT_NE(first(heard, &ServerFrame::has_view), nullptr);
    for (const ServerFrame& frame : heard) {
        for (const v1::Entity& entity : frame.view().entities()) EXPECT_FALSE(entity.has_message());
    }
}

TEST_F(Durability, does_nothing_during_the_hold_and_everything_after_it) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    hush();
    EXPECT_TRUE(say(vt, greeting('2')).empty());
    heal();
    const auto heard = house.hear(vt);
    ASSERT_NE(held(heard), nullptr);
    EXPECT_EQ(held(heard)->reason(), "");
    house.say(vt, greeting('1'));
    house.say(vt, greeting('2'));
    house.commit();
    const auto answers = house.hear(vt);
    EXPECT_TRUE(accepted(answers, command_id('1')));
    EXPECT_TRUE(accepted(answers, command_id('2')));
}

TEST_F(Durability, lets_no_time_pass_during_the_hold) {
    begin();
    house.say(vt, greeting('1'));
    house.store().disk_full(true);
    house.commit();
    const std::int64_t before_ms = house.host().find(code)->entry().sim_ms();
    house.pass(600'000);
    EXPECT_EQ(house.host().find(code)->entry().sim_ms(), before_ms);
    house.store().disk_full(false);
    heal();
    house.say(vt, greeting('1'));
    house.commit();
    EXPECT_LT(house.log().back().stamp.real_ms, 60'000);
}

TEST_F(Durability, goes_on_where_the_clock_stood_when_the_disk_failed) {
    begin();
    house.pass(8'000);
    house.say(vt, greeting('1'));
    fail_one_commit();
    heal();
    EXPECT_EQ(house.log().back().stamp.real_ms, 8'000);
}

TEST_F(Durability, holds_as_long_as_the_disk_is_full) {
    begin();
    house.store().disk_full(true);
    house.say(vt, greeting('1'));
    house.commit();
    hush();
    house.pass(60'000);
    EXPECT_TRUE(house.hear(vt).empty());
    house.store().disk_full(false);
    heal();
    EXPECT_EQ(held(house.hear(vt))->reason(), "");
}

TEST_F(Durability, refuses_new_people_during_the_hold_and_tells_them_when_it_is_over) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    const auto late = house.greeted();
    const auto heard = say(late, join(code, "laat", token('l')));
    EXPECT_EQ(refusal(heard), "session_held");
    heal();
    EXPECT_EQ(held(house.hear(late))->reason(), "");
    house.say(late, join(code, "laat", token('l')));
    house.commit();
    const auto greeted = house.hear(late);
    EXPECT_NE(first(greeted, &ServerFrame::has_joined), nullptr);
}

TEST_F(Durability, tells_who_joined_by_a_record_that_failed) {
    const auto late = house.greeted();
    house.say(late, join(code, "laat", token('l')));
    fail_one_commit();
    EXPECT_EQ(refusal(house.hear(late)), "session_held");
    heal();
    house.say(late, join(code, "laat", token('l')));
    house.commit();
    const auto heard = house.hear(late);
    EXPECT_NE(first(heard, &ServerFrame::has_joined), nullptr);
    house.drop(late);  // and nobody minds
}

TEST_F(Durability, closes_who_was_about_to_be_refused_when_the_commit_fails) {
    begin();
    house.say(vt, greeting('1'));
    const auto stranger = house.greeted();
    EXPECT_TRUE(say(stranger, resume(code, token('x'))).empty());
    fail_one_commit();
    EXPECT_EQ(house.network().close_reason(stranger), CloseReason::going_away);
}

TEST_F(Durability, takes_a_connection_that_left_during_the_hold_for_lost) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    house.drop(ovj);
    heal();
    bool lost = false;
    const auto log = house.log();
    for (const core::Event& event : log.back().events) {
        lost |= std::holds_alternative<core::ConnectionLost>(event);
    }
    EXPECT_TRUE(lost);
}

TEST_F(Durability, lets_go_who_signed_out_during_the_hold) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    v1::ClientFrame leave;
    leave.mutable_sign_out();
    house.say(ovj, leave);
    heal();
    EXPECT_TRUE(std::holds_alternative<core::ParticipantLeft>(house.log().back().events.back()));
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('o')))), "wrong_token");
}

TEST_F(Durability, closes_a_role_view_that_was_looked_through_by_a_record_that_failed) {
    begin();
    v1::Command look;
    look.mutable_look_through_role()->set_role("VT");
    house.say(trainer, frame_of(look, command_id('l')));
    fail_one_commit();
    bool open = false;
    for (const ServerFrame& frame : house.hear(trainer)) {
        if (frame.view().view() == "as:VT") open = true;
        if (frame.view_closed().view() == "as:VT") open = false;
    }
    EXPECT_FALSE(open);
    EXPECT_FALSE(house.host().find(code) == nullptr);
}

TEST_F(Durability, holds_again_when_the_disk_fails_again) {
    begin();
    house.say(vt, greeting('1'));
    fail_one_commit();
    hush();
    house.pass(limits::probe_storage_every_ms);
    fail_one_commit();
    const auto heard = house.hear(vt);
    ASSERT_NE(held(heard), nullptr);
    for (const ServerFrame& frame : heard) {
        if (frame.has_held()) {
            EXPECT_EQ(frame.held().reason(), "storage");
        }
    }
    heal();
    EXPECT_EQ(held(house.hear(vt))->reason(), "");
}

TEST_F(Durability, starts_held_when_the_disk_is_full_and_goes_on_when_there_is_room) {
    begin();
    house.store().disk_full(true);
    house.restart();
    EXPECT_TRUE(house.opening().damaged.empty());
    vt = house.greeted();
    const auto heard = say(vt, resume(code, token('v')));
    ASSERT_NE(held(heard), nullptr);
    EXPECT_EQ(held(heard)->reason(), "storage");
    EXPECT_NE(first(heard, &ServerFrame::has_view), nullptr);
    house.store().disk_full(false);
    heal();
    EXPECT_EQ(held(house.hear(vt))->reason(), "recovering");
    ovj = house.greeted();
    house.say(ovj, resume(code, token('o')));
    house.commit();
    EXPECT_EQ(held(house.hear(vt))->reason(), "");
}

TEST_F(Durability, refuses_a_new_session_when_the_disk_is_full) {
    house.store().disk_full(true);
    v1::ClientFrame wish;
    wish.mutable_new_session()->set_scenario("small");
    EXPECT_EQ(refusal(say(house.desk(), wish)), "storage");
}

TEST_F(Durability, does_not_start_without_a_trainer_key_on_disk) {
    store::MemoryStore full([](std::function<void()> work) { work(); });
    full.disk_full(true);
    rehearsal::OneCase catalogue(rehearsal::unwritten_case(hosted_case()));
    Host host({full, house.network(), house.clock(), catalogue, random_from(9)},
              [](const std::string&) {});
    EXPECT_TRUE(host.open().failed);
}

TEST_F(Durability, forgets_nothing_when_only_the_clocks_save_failed) {
    begin();
    house.store().fail_next_commits(1);
    house.pass(limits::save_clock_every_ms + 1);
    house.commit();
    EXPECT_TRUE(house.hear(vt).empty());
    house.say(vt, greeting('1'));
    house.commit();
    EXPECT_TRUE(accepted(house.hear(vt), command_id('1')));
}

// A lease that another host took.

TEST_F(Durability, closes_everybody_when_another_host_has_the_session) {
    begin();
    house.say(vt, greeting('1'));
    house.store().complete_next(store::Outcome::lost_lease);
    house.turn();
    for (const ConnectionId each : {trainer, vt, ovj}) {
        EXPECT_EQ(house.network().close_reason(each), CloseReason::going_away);
    }
    EXPECT_TRUE(house.hear(vt).empty());
    EXPECT_EQ(house.host().find(code), nullptr);
}

TEST_F(Durability, does_and_says_nothing_in_a_session_that_is_not_its_own_any_more) {
    begin();
    house.store().claim(house.store().list().front());
    house.say(vt, greeting('1'));
    house.commit();
    EXPECT_TRUE(say(vt, greeting('2')).empty());
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "wrong_token");
}

// More than the disk can take.

TEST_F(Durability, stops_reading_when_too_much_waits_for_the_disk_and_reads_on_after) {
    begin();
    std::string id = command_id('x');
    for (std::size_t number = 0; number < limits::undurable_records; ++number) {
        id[0] = static_cast<char>(number);
        id[1] = static_cast<char>(number >> 8);
        EXPECT_TRUE(house.network().is_read(vt));
        house.pass(40);  // as fast as one participant may
        house.say(vt, frame_of(message("OVJ", "veel"), id, "VT"));
    }
    EXPECT_FALSE(house.network().is_read(vt));
    EXPECT_FALSE(house.network().is_read(ovj));
    const auto late = house.greeted();
    house.say(late, join(code, "laat", token('l')));
    EXPECT_FALSE(house.network().is_read(late));
    house.commit();
    for (const ConnectionId each : {vt, ovj, late}) EXPECT_TRUE(house.network().is_read(each));
}

TEST_F(Durability, reads_on_when_what_waited_failed) {
    begin();
    std::string id = command_id('x');
    for (std::size_t number = 0; number < limits::undurable_records; ++number) {
        id[0] = static_cast<char>(number);
        id[1] = static_cast<char>(number >> 8);
        house.pass(40);
        house.say(vt, frame_of(message("OVJ", "veel"), id, "VT"));
    }
    fail_one_commit();
    EXPECT_TRUE(house.network().is_read(vt));
}

// With the client's own memory: nothing that was typed is lost, nothing happens twice.

class Conversation : public testing::Test {
protected:
    House house{House::Completion::when_told};
    std::string code = house.new_session();
    Guest vt{house};
    Guest ovj{house};
    ConnectionId trainer = house.trainer();

    void SetUp() override {
        for (Guest* guest : {&vt, &ovj}) {
            guest->client().join(code, "gast", "nl");
            guest->connect();
            commit();
        }
        vt.act(take_role("VT"));
        ovj.act(take_role("OVJ"));
        house.say(trainer, frame_of(start(), command_id('s')));
        commit();
    }
    void commit() {
        house.commit();
        house.settle();
    }
    void heal() {
        house.pass(limits::probe_storage_every_ms);
        commit();
        commit();
    }
    std::size_t messages_of(const Guest& guest) {
        const model::View* view = guest.model().main_view();
        return view == nullptr ? 0 : view->all<v1::Message>().size();
    }
};

TEST_F(Conversation, says_again_what_a_failed_commit_took) {
    vt.act(message("OVJ", "een"));
    house.store().fail_next_commits(1);
    commit();
    EXPECT_EQ(vt.model().held, "storage");
    vt.act(message("OVJ", "twee"));
    EXPECT_EQ(vt.model().waiting, 2u);
    heal();
    EXPECT_EQ(vt.model().held, "");
    EXPECT_EQ(vt.model().waiting, 0u);
    EXPECT_EQ(messages_of(ovj), 2u);
}

TEST_F(Conversation, joins_after_the_hold_that_it_ran_into) {
    vt.act(message("OVJ", "een"));
    house.store().disk_full(true);
    commit();
    Guest late{house};
    late.client().join(code, "laat", "nl");
    late.connect();
    EXPECT_EQ(late.model().link, model::Link::greeting);
    EXPECT_EQ(late.model().held, "storage");
    EXPECT_TRUE(late.client().take_refusals().empty());
    house.store().disk_full(false);
    heal();
    EXPECT_EQ(late.model().link, model::Link::ready);
}

TEST_F(Conversation, joins_after_the_hold_that_undid_its_joining) {
    Guest late{house};
    late.client().join(code, "laat", "nl");
    late.connect();
    house.store().fail_next_commits(1);
    commit();
    EXPECT_NE(late.model().link, model::Link::ready);
    heal();
    EXPECT_EQ(late.model().link, model::Link::ready);
    EXPECT_EQ(late.model().participant, 3u);
}

TEST_F(Conversation, forgets_a_hold_that_ended_while_it_was_away) {
    vt.act(message("OVJ", "een"));
    house.store().disk_full(true);
    commit();
    vt.disconnect();
    house.store().disk_full(false);
    heal();
    vt.connect();
    commit();
    EXPECT_EQ(vt.model().held, "");
    EXPECT_EQ(vt.model().waiting, 0u);
    EXPECT_EQ(messages_of(ovj), 1u);
}

TEST_F(Conversation, drops_the_view_of_a_role_that_was_taken_away_while_it_was_away) {
    vt.disconnect();
    v1::Command release;
    release.mutable_release_role()->set_role("VT");
    house.say(trainer, frame_of(release, command_id('r')));
    commit();
    vt.connect();
    commit();
    EXPECT_EQ(vt.model().role(), "");
    EXPECT_EQ(vt.model().view("role:VT"), nullptr);
    EXPECT_NE(vt.model().view("seat"), nullptr);
}

class ConversationInTheLobby : public Conversation {
protected:
    void SetUp() override {}
};

TEST_F(ConversationInTheLobby, is_seated_again_by_the_record_that_failed_at_first) {
    Guest pol{house};
    pol.client().join(code, "agent", "nl");
    pol.connect();
    commit();
    pol.act(take_role("POL"));
    house.store().fail_next_commits(1);
    commit();
    EXPECT_EQ(pol.model().role(), "");
    heal();
    EXPECT_EQ(pol.model().role(), "POL");
}

}  // namespace
}  // namespace casustafel::hosting
