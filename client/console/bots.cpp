#include "client/console/bots.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "client/bots/bot.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

// Without any connection at all: before the first, and once they sat at a table.
constexpr std::int64_t first_patience_ms = 30'000, patience_ms = 15 * 60'000;

struct Seat {
    std::unique_ptr<bots::Bot> bot;
    std::unique_ptr<client_net::Connection> connection;
    bool connected = false, gone = false, told = false;
    std::string closed_key;
};

void drive(Seat& seat, std::vector<client_net::Event>& events) {
    events.clear();
    seat.connection->poll(events);
    for (const client_net::Event& event : events) {
        using Kind = client_net::Event::Kind;
        if (event.kind == Kind::opened) {
            seat.connected = true;
            seat.bot->connected();
        } else if (event.kind == Kind::received) {
            if (!seat.bot->received(event.bytes, steady_ms())) seat.connection->reconnect();
        } else if (event.kind == Kind::waiting_to_retry || event.kind == Kind::closed_for_good) {
            seat.connected = false;
            seat.bot->disconnected();
            seat.gone = event.kind == Kind::closed_for_good;
            seat.closed_key = client_net::sentence_of(event);
        }
    }
    for (std::string& frame : seat.bot->take_outgoing()) seat.connection->send(std::move(frame));
}

void tell_role(Seat& seat, const Printer& printer) {
    if (seat.told || seat.bot->role().empty()) return;
    seat.told = true;
    printer.say("console.bot_seated", {seat.bot->role()});
    printer.object({{"seated", json_string(seat.bot->role())}});
}

// What the lobby shows before anybody sits down: which case, and which roles are free.
struct Lobby {
    std::string scenario;
    std::vector<std::string> free_roles;
};

// An exit code when nobody opens.
std::variant<Lobby, int> look_around(const BotsOptions& options, const Printer& printer) {
    Talk talk(options.server, "casustafel bots");
    talk.client().look_up(options.code);
    std::vector<model::Refusal> refusals;
    const model::View* seat = nullptr;
    talk.pump_until(
        [&] {
            refusals = talk.client().take_refusals();
            seat = talk.model().view("seat");
            return !refusals.empty() || (seat != nullptr && seat->find<v1::Session>() != nullptr);
        },
        15'000);
    if (!refusals.empty()) {
        printer.complain(refusals.front().key);
        return 1;
    }
    if (seat == nullptr || seat->find<v1::Session>() == nullptr) {
        talk.complain(printer, options.server.address);
        return 4;
    }
    Lobby lobby{seat->find<v1::Session>()->scenario(), {}};
    for (const v1::Role* role : seat->all<v1::Role>()) {
        if (role->occupant() == 0 && !role->autopilot_only() && !role->stand_in())
            lobby.free_roles.push_back(role->id());
    }
    talk.finish();
    return lobby;
}

// The free roles that so many participants play, those that the smallest group needs first.
std::vector<std::string> seats_to_take(const BotsOptions& options, const bots::AnswerKey& key,
                                       const Lobby& lobby) {
    std::vector<std::string> taken = lobby.free_roles;
    const auto group_size = [&](const std::string& role) {
        const bots::KeyRole* known = key.role(role);
        return known == nullptr ? 0 : known->from_group_size;
    };
    std::ranges::stable_sort(taken, {}, group_size);
    if (options.seats > 0 && static_cast<std::size_t>(options.seats) < taken.size())
        taken.resize(static_cast<std::size_t>(options.seats));
    return taken;
}

Seat make_seat(const BotsOptions& options, const bots::AnswerKey& key, const std::string& role,
               const WakePipe& pipe) {
    Seat seat;
    bots::BotOptions wanted;
    wanted.code = options.code;
    wanted.name = "Bot " + role;
    wanted.role = role;
    wanted.character = options.character;
    wanted.seed = options.seed;
    seat.bot = std::make_unique<bots::Bot>(wanted, key);
    client_net::ConnectOptions connect;
    connect.address = options.server.address;
    connect.accept_certificate_fingerprint = options.server.fingerprint;
    seat.connection = client_net::connect(connect, [&pipe] { pipe.wake(); });
    return seat;
}

}  // namespace

int run_bots(const BotsOptions& options, const AnswerKeys& keys, const Printer& printer) {
    const auto looked = look_around(options, printer);
    if (const int* code = std::get_if<int>(&looked)) return *code;
    const Lobby& lobby = std::get<Lobby>(looked);
    const auto key = keys(lobby.scenario);
    if (!key) {
        printer.complain("console.case_not_here", {lobby.scenario});
        return 1;
    }
    if (lobby.free_roles.empty()) printer.say("console.no_free_roles");
    WakePipe pipe;
    std::vector<Seat> seats;
    for (const std::string& role : seats_to_take(options, *key, lobby))
        seats.push_back(make_seat(options, *key, role, pipe));
    std::vector<client_net::Event> events;
    std::int64_t last_contact_ms = steady_ms();
    bool in_contact = false, was_in_contact = false;
    while (true) {
        bool all_done = true;
        const bool had_contact = std::exchange(in_contact, false);
        for (Seat& seat : seats) {
            drive(seat, events);
            tell_role(seat, printer);
            if (!seat.bot->refused().empty()) {
                printer.complain(seat.bot->refused());
                return 1;
            }
            in_contact = in_contact || seat.connected;
            all_done = all_done && (seat.bot->finished() || seat.gone);
        }
        if (all_done) break;
        if (in_contact) last_contact_ms = steady_ms();
        was_in_contact = was_in_contact || in_contact;
        if (had_contact && !in_contact) printer.complain("console.bots_wait");
        if (steady_ms() - last_contact_ms > (was_in_contact ? patience_ms : first_patience_ms)) {
            printer.complain("close.unreachable");
            return 4;
        }
        wait_for(pipe, false, 250);
    }
    for (const Seat& seat : seats) {
        if (!seat.gone || seat.bot->finished()) continue;
        printer.complain(seat.closed_key, {options.server.address.text()});
        return 1;
    }
    printer.say("console.bots_done");
    printer.object({{"ended", "true"}});
    return 0;
}

}  // namespace casustafel::console
