#include "world.hpp"

#include <algorithm>

#include "server/codec/command.hpp"
#include "server/codec/record.hpp"
#include "server/core/verify.hpp"
#include "server/rehearsal/answer_key.hpp"
#include "hasty_store.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"
#include "tests/support/house.hpp"

namespace casustafel::simulation {
namespace {

constexpr std::size_t steps = 1500;

core::Scenario scenario_from(support::Seed& seed) { return support::random_scenario(seed); }

}  // namespace

World::World(std::uint64_t seed, Faults faults)
    : seed_(seed),
      faults_(faults),
      scenario_(scenario_from(seed_)),
      key_(rehearsal::answer_key(scenario_)),
      catalogue_(rehearsal::unwritten_case(scenario_)),
      wires_(faults.lie),
      disk_([this](std::function<void()> work) { from_the_disk_.push_back(std::move(work)); }),
      durable_(core::initial(scenario_)) {
    if (faults.answers_before_the_disk) store_ = std::make_unique<HastyStore>(disk_, from_the_disk_);
    choose_weights();
}

World::~World() = default;

std::vector<std::string> World::run() {
    start_server();
    set_the_table();
    for (std::size_t step = 0; step < steps; ++step) {
        std::size_t total = 0;
        for (const auto& [what, weight] : weights_) total += weight;
        std::size_t choice = seed_.below(total);
        for (const auto& [what, weight] : weights_) {
            if (choice < weight) {
                (this->*what)();
                break;
            }
            choice -= weight;
        }
        if (full_for_ > 0 && --full_for_ == 0) disk_.disk_full(false);
        notice_dead_wires();
        speak_all();
    }
    heal();
    return verdict();
}

// Every run has its own weather: some things often, some rarely, some never.
void World::choose_weights() {
    const auto weather = [&](std::size_t most) { return seed_.chance(40) ? 0 : 1 + seed_.below(most); };
    weights_ = {{&World::deliver_some, 200},
                {&World::commit_some, 20 + seed_.below(100)},
                {&World::hear_from_the_disk, 20 + seed_.below(100)},
                {&World::act, 100},
                {&World::pass_a_little_time, 40},
                {&World::wait_no_longer, 5},
                {&World::connect_somebody, 50},
                {&World::pass_time, 2 + weather(15)},
                {&World::cut_a_wire, weather(20)},
                {&World::say_twice, weather(20)},
                {&World::crash, weather(4)},
                {&World::stop_and_start, weather(3)},
                {&World::fail_a_commit, weather(8)},
                {&World::fill_the_disk, weather(4)},
                {&World::change_speed, weather(4)},
                {&World::somebody_leaves, weather(4)},
                {&World::change_machine, weather(8)}};
}

// The trainer makes a session; people and bots are on their way.
void World::set_the_table() {
    parties_.push_back(std::make_unique<Party>(
        "the trainer", std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated")));
    Party& trainer = *parties_.front();
    trainer.client->open_as_trainer(trainer_key_);
    connect(trainer);
    v1::ClientFrame wish;
    wish.mutable_new_session()->set_scenario(scenario_.id);
    trainer.client->say(wish);
    let_everything_arrive();
    trainer.client->attach(code_);
    const std::size_t people = 1 + seed_.below(scenario_.roles.size());
    for (std::size_t number = 0; number < people; ++number) {
        const std::string name = "person " + std::to_string(++people_made_);
        auto client = std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
        client->join(code_, name, "nl");
        parties_.push_back(std::make_unique<Party>(name, std::move(client)));
    }
    const std::size_t programs = seed_.below(3);
    for (std::size_t number = 0; number < programs; ++number) {
        const std::string name = "bot " + std::to_string(number);
        parties_.push_back(std::make_unique<Party>(
            name, std::make_unique<bots::Bot>(
                      bots::BotOptions{.code = code_,
                                       .name = name,
                                       .character = static_cast<bots::Character>(seed_.below(4)),
                                       .seed = seed_.next(),
                                       .role = {}},
                      key_)));
    }
}

// The server and its disk ------------------------------------------------------------------------------

void World::start_server() {
    host_ = std::make_unique<hosting::Host>(
        hosting::Surroundings{store_ ? *store_ : disk_, wires_, clock_, catalogue_,
                              support::random_from(seed_.next() ^ ++servers_)},
        [this](const std::string& code) { code_ = code; });
    const auto opening = host_->open();
    if (!opening.trainer_key.empty()) trainer_key_ = opening.trainer_key;
    after_the_server_was_called();
}

// At any moment between two things the server does: what waits for the disk is lost, what the disk has
// done is done, whether the server heard of it or not.
void World::crash() {
    ++counts_.crashes;
    disk_.crash();
    from_the_disk_.clear();
    host_.reset();
    wires_.server_died();
    clock_.pass(seed_.between(0, 60'000));
    start_server();
}

void World::stop_and_start() {
    host_->stop();
    disk_.complete_all();
    crash();
}

void World::commit_some() {
    if (seed_.chance(50)) disk_.complete_all();
    else disk_.complete_next();
}

void World::hear_from_the_disk() {
    for (auto left = seed_.below(4) + 1; left > 0 && !from_the_disk_.empty(); --left) {
        const auto work = std::move(from_the_disk_.front());
        from_the_disk_.pop_front();
        work();
    }
    after_the_server_was_called();
}

void World::fail_a_commit() {
    ++counts_.failed_commits;
    disk_.fail_next_commits(1 + seed_.below(2));
}

// A full disk is soon noticed, and somebody makes room.
void World::fill_the_disk() {
    full_for_ = 20 + seed_.below(60);
    disk_.disk_full(true);
}

void World::after_the_server_was_called() {
    do {
        for (const ConnectionId gone : wires_.take_departed()) host_->closed(gone);
        host_->turn();
    } while (host_->next_wake_ms() <= clock_.steady_ms() || wires_.has_departed());
    if (host_->health().find("\"held\":0") == std::string::npos) ++counts_.holds;
}

// The network --------------------------------------------------------------------------------------------

void World::deliver_some() {
    for (auto left = seed_.below(6) + 1; left > 0; --left) {
        const auto ids = wires_.all();
        if (ids.empty()) return;
        const ConnectionId wire = seed_.pick(ids);
        const auto messages = seed_.below(6) + 1;
        if (seed_.chance(50)) deliver_to_server(wire, messages);
        else deliver_to_client(wire, messages);
    }
}

void World::deliver_to_server(ConnectionId wire, std::size_t messages) {
    for (; messages > 0; --messages) {
        if (const auto frame = wires_.next_for_server(wire)) host_->received(wire, *frame);
    }
    after_the_server_was_called();
}

void World::deliver_to_client(ConnectionId wire, std::size_t messages) {
    for (const auto& party : parties_) {
        if (party->wire != wire) continue;
        while (messages-- > 0 && party->listen(wires_, clock_.steady_ms())) {
        }
        return;
    }
}

void World::cut_a_wire() {
    Party& party = any_party();
    if (!party.is_connected()) return;
    ++counts_.cuts;
    wires_.cut(party.wire);
}

void World::connect_somebody() {
    Party& party = any_party();
    if (!party.is_connected()) connect(party);
}

void World::connect(Party& party) {
    party.connect(wires_);
    host_->opened(party.wire);
    after_the_server_was_called();
}

void World::say_twice() {
    Party& party = any_party();
    if (!party.is_connected() || party.last_command.empty()) return;
    ++counts_.doubled;
    wires_.say(party.wire, party.last_command);
}

void World::notice_dead_wires() {
    for (const auto& party : parties_) {
        if (party->is_connected() && wires_.is_dead(party->wire)) party->disconnect();
    }
}

void World::speak_all() {
    for (const auto& party : parties_) {
        if (party->is_connected()) party->speak(wires_);
    }
}

// The people ---------------------------------------------------------------------------------------------

Party& World::any_party() { return *parties_[seed_.below(parties_.size())]; }

Party* World::party_of(std::uint32_t participant) {
    for (const auto& party : parties_) {
        if (party->is_person() && party->model().participant == participant) return party.get();
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
    if (actor.kind == core::ActorKind::trainer) return ask(*parties_.front(), {}, command);
    Party* party = party_of(static_cast<std::uint32_t>(actor.participant));
    if (actor.kind == core::ActorKind::participant && party != nullptr) ask(*party, actor.role, command);
}

void World::prepare(const core::State& state) {
    Party& party = any_party();
    if (party.model().trainer && party.client) return ask(party, {}, core::StartSession{});
    const bool stands = core::role_of(state, core::ParticipantId{party.model().participant}).empty();
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

// Signs out; somebody new comes instead.
void World::somebody_leaves() {
    const std::size_t chosen = seed_.below(parties_.size());
    Party& leaver = *parties_[chosen];
    if (!leaver.is_person()) return;
    leaver.client->sign_out();
    if (leaver.is_connected()) leaver.speak(wires_);
    const std::string name = "person " + std::to_string(++people_made_);
    auto client = std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
    client->join(code_, name, "nl");
    gone_.push_back(std::move(parties_[chosen]));
    parties_[chosen] = std::make_unique<Party>(name, std::move(client));
    if (gone_.back()->is_connected()) wires_.cut(gone_.back()->wire);
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
    if (person.is_connected()) wires_.cut(person.wire);
    gone_.push_back(std::move(parties_[chosen]));
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

// The end --------------------------------------------------------------------------------------------------

void World::let_everything_arrive() {
    bool moved = true;
    while (moved) {
        speak_all();
        for (const ConnectionId wire : wires_.all()) {
            while (const auto frame = wires_.next_for_server(wire)) host_->received(wire, *frame);
        }
        after_the_server_was_called();
        disk_.complete_all();
        while (!from_the_disk_.empty()) hear_from_the_disk();
        moved = false;
        for (const auto& party : parties_) {
            while (party->is_connected() && party->listen(wires_, clock_.steady_ms())) moved = true;
        }
        notice_dead_wires();
        speak_all();
        moved |= !wires_.quiet() || disk_.waiting() > 0;
    }
}

// The faults stop: the disk has room, everybody connects again, the trainer waits for nobody else.
void World::heal() {
    disk_.disk_full(false);
    disk_.fail_next_commits(0);
    v1::ClientFrame slow;
    slow.mutable_set_maximum_speed()->set_on(false);
    for (int round = 0; round < 4; ++round) {
        for (const auto& party : parties_) {
            if (!party->is_connected()) connect(*party);
        }
        let_everything_arrive();
        Party& trainer = *parties_.front();
        if (round == 1) trainer.client->say(slow);
        wait_no_longer();
        clock_.pass(2'001);  // the disk is tried again
        after_the_server_was_called();
        let_everything_arrive();
    }
}

std::vector<std::string> World::log_bytes() { return disk_.load(disk_.list().front())->records; }

std::vector<std::string> World::verdict() {
    std::vector<core::Record> records;
    for (const std::string& bytes : log_bytes()) records.push_back(*codec::decode_record(bytes));
    const Story story(scenario_, records);
    std::vector<std::string> out = story.complaints;
    for (const core::Difference& difference : core::verify(scenario_, records)) {
        out.push_back("the log does not verify at " + std::to_string(difference.seq) + ": " +
                      std::string(core::name(difference.kind)));
    }
    for (const auto* all : {&parties_, &gone_}) {
        for (const auto& party : *all) {
            const auto complaints = party->witness.complaints(story);
            out.insert(out.end(), complaints.begin(), complaints.end());
        }
    }
    check_parties(story, out);
    return out;
}

// Everybody is back, owes nothing, and sees what the log says.
void World::check_parties(const Story& story, std::vector<std::string>& out) {
    for (const auto& party : parties_) {
        const model::Model& model = party->model();
        bool kept_out = party->bot && (party->bot->finished() || !party->bot->refused().empty());
        for (const model::Refusal& refusal : party->refusals) {
            const bool lawful = refusal.key.starts_with("rejection.") ||
                                refusal.key == "refusal.session_is_full" ||
                                refusal.key == "refusal.too_many_waiting" ||
                                refusal.key == "refusal.session_ended" ||
                                refusal.key == "refusal.unknown_participant" ||
                                refusal.key == "refusal.wrong_reentry_code" ||
                                refusal.about == "issue_reentry_code";
            if (!lawful) out.push_back(party->name() + " was refused: " + refusal.key);
            kept_out |= refusal.about == "join" || refusal.about == "reenter";
        }
        if (kept_out) continue;
        if (model.link != model::Link::ready) {
            out.push_back(party->name() + " did not come back; last refused: " +
                          (party->refusals.empty() ? "nothing" : party->refusals.back().key));
        }
        if (!model.held.empty()) out.push_back(party->name() + " still waits: " + model.held);
        if (model.waiting > 0) {
            out.push_back(party->name() + " has " + std::to_string(model.waiting) + " acts without an answer");
        }
        for (const auto& [name, view] : model.views) {
            Print sum = 0;
            for (const auto& [key, entity] : view.entities()) sum += print_of(entity);
            if (sum != story.truth.at_the_end(name)) {
                out.push_back(party->name() + " ends with a view " + name + " that is not so");
            }
        }
        if (model.trainer) continue;
        const auto role = core::role_of(story.truth.state(), core::ParticipantId{model.participant});
        const std::string expected = role.empty() ? "seat" : "role:" + role.value;
        if (model.views.size() != 1 || !model.views.contains(expected)) {
            out.push_back(party->name() + " should see " + expected + " and sees " +
                          std::to_string(model.views.size()) + " views");
        }
    }
    for (const ConnectionId wire : wires_.all()) {
        if (const auto reason = wires_.close_reason(wire)) {
            out.push_back("a wire was closed at the end: " + std::string(hosting::name(*reason)));
        }
    }
}

}  // namespace casustafel::simulation
