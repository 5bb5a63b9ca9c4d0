#include "server/report/summary.hpp"

#include <string_view>
#include <vector>

#include "proto/contract/utf8.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::report {
namespace {

using text::Key;

std::string padded(std::string text, std::size_t width) {
    const std::size_t shown = contract::count_characters(text);
    if (shown < width) text.append(width - shown, ' ');
    return text;
}

std::string before(const std::string& text, std::size_t width) {
    const std::size_t shown = contract::count_characters(text);
    return (shown < width ? std::string(width - shown, ' ') : std::string()) + text;
}

// The ink of plain text. What the summary says has words and numbers in it, nothing of the case.
class Lines {
public:
    explicit Lines(text::Language language) : language_(language) {}

    void add(const std::string& name, const std::optional<double>& value,
             const std::string& after = {}) {
        const std::string number = value ? std::to_string(score::shown(*value)) : "–";
        const std::string line =
            padded(name, 34) + before(number, 4) + "  " + padded(band(value), 24) + after;
        text_ += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    std::string say(Key key, const std::vector<std::string>& arguments = {}) const {
        return text::say(key, language_, arguments);
    }
    std::string say(const telling::KeyedText& told) const {
        std::vector<std::string> arguments;
        for (const telling::Argument& argument : told.arguments) {
            const auto* word = std::get_if<telling::Word>(&argument);
            arguments.push_back(word ? say(word->key)
                                     : std::to_string(std::get<std::int64_t>(argument)));
        }
        return say(told.key, arguments);
    }
    std::string say(const std::optional<telling::KeyedText>& told) const {
        return told ? say(*told) : std::string();
    }
    void add_line(const std::string& line = {}) { text_ += line + "\n"; }
    const std::string& text() const { return text_; }

private:
    std::string band(const std::optional<double>& value) const {
        if (!value) return say(Key::report_too_little);
        return say(telling::key_of("band.", score::name(score::band(*value))));
    }

    text::Language language_;
    std::string text_;
};

void add(Lines& lines, const score::Indicator& indicator) {
    const std::string original =
        lines.say(telling::without_corrections(indicator.value, indicator.original));
    lines.add("  " + telling::code(indicator.id) + "  " + lines.say(telling::title(indicator.id)),
              indicator.value,
              lines.say(Key::report_opportunities, {std::to_string(indicator.opportunities)}) +
                  (original.empty() ? "" : "  " + original));
    if (const auto halves = telling::halves(indicator))
        lines.add_line("      " + lines.say(*halves));
}

}  // namespace

std::string summary(const score::Score& score, text::Language language) {
    Lines lines(language);
    const auto add_heading = [&](const std::string& name, const std::optional<double>& value,
                                 const std::optional<score::Original>& original) {
        lines.add(name, value, lines.say(telling::without_corrections(value, original)));
    };
    const auto add_part = [&](score::Part part) {
        for (const score::Indicator& indicator : score.team)
            if (score::part(indicator.id) == part) add(lines, indicator);
        lines.add_line();
    };
    const score::Headings& both = score.headings;
    add_heading(lines.say(Key::report_sharing), both.sharing.value, both.sharing.original);
    add_heading("  " + lines.say(Key::report_arrived), both.arrived, both.original_arrived);
    add_heading("  " + lines.say(Key::report_careful), both.careful, both.original_careful);
    add_part(score::Part::sharing);
    add_heading(lines.say(Key::report_cooperation), both.cooperation.value,
                both.cooperation.original);
    add_part(score::Part::cooperation);
    lines.add_line(lines.say(telling::flag_count(score)));
    if (!score.corrections.empty()) lines.add_line(lines.say(telling::correction_count(score)));
    return lines.text();
}

}  // namespace casustafel::report
