#include "world.hpp"

#include <algorithm>
#include <set>

#include "hasty_store.hpp"
#include "server/codec/record.hpp"
#include "server/core/rules/verify.hpp"
#include "server/rehearsal/answer_key.hpp"
#include "tests/support/core/random_scenario.hpp"
#include "tests/support/house.hpp"

namespace casustafel::simulation {
namespace {

constexpr std::size_t steps = 1500;

}  // namespace

World::World(std::uint64_t seed, Faults faults)
    : seed_(seed),
      faults_(faults),
      scenario_(support::random_scenario(seed_)),
      key_(rehearsal::answer_key(scenario_)),
      catalogue_(rehearsal::unwritten_case(scenario_)),
      wires_(faults.lie),
      disk_([this](std::function<void()> work) { from_the_disk_.push_back(std::move(work)); }),
      durable_(core::initial(scenario_)) {
    if (faults.answers_before_the_disk)
        store_ = std::make_unique<HastyStore>(disk_, from_the_disk_);
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
    const auto weather = [&](std::size_t most) {
        return seed_.chance(40) ? 0 : 1 + seed_.below(most);
    };
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
                {&World::fall_asleep, weather(8)},
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
        "the trainer",
        std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated")));
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
        auto client =
            std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
        client->join(code_, name, "nl");
        parties_.push_back(std::make_unique<Party>(name, std::move(client)));
    }
    if (seed_.chance(50)) {
        auto client =
            std::make_unique<model::Client>(support::random_from(seed_.next()), "simulated");
        client->look_up(code_);
        parties_.push_back(std::make_unique<Party>("the onlooker", std::move(client)));
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

// The end.

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
    sleeper_ = nullptr;
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
    counts_.swaps = story.truth.state().swap.count;
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

// A view for each role it plays, or that of a seat.
void World::check_views_held(const Party& party, const Story& story,
                             std::vector<std::string>& out) const {
    std::set<std::string> expected, held;
    const core::ParticipantId who{party.model().participant};
    for (const core::RoleId& role : core::roles_of(story.truth.state(), who))
        expected.insert("role:" + role.value);
    if (expected.empty()) expected.insert("seat");
    for (const auto& [name, view] : party.model().views) held.insert(name);
    if (held == expected) return;
    std::string complaint = party.name() + " should see";
    for (const std::string& name : expected) complaint += " " + name;
    complaint += " and sees";
    for (const std::string& name : held) complaint += " " + name;
    out.push_back(complaint);
}

// Everybody is back, owes nothing, and sees what the log says.
void World::check_parties(const Story& story, std::vector<std::string>& out) {
    for (const auto& party : parties_) {
        const model::Model& model = party->model();
        bool kept_out = party->bot && (party->bot->finished() || !party->bot->refused().empty());
        for (const model::Refusal& refusal : party->refusals) {
            const bool lawful =
                refusal.key.starts_with("rejection.") || refusal.key == "refusal.session_is_full" ||
                refusal.key == "refusal.too_many_waiting" ||
                refusal.key == "refusal.session_ended" ||
                refusal.key == "refusal.unknown_participant" ||
                refusal.key == "refusal.wrong_reentry_code" ||
                refusal.key == "refusal.no_longer_here" || refusal.about == "issue_reentry_code";
            if (!lawful) out.push_back(party->name() + " was refused: " + refusal.key);
            kept_out |= refusal.about == "join" || refusal.about == "reenter" ||
                        refusal.key == "refusal.no_longer_here";
        }
        if (kept_out) continue;
        const bool looks_on = party->name() == "the onlooker";
        if (!looks_on && model.link != model::Link::ready) {
            out.push_back(party->name() + " did not come back; last refused: " +
                          (party->refusals.empty() ? "nothing" : party->refusals.back().key));
        }
        if (!model.held.empty()) out.push_back(party->name() + " still waits: " + model.held);
        if (model.waiting > 0) {
            out.push_back(party->name() + " has " + std::to_string(model.waiting) +
                          " acts without an answer");
        }
        for (const auto& [name, view] : model.views) {
            Print sum = 0;
            for (const auto& [key, known] : view.entities())
                if (!is_own_of_a_seat(name, *known.entity)) sum += print_of(*known.entity);
            if (sum != story.truth.at_the_end(name)) {
                out.push_back(party->name() + " ends with a view " + name + " that is not so");
            }
        }
        if (model.trainer) continue;
        check_views_held(*party, story, out);
    }
    for (const ConnectionId wire : wires_.all()) {
        if (const auto reason = wires_.close_reason(wire)) {
            out.push_back("a wire was closed at the end: " + contract::word(*reason));
        }
    }
}

}  // namespace casustafel::simulation
