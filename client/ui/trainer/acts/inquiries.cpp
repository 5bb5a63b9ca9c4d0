#include "client/ui/trainer/acts/inquiries.hpp"

#include "client/ui/acts/interventions.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float head_height = 28, row_height = 48, below = 8, words_height = 96;
constexpr std::size_t most_shown = 3;

std::vector<const v1::Inquiry*> waiting(const Panel& panel) {
    std::vector<const v1::Inquiry*> found;
    if (panel.phase_is(Phase::ended)) return found;
    for (const v1::Inquiry* each : panel.view->all<v1::Inquiry>())
        if (each->status() == contract::InquiryStatus::waiting) found.push_back(each);
    return found;
}

const v1::Intervention* asked(const Panel& panel, const v1::Inquiry& inquiry) {
    return panel.view->find<v1::Intervention>(inquiry.intervention());
}

std::string title(const Panel& panel, const v1::Inquiry& inquiry) {
    const v1::Intervention* intervention = asked(panel, inquiry);
    return intervention == nullptr ? inquiry.intervention() : panel.in(intervention->title());
}

// When the case answers by itself.
std::string by_itself(const Panel& panel, const v1::Inquiry& inquiry) {
    return inquiry.reply().empty()
               ? panel.say(Say::inquiry_by_hand_only)
               : panel.say(Say::inquiry_by_itself, {moment(panel, inquiry.reply_at_sim_ms())});
}

void draw_row(Panel& panel, Rect row, const v1::Inquiry& inquiry, TrainerState& state) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    if (button_right(panel.ui, row, 32, "inquiry." + std::to_string(inquiry.id()) + ".answer",
                     panel.say(Say::inquiry_answer), {.small = true})) {
        state.inquiry = inquiry.id();
        state.inquiry_reply = inquiry.reply();
        state.inquiry_text.clear();
    }
    row.cut_right(8);
    Rect words = row.middle_row(42);
    panel.draw().line(words.cut_top(22), inquiry.by() + ": " + title(panel, inquiry),
                      {Type::strong});
    panel.draw().line(words, by_itself(panel, inquiry), {Type::small, Token::text_2});
}

void draw_replies(Panel& panel, Rect& body, const v1::Intervention& intervention,
                  TrainerState& state) {
    panel.draw().cut_line(body, 24, panel.say(Say::inquiry_choose), {Type::strong}, 4);
    const auto one = [&](const std::string& id, const std::string& words) {
        const Rect row = body.cut_top(radio_height(panel.draw(), body.width(), words));
        if (radio(panel.ui, row, "inquiry.reply." + (id.empty() ? "own" : id), "inquiry.reply",
                  words, state.inquiry_reply == id))
            state.inquiry_reply = id;
        body.cut_top(4);
    };
    for (const v1::Reply& reply : intervention.replies()) one(reply.id(), panel.in(reply.text()));
    one("", panel.say(Say::inquiry_own));
    if (!state.inquiry_reply.empty()) return;
    field(panel.ui, body.cut_top(words_height), "inquiry.text", state.inquiry_text,
          {.label = panel.say(Say::inquiry_own),
           .several_lines = true,
           .limit = contract::limits::reply_by_hand_text_characters});
}

}  // namespace

float inquiries_height(const Panel& panel) {
    const std::size_t count = std::min(waiting(panel).size(), most_shown);
    return count == 0 ? 0 : head_height + static_cast<float>(count) * row_height + below;
}

void draw_inquiries(Panel& panel, Rect area, TrainerState& state) {
    const auto all = waiting(panel);
    if (all.empty()) return;
    panel.draw().line(area.cut_top(head_height),
                      panel.say(Say::inquiry_waiting_many, {std::to_string(all.size())}),
                      {Type::small, Token::text_2});
    for (std::size_t index = 0; index < std::min(all.size(), most_shown); ++index)
        draw_row(panel, area.cut_top(row_height), *all[index], state);
}

void draw_inquiry_to_answer(Panel& panel, TrainerState& state) {
    const v1::Inquiry* inquiry = panel.view->find<v1::Inquiry>(state.inquiry);
    const v1::Intervention* intervention = inquiry ? asked(panel, *inquiry) : nullptr;
    if (intervention == nullptr || inquiry->status() != contract::InquiryStatus::waiting) {
        state.inquiry = 0;
        return;
    }
    Dialog dialog(panel, "inquiry", 760, 640, inquiry->by() + ": " + title(panel, *inquiry));
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        draw_inquiry_words(panel, body, *inquiry);
        body.cut_top(12);
        draw_replies(panel, body, *intervention, state);
    });
    const bool empty = state.inquiry_reply.empty() && blank(state.inquiry_text);
    if (draw_foot(dialog, foot,
                  {.name = "inquiry.send",
                   .label = panel.say(Say::inquiry_send),
                   .why = empty ? panel.say(Say::inquiry_missing) : std::string(),
                   .note = by_itself(panel, *inquiry),
                   .icon = Icon::send})) {
        panel.act<v1::ReplyByHand>([&](auto& reply) {
            reply.set_use(inquiry->id());
            reply.set_reply(state.inquiry_reply);
            if (state.inquiry_reply.empty()) reply.set_text(state.inquiry_text);
        });
        state.inquiry = 0;
        return;
    }
    if (dialog.closed()) state.inquiry = 0;
}

}  // namespace casustafel::ui
