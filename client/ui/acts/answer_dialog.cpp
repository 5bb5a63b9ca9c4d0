#include "client/ui/acts/answer_dialog.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/recipients.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

enum Way { share, refuse, refer, not_here };
// All but the first, which stands for none.
constexpr auto reasons = std::span(contract::words<contract::RefusalReason>).subspan(1);

// Items that fit the question come first; the others can be chosen too.
std::vector<const v1::Item*> candidates(const Panel& panel, const v1::Request& request) {
    std::vector<const v1::Item*> fitting;
    for (const v1::Item* item : panel.view->all<v1::Item>()) {
        const bool about = std::find(item->about().begin(), item->about().end(),
                                     request.person()) != item->about().end();
        if (!request.item().empty() ? item->id() == request.item()
                                    : about && item->category() == request.category())
            fitting.push_back(item);
    }
    return fitting;
}

// A choice of one, in a list with a line under each: its key, its name and that line.
struct Choice {
    std::string key, label, note, table{};
};

constexpr float choice_height = 48, plain_height = 40, badge = 28;
constexpr float heading_height = 26, explanation_gap = 12, words_height = 62;

void draw_choice(Panel& panel, Rect row, const Choice& choice, bool chosen) {
    draw_radio(panel.ui, {row.left + 21, row.centre().y}, chosen);
    Rect words{row.left + 44, row.top, row.right - 12, row.bottom};
    const TextLook look{chosen ? Type::strong : Type::body};
    if (!choice.note.empty()) words = words.middle_row(40);
    Rect first = choice.note.empty() ? words : words.cut_top(22);
    if (!choice.table.empty()) {
        table_badge(panel.ui, {first.left + 10, first.centre().y}, choice.table);
        first.cut_left(badge);
    }
    panel.draw().line(first, choice.label, look);
    if (!choice.note.empty()) panel.draw().line(words, choice.note, {Type::small, Token::text_2});
}

// Cuts its height off the area: all rows in full, for the page scrolls, or as many as fit in
// `most`.
void draw_choices(Panel& panel, Rect& area, const std::string& name, ListState& list,
                  const std::vector<Choice>& choices, std::string& chosen,
                  float most = unlimited_height) {
    std::vector<Row> rows;
    for (const Choice& choice : choices)
        rows.push_back({name + "." + choice.key, choice.note.empty() ? plain_height : choice_height,
                        false, choice.key == chosen, choice.label});
    const int picked =
        scroll_list(panel.ui, area.cut_top(framed_height(rows, most)), name, rows, list,
                    [&](std::size_t index, Rect row, const Response& response) {
                        const Choice& choice = choices[index];
                        if (choice.key == chosen || response.hovered)
                            panel.draw().fill(row, Token::accent_soft);
                        if (index > 0) panel.draw().horizontal_rule(row.left, row.right, row.top);
                        draw_choice(panel, row, choice, choice.key == chosen);
                        if (response.ring)
                            focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
                    },
                    {.cards = true, .framed = true});
    if (picked >= 0) chosen = choices[static_cast<std::size_t>(picked)].key;
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
        Dialog dialog(panel_, "answer", 720, 640,
                      panel_.say(Say::answer_title, {request_.asker()}));
        draw_bar(dialog.bar);
        const Rect foot = dialog.cut_foot();
        const float most = dialog.most_height();
        dialog.page([&](Rect body) {
            const float top = body.top;
            draw_question(body);
            // What is written under a list stays in sight: the list scrolls in what is left.
            const float under = explanation_gap + heading_height + words_height;
            most_list_ =
                ui_.layout() == Layout::narrow
                    ? unlimited_height
                    : std::max(3 * choice_height, most - (body.top - top) - heading_height - under);
            draw_way(body);
            return body.top - top;
        });
        const Say acts[] = {Say::answer_act_share, Say::answer_act_refuse, Say::answer_act_refer,
                            Say::answer_act_not_here};
        if (draw_foot(
                dialog, foot,
                {.name = "answer.act", .label = panel_.say(acts[draft_.way]), .why = missing()}))
            act();
        if (dialog.closed()) state_.request = 0;
    }

private:
    // Who asks, and how much time is left.
    void draw_bar(Rect bar) {
        const TermLeft left = term_left(panel_, term_of(request_, panel_.role));
        bar.right -= 8;
        bar.right =
            icon_label(ui_, bar, left.icon, left.words, left.tone, left.strong, Align::right).left -
            12;
        table_badge(ui_, {bar.left + 10, bar.centre().y}, panel_.table_of(request_.asker()));
        bar.cut_left(28);
        panel_.draw().line(bar, panel_.role_name(request_.asker()), {Type::body, Token::text_2});
    }

    void draw_question(Rect& body) {
        panel_.draw().cut_paragraph(
            body,
            panel_.say(Say::requests_topic,
                       {in_sentence(panel_.word("category", request_.category())),
                        panel_.person_name(request_.person())}),
            {Type::small, Token::text_2}, 2);
        panel_.draw().cut_paragraph(body, question_text(panel_, request_), {Type::reading}, 12);
        const Segment ways[] = {{"share", panel_.say(Say::answer_way_share)},
                                {"refuse", panel_.say(Say::answer_way_refuse)},
                                {"refer", panel_.say(Say::answer_way_refer)},
                                {"not_here", panel_.say(Say::answer_way_not_here)}};
        const int picked = segmented(ui_, body.cut_top(36), "answer.way", ways, draft_.way);
        if (picked >= 0) draft_.way = picked;
        body.cut_top(14);
    }

    void draw_way(Rect& area) {
        if (draft_.way == share) return draw_items(area);
        if (draft_.way == refuse) return draw_reasons(area);
        if (draft_.way == refer) return draw_roles(area);
        say(area, Say::answer_not_here_body);
    }

    void say(Rect& area, Say words) {
        panel_.draw().cut_paragraph(area, panel_.say(words), {Type::body, Token::text_2});
    }

    void draw_items(Rect& area) {
        const auto items = candidates(panel_, request_);
        if (items.empty()) return say(area, Say::answer_no_items);
        std::vector<Choice> choices;
        for (const v1::Item* item : items)
            choices.push_back({item->id(), item->id() + "  " + panel_.item_title(*item),
                               panel_.word("category", item->category())});
        draw_heading(area, Say::answer_choose_item);
        draw_choices(panel_, area, "answer.item", state_.items, choices, draft_.item);
    }

    void draw_heading(Rect& area, Say words) {
        panel_.draw().line(area.cut_top(heading_height), panel_.say(words), {Type::strong});
    }

    void draw_explanation(Rect& area, Say label) {
        area.cut_top(explanation_gap);
        draw_heading(area, label);
        field(ui_, area.cut_top(words_height), "answer.text", draft_.text,
              {.several_lines = true, .limit = contract::limits::refuse_request_text_characters});
    }

    void draw_reasons(Rect& area) {
        std::vector<Choice> choices;
        for (const std::string_view reason : reasons) {
            const std::string word(reason);
            choices.push_back({word, panel_.word("refusal_reason", word),
                               panel_.word("refusal_reason", word + ".gist")});
        }
        draw_heading(area, Say::answer_choose_reason);
        draw_choices(panel_, area, "answer.reason", state_.reasons, choices, draft_.reason,
                     most_list_);
        draw_explanation(area, Say::answer_explain);
    }

    void draw_roles(Rect& area) {
        std::vector<Choice> choices;
        for (const std::string& role : other_roles(panel_, {request_.asker()})) {
            const v1::Role* seat = panel_.view->find<v1::Role>(role);
            choices.push_back({role, role + "  " + panel_.role_name(role),
                               seat == nullptr ? std::string() : panel_.player_of(*seat),
                               panel_.table_of(role)});
        }
        draw_heading(area, Say::answer_choose_role);
        draw_choices(panel_, area, "answer.role", state_.roles, choices, draft_.referred_to,
                     most_list_);
        draw_explanation(area, Say::answer_explain_optional);
    }

    std::string missing() const {
        if (draft_.way == share && draft_.item.empty()) return panel_.say(Say::answer_missing_item);
        if (draft_.way == refuse && draft_.reason.empty())
            return panel_.say(Say::answer_missing_reason);
        if (draft_.way == refer && draft_.referred_to.empty())
            return panel_.say(Say::answer_missing_role);
        return panel_.phase_is(Phase::running) || draft_.way == share
                   ? std::string()
                   : panel_.say(Say::share_not_running);
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
    float most_list_ = unlimited_height;  // room for a list with something under it
};

struct Answers {
    static constexpr const char* path = "answer";
    static auto& kept(auto& table) { return table.answer.drafts; }
    static constexpr Say title = Say::draft_answer;
    static auto& opens(TableState& table) { return table.answer.request; }
    // An answer stays where it was written until the request is answered.
    static bool put_back(TableState&, const v1::Command& command) {
        return command.has_refuse_request() || command.has_refer_request();
    }
    static bool is_over(const model::View& view, const std::string& role, std::uint64_t id,
                        const AnswerDraft&) {
        const v1::Request* request = view.find<v1::Request>(id);
        return request == nullptr || !model::is_open_for(*request, role);
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, AnswerDraft& draft) {
    visit("way", draft.way);
    if (draft.way < share || draft.way > not_here) draft.way = share;
    visit("item", draft.item);
    visit("reason", draft.reason, Counts::chosen, "refusal_reason");
    visit("referred_to", draft.referred_to, Counts::chosen);
    visit("text", draft.text, Counts::typed);
}

const DraftKind answer_drafts = draft_kind<Answers>();

void draw_answer_dialog(Panel& panel, TableState& state) {
    const v1::Request* request = panel.view->find<v1::Request>(state.answer.request);
    if (request == nullptr || answer_by(*request, panel.role) != nullptr) {
        state.answer.request = 0;
        return;
    }
    AnswerDialog(panel, state, *request).draw();
}

}  // namespace casustafel::ui
