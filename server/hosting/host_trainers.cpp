// Who may open the trainer's desk: with a key of their own, or, where nobody has one, with the one
// key that the first start showed.
#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/limits.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"
#include "server/hosting/surroundings/second_factor.hpp"

namespace casustafel::hosting {

using contract::Refusal;

void Host::open_as_trainer(ConnectionId id, Visitor& visitor, const v1::OpenAsTrainer& wish) {
    if (!listens_to(id, visitor, contract::client_frame::open_as_trainer)) return;
    const bool named = around_.trainers != nullptr && !around_.trainers->all().empty();
    const Trainer* trainer = named ? trainer_with(wish.key()) : nullptr;
    const bool right =
        named ? trainer != nullptr
              : !trainer_key_hash_.empty() &&
                    wish.key().size() <= contract::limits::open_as_trainer_key_most_bytes &&
                    equal_secrets(secret_hash(normalised_code(wish.key())), trainer_key_hash_);
    if (!right) {
        around_.tell_operator({"log.wrong_key", {visitor.from}, journal::Weight::warning});
        refuse(id, contract::client_frame::open_as_trainer, contract::name(Refusal::wrong_key));
        return count_wrong(id, visitor);
    }
    if (trainer != nullptr && !second_factor_fits(*trainer, wish)) {
        refuse(id, contract::client_frame::open_as_trainer, contract::name(Refusal::second_factor));
        // Who is asked for them for the first time guessed nothing.
        if (!wish.digits().empty()) count_wrong(id, visitor);
        return;
    }
    visitor.trainer = true;
    desks_.insert(id);
    visitor.number = trainer == nullptr ? 0 : trainer->number;
    v1::ServerFrame answer;
    answer.mutable_trainer_opened()->set_trainer(visitor.number);
    if (trainer != nullptr) answer.mutable_trainer_opened()->set_name(trainer->name);
    say(id, answer);
}

const Trainer* Host::trainer_with(const std::string& key) {
    if (key.size() > contract::limits::open_as_trainer_key_most_bytes) return nullptr;
    const std::string hash = trainer_key_hash(key);
    const Trainer* found = nullptr;
    for (const Trainer& each : around_.trainers->all())
        if (!each.revoked() && equal_secrets(each.key_hash, hash)) found = &each;
    return found;
}

// Digits open one program: who reads them over a shoulder comes too late. A program that gave them
// comes back for a while by its token, since lines are lost more often than telephones.
bool Host::second_factor_fits(const Trainer& trainer, const v1::OpenAsTrainer& wish) {
    if (trainer.totp_secret.empty()) return true;
    const std::int64_t now_ms = around_.clock.steady_ms();
    std::erase_if(gave_digits_, [&](const auto& each) { return each.second.until_ms <= now_ms; });
    const bool has_token = wish.token().size() == contract::limits::open_as_trainer_token_bytes;
    const std::string token_hash = has_token ? secret_hash(wish.token()) : std::string();
    const auto known = gave_digits_.find(token_hash);
    if (has_token && known != gave_digits_.end() && known->second.trainer == trainer.number)
        return true;
    const auto step = step_of_digits(trainer.totp_secret, wish.digits(), around_.clock.wall_ms());
    std::int64_t& used = used_steps_[trainer.number];
    if (!step || *step <= used) return false;
    used = *step;
    if (has_token && gave_digits_.size() < limits::digits_remembered)
        gave_digits_[token_hash] = {trainer.number, now_ms + limits::digits_remembered_ms};
    return true;
}

// Whoever has no key any more is let go; the program that comes back hears why.
void Host::look_at_trainers() {
    const std::int64_t now_ms = around_.clock.steady_ms();
    if (around_.trainers == nullptr || now_ms < look_at_trainers_at_ms_) return;
    look_at_trainers_at_ms_ = now_ms + limits::look_at_trainers_every_ms;
    for (const ConnectionId desk : desks_) {
        Visitor& visitor = visitors_.at(desk);
        if (!visitor.trainer || is_trainer_still(visitor)) continue;
        visitor.trainer = false;
        settle_in(desk, visitor, nullptr);
        around_.transport.close(desk, CloseReason::going_away);
    }
}

bool Host::is_trainer_still(const Visitor& visitor) {
    const auto& all = around_.trainers->all();
    if (visitor.number == 0) return all.empty();
    return std::ranges::any_of(
        all, [&](const Trainer& each) { return each.number == visitor.number && !each.revoked(); });
}

}  // namespace casustafel::hosting
