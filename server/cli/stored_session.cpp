#include "server/cli/stored_session.hpp"

#include <cstdlib>

#include "server/cli/chosen_store.hpp"
#include "server/cli/sentences.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::cli {
namespace {

using store::Damage;
using store::DamageKind;

void read_values(const store::LoadedSession& loaded, StoredSession& session) {
    for (const auto& [name, bytes] : loaded.values) {
        if (name == "code") session.code = bytes;
        if (name == "salvaged_from") {
            session.salvaged_from = bytes.substr(0, bytes.find(' '));
            session.salvaged_records = bytes.substr(bytes.find(' ') + 1);
        }
        if (!name.starts_with("name:")) continue;
        session.names[static_cast<std::uint32_t>(std::strtoul(name.c_str() + 5, nullptr, 10))] =
            bytes;
    }
}

std::optional<Damage> read_header(const std::string& bytes, StoredSession& session) {
    if (const auto header = codec::decode_header(bytes)) {
        session.header = *header;
        return std::nullopt;
    }
    const auto format = codec::header_format(bytes);
    if (format) return Damage{DamageKind::format, 0, 0, std::to_string(*format)};
    return Damage{DamageKind::unreadable, 0, 0, {}};
}

std::optional<Damage> read_case(store::Store& store, StoredSession& session) {
    const codec::LogHeader& header = session.header;
    const auto scenario_text = store.text(header.scenario_hash);
    const auto rules_text = store.text(header.rules_hash);
    if (!scenario_text) return Damage{DamageKind::text, 0, 0, header.scenario_hash};
    if (!rules_text) return Damage{DamageKind::text, 0, 0, header.rules_hash};
    auto parsed = scenario::parse_scenario(*scenario_text, *rules_text,
                                           {header.scenario_file, header.rules_file});
    if (!parsed.scenario) return Damage{DamageKind::unreadable, 0, 0, header.scenario_file};
    session.scenario = std::make_shared<const core::Scenario>(std::move(*parsed.scenario));
    return std::nullopt;
}

std::optional<Damage> read_records(const store::LoadedSession& loaded, StoredSession& session) {
    for (const std::string& bytes : loaded.records) {
        auto record = codec::decode_record(bytes);
        const std::uint64_t stands = session.records.size();
        if (!record) return Damage{DamageKind::unreadable, stands, loaded.records.size(), {}};
        session.records.push_back(std::move(*record));
    }
    return std::nullopt;
}

// The session that an operator means by its code, or by its id.
std::optional<std::string> id_of(store::Store& store, const std::string& code,
                                 const std::string& typed) {
    for (const std::string& id : store.list()) {
        if (id == typed) return id;
        const auto examined = store.examine(id);
        if (!examined) continue;
        for (const auto& [name, bytes] : examined->standing.values)
            if (name == "code" && bytes == code) return id;
    }
    return std::nullopt;
}

}  // namespace

const std::string& called(const StoredSession& session) {
    return session.code.empty() ? session.id : session.code;
}

StoredSession read_stored(store::Store& store, const std::string& id) {
    StoredSession session;
    session.id = id;
    const auto examined = store.examine(id);
    if (!examined) {
        session.damage = Damage{DamageKind::disk, 0, 0, {}};
        return session;
    }
    read_values(examined->standing, session);
    session.damage = examined->damage;
    auto further = read_header(examined->standing.header, session);
    if (!further) further = read_case(store, session);
    if (!further) further = read_records(examined->standing, session);
    if (further && !session.damage) session.damage = further;
    return session;
}

std::variant<std::unique_ptr<store::Store>, NotRead> open_to_read(const std::string& data,
                                                                  text::Language language) {
    auto opened = open_for_reading(data);
    if (const auto* error = std::get_if<store::OpenError>(&opened)) {
        return NotRead{sentence("store.open." + std::string(store::name(error->problem)), language,
                                {error->path, error->detail}),
                       error->problem == store::OpenProblem::damaged};
    }
    return std::get<std::unique_ptr<store::Store>>(std::move(opened));
}

std::variant<StoredSession, NotRead> read_session(const std::string& data, const std::string& typed,
                                                  text::Language language) {
    auto opened = open_to_read(data, language);
    if (auto* not_read = std::get_if<NotRead>(&opened)) return *not_read;
    store::Store& store = *std::get<std::unique_ptr<store::Store>>(opened);
    const std::string code = hosting::normalised_code(typed);
    if (const auto id = id_of(store, code, typed)) return read_stored(store, *id);
    return NotRead{sentence("replay.no_session", language, {code, data})};
}

}  // namespace casustafel::cli
