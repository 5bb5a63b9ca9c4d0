#include "server/scenario/reading/reader.hpp"

#include "proto/contract/utf8.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/happening_fields.hpp"
#include "server/scenario/reading/rules_fields.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

// Gives a word as it may be repeated in a message: short, and on one line.
std::string quoted(std::string_view word) {
    constexpr std::size_t most = 40;
    std::string shown;
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t from = at;
        const auto character = contract::take_character(word, at);
        if (!character || ++count > most) return shown + "…";
        const bool plain = may_be_shown(*character) && *character != U'\n';
        shown += plain ? word.substr(from, at - from) : " ";
    }
    return shown;
}

std::optional<Sentence> did_you_mean(std::string_view word, const std::vector<std::string>& words) {
    if (const auto meant = nearest(word, words))
        return Sentence{Key::diagnostic_hint_did_you_mean, {*meant}};
    return std::nullopt;
}

bool is_text_line(const Here& here, std::string& value) {
    const auto* word = scalar_of(here);
    if (!word) return false;
    value = *word;
    here.findings.check_text(here.node, here.path, value, here.traits.meaning);
    return true;
}

// A word that stands alone names the kind.
template <class T>
void read_word_or_map(const Here& here, T& value) {
    if (here.node.kind == Node::Kind::scalar) return read(here, value.kind);
    if (!is_mapping(here)) return;
    FieldReader<T> visit(here, value);
    fields(visit, Of<T>{});
    visit.finish();
}

// One language of a text.
void read_language(const Here& here, std::string_view language, std::string& value) {
    const Member* found = member(here.node, language);
    const std::string path = under(here.path, language);
    if (!found && language == "nl") return here.fail({Key::diagnostic_missing_dutch, {}});
    if (!found)
        return here.findings.fail(here.node.at, path, {Key::diagnostic_missing_english, {}}, {},
                                  Severity::warning);
    is_text_line(Here{here.findings, found->value, path, here.traits}, value);
}

}  // namespace

const std::string* scalar_of(const Here& here) {
    if (here.node.kind == Node::Kind::scalar) return &here.node.scalar;
    if (here.node.kind == Node::Kind::empty)
        here.fail({Key::diagnostic_empty_value, {}});
    else
        here.fail({Key::diagnostic_expected_word, {}});
    return nullptr;
}

bool is_mapping(const Here& here) {
    if (here.node.kind == Node::Kind::mapping) return true;
    here.fail({Key::diagnostic_expected_map, {}});
    return false;
}

bool is_sequence(const Here& here) {
    if (here.node.kind == Node::Kind::sequence) return true;
    here.fail({Key::diagnostic_expected_list, {}}, Sentence{Key::diagnostic_hint_brackets, {}});
    return false;
}

void refuse_word(const Here& here, const std::vector<std::string>& allowed) {
    auto hint = did_you_mean(here.node.scalar, allowed);
    if (!hint) hint = Sentence{Key::diagnostic_hint_one_of, {list_of(allowed)}};
    here.fail({Key::diagnostic_unknown_word, {quoted(here.node.scalar)}}, std::move(hint));
}

void check_keys(const Here& here, const std::vector<std::string>& known) {
    for (const Member& each : here.node.members) {
        const std::string& key = each.key.scalar;
        const Member* first = member(here.node, key);
        const std::string path = under(here.path, key);
        if (first != &each)
            here.findings.fail(
                each.key.at, path,
                {Key::diagnostic_duplicate_key, {quoted(key), std::to_string(first->key.at.line)}});
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        auto hint =
            key == "<<"
                ? Sentence{Key::diagnostic_hint_no_merge, {}}
                : did_you_mean(key, known)
                      .value_or(Sentence{Key::diagnostic_hint_known_keys, {list_of(known)}});
        // This is not remembered as a failure, since it does not harm what the struct does know.
        here.findings.fail(each.key.at, "?", {Key::diagnostic_unknown_key, {quoted(key)}},
                           std::move(hint));
    }
}

void read(const Here& here, std::string& value) {
    const Meaning meaning = here.traits.meaning;
    if (meaning == Meaning::id) return read_id(here, value);
    if (!is_text_line(here, value)) return;
    if (meaning == Meaning::date && !is_date(value))
        here.fail({Key::diagnostic_no_date, {quoted(value)}});
    const auto allowed = words_of(here.traits.only);
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        refuse_word(here, allowed);
}

void read(const Here& here, core::Text& value) {
    if (here.node.kind != Node::Kind::mapping)
        return here.fail({Key::diagnostic_expected_text, {}},
                         Sentence{Key::diagnostic_hint_two_languages, {}});
    read_language(here, "nl", value.nl);
    read_language(here, "en", value.en);
    check_keys(here, {"nl", "en"});
}

void read(const Here& here, bool& value) {
    const auto* word = scalar_of(here);
    if (!word) return;
    const auto [no, yes] = here.traits.words;
    if (*word == yes)
        value = true;
    else if (*word == no)
        value = false;
    else
        refuse_word(here, {std::string(yes), std::string(no)});
}

void read(const Here& here, int& value) {
    const auto* word = scalar_of(here);
    if (!word) return;
    const auto number = here.traits.least < 0 ? parse_change(*word) : parse_number(*word);
    if (number && *number >= here.traits.least && *number <= here.traits.most)
        value = static_cast<int>(*number);
    else
        here.fail(
            {Key::diagnostic_number_out_of_range,
             {quoted(*word), std::to_string(here.traits.least), std::to_string(here.traits.most)}});
}

void read(const Here& here, std::int64_t& value) {
    if (here.traits.meaning == Meaning::minutes) {
        int minutes = 0;
        read(here, minutes);
        value = minutes * std::int64_t{60'000};
        return;
    }
    const auto* word = scalar_of(here);
    if (!word) return;
    const bool time = here.traits.meaning == Meaning::time;
    if (const auto read_as = time ? parse_time(*word) : parse_duration(*word))
        value = *read_as;
    else
        here.fail({time ? Key::diagnostic_no_time : Key::diagnostic_no_duration, {quoted(*word)}});
}

void read_id(const Here& here, std::string& value) {
    const auto* word = scalar_of(here);
    if (!word) return;
    if (is_id(*word))
        value = *word;
    else
        here.fail({Key::diagnostic_no_id, {quoted(*word), std::to_string(limits::id_characters)}});
}

void read(const Here& here, core::Condition& value) { read_word_or_map(here, value); }
void read(const Here& here, core::Check& value) { read_word_or_map(here, value); }

}  // namespace casustafel::scenario
