// The generated header of limits and names says what the contract's own descriptors say.
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <string>

#include "casustafel/v1/envelope.pb.h"
#include "casustafel/v1/log.pb.h"
#include "proto/contract/limits.hpp"
#include "proto/contract/names.hpp"

namespace casustafel {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

TEST(Contract, each_limit_belongs_to_a_field_of_its_kind) {
    const auto& pool = *google::protobuf::DescriptorPool::generated_pool();
    v1::ClientFrame::descriptor();
    for (const contract::limits::Field& limit : contract::limits::fields) {
        const std::string name(limit.name);
        const FieldDescriptor* field = pool.FindFieldByName("casustafel.v1." + name);
        ASSERT_NE(nullptr, field) << name;
        EXPECT_EQ(limit.count > 0, field->is_repeated()) << name;
        if (limit.characters > 0) {
            EXPECT_EQ(FieldDescriptor::TYPE_STRING, field->type()) << name;
        }
        if (limit.bytes > 0) {
            EXPECT_EQ(FieldDescriptor::TYPE_BYTES, field->type()) << name;
        }
        EXPECT_EQ(&limit, contract::limits::of(limit.name));
    }
    EXPECT_EQ(nullptr, contract::limits::of("SendMessage.meeting"));
}

TEST(Contract, a_command_has_no_list_without_a_limit) {
    const Descriptor& command = *v1::Command::descriptor();
    for (int at = 0; at < command.field_count(); ++at) {
        const Descriptor* what = command.field(at)->message_type();
        if (what == nullptr) continue;
        for (int member = 0; member < what->field_count(); ++member) {
            if (!what->field(member)->is_repeated()) continue;
            const std::string name = what->name() + "." + what->field(member)->name();
            EXPECT_NE(nullptr, contract::limits::of(name)) << name;
        }
    }
}

template <class Message>
void expect_names(std::string_view (*name_of)(int)) {
    const Descriptor& message = *Message::descriptor();
    for (int at = 0; at < message.field_count(); ++at) {
        const FieldDescriptor& field = *message.field(at);
        if (field.real_containing_oneof() != nullptr) {
            EXPECT_EQ(field.name(), name_of(field.number()));
        }
    }
    EXPECT_EQ("", name_of(0));
}

TEST(Contract, the_cases_of_every_oneof_have_their_names) {
    expect_names<v1::Command>(contract::command_name);
    expect_names<v1::ClientFrame>(contract::client_frame_name);
    expect_names<v1::ServerFrame>(contract::server_frame_name);
    expect_names<v1::Entity>(contract::entity_name);
    expect_names<v1::Event>(contract::event_name);
}

}  // namespace
}  // namespace casustafel
