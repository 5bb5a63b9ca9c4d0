// Prompts: questions while they are open, and afterwards what was answered, to whom it may be told
// and without names where it was promised so: then nothing shows before the closing, texts stand in
// the order of their letters, and too few answers are not shown at all.
#include <algorithm>
#include <vector>

#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind prompt_kind = kind(v1::Entity::kPrompt);

using Answers = std::vector<const core::PromptAnswered*>;

const core::PromptState& state_of(const core::State& state, const core::PromptId& id) {
    static const core::PromptState not_opened;
    const auto found = state.prompts.find(id);
    return found == state.prompts.end() ? not_opened : found->second;
}

const core::PromptAnswered* own_answer(const core::State& state, const core::PromptId& id,
                                       const core::RoleId& role) {
    const auto seat = state.seats.find(role);
    const auto& answers = state_of(state, id).answers;
    if (seat == state.seats.end()) return nullptr;
    const auto found = answers.find(seat->second.occupant);
    return found == answers.end() ? nullptr : &found->second;
}

bool is_private(const core::Prompt& prompt) { return prompt.seen_by == core::PromptReach::me; }

// While it is open, whom it is put to; afterwards whom the answers are told, and, unless they were
// for the trainer only, who gave one. A trainer who looks through a role does not read what
// is for that person alone.
Seen own_prompt(const Eyes& eyes) {
    const core::PromptId id{eyes.subject.id};
    const core::Prompt* prompt = find(eyes.scenario(), id);
    if (!prompt) return nothing;
    const auto status = core::status_of(eyes.state, id);
    const bool veiled = eyes.viewer.through && is_private(*prompt);
    const Facet facet{veiled ? FacetKind::veiled : FacetKind::own, eyes.role()};
    if (status == core::PromptStatus::open)
        return core::is_put_to(eyes.scenario(), *prompt, eyes.role()) ? Seen{facet} : nothing;
    if (status == core::PromptStatus::waiting || veiled) return nothing;
    const bool keeps = prompt->seen_by != core::PromptReach::trainer || prompt->tells;
    const bool told = core::sees_answers(eyes.state, eyes.role(), *prompt) ||
                      (keeps && own_answer(eyes.state, id, eyes.role()));
    return told ? Seen{facet} : nothing;
}

bool is_named(const core::Prompt& prompt) { return prompt.shown_as == core::PromptShown::named; }

// The answers that this viewer may be told of now.
Answers answers_for(const Look& look, const core::Prompt& prompt) {
    Answers answers;
    const bool closed = core::status_of(look.state, prompt.id) == core::PromptStatus::closed;
    if (is_private(prompt) || (!closed && !(look.is_trainer() && is_named(prompt)))) return {};
    for (const auto& [participant, answered] : state_of(look.state, prompt.id).answers)
        if (look.is_trainer() || core::shows_answer(look.state, prompt, look.facet.role, answered))
            answers.push_back(&answered);
    return answers;
}

void put_choosers(const Answers& answers, const core::Prompt& prompt,
                  const core::QuestionId& question, const std::string& option,
                  v1::PromptOption& m) {
    std::uint32_t count = 0;
    for (const core::PromptAnswered* answered : answers)
        for (const core::PromptAnswer& answer : answered->answers) {
            if (answer.question != question || answer.option.value != option) continue;
            ++count;
            if (is_named(prompt)) m.add_chosen_by(number(answered->participant));
        }
    m.set_count(count);
}

void put_said(const Answers& answers, const core::Prompt& prompt, const core::QuestionId& question,
              v1::PromptQuestion& m) {
    std::vector<std::pair<std::string, std::uint32_t>> said;
    for (const core::PromptAnswered* answered : answers)
        for (const core::PromptAnswer& answer : answered->answers)
            if (answer.question == question && !answer.text.empty())
                said.emplace_back(answer.text,
                                  is_named(prompt) ? number(answered->participant) : 0);
    if (!is_named(prompt)) std::ranges::sort(said);
    for (const auto& [text, by] : said) {
        v1::PromptSaid& each = *m.add_said();
        each.set_by(by);
        each.set_text(text);
    }
}

bool is_judged_right(const core::PromptState& now, const core::QuestionId& question,
                     const core::OptionId& option) {
    const auto judged = now.right.find(question);
    return judged != now.right.end() &&
           std::ranges::find(judged->second, option) != judged->second.end();
}

// Gives the options as this viewer reads them: a trainer as they were written, every seat in
// another order, so that who takes the first agrees with nobody. The order follows from seat and
// question alone, so it is the same in every replay and tells nothing.
std::vector<const core::PromptOption*> in_order_for(const Look& look,
                                                    const core::PromptQuestion& question) {
    std::vector<const core::PromptOption*> left, ordered;
    for (const core::PromptOption& option : question.options) left.push_back(&option);
    if (look.is_trainer() || question.form != core::QuestionForm::choice) return left;
    const auto& roles = look.scenario.roles;
    const auto seat = std::ranges::find(roles, look.facet.role, &core::Role::id);
    auto turn = static_cast<std::size_t>(seat - roles.begin());
    for (const char letter : question.id.value) turn += static_cast<unsigned char>(letter);
    while (!left.empty()) {
        const auto next = left.begin() + static_cast<std::ptrdiff_t>(turn % left.size());
        turn /= left.size();
        ordered.push_back(*next);
        left.erase(next);
    }
    return ordered;
}

// Of a question for an item: those that the role has, or, for who reads the answers, those named.
std::vector<std::string> item_options(const Look& look, const Answers& answers,
                                      const core::QuestionId& question) {
    std::vector<std::string> ids;
    for (const core::Item& item : look.scenario.items) {
        const bool has = !look.is_trainer() && core::sees(look.state, look.facet.role, item.id);
        const bool named = std::ranges::any_of(answers, [&](const auto* answered) {
            return std::ranges::any_of(answered->answers, [&](const core::PromptAnswer& answer) {
                return answer.question == question && answer.option.value == item.id.value;
            });
        });
        if (has || (named && look.is_trainer())) ids.push_back(item.id.value);
    }
    return ids;
}

struct Telling {
    const core::Prompt& written;
    const core::PromptState& now;
    Answers answers;      // that may be told of
    bool rights = false;  // and what is right, as the case says
};

void put_option(const Look& look, const Telling& telling, const core::PromptQuestion& each,
                const core::PromptOption& option, v1::PromptOption& shown) {
    shown.set_id(option.id.value);
    put(option.text, shown.mutable_text());
    put_choosers(telling.answers, telling.written, each.id, option.id.value, shown);
    if (look.is_trainer()) shown.set_right(is_judged_right(telling.now, each.id, option.id));
    if (!telling.rights) return;
    shown.set_right(option.right || is_judged_right(telling.now, each.id, option.id));
    if (!option.why.nl.empty()) put(option.why, shown.mutable_why());
}

void put_question(const Look& look, const Telling& telling, const core::PromptQuestion& each,
                  v1::PromptQuestion& question) {
    question.set_id(each.id.value);
    put(each.text, question.mutable_text());
    question.set_kind(word(each.form));
    question.set_most(static_cast<std::uint32_t>(each.most));
    if (!each.lowest.nl.empty()) put(each.lowest, question.mutable_lowest());
    if (!each.highest.nl.empty()) put(each.highest, question.mutable_highest());
    if (!look.is_trainer())
        question.set_about(core::subject_of(look.state, each, look.facet.role).value);
    for (const core::PromptOption* option : in_order_for(look, each))
        put_option(look, telling, each, *option, *question.add_options());
    if (each.form == core::QuestionForm::items)
        for (const std::string& item : item_options(look, telling.answers, each.id)) {
            v1::PromptOption& shown = *question.add_options();
            shown.set_id(item);
            put_choosers(telling.answers, telling.written, each.id, item, shown);
        }
    put_said(telling.answers, telling.written, each.id, question);
}

void put_own_answers(const core::PromptAnswered* mine, v1::Prompt& m) {
    if (!mine) return;
    for (const core::PromptAnswer& answer : mine->answers) {
        v1::PromptChoice& choice = *m.add_mine();
        choice.set_question(answer.question.value);
        choice.set_option(answer.option.value);
        choice.set_text(answer.text);
    }
}

void put_nature(const Look& look, const core::Prompt& written, v1::Prompt& m) {
    m.set_id(written.id.value);
    put(written.title, m.mutable_title());
    if (!written.intro.nl.empty()) put(written.intro, m.mutable_intro());
    m.set_holds(written.holds);
    m.set_seen_by(word(written.seen_by));
    m.set_shown_as(word(written.shown_as));
    m.set_moment(word(written.moment));
    m.set_at_sim_ms(written.at_sim_ms.value_or(0));
    m.set_after(written.after.value);
    if (!look.is_trainer()) return;
    for (const core::Role& role : look.scenario.roles)
        if (core::is_put_to(look.scenario, written, role.id)) m.add_to(role.id.value);
}

void fill_prompt(const Look& look, v1::Entity& entity) {
    v1::Prompt& m = *entity.mutable_prompt();
    const core::Prompt& written = *find(look.scenario, core::PromptId{look.subject.id});
    const core::PromptState& now = state_of(look.state, written.id);
    const auto* mine = look.facet.kind == FacetKind::own
                           ? own_answer(look.state, written.id, look.facet.role)
                           : nullptr;
    put_nature(look, written, m);
    m.set_status(word(core::status_of(look.state, written.id)));
    if (now.status == core::PromptStatus::open)
        m.set_ends_in_ms(left_ms(look, now.until_active_ms));
    Telling telling{written, now, answers_for(look, written), written.tells && mine};
    m.set_tells(telling.rights);
    m.set_too_few(!is_named(written) && !telling.answers.empty() &&
                  telling.answers.size() < static_cast<std::size_t>(written.shown_from));
    if (m.too_few()) telling.answers.clear();
    m.set_shown(!telling.answers.empty());
    m.set_answers(static_cast<std::uint32_t>(telling.answers.size()));
    for (const core::PromptQuestion& each : written.questions)
        put_question(look, telling, each, *m.add_questions());
    put_own_answers(mine, m);
    if (!look.is_trainer()) return;
    for (const auto& [participant, answered] : now.answers) m.add_answered(number(participant));
}

bool is_open(const v1::Entity& entity) {
    return entity.prompt().status() == core::PromptStatus::open && entity.prompt().ends_in_ms() > 0;
}

constexpr Row rows[] = {
    {.kind = prompt_kind,
     .key = contract::entities::prompt,
     .offered = Offered::of_the_case,
     .place = 221,
     .list = list_written<&core::Scenario::prompts>,
     .role = own_prompt,
     .trainer = when_written<core::PromptId, FacetKind::trainer>,
     .before_start = true,
     .fill = fill_prompt,
     .ticks = is_open},
};

struct Changes : Touch {
    void on(const core::PromptAnswered& e) {
        const auto roles = core::roles_of(after, e.participant);
        if (roles.empty()) add(prompt_kind, e.prompt.value);
        for (const core::RoleId& role : roles) add_for(role, prompt_kind, e.prompt.value);
    }
    void on(const core::PromptJudged& e) { add(prompt_kind, e.prompt.value); }
    void on(const core::PromptOpened& e) { add(prompt_kind, e.prompt.value); }
    void on(const core::PromptClosed& e) { add(prompt_kind, e.prompt.value); }
    // Each sees what it answered itself.
    void on(const core::RoleTaken& e) { add_own(e.role); }
    void on(const core::RoleReleased& e) { add_own(e.role); }
    // Some are open before the start and some after the end.
    void on(const core::SessionStarted&) { add_each(); }
    void on(const core::SessionEnded&) { add_each(); }
    // Others sit there, and what is asked about the other is about somebody else.
    void on(const core::SwapStarted&) { add_each(); }
    void on(const core::RolesSwapped&) { add_each(); }
    void on(const core::SwapFinished&) { add_each(); }
    void on(const core::SwapCancelled&) { add_each(); }
    void on_clock() {
        for (const auto& [id, now] : after.prompts)
            if (now.status == core::PromptStatus::open) add(prompt_kind, id.value);
    }
    // Some questions are for one of the items that a role has.
    void on(const core::ItemDealt& e) { add_those_for_items(e.to); }
    void on(const core::ItemShared& e) { add_those_for_items(e.to); }
    void on(const core::ItemEmerged& e) { add_those_for_items({e.role}); }

private:
    void add_each() {
        for (const core::Prompt& each : after.scenario->prompts) add(prompt_kind, each.id.value);
    }
    void add_own(const core::RoleId& role) {
        for (const core::Prompt& each : after.scenario->prompts)
            add_for(role, prompt_kind, each.id.value);
    }
    void add_those_for_items(const std::vector<core::RoleId>& roles) {
        const auto for_items = [](const core::PromptQuestion& question) {
            return question.form == core::QuestionForm::items;
        };
        for (const core::Prompt& each : after.scenario->prompts)
            if (std::ranges::any_of(each.questions, for_items) &&
                core::status_of(after, each.id) != core::PromptStatus::waiting)
                for (const core::RoleId& role : roles) add_for(role, prompt_kind, each.id.value);
    }
};

}  // namespace

constinit const Family families::prompts = family<Changes>(rows);

}  // namespace casustafel::view
