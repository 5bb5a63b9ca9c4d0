#include "client/bots/bot.hpp"

#include <algorithm>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

constexpr std::size_t acts_at_once = 20;

// A bot's tokens and command ids need only differ; seeded, the same run gives the same log.
model::RandomBytes seeded_bytes(std::uint64_t seed, const std::string& name) {
    Chance mixed(seed);
    for (const char letter : name)
        mixed = Chance(mixed.next() ^ static_cast<unsigned char>(letter));
    return [chance = mixed](std::uint8_t* to, std::size_t count) mutable {
        for (std::size_t at = 0; at < count; ++at)
            to[at] = static_cast<std::uint8_t>(chance.next() >> 56);
    };
}

}  // namespace

Bot::Bot(BotOptions options, const AnswerKey& key)
    : options_(std::move(options)),
      key_(key),
      client_(seeded_bytes(options_.seed, options_.name), "casustafel bots") {
    if (options_.shared != nullptr) client_.share_entities(*options_.shared);
    client_.join(options_.code, options_.name, "nl");
}

void Bot::connected() { client_.connected(); }

void Bot::disconnected() { client_.disconnected(); }

bool Bot::received(std::string_view bytes, std::int64_t now_ms) {
    if (!client_.received(bytes, now_ms)) return false;
    client_.forget_changes();
    client_.take_accepted();
    for (const model::Refusal& refusal : client_.take_refusals()) {
        if (refusal.key.starts_with("refusal.")) refused_ = refusal.key;
        // It came while the questions to everybody opened: said again when they are closed.
        if (refusal.key == "rejection.prompt_open") intended_.push_front(refusal.command);
    }
    think();
    return true;
}

std::vector<std::string> Bot::take_outgoing() { return client_.take_outgoing(); }

void Bot::think() {
    const model::Model& model = client_.model();
    const model::View* view = model.main_view();
    if (model.link != model::Link::ready || view == nullptr || view->find<v1::Session>() == nullptr)
        return;
    if (view->find<v1::Session>()->phase() == contract::SessionPhase::ended) {
        ended_ = true;
        return;
    }
    const auto roles = model.roles();
    // Nothing meant for a role that was given away is said any more.
    std::erase_if(personas_, [&](const auto& each) {
        return std::ranges::find(roles, each.first) == roles.end();
    });
    std::erase_if(intended_, [&](const v1::Command& command) {
        return !personas_.contains(command.as_role());
    });
    // Who held a role and lost it waits for another; only a newcomer looks for one.
    if (roles.empty() && roles_played_ == 0) return take_a_role(*view);
    for (const std::string& held : roles) play(held, *model.view("role:" + held));
    stand_by();
}

void Bot::play(const std::string& role, const model::View& view) {
    const auto [persona, fresh] = personas_.try_emplace(
        role, options_.character, key_, role, options_.seed + roles_played_, options_.script);
    if (fresh) ++roles_played_;
    if (view.find<v1::Session>() == nullptr ||
        view.find<v1::Session>()->phase() == contract::SessionPhase::paused ||
        !client_.model().held.empty())
        return;
    // Before the start and after the end there is nothing to do but to answer what is asked.
    if (view.find<v1::Session>()->phase() != contract::SessionPhase::running) {
        for (v1::Command& act : persona->second.answer_prompts(view))
            if (answered_prompts_.insert(act.answer_prompt().prompt()).second)
                client_.act(std::move(act));
        return;
    }
    for (v1::Command& act : persona->second.act(view, client_.model().said_sim_ms())) {
        if (!act.has_answer_prompt())
            intended_.push_back(std::move(act));
        else if (answered_prompts_.insert(act.answer_prompt().prompt()).second)
            client_.act(std::move(act));
    }
    say_some();
}

bool Bot::asking() const {
    const model::View* view = client_.model().main_view();
    const auto* session = view == nullptr ? nullptr : view->find<v1::Session>();
    return session != nullptr && session->asking();
}

// A handful at a time, as the server would have it. Questions to everybody come first: until they
// are closed the server takes nothing else.
void Bot::say_some() {
    if (asking()) return;
    while (!intended_.empty() && client_.model().waiting < acts_at_once) {
        client_.act(std::move(intended_.front()));
        intended_.pop_front();
    }
}

void Bot::take_a_role(const model::View& seat) {
    if (client_.model().waiting > 0) return;
    bool any_free = false;
    for (const v1::Role* role : seat.all<v1::Role>()) {
        const bool wanted = options_.role.empty() || options_.role == role->id();
        const bool free = role->occupant() == 0 && !role->autopilot_only() && !role->stand_in();
        if (!free || !wanted) continue;
        any_free = true;
        if (!tried_roles_.insert(role->id()).second) continue;
        v1::Command command;
        command.mutable_take_role()->set_role(role->id());
        client_.act(std::move(command));
        return;
    }
    if (!any_free) {
        no_seat_ = true;
        client_.sign_out();
    }
    tried_roles_.clear();
}

// Nothing to say until something comes in or the case's time gets there.
void Bot::stand_by() {
    const model::Model& model = client_.model();
    const auto now = std::pair(model.arrivals, model.frames_seen);
    if (model.waiting > 0 || (!intended_.empty() && !asking()) || stood_by_at_ == now) return;
    stood_by_at_ = now;
    v1::ClientFrame frame;
    frame.mutable_stand_by()->set_frames_seen(model.frames_seen);
    std::int64_t wakes_at_sim_ms = INT64_MAX;
    for (const auto& [role, persona] : personas_)
        wakes_at_sim_ms = std::min(wakes_at_sim_ms, persona.wakes_at_sim_ms());
    frame.mutable_stand_by()->set_until_sim_ms(wakes_at_sim_ms);
    client_.say(std::move(frame));
}

}  // namespace casustafel::bots
