// Acts kept as text: what was written comes back, and nothing that is not whole does.
#include "client/model/kept_acts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "client/model/client.hpp"

namespace casustafel::model {
namespace {

v1::Command act(char id, const std::string& text) {
    v1::Command command;
    command.set_command_id(std::string(16, id));
    command.set_as_role("VT");
    command.mutable_send_message()->set_text(text);
    return command;
}

TEST(KeptActs, come_back_in_order_with_their_ids) {
    const std::string text = write_acts({act('a', "een"), act('b', std::string("\0é", 3))});
    const auto read = read_acts(text);
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].command_id(), std::string(16, 'a'));
    EXPECT_EQ(read[0].send_message().text(), "een");
    EXPECT_EQ(read[1].command_id(), std::string(16, 'b'));
    EXPECT_EQ(write_acts({}), "");
    EXPECT_TRUE(read_acts("").empty());
}

TEST(KeptActs, leave_out_what_is_not_whole) {
    const std::string whole = write_acts({act('a', "een")});
    const std::string broken =
        "zz\n" + whole.substr(0, whole.size() / 2 * 2 - 9) + "\n\n0\n" + whole;
    const auto read = read_acts(broken);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].send_message().text(), "een");
    v1::Command nameless;
    nameless.mutable_call_pause();
    EXPECT_TRUE(read_acts(write_acts({nameless})).empty());
}

TEST(KeptActs, of_an_earlier_run_go_before_those_of_this_one_and_once) {
    Client client([](std::uint8_t* to, std::size_t count) { std::fill_n(to, count, 'z'); }, "test");
    v1::Command later;
    later.mutable_call_pause();
    client.act(later);
    client.take_up({act('a', "een")});
    const auto waiting = client.waiting_acts();
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].command_id(), std::string(16, 'a'));
    EXPECT_EQ(client.model().waiting, 2U);
}

}  // namespace
}  // namespace casustafel::model
