#include "client/ui/table/requests.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/answer_dialog.hpp"
#include "client/ui/acts/ask_dialog.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/table/waiting.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float tabs_height = 44, row_height = 52, tall_row_height = 84, gap = 8, empty_inset = 24;
constexpr std::size_t rows_in_sight = 3;

bool asked_of(const v1::Request& request, std::string_view role) {
    return std::find(request.to().begin(), request.to().end(), role) != request.to().end();
}

// Open ones first, the most urgent on top; then what is answered, latest first.
std::vector<const v1::Request*> to_me(const Panel& panel) {
    std::vector<const v1::Request*> mine;
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        if (asked_of(*request, panel.role)) mine.push_back(request);
    }
    std::stable_sort(
        mine.begin(), mine.end(), [&](const v1::Request* one, const v1::Request* other) {
            const bool answered_one = answer_by(*one, panel.role) != nullptr,
                       answered_other = answer_by(*other, panel.role) != nullptr;
            if (answered_one != answered_other) return !answered_one;
            return !answered_one && term_of(*one, panel.role) < term_of(*other, panel.role);
        });
    return mine;
}

std::vector<const v1::Request*> by_me(const Panel& panel) {
    std::vector<const v1::Request*> mine;
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        if (request->asker() == panel.role) mine.insert(mine.begin(), request);
    }
    return mine;
}

using Status = TermLeft;

Status term_status(const Panel& panel, const v1::Request& request) {
    if (const v1::Answer* answer = answer_by(request, panel.role)) {
        return {Icon::check, Tone::neutral, panel.word("answer", answer->kind())};
    }
    return term_left(panel, term_of(request, panel.role));
}

Status answers_status(const Panel& panel, const v1::Request& request, bool fresh) {
    const bool all = request.answers_size() >= request.to_size();
    // Of one who was asked: what the answer was. A refusal or a referral leaves the asker with the
    // question.
    if (all && request.to_size() == 1) {
        const std::string& kind = request.answers(0).kind();
        const bool shared = kind == contract::AnswerKind::shared;
        return {fresh    ? Icon::reply
                : shared ? Icon::check
                         : Icon::alert,
                fresh    ? Tone::accent
                : shared ? Tone::good
                         : Tone::attention,
                panel.word("answer", kind), fresh};
    }
    return {fresh ? Icon::reply
            : all ? Icon::check
                  : Icon::timer,
            fresh ? Tone::accent
            : all ? Tone::good
                  : Tone::neutral,
            panel.say(Say::requests_answers,
                      {std::to_string(request.answers_size()), std::to_string(request.to_size())}),
            fresh};
}

// Answers to an own request that were not looked at yet.
int new_answers(const RequestsState& state, const v1::Request& request) {
    const auto seen = state.answers_seen.find(request.id());
    return request.answers_size() - (seen == state.answers_seen.end() ? 0 : seen->second);
}

class Rows {
public:
    Rows(Panel& panel, TableState& state, bool mine) : panel_(panel), state_(state), mine_(mine) {}

    // `first` stands above the requests, in the same list.
    void draw(Rect area, const std::vector<const v1::Request*>& requests, ListState& list,
              const std::vector<WaitingQuestion>& first) {
        std::vector<Row> rows;
        for (const WaitingQuestion& question : first)
            rows.push_back(
                {question.name,
                 waiting_card_height(panel_, question, area.width() - 10 - 2 * gap) + gap});
        for (const v1::Request* request : requests)
            rows.push_back(
                {name(*request), height(), false, false, question_text(panel_, *request)});
        scroll_list(panel_.ui, area, mine_ ? "requests.by_me" : "requests.to_me", rows, list,
                    [&](std::size_t index, Rect row, const Response&) {
                        if (index < first.size()) {
                            row = {row.left + gap, row.top + gap, row.right - gap, row.bottom};
                            return draw_waiting_card(panel_, first[index], row, state_.talk.heard);
                        }
                        if (index > 0) panel_.draw().horizontal_rule(row.left, row.right, row.top);
                        draw_row(*requests[index - first.size()], row);
                    },
                    {.inset_left = 16, .bare = true});
    }

private:
    bool tall() const { return panel_.ui.layout() == Layout::narrow; }
    float height() const { return tall() ? tall_row_height : row_height; }
    static std::string name(const v1::Request& request) {
        return "request." + std::to_string(request.id());
    }

    void draw_row(const v1::Request& request, Rect row) {
        if (mine_ && new_answers(state_.requests, request) > 0)
            new_dot(panel_.ui, {row.left + 8, row.centre().y});
        Rect inner = row.inset(16, 6);
        if (tall()) {
            Rect top = inner.cut_top(32);
            draw_party(request, top.cut_left(110));
            draw_button(request, top);
            draw_status(request, top);
            panel_.draw().paragraph(inner, question_text(panel_, request), {}, 2);
            return;
        }
        draw_party(request, inner.cut_left(96));
        draw_button(request, inner);
        draw_status(request, inner);
        inner.right -= 12;
        const std::string question = question_text(panel_, request);
        if (panel_.draw().width(question, Type::body) <= inner.width()) {
            panel_.draw().line(inner, question, {});
        } else {
            const float high =
                panel_.draw().paragraph_height(inner.width(), question, Type::small, 2);
            panel_.draw().paragraph(inner.middle_row(high), question, {Type::small}, 2);
        }
    }

    void draw_party(const v1::Request& request, Rect area) {
        const std::string who = mine_ ? request.to(0) : request.asker();
        const std::string more = mine_ && request.to_size() > 1
                                     ? " +" + std::to_string(request.to_size() - 1)
                                     : std::string();
        role_label(panel_.ui, area, panel_.table_of(who), who + more);
    }

    void draw_button(const v1::Request& request, Rect& row) {
        const bool done = mine_ || answer_by(request, panel_.role) != nullptr;
        const std::string label = panel_.say(done ? Say::requests_look : Say::requests_answer);
        ButtonLook look{.small = true};
        if (!done) look.icon = Icon::reply;
        look.enabled = done || panel_.may_begin();
        const Rect place = row.cut_right(button_width(panel_.ui, label, look)).middle_row(32);
        if (button(panel_.ui, place, name(request) + ".open", label, look)) {
            if (done) {
                state_.requests.detail = request.id();
                state_.requests.answers_seen[request.id()] = request.answers_size();
            } else {
                state_.answer.request = request.id();
            }
        }
        row.cut_right(12);
    }

    void draw_status(const v1::Request& request, Rect& row) {
        const Status status =
            mine_ ? answers_status(panel_, request, new_answers(state_.requests, request) > 0)
                  : term_status(panel_, request);
        const Rect used = icon_label(panel_.ui, row, status.icon, status.words, status.tone,
                                     status.strong, Align::right);
        row.right = used.left;
    }

    Panel& panel_;
    TableState& state_;
    bool mine_;
};

void draw_frame(Panel& panel, Rect area) {
    panel.draw().fill(area, Token::surface, radius::card);
    panel.draw().border(area, Token::line, 1, radius::card);
}

}  // namespace

int open_requests(const Panel& panel) {
    int open = 0;
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        open +=
            asked_of(*request, panel.role) && answer_by(*request, panel.role) == nullptr ? 1 : 0;
    }
    return open;
}

int fresh_answers(const Panel& panel, const RequestsState& state) {
    int fresh = 0;
    for (const v1::Request* request : panel.view->all<v1::Request>())
        if (request->asker() == panel.role) fresh += new_answers(state, *request) > 0 ? 1 : 0;
    return fresh;
}

float requests_height(Panel& panel, const RequestsState& state, float width, float most) {
    const std::size_t count = state.tab == 0 ? to_me(panel).size() : by_me(panel).size();
    if (count == 0) {
        const Say body =
            state.tab == 0 ? Say::requests_empty_to_me_body : Say::requests_empty_by_me_body;
        return std::min(most, tabs_height + gap + 2 * empty_inset - 8 + 24 +
                                  panel.draw().paragraph_height(width - 2 * empty_inset,
                                                                panel.say(body), Type::body));
    }
    // Whole rows only: what does not fit is told under the last of them.
    std::size_t rows = std::min(count, rows_in_sight);
    const auto height = [&] {
        return tabs_height + gap + static_cast<float>(rows) * row_height +
               (count > rows ? 28.0F : 0.0F);
    };
    while (rows > 1 && height() > most) --rows;
    return height();
}

void draw_requests(Panel& panel, Rect area, TableState& state, bool folded) {
    panel.ui.area("requests");
    RequestsState& requests = state.requests;
    const auto asked = to_me(panel), own = by_me(panel);
    const int open = open_requests(panel), fresh = fresh_answers(panel, requests);
    const int waiting = static_cast<int>(std::count_if(
        own.begin(), own.end(), [](const v1::Request* each) { return model::is_open(*each); }));
    Rect tabs = area.cut_top(tabs_height);
    if (button_right(panel.ui, tabs, 32, "requests.new", panel.say(Say::requests_new),
                     {.icon = Icon::question, .enabled = panel.may_begin(), .small = true})) {
        open_ask(panel, state.ask, nullptr);
    }
    // Where everything is in tabs, what else waits for an answer is among the questions.
    std::vector<WaitingQuestion> first;
    if (panel.ui.layout() == Layout::narrow) first = waiting_questions(panel);
    const int to_answer = open + static_cast<int>(first.size());
    if (requests.tab != 0) first.clear();
    // Folded away it still says how long the first of them can wait.
    const std::string left =
        folded && open > 0 ? term_left(panel, term_of(*asked.front(), panel.role)).words : "";
    const Tab choices[] = {{.key = "to_me",
                            .label = panel.say(Say::requests_to_me),
                            .count = to_answer,
                            .asks_attention = to_answer > 0,
                            .note = left,
                            .shut = folded},
                           {.key = "by_me",
                            .label = panel.say(Say::requests_by_me),
                            .count = fresh > 0 ? fresh : waiting,
                            .asks_attention = fresh > 0,
                            .shut = folded}};
    const int picked = tab_row(panel.ui, tabs, "requests.tab", choices, requests.tab);
    if (picked >= 0) {
        requests.tab = picked;
        requests.unfolded = requests.unfolded || folded;
    }
    if (folded) return;
    area.cut_top(gap);
    const auto& shown = requests.tab == 0 ? asked : own;
    if (shown.empty() && first.empty()) {
        draw_frame(panel, area);
        empty_state(
            panel, area.inset(empty_inset, empty_inset - 4),
            requests.tab == 0 ? Say::requests_empty_to_me : Say::requests_empty_by_me,
            requests.tab == 0 ? Say::requests_empty_to_me_body : Say::requests_empty_by_me_body);
        return;
    }
    draw_frame(panel, area);
    Rows(panel, state, requests.tab == 1)
        .draw(area, shown, requests.tab == 0 ? requests.to_me : requests.by_me, first);
}

}  // namespace casustafel::ui
