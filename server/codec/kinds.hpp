#pragma once
// Inside codec only: the kinds of command or event as the cases of `oneof what` in their message.
// The case has the kind's name.
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/codec/bind.hpp"
#include "server/core/families/command.hpp"
#include "server/core/families/event.hpp"

namespace casustafel::codec {

template <class Kinds>
struct Kind {
    const FieldDescriptor* field = nullptr;  // the case
    const Plan* plan = nullptr;
    void* (*make)(Kinds&) = nullptr;  // puts an empty one of this kind there
};

// Made once for all kinds of a variant, in the order of its alternatives.
template <class Kinds>
class KindTable {
public:
    explicit KindTable(const Descriptor& message) { add_all(message, Numbers{}); }
    KindTable(const KindTable&) = delete;
    KindTable& operator=(const KindTable&) = delete;

    const std::vector<Kind<Kinds>>& kinds() const { return kinds_; }

    // False when the message has no case, or the case does not hold what this build knows.
    bool read(Reader& reader, const Message& message, int what, Kinds& to) const {
        const auto number = static_cast<std::size_t>(what);
        const Kind<Kinds>* kind = number < by_number_.size() ? by_number_[number] : nullptr;
        reader.says_more = says_more_than_we_know(message);
        reader.wrong = "command.what";
        if (kind == nullptr || reader.says_more) return false;
        const Message& inside = message.GetReflection()->GetMessage(message, kind->field);
        return read_fields(reader, inside, *kind->plan, kind->make(to));
    }

    void write(const Kinds& from, Message& message) const {
        const Kind<Kinds>& kind = kinds_[from.index()];
        const auto* value =
            std::visit([](const auto& each) { return static_cast<const void*>(&each); }, from);
        write_fields(value, *kind.plan,
                     *message.GetReflection()->MutableMessage(&message, kind.field));
    }

private:
    using Numbers = std::make_index_sequence<std::variant_size_v<Kinds>>;

    template <std::size_t... number>
    void add_all(const Descriptor& message, std::index_sequence<number...>) {
        (add<std::variant_alternative_t<number, Kinds>>(message), ...);
        const auto* cases = message.FindOneofByName("what");
        core::invariant(static_cast<std::size_t>(cases->field_count()) == kinds_.size(),
                        (message.full_name() + " has a case without a kind").c_str());
        for (const Kind<Kinds>& kind : kinds_) {
            const auto at = static_cast<std::size_t>(kind.field->number());
            if (by_number_.size() <= at) by_number_.resize(at + 1);
            by_number_[at] = &kind;
        }
    }

    template <class Each>
    void add(const Descriptor& message) {
        constexpr std::string_view name = core::name_of<Each>();
        const FieldDescriptor& field = fitting_field(message, name, Carried::message, Shape::one);
        kinds_.push_back({&field, &plan_of<Each>(*field.message_type(), name),
                          [](Kinds& to) -> void* { return &to.template emplace<Each>(); }});
    }

    std::vector<Kind<Kinds>> kinds_;
    std::vector<const Kind<Kinds>*> by_number_;
};

const KindTable<core::CommandKinds>& command_kinds();
const KindTable<core::EventKinds>& event_kinds();

}  // namespace casustafel::codec
