// The rows of the families as one table: nothing stands twice, and no event is forgotten.
#include <gtest/gtest.h>

#include <set>

#include "server/view/families/families.hpp"

namespace casustafel::view {
namespace {

// What these change is in no view, or has events of its own.
bool touches_nothing(const core::Event& event) {
    return std::holds_alternative<core::PauseCalled>(event) ||
           std::holds_alternative<core::RoleLookedThrough>(event) ||
           std::holds_alternative<core::ConsequenceCame>(event);
}

template <std::size_t number>
void expect_touched() {
    const bool touched = std::any_of(all_families().begin(), all_families().end(),
                                     [](const Family* each) { return each->reactions[number]; });
    const core::Event event = std::variant_alternative_t<number, core::EventKinds>();
    EXPECT_EQ(touched, !touches_nothing(event)) << "event " << number << " of core::EventKinds";
}

TEST(Families, every_event_touches_an_entity_unless_it_is_known_to_touch_none) {
    []<std::size_t... number>(std::index_sequence<number...>) { (expect_touched<number>(), ...); }
    (std::make_index_sequence<std::variant_size_v<core::EventKinds>>());
}

TEST(Families, every_kind_has_a_row_and_a_place_of_its_own) {
    std::set<Kind> kinds;
    std::set<std::pair<Offered, int>> places;
    for (const Row* row : all_rows()) {
        EXPECT_TRUE(kinds.insert(row->kind).second) << row->key.word;
        EXPECT_EQ(&row_of(row->kind), row);
        const int place = row->place ? row->place : static_cast<int>(row->kind);
        EXPECT_TRUE(places.insert({row->offered, place}).second) << row->key.word;
    }
}

TEST(Families, no_key_is_of_two_kinds) {
    std::set<std::pair<std::string_view, contract::Tail>> keys;
    for (const Row* row : all_rows())
        EXPECT_TRUE(keys.insert({row->key.word, row->key.tail}).second) << row->key.word;
}

TEST(Families, every_row_shows_to_somebody) {
    for (const Row* row : all_rows())
        EXPECT_TRUE(row->everybody || row->role || row->trainer) << row->key.word;
}

}  // namespace
}  // namespace casustafel::view
