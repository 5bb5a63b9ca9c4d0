// After a restart: who comes back finds everything, and the session waits for them.
#include <gtest/gtest.h>

#include <optional>

#include "proto/contract/listed.hpp"
#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/core/rules/verify.hpp"
#include "server/hosting/salvage.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class Recovery : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");

    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    ConnectionId back(char who) {
        const auto connection = house.greeted();
        house.say(connection, resume(code, token(who)));
        return connection;
    }
    void begin() { house.say(trainer, frame_of(start(), command_id('s'))); }
    std::string phase() { return house.host().find(code)->entry().phase(); }
    bool last_is_recovery() {
        const auto log = house.log();
        for (const core::Event& event : log.back().events) {
            if (std::holds_alternative<core::SessionRecovered>(event)) return true;
        }
        return false;
    }
    // The reason of the last Held; "never" when there was none.
    std::string held(ConnectionId connection) {
        std::string reason = "never";
        for (const ServerFrame& frame : house.hear(connection)) {
            if (frame.has_held()) reason = frame.held().reason();
        }
        return reason;
    }
    // Whom the last Held waits for.
    std::vector<std::uint32_t> missing(ConnectionId connection) {
        std::vector<std::uint32_t> ids;
        for (const ServerFrame& frame : house.hear(connection)) {
            if (frame.has_held())
                ids = {frame.held().missing().begin(), frame.held().missing().end()};
        }
        return ids;
    }
    template <class E>
    std::size_t count() {
        std::size_t found = 0;
        for (const core::Record& record : house.log()) {
            for (const core::Event& event : record.events)
                found += std::holds_alternative<E>(event);
        }
        return found;
    }
};

TEST_F(Recovery, keeps_the_session_under_its_code) {
    house.restart();
    EXPECT_EQ(house.opening().codes, std::vector<std::string>{code});
    EXPECT_NE(house.host().find(code), nullptr);
}

TEST_F(Recovery, holds_a_running_session_until_everybody_who_was_there_is_back) {
    begin();
    house.restart();
    EXPECT_EQ(phase(), "held");
    const auto first_back = back('v');
    EXPECT_EQ(held(first_back), "recovering");
    const auto second_back = back('o');
    EXPECT_EQ(held(first_back), "");
    EXPECT_EQ(held(second_back), "");
    EXPECT_EQ(phase(), "running");
    EXPECT_TRUE(last_is_recovery());
}

TEST_F(Recovery, says_whom_it_still_waits_for_and_goes_on_without_them_when_a_trainer_says_so) {
    begin();
    house.restart();
    trainer = house.trainer();
    EXPECT_EQ(missing(trainer).size(), 2U);
    const auto one = back('v');
    const auto still = missing(trainer);
    ASSERT_EQ(still.size(), 1U);
    EXPECT_TRUE(missing(one).empty()) << "that is for trainers";
    house.drop(one);
    EXPECT_EQ(missing(trainer).size(), 2U);
    v1::Command resume;
    resume.mutable_resume_session();
    house.say(trainer, frame_of(resume, command_id('r')));
    EXPECT_EQ(held(trainer), "");
    EXPECT_EQ(phase(), "running");
}

TEST_F(Recovery, waits_for_nobody_who_was_away_before) {
    begin();
    house.drop(ovj);
    house.restart();
    EXPECT_EQ(phase(), "held");
    back('v');
    EXPECT_EQ(phase(), "running");
}

TEST_F(Recovery, waits_for_nobody_in_the_lobby_in_a_pause_and_after_the_end) {
    house.restart();
    EXPECT_EQ(phase(), "lobby");
    trainer = house.trainer();
    back('v');
    back('o');
    begin();
    v1::Command pause;
    pause.mutable_pause_session();
    house.say(trainer, frame_of(pause, command_id('p')));
    house.restart();
    EXPECT_EQ(phase(), "paused");
    trainer = house.trainer();
    v1::Command end;
    end.mutable_end_session();
    house.say(trainer, frame_of(end, command_id('e')));
    house.restart();
    EXPECT_EQ(phase(), "ended");
}

TEST_F(Recovery, waits_no_longer_when_the_trainer_resumes_and_notes_who_stayed_away) {
    begin();
    house.restart();
    const auto first_back = back('v');
    trainer = house.trainer();
    house.hear(trainer);
    v1::Command go_on;
    go_on.mutable_resume_session();
    house.say(trainer, frame_of(go_on, command_id('g')));
    EXPECT_TRUE(accepted(house.hear(trainer), command_id('g')));
    EXPECT_EQ(held(first_back), "");
    EXPECT_EQ(phase(), "running");
    EXPECT_EQ(count<core::ConnectionLost>(), 1u);
}

TEST_F(Recovery, answers_the_resuming_that_ended_a_hold_again_when_it_comes_twice) {
    begin();
    house.restart();
    trainer = house.trainer();
    v1::Command go_on;
    go_on.mutable_resume_session();
    const auto act = frame_of(go_on, command_id('g'));
    house.say(trainer, act);
    house.hear(trainer);
    const std::size_t before = house.log().size();
    house.say(trainer, act);
    EXPECT_TRUE(accepted(house.hear(trainer), command_id('g')));
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Recovery, waits_on_when_a_resuming_from_before_the_restart_is_said_again) {
    begin();
    v1::Command pause, go_on;
    pause.mutable_pause_session();
    go_on.mutable_resume_session();
    house.say(trainer, frame_of(pause, command_id('p')));
    house.say(trainer, frame_of(go_on, command_id('g')));
    house.restart();
    trainer = house.trainer();
    house.say(trainer, frame_of(go_on, command_id('g')));
    EXPECT_EQ(phase(), "held");
    back('v');
    back('o');
    house.hear(trainer);
    house.say(trainer, frame_of(go_on, command_id('g')));
    EXPECT_TRUE(accepted(house.hear(trainer), command_id('g')));
}

TEST_F(Recovery, accepts_nothing_else_while_it_waits) {
    begin();
    house.restart();
    const auto first_back = back('v');
    const std::size_t before = house.log().size();
    house.hear(first_back);
    house.say(first_back, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    EXPECT_TRUE(house.hear(first_back).empty());
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Recovery, gives_a_reentry_code_while_it_waits) {
    begin();
    house.restart();
    trainer = house.trainer();
    house.hear(trainer);
    v1::ClientFrame issue;
    issue.mutable_issue_reentry_code()->set_participant(1);
    house.say(trainer, issue);
    const auto heard = house.hear(trainer);
    const auto* ticket = first(heard, &ServerFrame::has_reentry_code);
    ASSERT_NE(ticket, nullptr);
    const auto other = house.greeted();
    house.say(other, reenter(code, ticket->reentry_code().code(), token('n')));
    EXPECT_NE(first(house.hear(other), &ServerFrame::has_joined), nullptr);
    back('o');
    EXPECT_EQ(phase(), "running");
}

TEST_F(Recovery, lets_no_down_time_pass) {
    begin();
    house.pass(20'000);
    house.restart();
    house.clock().pass(3'600'000);
    back('v');
    back('o');
    const std::int64_t real_ms = house.log().back().stamp.real_ms;
    EXPECT_GE(real_ms, 10'000);  // at most one save of the clock is lost
    EXPECT_LE(real_ms, 20'000);
}

TEST_F(Recovery, shows_the_same_view_as_before) {
    begin();
    house.say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    const auto view_of = [&](ConnectionId connection) {
        const auto heard = house.hear(connection);
        auto view = first(heard, &ServerFrame::has_view)->view();
        return view.SerializeAsString();
    };
    house.hear(vt);
    house.say(vt, resume(code, token('v')));
    const std::string before = view_of(vt);
    house.restart();
    EXPECT_EQ(view_of(back('v')), before);
}

TEST_F(Recovery, leaves_a_log_that_verifies) {
    begin();
    for (int time = 0; time < 3; ++time) {
        house.pass(5'000);
        house.restart();
        back('v');
        back('o');
    }
    EXPECT_EQ(count<core::SessionRecovered>(), 3u);
    EXPECT_TRUE(core::verify(house.scenario(), house.log()).empty());
}

TEST_F(Recovery, leaves_alone_what_it_cannot_read) {
    const std::string id = house.store().list().front();
    const auto lease = house.store().claim(id);
    const auto loaded = house.store().load(id);
    house.store().append({*lease, loaded->records.size() + 1, {"no record"}, {}},
                         [](store::Outcome) {});
    house.restart();
    ASSERT_EQ(house.opening().damaged.size(), 1u);
    EXPECT_EQ(house.opening().damaged[0].id, id);
    EXPECT_EQ(house.opening().damaged[0].code, code);
    EXPECT_EQ(house.opening().damaged[0].damage.kind, store::DamageKind::unreadable);
    EXPECT_EQ(house.opening().damaged[0].damage.stands, loaded->records.size());
    EXPECT_EQ(house.host().find(code), nullptr);
    EXPECT_EQ(house.store().load(id)->records.back(), "no record");
}

// What the trainer's list says of a session.
std::optional<v1::SessionEntry> listed(House& house, const std::string& code) {
    const auto desk = house.desk();
    v1::ClientFrame list;
    list.mutable_list_sessions();
    house.say(desk, list);
    for (const auto& frame : house.hear(desk))
        for (const v1::SessionEntry& entry : frame.session_list().sessions())
            if (entry.code() == code) return entry;
    return std::nullopt;
}

TEST_F(Recovery, shows_a_damaged_session_to_the_trainer_with_its_title_and_lets_nobody_in) {
    const std::string id = house.store().list().front();
    const auto loaded = house.store().load(id);
    const auto lease = house.store().claim(id);
    house.store().append({.lease = *lease,
                          .first_seq = loaded->records.size() + 1,
                          .records = {"no record"},
                          .values = {}},
                         [](store::Outcome) {});
    house.restart();
    const auto entry = listed(house, code);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->phase(), contract::damaged_phase);
    EXPECT_EQ(entry->title().nl(), house.scenario().title.nl);
    EXPECT_EQ(house.host().figures().damaged, 1U);
    const auto desk = house.desk();
    v1::ClientFrame attach;
    attach.mutable_attach_session()->set_code(code);
    house.say(desk, attach);
    EXPECT_EQ(refusal(house.hear(desk)), "storage");

    const auto outcome = salvage(house.store(), random_from(7), id, code,
                                 [](const std::string&) { return std::nullopt; });
    ASSERT_TRUE(std::holds_alternative<Salvaged>(outcome));
    house.restart();
    EXPECT_EQ(listed(house, code)->phase(), contract::salvaged_phase);
    EXPECT_TRUE(listed(house, std::get<Salvaged>(outcome).code)) << "what stood is beside it";
}

TEST_F(Recovery, names_a_log_of_another_format_and_serves_the_others) {
    codec::LogHeader header;
    header.format = codec::log_format + 96;
    house.store().create("later", codec::encode_header(header), {}, {{"code", "QWERTY"}});
    house.restart();
    ASSERT_EQ(house.opening().damaged.size(), 1u);
    EXPECT_EQ(house.opening().damaged[0].code, "QWERTY");
    EXPECT_EQ(house.opening().damaged[0].damage.kind, store::DamageKind::format);
    EXPECT_EQ(house.opening().damaged[0].damage.detail, std::to_string(header.format));
    EXPECT_NE(house.host().find(code), nullptr);
    const auto guest = house.greeted();
    v1::ClientFrame look;
    look.mutable_look_up()->set_code("QWERTY");
    house.say(guest, look);
    const auto heard = house.hear(guest);
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(heard[0].refused().reason(), "storage") << "and not a wrong code, which would count";
}

// Names.

class Names : public Recovery {
protected:
    static constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

    void everybody_leaves() {
        house.drop(vt);
        house.drop(ovj);
    }
    std::size_t names_told(ConnectionId connection) {
        std::size_t names = 0;
        for (const ServerFrame& frame : house.hear(connection)) {
            if (frame.has_names()) names = static_cast<std::size_t>(frame.names().names_size());
        }
        return names;
    }
    std::size_t names_kept() {
        std::size_t names = 0;
        const auto stored = house.store().load(house.store().list().front());
        for (const auto& [name, bytes] : stored->values) names += name.starts_with("name:");
        return names;
    }
};

TEST_F(Names, are_kept_for_thirty_days_and_then_forgotten_by_a_server_that_runs_on) {
    everybody_leaves();
    house.pass(29 * day_ms);
    EXPECT_EQ(names_kept(), 2u);
    house.pass(2 * day_ms);
    EXPECT_EQ(names_kept(), 0u);
    EXPECT_EQ(names_told(back('v')), 0u);
}

TEST_F(Names, are_kept_while_somebody_is_there) {
    house.pass(40 * day_ms);
    EXPECT_EQ(names_kept(), 2u);
    EXPECT_EQ(names_told(back('v')), 2u);
    house.restart();
    house.pass(2 * day_ms);
    EXPECT_EQ(names_kept(), 0u);
}

TEST_F(Names, of_an_exercise_that_nobody_ended_are_kept_twice_as_long) {
    begin();
    house.restart();  // it waits for people who do not come back
    house.pass(59 * day_ms);
    EXPECT_EQ(names_kept(), 2u);
    house.pass(2 * day_ms);
    EXPECT_EQ(names_kept(), 0u);
}

TEST_F(Names, are_forgotten_a_day_after_the_first_start_after_thirty_days) {
    house.clock().pass(31 * day_ms);
    house.restart();
    EXPECT_EQ(names_kept(), 2u) << "one look at a clock is no evidence";
    house.pass(2 * day_ms);
    EXPECT_EQ(names_kept(), 0u);
    EXPECT_EQ(names_told(back('v')), 0u);
}

TEST_F(Names, survive_a_start_with_a_clock_that_is_years_ahead) {
    house.restart();
    house.pass(day_ms / 2);
    house.clock().set_ahead(73 * 365 * day_ms);
    house.restart();
    house.pass(day_ms / 4);
    house.restart();
    EXPECT_EQ(names_kept(), 2u);
    house.clock().set_ahead(-73 * 365 * day_ms);
    house.pass(2 * day_ms);
    house.restart();
    EXPECT_EQ(names_kept(), 2u);
    house.pass(30 * day_ms);
    EXPECT_EQ(names_kept(), 0u) << "and are forgotten in time";
}

TEST_F(Names, of_a_session_made_by_a_clock_that_was_years_ahead_are_forgotten_in_time) {
    House other(House::Completion::at_once);
    other.clock().set_ahead(73 * 365 * day_ms);
    other.restart();
    const std::string made = other.new_session();
    other.drop(other.seated(made, 'v', "VT"));
    other.clock().set_ahead(-73 * 365 * day_ms);
    other.restart();
    const auto names = [&] {
        std::size_t kept = 0;
        const auto stored = other.store().load(other.store().list().front());
        for (const auto& [name, bytes] : stored->values) kept += name.starts_with("name:");
        return kept;
    };
    other.pass(29 * day_ms);
    EXPECT_EQ(names(), 1u);
    other.pass(3 * day_ms);
    EXPECT_EQ(names(), 0u);
}

TEST_F(Names, stand_nowhere_in_the_log) {
    const auto stored = house.store().load(house.store().list().front());
    for (const std::string& record : stored->records) {
        EXPECT_EQ(record.find("gast"), std::string::npos);
    }
}

}  // namespace
}  // namespace casustafel::hosting
