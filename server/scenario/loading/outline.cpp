#include "server/scenario/loading/outline.hpp"

#include <map>
#include <type_traits>
#include <typeindex>

#include "server/scenario/reading/case_fields.hpp"
#include "server/scenario/reading/findings.hpp"
#include "server/scenario/reading/rules_fields.hpp"

namespace casustafel::scenario {
namespace {

template <class T>
struct Unwrapped {
    using Type = T;
    static constexpr bool list = false;
};
template <class T>
struct Unwrapped<std::vector<T>> {
    using Type = T;
    static constexpr bool list = true;
};
template <class T>
struct Unwrapped<std::optional<T>> : Unwrapped<T> {};

template <class T>
constexpr bool is_core_id = false;
template <class Kind>
constexpr bool is_core_id<core::Id<Kind>> = true;

struct Gathering {
    std::vector<Outline> outlines;
    std::map<std::type_index, std::string> names;
};

// Outlines a struct and, behind it, those it holds; gives its name.
template <class T>
std::string gather(Gathering& gathering);

template <class Type>
Holds what_it_holds(const Traits& traits) {
    if constexpr (is_core_id<Type>) return Holds::id;
    if constexpr (std::is_same_v<Type, core::Text>) return Holds::text;
    if constexpr (std::is_same_v<Type, bool>) return Holds::yes_or_no;
    if constexpr (std::is_same_v<Type, int>) return Holds::number;
    if constexpr (Described<Type>) return Holds::record;
    switch (traits.meaning) {
        case Meaning::time: return Holds::time;
        case Meaning::duration: return Holds::duration;
        case Meaning::minutes: return Holds::number;
        case Meaning::date: return Holds::date;
        case Meaning::id: return Holds::id;
        case Meaning::plain:
        case Meaning::line:
        case Meaning::paragraphs:
        case Meaning::page: break;
    }
    return Holds::word;
}

template <class Type>
std::vector<std::string> words_for(const Traits& traits) {
    std::vector<std::string> words = words_of(traits.only);
    if constexpr (std::is_same_v<Type, bool>)
        words = {std::string(traits.words.no), std::string(traits.words.yes)};
    if constexpr (std::is_enum_v<Type>)
        if (words.empty())
            for (std::size_t each = 0; each < core::count<Type>(); ++each)
                words.emplace_back(core::name(static_cast<Type>(each)));
    return words;
}

template <class Value>
std::string spelled(const Value& value, const Traits& traits) {
    if constexpr (std::is_same_v<Value, bool>)
        return std::string(value ? traits.words.yes : traits.words.no);
    else if constexpr (std::is_enum_v<Value>)
        return std::string(core::name(value));
    else if constexpr (std::is_same_v<Value, int>)
        return std::to_string(value);
    else
        return {};
}

class Outliner {
public:
    explicit Outliner(Gathering& gathering) : gathering_(gathering) {}

    void about(std::string_view name, Help help) {
        outline.name = std::string(name);
        outline.help = help;
    }

    template <class Owner, class Value>
    void operator()(const Field<Owner, Value>& field) {
        using Type = typename Unwrapped<Value>::Type;
        OutlineField out{.traits = field.traits,
                         .holds = what_it_holds<Type>(field.traits),
                         .list = Unwrapped<Value>::list,
                         .words = words_for<Type>(field.traits),
                         .record = {},
                         .unless_written = {}};
        if constexpr (Described<Type>) out.record = gather<Type>(gathering_);
        if (!field.traits.required && field.traits.tells_default)
            out.unless_written = spelled(Owner{}.*field.member, field.traits);
        outline.fields.push_back(std::move(out));
    }

    template <class Describe>
    void operator()(const Group<Describe>& part) {
        Outliner inner(gathering_);
        inner.about(part.traits.key, part.traits.help);
        part.describe(inner);
        gathering_.outlines.push_back(std::move(inner.outline));
        outline.fields.push_back({.traits = part.traits,
                                  .holds = Holds::record,
                                  .list = false,
                                  .words = {},
                                  .record = std::string(part.traits.key),
                                  .unless_written = {}});
    }

    Outline outline;

private:
    Gathering& gathering_;
};

template <class T>
std::string gather(Gathering& gathering) {
    if (const auto known = gathering.names.find(typeid(T)); known != gathering.names.end())
        return known->second;
    const std::size_t slot = gathering.outlines.size();
    gathering.outlines.emplace_back();
    Outliner visit(gathering);
    fields(visit, Of<T>{});
    visit.outline.word_will_do =
        std::is_same_v<T, core::Condition> || std::is_same_v<T, core::Check>;
    const std::string name = visit.outline.name;
    gathering.names[typeid(T)] = name;
    gathering.outlines[slot] = std::move(visit.outline);
    return name;
}

}  // namespace

std::vector<Outline> outline_of_case() {
    Gathering gathering;
    gather<CaseFile>(gathering);
    return std::move(gathering.outlines);
}

std::vector<Outline> outline_of_library() {
    Gathering gathering;
    gather<LibraryFile>(gathering);
    return std::move(gathering.outlines);
}

std::vector<Outline> outline_of_rules() {
    Gathering gathering;
    gather<RulesFile>(gathering);
    return std::move(gathering.outlines);
}

}  // namespace casustafel::scenario
