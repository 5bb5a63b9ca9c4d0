// What one command costs on its way in and into the log: read from its message, and written as the
// record that keeps it; and what a record costs that is read back.
#include <benchmark/benchmark.h>

#include "server/codec/command.hpp"
#include "server/codec/record.hpp"

namespace casustafel {
namespace {

using namespace core;

const std::vector<RoleId> roles{RoleId{"OVJ"}, RoleId{"RVK"}, RoleId{"GEM"}};
const std::vector<Cited> cited{{ItemId{"A03"}, Mark::fact}, {ItemId{"A14"}, Mark::assumption}};
const std::string text = "De begeleiding ziet hem vrijdag; daarna weten we of hij meedoet.";

Command send_message() { return SendMessage{roles, {}, text}; }
Command share_item() {
    return ShareItem{
        ItemId{"A03"}, roles, {},   Purpose::charging_decision, BasisId{"WJSG"}, Form::conclusion,
        text,          {},    false};
}
Command take_decision() { return TakeDecision{DecisionId{"Z1"}, OptionId{"hold"}, cited, text}; }
Command mark_item() { return MarkItem{ItemId{"A03"}, Mark::assumption}; }

Record record_of(Command command) {
    Record record;
    record.seq = 812;
    record.stamp = {3'600'000, 3'500'000, 90'000'000};
    record.wall_ms = 1'700'000'000'000;
    record.actor = {ActorKind::participant, ParticipantId{4}, RoleId{"VT"}};
    record.command = std::move(command);
    record.command_id.fill(7);
    record.fresh = EntityId{0x00c0ffee12345678};
    ItemShared shared;
    shared.share = record.fresh;
    shared.item = ItemId{"A03"};
    shared.giver = RoleId{"VT"};
    shared.to = roles;
    for (const RoleId& role : roles)
        shared.recipients.push_back({role, {{Label::form, Label::thin}, 1, Form::facts, false, 2}});
    shared.purpose = Purpose::charging_decision;
    shared.basis = BasisId{"WJSG"};
    shared.form = Form::conclusion;
    shared.text = text;
    record.events = {shared, ItemRead{RoleId{"VT"}, ItemId{"A03"}},
                     MessageSent{record.fresh, RoleId{"VT"}, roles, {}, text}};
    return record;
}

void reads_the_message(benchmark::State& state, Command (*make)()) {
    const v1::Command message = codec::encode_command(make());
    for (auto _ : state) benchmark::DoNotOptimize(codec::decode_command(message));
}

void writes_the_message(benchmark::State& state, Command (*make)()) {
    const Command command = make();
    for (auto _ : state) benchmark::DoNotOptimize(codec::encode_command(command));
}

// All that the codec does for one accepted command, from the wire to the log.
void wire_to_log(benchmark::State& state, Command (*make)()) {
    const std::string bytes = codec::encode_command(make()).SerializeAsString();
    const Record record = record_of(make());
    for (auto _ : state) {
        v1::Command message;
        message.ParseFromString(bytes);
        benchmark::DoNotOptimize(codec::decode_command_id(message));
        benchmark::DoNotOptimize(codec::decode_as_role(message));
        benchmark::DoNotOptimize(codec::decode_command(message));
        benchmark::DoNotOptimize(codec::encode_record(record));
    }
}

void reads_the_record(benchmark::State& state, Command (*make)()) {
    const std::string bytes = codec::encode_record(record_of(make()));
    for (auto _ : state) benchmark::DoNotOptimize(codec::decode_record(bytes));
}

#define EACH(what)                                        \
    BENCHMARK_CAPTURE(what, SendMessage, send_message);   \
    BENCHMARK_CAPTURE(what, ShareItem, share_item);       \
    BENCHMARK_CAPTURE(what, TakeDecision, take_decision); \
    BENCHMARK_CAPTURE(what, MarkItem, mark_item)

EACH(reads_the_message);
EACH(writes_the_message);
EACH(wire_to_log);
EACH(reads_the_record);

}  // namespace
}  // namespace casustafel

BENCHMARK_MAIN();
