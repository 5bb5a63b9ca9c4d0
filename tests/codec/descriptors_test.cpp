// The contract and the core describe the same: every case, every field and every member has its
// other half, and whatever a client fills in has a limit beside it in the contract.
#include <gtest/gtest.h>

#include <set>

#include "casustafel/v1/command.pb.h"
#include "casustafel/v1/log.pb.h"
#include "server/codec/kinds.hpp"
#include "server/codec/record.hpp"

namespace casustafel::codec {

struct Misspelt {
    core::RoleId rol;
    DESCRIBED(Misspelt, rol);
};
struct Narrow {
    core::EntityId role;
    DESCRIBED(Narrow, role);
};
struct Short {
    core::RoleId to;
    DESCRIBED(Short, to);
};

namespace {

using Fields = std::set<const FieldDescriptor*>;

void collect(const Plan& plan, Fields& fields) {
    for (const Binding& binding : plan.bindings) {
        EXPECT_EQ(binding.field->containing_type(), plan.type);
        fields.insert(binding.field);
        if (binding.part != nullptr) collect(*binding.part, fields);
    }
}

template <class Kinds>
Fields bound_fields(const KindTable<Kinds>& table) {
    Fields fields;
    for (const auto& kind : table.kinds()) {
        EXPECT_EQ(kind.plan->type, kind.field->message_type()) << kind.field->name();
        collect(*kind.plan, fields);
    }
    return fields;
}

void expect_all_bound(const Descriptor& type, const Fields& bound) {
    for (int i = 0; i < type.field_count(); ++i) {
        const FieldDescriptor& field = *type.field(i);
        EXPECT_TRUE(bound.count(&field)) << field.full_name();
        if (field.message_type() != nullptr) expect_all_bound(*field.message_type(), bound);
    }
}

template <class Kinds>
void expect_each_case_and_field(const KindTable<Kinds>& table, const Descriptor& message) {
    const auto* cases = message.FindOneofByName("what");
    ASSERT_EQ(table.kinds().size(), static_cast<std::size_t>(cases->field_count()));
    ASSERT_EQ(table.kinds().size(), std::variant_size_v<Kinds>);
    const Fields bound = bound_fields(table);
    Fields met;
    for (const auto& kind : table.kinds()) met.insert(kind.field);
    for (int i = 0; i < cases->field_count(); ++i) {
        EXPECT_TRUE(met.count(cases->field(i))) << cases->field(i)->name();
        expect_all_bound(*cases->field(i)->message_type(), bound);
    }
}

TEST(Descriptors, have_a_kind_for_each_case_and_a_member_for_each_field_of_a_command) {
    expect_each_case_and_field(command_kinds(), *v1::Command::descriptor());
}

TEST(Descriptors, have_a_kind_for_each_case_and_a_member_for_each_field_of_an_event) {
    expect_each_case_and_field(event_kinds(), *v1::Event::descriptor());
}

TEST(Descriptors, end_the_program_when_a_struct_is_not_its_message) {
    const Descriptor& role = *v1::TakeRole::descriptor();
    EXPECT_DEATH(plan_of<Misspelt>(role, "role"), "TakeRole.rol is a member without a field");
    EXPECT_DEATH(plan_of<Narrow>(role, "role"), "TakeRole.role is a field of another type");
    EXPECT_DEATH(plan_of<Short>(*v1::Whisper::descriptor(), "whisper"),
                 "Whisper has a field without a member");
}

bool is_for_the_log_only(const FieldDescriptor& kind) {
    return kind.number() >= v1::Command::kJoinSession;
}

void expect_limited(const Plan& plan) {
    for (const Binding& binding : plan.bindings) {
        const bool text = binding.read == read_member<std::string>;
        if (text) {
            EXPECT_GT(binding.limits.characters + binding.limits.most_bytes, 0u) << binding.name;
        }
        if (binding.field->is_repeated()) {
            EXPECT_GT(binding.limits.count, 0u) << binding.name;
        }
        if (binding.part != nullptr) expect_limited(*binding.part);
    }
}

TEST(Limits, stand_beside_every_text_and_every_list_that_a_client_fills_in) {
    for (const auto& kind : command_kinds().kinds())
        if (!is_for_the_log_only(*kind.field)) expect_limited(*kind.plan);
}

}  // namespace
}  // namespace casustafel::codec
