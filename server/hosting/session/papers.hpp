#pragma once
// What a session shows so far, as numbers or as a page. It is made beside the loop, of what the
// store says is durable, each kind once at a time for everybody who asked meanwhile; the numbers
// are kept until something happens. Who may have it is the session's to judge when it is given.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"
#include "server/hosting/session/gate.hpp"
#include "server/hosting/surroundings/ports.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

// What a trainer may ask for that takes too long for the loop: the score as numbers, or the debrief
// page, or the page with which the group goes on without computers.
enum class Paper : std::uint8_t { results, report_nl, report_en, handout_nl, handout_en };
constexpr bool is_handout(Paper paper) {
    return paper == Paper::handout_nl || paper == Paper::handout_en;
}

// The name of the frame by which it is asked for.
std::string_view asked_by_name(Paper);

// The session that a paper is about.
struct PaperSource {
    std::string id, code;
    std::shared_ptr<const core::Scenario> scenario;
    // Of a page to go on with on paper only: what time it is, and who everybody is.
    core::Stamp now;
    std::map<core::ParticipantId, std::string> names;
};

class Papers {
public:
    // Called once for each who asked; no pieces: the log could not be read.
    using Give = std::function<void(ConnectionId, Paper, const std::vector<Frame>& pieces)>;

    Papers(store::Store& store, Work& work, Give give)
        : store_(store), work_(work), give_(std::move(give)) {}

    // Gives the paper of the log up to `durable_seq` or further, as soon as it is made.
    void ask(ConnectionId, Paper, const PaperSource&, std::uint64_t durable_seq);

private:
    struct OnFile {
        std::vector<Frame> pieces;  // made last, empty: never
        std::uint64_t seq = 0;      // what it was made of
        bool making = false;
        std::set<ConnectionId> asked_by;  // waiting for what is being made
    };
    void make(Paper, const PaperSource&);
    void give(Paper);

    store::Store& store_;
    Work& work_;
    Give give_;
    std::map<Paper, OnFile> on_file_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // work that ends later checks it
};

}  // namespace casustafel::hosting
