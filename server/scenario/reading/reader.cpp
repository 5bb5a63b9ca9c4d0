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
    // Behind a word or a date a remark is no accident; a text may have meant to go on.
    const bool text = here.traits.meaning != Meaning::date && here.traits.only.empty();
    if (text && here.node.remark)
        here.findings.fail(*here.node.remark, here.path, {Key::diagnostic_hash_cuts, {}},
                           Sentence{Key::diagnostic_hint_hash, {}}, Severity::warning);
    return true;
}

// A word that stands alone names the kind.
template <class T>
void read_word_or_map(const Here& here, T& value) {
    if (here.node.kind == Node::Kind::scalar) return read(here, value.kind);
    if (!is_mapping(here)) return;
    FieldReader<T> visit(here, keys_of<T>(), value);
    fields(visit, Of<T>{});
}

// One language of a text.
void read_language(const Here& here, const Members& members, std::string_view language,
                   std::string& value) {
    const Member* found = members.find(language);
    if (!found) return;
    const std::string path = under(here.path, language);
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

Members::Members(const Here& here, const std::vector<KnownKey>& known)
    : here_(here), known_(known) {
    std::vector<const Member*> unknown;
    for (const Member* each : each_once()) {
        const std::string& key = each->key.scalar;
        const auto same = [&](const KnownKey& one) { return one.name == key; };
        if (const auto found = std::find_if(known.begin(), known.end(), same); found != known.end())
            found_.emplace_back(found->name, each);
        else
            unknown.push_back(each);
    }
    adopt_near(unknown);
    adopt_only(unknown);
    for (const Member* each : unknown) complain(*each);
    for (const auto& each : known)
        if (each.required && !find(each.name))
            here.findings.note_missing(here.path, std::string(each.name), here.node.at,
                                       each.when_missing);
}

const Member* Members::find(std::string_view key) const {
    for (const auto& [name, found] : found_)
        if (name == key) return found;
    return nullptr;
}

// The members up to a key that says the dash of a next entry is lost; of equal keys the first.
std::vector<const Member*> Members::each_once() {
    std::vector<const Member*> once;
    bool in_run = false;
    for (const Member& each : here_.node.members) {
        const Member* first = member(here_.node, each.key.scalar);
        const bool twice = first != &each;
        const bool dash_lost =
            twice && first == &here_.node.members.front() && first->key.at.line != each.key.at.line;
        if (twice && !in_run) {
            const Sentence message{Key::diagnostic_duplicate_key,
                                   {quoted(each.key.scalar), std::to_string(first->key.at.line)}};
            here_.findings.fail(
                each.key.at, dash_lost ? here_.path : under(here_.path, each.key.scalar), message,
                Sentence{dash_lost ? Key::diagnostic_hint_lost_dash : Key::diagnostic_hint_once,
                         {}});
        }
        if (dash_lost) break;
        in_run = twice;
        if (!twice) once.push_back(&each);
    }
    return once;
}

std::vector<std::string> Members::not_written() const {
    std::vector<std::string> names;
    for (const auto& each : known_)
        if (!find(each.name)) names.emplace_back(each.name);
    return names;
}

void Members::adopt(const Member& unknown, std::string_view key, bool near) {
    for (const auto& each : known_)
        if (each.name == key) found_.emplace_back(each.name, &unknown);
    // This is not remembered as a failure: the value is read as that of the key that was meant.
    here_.findings.fail(
        unknown.key.at, "?", {Key::diagnostic_unknown_key, {quoted(unknown.key.scalar)}},
        Sentence{near ? Key::diagnostic_hint_did_you_mean : Key::diagnostic_hint_perhaps_meant,
                 {std::string(key)}});
}

void Members::adopt_near(std::vector<const Member*>& unknown) {
    std::erase_if(unknown, [&](const Member* each) {
        const std::string& key = each->key.scalar;
        const auto meant = is_of_around(*each) ? std::nullopt : nearest(key, not_written());
        if (meant) adopt(*each, *meant, true);
        return meant.has_value();
    });
}

// One key too many and one too few are the same key.
void Members::adopt_only(std::vector<const Member*>& unknown) {
    std::vector<std::string_view> missing;
    for (const auto& each : known_)
        if (each.required && !find(each.name)) missing.push_back(each.name);
    if (unknown.size() != 1 || missing.size() != 1 || unknown[0]->key.scalar == "<<") return;
    if (is_of_around(*unknown[0])) return;
    adopt(*unknown[0], missing[0], false);
    unknown.clear();
}

bool Members::is_of_around(const Member& unknown) const {
    return here_.around &&
           std::any_of(here_.around->begin(), here_.around->end(),
                       [&](const KnownKey& one) { return one.name == unknown.key.scalar; });
}

void Members::complain(const Member& unknown) {
    const std::string& key = unknown.key.scalar;
    if (is_of_around(unknown))
        return here_.findings.note_unknown(here_.path, key, unknown.key.at,
                                           {Key::diagnostic_hint_misplaced, {}});
    std::vector<std::string> names;
    for (const auto& each : known_) names.emplace_back(each.name);
    auto hint = key == "<<"
                    ? Sentence{Key::diagnostic_hint_no_merge, {}}
                    : did_you_mean(key, names)
                          .value_or(Sentence{Key::diagnostic_hint_known_keys, {list_of(names)}});
    here_.findings.note_unknown(here_.path, quoted(key), unknown.key.at, std::move(hint));
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
    static const std::vector<KnownKey> languages{{"nl", true}, {"en", true, Severity::warning}};
    const Members members(here, languages);
    read_language(here, members, "nl", value.nl);
    read_language(here, members, "en", value.en);
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
