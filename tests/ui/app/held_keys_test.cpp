// A key held down, and a second click on what became something else, over every button of every
// screen and every button of what it opens: they do no more than one press, one click.
#include <gtest/gtest.h>

#include <set>

#include "client/ui/app/app.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

// What one can see and what was asked for, to be compared.
struct Outcome {
    std::vector<std::string> widgets, asked;
    bool operator==(const Outcome&) const = default;
};

class Screen {
public:
    explicit Screen(model::Model world) : model(std::move(world)) {}

    // As it was when the program started, with this way gone by keys.
    void start(const std::vector<std::string>& way) {
        for (int layer = 0; layer < 4 && harness.ui.top_layer() > 0; ++layer)
            harness.press(Key::escape);
        app = {};
        harness.ui.change({});
        harness.pass(1);
        for (const std::string& name : way) use(name);
        outbox = {};
    }
    bool reach(const std::string& name) {
        const Widget* widget = harness.ui.record().find(name);
        if (widget == nullptr || !widget->takes_focus()) return false;
        harness.ui.focus(name);
        harness.settle();
        return harness.ui.focused() == name;
    }
    void use(const std::string& name) {
        if (reach(name)) harness.press(Key::enter);
    }
    Outcome outcome() const {
        Outcome outcome;
        for (const Widget& widget : harness.ui.record().widgets())
            outcome.widgets.push_back(widget.name + "|" + widget.label);
        for (const v1::Command& act : outbox.acts) outcome.asked.push_back(act.DebugString());
        for (const std::string& wish : outbox.wishes) outcome.asked.push_back(wish);
        for (const v1::ClientFrame& frame : outbox.said)
            outcome.asked.push_back(frame.DebugString());
        return outcome;
    }
    // Everything that can be used where one is now.
    std::vector<std::string> usable() const {
        std::vector<std::string> names;
        for (const Widget& widget : harness.ui.record().widgets())
            if (widget.layer == harness.ui.top_layer() && widget.takes_focus() &&
                widget.kind != Kind::field)
                names.push_back(widget.name);
        return names;
    }

    App app;
    model::Model model;
    Remembered outbox;
    Harness harness{1280, 720, [this](Ui& ui) { app.draw(ui, model, outbox, 0, {}); }};
};

using Visit = std::function<void(Screen&, const std::vector<std::string>& way)>;

// Every button of this screen, and every button of each thing one of them opens.
void visit_all(Screen& screen, const Visit& visit) {
    screen.start({});
    std::set<std::string> opened;
    for (const std::string& first : screen.usable()) {
        visit(screen, {first});
        screen.start({first});
        if (screen.harness.ui.top_layer() == 0) continue;
        for (const std::string& second : screen.usable())
            if (opened.insert(second).second) visit(screen, {first, second});
    }
}

class EveryScreen : public testing::TestWithParam<std::pair<const char*, model::Model (*)()>> {
protected:
    Screen screen{GetParam().second()};
};

TEST_P(EveryScreen, takes_a_held_enter_or_space_for_one_press) {
    visit_all(screen, [](Screen& shown, std::vector<std::string> way) {
        const std::string last = way.back();
        way.pop_back();
        for (const Key key : {Key::enter, Key::space}) {
            shown.start(way);
            if (!shown.reach(last)) return;
            shown.harness.press(key);
            const Outcome once = shown.outcome();
            shown.start(way);
            shown.reach(last);
            shown.harness.hold(key, 6);
            EXPECT_EQ(shown.outcome().asked, once.asked) << last;
            EXPECT_EQ(shown.outcome().widgets, once.widgets) << last;
        }
    });
}

TEST_P(EveryScreen, takes_a_second_click_on_what_became_something_else_for_none) {
    visit_all(screen, [](Screen& shown, std::vector<std::string> way) {
        const std::string last = way.back();
        way.pop_back();
        shown.start(way);
        if (!shown.reach(last)) return;
        const Widget before = shown.harness.widget(last);
        shown.harness.click(last);
        const Outcome once = shown.outcome();
        const Widget* now =
            shown.harness.ui.record().at(before.rect.centre(), shown.harness.ui.top_layer());
        if (now != nullptr && now->name == last && now->label == before.label) return;
        shown.start(way);
        shown.reach(last);
        shown.harness.click(last, 2);
        EXPECT_EQ(shown.outcome().asked, once.asked) << last;
        EXPECT_EQ(shown.outcome().widgets, once.widgets) << last;
    });
}

INSTANTIATE_TEST_SUITE_P(
    Worlds, EveryScreen,
    testing::Values(std::pair("lobby", &lobby_world), std::pair("seated", &seated_world),
                    std::pair("table", &table_world), std::pair("ended", &ended_world),
                    std::pair("trainer", &trainer_world), std::pair("desk", &desk_world)),
    [](const auto& world) { return std::string(world.param.first); });

}  // namespace
}  // namespace casustafel::ui
