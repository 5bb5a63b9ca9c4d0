#include "client/ui/panel/words.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000, soon_ms = 10 * minute_ms;

}  // namespace

std::string form_name(const Panel& panel, std::uint32_t form) {
    return panel.word("form", form_word(form));
}

std::string facts_beside(const Panel& panel, const v1::Item& item) {
    constexpr int facts = 3;  // pointer, conclusion, summary, facts, source
    if (item.as_sent_size() <= facts + 1) return {};
    const std::string& known = panel.in(item.as_sent(facts));
    return panel.in(item.text()).find(known) == std::string::npos ? known : std::string();
}

std::string whole_text(const Panel& panel, const v1::Item& item) {
    const std::string facts = facts_beside(panel, item);
    return (facts.empty() ? "" : facts + "\n") + panel.in(item.text());
}

std::string item_words(const Panel& panel, std::string_view item) {
    const std::string id(item);
    if (const v1::Item* own = panel.view->find<v1::Item>(id); own != nullptr)
        return id + " " + panel.item_title(*own);
    const auto& entities = panel.view->entities();
    for (auto at = entities.lower_bound(contract::entity_key(contract::entities::holding, ""));
         at != entities.end(); ++at) {
        if (!at->second.entity->has_holding()) break;
        const v1::Holding& holding = at->second.entity->holding();
        if (holding.item() == id && !panel.in(holding.title()).empty())
            return id + " " + panel.in(holding.title());
    }
    return id;
}

float widest_code(const Panel& panel, Type type) {
    float widest = 0;
    for (const v1::Role* role : panel.view->all<v1::Role>())
        widest = std::max(widest, panel.draw().width(role->id(), type));
    return widest;
}

std::string when_words(const Panel& panel, std::int64_t at_sim_ms) {
    if (at_sim_ms == earlier) return panel.say(Say::feed_earlier);
    return day_of(at_sim_ms) == day_of(panel.sim_ms()) ? clock_text(at_sim_ms)
                                                       : moment(panel, at_sim_ms);
}

std::string question_text(const Panel& panel, const v1::Request& request) {
    const std::string topic =
        panel.say(Say::requests_topic, {in_sentence(panel.word("category", request.category())),
                                        panel.person_name(request.person())});
    const std::string& words = model::words_of(request, panel.english());
    return words.empty() ? topic : words;
}

const v1::Answer* answer_by(const v1::Request& request, std::string_view role) {
    for (const v1::Answer& answer : request.answers()) {
        if (answer.by() == role) return &answer;
    }
    return nullptr;
}

std::int64_t term_of(const v1::Request& request, std::string_view role) {
    for (int index = 0; index < request.to_size() && index < request.term_ends_sim_ms_size();
         ++index) {
        if (request.to(index) == role) return request.term_ends_sim_ms(index);
    }
    return request.term_ends_sim_ms_size() > 0 ? request.term_ends_sim_ms(0) : 0;
}

TermLeft term_left(const Panel& panel, std::int64_t by_sim_ms) {
    const std::int64_t left = by_sim_ms - panel.sim_ms();
    if (left < 0) return {Icon::alert, Tone::wrong, panel.say(Say::requests_term_over), true};
    if (left <= soon_ms)
        return {Icon::timer, Tone::attention,
                panel.say(Say::requests_left_minutes, {std::to_string(left / minute_ms)}), true};
    if (day_of(by_sim_ms) != day_of(panel.sim_ms()))
        return {Icon::timer, Tone::neutral,
                panel.say(Say::requests_before_day,
                          {std::to_string(day_of(by_sim_ms)), clock_text(by_sim_ms)})};
    return {Icon::timer, Tone::neutral, panel.say(Say::requests_before, {clock_text(by_sim_ms)})};
}

}  // namespace casustafel::ui
