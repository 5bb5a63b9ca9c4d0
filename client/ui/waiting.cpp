#include "client/ui/waiting.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t rows_in_sight = 3;
constexpr float row_height = 56;

struct Question {
    std::string name, title, body, yes, no;
    v1::Command if_yes, if_no;
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
    return all;
}

}  // namespace

void draw_waiting(Panel& panel, Rect& area) {
    if (panel.looking) return;
    const auto all = questions(panel);
    if (all.empty()) return;
    panel.ui.area("waiting");
    for (std::size_t index = 0; index < std::min(all.size(), rows_in_sight); ++index) {
        const Question& question = all[index];
        Rect row = area.cut_top(row_height);
        area.cut_top(8);
        panel.draw().fill(row, Token::surface, radius::card);
        panel.draw().border(row, Token::accent, 1, radius::card);
        row = row.inset(16, 6);
        const ButtonLook yes{.icon = Icon::check, .enabled = panel.may_act(), .small = true};
        const ButtonLook no{.enabled = panel.may_act(), .small = true};
        if (button(panel.ui, row.cut_right(button_width(panel.ui, question.no, no)).middle_row(32),
                   question.name + ".no", question.no, no))
            panel.outbox.act(question.if_no);
        row.cut_right(8);
        if (button(panel.ui,
                   row.cut_right(button_width(panel.ui, question.yes, yes)).middle_row(32),
                   question.name + ".yes", question.yes, yes))
            panel.outbox.act(question.if_yes);
        row.cut_right(12);
        Rect words = row.middle_row(42);
        panel.draw().line(words.cut_top(22), question.title, {Type::strong});
        panel.draw().line(words, question.body, {Type::small, Token::text_2});
    }
    area.cut_top(4);
}

}  // namespace casustafel::ui
