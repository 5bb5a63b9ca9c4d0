#include "client/platform/memory.hpp"

#include <utility>

namespace casustafel::platform {
namespace {

constexpr std::int64_t between_writes_ms = 1'000;
// The server erases the names of an exercise after so long, and nobody comes back after that.
constexpr int days_kept = 60;

constexpr std::string_view kinds[] = {"place-", "drafts-", "acts-", "used-"};

std::string named(std::string_view kind, const std::string& owner) {
    return std::string(kind) + owner;
}

}  // namespace

Memory::Memory(std::unique_ptr<Keeping> keeping) : keeping_(std::move(keeping)) {
    for (const std::string_view kind : kinds) keeping_->forget_older(kind, days_kept);
}

RememberedSettings Memory::settings() const {
    return read_settings(keeping_->read(settings_.name).value_or(std::string()));
}

bool Memory::first_start() const { return !keeping_->read(settings_.name); }

std::vector<RememberedPlace> Memory::places() const {
    std::vector<RememberedPlace> places;
    for (const std::string& name : keeping_->names("place-")) {
        RememberedPlace place = read_place(keeping_->read(name).value_or(std::string()));
        const std::string owner = place.owner();
        if (place.token.empty() || name != named("place-", owner)) continue;
        if (owner == owner_ || keeping_->claim(named("used-", owner)))
            places.push_back(std::move(place));
    }
    return places;
}

bool Memory::take(const RememberedPlace& person) {
    const std::string owner = person.owner();
    if (owner == owner_) return true;
    if (shared_) return false;
    Claim claim = keeping_->claim(named("used-", owner));
    if (!claim) return false;
    let_go();
    owner_ = owner;
    claim_ = std::move(claim);
    place_ = {named("place-", owner), {}, {}};
    drafts_ = {named("drafts-", owner), {}, {}};
    acts_ = {named("acts-", owner), {}, {}};
    // What is kept is what was written: without drafts the file goes.
    drafts_.content = drafts_.written = kept(drafts_);
    acts_.content = acts_.written = kept(acts_);
    return true;
}

void Memory::let_go() {
    owner_.clear();
    claim_.reset();
    place_ = drafts_ = acts_ = {};
}

std::string Memory::kept(const Slot& slot) const {
    return owner_.empty() ? std::string() : keeping_->read(slot.name).value_or(std::string());
}

void Memory::put(Slot& slot, std::string content) {
    if (shared_ || slot.content == content) return;
    slot.content = std::move(content);
    slot.waits = slot.content != slot.written;
}

void Memory::put_of_person(Slot& slot, std::string content) {
    if (!owner_.empty()) put(slot, std::move(content));
}

void Memory::keep(const RememberedSettings& settings) { put(settings_, write_settings(settings)); }

void Memory::keep(const RememberedPlace& place) {
    if (place.owner() == owner_) put(place_, write_place(place));
}

void Memory::keep_drafts(const std::string& text) { put_of_person(drafts_, text); }
void Memory::keep_acts(const std::string& text) { put_of_person(acts_, text); }

bool Memory::write(std::int64_t now_ms, bool at_once) {
    const bool waits = settings_.waits || place_.waits || drafts_.waits || acts_.waits;
    if (!waits) return false;
    if (!at_once && now_ms - written_at_ms_ < between_writes_ms) return true;
    written_at_ms_ = now_ms;
    for (Slot* slot : {&settings_, &place_, &drafts_, &acts_}) {
        if (!slot->waits) continue;
        if (slot->content.empty())
            keeping_->forget(slot->name);
        else if (!keeping_->write(slot->name, slot->content) && !keeping_->place().empty())
            troubled_ = true;
        // A disk that refuses is not asked again until there is something new to keep.
        slot->written = slot->content;
        slot->waits = false;
    }
    return false;
}

std::string Memory::take_trouble() {
    if (!troubled_ || std::exchange(told_, true)) return {};
    return keeping_->place();
}

void Memory::drop(Slot& slot) {
    if (!slot.name.empty()) keeping_->forget(slot.name);
    slot.content.clear();
    slot.written.clear();
    slot.waits = false;
}

void Memory::forget_place(const RememberedPlace& place) {
    if (place.owner() == owner_) return drop(place_);
    if (keeping_->claim(named("used-", place.owner())))
        keeping_->forget(named("place-", place.owner()));
}

void Memory::forget_person() {
    if (owner_.empty()) return;
    for (const std::string_view kind : kinds) keeping_->forget(named(kind, owner_));
    let_go();
}

void Memory::share_workstation(bool shared) {
    if (shared == shared_) return;
    shared_ = shared;
    if (!shared) return;
    let_go();
    // Not what somebody in another window here is busy with.
    for (const std::string_view kind : kinds)
        for (const std::string& name : keeping_->names(kind)) {
            const std::string owner = name.substr(kind.size());
            if (!keeping_->claim(named("used-", owner))) continue;
            keeping_->forget(name);
            keeping_->forget(named("used-", owner));
        }
    drop(settings_);
}

}  // namespace casustafel::platform
