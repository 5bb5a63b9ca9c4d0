#include "server/core/values/fields.hpp"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "server/core/families/state.hpp"
#include "tests/support/core/printing.hpp"

namespace casustafel::core {
namespace {

// Converts to whatever a member of Owner is.
template <class Owner>
struct Anything {
    template <class Value>
    requires(!std::is_same_v<Value, Owner>) operator Value() const;
};

template <class T, std::size_t... Each>
constexpr bool takes(std::index_sequence<Each...>) {
    return requires { T{(static_cast<void>(Each), Anything<T>{})...}; };
}

// How many members the aggregate T has: with one value more it cannot be made.
template <class T, std::size_t Count = 0>
constexpr std::size_t members() {
    if constexpr (takes<T>(std::make_index_sequence<Count + 1>{}))
        return members<T, Count + 1>();
    else
        return Count;
}

template <class T>
constexpr std::size_t described() {
    std::size_t count = 0;
    fields([&](std::string_view, auto) { ++count; }, Of<T>{});
    return count;
}

// Every struct that can be reached from `T` by members, elements and alternatives.
template <class T>
struct Complete {
    static constexpr bool value = true;
};
template <class T>
constexpr bool is_complete = Complete<T>::value;

template <class T, class Member>
constexpr bool is_complete_member(Member T::*) {
    return is_complete<Member>;
}

template <Described T>
struct Complete<T> {
    static constexpr bool value = [] {
        static_assert(members<T>() == described<T>(), "every member is described");
        bool all = true;
        fields([&](std::string_view, auto member) { all = all && is_complete_member(member); },
               Of<T>{});
        return all;
    }();
};
template <template <class...> class Many, class... Parts>
struct Complete<Many<Parts...>> {
    static constexpr bool value = (is_complete<Parts> && ...);
};

static_assert(is_complete<CommandKinds>);
static_assert(is_complete<EventKinds>);
static_assert(is_complete<StateFamilies>);
static_assert(is_complete<Stamp> && is_complete<Actor>);

TEST(Fields, give_every_kind_of_command_and_event_a_name_of_its_own) {
    EXPECT_EQ(names_of<CommandKinds>().size(), std::variant_size_v<CommandKinds>);
    EXPECT_EQ(names_of<EventKinds>().size(), std::variant_size_v<EventKinds>);
    EXPECT_EQ(act_name(ShareItem{}), "share_item");
    EXPECT_EQ(act_name(StandIn{}), "stand_in");
    EXPECT_EQ(event_name(MessageSent{}), "message_sent");
}

TEST(Fields, are_what_a_failing_test_prints) {
    EXPECT_EQ(testing::PrintToString(Event(ItemMarked{RoleId{"A"}, ItemId{"I"}, Mark::refuted})),
              "ItemMarked{role: A, item: I, mark: refuted}");
}

TEST(Fields, make_two_values_equal_when_all_of_them_are) {
    const MarkItem one{ItemId{"I"}, Mark::fact};
    MarkItem other = one;
    EXPECT_EQ(one, other);
    other.mark = Mark::refuted;
    EXPECT_NE(one, other);
}

}  // namespace
}  // namespace casustafel::core
