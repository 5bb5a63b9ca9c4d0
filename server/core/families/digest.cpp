#include "server/core/families/digest.hpp"

#include <algorithm>
#include <type_traits>

#include "proto/contract/fingerprint.hpp"
#include "server/core/values/fields.hpp"

namespace casustafel::core {

namespace {

// The fingerprint of all members in the order in which their structs describe them.
class Fold {
public:
    template <Described T>
    void one(const T& it) {
        fields(
            [&]<class Owner, class Member>(std::string_view name, Member Owner::*member) {
                if (!is_left_out<Owner>(name, it.*member)) one(it.*member);
            },
            Of<T>{});
    }

    template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>) void one(const T& number) {
        const auto wide = static_cast<std::uint64_t>(number);
        for (int shift = 0; shift < 64; shift += 8)
            print_.add(static_cast<std::uint8_t>(wide >> shift));
    }

    void one(const Index& index) { one(index.place); }

    void one(const std::string& text) {
        one(text.size());
        print_.add(text);
    }

    template <class Kind>
    void one(const Id<Kind>& id) {
        one(id.value);
    }

    template <class T>
    void one(const std::optional<T>& maybe) {
        one(maybe.has_value());
        if (maybe) one(*maybe);
    }

    template <class A, class B>
    void one(const std::pair<A, B>& two) {
        one(two.first);
        one(two.second);
    }

    template <class T>
    void one(const std::vector<T>& many) {
        all_of(many);
    }

    template <class T>
    void one(const std::set<T>& many) {
        all_of(many);
    }

    template <class K, class T>
    void one(const std::map<K, T>& many) {
        all_of(many);
    }

    std::uint64_t value() const { return print_.value(); }

private:
    template <class Many>
    void all_of(const Many& many) {
        one(many.size());
        for (const auto& each : many) one(each);
    }

    // What logs of before it was kept do not have: they keep their digests.
    template <class Owner, class Member>
    static bool is_left_out(std::string_view name, const Member& member) {
        if constexpr (requires { Owner::later; })
            return std::ranges::find(Owner::later, name) != std::ranges::end(Owner::later) &&
                   member == Member{};
        return false;
    }

    contract::Fingerprint print_;
};

}  // namespace

std::uint64_t digest(const State& state) {
    Fold fold;
    fold.one(state.scenario->id);
    fold.one(state);
    return fold.value();
}

}  // namespace casustafel::core
