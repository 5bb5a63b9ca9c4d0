// The kit in every state, as it should look; and that no widget of it is left out.
#include "tests/showcase/showcase.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "golden.hpp"

namespace casustafel::ui {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string texts_in(const char* folder, const char* ending) {
    std::string all;
    for (const auto& entry : fs::directory_iterator(fs::path(CASUSTAFEL_SOURCE_DIR) / folder))
        if (entry.path().extension() == ending) all += text_of(entry.path());
    return all;
}

class GoldenKit : public testing::TestWithParam<ShowcasePage> {};

TEST_P(GoldenKit, looks_as_it_should_and_cuts_no_word) {
    const std::string name = "kit-" + GetParam().name;
    for (const auto& [contrast, word] :
         {std::pair{Contrast::light, "-light"}, std::pair{Contrast::high, "-contrast"}}) {
        const Shown now = shown(GetParam(), contrast);
        EXPECT_EQ(now.faults, "");
        expect_golden(name + word, now.picture);
    }
}

INSTANTIATE_TEST_SUITE_P(Pages, GoldenKit, testing::ValuesIn(showcase()),
                         [](const auto& page) { return page.param.name; });

TEST(Showcase, shows_every_widget_that_the_kit_offers) {
    const std::string headers = texts_in("client/ui/kit", ".hpp"),
                      samples = texts_in("tests/showcase", ".cpp");
    static const std::regex widget(R"(\n[A-Za-z][\w:<>]* (\w+)\(Ui& ui[,)])");
    std::set<std::string> missing;
    int widgets = 0;
    for (std::sregex_iterator found(headers.begin(), headers.end(), widget), end; found != end;
         ++found, ++widgets)
        if (!std::regex_search(samples, std::regex("\\b" + (*found)[1].str() + "\\(")))
            missing.insert((*found)[1].str());
    EXPECT_TRUE(missing.empty()) << testing::PrintToString(missing);
    EXPECT_GT(widgets, 25);
}

TEST(Showcase, shows_what_can_be_used_at_rest_pointed_at_and_with_focus) {
    for (const ShowcasePage& page : showcase())
        for (const Sample& sample : page.samples) {
            const auto has = [&](Show show) { return std::ranges::count(sample.shows, show) == 1; };
            if (std::ranges::none_of(sample.shows, needs_hand) || has(Show::open)) continue;
            EXPECT_TRUE(has(Show::usual) && has(Show::focus)) << sample.title;
        }
}

}  // namespace
}  // namespace casustafel::ui
