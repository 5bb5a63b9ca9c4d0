#pragma once
// A made-up session as the client knows it, for drawing screens: the family Terhorst of case A,
// as a participant, a trainer or somebody in the lobby sees it. `crowd` adds until lists overflow.
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// An outbox that remembers what was asked.
class Remembered final : public Outbox {
public:
    model::CommandId act(v1::Command command) override {
        acts.push_back(std::move(command));
        return {};
    }
    void connect(const std::string& address) override { wishes.push_back("connect " + address); }
    void look_up(const std::string& code) override { wishes.push_back("look_up " + code); }
    void join(const std::string& code, const std::string& name,
              const std::string& language) override {
        wishes.push_back("join " + code + " " + name + " " + language);
    }
    void reenter(const std::string& code, const std::string& reentry) override {
        wishes.push_back("reenter " + code + " " + reentry);
    }
    void open_as_trainer(const std::string& key, const std::string& digits) override {
        wishes.push_back("trainer " + key + digits);
    }
    void attach(const std::string& code) override { wishes.push_back("attach " + code); }
    void sign_out() override { wishes.push_back("sign_out"); }
    void choose_role(const std::string& role) override { wishes.push_back("role " + role); }
    void say(v1::ClientFrame frame) override { said.push_back(std::move(frame)); }

    std::string keep_page(const std::string& name, const std::string& html) override {
        pages.push_back(html);
        return "/documenten/" + name;
    }
    void accept_certificate(const std::string& fingerprint) override {
        accepted.push_back(fingerprint);
    }
    void go_back(std::size_t place) override {
        wishes.push_back("go_back " + std::to_string(place));
    }
    void come_back_here() override { wishes.push_back("come_back_here"); }
    void settle_kept(bool send) override { wishes.push_back(send ? "send kept" : "drop kept"); }
    void forget() override { wishes.push_back("forget"); }

    std::vector<std::string> pages, accepted;
    std::vector<v1::Command> acts;
    std::vector<std::string> wishes;
    std::vector<v1::ClientFrame> said;
};

// Where people come in, with the QR code of a server (only its corners are right).
v1::Invitation an_invitation();

// Sees the lobby after typing the code; has not joined.
model::Model lobby_world();
// Joined as Samira, seated as VT, not started.
model::Model seated_world();
// The same, running: Dag 0, 10:15.
model::Model table_world();
// The same in a swap with OVJ: stage writing or reading.
model::Model swap_world(const std::string& stage);
// The same, ended because the time of the case is up.
v1::Entity ending_of_the_case();
model::Model ended_world();
// Running, before anything happened: no items, no requests, no talk.
model::Model empty_world();
// Far more of everything than fits.
model::Model crowded_world();
// As the trainer sees table_world / crowded_world.
model::Model trainer_world();
model::Model crowded_trainer_world();
// A trainer who has not chosen a session yet.
model::Model desk_world();
// Lost the connection while two acts wait.
model::Model offline(model::Model model);
// The case says of this basis where it comes from; nobody confirmed it.
void give_source(model::Model&, const std::string& basis, const std::string& source);

}  // namespace casustafel::ui
