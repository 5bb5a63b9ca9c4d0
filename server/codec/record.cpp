#include "server/codec/record.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cstdlib>

#include "casustafel/v1/log.pb.h"
#include "server/codec/command_log.hpp"
#include "server/codec/event.hpp"
#include "server/codec/log_format.hpp"
#include "server/codec/strict.hpp"
#include "server/codec/words.hpp"

namespace casustafel::codec {
namespace {

void write_actor(const core::Actor& actor, v1::Actor& m) {
    m.set_kind(word(actor.kind));
    m.set_participant(number(actor.participant));
    m.set_role(actor.role.value);
}

bool read_actor(const v1::Actor& m, core::Actor& actor) {
    return read(m.kind(), actor.kind) && read(m.participant(), actor.participant) &&
           read(m.role(), actor.role);
}

v1::Record message_of(const core::Record& record) {
    v1::Record m;
    m.set_seq(record.seq);
    m.set_real_ms(record.stamp.real_ms);
    m.set_active_ms(record.stamp.active_ms);
    m.set_sim_ms(record.stamp.sim_ms);
    m.set_wall_ms(record.wall_ms);
    write_actor(record.actor, *m.mutable_actor());
    if (record.command) {
        *m.mutable_command() = encode_command(*record.command);
        m.mutable_command()->set_command_id(record.command_id.data(), record.command_id.size());
    }
    m.set_fresh(number(record.fresh));
    for (const core::Event& event : record.events) encode_event(event, *m.add_events());
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

bool read_command(const v1::Record& m, core::Record& record) {
    if (!m.has_command()) return true;
    record.command = decode_logged_command(m.command());
    if (!record.command || !m.command().as_role().empty()) return false;
    return read_command_id(m.command().command_id(), record.command_id);
}

bool read_events(const v1::Record& m, std::vector<core::Event>& events) {
    events.reserve(static_cast<std::size_t>(m.events_size()));
    for (const v1::Event& each : m.events()) {
        auto event = decode_event(each);
        if (!event) return false;
        events.push_back(std::move(*event));
    }
    return true;
}

template <class Message>
bool parse(std::string_view bytes, Message& m) {
    return m.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) && is_fully_known(m);
}

}  // namespace

std::string encode_header(const LogHeader& header) {
    v1::LogHeader m;
    m.set_format(header.format);
    m.set_engine_version(header.engine_version);
    m.set_scenario_hash(header.scenario_hash);
    m.set_rules_hash(header.rules_hash);
    m.set_scenario_file(header.scenario_file);
    m.set_rules_file(header.rules_file);
    m.set_created_wall_ms(header.created_wall_ms);
    return m.SerializeAsString();
}

std::optional<LogHeader> decode_header(std::string_view bytes) {
    v1::LogHeader m;
    if (!parse(bytes, m) || m.format() < oldest_log_format || m.format() > log_format)
        return std::nullopt;
    return LogHeader{m.format(),        m.engine_version(), m.scenario_hash(),  m.rules_hash(),
                     m.scenario_file(), m.rules_file(),     m.created_wall_ms()};
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
    if (!read_actor(m.actor(), record.actor) || !read_command(m, record) ||
        !read_events(m, record.events))
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

}  // namespace casustafel::codec
