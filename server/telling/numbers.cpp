#include "server/telling/numbers.hpp"

namespace casustafel::telling {

using text::Key;

std::string code(score::IndicatorId id) {
    std::string shown(score::name(id));
    shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
    return shown;
}

Key title(score::IndicatorId id) { return key_of("indicator.", score::name(id), ".name"); }

std::optional<KeyedText> thirds(const score::Indicator& indicator) {
    if (!indicator.thirds) return std::nullopt;
    return KeyedText{Key::report_thirds,
                     {shown(indicator.thirds->first), shown(indicator.thirds->last)}};
}

std::optional<KeyedText> halves(const score::Indicator& indicator) {
    if (!indicator.halves || !indicator.value) return std::nullopt;
    const auto& [picture, plan] = *indicator.halves;
    if (picture && plan) return KeyedText{Key::report_c6_both, {shown(picture), shown(plan)}};
    return KeyedText{picture ? Key::report_c6_picture_only : Key::report_c6_plan_only, {}};
}

std::optional<KeyedText> without_corrections(const std::optional<double>& value,
                                             const std::optional<score::Original>& original) {
    if (!score::is_corrected(value, original)) return std::nullopt;
    return KeyedText{Key::report_original, {shown(original->value)}};
}

std::vector<CorrectedNumber> corrected_numbers(const score::Score& score) {
    std::vector<CorrectedNumber> all;
    const auto add = [&](const std::string& code, Key name, const std::optional<double>& value,
                         const std::optional<score::Original>& original) {
        if (score::is_corrected(value, original)) all.push_back({code, name, value, *original});
    };
    const score::Headings& both = score.headings;
    add("", Key::report_sharing, both.sharing.value, both.sharing.original);
    add("", Key::report_arrived, both.arrived, both.original_arrived);
    add("", Key::report_careful, both.careful, both.original_careful);
    add("", Key::report_cooperation, both.cooperation.value, both.cooperation.original);
    for (const score::Indicator& one : score.team)
        add(code(one.id), title(one.id), one.value, one.original);
    return all;
}

KeyedText flag_count(const score::Score& score) {
    if (score.flags.empty()) return {Key::report_flags_none, {}};
    if (score.flags.size() == 1) return {Key::report_flag_count_one, {}};
    return {Key::report_flag_count, {count(score.flags.size())}};
}

KeyedText correction_count(const score::Score& score) {
    if (score.corrections.size() == 1) return {Key::report_corrections_count_one, {}};
    return {Key::report_corrections_count, {count(score.corrections.size())}};
}

}  // namespace casustafel::telling
