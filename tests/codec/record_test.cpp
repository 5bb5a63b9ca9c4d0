// The log as bytes: whatever play makes comes back as it was, and nothing that this format does not
// have is ever read as if it had.
#include "server/codec/record.hpp"

#include <gtest/gtest.h>

#include <set>

#include "casustafel/v1/log.pb.h"
#include "server/codec/log_format.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::codec {
namespace {

using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 3'000;
constexpr int acts = 100;

bool same(const core::Record& one, const core::Record& other) {
    return one.seq == other.seq && one.stamp == other.stamp && one.wall_ms == other.wall_ms &&
           one.actor == other.actor && one.command == other.command &&
           one.command_id == other.command_id && one.fresh == other.fresh &&
           one.events == other.events && one.digest == other.digest;
}

std::vector<core::Record> played(std::uint64_t number) {
    Seed seed(number);
    const core::Scenario scenario = support::random_scenario(seed);
    Play play(scenario, number);
    support::open_at_random(seed, play);
    support::play_at_random(seed, play, acts);
    return play.log();
}

// The bytes of some record of random play with one thing changed in the message.
template <class Change>
std::string changed(Change change) {
    core::Record record;
    record.seq = 7;
    record.events = {core::ItemMarked{core::RoleId{"VT"}, core::ItemId{"A03"}, core::Mark::fact}};
    v1::Record message;
    message.ParseFromString(encode_record(record));
    change(message);
    return message.SerializeAsString();
}

TEST(Record, comes_back_from_its_bytes_as_it_was) {
    std::size_t records = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number)
        for (const core::Record& record : played(number)) {
            const std::string bytes = encode_record(record);
            const auto again = decode_record(bytes);
            ASSERT_TRUE(again) << "session " << number << " record " << record.seq;
            ASSERT_TRUE(same(*again, record)) << "session " << number << " record " << record.seq;
            ASSERT_EQ(encode_record(*again), bytes);
            ++records;
        }
    EXPECT_GT(records, sessions * 20);
}

TEST(Record, shows_every_kind_of_event_and_command_in_random_play) {
    std::set<std::size_t> events, commands;
    for (std::uint64_t number = 1; number <= sessions; ++number)
        for (const core::Record& record : played(number)) {
            for (const core::Event& event : record.events) events.insert(event.index());
            if (record.command) commands.insert(record.command->index());
        }
    for (std::size_t kind = 0; kind < std::variant_size_v<core::EventKinds>; ++kind)
        EXPECT_TRUE(events.contains(kind)) << "event " << kind;
    for (std::size_t kind = 0; kind < std::variant_size_v<core::CommandKinds>; ++kind)
        EXPECT_TRUE(commands.contains(kind)) << "command " << kind;
    EXPECT_EQ(events.size(), std::variant_size_v<core::EventKinds>);
    EXPECT_EQ(commands.size(), std::variant_size_v<core::CommandKinds>);
}

TEST(Record, is_readable_before_anything_is_changed) {
    EXPECT_TRUE(decode_record(changed([](v1::Record&) {})));
}

TEST(Record, is_refused_with_a_word_that_is_not_in_the_lists) {
    EXPECT_FALSE(decode_record(changed(
        [](v1::Record& m) { m.mutable_events(0)->mutable_item_marked()->set_mark("maybe"); })));
    EXPECT_FALSE(
        decode_record(changed([](v1::Record& m) { m.mutable_actor()->set_kind("ghost"); })));
}

TEST(Record, is_refused_with_a_form_severity_or_event_beyond_this_format) {
    EXPECT_FALSE(decode_record(
        changed([](v1::Record& m) { m.mutable_events(0)->mutable_item_shared()->set_form(6); })));
    EXPECT_FALSE(decode_record(changed([](v1::Record& m) {
        auto* share = m.mutable_events(0)->mutable_item_shared();
        share->set_purpose("care");
        share->add_recipients()->mutable_verdict()->set_severity(4);
    })));
    EXPECT_FALSE(decode_record(changed([](v1::Record& m) { m.add_events(); })));
}

TEST(Record, is_refused_with_a_field_of_a_later_format_anywhere_inside) {
    constexpr int later_field = 1999;
    EXPECT_FALSE(decode_record(changed([](v1::Record& m) {
        m.GetReflection()->MutableUnknownFields(&m)->AddVarint(later_field, 1);
    })));
    EXPECT_FALSE(decode_record(changed([](v1::Record& m) {
        auto* event = m.mutable_events(0)->mutable_item_marked();
        event->GetReflection()->MutableUnknownFields(event)->AddVarint(later_field, 1);
    })));
}

TEST(Record, is_never_read_from_a_part_of_its_bytes_as_the_same_record) {
    const std::vector<core::Record> log = played(3);
    for (const core::Record& record : log) {
        const std::string bytes = encode_record(record);
        for (std::size_t size = 0; size < bytes.size(); size += 3) {
            const auto part = decode_record(std::string_view(bytes).substr(0, size));
            ASSERT_FALSE(part && same(*part, record));
        }
    }
}

TEST(Record, survives_any_flipped_byte_without_harm) {
    Seed seed(11);
    for (const core::Record& record : played(5)) {
        std::string bytes = encode_record(record);
        bytes[seed.below(bytes.size())] ^= static_cast<char>(seed.between(1, 255));
        const auto again = decode_record(bytes);
        EXPECT_TRUE(!again || decode_record(encode_record(*again)));
    }
}

TEST(Record, becomes_one_json_object_on_one_line) {
    for (const core::Record& record : played(7)) {
        const std::string json = record_as_json(record);
        EXPECT_EQ(json.front(), '{');
        EXPECT_EQ(json.back(), '}');
        EXPECT_EQ(json.find('\n'), json.npos);
        EXPECT_NE(json.find("\"seq\""), json.npos);
    }
}

TEST(Header, comes_back_from_its_bytes_as_it_was) {
    const LogHeader header{log_format, "0.1.0",  "hash",           "rules",
                           "a.yaml",   "r.yaml", 1'700'000'000'000};
    EXPECT_EQ(decode_header(encode_header(header)), header);
}

TEST(Header, of_a_newer_format_or_one_without_an_upgrade_is_not_read) {
    EXPECT_FALSE(decode_header(encode_header({.format = oldest_log_format - 1})));
    EXPECT_FALSE(decode_header(encode_header({.format = log_format + 1})));
    EXPECT_FALSE(decode_header(""));
    EXPECT_FALSE(decode_header("no header"));
}

// What was written before there was a form reads as it was written, and gives the same state again.
TEST(Record, of_an_earlier_time_keeps_its_texts_as_they_were_typed) {
    const std::string typed = "e\u0301\u00AD\u202E\t";
    core::Record record;
    record.seq = 7;
    record.events = {core::ItemMarked{core::RoleId{"VT"}, core::ItemId{"A03"}, core::Mark::fact}};
    record.command = core::SendMessage{{core::RoleId{"OVJ"}}, {}, typed};
    const auto again = decode_record(encode_record(record));
    ASSERT_TRUE(again);
    EXPECT_EQ(std::get<core::SendMessage>(*again->command).text, typed);
}

}  // namespace
}  // namespace casustafel::codec
