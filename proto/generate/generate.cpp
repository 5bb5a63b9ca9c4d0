// Reads the contract as protoc understands it (a FileDescriptorSet) and writes two things into the
// build tree: the constants of proto/contract, and the same set without the options, from which the
// messages are generated. So command.pb.h does not drag descriptor.pb.h into every file, and the
// browser's lite messages, which have no descriptors, find their limits all the same.
#include <google/protobuf/descriptor.pb.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "casustafel/v1/options.pb.h"

namespace {

namespace pb = google::protobuf;
namespace v1 = casustafel::v1;

constexpr std::string_view options_file = "casustafel/v1/options.proto";
constexpr std::string_view words_file = "casustafel/v1/words.proto";

// "SendMessage" and "sendMessage" are "send_message".
std::string snake(const std::string& name) {
    std::string out;
    for (const char letter : name) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        if (capital && !out.empty()) out += '_';
        out += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return out;
}

// The limits of one field, in the order of contract::limits::Field.
struct Limits {
    std::string name;  // "SendMessage.text"
    std::vector<std::pair<std::string, std::int64_t>> known;
};

Limits limits_of(const std::string& message, const pb::FieldDescriptorProto& field) {
    const pb::FieldOptions& options = field.options();
    Limits limits{message + "." + field.name(), {}};
    const auto note = [&](const char* name, const auto& option) {
        if (options.HasExtension(option)) {
            limits.known.emplace_back(name,
                                      static_cast<std::int64_t>(options.GetExtension(option)));
        }
    };
    note("characters", v1::characters);
    note("one_line", v1::one_line);
    note("count", v1::count);
    note("bytes", v1::bytes);
    note("most_bytes", v1::most_bytes);
    note("least", v1::least);
    note("most", v1::most);
    return limits;
}

std::string constant(const std::string& message, const std::string& field,
                     const std::pair<std::string, std::int64_t>& limit) {
    const bool number = limit.first == "least" || limit.first == "most";
    return std::string("inline constexpr ") + (number ? "std::int64_t " : "std::size_t ") +
           snake(message) + "_" + field + "_" + limit.first + " = " + std::to_string(limit.second) +
           ";\n";
}

std::string row(const Limits& limits) {
    std::string out = "    {.name = \"" + limits.name + "\"";
    for (const auto& [name, value] : limits.known) {
        const std::string spelled = name == "one_line" ? "true" : std::to_string(value);
        out += ", ." + name + " = " + spelled;
    }
    return out + "},\n";
}

std::string limits_header(const pb::FileDescriptorSet& set) {
    std::ostringstream constants;
    std::vector<Limits> all;
    for (const auto& file : set.file()) {
        if (file.options().HasExtension(v1::id_bytes)) {
            constants << "// An id or a word.\ninline constexpr std::size_t id_bytes = "
                      << file.options().GetExtension(v1::id_bytes) << ";\n\n";
        }
        for (const auto& message : file.message_type()) {
            for (const auto& field : message.field()) {
                const Limits limits = limits_of(message.name(), field);
                if (limits.known.empty()) continue;
                for (const auto& each : limits.known)
                    if (each.first != "one_line")
                        constants << constant(message.name(), field.name(), each);
                all.push_back(limits);
            }
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Limits& one, const Limits& other) { return one.name < other.name; });
    std::string rows;
    for (const Limits& each : all) rows += row(each);
    return R"(#pragma once
// Made by proto/generate from the options beside the fields in proto/casustafel/v1/*.proto; what
// each option means stands in options.proto.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace casustafel::contract::limits {

)" + constants.str() +
           R"(
// What bounds one field; 0 or the widest range where the contract says nothing.
struct Field {
    std::string_view name;  // of message and field: "SendMessage.text"
    std::size_t characters = 0;
    bool one_line = false;
    std::size_t count = 0;
    std::size_t bytes = 0;
    std::size_t most_bytes = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

// By name.
inline constexpr Field fields[] = {
)" + rows + R"(};

// The bounds of a field, or nullptr when the contract gives none.
constexpr const Field* of(std::string_view name) {
    const Field* found = std::lower_bound(
        std::begin(fields), std::end(fields), name,
        [](const Field& field, std::string_view wanted) { return field.name < wanted; });
    return found != std::end(fields) && found->name == name ? found : nullptr;
}

}  // namespace casustafel::contract::limits
)";
}

// For each `oneof what` the names of its cases as constants, and a table of number and name.
std::string names_of(const pb::DescriptorProto& message) {
    const std::string name = snake(message.name());
    std::string rows, constants;
    for (const auto& field : message.field()) {
        if (!field.has_oneof_index() || field.proto3_optional()) continue;
        rows += "    {" + std::to_string(field.number()) + ", \"" + field.name() + "\"},\n";
        constants +=
            "inline constexpr std::string_view " + field.name() + " = \"" + field.name() + "\";\n";
    }
    return "namespace " + name + " {\n" + constants + "}\n" + "inline constexpr Case " + name +
           "_cases[] = {\n" + rows + "};\n" + "constexpr std::string_view " + name +
           "_name(int number) { return name_of(" + name + "_cases, number); }\n\n";
}

std::string names_header(const pb::FileDescriptorSet& set) {
    std::string tables;
    for (const auto& file : set.file())
        for (const auto& message : file.message_type())
            if (message.oneof_decl_size() > 0 && message.oneof_decl(0).name() == "what")
                tables += names_of(message);
    return R"(#pragma once
// Made by proto/generate: the names of the cases of each `oneof what`, since lite messages cannot
// tell them. `command_name(command.what_case())` is "send_message", and so is `command::send_message`.
#include <cstddef>
#include <string_view>

namespace casustafel::contract {

struct Case {
    int number;
    std::string_view name;
};

// The name of a case; empty for a number that is none, as that of a oneof without a value.
template <std::size_t count>
constexpr std::string_view name_of(const Case (&cases)[count], int number) {
    for (const Case& each : cases)
        if (each.number == number) return each.name;
    return {};
}

)" + tables +
           "}  // namespace casustafel::contract\n";
}

// "consent:<person>:<name>" as one of contract::EntityKey: its word and how it ends.
std::string entity_key(const std::string& spelled) {
    const auto colon = spelled.find(':');
    const std::string tail = colon == spelled.npos ? "" : spelled.substr(colon + 1);
    const auto more = std::count(tail.begin(), tail.end(), ':');
    const std::string end = tail.empty()               ? "nothing"
                            : tail == "<hex>"          ? "hexadecimal"
                            : tail == "<n>"            ? "decimal"
                            : tail.ends_with("<name>") ? "person_and_name"
                            : more == 0                ? "id"
                            : more == 1                ? "two"
                                                       : "three";
    return "{\"" + spelled.substr(0, colon) + "\", Tail::" + end + "}";
}

// The messages of a oneof as a list, for who has no descriptors: X(SendMessage, send_message) ….
std::string each_of(const pb::DescriptorProto& message, const std::string& name) {
    std::string list = "#define CASUSTAFEL_EACH_" + name + "(X)";
    for (const auto& field : message.field())
        if (field.has_oneof_index())
            list += " \\\n    X(" + field.type_name().substr(field.type_name().rfind('.') + 1) +
                    ", " + field.name() + ")";
    return list + "\n";
}

std::string commands_header(const pb::FileDescriptorSet& set) {
    std::string list;
    for (const auto& file : set.file())
        for (const auto& message : file.message_type())
            if (message.name() == "Command") list += each_of(message, "COMMAND");
    return "#pragma once\n// Made by proto/generate. Each kind of command: its message and its "
           "field "
           "in v1::Command.\n" +
           list;
}

// The keys of all kinds of entities, and a list of their messages.
std::string entities_header(const pb::FileDescriptorSet& set) {
    std::string constants, list;
    for (const auto& file : set.file())
        for (const auto& message : file.message_type()) {
            if (message.name() != "Entity") continue;
            for (const auto& field : message.field()) {
                const pb::FieldOptions& options = field.options();
                for (int each = 0; each < options.ExtensionSize(v1::keyed); ++each)
                    constants += "inline constexpr EntityKey " + std::string(each ? "any_" : "") +
                                 field.name() + entity_key(options.GetExtension(v1::keyed, each)) +
                                 ";\n";
            }
            list = each_of(message, "ENTITY");
        }
    return R"(#pragma once
// Made by proto/generate from the keys beside the kinds of entities in view.proto. `any_`: as a
// trainer sees that of every role.
#include "proto/contract/keys.hpp"

namespace casustafel::contract::entities {

)" + constants +
           R"(
}  // namespace casustafel::contract::entities

// Each kind of entity: its message and its field in v1::Entity.
)" + list;
}

// Each list of words.proto as a CLOSED_LIST.
std::string lists_header(const pb::FileDescriptorSet& set) {
    std::string lists;
    for (const auto& file : set.file()) {
        if (file.name() != words_file) continue;
        for (const auto& message : file.message_type()) {
            lists += "CLOSED_LIST(" + message.name();
            for (const auto& word : message.enum_type(0).value()) lists += ", " + word.name();
            lists += ");\n";
        }
    }
    return R"(#pragma once
// Made by proto/generate from words.proto, which says what each word means.
#include "proto/contract/word.hpp"

namespace casustafel::contract {

)" + lists +
           "\n}  // namespace casustafel::contract\n";
}

// Takes our own options out and leaves those of protobuf.
void leave_out_extensions(pb::Message& options) {
    const pb::Reflection& reflection = *options.GetReflection();
    std::vector<const pb::FieldDescriptor*> set;
    reflection.ListFields(options, &set);
    for (const pb::FieldDescriptor* each : set)
        if (each->is_extension()) reflection.ClearField(&options, each);
}

// The set as a generator of messages needs it: no options of ours, no import of them.
pb::FileDescriptorSet without_options(const pb::FileDescriptorSet& set) {
    pb::FileDescriptorSet plain;
    for (const auto& file : set.file()) {
        if (file.name() == options_file || file.name() == words_file ||
            file.package() == "google.protobuf")
            continue;
        pb::FileDescriptorProto& copy = *plain.add_file();
        copy = file;
        copy.clear_dependency();
        for (const auto& import : file.dependency())
            if (import != options_file) copy.add_dependency(import);
        if (copy.has_options()) leave_out_extensions(*copy.mutable_options());
        for (auto& message : *copy.mutable_message_type())
            for (auto& field : *message.mutable_field())
                if (field.has_options()) leave_out_extensions(*field.mutable_options());
    }
    return plain;
}

// What did not change is not written again, so nothing that depends on it is built again.
bool write_changed(const std::string& path, const std::string& bytes) {
    std::ifstream before(path, std::ios::binary);
    const std::string old{std::istreambuf_iterator<char>(before), {}};
    if (before && old == bytes) return true;
    std::ofstream after(path, std::ios::binary);
    after << bytes;
    return static_cast<bool>(after.flush());
}

}  // namespace

// generate SET PLAIN_SET and the headers of limits, names, entities, commands and lists.
int main(int count, char** arguments) {
    pb::FileDescriptorSet set;
    std::ifstream file(count == 8 ? arguments[1] : "", std::ios::binary);
    if (!file || !set.ParseFromIstream(&file)) {
        std::cerr << "generate: no descriptor set\n";
        return 1;
    }
    const bool written = write_changed(arguments[2], without_options(set).SerializeAsString()) &&
                         write_changed(arguments[3], limits_header(set)) &&
                         write_changed(arguments[4], names_header(set)) &&
                         write_changed(arguments[5], entities_header(set)) &&
                         write_changed(arguments[6], commands_header(set)) &&
                         write_changed(arguments[7], lists_header(set));
    if (!written) std::cerr << "generate: cannot write\n";
    return written ? 0 : 1;
}
