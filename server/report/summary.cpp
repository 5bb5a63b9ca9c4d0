#include "server/report/summary.hpp"

#include <string_view>
#include <vector>

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// How many letters a text shows; its bytes are UTF-8.
std::size_t letters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t shown = letters(text);
    if (shown < width) text.append(width - shown, ' ');
    return text;
}

std::string before(const std::string& text, std::size_t width) {
    const std::size_t shown = letters(text);
    return (shown < width ? std::string(width - shown, ' ') : std::string()) + text;
}

class Lines {
public:
    explicit Lines(text::Language language) : language_(language) {}

    void add(const std::string& name, const std::optional<double>& value,
             const std::string& after = {}) {
        const std::string number = value ? std::to_string(score::shown(*value)) : "–";
        const std::string line =
            padded(name, 34) + before(number, 4) + "  " + padded(words(value), 24) + after;
        text_ += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    std::string say(Key key, const std::vector<std::string>& arguments = {}) const {
        return text::say(key, language_, arguments);
    }
    std::string named(const std::string& key) const {
        const auto found = text::find(key);
        return found ? std::string(text::say(*found, language_)) : key;
    }
    void end_part() { text_ += "\n"; }
    void add_line(const std::string& line) { text_ += line + "\n"; }
    const std::string& text() const { return text_; }

private:
    std::string words(const std::optional<double>& value) const {
        if (!value) return say(Key::report_too_little);
        switch (score::band(*value)) {
            case score::Band::chance: return say(Key::band_chance);
            case score::Band::underway: return say(Key::band_underway);
            case score::Band::strong: break;
        }
        return say(Key::band_strong);
    }

    text::Language language_;
    std::string text_;
};

std::string title(const Lines& lines, score::IndicatorId id) {
    std::string shown(score::name(id));
    const std::string name = lines.named("indicator." + shown + ".name");
    shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
    return "  " + shown + "  " + name;
}

// Of C6: which halves the number is of.
std::string halves_of(const Lines& lines, const score::Indicator& indicator) {
    if (!indicator.halves || !indicator.value) return {};
    const auto& [picture, plan] = *indicator.halves;
    if (picture && plan)
        return lines.say(Key::report_c6_both, {std::to_string(score::shown(*picture)),
                                               std::to_string(score::shown(*plan))});
    return lines.say(picture ? Key::report_c6_picture_only : Key::report_c6_plan_only);
}

}  // namespace

std::string summary(const score::Score& score, text::Language language) {
    Lines lines(language);
    const auto before = [&](const std::optional<double>& value,
                            const std::optional<score::Original>& original) {
        if (!score::is_corrected(value, original)) return std::string();
        const auto& first = original->value;
        return lines.say(Key::report_original, {first ? std::to_string(score::shown(*first))
                                                      : lines.say(Key::report_too_little)});
    };
    const auto add_indicators = [&](score::IndicatorId first, score::IndicatorId last) {
        for (const score::Indicator& indicator : score.team) {
            if (indicator.id < first || indicator.id > last) continue;
            const std::string original = before(indicator.value, indicator.original);
            lines.add(
                title(lines, indicator.id), indicator.value,
                lines.say(Key::report_opportunities, {std::to_string(indicator.opportunities)}) +
                    (original.empty() ? "" : "  " + original));
            if (const std::string halves = halves_of(lines, indicator); !halves.empty())
                lines.add_line("      " + halves);
        }
    };
    const score::Headings& both = score.headings;
    lines.add(lines.say(Key::report_sharing), both.sharing.value,
              before(both.sharing.value, both.sharing.original));
    lines.add("  " + lines.say(Key::report_arrived), both.arrived,
              before(both.arrived, both.original_arrived));
    lines.add("  " + lines.say(Key::report_careful), both.careful,
              before(both.careful, both.original_careful));
    add_indicators(score::IndicatorId::s1, score::IndicatorId::s6);
    lines.end_part();
    lines.add(lines.say(Key::report_cooperation), both.cooperation.value,
              before(both.cooperation.value, both.cooperation.original));
    add_indicators(score::IndicatorId::c1, score::IndicatorId::c6);
    lines.end_part();
    lines.add_line(score.flags.empty() ? lines.say(Key::report_flags_none)
                   : score.flags.size() == 1
                       ? lines.say(Key::report_flag_count_one)
                       : lines.say(Key::report_flag_count, {std::to_string(score.flags.size())}));
    if (!score.corrections.empty())
        lines.add_line(score.corrections.size() == 1
                           ? lines.say(Key::report_corrections_count_one)
                           : lines.say(Key::report_corrections_count,
                                       {std::to_string(score.corrections.size())}));
    return lines.text();
}

}  // namespace casustafel::report
