#include "client/ui/trainer/watch/happenings.hpp"

#include <algorithm>
#include <optional>

#include "proto/contract/entities.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

using Kind = HappeningKind;

using Case = v1::Entity::WhatCase;

// The family of a kind of entity, and its picture. A kind without a row is told among the talk when
// it carries a time and has the sentence "feed.<entity>"; its picture is the one with its name.
struct Sort {
    Case what;
    Kind kind;
    Icon icon;
};
constexpr Sort sorts[] = {
    {Case::kShare, Kind::share, Icon::share},
    {Case::kSpoken, Kind::share, Icon::send},
    {Case::kRequest, Kind::question, Icon::question},
    {Case::kMessage, Kind::talk, Icon::message},
    {Case::kWhisperHeard, Kind::talk, Icon::message},
    {Case::kNotice, Kind::inject, Icon::flash},
    {Case::kProposal, Kind::decision, Icon::scale_balance},
    {Case::kAction, Kind::decision, Icon::flag},
    {Case::kCard, Kind::decision, Icon::table},
    {Case::kIntervention, Kind::decision, Icon::flash},
    {Case::kInquiry, Kind::decision, Icon::question},
    {Case::kAuthorityQuestion, Kind::decision, Icon::shield},
    {Case::kWeighing, Kind::decision, Icon::scale_balance},
    {Case::kInformed, Kind::decision, Icon::information},
    {Case::kPrivacyAdvice, Kind::decision, Icon::shield},
    {Case::kConsent, Kind::decision, Icon::check_circle},
    {Case::kTriage, Kind::decision, Icon::check_circle},
    {Case::kHelpCall, Kind::session, Icon::help},
    {Case::kMoment, Kind::session, Icon::bookmark},
    {Case::kHandoverNote, Kind::session, Icon::pencil},
    {Case::kMeeting, Kind::session, Icon::skip},
    {Case::kRole, Kind::session, Icon::accounts},
};

std::optional<Sort> sort_of(const v1::Entity& entity) {
    for (const Sort& sort : sorts)
        if (sort.what == entity.what_case()) return sort;
    const std::string name(contract::entity_name(entity.what_case()));
    if (!text::find("feed." + name)) return std::nullopt;
    return Sort{entity.what_case(), Kind::talk, icon_named(name, Icon::message)};
}

// The roles a participant holds now; the first stands for the participant.
std::string_view role_of(const Panel& panel, std::uint32_t participant) {
    for (const v1::Participant* each : panel.view->all<v1::Participant>())
        if (each->id() == participant && each->roles_size() > 0) return each->roles(0);
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->occupant() == participant) return role->id();
    return {};
}

// When something was done, and by which role, as the fields of its kind are called.
struct Doing {
    std::optional<std::int64_t> at{};
    std::string_view role{};
};

template <class Message>
Doing doing(const Panel& panel, const Message& of) {
    Doing made;
    (void)panel, (void)of;
    if constexpr (requires { of.at_sim_ms(); }) made.at = of.at_sim_ms();
    if constexpr (requires { of.added_at_sim_ms(); }) made.at = of.added_at_sim_ms();
    if constexpr (requires { of.used_at_sim_ms(); }) made.at = of.used_at_sim_ms();
    if constexpr (requires { of.title(), of.sim_ms(); }) made.at = of.sim_ms();
    if constexpr (requires { of.participant(); }) made.role = role_of(panel, of.participant());
    if constexpr (requires { of.role(); }) made.role = of.role();
    if constexpr (requires { of.giver(); }) made.role = of.giver();
    if constexpr (requires { of.asker(); }) made.role = of.asker();
    if constexpr (requires { of.sender(); }) made.role = of.sender();
    if constexpr (requires { of.author(); }) made.role = of.author();
    if constexpr (requires { of.by(); }) made.role = of.by();
    if constexpr (requires { of.used_by(); }) made.role = of.used_by();
    if constexpr (requires { of.taken_by(); }) made.role = of.taken_by();
    return made;
}

Doing doing_of(const Panel& panel, const v1::Entity& entity) {
#define X(Message, field) \
    if (entity.has_##field()) return doing(panel, entity.field());
    CASUSTAFEL_EACH_ENTITY(X)
#undef X
    return {};
}

Icon icon_of_phase(const std::string& phase) {
    return phase == contract::SessionPhase::running ? Icon::play
           : phase == contract::SessionPhase::ended ? Icon::stop
                                                    : Icon::pause;
}

class Collector {
public:
    explicit Collector(const Panel& panel) : panel_(panel) {}

    void take(const v1::Entity& entity) {
        if (entity.has_decision()) return take_decision(entity);
        if (entity.has_intervention() && entity.intervention().used_by().empty()) return;
        const Doing made = doing_of(panel_, entity);
        if (!made.at) return;
        const std::optional<Sort> sort = sort_of(entity);
        if (!sort) return;
        put(sort->kind, entity, *made.at, made.role, sort->icon);
        if (entity.has_request()) take_answers(entity);
    }

    void take(const Step& step, const v1::Entity* entity) {
        Happening made{Kind::session, step.at_sim_ms, {}, Icon::swap, nullptr, -1, &step};
        if (step.key == "pace") made.icon = Icon::timer;
        if (step.key == "colleague") made.icon = Icon::account;
        if (entity != nullptr && entity->has_session())
            made.icon = icon_of_phase(step.value);
        else if (entity != nullptr)
            if (const std::optional<Sort> sort = sort_of(*entity))
                made.kind = sort->kind, made.icon = sort->icon,
                made.role = doing_of(panel_, *entity).role;
        all.push_back(made);
    }

    std::vector<Happening> all;

private:
    void put(Kind kind, const v1::Entity& entity, std::int64_t at, std::string_view role, Icon icon,
             int answer = -1) {
        all.push_back({kind, at, role, icon, &entity, answer, nullptr});
    }

    void take_answers(const v1::Entity& entity) {
        const v1::Request& request = entity.request();
        for (int index = 0; index < request.answers_size(); ++index) {
            const v1::Answer& answer = request.answers(index);
            // A share that answers is told as a share.
            if (answer.kind() != contract::AnswerKind::shared)
                put(Kind::question, entity, answer.at_sim_ms(), answer.by(), Icon::reply, index);
        }
    }

    void take_decision(const v1::Entity& entity) {
        const v1::Decision& decision = entity.decision();
        if (decision.status() == contract::DecisionStatus::taken)
            put(Kind::decision, entity, decision.at_sim_ms(), decision.taken_by(), Icon::gavel);
        if (decision.status() == contract::DecisionStatus::missed)
            put(Kind::decision, entity, decision.deadline_sim_ms(), {}, Icon::alert);
    }

    const Panel& panel_;
};

}  // namespace

std::vector<Happening> happenings(const Panel& panel, const Witness& witness) {
    Collector collector(panel);
    for (const auto& [key, known] : panel.view->entities()) collector.take(*known.entity);
    for (const Step& step : witness.steps)
        if (step.key != "session" || step.value != contract::SessionPhase::lobby)
            collector.take(step, panel.view->find(step.key));
    // What was collected later is newer among what has the same time.
    std::reverse(collector.all.begin(), collector.all.end());
    std::stable_sort(collector.all.begin(), collector.all.end(),
                     [](const Happening& one, const Happening& other) {
                         return one.at_sim_ms > other.at_sim_ms;
                     });
    return std::move(collector.all);
}

std::map<std::string_view, const Happening*> last_acts(const std::vector<Happening>& all) {
    std::map<std::string_view, const Happening*> last;
    for (const Happening& each : all)
        if (!each.role.empty()) last.try_emplace(each.role, &each);
    return last;
}

std::string name_of(const Happening& happening) {
    if (happening.step != nullptr)
        return "feed.step." + happening.step->key + "." + happening.step->value + "." +
               std::to_string(happening.step->at_sim_ms);
    return "feed." + happening.entity->key() +
           (happening.answer < 0 ? std::string() : "." + std::to_string(happening.answer));
}

}  // namespace casustafel::ui
