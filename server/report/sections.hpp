#pragma once
// Inside report only: the parts of the page, each a function from what happened to markup. page.cpp
// puts them one after another.
#include <map>
#include <string>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/report/html.hpp"
#include "server/report/wording.hpp"
#include "server/score/score.hpp"

namespace casustafel::report {

using Names = std::map<core::ParticipantId, std::string>;
using TrainerNames = std::map<std::uint32_t, std::string>;

// stopped.cpp: that the trainer ended it before its time, and what that does to the numbers;
// nothing when it did not.
Html stopped(const Wording&, const std::vector<core::Record>&);
// headline.cpp: the two headings with their bars.
Html headline(const Wording&, const score::Score&);
// outcome.cpp: the ending with its good thing and its loss, and how the people fared.
Html outcome(const Wording&, const std::vector<core::Record>&);
// decisions.cpp: each decision with what was and could have been on the table.
Html decisions(const Wording&, const score::Score&, const std::vector<core::Record>&);
// unshared.cpp: what was known and never reached who needed it.
Html unshared(const Wording&, const score::Score&, const std::vector<core::Record>&);
// questions.cpp: the case's questions with what happened filled in.
Html questions(const Wording&, const score::Score&, const std::vector<core::Record>&);
// plan.cpp: the actions of the plan on their five points; who carried what over the bridge; what
// the handover notes passed on.
Html plan(const Wording&, const score::Score&, const std::vector<core::Record>&);
// boards.cpp: the cards of every board in the end, what they rest on and who dissented.
Html boards(const Wording&, const std::vector<core::Record>&);
Html bridges(const Wording&, const score::Score&);
Html handovers(const Wording&, const score::Score&);
// numbers.cpp: the twelve numbers of the team and the tables in one table, the same with their
// evidence (each line once), flags, what was left out.
Html numbers_overview(const Wording&, const score::Score&);
Html numbers(const Wording&, const score::Score&);
Html flags(const Wording&, const score::Score&);
Html removed_needs(const Wording&, const score::Score&);
// prompts.cpp: what was answered to prompts that count, and what was right.
Html prompts(const Wording&, const score::Score&);
// before_after.cpp: the questionnaire before and after, what people knew of their other role, and
// what was said to all in words.
Html before_after(const Wording&, const std::vector<core::Record>&);
// bases.cpp: the legal bases that were used, each with its source and whether it is confirmed.
Html bases(const Wording&, const std::vector<core::Record>&);
// corrections.cpp: what the trainer left out, with both numbers of what changed by it.
Html corrections(const Wording&, const score::Score&);
// evidence.cpp: one line of evidence as a sentence, with links to its events.
Html evidence_line(const Wording&, const score::Evidence&);
// network.cpp: who told whom, as a picture and as an equal table.
Html network(const Wording&, const std::vector<core::Record>&);
// key.cpp: what the signs on the page mean, also where it cannot be pointed at.
Html key_of_signs(const Wording&);
// story.cpp: what happened, in sentences by round and hour. Marks and answers to a prompt stand
// together, one line an hour.
Html story(const Wording&, const std::vector<core::Record>&, const Names&, const TrainerNames&);

// What the case itself began, by the words of its author; nullptr when it did not.
const core::ScriptedAsk* scripted_ask(const core::Scenario&, const core::Scripted&);
const core::ScriptedAction* scripted_action(const core::Scenario&, const core::Scripted&);

// The judgement on a share in words, with its light: "● groen", "▲ oranje: ander doel dan mocht".
Html verdict(const Wording&, const core::Verdict&);

// One row of cells under each other's heads, from their pieces.
Html table_of(const std::vector<Html>& head, const std::vector<std::vector<Html>>& rows);
// A heading, a line of what it is about, and the rest.
Html titled(const Wording&, text::Key title, text::Key gist, const std::vector<Html>& rest);

// A number with the word of its band, or that there is too little to say.
Html value_and_band(const Wording&, const std::optional<double>& value);
// A bar of 0 to 100 with marks where the bands begin; empty without a value, hatched when the
// trainer's corrections changed it.
Html bar(const std::optional<double>& value, const std::optional<score::Original>&);
// What the number is without the corrections; nothing when they did not change it.
Html without_corrections(const Wording&, const std::optional<double>& value,
                         const std::optional<score::Original>&);

// A link to the sentence of this record in the story.
Html event_link(const Wording&, std::uint64_t seq);
Html event_links(const Wording&, const std::vector<std::uint64_t>& seqs);
// The id that such a link leads to.
std::string event_anchor(std::uint64_t seq);

}  // namespace casustafel::report
