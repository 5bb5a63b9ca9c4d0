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
    // The drafts of this person in this exercise; empty: none, or somebody else's.
    std::string drafts(const std::string& code, std::uint32_t participant) const;

    // The same of acts that were not sent yet.
    std::string acts(const std::string& code, std::uint32_t participant) const;

    void keep(const RememberedSettings& settings);
    void keep(const RememberedPlace& place);
    // Empty text: there are no drafts any more.
    void keep_drafts(const std::string& code, std::uint32_t participant, const std::string& text);
    void keep_acts(const std::string& code, std::uint32_t participant, const std::string& text);

    // Writes what waits when a second has passed since the last time, or at once. True: something
    // still waits.
    bool write(std::int64_t now_ms, bool at_once = false);

    // The way back does not work any more.
    void forget_place();
    // The place and the drafts go: the person signed out.
    void forget_person();
    // All of it goes and nothing is kept from here on, or things are kept again.
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
