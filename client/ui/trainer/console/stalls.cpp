#include "client/ui/trainer/console/stalls.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/watch/seat_facts.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;
// In real time: shorter is not stalling.
constexpr std::int64_t may_be_silent_ms = 5 * minute_ms, may_be_unopened_ms = 4 * minute_ms,
                       decision_is_near_ms = 5 * minute_ms;
constexpr int unopened_to_tell = 2;
// So many of one kind are told one by one; more of them in one line.
constexpr std::size_t rows_to_tell = 2, offline_to_tell = 3, empty_to_tell = 1;
constexpr const char *silence = "silence", *awaited = "awaited", *offline = "offline",
                     *empty = "empty";

std::int64_t rate(const Panel& panel) {
    return std::max<std::int64_t>(panel.view->find<v1::Session>()->rate_permille(), 1000);
}

// How long this much real time is on the case's clock, at today's pace.
std::int64_t sim_of(const Panel& panel, std::int64_t real_ms) {
    return real_ms * rate(panel) / 1000;
}

bool is_there(const Panel& panel, const v1::Role& role) {
    return role.occupant() != 0 && !panel.is_away(role);
}

class Finder {
public:
    Finder(const Panel& panel, const std::vector<Happening>& happened, std::int64_t since_sim_ms)
        : panel_(panel), happened_(happened), since_(since_sim_ms), now_(panel.sim_ms()) {}

    std::vector<Stall> find() {
        if (panel_.phase_is(Phase::ended)) return {};
        if (panel_.phase_is(Phase::lobby)) {
            find_gone();
            return std::move(found_);
        }
        find_undecided();
        find_gone();
        find_seatless();
        find_unanswered();
        find_empty();
        if (panel_.view->find<v1::SwapUnderWay>() != nullptr) return std::move(found_);
        find_silent();
        find_unopened();
        return std::move(found_);
    }

private:
    bool can_hear(const std::string& id) const {
        const v1::Role* role = panel_.view->find<v1::Role>(id);
        return role != nullptr && is_there(panel_, *role);
    }

    void find_gone() {
        find_awaited();
        std::vector<const v1::Role*> gone;
        int people = 0;
        for (const v1::Role* role : panel_.view->all<v1::Role>()) {
            if (role->occupant() == 0) continue;
            ++people;
            if (!role->connected() && !panel_.is_awaited(*role)) gone.push_back(role);
        }
        const bool folds = gone.size() > offline_to_tell;
        if (folds)
            add_fold(offline, Icon::alert, Tone::wrong,
                     panel_.say(Say::trainer_connected_of,
                                {std::to_string(people - static_cast<int>(gone.size())),
                                 std::to_string(people)}),
                     enumerate(panel_, codes(gone)));
        for (const v1::Role* role : gone)
            found_.push_back({Icon::alert, Tone::wrong,
                              panel_.say(Say::stall_offline, {role->id()}),
                              panel_.occupant_name(*role), role->id(), false, folds, offline});
    }

    // Whoever is here without a seat, with a free seat to go to when there is one.
    void find_seatless() {
        const auto free = empty_seats(panel_);
        for (const v1::Participant* participant : panel_.view->all<v1::Participant>()) {
            if (participant->roles_size() > 0 || !participant->connected() ||
                participant->absent() || participant->id() == panel_.model.participant)
                continue;
            found_.push_back({.icon = Icon::account,
                              .tone = Tone::attention,
                              .words = panel_.say(Say::stall_seatless,
                                                  {panel_.model.name_of(participant->id())}),
                              .note = {},
                              .role = free.empty() ? std::string() : free.front()->id(),
                              .person = participant->id()});
        }
    }

    void find_empty() {
        const auto seats = empty_seats(panel_);
        const bool folds = seats.size() > empty_to_tell;
        if (folds)
            add_fold(empty, Icon::account, Tone::neutral,
                     panel_.say(Say::stall_empty, {std::to_string(seats.size())}),
                     panel_.say(Say::stall_empty_note, {enumerate(panel_, codes(seats))}));
        for (const v1::Role* role : seats)
            found_.push_back({Icon::account, Tone::neutral,
                              panel_.say(Say::stall_empty_one, {role->id()}),
                              panel_.in(role->name()), role->id(), false, folds, empty});
    }

    // One row for all that follow in it.
    void add_fold(const char* group, Icon icon, Tone tone, std::string words, std::string note) {
        found_.push_back({.icon = icon,
                          .tone = tone,
                          .words = std::move(words),
                          .note = std::move(note),
                          .role = {},
                          .group = group});
    }

    static std::vector<std::string> codes(const std::vector<const v1::Role*>& roles) {
        std::vector<std::string> all;
        for (const v1::Role* role : roles) all.push_back(role->id());
        return all;
    }

    // After a restart: one row for all that the session waits for.
    void find_awaited() {
        const std::size_t count = panel_.model.missing.size();
        if (count == 0) return;
        add_fold(awaited, Icon::hourglass, Tone::attention,
                 count == 1 ? panel_.say(Say::stall_awaited_one)
                            : panel_.say(Say::stall_awaited, {std::to_string(count)}),
                 panel_.say(Say::hold_recovering));
        for (const v1::Role* role : panel_.view->all<v1::Role>())
            if (panel_.is_awaited(*role))
                found_.push_back({Icon::hourglass, Tone::attention, role->id(),
                                  panel_.occupant_name(*role), role->id(), false, true, awaited});
    }

    // Somebody waits for somebody beyond the term.
    struct Wait {
        std::string asker, to;
        std::int64_t term;
    };

    std::vector<Wait> waits() const {
        std::map<std::pair<std::string, std::string>, std::int64_t> found;
        for (const v1::Request* request : panel_.view->all<v1::Request>()) {
            for (const std::string& to : request->to()) {
                const auto term = model::term_ends_sim_ms(*request, to);
                if (to == request->asker() || !term || *term > now_ ||
                    !model::is_open_for(*request, to))
                    continue;
                std::int64_t& first =
                    found.try_emplace({request->asker(), to}, *term).first->second;
                first = std::min(first, *term);
            }
        }
        std::vector<Wait> all;
        for (const auto& [pair, term] : found) all.push_back({pair.first, pair.second, term});
        return all;
    }

    void put_wait(const std::vector<std::string>& askers, const std::string& to, std::int64_t term,
                  const std::string& group) {
        found_.push_back({Icon::hourglass, Tone::attention,
                          panel_.say(askers.size() > 1 ? Say::stall_many_wait : Say::stall_waits,
                                     {enumerate(panel_, askers), to}),
                          panel_.say(Say::stall_waits_note, {when_words(panel_, term)}), to,
                          can_hear(to), !group.empty(), group});
    }

    // Who waits for many has one row until it is unfolded; else one row for each role that must
    // answer, whoever waits for it.
    void find_unanswered() {
        std::map<std::string, std::vector<Wait>> by_asker, by_answerer;
        for (const Wait& wait : waits()) by_asker[wait.asker].push_back(wait);
        for (const auto& [asker, all] : by_asker) {
            if (all.size() <= rows_to_tell) {
                for (const Wait& wait : all) by_answerer[wait.to].push_back(wait);
                continue;
            }
            const std::string group = "waits." + asker;
            const std::int64_t longest = first_term(all);
            found_.push_back(
                {Icon::hourglass,
                 Tone::attention,
                 panel_.say(Say::stall_waits_roles, {asker, std::to_string(all.size())}),
                 panel_.say(Say::stall_waits_longest, {when_words(panel_, longest)}),
                 {},
                 false,
                 false,
                 group});
            for (const Wait& wait : all) put_wait({asker}, wait.to, wait.term, group);
        }
        for (const auto& [to, all] : by_answerer) {
            std::vector<std::string> askers;
            for (const Wait& wait : all) askers.push_back(wait.asker);
            put_wait(askers, to, first_term(all), {});
        }
    }

    static std::int64_t first_term(const std::vector<Wait>& all) {
        return std::min_element(
                   all.begin(), all.end(),
                   [](const Wait& one, const Wait& other) { return one.term < other.term; })
            ->term;
    }

    void find_undecided() {
        for (const v1::Decision* decision : panel_.view->all<v1::Decision>()) {
            if (decision->status() != contract::DecisionStatus::open ||
                decision->deciders_size() == 0)
                continue;
            const std::int64_t left = decision->deadline_sim_ms() - now_;
            if (left < 0 || left > sim_of(panel_, decision_is_near_ms)) continue;
            const std::string& who = decision->deciders(0);
            found_.push_back({Icon::gavel, Tone::attention, panel_.in(decision->title()),
                              panel_.say(Say::stall_decision_note,
                                         {when_words(panel_, decision->deadline_sim_ms()),
                                          enumerate(panel_, {decision->deciders().begin(),
                                                             decision->deciders().end()})}),
                              who, can_hear(who)});
        }
    }

    std::string note_of_silence(const v1::Role& role, std::int64_t lasts) const {
        const std::string person = panel_.occupant_name(role);
        const std::int64_t real = lasts * 1000 / rate(panel_);
        if (real / minute_ms == lasts / minute_ms)
            return panel_.say(Say::stall_silent_note, {person, duration_words(panel_, lasts)});
        return panel_.say(Say::stall_silent_paced,
                          {person, duration_words(panel_, lasts), duration_words(panel_, real)});
    }

    void find_silent() {
        std::vector<std::pair<std::int64_t, const v1::Role*>> silent;
        const auto all = silences(panel_, happened_, since_);
        for (const v1::Role* role : panel_.view->all<v1::Role>())
            if (const auto lasts = all.find(role->id()); lasts != all.end())
                silent.emplace_back(lasts->second, role);
        std::stable_sort(silent.begin(), silent.end(), [](const auto& one, const auto& other) {
            return one.first > other.first;
        });
        if (silent.size() > rows_to_tell) {
            const auto& [lasts, role] = silent.front();
            add_fold(
                silence, Icon::sleep, Tone::attention,
                panel_.say(Say::stall_silent_many, {std::to_string(silent.size())}),
                panel_.say(Say::stall_silent_longest, {role->id(), duration_words(panel_, lasts)}));
        }
        for (const auto& [lasts, role] : silent)
            found_.push_back({Icon::sleep, Tone::attention,
                              panel_.say(Say::stall_silent, {role->id()}),
                              note_of_silence(*role, lasts), role->id(), true,
                              silent.size() > rows_to_tell, silence});
    }

    void find_unopened() {
        std::map<std::string_view, int> unopened;
        for (const v1::Holding* holding : panel_.view->all<v1::Holding>())
            if (!holding->read() && now_ - std::max(since_, holding->since_sim_ms()) >=
                                        sim_of(panel_, may_be_unopened_ms))
                ++unopened[holding->role()];
        for (const v1::Role* role : panel_.view->all<v1::Role>()) {
            const auto count = unopened.find(role->id());
            if (!is_there(panel_, *role) || count == unopened.end() ||
                count->second < unopened_to_tell)
                continue;
            found_.push_back(
                {Icon::document, Tone::neutral,
                 panel_.say(Say::stall_unread, {role->id(), std::to_string(count->second)}),
                 panel_.occupant_name(*role), role->id(), true});
        }
    }

    const Panel& panel_;
    const std::vector<Happening>& happened_;
    std::int64_t since_, now_;
    std::vector<Stall> found_;
};

}  // namespace

std::map<std::string, std::int64_t> silences(const Panel& panel,
                                             const std::vector<Happening>& happened,
                                             std::int64_t since_sim_ms) {
    std::map<std::string, std::int64_t> silent;
    const bool plays = panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
    if (!plays || panel.view->find<v1::SwapUnderWay>() != nullptr) return silent;
    const auto last = last_acts(happened);
    const std::int64_t now = panel.sim_ms();
    // What everybody had from the first moment tells when that was.
    std::int64_t start = now;
    for (const v1::Holding* holding : panel.view->all<v1::Holding>())
        if (holding->since_sim_ms() > 0) start = std::min(start, holding->since_sim_ms());
    start = std::max(start, since_sim_ms);
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (!is_there(panel, *role)) continue;
        const auto found = last.find(role->id());
        const std::int64_t since =
            found == last.end() ? start : std::max(start, found->second->at_sim_ms);
        if (now - since >= sim_of(panel, may_be_silent_ms)) silent[role->id()] = now - since;
    }
    return silent;
}

std::vector<Stall> stalls(const Panel& panel, const std::vector<Happening>& happened,
                          std::int64_t since_sim_ms) {
    return Finder(panel, happened, since_sim_ms).find();
}

std::vector<std::string> stall_names(const std::vector<const Stall*>& shown) {
    std::map<std::string, int> met;
    std::vector<std::string> names;
    for (const Stall* stall : shown) {
        std::string name = "stall." + (stall->role.empty() ? stall->group : stall->role) + "." +
                           std::to_string(static_cast<int>(stall->icon));
        if (stall->person != 0) name += "." + std::to_string(stall->person);
        const int times = met[name]++;
        names.push_back(times == 0 ? name : name + "." + std::to_string(times));
    }
    return names;
}

int count_stalls(const std::vector<Stall>& found) {
    return static_cast<int>(std::count_if(found.begin(), found.end(),
                                          [](const Stall& stall) { return !stall.folded; }));
}

std::string duration_words(const Panel& panel, std::int64_t ms) {
    if (ms < 2 * hour_ms) return panel.say(Say::duration_minutes, {std::to_string(ms / minute_ms)});
    if (ms < 2 * day_ms) return panel.say(Say::duration_hours, {std::to_string(ms / hour_ms)});
    return panel.say(Say::duration_days, {std::to_string(ms / day_ms)});
}

}  // namespace casustafel::ui
