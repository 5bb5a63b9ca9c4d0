#pragma once
// What this program takes from one run to the next: settings, and for each person in an exercise
// the way back, drafts and acts that were not sent. The settings belong to the user of this
// computer; the rest to that person, in files of their own, which one window at a time may have.
// It writes what changed, at most once a second, and nothing at all on a shared workstation.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/platform/keeping.hpp"
#include "client/platform/remembered.hpp"

namespace casustafel::platform {

class Memory {
public:
    // The keeping must not be null.
    explicit Memory(std::unique_ptr<Keeping> keeping);

    RememberedSettings settings() const;
    // Nothing was kept here before: the program starts for the first time.
    bool first_start() const;
    // The ways back that are kept here and that no other window has, the newest first.
    std::vector<RememberedPlace> places() const;

    // Makes what is kept for this person this window's own. False: another window has it, or
    // nothing is kept.
    bool take(const RememberedPlace& person);
    bool holds_person() const { return !owner_.empty(); }
    // Lets go of it: what is kept stays as it is, for the window that has the seat now.
    void let_go();
    // What is kept for the person that was taken, empty when there is nothing.
    std::string drafts() const { return kept(drafts_); }
    // The acts that were not sent yet.
    std::string acts() const { return kept(acts_); }

    void keep(const RememberedSettings& settings);
    // Of the person that was taken; of another nothing is kept.
    void keep(const RememberedPlace& place);
    // An empty text means that there are none any more.
    void keep_drafts(const std::string& text);
    void keep_acts(const std::string& text);

    // Writes what waits when a second has passed since the last time, or at once. True means that
    // something still waits.
    bool write(std::int64_t now_ms, bool at_once = false);
    // Once, when something could not be written: the place that refused; else nothing.
    std::string take_trouble();

    // Forgets this way back, since it does not work any more.
    void forget_place(const RememberedPlace& place);
    // Forgets all of the person that was taken, who signed out.
    void forget_person();
    // Forgets everything and keeps nothing from here on, or keeps things again.
    void share_workstation(bool shared);

private:
    struct Slot {
        std::string name, content, written;
        bool waits = false;
    };
    void put(Slot& slot, std::string content);
    void put_of_person(Slot& slot, std::string content);
    std::string kept(const Slot& slot) const;
    void drop(Slot& slot);

    std::unique_ptr<Keeping> keeping_;
    bool shared_ = false, troubled_ = false, told_ = false;
    std::int64_t written_at_ms_ = -1'000'000;
    Slot settings_{"settings", {}, {}}, place_, drafts_, acts_;
    std::string owner_;  // of the person that was taken; empty: nobody
    Claim claim_;
};

}  // namespace casustafel::platform
