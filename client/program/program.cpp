#include "client/program/program.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "client/model/kept_acts.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::program {
namespace {

constexpr std::size_t most_refusals_kept = 100;

text::Key words_of(ui::Chime chime) {
    switch (chime) {
        case ui::Chime::item: return text::Key::announce_item;
        case ui::Chime::answer: return text::Key::announce_answer;
        case ui::Chime::deadline: return text::Key::announce_deadline;
    }
    return text::Key::announce_item;
}

}  // namespace

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Program::Program(const Opening& opening, ui::Ui& ui, platform::Memory& memory, Machine machine)
    : ui_(ui),
      memory_(memory),
      machine_(std::move(machine)),
      remembered_(memory.settings()),
      certificate_(opening.certificate),
      limits_(opening.limits),
      client_(machine_.random, "casustafel-client " CASUSTAFEL_VERSION) {
    const std::string server = opening.server.empty() ? remembered_.server : opening.server;
    app_.state.lobby.code = opening.code;
    app_.state.lobby.name = opening.name.empty() ? remembered_.name : opening.name;
    app_.state.lobby.seat = opening.role;
    app_.state.lobby.server = server;
    app_.state.lobby.one_server = opening.belongs_to_server;
    if (!opening.projector && opening.trainer_key.empty()) list_ways_back();
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
        app_.state.lobby.trainer_key = opening.trainer_key;  // with digits it is said again
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
    if (app_.take_attention() && machine_.call_attention) machine_.call_attention();
    take_refusals();
    app_.take_accepted(client_.model(), client_.take_accepted(), steady_ms());
    if (const auto page = client_.take_report())
        app_.take_report(ui_, client_.model(), *this, *page);
    flush();
}

// A way back that was refused is none any more, and whoever stood in the exercise stands outside.
void Program::take_refusals() {
    const std::vector<model::Refusal> refusals = client_.take_refusals();
    for (const model::Refusal& refusal : refusals) {
        if (refusals_.size() < most_refusals_kept) refusals_.push_back(refusal.key);
        if (refusal.about != contract::client_frame::resume) continue;
        memory_.forget_place(going_back_.token.empty() ? own_place() : going_back_);
        going_back_ = {};
        if (model().participant != 0)
            leave_session();
        else
            list_ways_back();
    }
    app_.take_refusals(ui_, client_.model(), refusals);
}

model::CommandId Program::act(v1::Command command) {
    return closed_here() ? model::CommandId{} : client_.act(std::move(command));
}

void Program::draw(ui::Ui& ui) {
    app_.draw(ui, client_.model(), *this, steady_ms(), trouble_);
    if (std::exchange(signs_out_, false)) leave_session();
    flush();
    for (const ui::Chime chime : app_.take_chimes()) {
        if (ui.settings().sounds && machine_.play) machine_.play(chime);
        if (machine_.announce) machine_.announce(ui.say(words_of(chime)));
    }
    remember(false);
}

void Program::remember(bool at_once) {
    memory_.share_workstation(ui_.settings().shared_workstation);
    remembered_.settings = ui_.settings();
    if (machine_.window_size) {
        const platform::WindowSize size = machine_.window_size();
        if (size.width > 0) remembered_.width = size.width, remembered_.height = size.height;
    }
    if (!model().trainer) remembered_.name = app_.state.lobby.name;
    if (connected()) remembered_.server = address_;
    memory_.keep(remembered_);
    if (machine_.set_title) machine_.set_title(title());
    if (model().participant != 0 && !model().trainer && !client_.token().empty() && !closed_here())
        remember_place();
    if (memory_.write(steady_ms(), at_once)) ui_.wake_after(1);
    if (const std::string folder = memory_.take_trouble(); !folder.empty())
        app_.tell(model(), {ui::Tone::attention, sentence("notice.not_kept", {}),
                            sentence("notice.not_kept_body", {folder})});
}

platform::RememberedPlace Program::own_place() const {
    const auto participant = model().participant;
    return {address_, model().code, model().name_of(participant), participant, client_.token()};
}

void Program::remember_place() {
    if (!memory_.take(own_place())) return;
    memory_.keep(own_place());
    // Of an exercise that is over only the way back is kept, to read on.
    if (over()) {
        app_.state.kept_acts.clear();
        memory_.keep_drafts({});
        return memory_.keep_acts({});
    }
    // Once somebody sits, what was kept is taken in first, so that it is not written over.
    if (!model().role().empty() && !std::exchange(drafts_taken_, true)) {
        app_.restore_drafts(ui_, model(), memory_.drafts());
        app_.state.kept_acts = model::read_acts(memory_.acts());
    }
    if (!drafts_taken_) return;
    std::vector<v1::Command> acts = app_.state.kept_acts;
    for (v1::Command& act : client_.waiting_acts()) acts.push_back(std::move(act));
    memory_.keep_drafts(app_.kept_drafts());
    memory_.keep_acts(model::write_acts(acts));
}

bool Program::over() const {
    const model::View* view = model().main_view();
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    return session != nullptr && session->phase() == contract::SessionPhase::ended;
}

bool Program::closed_here() const {
    return trouble_.lasting && trouble_.fingerprint.empty() &&
           (model().participant != 0 || model().trainer || model().looks_on.observer() != 0);
}

// What was typed and not sent is kept once more, and then it is not this window's any more: it does
// nothing, and keeps nothing over what the window that has the seat now keeps.
void Program::close_here(client_net::Reason reason) {
    trouble_.seat_gone = reason == client_net::Reason::sent_away;
    if (trouble_.seat_gone) memory_.forget_person();
    if (model().trainer) return;  // nobody else does a trainer's acts meanwhile
    std::vector<v1::Command> acts = client_.set_aside();
    if (!memory_.holds_person()) {
        app_.state.kept_acts.insert(app_.state.kept_acts.end(), acts.begin(), acts.end());
        return;
    }
    acts.insert(acts.begin(), app_.state.kept_acts.begin(), app_.state.kept_acts.end());
    if (drafts_taken_) {
        memory_.keep_drafts(app_.kept_drafts());
        memory_.keep_acts(model::write_acts(acts));
        memory_.write(steady_ms(), true);
    }
    memory_.let_go();
    app_.state.tables.clear();
    app_.state.kept_acts.clear();
    drafts_taken_ = false;
}

void Program::come_back_here() { connect(address_); }

void Program::settle_kept(bool send) {
    auto acts = std::exchange(app_.state.kept_acts, {});
    if (send) client_.take_up(std::move(acts));
}

// The screen that asks for it is still being drawn, from what goes with it.
void Program::sign_out() {
    signs_out_ = true;
    ui_.wake_after(0);
}

void Program::leave_session() {
    client_.sign_out();
    const bool one_server = app_.state.lobby.one_server;
    app_ = {};  // nothing of this person stays on the screen, or in the files
    app_.state.lobby.server = address_;
    app_.state.lobby.one_server = one_server;
    remembered_.name.clear();
    memory_.forget_person();
    drafts_taken_ = false;
    list_ways_back();
    if (trouble_.lasting) connect(address_);
}

void Program::list_ways_back() {
    ways_back_ = memory_.places();
    app_.state.lobby.ways_back.clear();
    for (const platform::RememberedPlace& place : ways_back_)
        app_.state.lobby.ways_back.push_back({place.name, place.code});
}

std::string Program::title() const {
    const model::View* view = model().main_view();
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    if (session == nullptr) return "Casustafel";
    const bool english = ui_.settings().language == text::Language::en;
    std::string title = model::in(session->title(), english);
    if (model().trainer) return title + " – " + sentence("program.trainer", {}) + " – Casustafel";
    if (app_.state.projector.on)
        return title + " – " + sentence("program.projector", {}) + " – Casustafel";
    if (const v1::Role* role = view->find<v1::Role>(model().role()))
        title = model::in(role->name(), english) + " – " + title;
    return title + " – Casustafel";
}

std::string Program::keep_page(const std::string& name, const std::string& html) {
    // Codes come from the server, and none of them may name another folder.
    if (!machine_.keep_page || name.find_first_of("/\\") != std::string::npos) return {};
    return machine_.keep_page(name, html);
}

void Program::accept_certificate(const std::string& fingerprint) {
    certificate_ = fingerprint;
    connect(address_);
}

void Program::go_back(std::size_t place) {
    if (place >= ways_back_.size()) return;
    going_back_ = ways_back_[place];
    if (!memory_.take(going_back_)) {
        app_.state.lobby.joining = false;
        app_.tell(model(), {ui::Tone::attention, sentence("notice.place_in_use", {}),
                            sentence("notice.place_in_use_body", {})});
        return list_ways_back();
    }
    if (going_back_.server != address_) connect(going_back_.server);
    client_.resume(going_back_.code, going_back_.token);
    app_.state.lobby.ways_back.clear();
}

void Program::go_back_if_here() {
    const std::string& wanted = app_.state.lobby.code;
    for (std::size_t place = 0; place < ways_back_.size(); ++place) {
        if (!wanted.empty() && wanted != ways_back_[place].code) continue;
        // The entrance does not ask about the code of who is on the way in.
        app_.state.lobby.joining = true;
        return go_back(place);
    }
}

void Program::forget() {
    memory_.share_workstation(true);
    app_.state.lobby.ways_back.clear();
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
    client_.reach_by(address_);
    trouble_ = {};
    connection_.reset();
    client_.disconnected(steady_ms());
    connection_ = machine_.connect(wanted);
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
        const std::string key = unreachable ? "close.unreachable_at" : sentence_of(event);
        trouble_ = {sentence(key, {address_}), event.kind == Kind::closed_for_good,
                    event.fingerprint};
        trouble_.flawed = !event.flaw.empty();
        client_.disconnected(steady_ms());
        if (closed_here()) close_here(event.reason);
    }
}

}  // namespace casustafel::program
