#pragma once
// The closed lists of purposes and categories, in the order in which they are offered.
#include <string_view>

namespace casustafel::ui {

inline constexpr std::string_view all_purposes[] = {
    "charging_decision",    "acute_safety", "person_centred_approach", "child_protection",
    "supervision",          "aftercare",    "victim_support",          "investigation",
    "compulsory_education", "housing",      "income_and_debt",         "human_trafficking",
    "public_order",         "care"};

inline constexpr std::string_view all_categories[] = {
    "police",    "prosecution", "judicial_record", "health", "youth_care", "domestic_violence",
    "education", "detention",   "housing",         "income", "victim",     "supervision",
    "open"};

}  // namespace casustafel::ui
