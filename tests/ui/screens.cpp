#include "screens.hpp"

namespace casustafel::ui {

void ScreenStates::look_at(const std::string& name, const Harness::Draw& draw) {
    draw_ = draw;
    for (const Contrast contrast : {Contrast::light, Contrast::high}) {
        for (const text::Language language : {text::Language::nl, text::Language::en}) {
            harness_.ui.change({GetParam().scale, contrast, language});
            harness_.settle();
            const std::string picture = name + "-" + GetParam().name +
                                        (contrast == Contrast::high ? "-contrast" : "-light") +
                                        (language == text::Language::en ? "-en" : "");
            EXPECT_EQ(text_faults(harness_.ui), "") << picture;
            EXPECT_EQ(widget_faults(harness_.ui), "") << picture;
            // English in high contrast shows nothing that the other three do not.
            if (language == text::Language::en && contrast == Contrast::high) continue;
            harness_.keep(picture);
        }
    }
    draw_ = [](Ui&) {};
}

}  // namespace casustafel::ui
