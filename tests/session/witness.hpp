#pragma once
// Somebody who writes down everything one client was told and swore, and afterwards holds it
// against the log that was left: each view it ever had was true at some position, positions never
// went back on one connection, and every answer is what the log says. It knows nothing of how the
// server works.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/families/record.hpp"
#include "truth.hpp"

namespace casustafel::simulation {

// The durable log, and what it says about each act.
struct Story {
    Story(const core::Scenario& scenario, std::vector<core::Record> log);

    std::vector<core::Record> records;
    Truth truth;
    // Where the act with this id stands, by the participant who did it (0: the trainer); ends with
    // the wrong acts that stand there twice.
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> acts;
    std::map<std::uint32_t, std::size_t> joined;  // where each participant came in
    std::vector<std::string> complaints;
};

// What a seat in the lobby sees of itself alone; the truth knows only a seat of nobody in
// particular.
bool is_own_of_a_seat(const std::string& view, const v1::Entity&);

class Witness {
public:
    explicit Witness(std::string name) : name_(std::move(name)) {}

    const std::string& name() const { return name_; }

    // The client opened another connection, said this, heard this.
    void opened();
    void said(std::string_view client_frame);
    void heard(std::string_view server_batch);

    // Everything that cannot be, as sentences.
    std::vector<std::string> complaints(const Story&) const;

private:
    enum class Kind { opened, joined, view, accepted, rejected, names };
    struct Fact {
        Kind kind{};
        std::string what;  // the name of a view, the id of an act
        Print print = 0;
        std::uint32_t participant = 0;
        std::int64_t sim_ms = -1;  // of a view's Session, when it came with it
        std::string reason;        // of a rejection
    };
    struct Act {
        std::uint32_t participant = 0;
        std::string bytes;
        bool accepted = false, rejected = false;
    };
    struct Picture {
        std::map<std::string, Print> entities;
        Print sum = 0;
        void put(const std::string& key, Print print);
    };

    void hear(const v1::ServerFrame&);
    void merge(const v1::ViewPatch&);
    void check_view(const Fact&, const Story&, std::size_t& position,
                    std::vector<std::string>& out) const;
    void check_answer(const Fact&, const Story&, std::size_t& position,
                      std::vector<std::string>& out) const;

    std::string name_;
    std::uint32_t participant_ = 0;
    std::map<std::string, Picture> views_;
    std::vector<Fact> facts_;
    std::map<std::string, Act> acts_;  // by id
    std::set<std::uint32_t> named_;
};

}  // namespace casustafel::simulation
