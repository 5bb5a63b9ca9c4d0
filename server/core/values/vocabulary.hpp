#pragma once
// The closed word lists of the game under the core's own name; they are written in the contract,
// because the client speaks them too.
#include "proto/contract/words.hpp"

namespace casustafel::core {

using contract::ActorKind;
using contract::AnswerKind;
using contract::AutopilotUse;
using contract::Category;
using contract::CauseKind;
using contract::CheckKind;
using contract::ConditionKind;
using contract::CorrectionKind;
using contract::DecisionStatus;
using contract::EndReason;
using contract::FieldKind;
using contract::Form;
using contract::InjectStatus;
using contract::Label;
using contract::Language;
using contract::Light;
using contract::Mark;
using contract::MeetingFormat;
using contract::MeetingPhase;
using contract::Onward;
using contract::PromptMeasure;
using contract::PromptMoment;
using contract::PromptReach;
using contract::PromptShown;
using contract::PromptStatus;
using contract::Purpose;
using contract::QuestionForm;
using contract::RefusalReason;
using contract::SessionPhase;
using contract::StanceRule;
using contract::SwapStage;
using contract::TakenBy;
using contract::Track;
using contract::TriageStatus;
using contract::Truth;

using contract::count;
using contract::name;
using contract::named;

}  // namespace casustafel::core
