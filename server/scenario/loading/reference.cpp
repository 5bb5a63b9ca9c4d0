#include "server/scenario/loading/reference.hpp"

#include <algorithm>
#include <sstream>

#include "server/core/law/checks.hpp"
#include "server/core/values/vocabulary.hpp"
#include "server/scenario/loading/outline.hpp"
#include "server/scenario/reading/findings.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

constexpr std::string_view opening = R"(# Casussen schrijven · Writing cases

Deze map bevat de casussen (één YAML-bestand per casus), in `rules/` de regelpakketten (op welke
grondslag wie wat aan wie mag geven) en in `libraries/` wat casussen gemeen hebben. Een casus neemt
daaruit met `uses: [CODE, …]`; wat zij zelf onder die code schrijft, gaat voor. Je hebt er alleen een tekstverwerker voor nodig.

- Begin met een kopie van `oefentafel.yaml` en geef haar een eigen naam en `id`.
- Kijk na met `casustafel check scenarios/mijncasus.yaml`: je ziet alle fouten tegelijk, met regel en kolom.
- `casustafel schema > casus.schema.json` geeft een JSON Schema; veel editors vullen daarmee sleutels aan.
- Alles is verzonnen: geen echte namen, adressen, telefoonnummers of burgerservicenummers.
- Teksten schrijf je als `{nl: …, en: …}`. Nederlands is verplicht.
- Tijden schrijf je als `D0 16:30` (dag 0, half vijf), duren als `20m`, `2h` of `1d`.
- Codes beginnen met een letter; daarna letters, cijfers, `-` en `_`.
- Verwijzingen (`&`, `*`, `<<`), typen (`!`) en meer dan één document per bestand kunnen niet.

This folder holds the cases (one YAML file each), in `rules/` the rules packs (on which basis who may give
what to whom) and in `libraries/` what cases have in common: a case takes from it with `uses: [ID, …]`, and
what it writes itself under that id goes first. A text editor is all you need. Start from a copy of `oefentafel.yaml`; check it with
`casustafel check scenarios/mycase.yaml`, which shows every problem at once with its line and column;
`casustafel schema` gives a JSON Schema for completion in your editor. Everything is invented. Texts are
`{nl: …, en: …}`, Dutch is required. Times are `D0 16:30`, durations `20m`, `2h` or `1d`. Anchors, aliases,
merge keys, tags and a second document are refused.

Deze pagina is gemaakt uit de beschrijving in `server/scenario/reading/*_fields.hpp`; een test houdt haar gelijk.
This page is generated from that description; a test keeps the two the same.
)";

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "`" : " `") + word + "`";
    return list;
}

std::string number_range(const Traits& traits) {
    if (traits.least == traits.most) return std::to_string(traits.least);
    return std::to_string(traits.least) + " – " + std::to_string(traits.most);
}

std::string kind(const OutlineField& field) {
    switch (field.holds) {
        case Holds::word:
            return field.words.empty()
                       ? "≤ " + std::to_string(most_characters(field.traits.meaning)) +
                             " tekens · characters"
                       : list_of(field.words);
        case Holds::id: return "code";
        case Holds::text:
            return "nl/en, ≤ " + std::to_string(most_characters(field.traits.meaning)) +
                   " tekens · characters";
        case Holds::yes_or_no: return list_of(field.words);
        case Holds::number: return number_range(field.traits);
        case Holds::time: return "`D0 16:30`";
        case Holds::duration: return "`20m` `2h` `1d`";
        case Holds::date: return "`2025-03-01`";
        case Holds::record: return "[" + field.record + "](#" + field.record + ")";
    }
    return {};
}

// A lone list of many words would make the table unreadable, so a list says how many at the end.
std::string cell(const OutlineField& field) {
    if (!field.list) return kind(field);
    return "lijst · list: " + kind(field) + " (≤ " + std::to_string(field.traits.most) + ")";
}

void write(std::ostream& out, const Outline& outline) {
    out << "\n### " << outline.name << "\n\n"
        << outline.help.nl << "\n"
        << outline.help.en << "\n\n"
        << "| sleutel · key | wat er staat · what stands there | uitleg | meaning "
           "|\n|---|---|---|---|\n";
    for (const auto& field : outline.fields) {
        out << "| `" << field.traits.key << "`" << (field.traits.required ? " **\\***" : "")
            << " | " << cell(field);
        if (!field.unless_written.empty())
            out << "; anders · else `" << field.unless_written << "`";
        out << " | " << field.traits.help.nl << " | " << field.traits.help.en << " |\n";
    }
}

// Those that were not told of before.
void write_new(std::ostream& out, const std::vector<Outline>& outlines,
               const std::vector<Outline>& before) {
    for (const auto& outline : outlines)
        if (std::ranges::none_of(before, [&](const Outline& each) {
                return each.name == outline.name;
            }))
            write(out, outline);
}

// "purpose.care" in this language, with its gist when there is one.
std::string explained(const std::string& key, text::Language language) {
    const auto found = text::find(key);
    const auto gist = text::find(key + ".gist");
    std::string words(found ? text::say(*found, language) : "");
    if (gist) words += ": " + std::string(text::say(*gist, language));
    return words;
}

template <class E>
void write_words(std::ostream& out, const std::string& title, const std::string& family) {
    out << "\n### " << title << "\n\n| woord · word | uitleg | meaning |\n|---|---|---|\n";
    for (std::size_t each = 0; each < core::count<E>(); ++each) {
        const std::string word(core::name(static_cast<E>(each)));
        if (word == "silent") continue;  // no share at all: nothing an author can write
        const std::string key = family + "." + word;
        out << "| `" << word << "` | " << explained(key, text::Language::nl) << " | "
            << explained(key, text::Language::en) << " |\n";
    }
}

std::string in_code(std::string_view keys) {
    std::string list;
    for (const std::string& key : words_of(keys)) list += (list.empty() ? "`" : " `") + key + "`";
    return list;
}

// Each kind with the keys that go with it.
void write_checks(std::ostream& out) {
    out << "\n### check: kind\n\n| woord · word | hoort erbij · needed | mag erbij · allowed | "
           "uitleg | meaning |\n|---|---|---|---|---|\n";
    for (std::size_t each = 0; each < core::count<core::CheckKind>(); ++each) {
        const core::CheckRule& rule = core::rule_of(static_cast<core::CheckKind>(each));
        const std::string word(core::name(rule.kind));
        out << "| `" << word << "` | " << in_code(rule.needed) << " | " << in_code(rule.allowed)
            << " | " << explained("check." + word, text::Language::nl) << " | "
            << explained("check." + word, text::Language::en) << " |\n";
    }
}

}  // namespace

std::string reference() {
    std::ostringstream out;
    out << opening << "\n**\\*** verplicht · required.\n\n## Een casus · A case\n";
    const auto of_case = outline_of_case();
    for (const auto& outline : of_case) write(out, outline);
    out << "\n## Een regelpakket · A rules pack\n";
    write_new(out, outline_of_rules(), of_case);
    out << "\n## Een bibliotheek · A library\n";
    write_new(out, outline_of_library(), of_case);
    out << "\n## Woorden · Words\n";
    write_words<core::Purpose>(out, "purpose", "purpose");
    write_words<core::Category>(out, "category", "category");
    write_words<core::Form>(out, "form (arm → rijk · poor → rich)", "form");
    write_words<core::ConditionKind>(out, "condition: kind", "condition");
    write_checks(out);
    write_words<core::Track>(out, "track", "track");
    write_words<core::PromptMoment>(out, "prompt: moment", "prompt_moment");
    write_words<core::PromptReach>(out, "prompt: seen_by", "prompt_reach");
    write_words<core::PromptShown>(out, "prompt: shown_as", "prompt_shown");
    write_words<core::QuestionForm>(out, "prompt_question: form", "question_form");
    write_words<core::PromptMeasure>(out, "prompt_question: measures", "prompt_measure");
    return out.str();
}

}  // namespace casustafel::scenario
