#pragma once
// What a trainer leaves out of the score, or takes in again.
#include <cstdint>
#include <map>
#include <string>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

// What a correction is about: a thing made in play, or a decision of the case.
struct CorrectionTarget {
    CorrectionKind kind{};
    EntityId made = EntityId::none;  // share, request, action
    DecisionId decision;
    auto operator<=>(const CorrectionTarget&) const = default;
    DESCRIBED(CorrectionTarget, kind, made, decision);
};

// The score is also counted without this, or with it again; the first number stays visible.
struct CorrectScore {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    COMMAND(CorrectScore, trainer, always, target, leave_out, reason);
};

struct ScoreCorrected {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    EVENT(ScoreCorrected, target, leave_out, reason);
};

struct Correction {
    std::string reason;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Correction, reason, at_sim_ms);
};

struct StateOfCorrections {
    std::map<CorrectionTarget, Correction> corrections;  // what is left out of the score
    DESCRIBED(StateOfCorrections, corrections);
};

using CorrectionsCommands = Kinds<CorrectScore>;
using CorrectionsEvents = Kinds<ScoreCorrected>;

}  // namespace casustafel::core
