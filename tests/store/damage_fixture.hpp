#pragma once
// A data directory as a killed server leaves it, what was acknowledged in it, and ways to damage a
// copy of it.
#include <random>

#include "store_fixture.hpp"

namespace casustafel::store {

inline const Executor in_place = [](std::function<void()> work) { work(); };

inline std::string file_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Everything that somebody was told is durable.
struct Acknowledged {
    std::map<std::string, LoadedSession> sessions;
    std::string trainer_key = "hash-of-the-trainer-key";
    std::map<std::string, std::string> texts;  // by hash
};

// The three files of a directory; a copy is damaged and never the directory itself.
struct Files {
    std::string database, wal, heads;

    static Files of(const std::string& folder) {
        return {file_bytes(folder + "/casustafel.db"), file_bytes(folder + "/casustafel.db-wal"),
                file_bytes(folder + "/casustafel.heads")};
    }
    void write_to(const std::string& folder) const {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        write_file(folder + "/casustafel.db", database);
        if (!wal.empty()) write_file(folder + "/casustafel.db-wal", wal);
        if (!heads.empty()) write_file(folder + "/casustafel.heads", heads);
    }
};

// A server that made some sessions, was written to for a while, and died in between.
class KilledServer {
public:
    KilledServer() {
        for (int i = 0; i < 5; ++i) make_session("session-" + std::to_string(i));
        desk_.store().set_server_value({"trainer_key", told.trainer_key});
        for (int round = 0; round < 4; ++round) play(round);
        desk_.restart();  // what was written so far stands in the database, the rest beside it
        for (auto& [id, lease] : leases_) lease = desk_.store().claim(id).value();
        for (int round = 4; round < 8; ++round) play(round);
        half_way = Files::of(desk_.folder.data());
        for (int round = 8; round < 12; ++round) play(round);
        at_the_end = Files::of(desk_.folder.data());
    }

    Acknowledged told;
    Files half_way, at_the_end;

private:
    void make_session(const std::string& id) {
        const std::string text(2500, id.back()), header = "header of " + id;
        const Values values = {{"code", "CODE" + id}, {"key", std::string(32, id.back())}};
        desk_.store().create(id, header, {text},
                             {{"code", values[0].second}, {"key", values[1].second}});
        told.sessions[id] = {header, {}, values};
        leases_[id] = desk_.store().claim(id).value();
    }
    void play(int round) {
        for (auto& [id, session] : told.sessions) {
            Records records;
            for (unsigned left = 1 + random_() % 4; left > 0; --left)
                records.push_back("record " +
                                  std::to_string(session.records.size() + records.size()) + " of " +
                                  id + std::string(random_() % 300, 'r'));
            const std::string person = "name:" + std::to_string(round % 6);
            set(session, "real_ms", std::to_string(100000 + round));
            set(session, person, "Mirjam-" + std::to_string(random_() % 1000));
            EXPECT_EQ(desk_.append(leases_[id], session.records.size() + 1, records,
                                   {{"real_ms", value(session, "real_ms")},
                                    {person, value(session, person)}}),
                      Outcome::durable);
            std::ranges::copy(records, std::back_inserter(session.records));
        }
    }
    static std::string value(const LoadedSession& session, const std::string& name) {
        for (const auto& [known, bytes] : session.values)
            if (known == name) return bytes;
        return {};
    }
    static void set(LoadedSession& session, const std::string& name, const std::string& bytes) {
        std::map<std::string, std::string> values(session.values.begin(), session.values.end());
        values[name] = bytes;
        session.values.assign(values.begin(), values.end());
    }

    Desk<SqliteDesk> desk_;
    std::mt19937 random_{7};
    std::map<std::string, Lease> leases_;
};

// What a start on some files came to.
struct Verdict {
    bool refused = false;  // it does not open, and says why
    bool named = false;    // something is called damaged
    std::vector<std::string> lies;
};

// Says where what is told differs from what was acknowledged without a word about it.
inline Verdict verdict_on(const std::string& folder, const Acknowledged& told,
                          SqliteOptions options = {}) {
    Verdict verdict;
    auto opened = SqliteStore::open(folder, in_place, std::move(options));
    if (std::holds_alternative<OpenError>(opened)) {
        verdict.refused = verdict.named = true;
        return verdict;
    }
    Store& store = *std::get<std::unique_ptr<SqliteStore>>(opened);
    const bool directory_damaged = !store.damage().empty();
    verdict.named = directory_damaged;
    for (const auto& [id, truth] : told.sessions) {
        const auto examined = store.examine(id);
        if (!examined) {
            if (!directory_damaged) verdict.lies.push_back(id + " is gone");
            continue;
        }
        const LoadedSession& standing = examined->standing;
        verdict.named |= examined->damage.has_value();
        const bool prefix =
            standing.records.size() <= truth.records.size() &&
            std::equal(standing.records.begin(), standing.records.end(), truth.records.begin());
        if (!prefix) verdict.lies.push_back(id + " has other records");
        for (const auto& value : standing.values)
            if (std::ranges::find(truth.values, value) == truth.values.end() && !examined->damage)
                verdict.lies.push_back(id + " has another " + value.first);
        const bool whole = standing.header == truth.header && standing.records == truth.records &&
                           standing.values == truth.values;
        if (!examined->damage && !whole) verdict.lies.push_back(id + " is called whole");
    }
    if (store.server_value("trainer_key") != told.trainer_key && !directory_damaged)
        verdict.lies.push_back("the trainer key is gone");
    return verdict;
}

}  // namespace casustafel::store
