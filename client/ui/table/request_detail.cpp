#include "client/ui/table/request_detail.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/table/requests.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float who_width = 112;

// "Geweigerd: geen doel", "Doorverwezen: PRC Procesregisseur".
std::string answer_words(const Panel& panel, const v1::Answer& answer) {
    const std::string words = panel.word("answer", answer.kind());
    if (answer.kind() == contract::AnswerKind::refused)
        return words + ": " + in_sentence(panel.word("refusal_reason", answer.reason()));
    if (answer.kind() == contract::AnswerKind::referred)
        return words + ": " + answer.referred_to() + " " + panel.role_name(answer.referred_to());
    return words;
}

void draw_answer(Panel& panel, Rect& inner, const std::string& asked, const v1::Answer* answer) {
    Rect row = inner.cut_top(28);
    role_label(panel.ui, row.cut_left(who_width), panel.table_of(asked), asked);
    if (answer == nullptr) {
        panel.draw().line(row, panel.say(Say::requests_no_answer), {Type::body, Token::text_2});
        return;
    }
    panel.draw().line(row, answer_words(panel, *answer), {Type::strong});
    if (answer->text().empty()) return;
    Rect quoted = inner;
    quoted.left += who_width;
    inner.cut_top(panel.draw().paragraph(quoted, answer->text(), {}) + 8);
}

void draw_text(Panel& panel, Rect& inner, const v1::Request& request) {
    const bool mine = request.asker() == panel.role;
    const std::string when = moment(panel, request.at_sim_ms());
    const std::string sent =
        mine ? panel.say(Say::requests_sent,
                         {enumerate(panel, {request.to().begin(), request.to().end()}), when})
             : panel.say(Say::requests_arrived, {request.asker(), when});
    const std::string topic =
        panel.say(Say::requests_topic, {in_sentence(panel.word("category", request.category())),
                                        panel.person_name(request.person())});
    panel.draw().cut_paragraph(inner, sent + " · " + topic, {Type::small, Token::text_2}, 6);
    panel.draw().cut_paragraph(inner, question_text(panel, request), {Type::reading}, 14);
    for (const std::string& asked : request.to())
        if (mine || asked == panel.role)
            draw_answer(panel, inner, asked, answer_by(request, asked));
}

// The same question as a new draft, to the same roles or to none yet. A draft that somebody wrote
// in stays as it is.
void ask_again(TableState& state, const v1::Request& request, bool same_roles) {
    AskDraft& draft = state.ask.draft;
    if (draft.text.empty()) {
        draft = {{}, request.person(), request.category(), request.item(), request.text()};
        if (same_roles) draft.to = {request.to().begin(), request.to().end()};
    }
    state.ask.open = true;
    state.ask.step = 0;
    state.requests.detail = 0;
}

// What can be done when the answer was no answer.
void draw_next_steps(Panel& panel, Rect& row, TableState& state, const v1::Request& request) {
    bool without = false;
    for (const v1::Answer& answer : request.answers())
        without |= answer.kind() != contract::AnswerKind::shared;
    if (request.asker() != panel.role || !without || !panel.may_act()) return;
    const auto step = [&](Say word, const char* name, bool same_roles) {
        const std::string label = panel.say(word);
        if (button(panel.ui, row.cut_right(button_width(panel.ui, label)).middle_row(40), name,
                   label))
            ask_again(state, request, same_roles);
        row.cut_right(8);
    };
    step(Say::requests_other, "request.other", false);
    step(Say::requests_again, "request.again", true);
}

}  // namespace

void draw_request_detail(Panel& panel, TableState& state) {
    const v1::Request* request = panel.view->find<v1::Request>(state.requests.detail);
    if (request == nullptr) {
        state.requests.detail = 0;
        return;
    }
    Dialog dialog(
        panel, "request", 640, 320,
        panel.say(request->asker() == panel.role ? Say::requests_detail : Say::requests_to_me));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& inner) { draw_text(panel, inner, *request); });
    draw_next_steps(panel, foot, state, *request);
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.requests.detail = 0;
}

}  // namespace casustafel::ui
