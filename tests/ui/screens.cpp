#include "screens.hpp"

#include <set>

#include "client/platform/mirror.hpp"

namespace casustafel::ui {

namespace {

// What a screen reader could not say or tell apart.
std::string mirror_faults(const Ui& ui) {
    std::string faults;
    std::set<std::string> ids;
    for (const platform::MirrorElement& element : platform::mirror_of(ui).elements) {
        if (element.name.empty()) faults += element.id + " has no name\n";
        if (!ids.insert(element.id).second) faults += element.id + " stands there twice\n";
    }
    return faults;
}

}  // namespace

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
            EXPECT_EQ(mirror_faults(harness_.ui), "") << picture;
            // English in high contrast shows nothing that the other three do not.
            if (language == text::Language::en && contrast == Contrast::high) continue;
            harness_.keep(picture);
        }
    }
    draw_ = [](Ui&) {};
}

}  // namespace casustafel::ui
