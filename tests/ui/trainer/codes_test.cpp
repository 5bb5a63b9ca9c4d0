// A role's code is what people call each other by: in no table of the trainer it is ever cut, at
// any size that a screen must be readable at, nor at that of an old projector.
#include <gtest/gtest.h>

#include "client/ui/trainer/console/trainer.hpp"
#include "screens.hpp"
#include "trainer_world.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr std::string_view ellipsis = "…";

// Lines on the screen that begin a role's code and do not end it.
std::string cut_codes(const Ui& ui, const model::View& view) {
    std::string cut;
    for (const DrawnText& text : ui.record().texts()) {
        if (!text.shortened || !text.text.ends_with(ellipsis)) continue;
        const std::string begun = text.text.substr(0, text.text.size() - ellipsis.size());
        for (const v1::Role* role : view.all<v1::Role>())
            if (role->id().starts_with(begun) && begun.size() < role->id().size())
                cut += text.text + " for " + role->id() + "\n";
    }
    return cut;
}

TEST(Codes, are_never_cut_in_a_table_of_the_trainer) {
    std::vector<ScreenSize> sizes(std::begin(screen_sizes), std::end(screen_sizes));
    sizes.push_back({1024, 720, 1, "1024x720"});
    for (const ScreenSize& size : sizes) {
        for (const model::Model& model : {busy_trainer_world(), overfull_trainer_world()}) {
            TrainerState state;
            Remembered outbox;
            const auto draw = [&](Ui& ui) {
                Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
                draw_trainer(panel, state);
            };
            Harness harness(size.width, size.height, draw, {.scale = size.scale});
            for (int tab = 0; tab < 5; ++tab) {
                state.tab = state.middle_tab = state.right_tab = tab;
                state.network.as_table = true;
                harness.settle();
                EXPECT_EQ(cut_codes(harness.ui, *model.main_view()), "")
                    << size.name << ", tab " << tab;
            }
        }
    }
}

}  // namespace
}  // namespace casustafel::ui
