#include "server/codec/record.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstdlib>

#include "casustafel/v1/log.pb.h"
#include "server/codec/kinds.hpp"
#include "server/codec/log_format.hpp"

namespace casustafel::codec {
namespace {

const Plan& actor_plan() { return plan_of<core::Actor>(*v1::Actor::descriptor(), "actor"); }
const Plan& header_plan() { return plan_of<LogHeader>(*v1::LogHeader::descriptor(), "header"); }

v1::Record message_of(const core::Record& record) {
    v1::Record m;
    m.set_seq(record.seq);
    m.set_real_ms(record.stamp.real_ms);
    m.set_active_ms(record.stamp.active_ms);
    m.set_sim_ms(record.stamp.sim_ms);
    m.set_wall_ms(record.wall_ms);
    write_fields(&record.actor, actor_plan(), *m.mutable_actor());
    if (record.command) {
        command_kinds().write(*record.command, *m.mutable_command());
        m.mutable_command()->set_command_id(record.command_id.data(), record.command_id.size());
    }
    m.set_fresh(static_cast<std::uint64_t>(record.fresh));
    for (const core::Event& event : record.events) event_kinds().write(event, *m.add_events());
    if (record.digest) m.set_digest(*record.digest);
    return m;
}

// A command of the host itself may have no id: then all its bytes are zero.
bool read_command_id(const std::string& bytes, core::CommandId& id) {
    if (bytes.size() != id.size()) return false;
    std::transform(bytes.begin(), bytes.end(), id.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    return true;
}

bool read_command(Reader& reader, const v1::Record& m, core::Record& record) {
    if (!m.has_command()) return true;
    const v1::Command& command = m.command();
    return command.as_role().empty() && read_command_id(command.command_id(), record.command_id) &&
           command_kinds().read(reader, command, command.what_case(), record.command.emplace());
}

bool read_events(Reader& reader, const v1::Record& m, std::vector<core::Event>& events) {
    events.reserve(static_cast<std::size_t>(m.events_size()));
    for (const v1::Event& event : m.events())
        if (!event_kinds().read(reader, event, event.what_case(), events.emplace_back()))
            return false;
    return true;
}

template <class Message>
bool parse(std::string_view bytes, Message& m) {
    return m.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) &&
           !says_more_than_we_know(m);
}

}  // namespace

std::string encode_header(const LogHeader& header) {
    v1::LogHeader m;
    write_fields(&header, header_plan(), m);
    return m.SerializeAsString();
}

std::optional<LogHeader> decode_header(std::string_view bytes) {
    v1::LogHeader m;
    LogHeader header;
    Reader reader;
    if (!parse(bytes, m) || !read_fields(reader, m, header_plan(), &header) ||
        header.format < oldest_log_format || header.format > log_format)
        return std::nullopt;
    return header;
}

std::optional<std::uint32_t> header_format(std::string_view bytes) {
    v1::LogHeader m;
    const bool read = m.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
    return read && m.format() != 0 ? std::optional(m.format()) : std::nullopt;
}

std::string encode_record(const core::Record& record) {
    return message_of(record).SerializeAsString();
}

std::optional<core::Record> decode_record(std::string_view bytes) {
    v1::Record m;
    if (!parse(bytes, m) || m.seq() == 0) return std::nullopt;
    core::Record record;
    record.seq = m.seq();
    record.stamp = {m.real_ms(), m.active_ms(), m.sim_ms()};
    record.wall_ms = m.wall_ms();
    record.fresh = core::EntityId{m.fresh()};
    if (m.has_digest()) record.digest = m.digest();
    Reader reader{Texts::as_they_are};
    if (!read_fields(reader, m.actor(), actor_plan(), &record.actor) ||
        !read_command(reader, m, record) || !read_events(reader, m, record.events))
        return std::nullopt;
    return record;
}

std::string record_as_json(const core::Record& record) {
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string json;
    const auto status =
        google::protobuf::util::MessageToJsonString(message_of(record), &json, options);
    // Only a message that refers to types it cannot find fails here, and ours refers to none.
    if (!status.ok()) std::abort();
    return json;
}

namespace {

// What prompts were called in exports of before they had that name: keys, which stand bare, while in
// a text that somebody typed every quote has a backslash.
std::string with_names_of_now(std::string json) {
    constexpr std::pair<std::string_view, std::string_view> renamed[] = {
        {"\"probe\":", "\"prompt\":"},
        {"\"open_probe\":", "\"open_prompt\":"},
        {"\"close_probe\":", "\"close_prompt\":"},
        {"\"answer_probe\":", "\"answer_prompt\":"},
        {"\"probe_opened\":", "\"prompt_opened\":"},
        {"\"probe_answered\":", "\"prompt_answered\":"},
        {"\"probe_closed\":", "\"prompt_closed\":"},
        {"\"probe_judged\":", "\"prompt_judged\":"},
    };
    for (const auto& [old, now] : renamed)
        for (auto at = json.find(old); at != json.npos; at = json.find(old, at + now.size()))
            json.replace(at, old.size(), now);
    return json;
}

}  // namespace

std::optional<core::Record> record_from_json(const std::string& json) {
    v1::Record m;
    if (!google::protobuf::util::JsonStringToMessage(with_names_of_now(json), &m).ok()) return std::nullopt;
    return decode_record(m.SerializeAsString());
}

}  // namespace casustafel::codec
