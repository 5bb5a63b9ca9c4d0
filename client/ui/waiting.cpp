#include "client/ui/waiting.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/heard.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t rows_in_sight = 3;
constexpr float row_height = 56, padding = 16, beside_least = 300;

// Without `yes` it is only told; with `which` yes asks which item it was.
struct Question {
    std::string name, title, body, yes, no;
    v1::Command if_yes, if_no;
    std::uint64_t which = 0;
};

Question spoken_question(const Panel& panel, const v1::Spoken& spoken) {
    std::vector<std::string> people;
    for (const std::string& person : spoken.about()) people.push_back(panel.person_name(person));
    Question question{"spoken." + std::to_string(spoken.id()),
                      panel.say(Say::waiting_spoken, {spoken.giver()}),
                      panel.say(Say::requests_topic, {panel.word("category", spoken.category()),
                                                      enumerate(panel, people)}),
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

// What this role noted itself and has no answer to yet.
Question own_note(const Panel& panel, const v1::Heard& heard) {
    return {"heard." + std::to_string(heard.id()),
            heard_title(panel, heard),
            panel.say(Say::heard_noted_body, {heard.giver()}),
            {},
            {},
            {},
            {}};
}

std::vector<Question> questions(const Panel& panel) {
    std::vector<Question> all;
    for (const model::Waiting& waiting : model::waiting_for(*panel.view, panel.role)) {
        const v1::Spoken* spoken =
            waiting.kind == model::Waiting::Kind::spoken ? panel.view->spoken(waiting.id) : nullptr;
        const v1::AuthorityQuestion* asked = waiting.kind == model::Waiting::Kind::authority
                                                 ? panel.view->authority_question(waiting.id)
                                                 : nullptr;
        if (spoken != nullptr) all.push_back(spoken_question(panel, *spoken));
        if (asked != nullptr) all.push_back(authority_question(panel, *asked));
    }
    for (const v1::Heard* heard : panel.view->heard())
        if (heard->giver() == panel.role) all.push_back(heard_question(panel, *heard));
    for (const v1::Heard* heard : panel.view->heard())
        if (heard->by() == panel.role) all.push_back(own_note(panel, *heard));
    return all;
}

// How a card is laid out: its buttons stand beside the words, or under them where that is tight.
class Card {
public:
    Card(Panel& panel, const Question& question, float width)
        : panel_(panel), question_(question), width_(width - 2 * padding) {
        const ButtonLook look{.small = true};
        yes_ = question.yes.empty() ? 0 : button_width(panel.ui, question.yes, yes_look());
        no_ = question.no.empty() ? 0 : button_width(panel.ui, question.no, look);
        const float buttons = yes_ + no_ + 20;
        const float title = panel.draw().width(question.title, Type::strong);
        under_ = yes_ > 0 && width_ - buttons < std::min(title, beside_least);
        words_ = under_ || yes_ == 0 ? width_ : width_ - buttons;
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
        const bool told = yes_ == 0;
        paint.fill(row, Token::surface, radius::card);
        paint.border(row, told ? Token::line : Token::accent, 1, radius::card);
        row = row.inset(padding, 8);
        if (yes_ > 0)
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

}  // namespace

void draw_waiting(Panel& panel, Rect& area, HeardState& heard) {
    if (panel.looking) return;
    const auto all = questions(panel);
    if (all.empty()) return;
    panel.ui.area("waiting");
    const float lowest = area.top + area.height() * 0.45F;
    for (std::size_t index = 0; index < std::min(all.size(), rows_in_sight); ++index) {
        Card card(panel, all[index], area.width());
        const float high = card.height();
        if (index > 0 && area.top + high > lowest) break;
        card.draw(area.cut_top(high), heard);
        area.cut_top(8);
    }
    area.cut_top(4);
}

}  // namespace casustafel::ui
