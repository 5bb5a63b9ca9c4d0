#include "client/bots/bot.hpp"

#include <algorithm>
#include <utility>

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
    client_.join(options_.code, options_.name, "nl");
}

void Bot::connected() { client_.connected(); }

void Bot::disconnected() { client_.disconnected(); }

bool Bot::received(std::string_view bytes, std::int64_t now_ms) {
    if (!client_.received(bytes, now_ms)) return false;
    client_.take_changes();
    for (const model::Refusal& refusal : client_.take_refusals()) {
        if (refusal.key.starts_with("refusal.")) refused_ = refusal.key;
    }
    think();
    return true;
}

std::vector<std::string> Bot::take_outgoing() { return client_.take_outgoing(); }

void Bot::think() {
    const model::Model& model = client_.model();
    const model::View* view = model.main_view();
    if (model.link != model::Link::ready || view == nullptr || view->session() == nullptr) return;
    if (view->session()->phase() == "ended") {
        ended_ = true;
        return;
    }
    const std::string role = model.role();
    if (role.empty()) return take_a_role(*view);
    if (persona_ == nullptr || persona_->role() != role) {
        intended_.clear();
        persona_ = std::make_unique<Persona>(options_.character, key_, role, options_.seed);
    }
    if (view->session()->phase() == "running" && model.held.empty()) {
        for (v1::Command& act : persona_->act(*view, model.said_sim_ms())) {
            intended_.push_back(std::move(act));
        }
        say_some();
    }
    stand_by();
}

// A handful at a time, as the server would have it.
void Bot::say_some() {
    while (!intended_.empty() && client_.model().waiting < acts_at_once) {
        client_.act(std::move(intended_.front()));
        intended_.pop_front();
    }
}

void Bot::take_a_role(const model::View& seat) {
    if (client_.model().waiting > 0) return;
    bool any_free = false;
    for (const v1::Role* role : seat.roles()) {
        const bool wanted = options_.role.empty() || options_.role == role->id();
        if (role->occupant() != 0 || !wanted) continue;
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
    if (model.waiting > 0 || !intended_.empty() || stood_by_at_ == now) return;
    stood_by_at_ = now;
    v1::ClientFrame frame;
    frame.mutable_stand_by()->set_frames_seen(model.frames_seen);
    frame.mutable_stand_by()->set_until_sim_ms(persona_->wakes_at_sim_ms());
    client_.say(std::move(frame));
}

}  // namespace casustafel::bots
