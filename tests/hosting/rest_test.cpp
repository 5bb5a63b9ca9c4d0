// A session that is over rests: it leaves memory after a while, the list still tells of it, and it
// is read again as soon as anybody wants in, without losing or reordering what they said.
#include <gtest/gtest.h>

#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/house.hpp"
#include "tests/support/work_by_hand.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class Rest : public testing::Test {
protected:
    WorkByHand work;
    House house{store::MemoryStore::Completion::at_once, hosted_case(), work};
    std::string code = house.new_session();

    std::size_t in_memory() { return house.host().figures().sessions; }
    void end_it() {
        const ConnectionId trainer = house.trainer();
        const ConnectionId guest = house.seated(code, 'v', "VT");
        house.say(trainer, frame_of(start(), command_id('s')));
        v1::Command end;
        end.mutable_end_session();
        house.say(trainer, frame_of(end, command_id('e')));
        house.drop(guest);
        house.drop(trainer);
    }
    void let_it_rest() { house.pass(limits::rests_after_ms + 1'000); }
    std::vector<v1::SessionEntry> list() {
        const ConnectionId desk = house.desk();
        v1::ClientFrame frame;
        frame.mutable_list_sessions();
        house.say(desk, frame);
        const auto heard = house.hear(desk);
        house.drop(desk);
        const ServerFrame* found = first(heard, &ServerFrame::has_session_list);
        if (found == nullptr) return {};
        return {found->session_list().sessions().begin(), found->session_list().sessions().end()};
    }
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.say(connection, frame);
        return house.hear(connection);
    }
    std::string phase_shown(const std::vector<ServerFrame>& heard) {
        for (const ServerFrame& frame : heard)
            for (const v1::Entity& entity : frame.view().entities())
                if (entity.has_session()) return entity.session().phase();
        return {};
    }
};

TEST_F(Rest, begins_when_it_is_over_and_nobody_is_in_it) {
    let_it_rest();
    EXPECT_EQ(in_memory(), 1U) << "it has not begun";
    end_it();
    EXPECT_EQ(in_memory(), 1U);
    const ConnectionId guest = house.greeted();
    house.say(guest, resume(code, token('v')));
    let_it_rest();
    EXPECT_EQ(in_memory(), 1U) << "somebody looks at its end";
    house.drop(guest);
    let_it_rest();
    EXPECT_EQ(in_memory(), 0U);
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].phase(), "ended");
    EXPECT_EQ(list()[0].code(), code);
}

TEST_F(Rest, ends_for_who_comes_back_and_begins_again) {
    end_it();
    const std::size_t records = house.log().size();
    let_it_rest();
    const ConnectionId guest = house.greeted();
    const auto heard = say(guest, resume(code, token('v')));
    EXPECT_EQ(refusal(heard), "");
    EXPECT_EQ(phase_shown(heard), "ended");
    EXPECT_EQ(in_memory(), 1U);
    house.drop(guest);
    let_it_rest();
    EXPECT_EQ(in_memory(), 0U);
    EXPECT_LE(house.log().size(), records + 2) << "that somebody came and went, and no more";
}

TEST_F(Rest, goes_on_over_a_restart_and_is_not_read_by_it) {
    end_it();
    let_it_rest();
    house.restart();
    EXPECT_EQ(in_memory(), 0U);
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].phase(), "ended");
    const ConnectionId guest = house.greeted();
    EXPECT_EQ(phase_shown(say(guest, resume(code, token('v')))), "ended");
    house.restart();
    EXPECT_EQ(in_memory(), 1U) << "it was awake when the server stopped";
}

TEST_F(Rest, what_is_said_meanwhile_is_heard_in_order) {
    end_it();
    let_it_rest();
    work.by_hand = true;
    const ConnectionId guest = house.greeted();
    EXPECT_TRUE(say(guest, resume(code, token('v'))).empty());
    v1::ClientFrame ping;
    ping.mutable_ping()->set_nonce(7);
    EXPECT_NE(first(say(guest, ping), &ServerFrame::has_pong), nullptr) << "its line is alive";
    EXPECT_TRUE(say(guest, frame_of(message("OVJ", "nog iets"), command_id('m'), "VT")).empty());
    const ConnectionId other = house.greeted();
    EXPECT_TRUE(say(other, resume(code, token('v'))).empty());
    house.drop(other);
    ASSERT_EQ(work.waiting.size(), 1U) << "read once, however many ask";
    work.compute();
    work.finish();
    house.turn();
    const auto heard = house.hear(guest);
    const ServerFrame* joined = first(heard, &ServerFrame::has_joined);
    const ServerFrame* rejected = first(heard, &ServerFrame::has_rejected);
    ASSERT_TRUE(joined != nullptr && rejected != nullptr);
    EXPECT_LT(joined, rejected);
}

TEST_F(Rest, is_not_disturbed_by_who_may_not_ask) {
    end_it();
    let_it_rest();
    work.by_hand = true;
    const ConnectionId stranger = house.greeted();
    v1::ClientFrame attach;
    attach.mutable_attach_session()->set_code(code);
    EXPECT_EQ(refusal(say(stranger, attach)), "trainer_only");
    // A wrong token is answered at once, as where there is no session at all; a deaf address too.
    EXPECT_EQ(refusal(say(stranger, resume(code, token('x')))), "wrong_token");
    EXPECT_EQ(refusal(say(stranger, resume("XXXXXXXX", token('x')))), "wrong_token");
    EXPECT_TRUE(work.waiting.empty());
    house.come_from("198.51.100.7");
    for (int at = 0; at < limits::guesses_before_a_pause; ++at) {
        const ConnectionId guesser = house.greeted();
        house.say(guesser, join("XXXXXXXX", "Noor", token('n')));
    }
    const ConnectionId guesser = house.greeted();
    EXPECT_EQ(refusal(say(guesser, join(code, "Noor", token('n')))), "too_many_wrong_codes");
    EXPECT_TRUE(work.waiting.empty());
}

TEST_F(Rest, one_who_says_too_much_meanwhile_is_let_go) {
    end_it();
    let_it_rest();
    work.by_hand = true;
    const ConnectionId guest = house.greeted();
    house.say(guest, resume(code, token('v')));
    const v1::ClientFrame long_one =
        frame_of(message("OVJ", std::string(40'000, 'x')), command_id('m'), "VT");
    for (std::size_t bytes = 0; bytes + 50'000 < limits::bytes_said_to_one_at_rest;
         bytes += 40'000) {
        house.say(guest, long_one);
        EXPECT_FALSE(house.network().close_reason(guest));
    }
    house.say(guest, long_one);
    EXPECT_EQ(house.network().close_reason(guest), CloseReason::going_away);
}

TEST_F(Rest, forgets_names_when_it_is_time) {
    end_it();
    let_it_rest();
    const auto named = [&] {
        const auto stored = house.store().load(house.store().list().front());
        for (const auto& [name, bytes] : stored->values)
            if (bytes.find("gast v") != bytes.npos) return true;
        return false;
    };
    EXPECT_TRUE(named());
    house.pass(limits::forget_names_after_ms + limits::keep_calendar_every_ms);
    EXPECT_FALSE(named());
    let_it_rest();
    EXPECT_EQ(in_memory(), 0U);
    house.pass(limits::forget_names_after_ms);
    EXPECT_EQ(in_memory(), 0U) << "it is not read for them again";
}

TEST_F(Rest, is_deleted_put_away_and_copied_without_waiting) {
    end_it();
    let_it_rest();
    const ConnectionId desk = house.desk();
    v1::ClientFrame copy;
    copy.mutable_new_session()->set_copy_of(code);
    copy.mutable_new_session()->set_request_id("again");
    EXPECT_NE(first(say(desk, copy), &ServerFrame::has_session_created), nullptr);
    v1::ClientFrame away;
    away.mutable_archive_session()->set_code(code);
    away.mutable_archive_session()->set_archived(true);
    EXPECT_EQ(refusal(say(desk, away)), "");
    house.turn();
    std::string phase;
    for (const v1::SessionEntry& each : list())
        if (each.code() == code) phase = each.phase();
    EXPECT_EQ(phase, "archived");
    v1::ClientFrame erase;
    erase.mutable_delete_session()->set_code(code);
    EXPECT_EQ(refusal(say(desk, erase)), "");
    EXPECT_EQ(house.store().list().size(), 1U);
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "wrong_token");
}

TEST_F(Rest, deleted_while_it_is_read_it_is_gone) {
    end_it();
    let_it_rest();
    work.by_hand = true;
    const ConnectionId guest = house.greeted();
    house.say(guest, resume(code, token('v')));
    const ConnectionId desk = house.desk();
    v1::ClientFrame erase;
    erase.mutable_delete_session()->set_code(code);
    EXPECT_EQ(refusal(say(desk, erase)), "");
    while (!work.waiting.empty()) work.compute();
    while (!work.finishes.empty()) work.finish();
    house.turn();
    EXPECT_EQ(refusal(house.hear(guest)), "wrong_token");
    EXPECT_TRUE(list().empty());
}

TEST_F(Rest, a_disk_that_says_no_is_told_and_may_say_yes_later) {
    end_it();
    let_it_rest();
    house.store().fail_next_commits(1);
    const ConnectionId guest = house.greeted();
    EXPECT_EQ(refusal(say(guest, resume(code, token('v')))), "storage");
    EXPECT_EQ(phase_shown(say(guest, resume(code, token('v')))), "ended");
}

TEST_F(Rest, of_a_disk_that_is_full_there_is_none) {
    end_it();
    house.store().disk_full(true);
    let_it_rest();
    EXPECT_EQ(in_memory(), 1U);
    house.store().disk_full(false);
    house.pass(limits::probe_storage_every_ms + 1'000);
    let_it_rest();
    EXPECT_EQ(in_memory(), 0U);
}

}  // namespace
}  // namespace casustafel::hosting
