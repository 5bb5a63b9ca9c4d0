#pragma once
// The log on disk: header and records as bytes. Decoding is strict: a word, number or field that
// this format does not have makes the whole record unreadable, since guessing at the truth is worse
// than stopping. It must not know the store, nor what a record does to State.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/core/families/record.hpp"
#include "server/core/values/fields.hpp"

namespace casustafel::codec {

using core::Of;  // DESCRIBED names it

// What is written once, before the first record.
struct LogHeader {
    std::uint32_t format = 0;  // log_format of the build that made it
    std::string engine_version;
    std::string scenario_hash, rules_hash;  // of the texts in the store
    std::string scenario_file, rules_file;  // for messages only
    std::int64_t created_wall_ms = 0;
    DESCRIBED(LogHeader, format, engine_version, scenario_hash, rules_hash, scenario_file,
              rules_file, created_wall_ms);
};

std::string encode_header(const LogHeader&);
// Nothing when the bytes are no header, or of a newer format than this build reads.
std::optional<LogHeader> decode_header(std::string_view bytes);

// The format that a header names, also of one that this build does not read; nothing when the bytes
// are no header at all.
std::optional<std::uint32_t> header_format(std::string_view bytes);

std::string encode_record(const core::Record&);
// Nothing when the bytes are no record of this format.
std::optional<core::Record> decode_record(std::string_view bytes);

// One record as one JSON object without line breaks, fields named as in log.proto; for `export`.
std::string record_as_json(const core::Record&);
// The record that such a line tells, for `import`; nothing when it is none of this format.
std::optional<core::Record> record_from_json(const std::string& json);

}  // namespace casustafel::codec
