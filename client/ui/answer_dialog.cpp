#include "client/ui/answer_dialog.hpp"

#include <algorithm>
#include <array>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/recipients.hpp"
#include "client/ui/requests.hpp"
#include "client/ui/share_dialog.hpp"

namespace casustafel::ui {
namespace {

enum Way { share, refuse, refer, not_here };
constexpr std::string_view reasons[] = {"no_purpose", "no_basis", "not_necessary", "too_rich",
                                        "privacy"};
constexpr std::size_t longest_text_bytes = 500;

// Items that fit the question come first; the others can be chosen too.
std::vector<const v1::Item*> candidates(const Panel& panel, const v1::Request& request) {
    std::vector<const v1::Item*> fitting;
    for (const v1::Item* item : panel.view->items()) {
        const bool about = std::find(item->about().begin(), item->about().end(),
                                     request.person()) != item->about().end();
        if (!request.item().empty() ? item->id() == request.item()
                                    : about && item->category() == request.category())
            fitting.push_back(item);
    }
    return fitting;
}

// One of several in a list with a line under each; returns the key chosen so far or now.
void draw_choices(Panel& panel, Rect area, const std::string& name, ListState& list,
                  const std::vector<std::array<std::string, 3>>& choices, std::string& chosen) {
    std::vector<Row> rows;
    const bool notes = area.height() > 160;
    for (const auto& [key, label, note] : choices) {
        rows.push_back({name + "." + key, note.empty() || !notes ? 40.0F : 50.0F, false,
                        key == chosen, label});
    }
    area.bottom = area.top + whole_rows_height(rows, area.height() - 2) + 2;
    panel.draw().border(area, Token::control_border, 1, radius::control);
    const int picked = scroll_list(
        panel.ui, area.inset(1), name, rows, list,
        [&](std::size_t index, Rect row, const Response& response) {
            const auto& [key, label, note] = choices[index];
            if (key == chosen || response.hovered) panel.draw().fill(row, Token::accent_soft);
            if (index > 0) panel.draw().horizontal_rule(row.left, row.right, row.top);
            draw_radio(panel.ui, {row.left + 21, row.centre().y}, key == chosen);
            Rect words{row.left + 44, row.top, row.right - 12, row.bottom};
            if (!note.empty() && notes) {
                words = words.middle_row(40);
                panel.draw().line(words.cut_top(22), label,
                                  {key == chosen ? Type::strong : Type::body});
                panel.draw().line(words, note, {Type::small, Token::text_2});
            } else {
                panel.draw().line(words, label, {key == chosen ? Type::strong : Type::body});
            }
            if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
        },
        {.inset_left = 12, .cards = true});
    if (picked >= 0) chosen = choices[static_cast<std::size_t>(picked)][0];
}

class AnswerDialog {
public:
    AnswerDialog(Panel& panel, TableState& state, const v1::Request& request)
        : panel_(panel),
          ui_(panel.ui),
          table_(state),
          state_(state.answer),
          draft_(state.answer.drafts[request.id()]),
          request_(request) {}

    void draw() {
        const bool narrow = ui_.layout() == Layout::narrow;
        Dialog dialog(ui_, "answer", 720, 640, panel_.say(Say::answer_title, {request_.asker()}));
        const Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
        Rect body = dialog.body.inset(narrow ? 16 : 32, narrow ? 6 : 16);
        if (!narrow) {
            body.cut_top(
                panel_.draw().paragraph(
                    body,
                    panel_.say(Say::requests_topic, {panel_.word("category", request_.category()),
                                                     panel_.person_name(request_.person())}),
                    {Type::small, Token::text_2}) +
                2);
        }
        body.cut_top(panel_.draw().paragraph(body, question_text(panel_, request_),
                                             {narrow ? Type::body : Type::reading}, 4) +
                     (narrow ? 8.0F : 16.0F));
        const Segment ways[] = {{"share", panel_.say(Say::answer_way_share)},
                                {"refuse", panel_.say(Say::answer_way_refuse)},
                                {"refer", panel_.say(Say::answer_way_refer)},
                                {"not_here", panel_.say(Say::answer_way_not_here)}};
        const int picked = segmented(ui_, body.cut_top(36), "answer.way", ways, draft_.way);
        if (picked >= 0) draft_.way = picked;
        body.cut_top(narrow ? 8 : 16);
        draw_way(body);
        draw_footer(footer);
        if (dialog.closed()) state_.request = 0;
    }

private:
    void draw_way(Rect area) {
        if (draft_.way == share) return draw_items(area);
        if (draft_.way == refuse) return draw_reasons(area);
        if (draft_.way == refer) return draw_roles(area);
        panel_.draw().paragraph(area, panel_.say(Say::answer_not_here_body),
                                {Type::body, Token::text_2});
    }

    void draw_items(Rect area) {
        const auto items = candidates(panel_, request_);
        if (items.empty()) {
            panel_.draw().paragraph(area, panel_.say(Say::answer_no_items),
                                    {Type::body, Token::text_2});
            return;
        }
        panel_.draw().line(area.cut_top(26), panel_.say(Say::answer_choose_item), {Type::strong});
        std::vector<std::array<std::string, 3>> choices;
        for (const v1::Item* item : items)
            choices.push_back({item->id(), item->id() + "  " + panel_.item_title(*item),
                               panel_.word("category", item->category())});
        draw_choices(panel_, area, "answer.item", state_.items, choices, draft_.item);
    }

    void draw_explanation(Rect& area) {
        const bool narrow = ui_.layout() == Layout::narrow;
        Rect bottom = area.cut_bottom(narrow ? 40 : 110);
        const std::string label = panel_.say(Say::answer_explain);
        if (!narrow) {
            panel_.draw().line(bottom.cut_top(22), label, {Type::strong});
            bottom.cut_top(4);
        }
        field(ui_, bottom, "answer.text", draft_.text,
              {.placeholder = narrow ? label : std::string_view{},
               .several_lines = true,
               .limit_bytes = longest_text_bytes});
        area.cut_bottom(8);
    }

    // A low screen leaves the heading out: what is missing is said beside the button.
    void draw_heading(Rect& area, Say words) {
        if (area.height() > 160)
            panel_.draw().line(area.cut_top(26), panel_.say(words), {Type::strong});
    }

    void draw_reasons(Rect area) {
        draw_explanation(area);
        draw_heading(area, Say::answer_choose_reason);
        std::vector<std::array<std::string, 3>> choices;
        for (const std::string_view reason : reasons) {
            const std::string word(reason);
            choices.push_back({word, panel_.word("refusal_reason", word),
                               panel_.word("refusal_reason", word + ".gist")});
        }
        draw_choices(panel_, area, "answer.reason", state_.reasons, choices, draft_.reason);
    }

    void draw_roles(Rect area) {
        draw_explanation(area);
        draw_heading(area, Say::answer_choose_role);
        std::vector<std::array<std::string, 3>> choices;
        for (const std::string& role : other_roles(panel_, {request_.asker()})) {
            const v1::Role* seat = panel_.view->role(role);
            choices.push_back({role, role + "  " + panel_.role_name(role),
                               seat == nullptr ? std::string() : panel_.in(seat->aim())});
        }
        draw_choices(panel_, area, "answer.role", state_.roles, choices, draft_.referred_to);
    }

    std::string missing() const {
        if (draft_.way == share && draft_.item.empty()) return panel_.say(Say::answer_choose_item);
        if (draft_.way == refuse && draft_.reason.empty())
            return panel_.say(Say::answer_choose_reason);
        if (draft_.way == refer && draft_.referred_to.empty())
            return panel_.say(Say::answer_choose_role);
        return panel_.phase_is("running") || draft_.way == share
                   ? std::string()
                   : panel_.say(Say::share_not_running);
    }

    void draw_footer(Rect row) {
        const Say acts[] = {Say::answer_act_share, Say::answer_act_refuse, Say::answer_act_refer,
                            Say::answer_act_not_here};
        const std::string label = panel_.say(acts[draft_.way]), why = missing();
        const ButtonLook primary{.style = ButtonStyle::primary,
                                 .keycap = ui_.layout() == Layout::narrow ? "" : "Ctrl ↵",
                                 .enabled = why.empty()};
        const bool pressed =
            button(ui_, row.cut_right(button_width(ui_, label, primary)).middle_row(40),
                   "answer.act", label, primary);
        row.right -= 12;
        if (!why.empty()) reason_line(ui_, row, why);
        if ((pressed || ui_.take({Key::enter, false, true})) && why.empty()) act();
    }

    void act() {
        const std::uint64_t id = request_.id();
        if (draft_.way == share) {
            state_.request = 0;
            open_share(table_.share, draft_.item, id);
            return;
        }
        v1::Command command = panel_.command();
        if (draft_.way == refuse) {
            command.mutable_refuse_request()->set_request(id);
            command.mutable_refuse_request()->set_reason(draft_.reason);
            command.mutable_refuse_request()->set_text(draft_.text);
        } else if (draft_.way == refer) {
            command.mutable_refer_request()->set_request(id);
            command.mutable_refer_request()->set_to(draft_.referred_to);
            command.mutable_refer_request()->set_text(draft_.text);
        } else {
            command.mutable_answer_not_here()->set_request(id);
        }
        panel_.outbox.act(std::move(command));
        state_.request = 0;
    }

    Panel& panel_;
    Ui& ui_;
    TableState& table_;
    AnswerState& state_;
    AnswerDraft& draft_;
    const v1::Request& request_;
};

}  // namespace

void draw_answer_dialog(Panel& panel, TableState& state) {
    const v1::Request* request = panel.view->request(state.answer.request);
    if (request == nullptr || answer_by(*request, panel.role) != nullptr) {
        state.answer.request = 0;
        return;
    }
    AnswerDialog(panel, state, *request).draw();
}

}  // namespace casustafel::ui
