#include "server/cli/verify.hpp"

#include <iostream>

#include "server/cli/damage_sentence.hpp"
#include "server/cli/exit_codes.hpp"
#include "server/codec/log_format.hpp"
#include "server/core/rules/verify.hpp"

namespace casustafel::cli {
namespace {

using console::json_string;

// What belongs to no one session.
bool verified_server(store::Store& store, const console::Printer& printer) {
    const auto damage = store.damage();
    for (const store::Damage& each : damage) {
        const std::string clause = damage_clause(each, printer.language());
        printer.say("verify.directory_damaged", {clause});
        printer.object({{"damaged", json_string(clause)}});
    }
    return damage.empty();
}

void say_damaged(const StoredSession& session, const console::Printer& printer) {
    const std::string clause = damage_clause(*session.damage, printer.language());
    printer.say("verify.damaged", {called(session), clause, session.id});
    printer.object({{"session", json_string(called(session))},
                    {"damaged", json_string(clause)},
                    {"kind", json_string(std::string(store::name(session.damage->kind)))},
                    {"stands", std::to_string(session.damage->stands)}});
}

void say_verified(const StoredSession& session, const console::Printer& printer) {
    const std::string records = std::to_string(session.records.size());
    printer.say("replay.verified", {called(session), records});
    if (!session.salvaged_from.empty())
        printer.say("verify.salvaged",
                    {called(session), session.salvaged_from, session.salvaged_records});
    printer.object({{"session", json_string(called(session))},
                    {"verified", "true"},
                    {"records", records},
                    {"salvaged_from", json_string(session.salvaged_from)}});
}

}  // namespace

bool verified(const StoredSession& session, const console::Printer& printer, Tell tell) {
    if (session.damage) {
        say_damaged(session, printer);
        return false;
    }
    const auto differences =
        core::verify(*session.scenario, session.records, codec::edition_of(session.header.format));
    for (const core::Difference& difference : differences) {
        const std::string kind(core::name(difference.kind));
        printer.say("replay.difference", {called(session), std::to_string(difference.seq), kind});
        printer.object({{"session", json_string(called(session))},
                        {"seq", std::to_string(difference.seq)},
                        {"differs", json_string(kind)}});
    }
    if (differences.empty() && tell == Tell::everything) say_verified(session, printer);
    return differences.empty();
}

int verify_all(const std::string& data, const console::Printer& printer, Tell tell) {
    auto opened = open_to_read(data, printer.language());
    if (const auto* not_read = std::get_if<NotRead>(&opened)) {
        std::cerr << not_read->sentence << "\n";
        return not_read->damaged ? differs : refused;
    }
    store::Store& store = *std::get<std::unique_ptr<store::Store>>(opened);
    bool whole = verified_server(store, printer);
    for (const std::string& id : store.list())
        whole = verified(read_stored(store, id), printer, tell) && whole;
    return whole ? done : differs;
}

}  // namespace casustafel::cli
