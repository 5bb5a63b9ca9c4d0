#include "server/report/sections.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::report {
namespace {

using text::Key;

Html small_bar(const Wording& wording, Key name, const std::optional<double>& value,
               const std::optional<score::Original>& original) {
    return Html::element("div", {{"class", "part"}},
                         {Html::element("span", {{"class", "label"}}, {wording.say(name)}),
                          Html::element("span", {value_and_band(wording, value)}),
                          bar(value, original), without_corrections(wording, value, original)});
}

Html range(const Wording& wording, const score::Heading& heading) {
    if (!heading.range) return {};
    const auto number = [](double value) {
        return Html::text(std::to_string(score::shown(value)));
    };
    return Html::element("p", {{"class", "meta"}},
                         {wording.say(Key::report_range,
                                      {number(heading.range->low), number(heading.range->high)})});
}

Html card(const Wording& wording, Key name, const score::Heading& heading, const Html& below) {
    return Html::element(
        "section", {{"class", "card"}},
        {Html::element("h2", {wording.say(name)}),
         Html::element("p", {{"class", "large"}}, {value_and_band(wording, heading.value)}),
         without_corrections(wording, heading.value, heading.original), below,
         range(wording, heading)});
}

}  // namespace

Html headline(const Wording& wording, const score::Score& score) {
    const score::Headings& both = score.headings;
    const Html sharing = Html::sequence(
        {small_bar(wording, Key::report_arrived, both.arrived, both.original_arrived),
         small_bar(wording, Key::report_careful, both.careful, both.original_careful)});
    const Html cooperation = Html::sequence(
        {bar(both.cooperation.value, both.cooperation.original),
         Html::element("p", {{"class", "meta"}}, {wording.say(Key::report_cooperation_from)})});
    return Html::element("div", {{"class", "headline"}},
                         {card(wording, Key::report_sharing, both.sharing, sharing),
                          card(wording, Key::report_cooperation, both.cooperation, cooperation)});
}

Html value_and_band(const Wording& wording, const std::optional<double>& value) {
    if (!value) {
        return Html::element("span", {{"class", "band none"}},
                             {wording.say(Key::report_too_little)});
    }
    const std::string_view band = score::name(score::band(*value));
    return Html::sequence(
        {Html::element("b", {{"class", "value"}},
                       {Html::text(std::to_string(score::shown(*value)))}),
         Html::text(" "),
         Html::element("span", {{"class", "band"}}, {Html::text(wording.word("band.", band))})});
}

Html without_corrections(const Wording& wording, const std::optional<double>& value,
                         const std::optional<score::Original>& original) {
    const auto said = telling::without_corrections(value, original);
    if (!said) return {};
    return Html::element("p", {{"class", "meta original"}}, {wording.say(*said)});
}

Html bar(const std::optional<double>& value, const std::optional<score::Original>& original) {
    std::vector<Html> inside;
    if (value) {
        const std::string width = "width:" + std::to_string(score::shown(*value)) + "%";
        const char* look = score::is_corrected(value, original) ? "fill hatched" : "fill";
        inside.push_back(Html::element("span", {{"class", look}, {"style", width}}));
    }
    inside.push_back(Html::element("span", {{"class", "tick forty"}}));
    inside.push_back(Html::element("span", {{"class", "tick seventy"}}));
    return Html::element("div", {{"class", "bar"}, {"aria-hidden", "true"}}, inside);
}

}  // namespace casustafel::report
