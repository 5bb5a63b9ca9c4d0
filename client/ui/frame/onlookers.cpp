#include "client/ui/frame/onlookers.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

constexpr float onlooker_row = 52;

void draw_onlooker(Panel& panel, Rect row, const v1::Observer& observer) {
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    const Tone tone = observer.connected() ? Tone::good : Tone::neutral;
    const std::string here =
        panel.say(observer.connected() ? Say::onlookers_here : Say::onlookers_away);
    const Rect place = row.cut_right(panel.draw().width(here, Type::small) + 28);
    icon_label(panel.ui, place, observer.connected() ? Icon::eye : Icon::offline, here, tone, false,
               Align::right);
    row.right -= 12;
    row = row.middle_row(42);
    panel.draw().line(row.cut_top(22), panel.model.observer_name_of(observer.id()), {Type::strong});
    panel.draw().line(row, at_start(onlooker_words(panel, observer)), {Type::small, Token::text_2});
}

}  // namespace

std::string onlooker_words(const Panel& panel, const v1::Observer& observer) {
    const std::string whom =
        !observer.role().empty()
            ? panel.say(Say::onlookers_role, {panel.role_name(observer.role())})
        : !observer.table().empty() ? panel.say(Say::onlookers_table, {observer.table()})
                                    : panel.say(Say::onlookers_all);
    const std::uint32_t minutes = observer.delay_minutes();
    if (minutes == 0) return whom;
    return whom + ", " +
           (minutes == 1 ? panel.say(Say::onlookers_minute_later)
                         : panel.say(Say::onlookers_minutes_later, {std::to_string(minutes)}));
}

std::string onlookers_count(const Panel& panel) {
    const std::size_t count = panel.view->all<v1::Observer>().size();
    return count == 1 ? panel.say(Say::onlookers_one)
                      : panel.say(Say::onlookers_some, {std::to_string(count)});
}

void draw_onlookers(Panel& panel, Rect& bar, HelpState& help) {
    if (panel.view == nullptr || is_narrow(panel.ui)) return;
    const auto all = panel.view->all<v1::Observer>();
    if (all.empty()) return;
    if (button_right(panel.ui, bar, 32, "bar.onlookers", std::to_string(all.size()),
                     {.style = ButtonStyle::quiet, .icon = Icon::eye, .small = true},
                     onlookers_count(panel)))
        help.open = Help::onlookers;
    bar.cut_right(8);
}

void draw_onlooker_list(Panel& panel, HelpState& help) {
    Dialog dialog(panel.ui, "onlookers", 560, 360, panel.say(Say::onlookers_title));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(body, panel.say(Say::onlookers_body),
                                   {Type::body, Token::text_2}, 12);
        const auto all = panel.view == nullptr ? std::vector<const v1::Observer*>{}
                                               : panel.view->all<v1::Observer>();
        for (const v1::Observer* each : all)
            draw_onlooker(panel, body.cut_top(onlooker_row), *each);
        if (all.empty())
            panel.draw().cut_paragraph(body, panel.say(Say::onlookers_nobody), {Type::body});
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) help.open = Help::none;
}

}  // namespace casustafel::ui
