// `casustafel import`: what `export` wrote, made a session again.
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/cli/exit_codes.hpp"
#include "server/cli/ownership.hpp"
#include "server/cli/upkeep.hpp"
#include "server/cli/upkeep_directory.hpp"
#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/core/rules/verify.hpp"
#include "server/hosting/salvage.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::cli {
namespace {

using console::json_string;
using nlohmann::json;

// A log from a file: with its case, and the records both as they were decided and as they are
// stored.
struct Imported {
    codec::LogHeader header;
    std::string scenario;  // its id
    std::vector<core::Record> records;
    std::vector<std::string> bytes;
    std::vector<std::string> texts;
};

// Why it is not taken in: the key of a sentence and what that names behind the file.
struct NotImported {
    std::string sentence;
    std::vector<std::string> arguments;
    int exit_code = refused;
};

std::optional<codec::LogHeader> header_in(const std::string& line, std::string& scenario) {
    const json told = json::parse(line, nullptr, false);
    if (!told.is_object()) return std::nullopt;
    const auto text = [&](const char* name) {
        const auto found = told.find(name);
        return found != told.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
    };
    const auto number = [&](const char* name) {
        const auto found = told.find(name);
        return found != told.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    };
    codec::LogHeader header;
    header.format = static_cast<std::uint32_t>(number("format"));
    header.engine_version = text("engine_version");
    header.scenario_hash = text("scenario_hash");
    header.rules_hash = text("rules_hash");
    header.scenario_file = text("scenario_file");
    header.rules_file = text("rules_file");
    header.created_wall_ms = number("created_wall_ms");
    scenario = text("scenario");
    const bool known =
        header.format >= codec::oldest_log_format && header.format <= codec::log_format;
    return known && !header.scenario_hash.empty() ? std::optional(header) : std::nullopt;
}

std::variant<Imported, NotImported> read_file(const std::string& file) {
    std::ifstream in(file);
    std::string line;
    if (!in) return NotImported{"import.not_read", {}};
    Imported log;
    std::getline(in, line);
    const auto header = header_in(line, log.scenario);
    if (!header) return NotImported{"import.format", {}};
    log.header = *header;
    while (std::getline(in, line)) {
        auto record = codec::record_from_json(line);
        if (!record || record->seq != log.records.size() + 1)
            return NotImported{"import.unreadable", {std::to_string(log.records.size() + 2)}};
        log.bytes.push_back(codec::encode_record(*record));
        log.records.push_back(std::move(*record));
    }
    if (log.records.empty()) return NotImported{"import.unreadable", {"2"}};
    return log;
}

// The texts of the case, and whether every decision comes out the same.
std::optional<NotImported> wrong_with_case(Imported& log, store::Store& store,
                                           const std::string& scenarios) {
    for (const std::string& hash : {log.header.scenario_hash, log.header.rules_hash}) {
        auto text = store.text(hash);
        if (!text) text = text_in(scenarios, hash);
        if (!text) return NotImported{"import.texts", {log.scenario}};
        log.texts.push_back(std::move(*text));
    }
    const auto parsed = scenario::parse_scenario(log.texts[0], log.texts[1],
                                                 {log.header.scenario_file, log.header.rules_file});
    if (!parsed.scenario) return NotImported{"import.texts", {log.scenario}};
    const auto differences =
        core::verify(*parsed.scenario, log.records, codec::edition_of(log.header.format));
    if (differences.empty()) return std::nullopt;
    return NotImported{"import.differs",
                       {std::to_string(differences.front().seq),
                        std::string(core::name(differences.front().kind))},
                       differs};
}

// How the session that begins as this log does is called here; nothing when there is none.
std::optional<std::string> standing_as(store::Store& store, const Imported& log) {
    for (const std::string& id : store.list()) {
        const auto examined = store.examine(id);
        if (!examined || examined->standing.records.empty() ||
            examined->standing.records.front() != log.bytes.front())
            continue;
        for (const auto& [name, bytes] : examined->standing.values)
            if (name == "code") return bytes;
        return id;
    }
    return std::nullopt;
}

int complain(const console::Printer& printer, const std::string& file, NotImported why) {
    why.arguments.insert(why.arguments.begin(), file);
    printer.complain(why.sentence, why.arguments);
    return why.exit_code;
}

}  // namespace

int import_log(const Upkeep& wanted, const console::Printer& printer) {
    const OwnedLikeItsFolder owned(wanted.data);
    auto read = read_file(wanted.file);
    if (const auto* why = std::get_if<NotImported>(&read))
        return complain(printer, wanted.file, *why);
    auto& log = std::get<Imported>(read);
    auto opened = open_alone(wanted.data);
    if (const auto* error = std::get_if<store::OpenError>(&opened))
        return complain_about_store(printer, *error);
    auto& store = *std::get<std::unique_ptr<store::SqliteStore>>(opened);
    if (const auto standing = standing_as(store, log))
        return complain(printer, wanted.file, {"import.exists", {*standing}});
    if (auto why = wrong_with_case(log, store, wanted.scenarios))
        return complain(printer, wanted.file, std::move(*why));
    const std::string records = std::to_string(log.records.size());
    const auto code =
        hosting::store_log(store, hosting::system_random(), codec::encode_header(log.header),
                           log.texts, std::move(log.bytes));
    if (!code) return complain(printer, wanted.file, {"import.storage", {}});
    printer.say("import.done", {wanted.file, records, *code});
    printer.object({{"imported", json_string(wanted.file)},
                    {"records", records},
                    {"code", json_string(*code)}});
    return done;
}

}  // namespace casustafel::cli
