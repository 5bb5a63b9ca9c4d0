#include "client/ui/trainer/watch/happenings.hpp"

#include <algorithm>

#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

using Kind = HappeningKind;

// The roles a participant holds now; the first stands for the participant.
std::string_view role_of(const Panel& panel, std::uint32_t participant) {
    for (const v1::Participant* each : panel.view->all<v1::Participant>())
        if (each->id() == participant && each->roles_size() > 0) return each->roles(0);
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->occupant() == participant) return role->id();
    return {};
}

class Collector {
public:
    explicit Collector(const Panel& panel) : panel_(panel) {}

    void take(const v1::Entity& entity) {
        if (entity.has_share()) return add(Kind::share, entity, entity.share(), Icon::share);
        if (entity.has_spoken()) return add(Kind::share, entity, entity.spoken(), Icon::send);
        if (entity.has_request()) return take_request(entity);
        if (entity.has_message())
            return put(Kind::talk, entity, entity.message().at_sim_ms(), entity.message().sender(),
                       Icon::message);
        if (entity.has_whisper_heard())
            return put(Kind::talk, entity, entity.whisper_heard().at_sim_ms(), {}, Icon::message);
        if (entity.has_notice())
            return put(Kind::inject, entity, entity.notice().at_sim_ms(), {}, Icon::flash);
        if (entity.has_decision()) return take_decision(entity);
        if (entity.has_proposal())
            return put(Kind::decision, entity, entity.proposal().at_sim_ms(),
                       entity.proposal().by(), Icon::scale_balance);
        if (entity.has_action())
            return put(Kind::decision, entity, entity.action().added_at_sim_ms(),
                       entity.action().author(), Icon::flag);
        if (entity.has_intervention()) return take_intervention(entity);
        if (entity.has_authority_question())
            return put(Kind::decision, entity, entity.authority_question().at_sim_ms(),
                       entity.authority_question().by(), Icon::shield);
        return take_of_the_session(entity);
    }

    void take(const Step& step, const v1::Entity* entity) {
        Happening made{Kind::session, step.at_sim_ms, {}, Icon::swap, nullptr, -1, &step};
        if (entity != nullptr && entity->has_weighing())
            made.kind = Kind::decision, made.role = entity->weighing().role(),
            made.icon = Icon::scale_balance;
        else if (entity != nullptr && entity->has_informed())
            made.kind = Kind::decision, made.role = entity->informed().role(),
            made.icon = Icon::information;
        else if (entity != nullptr && entity->has_privacy_advice())
            made.kind = Kind::decision, made.role = entity->privacy_advice().by(),
            made.icon = Icon::shield;
        else if (entity != nullptr && entity->has_handover_note())
            made.role = entity->handover_note().role(), made.icon = Icon::pencil;
        else if (entity != nullptr && (entity->has_consent() || entity->has_triage()))
            made.kind = Kind::decision, made.icon = Icon::check_circle;
        else if (entity != nullptr && entity->has_meeting())
            made.icon = Icon::skip;
        else if (entity != nullptr && entity->has_role())
            made.icon = Icon::accounts;
        else if (step.key == "pace")
            made.icon = Icon::timer;
        else if (entity != nullptr && entity->has_session())
            made.icon = step.value == contract::SessionPhase::running ? Icon::play
                        : step.value == contract::SessionPhase::ended ? Icon::stop
                                                                      : Icon::pause;
        all.push_back(made);
    }

    std::vector<Happening> all;

private:
    void put(Kind kind, const v1::Entity& entity, std::int64_t at, std::string_view role, Icon icon,
             int answer = -1) {
        all.push_back({kind, at, role, icon, &entity, answer, nullptr});
    }

    template <class Given>
    void add(Kind kind, const v1::Entity& entity, const Given& given, Icon icon) {
        put(kind, entity, given.at_sim_ms(), given.giver(), icon);
    }

    void take_request(const v1::Entity& entity) {
        const v1::Request& request = entity.request();
        put(Kind::question, entity, request.at_sim_ms(), request.asker(), Icon::question);
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

    void take_intervention(const v1::Entity& entity) {
        const v1::Intervention& used = entity.intervention();
        if (!used.used_by().empty())
            put(Kind::decision, entity, used.used_at_sim_ms(), used.used_by(), Icon::flash);
    }

    void take_of_the_session(const v1::Entity& entity) {
        if (entity.has_help_call())
            put(Kind::session, entity, entity.help_call().at_sim_ms(),
                role_of(panel_, entity.help_call().participant()), Icon::help);
        if (entity.has_moment())
            put(Kind::session, entity, entity.moment().sim_ms(), {}, Icon::bookmark);
        if (entity.has_gut_feeling())
            put(Kind::talk, entity, entity.gut_feeling().at_sim_ms(),
                role_of(panel_, entity.gut_feeling().participant()), Icon::gut_feeling);
    }

    const Panel& panel_;
};

}  // namespace

std::vector<Happening> happenings(const Panel& panel, const Witness& witness) {
    Collector collector(panel);
    for (const auto& [key, entity] : panel.view->entities()) collector.take(entity);
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
