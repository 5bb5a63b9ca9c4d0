#pragma once
// What a struct consists of, said once inside it: DESCRIBED(ShareItem, item, to, …) names its
// members in order. From that follow its equality and `fields(visit, Of<ShareItem>{})`, which calls
// visit("item", &ShareItem::item) and so on. The digest, the codec, the tests' printing and random
// play all go over a struct in this way, so that none of them lists its members again. A member is
// named as the field of its proto message; a test proves that none is left out.
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace casustafel::core {

template <class T>
struct Of {};

// A part whose own fields travel in the message of what holds it.
template <class T>
concept Inlined = requires {
    T::inlined;
};

// A place in a list of the scenario; -1: none. It travels as place + 1, so that 0 says none.
struct Index {
    int place = -1;
    constexpr Index() = default;
    constexpr Index(int at) : place(at) {}
    constexpr operator int() const { return place; }
};

namespace detail {

struct Nobody {
    template <class Member>
    void operator()(std::string_view, Member) {}
};

constexpr bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

// ShareItem as share_item.
template <class T>
struct SnakeCase {
    static constexpr std::string_view type = type_name(Of<T>{});
    static constexpr std::size_t length = [] {
        std::size_t count = type.size() - 1;
        for (const char letter : type) count += is_upper(letter);
        return count;
    }();
    static constexpr std::array<char, length> letters = [] {
        std::array<char, length> written{};
        std::size_t at = 0;
        for (const char letter : type) {
            if (is_upper(letter) && at > 0) written[at++] = '_';
            written[at++] = is_upper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
        return written;
    }();
};

}  // namespace detail

template <class T>
concept Described = requires(detail::Nobody visit) {
    fields(visit, Of<T>{});
};

// The name of a kind of command or event in the contract and in keys: "share_item" for ShareItem.
template <Described T>
constexpr std::string_view name_of() {
    using Name = detail::SnakeCase<T>;
    return {Name::letters.data(), Name::letters.size()};
}

}  // namespace casustafel::core

// Stands last in the struct. Up to sixteen members; FIELDS_n visits n of them.
#define DESCRIBED(Type, ...)                                                                    \
    friend constexpr std::string_view type_name(Of<Type>) { return #Type; }                     \
    template <class Visit>                                                                      \
    friend constexpr void fields([[maybe_unused]] Visit&& visit, Of<Type>) {                    \
        __VA_OPT__(FIELDS_CHOSEN(__VA_ARGS__, FIELDS_16, FIELDS_15, FIELDS_14, FIELDS_13,       \
                                 FIELDS_12, FIELDS_11, FIELDS_10, FIELDS_9, FIELDS_8, FIELDS_7, \
                                 FIELDS_6, FIELDS_5, FIELDS_4, FIELDS_3, FIELDS_2,              \
                                 FIELDS_1)(Type, __VA_ARGS__))                                  \
    }                                                                                           \
    friend bool operator==(const Type&, const Type&) = default
#define FIELDS_CHOSEN(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, chosen, ...) chosen
#define FIELDS_1(Type, member) visit(#member, &Type::member);
#define FIELDS_2(Type, member, ...) FIELDS_1(Type, member) FIELDS_1(Type, __VA_ARGS__)
#define FIELDS_3(Type, member, ...) FIELDS_1(Type, member) FIELDS_2(Type, __VA_ARGS__)
#define FIELDS_4(Type, member, ...) FIELDS_1(Type, member) FIELDS_3(Type, __VA_ARGS__)
#define FIELDS_5(Type, member, ...) FIELDS_1(Type, member) FIELDS_4(Type, __VA_ARGS__)
#define FIELDS_6(Type, member, ...) FIELDS_1(Type, member) FIELDS_5(Type, __VA_ARGS__)
#define FIELDS_7(Type, member, ...) FIELDS_1(Type, member) FIELDS_6(Type, __VA_ARGS__)
#define FIELDS_8(Type, member, ...) FIELDS_1(Type, member) FIELDS_7(Type, __VA_ARGS__)
#define FIELDS_9(Type, member, ...) FIELDS_1(Type, member) FIELDS_8(Type, __VA_ARGS__)
#define FIELDS_10(Type, member, ...) FIELDS_1(Type, member) FIELDS_9(Type, __VA_ARGS__)
#define FIELDS_11(Type, member, ...) FIELDS_1(Type, member) FIELDS_10(Type, __VA_ARGS__)
#define FIELDS_12(Type, member, ...) FIELDS_1(Type, member) FIELDS_11(Type, __VA_ARGS__)
#define FIELDS_13(Type, member, ...) FIELDS_1(Type, member) FIELDS_12(Type, __VA_ARGS__)
#define FIELDS_14(Type, member, ...) FIELDS_1(Type, member) FIELDS_13(Type, __VA_ARGS__)
#define FIELDS_15(Type, member, ...) FIELDS_1(Type, member) FIELDS_14(Type, __VA_ARGS__)
#define FIELDS_16(Type, member, ...) FIELDS_1(Type, member) FIELDS_15(Type, __VA_ARGS__)
