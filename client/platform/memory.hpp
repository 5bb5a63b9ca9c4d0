#pragma once
// What this program takes from one run to the next: settings, the place in an exercise, and drafts
// through a crash. It writes what changed, at most once a second, and nothing at all on a shared
// workstation.
#include <cstdint>
#include <string>

#include "client/platform/keeping.hpp"
#include "client/platform/remembered.hpp"

namespace casustafel::platform {

class Memory {
public:
    explicit Memory(Keeping keeping) : keeping_(std::move(keeping)) {}

    RememberedSettings settings() const;
    RememberedPlace place() const;
    // Gives the drafts of this person in this exercise, and nothing when there are none or they are
    // somebody else's.
    std::string drafts(const std::string& code, std::uint32_t participant) const;

    // Gives the acts of this person in this exercise that were not sent yet.
    std::string acts(const std::string& code, std::uint32_t participant) const;

    void keep(const RememberedSettings& settings);
    void keep(const RememberedPlace& place);
    // Keeps the drafts. An empty text means that there are none any more.
    void keep_drafts(const std::string& code, std::uint32_t participant, const std::string& text);
    void keep_acts(const std::string& code, std::uint32_t participant, const std::string& text);

    // Writes what waits when a second has passed since the last time, or at once. True means that
    // something still waits.
    bool write(std::int64_t now_ms, bool at_once = false);

    // Forgets the place, since the way back does not work any more.
    void forget_place();
    // Forgets the place and the drafts, since the person signed out.
    void forget_person();
    // Forgets everything and keeps nothing from here on, or keeps things again.
    void share_workstation(bool shared);

private:
    struct Slot {
        std::string name, content, written;
        bool waits = false;
    };
    void put(Slot& slot, std::string content);
    std::string owned(const Slot& slot, const std::string& code, std::uint32_t participant) const;
    void drop(Slot& slot);

    Keeping keeping_;
    bool shared_ = false;
    std::int64_t written_at_ms_ = -1'000'000;
    Slot settings_{"settings", {}, {}}, place_{"place", {}, {}}, drafts_{"drafts", {}, {}},
        acts_{"acts", {}, {}};
};

}  // namespace casustafel::platform
