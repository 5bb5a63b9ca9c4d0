#pragma once
// Prompts: questions to some or to all, with or without holding the case; they are opened,
// answered, closed and judged.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct PromptAnswer {
    QuestionId question;
    OptionId option;   // of a question for an item: the item
    std::string text;  // of a question for a text
    static constexpr std::array<std::string_view, 1> later{"text"};
    DESCRIBED(PromptAnswer, question, option, text);
};

struct OpenPrompt {  // before its time, or one without a time of its own
    PromptId prompt;
    COMMAND(OpenPrompt, trainer, once_started, prompt);
};

struct ClosePrompt {  // without waiting for who did not answer yet
    PromptId prompt;
    COMMAND(ClosePrompt, trainer, always, prompt);
};

struct AnswerPrompt {  // the last one of a participant counts
    PromptId prompt;
    std::vector<PromptAnswer> answers;
    COMMAND(AnswerPrompt, seated, always, prompt, answers);
};

// Opened, answered by each participant, closed, and judged.
struct PromptOpened {
    PromptId prompt;
    std::int64_t until_active_ms = 0;  // it closes by itself
    EVENT(PromptOpened, prompt, until_active_ms);
};

struct PromptAnswered {
    PromptId prompt;
    ParticipantId participant{};
    RoleId role;
    std::vector<PromptAnswer> answers;
    EVENT(PromptAnswered, prompt, participant, role, answers);
};

struct PromptClosed {
    PromptId prompt;
    EVENT(PromptClosed, prompt);
};

struct PromptJudged {  // at the closing, of a prediction at the end
    PromptId prompt;
    QuestionId question;
    std::vector<OptionId> right;
    EVENT(PromptJudged, prompt, question, right);
};

struct PromptState {
    PromptStatus status = PromptStatus::waiting;
    std::int64_t until_active_ms = 0;
    std::int64_t at_sim_ms = 0;  // when it opened
    std::map<ParticipantId, PromptAnswered> answers;
    std::map<QuestionId, std::vector<OptionId>> right;  // what was judged so far
    DESCRIBED(PromptState, status, until_active_ms, at_sim_ms, answers, right);
};

struct StateOfPrompts {
    std::map<PromptId, PromptState> prompts;  // those that were opened, or answered in the lobby
    std::map<PromptId, std::int64_t> coming;  // by active time: those that something brought
    static constexpr std::array<std::string_view, 1> later{"coming"};
    DESCRIBED(StateOfPrompts, prompts, coming);
};

// Whether it is put to this role.
bool is_put_to(const Scenario&, const Prompt&, const RoleId&);

// The role that a question is about for who plays this role: in a swap that it has just begun the
// one that it gets, else its own. Empty when it is about none.
RoleId subject_of(const State&, const PromptQuestion&, const RoleId&);

// Whether this option is the right one of a question that is about this role.
bool is_right_of(const PromptOption&, const RoleId& subject);

// Whether this role may see what was answered in this prompt. One that is closed.
bool sees_answers(const State&, const RoleId&, const Prompt&);

// Whether an answer that was given in one role shows to who plays another.
bool shows_answer(const State&, const Prompt&, const RoleId& viewer, const PromptAnswered&);

using PromptCommands = Kinds<OpenPrompt, ClosePrompt, AnswerPrompt>;
using PromptEvents = Kinds<PromptOpened, PromptAnswered, PromptClosed, PromptJudged>;

}  // namespace casustafel::core
