#pragma once
// Lists of types. Each family of rules lists its kinds of commands and events, and its part of
// State; command.hpp, event.hpp and state.hpp put these lists together, so that one more kind is
// named in its family only.
#include <variant>

#include "server/core/values/fields.hpp"

namespace casustafel::core {

template <class... Each>
struct Kinds {};

namespace detail {

template <class... Lists>
struct Joined;
template <class... Each>
struct Joined<Kinds<Each...>> {
    using Variant = std::variant<Each...>;
};
template <class... One, class... Other, class... Rest>
struct Joined<Kinds<One...>, Kinds<Other...>, Rest...> : Joined<Kinds<One..., Other...>, Rest...> {
};

template <class List>
struct Sum;
template <class... Parts>
struct Sum<Kinds<Parts...>> : Parts... {
    template <class Visit>
    static constexpr void each_field(Visit&& visit) {
        (fields(visit, Of<Parts>{}), ...);
    }
    friend bool operator==(const Sum&, const Sum&) = default;
};

}  // namespace detail

// A variant of all kinds of these lists.
template <class... Lists>
using OneOf = typename detail::Joined<Lists...>::Variant;

// A struct with the members of all structs of this list, and with their fields one after another.
template <class List>
using SumOf = detail::Sum<List>;

}  // namespace casustafel::core
