#include "client/model/client.hpp"

#include <gtest/gtest.h>

#include "client/model/limits.hpp"

namespace casustafel::model {
namespace {

// A client with countable randomness, and a server's side that the test plays by hand.
class ClientTest : public testing::Test {
protected:
    Client client{[count = std::uint8_t{0}](std::uint8_t* to, std::size_t size) mutable {
                      for (std::size_t at = 0; at < size; ++at) to[at] = ++count;
                  },
                  "test"};

    std::vector<v1::ClientFrame> said() {
        std::vector<v1::ClientFrame> frames;
        for (const std::string& bytes : client.take_outgoing()) {
            v1::ClientFrame frame;
            EXPECT_TRUE(frame.ParseFromString(bytes));
            frames.push_back(frame);
        }
        return frames;
    }

    void hear(const v1::ServerFrame& frame, std::int64_t now_ms = 0) {
        v1::ServerBatch batch;
        *batch.add_frames() = frame;
        EXPECT_TRUE(client.received(batch.SerializeAsString(), now_ms));
    }

    void hear_joined() {
        v1::ServerFrame frame;
        frame.mutable_joined()->set_participant(1);
        frame.mutable_joined()->set_code("ABCDEF");
        hear(frame);
    }

    void come_in() {
        client.join("ABCDEF", "Samira", "nl");
        client.connected();
        hear_joined();
        said();
    }

    static v1::Command message(const std::string& text) {
        v1::Command command;
        command.mutable_send_message()->set_text(text);
        return command;
    }

    void hear_accepted(const CommandId& id) {
        v1::ServerFrame frame;
        frame.mutable_accepted()->set_command_id(id.data(), id.size());
        hear(frame);
    }
};

TEST_F(ClientTest, says_hello_first_and_then_its_wish) {
    client.join("ABCDEF", "Samira", "nl");
    client.connected();
    const auto frames = said();
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_TRUE(frames[0].has_hello());
    EXPECT_EQ(frames[1].join().name(), "Samira");
    EXPECT_EQ(frames[1].join().token().size(), 32U);
}

TEST_F(ClientTest, says_the_same_join_again_until_it_is_heard_and_then_resumes) {
    client.join("ABCDEF", "Samira", "nl");
    client.connected();
    const std::string token = said()[1].join().token();
    client.disconnected();
    client.connected();
    EXPECT_EQ(said()[1].join().token(), token);
    hear_joined();
    client.disconnected();
    client.connected();
    EXPECT_EQ(said()[1].resume().token(), token);
}

TEST_F(ClientTest, keeps_an_act_made_offline_and_says_it_when_back_in_the_session) {
    come_in();
    client.disconnected();
    const CommandId id = client.act(message("hallo"));
    EXPECT_TRUE(said().empty());
    EXPECT_EQ(client.model().waiting, 1U);
    client.connected();
    EXPECT_EQ(said().size(), 2U) << "hello and resume, not yet the act";
    hear_joined();
    const auto frames = said();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].command().send_message().text(), "hallo");
    EXPECT_EQ(frames[0].command().command_id(), std::string(id.begin(), id.end()));
}

TEST_F(ClientTest, says_an_act_again_under_the_same_id_only_until_it_was_accepted) {
    come_in();
    const CommandId first = client.act(message("een"));
    const CommandId second = client.act(message("twee"));
    hear_accepted(first);
    said();
    client.disconnected();
    client.connected();
    hear_joined();
    const auto frames = said();
    ASSERT_EQ(frames.size(), 3U);
    EXPECT_EQ(frames[2].command().command_id(), std::string(second.begin(), second.end()));
    hear_accepted(second);
    EXPECT_EQ(client.model().waiting, 0U);
}

TEST_F(ClientTest, gives_a_refused_act_back_with_what_was_typed) {
    come_in();
    const CommandId id = client.act(message("te laat"));
    v1::ServerFrame frame;
    frame.mutable_rejected()->set_command_id(id.data(), id.size());
    frame.mutable_rejected()->set_reason("session_ended");
    hear(frame);
    const auto refusals = client.take_refusals();
    ASSERT_EQ(refusals.size(), 1U);
    EXPECT_EQ(refusals[0].key, "rejection.session_ended");
    EXPECT_EQ(refusals[0].about, "send_message");
    EXPECT_EQ(refusals[0].command.send_message().text(), "te laat");
    EXPECT_EQ(client.model().waiting, 0U);
}

TEST_F(ClientTest, says_unheard_acts_again_when_a_hold_is_over) {
    come_in();
    v1::ServerFrame held;
    held.mutable_held()->set_reason("storage");
    hear(held);
    client.act(message("tijdens de storing"));
    said();
    held.mutable_held()->set_reason("");
    hear(held);
    ASSERT_EQ(said().size(), 1U);
}

TEST_F(ClientTest, does_not_repeat_a_wish_that_was_refused) {
    client.join("ABCDEF", "Samira", "nl");
    client.connected();
    said();
    v1::ServerFrame frame;
    frame.mutable_refused()->set_about("join");
    frame.mutable_refused()->set_reason("wrong_code");
    hear(frame);
    EXPECT_EQ(client.take_refusals().at(0).key, "refusal.wrong_code");
    client.disconnected();
    client.connected();
    EXPECT_EQ(said().size(), 1U) << "only hello";
}

TEST_F(ClientTest, asks_to_be_let_in_again_when_the_hold_that_refused_it_is_over) {
    client.join("ABCDEF", "Samira", "nl");
    client.connected();
    said();
    v1::ServerFrame frame;
    frame.mutable_held()->set_reason("recovering");
    hear(frame);
    frame.mutable_refused()->set_about("join");
    frame.mutable_refused()->set_reason("session_held");
    hear(frame);
    EXPECT_TRUE(client.take_refusals().empty());
    EXPECT_TRUE(said().empty());
    frame.mutable_held()->set_reason("");
    hear(frame);
    const auto again = said();
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again.front().join().token(), client.token());
}

TEST_F(ClientTest, forgets_a_hold_with_the_connection) {
    come_in();
    v1::ServerFrame held;
    held.mutable_held()->set_reason("storage");
    hear(held);
    client.disconnected();
    client.connected();
    EXPECT_EQ(client.model().held, "");
}

TEST_F(ClientTest, drops_the_views_of_before_that_its_return_did_not_bring) {
    come_in();
    v1::ServerFrame role, seat, names;
    role.mutable_view()->set_view("role:VT");
    role.mutable_view()->set_snapshot(true);
    seat.mutable_view()->set_view("seat");
    seat.mutable_view()->set_snapshot(true);
    names.mutable_names();
    hear(role);
    client.disconnected();
    EXPECT_NE(client.model().view("role:VT"), nullptr)
        << "offline there is still something to read";
    client.connected();
    hear_joined();
    hear(seat);
    hear(names);
    EXPECT_EQ(client.model().view("role:VT"), nullptr);
    EXPECT_NE(client.model().view("seat"), nullptr);
}

TEST_F(ClientTest, refuses_an_act_itself_when_too_many_wait_but_never_a_resuming) {
    come_in();
    for (std::size_t number = 0; number < limits::waiting_acts; ++number)
        client.act(message("veel"));
    EXPECT_TRUE(client.take_refusals().empty());
    client.act(message("te veel"));
    const auto refusals = client.take_refusals();
    ASSERT_EQ(refusals.size(), 1U);
    EXPECT_EQ(refusals.front().key, "refusal.too_many_waiting");
    EXPECT_EQ(refusals.front().command.send_message().text(), "te veel");
    v1::Command go_on;
    go_on.mutable_resume_session();
    client.act(go_on);
    EXPECT_TRUE(client.take_refusals().empty());
}

TEST_F(ClientTest, takes_no_act_for_one_session_along_to_another) {
    client.open_as_trainer("KEY");
    client.connected();
    v1::ServerFrame frame;
    frame.mutable_trainer_opened();
    hear(frame);
    client.attach("ABCDEF");
    frame.mutable_attached()->set_code("ABCDEF");
    hear(frame);
    v1::Command end;
    end.mutable_end_session();
    client.act(end);
    said();
    client.attach("GHJKMN");
    frame.mutable_attached()->set_code("GHJKMN");
    hear(frame);
    for (const v1::ClientFrame& each : said()) EXPECT_FALSE(each.has_command());
    EXPECT_EQ(client.model().waiting, 0U);
}

TEST_F(ClientTest, lets_the_clock_run_between_what_the_server_says_and_never_past_the_segment) {
    come_in();
    v1::ServerFrame frame;
    frame.mutable_view()->set_view("seat");
    frame.mutable_view()->set_snapshot(true);
    v1::Entity* entity = frame.mutable_view()->add_entities();
    entity->set_key("session");
    entity->mutable_session()->set_sim_ms(1'000'000);
    entity->mutable_session()->set_running(true);
    entity->mutable_session()->set_rate_permille(30'000);
    entity->mutable_session()->set_segment_ends_sim_ms(1'060'000);
    hear(frame, 5'000);
    EXPECT_EQ(client.model().sim_ms(6'000), 1'030'000);
    EXPECT_EQ(client.model().sim_ms(60'000), 1'060'000);
    v1::ServerFrame pong;
    pong.mutable_pong();
    hear(pong, 5'500);
    client.disconnected();
    EXPECT_EQ(client.model().sim_ms(6'000), 1'015'000) << "it stands where it last was sure";
}

TEST_F(ClientTest, has_one_clock_for_all_its_views) {
    come_in();
    const auto hear_clock = [&](const std::string& view, std::int64_t sim_ms, std::int64_t now_ms) {
        v1::ServerFrame frame;
        frame.mutable_view()->set_view(view);
        frame.mutable_view()->set_snapshot(true);
        v1::Entity* entity = frame.mutable_view()->add_entities();
        entity->set_key("session");
        entity->mutable_session()->set_sim_ms(sim_ms);
        entity->mutable_session()->set_running(true);
        entity->mutable_session()->set_rate_permille(30'000);
        entity->mutable_session()->set_segment_ends_sim_ms(9'000'000);
        hear(frame, now_ms);
    };
    hear_clock("seat", 1'000'000, 5'000);
    EXPECT_EQ(client.model().sim_ms(10'000), 1'150'000);
    hear_clock("as:VT", 1'150'000, 10'000);
    EXPECT_EQ(client.model().sim_ms(10'000), 1'150'000) << "another view is no other clock";
    EXPECT_EQ(client.model().sim_ms(11'000), 1'180'000);
    client.disconnected(12'000);
    EXPECT_EQ(client.model().sim_ms(20'000), 1'210'000) << "it stops, and does not jump back";
}

TEST_F(ClientTest, counts_time_left_from_when_it_was_said_last) {
    come_in();
    const auto hear_swap = [&](const std::string& phase, bool snapshot, std::int64_t now_ms) {
        v1::ServerFrame frame;
        frame.mutable_view()->set_view("seat");
        frame.mutable_view()->set_snapshot(snapshot);
        v1::Entity* session = frame.mutable_view()->add_entities();
        session->set_key("session");
        session->mutable_session()->set_phase(phase);
        v1::Entity* swap = frame.mutable_view()->add_entities();
        swap->set_key("swap");
        swap->mutable_swap()->set_ends_in_ms(180'000);
        hear(frame, now_ms);
    };
    const auto left = [&](std::int64_t now_ms) {
        return client.model().left_ms(*client.model().view("seat"), "swap", 180'000, now_ms);
    };
    hear_swap("running", true, 10'000);
    EXPECT_EQ(left(20'000), 170'000);
    hear_swap("running", false, 60'000);  // called off, and another one begun
    EXPECT_EQ(left(61'000), 179'000);
    EXPECT_EQ(left(600'000), 0);
    hear_swap("paused", false, 70'000);
    EXPECT_EQ(left(90'000), 180'000) << "a pause stops it";
    hear_swap("running", false, 100'000);
    client.disconnected(102'000);
    EXPECT_EQ(left(150'000), 178'000);
}

TEST_F(ClientTest, tells_of_a_thing_once_however_often_it_changed) {
    come_in();
    const auto hear_meeting = [&](const std::string& key, const std::string& phase) {
        v1::ServerFrame frame;
        frame.mutable_view()->set_view("seat");
        v1::Entity& entity = *frame.mutable_view()->add_entities();
        entity.set_key(key);
        entity.mutable_meeting()->set_phase(phase);
        hear(frame);
    };
    hear_meeting("meeting:Z", "one");
    client.take_changes();
    hear_meeting("meeting:Z", "two");
    hear_meeting("meeting:V", "one");
    hear_meeting("meeting:Z", "three");
    hear_meeting("meeting:V", "two");
    const std::vector<Change> changes = client.take_changes();
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].key, "meeting:Z");
    EXPECT_EQ(changes[0].kind, Change::Kind::changed);
    EXPECT_EQ(changes[1].key, "meeting:V");
    EXPECT_EQ(changes[1].kind, Change::Kind::added);  // new to whoever asks
}

TEST_F(ClientTest, refuses_bytes_that_are_no_batch) {
    client.connected();
    EXPECT_FALSE(client.received("\xff\xff\xff", 0));
}

TEST_F(ClientTest, forgets_everything_when_signing_out) {
    come_in();
    client.act(message("laatste"));
    client.sign_out();
    EXPECT_TRUE(client.token().empty());
    EXPECT_EQ(client.model().participant, 0U);
    client.disconnected();
    client.connected();
    EXPECT_EQ(said().size(), 1U) << "only hello: nobody to come back as";
}

v1::ServerFrame snapshot_of(const std::string& view, const std::string& item = "") {
    v1::ServerFrame frame;
    frame.mutable_view()->set_view(view);
    frame.mutable_view()->set_snapshot(true);
    if (item.empty()) return frame;
    v1::Entity* entity = frame.mutable_view()->add_entities();
    entity->set_key("item:" + item);
    entity->mutable_item()->set_id(item);
    return frame;
}

v1::ServerFrame closing_of(const std::string& view) {
    v1::ServerFrame frame;
    frame.mutable_view_closed()->set_view(view);
    return frame;
}

v1::ServerFrame session_in(const std::string& phase, bool snapshot) {
    v1::ServerFrame frame;
    frame.mutable_view()->set_view("seat");
    frame.mutable_view()->set_snapshot(snapshot);
    v1::Entity* entity = frame.mutable_view()->add_entities();
    entity->set_key("session");
    entity->mutable_session()->set_phase(phase);
    return frame;
}

v1::ServerFrame names_with(const std::string& name) {
    v1::ServerFrame frame;
    (*frame.mutable_names()->mutable_names())[3] = name;
    return frame;
}

TEST_F(ClientTest, hears_nothing_more_of_the_session_it_signed_out_of) {
    client.look_up("ABCDEF");
    come_in();
    hear(session_in("running", true));
    client.sign_out();
    said();
    // The server shows it out: it goes on telling what everybody may see.
    hear(session_in("running", true));
    hear(session_in("ended", false));
    hear(names_with("Piet"));
    EXPECT_TRUE(client.model().views.empty());
    EXPECT_TRUE(client.model().names.empty());
    EXPECT_EQ(client.model().main_view(), nullptr);
    client.disconnected();
    client.connected();
    EXPECT_EQ(said().size(), 1U) << "only hello: the old code is not asked about again";
}

TEST_F(ClientTest, hears_the_session_it_asks_about_after_signing_out) {
    come_in();
    client.sign_out();
    client.look_up("GHJKLM");
    hear(session_in("ended", false));  // still of the one that was left
    EXPECT_TRUE(client.model().views.empty());
    hear(session_in("lobby", true));
    hear(names_with("Noor"));
    ASSERT_NE(client.model().main_view(), nullptr);
    EXPECT_EQ(client.model().main_view()->find<v1::Session>()->phase(), "lobby");
    EXPECT_EQ(client.model().name_of(3), "Noor");
    hear(session_in("running", false));
    EXPECT_EQ(client.model().main_view()->find<v1::Session>()->phase(), "running");
}

TEST_F(ClientTest, shows_nothing_of_one_code_beside_another) {
    client.connected();
    client.look_up("ABCDEF");
    hear(session_in("lobby", true));
    ASSERT_NE(client.model().main_view(), nullptr);
    client.look_up("WRANGX");
    v1::ServerFrame refused;
    refused.mutable_refused()->set_about("look_up");
    refused.mutable_refused()->set_reason("wrong_code");
    hear(refused);
    hear(session_in("running", false));
    EXPECT_EQ(client.model().main_view(), nullptr);
}

TEST_F(ClientTest, acts_for_the_role_that_was_chosen_of_those_it_holds) {
    come_in();
    hear(snapshot_of("role:LPA", "A13"));
    hear(snapshot_of("role:SCH", "A14"));
    EXPECT_EQ(client.model().roles(), (std::vector<std::string>{"LPA", "SCH"}));
    EXPECT_EQ(client.model().role(), "LPA");
    EXPECT_TRUE(client.choose_role("SCH"));
    EXPECT_EQ(client.model().role(), "SCH");
    ASSERT_NE(client.model().main_view(), nullptr);
    EXPECT_NE(client.model().main_view()->find<v1::Item>("A14"), nullptr);
    EXPECT_EQ(client.model().main_view()->find<v1::Item>("A13"), nullptr);
    EXPECT_FALSE(client.choose_role("OVJ"));
    EXPECT_EQ(client.model().role(), "SCH");
}

TEST_F(ClientTest, keeps_drafts_by_view_and_drops_them_with_the_view_after_a_swap) {
    come_in();
    hear(snapshot_of("role:OVJ", "A01"));
    hear(snapshot_of("role:SCH"));
    client.choose_role("OVJ");
    client.keep_draft("role:OVJ", "say", "Ronald komt vrij");
    client.keep_draft("role:SCH", "say", "Milan is er niet");
    EXPECT_EQ(client.model().draft("role:OVJ", "say"), "Ronald komt vrij");
    hear(snapshot_of("role:VT", "A03"));
    hear(closing_of("role:OVJ"));
    EXPECT_EQ(client.model().view("role:OVJ"), nullptr);
    EXPECT_EQ(client.model().draft("role:OVJ", "say"), "");
    EXPECT_EQ(client.model().draft("role:SCH", "say"), "Milan is er niet");
    EXPECT_EQ(client.model().role(), "SCH") << "the chosen one is gone";
    client.keep_draft("role:SCH", "say", "");
    EXPECT_EQ(client.model().draft("role:SCH", "say"), "");
}

TEST_F(ClientTest, keeps_no_endless_draft) {
    come_in();
    client.keep_draft("role:OVJ", "say", std::string(limits::draft_bytes + 1, 'a'));
    EXPECT_EQ(client.model().draft("role:OVJ", "say"), "");
    for (std::size_t field = 0; field < 2 * limits::drafts_of_a_view; ++field)
        client.keep_draft("role:OVJ", std::to_string(field), "x");
    EXPECT_EQ(client.model().drafts.at("role:OVJ").size(), limits::drafts_of_a_view);
}

// The exercise goes on as another one, from an earlier moment.
v1::ServerFrame moved_to(const std::string& code) {
    v1::ServerFrame frame;
    frame.mutable_moved()->set_code(code);
    frame.mutable_moved()->set_sim_ms(60'000);
    return frame;
}

TEST_F(ClientTest,
       what_was_said_at_the_moment_of_a_move_is_answered_by_the_exercise_as_it_goes_on) {
    come_in();
    const CommandId id = client.act(message("net te laat"));
    said();
    hear(moved_to("GHJKLM"));
    EXPECT_EQ(client.model().moves, 1u);
    EXPECT_EQ(client.waiting_acts().size(), 1u);
    EXPECT_TRUE(client.take_refusals().empty());
    hear_accepted(id);
    ASSERT_EQ(client.take_accepted().size(), 1u);
    EXPECT_TRUE(client.waiting_acts().empty());
}

TEST_F(ClientTest, what_still_waited_when_the_exercise_moved_is_given_back_and_not_said) {
    come_in();
    client.disconnected();
    client.act(message("zonder verbinding"));
    client.connected();
    said();
    v1::ServerFrame joined;
    joined.mutable_joined()->set_participant(1);
    joined.mutable_joined()->set_code("GHJKLM");
    joined.mutable_joined()->set_returned(true);
    hear(joined);
    EXPECT_EQ(client.model().moves, 1u);
    EXPECT_EQ(client.model().code, "GHJKLM");
    const auto refusals = client.take_refusals();
    ASSERT_EQ(refusals.size(), 1u);
    EXPECT_EQ(refusals[0].key, "refusal.moved");
    EXPECT_EQ(refusals[0].command.send_message().text(), "zonder verbinding");
    for (const v1::ClientFrame& frame : said()) EXPECT_FALSE(frame.has_command());
}

TEST_F(ClientTest, who_looked_on_and_may_not_any_more_is_at_the_door_again) {
    client.look_up("M3P9WXYZ");
    client.connected();
    v1::ServerFrame observing;
    observing.mutable_observing()->set_code("M3P9WXYZ");
    observing.mutable_observing()->set_observer(1);
    observing.mutable_observing()->add_roles("VT");
    hear(observing);
    EXPECT_EQ(client.model().looks_on.observer(), 1u);
    v1::ServerFrame refused;
    refused.mutable_refused()->set_about("look_up");
    refused.mutable_refused()->set_reason("wrong_code");
    hear(refused);
    EXPECT_EQ(client.model().looks_on.observer(), 0u);
    const auto refusals = client.take_refusals();
    ASSERT_EQ(refusals.size(), 1u);
    EXPECT_EQ(refusals[0].key, "refusal.looks_on_no_longer");
}

}  // namespace
}  // namespace casustafel::model
