#pragma once
// Inside codec only: makes the plan of a struct from its own description (core/fields.hpp) and the
// descriptor of its message. A member without its field, or a field without its member, ends the
// program at once.
#include <string>
#include <string_view>

#include "server/codec/values.hpp"
#include "server/core/values/invariant.hpp"

namespace casustafel::codec {

// The values in a member, and how many of them there may be.
enum class Shape : std::uint8_t { one, perhaps, several };

template <class Member>
struct Holds {
    using Value = Member;
    static constexpr Shape shape = Shape::one;
};
template <class T>
struct Holds<std::optional<T>> {
    using Value = T;
    static constexpr Shape shape = Shape::perhaps;
};
template <class T>
struct Holds<std::vector<T>> {
    using Value = T;
    static constexpr Shape shape = Shape::several;
};

template <class Member>
bool read_member(Reader& reader, const Message& message, const Binding& binding, void* place) {
    Member& member = *static_cast<Member*>(place);
    if constexpr (Holds<Member>::shape == Shape::several) {
        const int size = binding.reflection->FieldSize(message, binding.field);
        const auto count = static_cast<std::size_t>(size);
        if (binding.limits.count != 0 && count > binding.limits.count) return false;
        member.resize(count);
        for (int i = 0; i < size; ++i)
            if (!read(reader, {message, binding, i}, member[static_cast<std::size_t>(i)]))
                return false;
        return true;
    } else if constexpr (Holds<Member>::shape == Shape::perhaps) {
        return !binding.reflection->HasField(message, binding.field) ||
               read(reader, {message, binding}, member.emplace());
    } else {
        return read(reader, {message, binding}, member);
    }
}

template <class Member>
void write_member(const void* place, const Binding& binding, Message& message) {
    const Member& member = *static_cast<const Member*>(place);
    const Target target{message, binding};
    if constexpr (Holds<Member>::shape == Shape::several)
        for (const auto& each : member) write(each, target);
    else if constexpr (Holds<Member>::shape == Shape::perhaps)
        member ? write(*member, target) : void();
    else
        write(member, target);
}

// The field of that name, which carries this and in this number; else the program ends.
const FieldDescriptor& fitting_field(const Descriptor&, std::string_view name, Carried, Shape);

const Reflection* reflection_of(const Descriptor&);

template <class T>
const Plan& plan_of(const Descriptor&, std::string_view name);

// Called with every member of `Part`, which is `Whole` or a part of it without a message of its
// own.
template <class Part>
struct Binder {
    Plan& plan;
    std::string_view name;  // of the struct
    const std::byte* whole;
    const Part& part;

    template <class Member>
    void operator()(std::string_view member_name, Member Part::*pointer) const {
        const Member& member = part.*pointer;
        if constexpr (core::Inlined<Member>) {
            fields(Binder<Member>{plan, name, whole, member}, core::Of<Member>{});
        } else {
            plan.bindings.push_back(bound<Member>(member_name));
            plan.bindings.back().from =
                static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&member) - whole);
        }
    }

    template <class Member>
    Binding bound(std::string_view member_name) const {
        using Value = typename Holds<Member>::Value;
        const FieldDescriptor& field =
            fitting_field(*plan.type, member_name, carried<Value>, Holds<Member>::shape);
        Binding binding{
            .field = &field, .read = read_member<Member>, .write = write_member<Member>};
        binding.reflection = reflection_of(*plan.type);
        binding.name = std::string(name) + '.' + field.name();
        const auto* limits =
            contract::limits::of(field.containing_type()->name() + '.' + field.name());
        if (limits != nullptr) binding.limits = *limits;
        if constexpr (core::Described<Value>)
            binding.part = &plan_of<Value>(*field.message_type(), binding.name);
        return binding;
    }
};

// The plan of a struct, made when it is first asked for. Its name is for messages only.
template <class T>
const Plan& plan_of(const Descriptor& type, std::string_view name) {
    static const Plan plan = [&] {
        Plan made{&type, {}};
        const T sample{};
        fields(Binder<T>{made, name, reinterpret_cast<const std::byte*>(&sample), sample},
               core::Of<T>{});
        core::invariant(static_cast<int>(made.bindings.size()) == type.field_count(),
                        (type.full_name() + " has a field without a member").c_str());
        return made;
    }();
    return plan;
}

}  // namespace casustafel::codec
