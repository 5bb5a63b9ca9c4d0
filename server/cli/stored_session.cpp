#include "server/cli/stored_session.hpp"

#include <cstdlib>

#include "server/cli/sentences.hpp"
#include "server/hosting/codes.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/store/sqlite_store.hpp"

namespace casustafel::cli {
namespace {

using Read = std::variant<StoredSession, NotRead>;

// The session whose join code this is; nothing when there is none.
std::optional<store::LoadedSession> with_code(store::Store& store, const std::string& code) {
    for (const std::string& id : store.list()) {
        auto loaded = store.load(id);
        if (!loaded) continue;
        for (const auto& [name, bytes] : loaded->values) {
            if (name == "code" && bytes == code) return loaded;
        }
    }
    return std::nullopt;
}

Read fold(store::Store& store, const store::LoadedSession& loaded, const std::string& code,
          text::Language language) {
    StoredSession session;
    const auto header = codec::decode_header(loaded.header);
    if (!header) return NotRead{sentence("replay.unreadable_header", language, {code})};
    session.header = *header;
    const auto scenario_text = store.text(header->scenario_hash);
    const auto rules_text = store.text(header->rules_hash);
    if (!scenario_text || !rules_text)
        return NotRead{sentence("replay.no_texts", language, {code})};
    auto parsed = scenario::parse_scenario(*scenario_text, *rules_text,
                                           {header->scenario_file, header->rules_file});
    if (!parsed.scenario) return NotRead{sentence("replay.unreadable_case", language, {code})};
    session.scenario = std::make_shared<const core::Scenario>(std::move(*parsed.scenario));
    for (const std::string& bytes : loaded.records) {
        auto record = codec::decode_record(bytes);
        if (!record) {
            return NotRead{sentence("replay.unreadable_record", language,
                                    {code, std::to_string(session.records.size() + 1)})};
        }
        session.records.push_back(std::move(*record));
    }
    session.encoded = loaded.records;
    for (const auto& [name, bytes] : loaded.values) {
        if (!name.starts_with("name:")) continue;
        session.names[static_cast<std::uint32_t>(std::strtoul(name.c_str() + 5, nullptr, 10))] =
            bytes;
    }
    return session;
}

}  // namespace

Read read_session(const std::string& data, const std::string& typed, text::Language language) {
    store::SqliteOptions options;
    options.read_only = true;
    auto opened = store::SqliteStore::open(
        data, [](std::function<void()> work) { work(); }, options);
    if (const auto* error = std::get_if<store::OpenError>(&opened)) {
        return NotRead{sentence("store.open." + std::string(store::name(error->problem)), language,
                                {error->path, error->detail})};
    }
    auto& store = *std::get<std::unique_ptr<store::SqliteStore>>(opened);
    const std::string code = hosting::normalised_code(typed);
    const auto loaded = with_code(store, code);
    if (!loaded) return NotRead{sentence("replay.no_session", language, {code, data})};
    return fold(store, *loaded, code, language);
}

}  // namespace casustafel::cli
