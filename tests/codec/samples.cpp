#include "samples.hpp"

#include <string>
#include <type_traits>
#include <utility>

#include "server/core/values/fields.hpp"

namespace casustafel::codec {
namespace {

using namespace core;

// Puts something in every member, nowhere twice the same where the type allows it.
class Filler {
public:
    template <Described T>
    void fill(T& value) {
        fields([&](std::string_view, auto member) { fill(value.*member); }, Of<T>{});
    }
    template <class Kind>
    void fill(Id<Kind>& id) {
        id.value = "A" + std::to_string(++count_);
    }
    void fill(std::string& text) { text = "één tekst " + std::to_string(++count_); }
    void fill(bool& yes) { yes = true; }
    void fill(Index& index) { index = Index(2); }
    void fill(Form& form) { form = Form::summary; }
    void fill(EntityId& id) { id = EntityId{0xfedcba9876543210 + ++count_}; }
    // The second word of a list: the first is what was there already.
    template <class Word>
    requires std::is_enum_v<Word>
    void fill(Word& word) { word = static_cast<Word>(1); }
    // Small enough for what has a range.
    template <class Number>
    requires std::is_integral_v<Number>
    void fill(Number& number) { number = static_cast<Number>(++count_ % 3 + 1); }
    template <class T>
    void fill(std::vector<T>& values) {
        for (T& value : values = std::vector<T>(2)) fill(value);
    }
    // A no that is said is not the same as nothing said.
    void fill(std::optional<bool>& yes) { yes = false; }
    template <class T>
    void fill(std::optional<T>& value) {
        fill(value.emplace());
    }

private:
    std::uint64_t count_ = 0;
};

template <class Kinds, class One, std::size_t... number>
std::vector<One> one_of_each(std::index_sequence<number...>) {
    Filler filler;
    std::vector<One> all;
    const auto add = [&](auto kind) {
        filler.fill(kind);
        all.push_back(std::move(kind));
    };
    (add(std::variant_alternative_t<number, Kinds>{}), ...);
    return all;
}

}  // namespace

std::vector<Command> sample_commands() {
    return one_of_each<CommandKinds, Command>(
        std::make_index_sequence<std::variant_size_v<CommandKinds>>{});
}

std::vector<Event> sample_events() {
    return one_of_each<EventKinds, Event>(
        std::make_index_sequence<std::variant_size_v<EventKinds>>{});
}

}  // namespace casustafel::codec
