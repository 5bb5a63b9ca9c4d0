#include "tests/support/house.hpp"

#include <algorithm>

#include "server/codec/record.hpp"
#include "tests/support/cases/small_case.hpp"

namespace casustafel::support {

hosting::RandomBytes random_from(std::uint64_t seed) {
    return [chance = Seed(seed)](std::uint8_t* to, std::size_t count) mutable {
        for (std::size_t at = 0; at < count; ++at)
            to[at] = static_cast<std::uint8_t>(chance.next() >> 56);
    };
}

core::Scenario hosted_case() {
    core::Scenario scenario = small_case();
    core::Item first = item("I1", {"VT"}, 1);
    first.needs = {need("OVJ", 30)};
    first.grants = {grant({"OVJ"})};
    scenario.items = {first, item("I2", {"POL"}, 1), item("I3", {"VT"}, 0)};
    core::Inject timed;
    timed.id = {"INJ-1"};
    timed.title = {"bericht", "news"};
    timed.at_sim_ms = minute_ms;
    timed.deals = {{"I3"}};
    core::Inject by_hand;
    by_hand.id = {"INJ-2"};
    by_hand.title = {"telefoon", "phone"};
    scenario.injects = {timed, by_hand};
    core::Meeting meeting;
    meeting.id = {"M1"};
    meeting.name = {"overleg", "meeting"};
    for (const core::Role& role : scenario.roles) meeting.members.push_back(role.id);
    scenario.meetings = {meeting};
    return scenario;
}

House::House(Completion completion, core::Scenario scenario, hosting::Work& work)
    : texts_(rehearsal::unwritten_case(std::move(scenario))),
      catalogue_(texts_),
      clock_(1'700'000'000'000),
      store_([](std::function<void()> done) { done(); }, completion),
      work_(work) {
    start();
}

void House::start() {
    hosting::Surroundings around{
        store_,
        network_,
        clock_,
        catalogue_,
        random_from(++starts_),
        work_,
        [this](const journal::Notice& notice) { notices_.push_back(notice); }};
    around.trainers = &book_;
    around.join_address = join_address;
    host_ =
        std::make_unique<hosting::Host>(around, [this](const std::string& code) { code_ = code; });
    opening_ = host_->open();
    if (!opening_.trainer_key.empty()) trainer_key_ = opening_.trainer_key;
    turn();
}

hosting::ConnectionId House::connect() {
    open_.push_back(network_.open());
    host_->opened(open_.back(), came_from_);
    turn();
    return open_.back();
}

hosting::ConnectionId House::greeted() {
    const auto connection = connect();
    say(connection, hello());
    hear(connection);
    return connection;
}

hosting::ConnectionId House::seated(const std::string& code, char who, const std::string& role) {
    const auto connection = greeted();
    say(connection, join(code, std::string("gast ") + who, token(who)));
    say(connection, frame_of(take_role(role), command_id(who)));
    commit();
    hear(connection);
    return connection;
}

hosting::ConnectionId House::desk(const std::string& key) {
    const auto connection = greeted();
    v1::ClientFrame frame;
    frame.mutable_open_as_trainer()->set_key(key.empty() ? trainer_key_ : key);
    say(connection, frame);
    hear(connection);
    return connection;
}

hosting::ConnectionId House::trainer() {
    const auto connection = desk();
    v1::ClientFrame frame;
    frame.mutable_attach_session()->set_code(code_);
    say(connection, frame);
    return connection;
}

std::string House::new_session() {
    const auto connection = desk();
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_scenario(scenario().id);
    say(connection, frame);
    drop(connection);
    return code_;
}

void House::say(hosting::ConnectionId connection, const v1::ClientFrame& frame) {
    say_bytes(connection, frame.SerializeAsString());
}

void House::say_bytes(hosting::ConnectionId connection, std::string_view bytes) {
    host_->received(connection, bytes);
    turn();
}

std::vector<v1::ServerFrame> House::hear(hosting::ConnectionId connection) {
    v1::ServerBatch batch;
    batch.ParseFromString(network_.take(connection));
    return {batch.frames().begin(), batch.frames().end()};
}

void House::drop(hosting::ConnectionId connection) {
    std::erase(open_, connection);
    host_->closed(connection);
    turn();
}

void House::turn() {
    do host_->turn();
    while (host_->next_wake_ms() <= clock_.steady_ms());
}

void House::commit() {
    store_.complete_all();
    turn();
}

void House::pass(std::int64_t duration_ms) {
    const std::int64_t until_ms = clock_.steady_ms() + duration_ms;
    while (clock_.steady_ms() < until_ms) {
        const std::int64_t wake_ms =
            std::clamp(host_->next_wake_ms(), clock_.steady_ms() + 1, until_ms);
        clock_.pass(wake_ms - clock_.steady_ms());
        turn();
    }
}

void House::restart() {
    store_.crash();
    host_.reset();
    open_.clear();
    for (Guest* guest : guests_) {
        if (guest->connection_ != 0) guest->client_.disconnected();
        guest->connection_ = 0;
    }
    start();
}

std::vector<core::Record> House::log() {
    std::vector<core::Record> records;
    const auto stored = store_.load(store_.list().front());
    for (const std::string& bytes : stored->records) {
        records.push_back(*codec::decode_record(bytes));
    }
    return records;
}

void House::settle() {
    bool moved = true;
    while (moved) {
        moved = false;
        for (Guest* guest : guests_) moved |= exchange(*guest);
    }
}

// What the guest has to say is heard, and the answer taken. False: neither had anything.
bool House::exchange(Guest& guest) {
    if (guest.connection_ == 0) return false;
    const auto said = guest.client_.take_outgoing();
    for (const std::string& frame : said) host_->received(guest.connection_, frame);
    turn();
    const std::string batch = network_.take(guest.connection_);
    if (!batch.empty()) guest.client_.received(batch, clock_.steady_ms());
    if (network_.close_reason(guest.connection_)) guest.disconnect();
    return !said.empty() || !batch.empty();
}

Guest::Guest(House& house)
    : house_(house), client_(random_from(1000 + house.guests_.size()), "casustafel test") {
    house.guests_.push_back(this);
}

Guest::~Guest() { std::erase(house_.guests_, this); }

void Guest::connect() {
    connection_ = house_.connect();
    client_.connected();
    house_.settle();
}

void Guest::disconnect() {
    if (connection_ == 0) return;
    house_.drop(connection_);
    connection_ = 0;
    client_.disconnected();
}

void Guest::sit(const std::string& role) {
    client_.join(house_.code(), "gast " + role, "nl");
    if (connection_ == 0) connect();
    house_.settle();
    act(take_role(role));
}

model::CommandId Guest::act(v1::Command command) {
    command.set_as_role(client_.model().role());
    const auto id = client_.act(std::move(command));
    house_.settle();
    return id;
}

v1::ClientFrame hello(std::uint32_t oldest, std::uint32_t newest) {
    v1::ClientFrame frame;
    frame.mutable_hello()->set_oldest_version(oldest);
    frame.mutable_hello()->set_newest_version(newest);
    return frame;
}

v1::ClientFrame join(const std::string& code, const std::string& name, const std::string& token) {
    v1::ClientFrame frame;
    frame.mutable_join()->set_code(code);
    frame.mutable_join()->set_name(name);
    frame.mutable_join()->set_language("nl");
    frame.mutable_join()->set_token(token);
    return frame;
}

v1::ClientFrame resume(const std::string& code, const std::string& token) {
    v1::ClientFrame frame;
    frame.mutable_resume()->set_code(code);
    frame.mutable_resume()->set_token(token);
    return frame;
}

v1::ClientFrame reenter(const std::string& code, const std::string& reentry_code,
                        const std::string& token) {
    v1::ClientFrame frame;
    frame.mutable_reenter()->set_code(code);
    frame.mutable_reenter()->set_reentry_code(reentry_code);
    frame.mutable_reenter()->set_token(token);
    return frame;
}

v1::ClientFrame frame_of(const v1::Command& command, const std::string& id,
                         const std::string& as_role) {
    v1::ClientFrame frame;
    *frame.mutable_command() = command;
    frame.mutable_command()->set_command_id(id);
    frame.mutable_command()->set_as_role(as_role);
    return frame;
}

std::string token(char letter) { return std::string(32, letter); }
std::string command_id(char letter) { return std::string(16, letter); }

v1::Command take_role(const std::string& role) {
    v1::Command command;
    command.mutable_take_role()->set_role(role);
    return command;
}

v1::Command start() {
    v1::Command command;
    command.mutable_start_session();
    return command;
}

v1::Command read_item(const std::string& item) {
    v1::Command command;
    command.mutable_read_item()->set_item(item);
    return command;
}

v1::Command message(const std::string& to, const std::string& text) {
    v1::Command command;
    command.mutable_send_message()->add_to(to);
    command.mutable_send_message()->set_text(text);
    return command;
}

std::string refusal(const std::vector<v1::ServerFrame>& frames) {
    for (const v1::ServerFrame& frame : frames) {
        if (frame.has_refused()) return frame.refused().reason();
        if (frame.has_rejected()) return frame.rejected().reason();
    }
    return {};
}

bool accepted(const std::vector<v1::ServerFrame>& frames, const std::string& command_id) {
    return std::any_of(frames.begin(), frames.end(), [&](const v1::ServerFrame& frame) {
        return frame.has_accepted() && frame.accepted().command_id() == command_id;
    });
}

}  // namespace casustafel::support
