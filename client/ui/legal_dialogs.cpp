#include "client/ui/legal_dialogs.hpp"

#include <array>

#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/scroll_list.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_weighing_bytes = 1000, longest_reason_bytes = 500;

bool blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

// The draft of an item; at first what was recorded before.
WeighingDraft& draft_of(const Panel& panel, WeighingState& state) {
    const auto found = state.drafts.find(state.item);
    if (found != state.drafts.end()) return found->second;
    WeighingDraft& made = state.drafts[state.item];
    const v1::Entity* entity = panel.view->find("weighing:" + state.item);
    if (entity == nullptr || !entity->has_weighing()) return made;
    const v1::Weighing& recorded = entity->weighing();
    made = {recorded.tried(), recorded.harm(), recorded.averts(), recorded.minimum()};
    return made;
}

}  // namespace

void draw_weighing_dialog(Panel& panel, WeighingState& state) {
    WeighingDraft& draft = draft_of(panel, state);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel.ui, "weighing", 760, 680, panel.say(Say::weighing_title), "weighing.tried");
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
    struct Step {
        const char* name;
        Say question;
        std::string* text;
    };
    const std::array<Step, 4> steps = {
        {{"weighing.tried", Say::weighing_tried, &draft.tried},
         {"weighing.harm", Say::weighing_harm, &draft.harm},
         {"weighing.averts", Say::weighing_averts, &draft.averts},
         {"weighing.minimum", Say::weighing_minimum, &draft.minimum}}};
    scroll_area(
        panel.ui, dialog.body.inset(narrow ? 16 : 32, 12), "weighing.form", [&](Rect inner) {
            const float top = inner.top;
            inner.bottom = inner.top + 100'000;
            inner.cut_top(panel.draw().paragraph(inner, panel.say(Say::weighing_body),
                                                 {Type::body, Token::text_2}) +
                          12);
            for (const Step& step : steps) {
                inner.cut_top(
                    panel.draw().paragraph(inner, panel.say(step.question), {Type::strong}) + 4);
                field(panel.ui, inner.cut_top(72), step.name, *step.text,
                      {.several_lines = true, .limit_bytes = longest_weighing_bytes});
                inner.cut_top(14);
            }
            return inner.top - top;
        });
    const bool whole =
        !blank(draft.tried) && !blank(draft.harm) && !blank(draft.averts) && !blank(draft.minimum);
    const std::string label = panel.say(Say::weighing_act);
    const std::string why = !whole                      ? panel.say(Say::weighing_missing)
                            : panel.phase_is("running") ? std::string()
                                                        : panel.say(Say::share_not_running);
    const ButtonLook primary{
        .style = ButtonStyle::primary, .icon = Icon::scale_balance, .enabled = why.empty()};
    const bool pressed =
        button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "weighing.act", label, primary);
    footer.right -= 12;
    if (!why.empty()) reason_line(panel.ui, footer, why);
    if ((pressed || panel.ui.take({Key::enter, false, true})) && why.empty()) {
        v1::Command command = panel.command();
        v1::RecordWeighing& weighing = *command.mutable_record_weighing();
        weighing.set_item(state.item);
        weighing.set_tried(draft.tried);
        weighing.set_harm(draft.harm);
        weighing.set_averts(draft.averts);
        weighing.set_minimum(draft.minimum);
        panel.outbox.act(std::move(command));
        state.drafts.erase(state.item);
        state.item.clear();
        return;
    }
    if (dialog.closed()) state.item.clear();
}

void draw_triage_dialog(Panel& panel, TriageState& state) {
    Dialog dialog(panel.ui, "triage", 600, 340, panel.say(Say::table_put_up_title),
                  "triage.reason");
    Rect footer = dialog.cut_footer().inset(32, 16);
    Rect body = dialog.body.inset(32, 12);
    body.cut_top(panel.draw().paragraph(body, panel.say(Say::table_put_up_body),
                                        {Type::body, Token::text_2}) +
                 12);
    panel.draw().line(body.cut_top(22), panel.say(Say::table_put_up_reason), {Type::strong});
    body.cut_top(4);
    field(panel.ui, body.cut_top(std::min(84.0F, body.height())), "triage.reason", state.reason,
          {.several_lines = true, .limit_bytes = longest_reason_bytes});
    const bool ready = !blank(state.reason) && panel.phase_is("running");
    const std::string label = panel.say(Say::table_put_up);
    const ButtonLook primary{.style = ButtonStyle::primary, .icon = Icon::flag, .enabled = ready};
    const bool pressed =
        button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "triage.act", label, primary);
    footer.right -= 12;
    if (!panel.phase_is("running"))
        reason_line(panel.ui, footer, panel.say(Say::share_not_running));
    if ((pressed || panel.ui.take({Key::enter, false, true})) && ready) {
        v1::Command command = panel.command();
        command.mutable_put_up_for_triage()->set_reason(state.reason);
        panel.outbox.act(std::move(command));
        state.reason.clear();
        state.open = false;
    }
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
