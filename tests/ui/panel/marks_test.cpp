// The signs of the case and the notices on one sheet; drawn to be looked at and to prove that
// nothing on it is cut off or overlaps. The widgets under them are in the showcase of the kit.
#include "client/ui/panel/marks.hpp"

#include <gtest/gtest.h>

#include "client/ui/panel/notice.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

void marks(Ui& ui, Rect area) {
    Rect row = area.cut_top(34);
    for (int level = 0; level < 4; ++level) sensitivity_label(ui, row.cut_left(116), level);
    row = area.cut_top(34);
    for (const char* mark : {"fact", "assumption", "refuted", ""})
        mark_label(ui, row.cut_left(116), mark);
    row = area.cut_top(34);
    role_label(ui, row.cut_left(116), "Z", "OVJ");
    role_label(ui, row.cut_left(116), "V", "VT");
    role_badge(ui, row.cut_left(72).middle_row(32), "Z", "PRC");
    row.cut_left(12);
    role_badge(ui, row.cut_left(72).middle_row(32), "V", "SHN-V", false);
    row = area.cut_top(72);
    role_medal(ui, row.cut_left(64), "Z", "OVJ");
    row.cut_left(12);
    role_medal(ui, row.cut_left(64), "V", "SHN-V");
}

void notices(Ui& ui, Rect area) {
    area.cut_top(empty_state(ui, area,
                             {"Nog geen vragen aan jou",
                              "Wie iets van jou nodig heeft, vraagt dat hier. Je ziet dan meteen "
                              "hoeveel tijd je hebt."},
                             true) +
                 16);
    const std::pair<Tone, NoticeText> all[] = {
        {Tone::attention,
         {"Even geen verbinding", "Wat je doet, bewaren we. Nog 2 keuzes te versturen."}},
        {Tone::wrong,
         {"Dit stuk hoort niet bij jouw rol", "Alleen wie het stuk heeft, kan het delen."}},
        {Tone::good, {"Je bent weer binnen, Samira", "Je miste 3 berichten en 1 stuk."}}};
    for (const auto& [tone, words] : all) area.cut_top(notice(ui, area, tone, words) + 16);
    limit_line(ui, area.cut_top(40), "Je beloofde Mirjam te overleggen.");
}

TEST(Marks, are_drawn_without_a_fault) {
    for (const Contrast contrast : {Contrast::light, Contrast::high}) {
        Harness harness(1280, 600,
                        [](Ui& ui) {
                            ui.draw().fill(ui.screen(), Token::surface);
                            Rect page = ui.screen().inset(40, 32);
                            marks(ui, page.cut_left(620));
                            notices(ui, page);
                        },
                        {.contrast = contrast});
        EXPECT_EQ(text_faults(harness.ui, true), "");
        EXPECT_EQ(widget_faults(harness.ui), "");
        harness.keep(contrast == Contrast::light ? "marks-all-1280-light"
                                                 : "marks-all-1280-contrast");
    }
}

}  // namespace
}  // namespace casustafel::ui
