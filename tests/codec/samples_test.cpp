// Every command and every event of the game, field by field, there and back; and what a stranger
// may put in the fields of the newer ones.
#include "samples.hpp"

#include <gtest/gtest.h>

#include <set>

#include "casustafel/v1/log.pb.h"
#include "proto/contract/limits.hpp"
#include "server/codec/command.hpp"
#include "server/codec/record.hpp"

namespace casustafel::codec {
namespace {

using core::Rejection;
namespace limits = contract::limits;

bool is_malformed(const v1::Command& command) {
    return std::holds_alternative<Malformed>(decode_command(command));
}

std::optional<Rejection> refusal(const v1::Command& command) {
    const auto decoded = decode_command(command);
    const auto* rejection = std::get_if<Rejection>(&decoded);
    return rejection ? std::optional(*rejection) : std::nullopt;
}

core::Record record_of(core::Event event, std::optional<core::Command> command = std::nullopt) {
    core::Record record;
    record.seq = 1;
    record.command = std::move(command);
    record.events = {std::move(event)};
    return record;
}

// Every field of every message inside says something: a field of the contract that is not carried
// over would be empty here.
void expect_no_empty_field(const google::protobuf::Message& message) {
    const auto* reflection = message.GetReflection();
    const auto* type = message.GetDescriptor();
    for (int i = 0; i < type->field_count(); ++i) {
        const auto* field = type->field(i);
        if (field->real_containing_oneof() && !reflection->HasField(message, field)) continue;
        const bool filled = field->is_repeated() ? reflection->FieldSize(message, field) > 0
                                                 : reflection->HasField(message, field);
        EXPECT_TRUE(filled) << field->full_name();
        if (field->cpp_type() != field->CPPTYPE_MESSAGE || !filled) continue;
        if (!field->is_repeated())
            expect_no_empty_field(reflection->GetMessage(message, field));
        else
            expect_no_empty_field(reflection->GetRepeatedMessage(message, field, 0));
    }
}

TEST(Samples, show_every_command_and_event_once) {
    std::set<std::size_t> commands, events;
    for (const core::Command& command : sample_commands()) commands.insert(command.index());
    for (const core::Event& event : sample_events()) events.insert(event.index());
    EXPECT_EQ(commands.size(), std::variant_size_v<core::CommandKinds>);
    EXPECT_EQ(events.size(), std::variant_size_v<core::EventKinds>);
}

TEST(EveryCommand, comes_back_from_the_wire_and_from_the_log_as_it_was) {
    for (const core::Command& command : sample_commands()) {
        const auto again = decode_record(encode_record(record_of(core::SessionStarted{}, command)));
        ASSERT_TRUE(again) << "command " << command.index();
        EXPECT_EQ(again->command, command) << "command " << command.index();
        const auto decoded = decode_command(encode_command(command));
        if (std::holds_alternative<Malformed>(decoded)) continue;  // the host's own
        EXPECT_TRUE(decoded == DecodedCommand(command)) << "command " << command.index();
    }
}

TEST(EveryCommand, carries_every_field_of_its_message) {
    for (const core::Command& command : sample_commands()) {
        v1::Command message = encode_command(command);
        message.set_command_id("id");
        message.set_as_role("VT");
        expect_no_empty_field(message);
    }
}

TEST(EveryCommand, is_for_clients_but_those_of_the_host) {
    std::size_t malformed = 0;
    for (const core::Command& command : sample_commands())
        malformed += is_malformed(encode_command(command));
    EXPECT_EQ(malformed, 6u);
}

TEST(EveryEvent, comes_back_from_the_log_as_it_was) {
    for (const core::Event& event : sample_events()) {
        const auto again = decode_record(encode_record(record_of(event)));
        ASSERT_TRUE(again) << "event " << event.index();
        EXPECT_EQ(again->events, std::vector{event}) << "event " << event.index();
    }
}

TEST(EveryEvent, carries_every_field_of_its_message) {
    for (const core::Event& event : sample_events()) {
        v1::Record record;
        ASSERT_TRUE(record.ParseFromString(encode_record(record_of(event))));
        expect_no_empty_field(record.events(0));
    }
}

template <class Text>
void expect_typed_text(std::size_t limit, Text text) {
    EXPECT_FALSE(refusal(text(std::string(limit, 'a')))) << limit;
    EXPECT_EQ(refusal(text(std::string(limit + 1, 'a'))), Rejection::text_too_long) << limit;
    EXPECT_EQ(refusal(text("a\x1b[2J")), Rejection::bad_text) << limit;
    EXPECT_EQ(refusal(text("\xff")), Rejection::bad_text) << limit;
}

// A command with this text in the one field that somebody types.
#define TYPED(message, field)                            \
    [](const std::string& typed) {                       \
        v1::Command command;                             \
        command.mutable_##message()->set_##field(typed); \
        return command;                                  \
    }

TEST(TypedText, has_a_limit_and_an_encoding_in_every_newer_command) {
    expect_typed_text(limits::call_for_help_text_characters, TYPED(call_for_help, text));
    expect_typed_text(limits::whisper_text_characters, TYPED(whisper, text));
    expect_typed_text(limits::bookmark_moment_title_characters, TYPED(bookmark_moment, title));
    expect_typed_text(limits::write_handover_note_text_characters,
                      TYPED(write_handover_note, text));
    expect_typed_text(limits::note_gut_feeling_text_characters, TYPED(note_gut_feeling, text));
    expect_typed_text(limits::ask_authority_reason_characters, TYPED(ask_authority, reason));
    expect_typed_text(limits::answer_authority_text_characters, TYPED(answer_authority, text));
    expect_typed_text(limits::inform_person_text_characters, TYPED(inform_person, text));
    expect_typed_text(limits::take_decision_text_characters, TYPED(propose_decision, text));
    expect_typed_text(limits::take_decision_text_characters, TYPED(take_decision, text));
    expect_typed_text(limits::take_decision_text_characters, TYPED(use_intervention, text));
    expect_typed_text(limits::action_terms_text_characters, [](const std::string& typed) {
        v1::Command command;
        command.mutable_add_action()->mutable_terms()->set_text(typed);
        return command;
    });
    expect_typed_text(limits::invite_to_meeting_reason_characters,
                      TYPED(invite_to_meeting, reason));
    expect_typed_text(limits::convene_meeting_reason_characters, TYPED(convene_meeting, reason));
    expect_typed_text(limits::close_meeting_summary_characters, TYPED(close_meeting, summary));
}

TEST(TypedText, of_a_bookmark_is_one_line) {
    const auto read = decode_command(TYPED(bookmark_moment, title)("een\ntwee"));
    EXPECT_EQ(std::get<core::BookmarkMoment>(std::get<core::Command>(read)).title, "een twee");
}

TEST(Lists, are_malformed_over_their_limits) {
    v1::Command note, cites, action, swap, spoken;
    for (std::size_t i = 0; i <= limits::write_handover_note_requests_count; ++i)
        note.mutable_write_handover_note()->add_requests(i);
    for (std::size_t i = 0; i <= limits::take_decision_cited_count; ++i) {
        auto* each = cites.mutable_take_decision()->add_cited();
        each->set_item("A03");
        each->set_as("fact");
        action.mutable_add_action()->mutable_terms()->add_items("A03");
    }
    for (std::size_t i = 0; i <= limits::start_swap_pairs_count; ++i)
        swap.mutable_start_swap()->add_pairs();
    spoken.mutable_register_spoken_share()->set_purpose("care");
    EXPECT_FALSE(is_malformed(spoken));
    for (std::size_t i = 0; i <= limits::share_item_to_count; ++i)
        spoken.mutable_register_spoken_share()->add_to("VT");
    for (const v1::Command& command : {note, cites, action, swap, spoken})
        EXPECT_TRUE(is_malformed(command)) << command.what_case();
}

TEST(Citing, rests_on_facts_and_assumptions_and_on_nothing_refuted) {
    for (const char* as : {"fact", "assumption", "refuted", "hearsay", ""}) {
        v1::Command command;
        auto* cited = command.mutable_propose_decision()->add_cited();
        cited->set_item("A03");
        cited->set_as(as);
        const bool fine = std::string(as) == "fact" || std::string(as) == "assumption";
        EXPECT_EQ(is_malformed(command), !fine) << as;
    }
}

TEST(ActionTerms, name_a_deadline_within_reason) {
    for (const std::int64_t deadline :
         {std::int64_t{-1}, INT64_MIN, INT64_MAX, limits::action_terms_deadline_sim_ms_most + 1}) {
        v1::Command command;
        command.mutable_add_action()->mutable_terms()->set_deadline_sim_ms(deadline);
        EXPECT_TRUE(is_malformed(command)) << deadline;
    }
    v1::Command command;
    command.mutable_add_action()->mutable_terms()->set_deadline_sim_ms(0);
    EXPECT_FALSE(is_malformed(command));
}

TEST(Words, of_the_newer_commands_are_those_of_the_lists) {
    v1::Command phase, purpose, form, offered, scope;
    phase.mutable_move_phase()->set_phase("argument");
    purpose.mutable_ask_privacy_officer()->set_purpose("curiosity");
    form.mutable_register_spoken_share()->set_purpose("care");
    form.mutable_register_spoken_share()->set_form(6);
    offered.mutable_refuse_request()->set_reason("privacy");
    offered.mutable_refuse_request()->set_offered_form(6);
    scope.mutable_ask_consent()->set_scope("zorg\n");
    for (const v1::Command& command : {phase, purpose, form, offered, scope})
        EXPECT_TRUE(is_malformed(command)) << command.what_case();
}

TEST(Log, is_refused_with_a_gauge_outside_its_range) {
    v1::Record record;
    record.ParseFromString(encode_record(record_of(core::TrackChanged{core::PersonId{"ben"}})));
    EXPECT_TRUE(decode_record(record.SerializeAsString()));
    for (const int value : {-1, 11}) {
        record.mutable_events(0)->mutable_track_changed()->set_value(value);
        EXPECT_FALSE(decode_record(record.SerializeAsString())) << value;
    }
}

}  // namespace
}  // namespace casustafel::codec
