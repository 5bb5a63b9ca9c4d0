#pragma once
// Freeze probes: questions to everybody while the case stands still; they are opened, answered,
// closed and judged.
#include <cstdint>
#include <map>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct ProbeAnswer {
    QuestionId question;
    OptionId option;
    DESCRIBED(ProbeAnswer, question, option);
};

struct OpenProbe {  // before its time, or one without a time of its own
    ProbeId probe;
    COMMAND(OpenProbe, trainer, once_started, probe);
};

struct CloseProbe {  // without waiting for who did not answer yet
    ProbeId probe;
    COMMAND(CloseProbe, trainer, once_started, probe);
};

struct AnswerProbe {  // the last one of a participant counts
    ProbeId probe;
    std::vector<ProbeAnswer> answers;
    COMMAND(AnswerProbe, seated, in_probe, probe, answers);
};

// A freeze probe: opened, answered by each participant, closed, and judged.
struct ProbeOpened {
    ProbeId probe;
    std::int64_t until_active_ms = 0;  // it closes by itself
    EVENT(ProbeOpened, probe, until_active_ms);
};

struct ProbeAnswered {
    ProbeId probe;
    ParticipantId participant{};
    RoleId role;
    std::vector<ProbeAnswer> answers;
    EVENT(ProbeAnswered, probe, participant, role, answers);
};

struct ProbeClosed {
    ProbeId probe;
    EVENT(ProbeClosed, probe);
};

struct ProbeJudged {  // at the closing, of a prediction at the end
    ProbeId probe;
    QuestionId question;
    std::vector<OptionId> right;
    EVENT(ProbeJudged, probe, question, right);
};

struct ProbeState {
    ProbeStatus status = ProbeStatus::waiting;
    std::int64_t until_active_ms = 0;
    std::int64_t at_sim_ms = 0;  // when it opened
    std::map<ParticipantId, ProbeAnswered> answers;
    std::map<QuestionId, std::vector<OptionId>> right;  // what was judged so far
    DESCRIBED(ProbeState, status, until_active_ms, at_sim_ms, answers, right);
};

struct StateOfProbes {
    std::map<ProbeId, ProbeState> probes;  // those that were opened
    DESCRIBED(StateOfProbes, probes);
};

using ProbeCommands = Kinds<OpenProbe, CloseProbe, AnswerProbe>;
using ProbeEvents = Kinds<ProbeOpened, ProbeAnswered, ProbeClosed, ProbeJudged>;

}  // namespace casustafel::core
