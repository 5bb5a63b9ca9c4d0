#include "server/hosting/session/names.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "assets/text/text.hpp"
#include "proto/contract/limits.hpp"
#include "proto/text_rules/folding.hpp"
#include "proto/text_rules/name.hpp"

namespace casustafel::hosting {
namespace {

using contract::limits::join_name_characters;
using text::Key;

constexpr Key words_of_the_screens[] = {Key::trainer_title,          Key::trainer_autopilot,
                                        Key::trainer_seat_autopilot, Key::trainer_stands_in,
                                        Key::report_who_autopilot,   Key::report_who_stand_in};

std::string without_article(std::string look) {
    for (const char* article : {"de ", "het ", "een ", "the ", "a "}) {
        const std::string begin = text_rules::look_of(article) + ' ';
        if (look.starts_with(begin)) return look.substr(begin.size());
    }
    return look;
}

// In both languages, as they look.
const std::set<std::string>& reserved() {
    static const std::set<std::string> looks = [] {
        std::set<std::string> made;
        for (const Key key : words_of_the_screens)
            for (const auto language : {text::Language::nl, text::Language::en})
                made.insert(without_article(text_rules::look_of(text::say(key, language))));
        return made;
    }();
    return looks;
}

// "p3" is what stands where a name was erased.
bool is_number_of_somebody(std::string_view name) {
    return name.size() > 1 && (name[0] == 'p' || name[0] == 'P') &&
           std::all_of(name.begin() + 1, name.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::optional<std::string> name_given(std::string_view wanted, core::ParticipantId who,
                                      const core::State& state, const People& people) {
    const auto name = text_rules::as_name(wanted, join_name_characters);
    if (!name || is_number_of_somebody(*name) ||
        reserved().contains(without_article(text_rules::look_of(*name))))
        return std::nullopt;
    std::set<std::string> taken;
    for (const auto& [id, participant] : state.participants)
        if (participant.present && id != who) taken.insert(text_rules::look_of(people.name_of(id)));
    std::string given = *name;
    for (std::size_t number = 2; taken.contains(text_rules::look_of(given)); ++number)
        given = text_rules::numbered(*name, number, join_name_characters);
    return given;
}

}  // namespace casustafel::hosting
