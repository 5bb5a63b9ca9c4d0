#include "client/console/choices.hpp"

#include <cctype>

namespace casustafel::console {
namespace {

std::string lower(std::string_view text) {
    std::string out;
    for (const char character : text) {
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    }
    return out;
}

}  // namespace

const std::vector<std::string>& purpose_words() {
    static const std::vector<std::string> words = {
        "charging_decision",    "acute_safety", "person_centred_approach", "child_protection",
        "supervision",          "aftercare",    "victim_support",          "investigation",
        "compulsory_education", "housing",      "income_and_debt",         "human_trafficking",
        "public_order",         "care"};
    return words;
}

const std::vector<std::string>& category_words() {
    static const std::vector<std::string> words = {
        "police",    "prosecution", "judicial_record", "health", "youth_care", "domestic_violence",
        "education", "detention",   "housing",         "income", "victim",     "supervision",
        "open"};
    return words;
}

const std::vector<std::string>& form_words() {
    static const std::vector<std::string> words = {"silent",  "pointer", "conclusion",
                                                   "summary", "facts",   "source"};
    return words;
}

const std::vector<std::string>& refusal_words() {
    static const std::vector<std::string> words = {"unmotivated",   "no_purpose", "no_basis",
                                                   "not_necessary", "too_rich",   "privacy"};
    return words;
}

const std::vector<std::string>& mark_words() {
    static const std::vector<std::string> words = {"fact", "assumption", "refuted"};
    return words;
}

const std::vector<std::string>& phase_words() {
    static const std::vector<std::string> words = {"picture", "judgement", "decision"};
    return words;
}

std::optional<std::string> choose(const Printer& printer, const std::vector<std::string>& words,
                                  const std::string& prefix, std::string_view typed,
                                  int first_number) {
    const std::string wanted = lower(typed);
    std::optional<std::string> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (wanted == words[at] || wanted == std::to_string(static_cast<int>(at) + first_number))
            return words[at];
        std::string label = lower(printer.words(prefix + words[at]));
        const bool fits = !wanted.empty() && label.starts_with(wanted);
        if (fits && found) return std::nullopt;
        if (fits) found = words[at];
    }
    return found;
}

}  // namespace casustafel::console
