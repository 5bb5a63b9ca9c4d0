#include "server/codec/plan.hpp"

namespace casustafel::codec {

bool says_more_than_we_know(const Message& message) {
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

bool read_fields(Reader& reader, const Message& message, const Plan& plan, void* value) {
    if (says_more_than_we_know(message)) {
        reader.says_more = true;
        return false;
    }
    for (const Binding& binding : plan.bindings) {
        if (binding.read(reader, message, binding, static_cast<std::byte*>(value) + binding.from))
            continue;
        reader.wrong = binding.name;
        return false;
    }
    return true;
}

void write_fields(const void* value, const Plan& plan, Message& message) {
    for (const Binding& binding : plan.bindings)
        binding.write(static_cast<const std::byte*>(value) + binding.from, binding, message);
}

}  // namespace casustafel::codec
