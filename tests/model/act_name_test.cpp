// The name under which the client tells what a command asks for.
#include <gtest/gtest.h>

#include "client/model/client.hpp"

namespace casustafel::model {
namespace {

TEST(ActName, is_the_contracts_name_of_every_kind_of_command) {
    const auto* kinds = v1::Command::descriptor()->FindOneofByName("what");
    ASSERT_NE(kinds, nullptr);
    for (int i = 0; i < kinds->field_count(); ++i) {
        v1::Command command;
        command.GetReflection()->MutableMessage(&command, kinds->field(i));
        EXPECT_EQ(act_name(command), kinds->field(i)->name());
    }
}

TEST(ActName, of_a_command_that_asks_for_nothing_is_empty) {
    EXPECT_EQ(act_name(v1::Command()), "");
}

}  // namespace
}  // namespace casustafel::model
