#include "server/hosting/salvage.hpp"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <map>

#include "proto/contract/codes.hpp"
#include "server/codec/record.hpp"

namespace casustafel::hosting {
namespace {

constexpr const char* salvaged_from = "salvaged_from";

std::string mark_of(const std::string& id) { return "salvaged:" + id; }

std::vector<std::string> codes_of(store::Store& store) {
    std::vector<std::string> codes;
    for (const std::string& id : store.list()) {
        const auto examined = store.examine(id);
        if (!examined) continue;
        for (const auto& [name, bytes] : examined->standing.values)
            if (name == "code") codes.push_back(bytes);
    }
    return codes;
}

std::string new_code(store::Store& store, const RandomBytes& random) {
    const auto taken = codes_of(store);
    std::string code = readable_code(random, contract::code_letters);
    while (std::ranges::find(taken, code) != taken.end())
        code = readable_code(random, contract::code_letters);
    return code;
}

// The records that are still a log: each is one, and follows the one before it.
std::vector<std::string> readable(std::vector<std::string> records) {
    std::size_t good = 0;
    for (; good < records.size(); ++good) {
        const auto record = codec::decode_record(records[good]);
        if (!record || record->seq != good + 1) break;
    }
    records.resize(good);
    return records;
}

// What stood beside the log, with a code of its own, and a key where that was lost.
std::vector<store::Value> values_of(const store::LoadedSession& standing, const Salvaged& saved,
                                    const std::string& called, const RandomBytes& random) {
    std::map<std::string, std::string> values(standing.values.begin(), standing.values.end());
    values["code"] = saved.code;
    values[salvaged_from] = called + " " + std::to_string(saved.records);
    values.erase("request_id");
    values.try_emplace("key", random_bytes(random, 32));
    std::vector<store::Value> all;
    for (auto& [name, bytes] : values) all.push_back({name, std::move(bytes)});
    return all;
}

bool append_all(store::Store& store, const std::string& id, std::vector<std::string> records) {
    const auto lease = store.claim(id);
    if (!lease) return false;
    std::promise<store::Outcome> told;
    store.append({*lease, 1, std::move(records), {}},
                 [&](store::Outcome outcome) { told.set_value(outcome); });
    return told.get_future().get() == store::Outcome::durable;
}

std::optional<std::vector<std::string>> texts_for(store::Store& store,
                                                  const codec::LogHeader& header,
                                                  const TextByHash& elsewhere) {
    std::vector<std::string> texts;
    for (const std::string& hash : {header.scenario_hash, header.rules_hash}) {
        auto text = store.text(hash);
        if (!text) text = elsewhere(hash);
        if (!text) return std::nullopt;
        texts.push_back(std::move(*text));
    }
    return texts;
}

}  // namespace

std::string_view name(NotSalvaged reason) {
    switch (reason) {
        case NotSalvaged::whole: return "whole";
        case NotSalvaged::header: return "header";
        case NotSalvaged::texts: return "texts";
        case NotSalvaged::storage: return "storage";
    }
    std::abort();
}

std::variant<Salvaged, NotSalvaged> salvage(store::Store& store, const RandomBytes& random,
                                            const std::string& id, const std::string& called,
                                            const TextByHash& elsewhere) {
    auto examined = store.examine(id);
    if (!examined) return NotSalvaged::storage;
    const auto header = codec::decode_header(examined->standing.header);
    if (!header) return NotSalvaged::header;
    const bool texts_stand = store.text(header->scenario_hash) && store.text(header->rules_hash);
    const std::size_t found = examined->standing.records.size();
    auto records = readable(std::move(examined->standing.records));
    if (!examined->damage && records.size() == found && texts_stand) return NotSalvaged::whole;
    const auto texts = texts_for(store, *header, elsewhere);
    if (!texts) return NotSalvaged::texts;
    const Salvaged saved{new_code(store, random), records.size()};
    const std::string new_id = hex(random_bytes(random, 8));
    const auto made = store.create(new_id, examined->standing.header, *texts,
                                   values_of(examined->standing, saved, called, random));
    if (made != store::Outcome::durable || !append_all(store, new_id, std::move(records)) ||
        store.set_server_value({mark_of(id), saved.code}) != store::Outcome::durable)
        return NotSalvaged::storage;
    return saved;
}

std::optional<std::string> store_log(store::Store& store, const RandomBytes& random,
                                     const std::string& header,
                                     const std::vector<std::string>& texts,
                                     std::vector<std::string> records) {
    const std::string code = new_code(store, random), id = hex(random_bytes(random, 8));
    const auto made =
        store.create(id, header, texts, {{"code", code}, {"key", random_bytes(random, 32)}});
    if (made != store::Outcome::durable || !append_all(store, id, std::move(records)))
        return std::nullopt;
    return code;
}

std::string saved_as(store::Store& store, const std::string& id) {
    return store.server_value(mark_of(id)).value_or("");
}

}  // namespace casustafel::hosting
