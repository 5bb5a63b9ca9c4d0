#pragma once
// Reads a tree into a struct by its `fields()` description. Every problem becomes a diagnostic and
// reading goes on, so that an author sees them all at once; what failed keeps its default value.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/ids.hpp"
#include "server/core/values/scenario.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/findings.hpp"
#include "server/scenario/reading/node.hpp"

namespace casustafel::scenario {

// A key that a map may or must have.
struct KnownKey {
    std::string_view name;
    bool required = false;
    Severity when_missing = Severity::error;
};

// One value on its way: where it stands and what its field says.
struct Here {
    Findings& findings;
    const Node& node;
    std::string path;
    const Traits& traits;
    const std::vector<KnownKey>* around = nullptr;  // the keys of the map around this value

    void fail(Sentence message, std::optional<Sentence> hint = {}) const {
        findings.fail(node.at, path, std::move(message), std::move(hint));
    }
};

// The scalar's text; a diagnostic and nothing when it is no scalar.
const std::string* scalar_of(const Here&);
// Whether the node is of this kind; a diagnostic when it is not.
bool is_mapping(const Here&);
bool is_sequence(const Here&);
// Complains about a word that is not in `allowed`, with the nearest one as a hint.
void refuse_word(const Here&, const std::vector<std::string>& allowed);

// The members of one map, each under the key its author meant: an unknown key that is near a known
// one that is not there counts as that one, so that one slip does not bring a page of consequences.
// Complains about keys that are unknown, missing or there twice.
class Members {
public:
    Members(const Here& here, const std::vector<KnownKey>& known);
    // The member under this known key, or nullptr.
    const Member* find(std::string_view key) const;

private:
    std::vector<const Member*> each_once();
    void adopt(const Member&, std::string_view key, bool near);
    void adopt_near(std::vector<const Member*>& unknown);
    void adopt_only(std::vector<const Member*>& unknown);
    bool is_of_around(const Member& unknown) const;
    void complain(const Member& unknown);
    std::vector<std::string> not_written() const;

    const Here& here_;
    const std::vector<KnownKey>& known_;
    std::vector<std::pair<std::string_view, const Member*>> found_;
};

void read(const Here&, std::string&);
void read(const Here&, core::Text&);
void read(const Here&, bool&);
void read(const Here&, int&);
void read(const Here&, std::int64_t&);
void read_id(const Here&, std::string&);

template <class Kind>
void read(const Here& here, core::Id<Kind>& id) {
    read_id(here, id.value);
}

template <class E>
requires std::is_enum_v<E>
void read(const Here& here, E& value) {
    const auto* word = scalar_of(here);
    if (!word) return;
    std::vector<std::string> allowed = words_of(here.traits.only);
    if (allowed.empty())
        for (std::size_t each = 0; each < core::count<E>(); ++each)
            allowed.emplace_back(core::name(static_cast<E>(each)));
    const auto meant = core::named<E>(*word);
    if (meant && std::find(allowed.begin(), allowed.end(), *word) != allowed.end())
        value = *meant;
    else
        refuse_word(here, allowed);
}

template <Described T>
void read(const Here&, T&);
void read(const Here&, core::Condition&);
void read(const Here&, core::Check&);

template <class T>
void read(const Here& here, std::optional<T>& value) {
    value.emplace();
    read(here, *value);
}

template <class T>
void read(const Here& here, std::vector<T>& values) {
    if (!is_sequence(here)) return;
    const auto count = static_cast<long long>(here.node.elements.size());
    if (count == 0 && here.traits.least > 0)
        return here.fail({text::Key::diagnostic_list_empty, {}});
    if (count < here.traits.least)
        return here.fail({text::Key::diagnostic_list_too_short,
                          {std::to_string(count), std::to_string(here.traits.least)}});
    if (count > here.traits.most)
        return here.fail({text::Key::diagnostic_list_too_long,
                          {std::to_string(count), std::to_string(here.traits.most)}});
    for (std::size_t index = 0; index < here.node.elements.size(); ++index) {
        const Node& node = here.node.elements[index];
        const std::string path = element(here.path, index);
        here.findings.remember(path, node.at);
        read(Here{here.findings, node, path, here.traits, here.around}, values.emplace_back());
    }
}

// Names the keys of one struct, in order.
struct KeyNames {
    std::vector<KnownKey> keys;
    void about(std::string_view, Help) {}
    template <class Anything>
    void operator()(const Anything& field) {
        keys.push_back({field.traits.key, field.traits.required});
    }
};

template <Described T>
const std::vector<KnownKey>& keys_of() {
    static const std::vector<KnownKey> keys = [] {
        KeyNames names;
        fields(names, Of<T>{});
        return names.keys;
    }();
    return keys;
}

// Visits the fields of one struct and fills them from one mapping.
template <class T>
class FieldReader {
public:
    FieldReader(const Here& here, const std::vector<KnownKey>& known, T& target)
        : here_(here), known_(known), members_(here, known), target_(target) {}

    void about(std::string_view, Help) {}

    template <class Owner, class Value>
    void operator()(const Field<Owner, Value>& field) {
        if (const Member* found = take(field.traits))
            read(inside(*found, field.traits), target_.*field.member);
    }

    template <class Describe>
    void operator()(const Group<Describe>& part) {
        const Member* found = take(part.traits);
        if (!found) return;
        const Here in = inside(*found, part.traits);
        if (!is_mapping(in)) return;
        KeyNames names;
        part.describe(names);
        FieldReader inner(in, names.keys, target_);
        part.describe(inner);
    }

private:
    Here inside(const Member& found, const Traits& traits) const {
        return {here_.findings, found.value, under(here_.path, traits.key), traits, &known_};
    }

    // The member of this field, when it is there and holds something.
    const Member* take(const Traits& traits) {
        const Member* found = members_.find(traits.key);
        if (!found) return nullptr;
        const std::string path = under(here_.path, traits.key);
        here_.findings.remember(
            path, found->value.kind == Node::Kind::empty ? found->key.at : found->value.at);
        if (found->value.kind != Node::Kind::empty) return found;
        here_.findings.fail(found->key.at, path, {text::Key::diagnostic_empty_value, {}},
                            Sentence{text::Key::diagnostic_hint_leave_out, {}});
        return nullptr;
    }

    const Here& here_;
    const std::vector<KnownKey>& known_;
    Members members_;
    T& target_;
};

template <Described T>
void read(const Here& here, T& value) {
    if (!is_mapping(here)) return;
    FieldReader<T> visit(here, keys_of<T>(), value);
    fields(visit, Of<T>{});
}

// Reads a whole file into T.
template <class T>
T read_file(Findings& findings, const Node& root) {
    static constexpr Traits whole{};
    T value;
    findings.remember("", root.at);
    read(Here{findings, root, "", whole}, value);
    findings.settle();
    return value;
}

}  // namespace casustafel::scenario
