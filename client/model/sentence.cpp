#include "client/model/sentence.hpp"

#include <vector>

#include "client/model/view.hpp"

namespace casustafel::model {
namespace {

constexpr std::int64_t minute_ms = 60'000, day_ms = 24 * 60 * minute_ms;

std::string by_key(const std::string& key, const Reading& reading,
                   const std::vector<std::string>& arguments = {}) {
    const auto found = text::find(key);
    return found ? text::say(*found, reading.language, arguments) : key;
}

template <class Names, class Say>
std::string joined(const Names& names, const std::string& between, Say say) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : between) + say(name);
    return all;
}

// "POL, OVJ en VT".
template <class Names>
std::string listed(const Names& names, const Reading& reading) {
    std::string all;
    for (int at = 0; at < names.size(); ++at) {
        const bool last = at + 1 == names.size();
        if (at > 0) all += last ? by_key("report.and", reading) : ", ";
        all += names[at];
    }
    return all;
}

std::string words(const v1::Judgement& judgement, const Reading& reading) {
    std::string said = by_key("report.light." + judgement.light(), reading);
    if (judgement.labels().empty()) return said;
    return said + ": " + joined(judgement.labels(), ", ", [&](const std::string& label) {
               return by_key("report.label." + label, reading);
           });
}

std::string words(const v1::Argument& argument, const Reading& reading) {
    const auto same = [](const std::string& id) { return id; };
    switch (argument.what_case()) {
        case v1::Argument::kWord: return by_key(argument.word(), reading);
        case v1::Argument::kRole: return argument.role();
        case v1::Argument::kNamed: return words(argument.named(), reading);
        case v1::Argument::kSimMs: return time_words(argument.sim_ms(), reading);
        case v1::Argument::kNumber: return std::to_string(argument.number());
        case v1::Argument::kRoles: return listed(argument.roles().ids(), reading);
        case v1::Argument::kWay: return joined(argument.way().ids(), " → ", same);
        case v1::Argument::kJudgement: return words(argument.judgement(), reading);
        case v1::Argument::kNames:
            return joined(argument.names().names(), ", ",
                          [&](const v1::Named& named) { return words(named, reading); });
        case v1::Argument::WHAT_NOT_SET: break;
    }
    return "–";
}

}  // namespace

std::string words(const v1::Sentence& sentence, const Reading& reading) {
    std::vector<std::string> arguments;
    for (const v1::Argument& argument : sentence.arguments())
        arguments.push_back(words(argument, reading));
    return by_key(sentence.key(), reading, arguments);
}

std::string words(const v1::Named& named, const Reading& reading) {
    const std::string& title = in(named.title(), reading.language == text::Language::en);
    if (named.id().empty() || title.empty()) return named.id() + title;
    return named.id() + " " + title;
}

std::string time_words(std::int64_t sim_ms, const Reading& reading) {
    const std::int64_t minutes = sim_ms % day_ms / minute_ms;
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const std::string clock = two(minutes / 60) + ":" + two(minutes % 60);
    if (!reading.with_days) return clock;
    return text::say(text::Key::plan_moment, reading.language,
                     std::vector<std::string>{std::to_string(sim_ms / day_ms), clock});
}

std::string date_words(const std::string& day, text::Language language) {
    const auto month = day.size() == 10 ? text::find("month." + day.substr(5, 2)) : std::nullopt;
    if (!month) return day;
    const std::string of_month = day.substr(day[8] == '0' ? 9 : 8);
    return of_month + " " + std::string(text::say(*month, language)) + " " + day.substr(0, 4);
}

std::string source_words(const v1::Basis& basis, text::Language language) {
    if (basis.source().empty()) return {};
    const text::Key checked =
        basis.confirmed() ? text::Key::basis_confirmed : text::Key::basis_unconfirmed;
    return text::say(text::Key::basis_source, language,
                     std::vector<std::string>{basis.source(), date_words(basis.dated(), language),
                                              std::string(text::say(checked, language))});
}

std::string words(const v1::ResultsValue& value, const Reading& reading) {
    if (!value.has_value()) return by_key("report.too_little", reading);
    return std::to_string(value.value()) + " " + by_key("band." + value.band(), reading);
}

std::string range_words(const v1::ResultsValue& value, const Reading& reading) {
    if (!value.has_range()) return {};
    const v1::ResultsRange& range = value.range();
    if (range.low() == range.high()) return by_key("report.range_none", reading);
    std::string said = by_key("report.range", reading,
                              {std::to_string(range.low()), std::to_string(range.high())});
    if (range.sampled()) said += " " + by_key("report.range_sampled", reading);
    return said;
}

}  // namespace casustafel::model
