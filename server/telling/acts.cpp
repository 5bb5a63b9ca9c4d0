#include "server/telling/acts.hpp"

namespace casustafel::telling {

using text::Key;

KeyedText tell(const score::Flag& flag) {
    std::vector<core::RoleId> to;
    for (const core::Recipient& recipient : flag.recipients) to.push_back(recipient.role);
    Argument verdict = Nothing{};
    if (!flag.recipients.empty()) verdict = flag.recipients.front().verdict;
    return {Key::report_flag,
            {flag.giver, Receivers{flag.giver, to}, word(flag.form), flag.item,
             Moment{flag.sim_ms, {}}, verdict}};
}

KeyedText tell(const score::RemovedNeed& need) {
    return {Key::report_removed_need,
            {need.role, need.item, need.holder, Moment{need.deadline_sim_ms, {}}}};
}

KeyedText about(const score::Correction& correction) {
    Argument what = correction.item;
    if (correction.target.kind == core::CorrectionKind::decision)
        what = correction.target.decision;
    else if (correction.item.empty())
        what = correction.person;
    return {key_of("report.corrected.", core::name(correction.target.kind)),
            {correction.by, Receivers{correction.by, correction.to}, what, word(correction.form)}};
}

std::optional<KeyedText> lost_flag(const score::Correction& correction) {
    if (!correction.raised_flag) return std::nullopt;
    return KeyedText{Key::report_corrected_flag, {}};
}

KeyedText reason(const score::Correction& correction) {
    return {Key::report_corrected_reason, {Typed{correction.reason}}};
}

std::vector<KeyedText> tell(const score::Handover& note) {
    std::vector<KeyedText> said;
    const std::int64_t open = note.open, mentioned = note.mentioned;
    if (note.open == 0)
        said.push_back({Key::report_note_nothing_open, {note.role}});
    else if (note.seq == 0)
        said.push_back({Key::report_note_none, {note.role, open}});
    else
        said.push_back({Key::report_note_line, {note.role, mentioned, open}});
    if (!note.begun.empty())
        said.push_back(
            {note.begun.size() == 1 ? Key::report_note_begun_one : Key::report_note_begun,
             {count(note.begun_mentioned.size()), count(note.begun.size())}});
    return said;
}

}  // namespace casustafel::telling
