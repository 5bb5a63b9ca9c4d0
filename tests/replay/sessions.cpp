#include "sessions.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/store/sqlite_store.hpp"

namespace casustafel::replay {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(CASUSTAFEL_SOURCE_DIR) / "tests/golden/runs";

}  // namespace

std::vector<std::string> stored_runs() {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(folder))
        if (file.path().extension() == ".db") names.push_back(file.path().stem().string());
    return names;
}

Past stored(const std::string& name) {
    const fs::path data = fs::path(testing::TempDir()) / ("casustafel-replay-" + name);
    fs::create_directories(data);
    fs::copy_file(folder / (name + ".db"), data / "casustafel.db",
                  fs::copy_options::overwrite_existing);
    auto opened =
        store::SqliteStore::open(data.string(), [](auto task) { task(); }, {.read_only = true});
    auto& store = *std::get<std::unique_ptr<store::SqliteStore>>(opened);
    const auto loaded = store.load(store.list().front());
    const auto header = codec::decode_header(loaded->header);
    auto parsed = scenario::parse_scenario(*store.text(header->scenario_hash),
                                           *store.text(header->rules_hash),
                                           {header->scenario_file, header->rules_file});
    std::vector<core::Record> records;
    for (const std::string& bytes : loaded->records)
        records.push_back(*codec::decode_record(bytes));
    return Past(std::make_shared<const core::Scenario>(std::move(*parsed.scenario)),
                codec::edition_of(header->format), std::move(records));
}

Past opened(const Past& past) {
    std::vector<core::Record> records = past.records();
    core::Record record;
    record.seq = past.last() + 1;
    record.stamp = past.stamp(past.last());
    record.actor.kind = core::ActorKind::trainer;
    record.command = core::DeclassifyCase{};
    record.events = {core::CaseDeclassified{}};
    records.push_back(record);
    return Past(past.shared_scenario(), past.now().edition, std::move(records));
}

}  // namespace casustafel::replay
