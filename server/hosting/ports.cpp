#include "server/hosting/ports.hpp"

namespace casustafel::hosting {
namespace {

class AtOnce final : public Work {
public:
    void run(std::function<Finish()> work) override { work()(); }
};

}  // namespace

Work& work_at_once() {
    static AtOnce at_once;
    return at_once;
}

std::string_view name(CloseReason reason) {
    switch (reason) {
        case CloseReason::malformed: return "malformed";
        case CloseReason::too_large: return "too_large";
        case CloseReason::too_fast: return "too_fast";
        case CloseReason::too_slow: return "too_slow";
        case CloseReason::wrong_version: return "wrong_version";
        case CloseReason::superseded: return "superseded";
        case CloseReason::wrong_code: return "wrong_code";
        case CloseReason::too_many: return "too_many";
        case CloseReason::going_away: return "going_away";
        case CloseReason::reused_command: return "reused_command";
        case CloseReason::silent: return "silent";
    }
    return "malformed";
}

}  // namespace casustafel::hosting
