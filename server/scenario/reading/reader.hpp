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

// One value on its way: where it stands and what its field says.
struct Here {
    Findings& findings;
    const Node& node;
    std::string path;
    const Traits& traits;

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
// Complains about members whose key is unknown or stands twice.
void check_keys(const Here&, const std::vector<std::string>& known);

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
        read(Here{here.findings, node, path, here.traits}, values.emplace_back());
    }
}

// Visits the fields of one struct and fills them from one mapping.
template <class T>
class FieldReader {
public:
    FieldReader(const Here& here, T& target) : here_(here), target_(target) {}

    void about(std::string_view, Help) {}

    template <class Owner, class Value>
    void operator()(const Field<Owner, Value>& field) {
        if (const Member* found = take(field.traits))
            read(Here{here_.findings, found->value, under(here_.path, field.traits.key),
                      field.traits},
                 target_.*field.member);
    }

    template <class Describe>
    void operator()(const Group<Describe>& part) {
        const Member* found = take(part.traits);
        if (!found) return;
        const Here inside{here_.findings, found->value, under(here_.path, part.traits.key),
                          part.traits};
        if (!is_mapping(inside)) return;
        FieldReader inner(inside, target_);
        part.describe(inner);
        inner.finish();
    }

    void finish() { check_keys(here_, known_); }

private:
    // The member of this field, when it is there and holds something.
    const Member* take(const Traits& traits) {
        known_.emplace_back(traits.key);
        const Member* found = member(here_.node, traits.key);
        const std::string path = under(here_.path, traits.key);
        if (!found) {
            if (traits.required)
                here_.findings.fail(here_.node.at, path,
                                    {text::Key::diagnostic_missing_key, {std::string(traits.key)}});
            return nullptr;
        }
        here_.findings.remember(
            path, found->value.kind == Node::Kind::empty ? found->key.at : found->value.at);
        if (found->value.kind != Node::Kind::empty) return found;
        here_.findings.fail(found->key.at, path, {text::Key::diagnostic_empty_value, {}},
                            Sentence{text::Key::diagnostic_hint_leave_out, {}});
        return nullptr;
    }

    const Here& here_;
    T& target_;
    std::vector<std::string> known_;
};

template <Described T>
void read(const Here& here, T& value) {
    if (!is_mapping(here)) return;
    FieldReader<T> visit(here, value);
    fields(visit, Of<T>{});
    visit.finish();
}

// Reads a whole file into T.
template <class T>
T read_file(Findings& findings, const Node& root) {
    static constexpr Traits whole{};
    T value;
    findings.remember("", root.at);
    read(Here{findings, root, "", whole}, value);
    return value;
}

}  // namespace casustafel::scenario
