// World, the part about the people: what they ask, how they come and go, how time passes for them.
#include "server/codec/command.hpp"
#include "server/codec/record.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/house.hpp"
#include "world.hpp"

namespace casustafel::simulation {

Party& World::any_party() { return *parties_[seed_.below(parties_.size())]; }

Party* World::party_of(std::uint32_t participant) {
    for (const auto& party : parties_) {
        const std::uint32_t who = party->model().participant;
        if (party->is_person() && who != 0 && who == participant) return party.get();
    }
    return nullptr;
}

const core::State& World::durable_state() {
    if (disk_.list().empty()) return durable_;
    const auto stored = disk_.load(disk_.list().front());
    for (; folded_ < stored->records.size(); ++folded_) {
        core::apply(durable_, *codec::decode_record(stored->records[folded_]));
    }
    return durable_;
}

// Somebody asks something, sensible or not; before the start mostly what a start needs.
void World::act() {
    const core::State& state = durable_state();
    if (state.phase == core::SessionPhase::lobby && seed_.chance(60)) return prepare(state);
    const auto [actor, command] = support::random_act(seed_, state);
    if (actor.kind == core::ActorKind::trainer) return ask(*parties_.front(), actor.role, command);
    Party* party = party_of(static_cast<std::uint32_t>(actor.participant));
    if (actor.kind == core::ActorKind::participant && party != nullptr)
        ask(*party, actor.role, command);
}

void World::prepare(const core::State& state) {
    Party& party = any_party();
    if (party.model().trainer && party.client) return ask(party, {}, core::StartSession{});
    const std::uint32_t who = party.model().participant;
    const bool stands = who != 0 && core::roles_of(state, core::ParticipantId{who}).empty();
    if (party.is_person() && stands) ask(party, {}, core::TakeRole{seed_.pick(scenario_.roles).id});
}

void World::ask(Party& party, const core::RoleId& role, const core::Command& command) {
    v1::Command said = codec::encode_command(command);
    said.set_as_role(role.value);
    // What no client says: the host's own, joining (a frame of its own), and what is malformed.
    if (std::holds_alternative<codec::Malformed>(codec::decode_command(said))) return;
    if (party.model().trainer && party.model().link == model::Link::offline) return;
    ++counts_.acts;
    party.client->act(std::move(said));
}

// The trainer goes on without those who are not back.
void World::wait_no_longer() {
    Party& trainer = *parties_.front();
    if (trainer.model().held == "recovering") ask(trainer, {}, core::ResumeSession{});
}

void World::change_speed() {
    Party& trainer = *parties_.front();
    v1::ClientFrame frame;
    frame.mutable_set_maximum_speed()->set_on(seed_.chance(50));
    if (trainer.model().link == model::Link::ready) trainer.client->say(frame);
}

void World::retire(std::unique_ptr<Party>& party) {
    if (party.get() == sleeper_) sleeper_ = nullptr;
    if (party->is_connected()) wires_.cut(party->wire);
    gone_.push_back(std::move(party));
}

// Signs out; somebody new comes instead.
void World::somebody_leaves() {
    const std::size_t chosen = seed_.below(parties_.size());
    Party& leaver = *parties_[chosen];
    if (!leaver.is_person() || leaver.model().participant == 0) return;
    leaver.client->sign_out();
    if (leaver.is_connected()) leaver.speak(wires_);
    const std::string name = "person " + std::to_string(++people_made_);
    auto client = std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
    client->join(code_, name, "nl");
    retire(parties_[chosen]);
    parties_[chosen] = std::make_unique<Party>(name, std::move(client));
}

// A person's computer breaks; the trainer gives a code, and another computer goes on with it.
void World::change_machine() {
    Party& trainer = *parties_.front();
    const std::size_t chosen = seed_.below(parties_.size());
    Party& person = *parties_[chosen];
    const std::uint32_t participant = person.model().participant;
    if (!person.is_person() || participant == 0) return;
    const auto code = trainer.model().reentry_codes.find(participant);
    if (code == trainer.model().reentry_codes.end() || seed_.chance(30)) {
        v1::ClientFrame issue;
        issue.mutable_issue_reentry_code()->set_participant(participant);
        if (trainer.model().link == model::Link::ready) trainer.client->say(issue);
        return;
    }
    ++counts_.reentries;
    auto client = std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
    client->reenter(code_, code->second);
    auto other = std::make_unique<Party>(person.name() + "'", std::move(client));
    retire(parties_[chosen]);
    parties_[chosen] = std::move(other);
}

void World::pass_a_little_time() {
    clock_.pass(seed_.between(0, 1000));
    after_the_server_was_called();
}

void World::pass_time() {
    clock_.pass(seed_.between(1000, seed_.chance(10) ? 130'000 : 12'000));
    after_the_server_was_called();
}

}  // namespace casustafel::simulation
