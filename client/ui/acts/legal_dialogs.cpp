#include "client/ui/acts/legal_dialogs.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/item_band.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/polls/prompt.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr std::string_view triage_table = "V";

template <class Message>
WeighingDraft written(const Message& weighing) {
    return {weighing.tried(), weighing.harm(), weighing.averts(), weighing.minimum()};
}

// The draft of an item; at first what was recorded before.
WeighingDraft& draft_of(const Panel& panel, WeighingState& state) {
    const auto found = state.drafts.find(state.item);
    if (found != state.drafts.end()) return found->second;
    WeighingDraft& made = state.drafts[state.item];
    if (const auto* recorded = panel.view->find<v1::Weighing>(state.item))
        made = written(*recorded);
    return made;
}

// A field of one line that grows to three with what is written in it.
float field_height(Panel& panel, float width, const std::string& text) {
    const float words = panel.draw().paragraph_height(width - 24, text, Type::body, 3);
    return std::max(space::control, words + 18);
}

std::string table_name(const Panel& panel, std::string_view id) {
    for (const v1::Table* table : panel.view->all<v1::Table>())
        if (table->id() == id) return panel.in(table->name());
    return std::string(id);
}

struct WeighingQuestion {
    const char* name;
    Say words;
    std::string* answer;
};

void draw_questions(Panel& panel, Rect& inner, std::span<const WeighingQuestion> questions) {
    panel.draw().cut_paragraph(inner, panel.say(Say::weighing_body), {Type::body, Token::text_2},
                               12);
    int number = 0;
    for (const WeighingQuestion& question : questions) {
        const float begins = inner.top;
        panel.draw().cut_paragraph(
            inner, std::to_string(++number) + ". " + panel.say(question.words), {Type::strong}, 4);
        field(panel.ui, inner.cut_top(field_height(panel, inner.width(), *question.answer)),
              question.name, *question.answer,
              {.several_lines = true, .limit = contract::limits::record_weighing_tried_characters});
        keep_whole(panel.ui, {inner.left, begins, inner.right, inner.top});
        if (number < static_cast<int>(questions.size())) inner.cut_top(14);
    }
}

std::string missing(const Panel& panel, bool whole, Say what) {
    if (!whole) return panel.say(what);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

// A few words at least: "x" weighs nothing, and who reads it later learns nothing from it.
bool says_something(const std::string& answer) {
    constexpr int fewest_words = 2, fewest_letters = 8;
    int words = 0, letters = 0;
    bool inside = false;
    for (const char each : answer) {
        const bool apart = each == ' ' || each == '\n';
        words += !apart && !inside ? 1 : 0;
        letters += apart ? 0 : 1;
        inside = !apart;
    }
    return words >= fewest_words && letters >= fewest_letters;
}

std::string missing_in(const Panel& panel, std::span<const WeighingQuestion> questions) {
    for (const WeighingQuestion& question : questions)
        if (blank(*question.answer)) return panel.say(Say::weighing_missing);
    int number = 0;
    for (const WeighingQuestion& question : questions)
        if (++number; !says_something(*question.answer))
            return panel.say(Say::weighing_too_short, {std::to_string(number)});
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

struct Weighings {
    static constexpr const char* path = "weighing";
    static auto& kept(auto& table) { return table.weighing.drafts; }
    static constexpr Say title = Say::draft_weighing;
    static auto& opens(TableState& table) { return table.weighing.item; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_record_weighing()) return false;
        const v1::RecordWeighing& refused = command.record_weighing();
        table.weighing.drafts[refused.item()] = written(refused);
        return true;
    }
    static bool is_over(const model::View& view, const std::string&, const std::string& item,
                        const WeighingDraft& draft) {
        const v1::Weighing* recorded = view.find<v1::Weighing>(item);
        return recorded != nullptr && written(*recorded) == draft;
    }
};

struct Triages {
    static constexpr const char* path = "triage";
    static auto& only(auto& table) { return table.triage.reason; }
    static std::string title(const DraftNotes& to) { return to.panel.say(Say::draft_triage); }
    static void resume(TableState& table) { table.triage.open = true; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (command.has_put_up_for_triage() && table.triage.reason.empty())
            table.triage.reason = command.put_up_for_triage().reason();
        return command.has_put_up_for_triage();
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, WeighingDraft& draft) {
    visit("tried", draft.tried, Counts::typed);
    visit("harm", draft.harm, Counts::typed);
    visit("averts", draft.averts, Counts::typed);
    visit("minimum", draft.minimum, Counts::typed);
}

const DraftKind weighing_drafts = draft_kind<Weighings>();
const DraftKind triage_drafts = draft_kind<Triages>();

void draw_weighing_dialog(Panel& panel, WeighingState& state) {
    WeighingDraft& draft = draft_of(panel, state);
    Dialog dialog(panel, "weighing", 760, 560, panel.say(Say::weighing_title), "weighing.tried");
    draw_item_band(panel, dialog, state.item);
    const Rect foot = dialog.cut_foot();
    const std::array<WeighingQuestion, 4> questions = {
        {{"weighing.tried", Say::weighing_tried, &draft.tried},
         {"weighing.harm", Say::weighing_harm, &draft.harm},
         {"weighing.averts", Say::weighing_averts, &draft.averts},
         {"weighing.minimum", Say::weighing_minimum, &draft.minimum}}};
    dialog.page([&](Rect& inner) { draw_questions(panel, inner, questions); });
    if (draw_foot(dialog, foot,
                  {.name = "weighing.act",
                   .label = panel.say(Say::weighing_act),
                   .why = missing_in(panel, questions),
                   .icon = Icon::scale_balance})) {
        panel.act<v1::RecordWeighing>([&](auto& weighing) {
            weighing.set_item(state.item);
            weighing.set_tried(draft.tried);
            weighing.set_harm(draft.harm);
            weighing.set_averts(draft.averts);
            weighing.set_minimum(draft.minimum);
        });
        state.drafts.erase(state.item);
        state.item.clear();
        return;
    }
    if (dialog.closed()) state.item.clear();
}

void draw_triage_dialog(Panel& panel, TriageState& state) {
    Dialog dialog(panel, "triage", 700, 340, panel.say(Say::table_put_up_title), "triage.reason");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(body, panel.say(Say::table_put_up_body),
                                   {Type::body, Token::text_2}, 12);
        panel.draw().cut_paragraph(
            body, panel.say(Say::table_put_up_reason, {table_name(panel, triage_table)}),
            {Type::strong}, 4);
        field(panel.ui, body.cut_top(84), "triage.reason", state.reason,
              {.several_lines = true,
               .limit = contract::limits::put_up_for_triage_reason_characters});
    });
    if (draw_foot(dialog, foot,
                  {.name = "triage.act",
                   .label = panel.say(Say::table_put_up_long),
                   .why = missing(panel, !blank(state.reason), Say::table_put_up_missing),
                   .icon = Icon::flag})) {
        panel.act<v1::PutUpForTriage>([&](auto& act) { act.set_reason(state.reason); });
        state.reason.clear();
        state.open = false;
    }
    if (dialog.closed()) state.open = false;
}

void draw_accept_question(Panel& panel, TriageState& state) {
    std::string body = panel.say(Say::table_accept_body);
    const v1::Triage* triage = panel.view->find<v1::Triage>();
    if (triage != nullptr && !triage->reason().empty())
        body = panel.say(Say::table_accept_reason, {triage->reason()}) + "\n" + body;
    const Answer answer = draw_question(panel, {.name = "accept",
                                                .title = panel.say(Say::table_accept_title),
                                                .body = body,
                                                .yes = panel.say(Say::table_accept),
                                                .icon = Icon::check});
    if (answer == Answer::none) return;
    state.accepting = false;
    if (answer == Answer::no) return;
    panel.act<v1::AcceptTriage>();
}

}  // namespace casustafel::ui
