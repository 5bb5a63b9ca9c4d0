#include "client/program/program.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <utility>

#include "client/model/kept_acts.hpp"
#include "client/platform/files.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::program {
namespace {

constexpr std::size_t most_refusals_kept = 100;

model::RandomBytes system_bytes() {
    return [device = std::make_shared<std::random_device>()](std::uint8_t* to, std::size_t count) {
        for (std::size_t at = 0; at < count; ++at) to[at] = static_cast<std::uint8_t>((*device)());
    };
}

}  // namespace

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Program::Program(const Opening& opening, ui::Ui& ui, platform::Memory& memory,
                 std::function<void()> wake)
    : ui_(ui),
      memory_(memory),
      remembered_(memory.settings()),
      certificate_(opening.certificate),
      limits_(opening.limits),
      wake_(std::move(wake)),
      client_(system_bytes(), "casustafel-client " CASUSTAFEL_VERSION) {
    const std::string server = opening.server.empty() ? remembered_.server : opening.server;
    app_.state.lobby.code = opening.code;
    app_.state.lobby.name = opening.name.empty() ? remembered_.name : opening.name;
    app_.state.lobby.seat = opening.role;
    app_.state.lobby.server = server;
    const platform::RememberedPlace place = memory.place();
    app_.state.lobby.resume_code = place.code;
    app_.state.lobby.resume_name = place.name;
    open(opening);
    if (server.empty()) {
        ui::open_other_way(app_.state.lobby, ui::to_server);
    } else {
        connect(server);
    }
}

// Goes in as whom the command line named, when it named somebody.
void Program::open(const Opening& opening) {
    if (opening.projector) {
        app_.state.projector.on = true;
        app_.state.projector.address =
            opening.join_address.empty() ? opening.server : opening.join_address;
        client_.observe(opening.code);
    } else if (!opening.trainer_key.empty()) {
        if (!opening.code.empty()) client_.attach(opening.code);
        client_.open_as_trainer(opening.trainer_key);
    } else if (!opening.role.empty() && !opening.code.empty() && !opening.name.empty()) {
        join(opening.code, opening.name,
             ui_.settings().language == text::Language::en ? "en" : "nl");
        app_.state.lobby.joining = true;
        v1::Command take;
        take.mutable_take_role()->set_role(opening.role);
        client_.act(std::move(take));
    }
}

void Program::update() {
    if (connection_ == nullptr) return;
    events_.clear();
    connection_->poll(events_);
    for (const client_net::Event& event : events_) take_in(event);
    if (!events_.empty()) ++heard_;
    app_.take_changes(client_.model(), client_.take_changes());
    const std::vector<model::Refusal> refusals = client_.take_refusals();
    for (const model::Refusal& refusal : refusals) {
        if (refusal.about == contract::client_frame::resume) memory_.forget_place();
        if (refusals_.size() < most_refusals_kept) refusals_.push_back(refusal.key);
    }
    app_.take_refusals(ui_, client_.model(), refusals);
    app_.take_accepted(client_.model(), client_.take_accepted(), steady_ms());
    if (const auto page = client_.take_report())
        app_.take_report(ui_, client_.model(), *this, *page);
    flush();
}

void Program::draw(ui::Ui& ui) {
    app_.draw(ui, client_.model(), *this, steady_ms(), trouble_);
    if (std::exchange(signs_out_, false)) leave_session();
    flush();
    for (const ui::Chime chime : app_.take_chimes())
        if (ui.settings().sounds) sounds_.play(chime);
    remember(false);
}

void Program::remember(bool at_once) {
    memory_.share_workstation(ui_.settings().shared_workstation);
    remembered_.settings = ui_.settings();
    if (window_size) {
        const platform::WindowSize size = window_size();
        if (size.width > 0) remembered_.width = size.width, remembered_.height = size.height;
    }
    if (!model().trainer) remembered_.name = app_.state.lobby.name;
    if (connected()) remembered_.server = address_;
    memory_.keep(remembered_);
    if (model().participant != 0 && !model().trainer && !client_.token().empty()) remember_place();
    if (memory_.write(steady_ms(), at_once)) ui_.wake_after(1);
}

void Program::remember_place() {
    const auto participant = model().participant;
    memory_.keep(platform::RememberedPlace{address_, model().code, model().name_of(participant),
                                           client_.token()});
    // Once somebody sits, what was kept is taken in first, so that it is not written over.
    if (!model().role().empty() && !std::exchange(drafts_taken_, true)) {
        auto acts = model::read_acts(memory_.acts(model().code, participant));
        app_.restore_drafts(ui_, model(), memory_.drafts(model().code, participant));
        app_.tell_restored_acts(ui_, model(), acts.size());
        client_.take_up(std::move(acts));
    }
    if (!drafts_taken_) return;
    memory_.keep_drafts(model().code, participant, app_.kept_drafts());
    memory_.keep_acts(model().code, participant, model::write_acts(client_.waiting_acts()));
}

// The screen that asks for it is still being drawn, from what goes with it.
void Program::sign_out() {
    signs_out_ = true;
    ui_.wake_after(0);
}

void Program::leave_session() {
    client_.sign_out();
    app_ = {};  // nothing of this person stays on the screen, or in the files
    app_.state.lobby.server = address_;
    remembered_.name.clear();
    memory_.forget_person();
    drafts_taken_ = false;
}

std::string Program::keep_page(const std::string& name, const std::string& html) {
    // Codes come from the server, and none of them may name another folder.
    const std::string folder = platform::documents_folder();
    if (folder.empty() || name.find_first_of("/\\") != std::string::npos) return {};
    const std::string path = folder + "/" + name;
    return platform::write_file(path, {html.begin(), html.end()}) ? path : std::string();
}

void Program::accept_certificate(const std::string& fingerprint) {
    certificate_ = fingerprint;
    connect(address_);
}

void Program::go_back() {
    const platform::RememberedPlace place = memory_.place();
    if (place.token.empty()) return;
    if (place.server != address_) connect(place.server);
    client_.resume(place.code, place.token);
    app_.state.lobby.resume_code.clear();
}

void Program::forget() {
    memory_.share_workstation(true);
    app_.state.lobby.resume_code.clear();
}

void Program::connect(const std::string& typed) {
    const auto parsed = client_net::parse_address(typed);
    if (const auto* error = std::get_if<client_net::AddressError>(&parsed)) {
        ui::open_other_way(app_.state.lobby, ui::to_server,
                           sentence("address." + std::string(client_net::name(*error)), {typed}));
        return;
    }
    client_net::ConnectOptions wanted;
    wanted.address = std::get<client_net::Address>(parsed);
    wanted.accept_certificate_fingerprint = certificate_;
    wanted.limits = limits_;
    address_ = wanted.address.text();
    connection_.reset();
    client_.disconnected(steady_ms());
    connection_ = client_net::connect(wanted, wake_);
}

std::string Program::sentence(const std::string& key,
                              const std::vector<std::string>& arguments) const {
    const auto found = text::find(key);
    return found ? text::say(*found, ui_.settings().language, arguments) : key;
}

void Program::flush() {
    for (std::string& frame : client_.take_outgoing()) {
        if (connection_ != nullptr) connection_->send(std::move(frame));
    }
}

void Program::take_in(const client_net::Event& event) {
    using Kind = client_net::Event::Kind;
    if (event.kind == Kind::opened) {
        trouble_ = {};
        client_.connected();
    } else if (event.kind == Kind::received) {
        if (!client_.received(event.bytes, steady_ms())) connection_->reconnect();
    } else if (event.kind == Kind::waiting_to_retry || event.kind == Kind::closed_for_good) {
        const bool unreachable = event.reason == client_net::Reason::unreachable;
        const bool named = unreachable || event.reason == client_net::Reason::name_not_found;
        const std::string about = named                       ? address_
                                  : event.fingerprint.empty() ? event.detail
                                                              : event.fingerprint;
        const std::string key = unreachable ? "unreachable_at" : contract::word(event.reason);
        trouble_ = {sentence("close." + key, {about}), event.kind == Kind::closed_for_good,
                    event.fingerprint};
        client_.disconnected(steady_ms());
    }
}

}  // namespace casustafel::program
