#include "client/ui/table/waiting.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/acts/heard.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {
namespace {

using Question = WaitingQuestion;

constexpr float row_height = 56, padding = 16, beside_least = 300, gap = 8, more_height = 28;
constexpr float most_of_place = 0.45F;  // the rest is for what one reads and asks

Question spoken_question(const Panel& panel, const v1::Spoken& spoken) {
    std::vector<std::string> people;
    for (const std::string& person : spoken.about()) people.push_back(panel.person_name(person));
    Question question{
        "spoken." + std::to_string(spoken.id()),
        panel.say(Say::waiting_spoken, {spoken.giver(), enumerate(panel, people),
                                        in_sentence(panel.word("category", spoken.category()))}),
        {},
        panel.say(Say::waiting_heard),
        panel.say(Say::waiting_not_heard),
        panel.command(),
        panel.command()};
    question.if_yes.mutable_confirm_spoken_share()->set_spoken(spoken.id());
    question.if_yes.mutable_confirm_spoken_share()->set_heard(true);
    question.if_no.mutable_confirm_spoken_share()->set_spoken(spoken.id());
    return question;
}

Question authority_question(const Panel& panel, const v1::AuthorityQuestion& asked) {
    Question question{"authority." + std::to_string(asked.id()),
                      panel.say(Say::waiting_authority, {asked.by(), asked.to()}),
                      asked.reason(),
                      panel.say(Say::waiting_agree),
                      panel.say(Say::waiting_disagree),
                      panel.command(),
                      panel.command()};
    question.if_yes.mutable_answer_authority()->set_question(asked.id());
    question.if_yes.mutable_answer_authority()->set_agreed(true);
    question.if_no.mutable_answer_authority()->set_question(asked.id());
    return question;
}

Question heard_question(const Panel& panel, const v1::Heard& heard) {
    Question question{"heard." + std::to_string(heard.id()),
                      heard_title(panel, heard),
                      heard.text().empty() ? panel.say(Say::heard_asked_body)
                                           : panel.say(Say::heard_asked_words, {heard.text()}),
                      panel.say(Say::heard_which),
                      panel.say(Say::heard_deny),
                      {},
                      panel.command(),
                      heard.id()};
    question.if_no.mutable_deny_heard()->set_heard(heard.id());
    return question;
}

// How a card is laid out: its buttons stand beside the words, or under them where that is tight.
class Card {
public:
    Card(Panel& panel, const Question& question, float width)
        : panel_(panel), question_(question), width_(width - 2 * padding) {
        const ButtonLook look{.small = true};
        yes_ = button_width(panel.ui, question.yes, yes_look());
        no_ = button_width(panel.ui, question.no, look);
        const float buttons = yes_ + no_ + 20;
        const float title = panel.draw().width(question.title, Type::strong);
        under_ = width_ - buttons < std::min(title, beside_least);
        words_ = under_ ? width_ : width_ - buttons;
    }

    float height() const {
        Painter& draw = panel_.draw();
        const float text =
            draw.paragraph_height(words_, question_.title, Type::strong) +
            (question_.body.empty() ? 0
                                    : draw.paragraph_height(words_, question_.body, Type::small));
        return std::max(row_height, text + 16 + (under_ ? 38.0F : 0.0F));
    }

    void draw(Rect row, HeardState& heard) {
        Painter& paint = panel_.draw();
        paint.fill(row, Token::surface, radius::card);
        paint.border(row, Token::accent, 1, radius::card);
        row = row.inset(padding, 8);
        draw_buttons(under_ ? row.cut_bottom(32) : row.cut_right(yes_ + no_ + 8), heard);
        if (under_) row.cut_bottom(6);
        row.right = row.left + words_;
        const float title = paint.paragraph_height(words_, question_.title, Type::strong);
        const float body = question_.body.empty()
                               ? 0
                               : paint.paragraph_height(words_, question_.body, Type::small);
        Rect words = row.middle_row(title + body);
        paint.paragraph(words.cut_top(title), question_.title, {Type::strong});
        paint.paragraph(words, question_.body, {Type::small, Token::text_2});
    }

private:
    ButtonLook yes_look() const {
        return {.icon = question_.which != 0 ? Icon::document : Icon::check,
                .enabled = panel_.may_act(),
                .small = true};
    }

    void draw_buttons(Rect place, HeardState& heard) {
        place = place.middle_row(32);
        const ButtonLook no{.enabled = panel_.may_act(), .small = true};
        const Rect left = place.cut_left(yes_);
        place.cut_left(8);
        if (button(panel_.ui, left, question_.name + ".yes", question_.yes, yes_look())) {
            if (question_.which != 0)
                heard.answering = question_.which;
            else
                panel_.outbox.act(question_.if_yes);
        }
        if (button(panel_.ui, place.cut_left(no_), question_.name + ".no", question_.no, no))
            panel_.outbox.act(question_.if_no);
    }

    Panel& panel_;
    const Question& question_;
    float width_, yes_ = 0, no_ = 0, words_ = 0;
    bool under_ = false;
};

// Only what was said in the room waits: nothing else is asked of this role.
bool all_said_aloud(const std::vector<Question>& all) {
    return std::none_of(all.begin(), all.end(), [](const Question& question) {
        return question.name.starts_with("authority.");
    });
}

// The cards with all of them in sight scroll where they do not fit.
float list_height(Panel& panel, const std::vector<Question>& all, Rect area) {
    float high = 0;
    for (const Question& question : all) high += Card(panel, question, area.width()).height() + gap;
    return std::min(high, area.height() * most_of_place);
}

void draw_list(Panel& panel, Rect area, const std::vector<Question>& all, HeardState& heard) {
    std::vector<Row> rows;
    for (const Question& question : all)
        rows.push_back({question.name, Card(panel, question, area.width() - 10).height() + gap});
    scroll_list(panel.ui, area, "waiting.list", rows, heard.waiting,
                [&](std::size_t index, Rect row, const Response&) {
                    row.bottom -= gap;
                    Card(panel, all[index], row.width()).draw(row, heard);
                },
                {.bare = true, .cards = true});
}

}  // namespace

std::vector<WaitingQuestion> waiting_questions(const Panel& panel) {
    std::vector<Question> all;
    if (panel.looking) return all;
    for (const v1::Heard* heard : panel.view->all<v1::Heard>())
        if (heard->giver() == panel.role) all.push_back(heard_question(panel, *heard));
    for (const model::Waiting& waiting : model::waiting_for(*panel.view, panel.role)) {
        const v1::Spoken* spoken = waiting.kind == model::Waiting::Kind::spoken
                                       ? panel.view->find<v1::Spoken>(waiting.id)
                                       : nullptr;
        const v1::AuthorityQuestion* asked =
            waiting.kind == model::Waiting::Kind::authority
                ? panel.view->find<v1::AuthorityQuestion>(waiting.id)
                : nullptr;
        if (spoken != nullptr) all.push_back(spoken_question(panel, *spoken));
        if (asked != nullptr) all.push_back(authority_question(panel, *asked));
    }
    return all;
}

float waiting_card_height(Panel& panel, const WaitingQuestion& question, float width) {
    return Card(panel, question, width).height();
}

void draw_waiting_card(Panel& panel, const WaitingQuestion& question, Rect row, HeardState& heard) {
    Card(panel, question, row.width()).draw(row, heard);
}

float waiting_height(Panel& panel, Rect area, const HeardState& heard, bool low) {
    const auto all = waiting_questions(panel);
    if (all.empty()) return 0;
    if (heard.all_shown) return list_height(panel, all, area) + more_height + 4;
    if (low) return more_height + 4;
    return Card(panel, all.front(), area.width()).height() + gap + 4 +
           (all.size() > 1 ? more_height : 0);
}

void draw_waiting(Panel& panel, Rect area, HeardState& heard, bool low) {
    const auto all = waiting_questions(panel);
    heard.all_shown = heard.all_shown && (low ? !all.empty() : all.size() > 1);
    if (all.empty()) return;
    panel.ui.area("waiting");
    const Rect whole = area;
    Rect place = area.cut_top(waiting_height(panel, whole, heard, low));
    place.cut_bottom(4);
    const std::size_t shown = heard.all_shown ? all.size() : low ? 0 : 1;
    if (heard.all_shown)
        draw_list(panel, place.cut_top(list_height(panel, all, whole)), all, heard);
    else if (!low)
        draw_waiting_card(panel, all.front(),
                          place.cut_top(Card(panel, all.front(), whole.width()).height()), heard);
    if (shown == all.size() && !heard.all_shown) return;
    const Say closed = !low                  ? Say::waiting_more
                       : all_said_aloud(all) ? Say::waiting_folded_aloud
                                             : Say::waiting_folded;
    const std::string label = heard.all_shown
                                  ? panel.say(Say::waiting_fold)
                                  : panel.say(closed, {std::to_string(all.size() - shown)});
    Rect more = place.cut_bottom(more_height);
    if (link(panel.ui, more.cut_left(panel.draw().width(label, Type::strong_small) + 30),
             "waiting.more", label, heard.all_shown ? Icon::chevron_up : Icon::chevron_down))
        heard.all_shown = !heard.all_shown;
}

}  // namespace casustafel::ui
