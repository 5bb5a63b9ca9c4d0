#pragma once
// What several panels say alike about the case: an item, the form it is shared in, a question and
// the answer to it, how long there is, and when something was.
#include <cstdint>
#include <string>
#include <string_view>

#include "client/ui/kit/signs.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Nothing was typed but spaces and new lines.
inline bool blank(const std::string& text) {
    return text.find_first_not_of(" \n") == std::string::npos;
}

// "summary" … as the word for people.
std::string form_name(const Panel& panel, std::uint32_t form);
// What is known of an item whose text is the words of its source and tells something else; empty:
// its text tells it.
std::string facts_beside(const Panel& panel, const v1::Item& item);
// All that can be read of an item: the facts, and the words of its source.
std::string whole_text(const Panel& panel, const v1::Item& item);
// "A03 Mirjam trok aangifte in", as far as anybody in play knows its title.
std::string item_words(const Panel& panel, std::string_view item);

// How wide the widest code of a role in this case is: a column of codes has at least this.
float widest_code(const Panel& panel, Type type);

constexpr std::int64_t earlier = -1;  // before anybody looked
// "10:12", "dag 0, 10:12" on another day, "eerder" when nobody knows.
std::string when_words(const Panel& panel, std::int64_t at_sim_ms);

// What is asked, in one sentence: category and person, and what was typed.
std::string question_text(const Panel& panel, const v1::Request& request);
// The answer this role gave, or nullptr.
const v1::Answer* answer_by(const v1::Request& request, std::string_view role);
// When the time that the role has to answer is over; 0: never.
std::int64_t term_of(const v1::Request& request, std::string_view role);

// How long there is: icon, colour and words that also stand beside a request.
struct TermLeft {
    Icon icon;
    Tone tone;
    std::string words;
    bool strong = false;
};
TermLeft term_left(const Panel& panel, std::int64_t by_sim_ms);

}  // namespace casustafel::ui
