#include "client/ui/acts/receipt.hpp"

#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/naming.hpp"
#include "proto/contract/commands.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 28, line_height_narrow = 24, least_screen = 290;

// The answer that an act gives to a yes or no question; yes when it gives none.
template <class Act>
bool says_no(const Act& act) {
    if constexpr (requires {
                      { act.heard() } -> std::same_as<bool>;
                  })
        return !act.heard();
    if constexpr (requires { act.agreed(); }) return !act.agreed();
    return false;
}

// The sentence "receipt.<act>", or "receipt.<act>_no", with what the act names.
template <class Act>
std::string sentence(const Panel& panel, std::string name, const Act& act) {
    if (says_no(act)) name += "_no";
    return say_named(panel, text::find("receipt." + name).value_or(Say::receipt_done), act);
}

// The item by its short name, and what it was marked as.
std::string sentence(const Panel& panel, const std::string&, const v1::MarkItem& act) {
    return panel.say(Say::receipt_mark_item,
                     {act.item(), in_sentence(panel.word("ui", "mark_" + act.mark()))});
}

// What the server took, in one line that names whom and what the act was about.
std::string receipt_of(const Panel& panel, const v1::Command& act) {
#define X(Message, field) \
    if (act.has_##field()) return sentence(panel, #field, act.field());
    CASUSTAFEL_EACH_COMMAND(X)
#undef X
    return panel.say(Say::receipt_done);
}

}  // namespace

bool gets_receipt(const v1::Command& act) {
    return !act.has_send_message() && !act.has_read_item() && !act.has_hasten_decision() &&
           !act.has_take_role() && !act.has_release_role() && !act.has_write_handover_note() &&
           !act.has_say_ready();
}

std::string receipt_words(const Panel& panel, const v1::Command& act) {
    return at_start(receipt_of(panel, act));
}

void draw_receipt(Panel& panel, Rect& screen, const std::optional<Receipt>& last) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    if (narrow && screen.height() < least_screen) return;  // a strip on top says more
    Rect line = screen.cut_bottom(narrow ? line_height_narrow : line_height);
    panel.draw().fill(line, Token::inset);
    panel.draw().horizontal_rule(line.left, line.right, line.top);
    line = line.inset(measure::pad.in(panel.ui), 0);
    if (!last)
        return void(
            panel.draw().line(line, panel.say(Say::receipt_empty), {Type::small, Token::text_2}));
    panel.draw().icon({line.left + 8, line.centre().y}, Icon::check, IconSize::small, Token::good);
    line.cut_left(22);
    const Rect clock =
        panel.draw().line(line, clock_text(last->at_sim_ms), {Type::small, Token::text_2});
    line.left = clock.right + 10;
    panel.draw().line(line, receipt_words(panel, last->act), {Type::small});
}

}  // namespace casustafel::ui
