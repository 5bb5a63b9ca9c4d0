#pragma once
// The client as a whole, without a window of its own: joins the line (client/net) to what is known
// (client/model), to the screens (client/ui) and to what this computer keeps. Whoever owns the
// window or the page, or a test, calls update() and draw(); the wishes of the screens arrive here.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/net/connection.hpp"
#include "client/platform/heartbeat.hpp"
#include "client/platform/memory.hpp"
#include "client/program/machine.hpp"
#include "client/ui/app/app.hpp"

namespace casustafel::program {

// What a program opens with. What is empty, the person fills in.
struct Opening {
    std::string server, code, name, role, trainer_key;
    std::string certificate;   // fingerprint to accept although the system does not know it
    std::string join_address;  // for the projector to show; empty: that of the server
    bool projector = false;
    bool belongs_to_server = false;  // it came from that server and goes to no other
    client_net::Limits limits{};
};

class Program final : public platform::Application, public ui::Outbox {
public:
    // The ui and the memory outlive the program.
    Program(const Opening&, ui::Ui&, platform::Memory&, Machine);

    void update() override;
    void draw(ui::Ui& ui) override;
    bool finished() const override { return false; }

    // Keeps what changed; `at_once` when the program stops.
    void remember(bool at_once);
    // What the window is called: the exercise and the role.
    std::string title() const;

    const model::Model& model() const { return client_.model(); }
    bool connected() const { return model().link != model::Link::offline; }
    // How many times something came over the line; which refusals came, by key.
    std::uint64_t heard() const { return heard_; }
    const std::vector<std::string>& refusals() const { return refusals_; }

    // The wishes of the screens.
    model::CommandId act(v1::Command command) override;
    void connect(const std::string& typed) override;
    void look_up(const std::string& code) override { client_.look_up(code); }
    void join(const std::string& code, const std::string& name,
              const std::string& language) override {
        client_.join(code, name, language);
    }
    void reenter(const std::string& code, const std::string& reentry_code) override {
        client_.reenter(code, reentry_code);
    }
    void open_as_trainer(const std::string& key, const std::string& digits) override {
        client_.open_as_trainer(key, digits);
    }
    void attach(const std::string& code) override { client_.attach(code); }
    void say(v1::ClientFrame frame) override { client_.say(std::move(frame)); }
    void choose_role(const std::string& role) override { client_.choose_role(role); }
    void sign_out() override;
    std::string keep_page(const std::string& name, const std::string& html) override;
    void accept_certificate(const std::string& fingerprint) override;
    void go_back(std::size_t place) override;
    // Takes the latest way back that leads into the exercise it was opened for, if any.
    void go_back_if_here();
    void come_back_here() override;
    void settle_kept(bool send) override;
    void forget() override;

private:
    void open(const Opening& opening);
    std::string sentence(const std::string& key, const std::vector<std::string>& arguments) const;
    void flush();
    void take_in(const client_net::Event& event);
    void take_refusals();
    void remember_place();
    void leave_session();
    void list_ways_back();
    void close_here(client_net::Reason reason);
    platform::RememberedPlace own_place() const;
    bool closed_here() const;
    bool over() const;

    ui::Ui& ui_;
    platform::Memory& memory_;
    Machine machine_;
    platform::RememberedSettings remembered_;
    std::vector<platform::RememberedPlace> ways_back_;
    platform::RememberedPlace going_back_;  // the one that was chosen of them
    bool drafts_taken_ = false;
    bool signs_out_ = false;
    std::string certificate_;
    client_net::Limits limits_;
    model::Client client_;
    ui::App app_;
    ui::LinkTrouble trouble_;
    std::string address_;
    std::vector<client_net::Event> events_;
    std::uint64_t heard_ = 0;
    std::vector<std::string> refusals_;
    // Last: its thread ends before anything it wakes is gone.
    std::unique_ptr<client_net::Connection> connection_;
};

// The caller's clock of draw() and update(): milliseconds that never go back.
std::int64_t steady_ms();

}  // namespace casustafel::program
