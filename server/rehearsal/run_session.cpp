#include "server/rehearsal/run_session.hpp"

#include <algorithm>
#include <memory>

#include "client/bots/bot.hpp"
#include "client/bots/chance.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/host.hpp"
#include "server/rehearsal/answer_key.hpp"
#include "server/rehearsal/local_network.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/store/memory_store.hpp"

namespace casustafel::rehearsal {
namespace {

auto random_of(std::uint64_t seed) {
    return [chance = bots::Chance(seed)](std::uint8_t* to, std::size_t count) mutable {
        for (std::size_t at = 0; at < count; ++at)
            to[at] = static_cast<std::uint8_t>(chance.next() >> 56);
    };
}

void in_place(std::function<void()> work) { work(); }

// The room: a host and everybody connected to it.
class Room {
public:
    Room(const hosting::CaseTexts& texts, const RunOptions& options)
        : options_(options),
          scenario_(*texts.scenario),
          key_(answer_key(scenario_)),
          catalogue_(texts),
          store_(in_place, store::MemoryStore::Completion::at_once),
          host_({store_, network_, clock_, catalogue_, random_of(options.seed)},
                [this](const std::string& code) { code_ = code; }),
          trainer_(random_of(~options.seed), "casustafel rehearse") {}

    Run play() {
        open();
        seat_everybody();
        start();
        talk();
        return outcome();
    }

private:
    struct Chair {
        hosting::ConnectionId connection;
        std::unique_ptr<bots::Bot> bot;
    };

    hosting::ConnectionId connect() {
        const auto connection = network_.open();
        host_.opened(connection, "rehearsal");
        return connection;
    }

    void open() {
        trainer_.open_as_trainer(host_.open().trainer_key);
        trainer_connection_ = connect();
        trainer_.connected();
        v1::ClientFrame wish;
        wish.mutable_new_session()->set_scenario(scenario_.id);
        trainer_.say(wish);
        talk();
        trainer_.attach(code_);
    }

    void seat_everybody() {
        for (const std::string& role : key_.seats_for(options_.people)) {
            const auto other = options_.characters.find(role);
            const auto character =
                other == options_.characters.end() ? options_.character : other->second;
            chairs_.push_back(
                {connect(), std::make_unique<bots::Bot>(bots::BotOptions{.code = code_,
                                                                         .name = "bot " + role,
                                                                         .character = character,
                                                                         .seed = options_.seed,
                                                                         .role = role,
                                                                         .script = options_.script,
                                                                         .shared = &heard_},
                                                        key_)});
            chairs_.back().bot->connected();
        }
        talk();
    }

    // The trainer has nothing to do after the start; a view less to make.
    void start() {
        v1::ClientFrame fast;
        fast.mutable_set_maximum_speed()->set_on(true);
        trainer_.say(fast);
        v1::Command begin;
        begin.mutable_start_session();
        trainer_.act(begin);
        for (const std::string& inject : options_.injects) {
            v1::Command fire;
            fire.mutable_fire_inject()->set_inject(inject);
            trainer_.act(fire);
        }
        hear_from(trainer_connection_, trainer_);
        host_.closed(trainer_connection_);
    }

    // Everybody speaks and listens until nobody has anything left to say.
    void talk() {
        bool moved = true;
        while (moved) {
            moved = hear_from(trainer_connection_, trainer_);
            for (Chair& chair : chairs_) moved |= hear_from(chair.connection, *chair.bot);
            moved |= host_.next_wake_ms() <= clock_.steady_ms();
            host_.turn();
            moved |= tell(trainer_connection_, trainer_);
            for (Chair& chair : chairs_) moved |= tell(chair.connection, *chair.bot);
        }
    }

    template <class Party>
    bool hear_from(hosting::ConnectionId connection, Party& party) {
        const auto frames = party.take_outgoing();
        for (const std::string& frame : frames) host_.received(connection, frame);
        return !frames.empty();
    }

    template <class Party>
    bool tell(hosting::ConnectionId connection, Party& party) {
        const std::string batch = network_.take(connection);
        if (batch.empty()) return false;
        party.received(batch, clock_.steady_ms());
        return true;
    }

    Run outcome() {
        Run run;
        auto stored = store_.load(store_.list().front());
        for (const std::string& bytes : stored->records) {
            run.records.push_back(*codec::decode_record(bytes));
        }
        run.encoded = std::move(stored->records);
        run.ended =
            std::ranges::all_of(chairs_, [](const Chair& chair) { return chair.bot->finished(); });
        run.real_ms = run.records.empty() ? 0 : run.records.back().stamp.real_ms;
        return run;
    }

    const RunOptions& options_;
    const core::Scenario& scenario_;
    bots::AnswerKey key_;
    OneCase catalogue_;
    LocalNetwork network_;
    ManualClock clock_;
    store::MemoryStore store_;
    hosting::Host host_;
    std::string code_;
    model::Client trainer_;
    hosting::ConnectionId trainer_connection_ = 0;
    model::EntityPool heard_;
    std::vector<Chair> chairs_;
};

}  // namespace

Run run_session(const hosting::CaseTexts& texts, const RunOptions& options) {
    return Room(texts, options).play();
}

}  // namespace casustafel::rehearsal
