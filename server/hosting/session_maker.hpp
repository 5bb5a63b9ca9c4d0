#pragma once
// Makes sessions beside the loop: reading the case and writing the head of the log wait for the
// disk. What is asked twice while it is being made is made once.
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "proto/contract/reasons.hpp"
#include "server/hosting/fork.hpp"
#include "server/hosting/session/session.hpp"

namespace casustafel::hosting {

class SessionMaker {
public:
    // A session, or why there is none; for everybody who asked for it.
    using Result = std::variant<std::unique_ptr<Session>, contract::Refusal>;
    using Made = std::function<void(Result, const std::vector<ConnectionId>& asked_by)>;

    // The surroundings stay the host's.
    SessionMaker(const Surroundings& around, Made made) : around_(around), made_(std::move(made)) {}

    // Whether this request is being made already; then this connection is told with the others.
    bool joins(const std::string& request_id, ConnectionId);
    // With this card, led by this trainer.
    struct Wish {
        std::string scenario, request_id;
        v1::SessionCard card;
        std::uint32_t lead = 0;
    };
    // The session from which a new one goes on, and from where.
    struct Origin {
        std::string id, code;
        std::shared_ptr<const core::Scenario> scenario;
        v1::ForkSession wish;
    };
    void make(const Wish&, const std::string& code, ConnectionId);
    // The case is the other's, as its log holds it.
    void fork(const Wish&, const Origin&, const std::string& code, ConnectionId);

    bool makes(const std::string& code) const { return making_.contains(code); }
    std::size_t count() const { return making_.size(); }

private:
    using Begun = std::variant<Beginning, contract::Refusal>;
    void run(const Wish&, const std::string& code, ConnectionId asked_by,
             std::function<Begun(SessionOrder)> begin);
    struct Making {
        std::string request_id;
        std::vector<ConnectionId> asked_by;
    };

    const Surroundings& around_;
    Made made_;
    std::map<std::string, Making> making_;                        // by code
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // work that ends later checks it
};

}  // namespace casustafel::hosting
