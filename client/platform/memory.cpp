#include "client/platform/memory.hpp"

namespace casustafel::platform {
namespace {

constexpr std::int64_t between_writes_ms = 1'000;

std::string owner_line(const std::string& code, std::uint32_t participant) {
    return code + " p" + std::to_string(participant) + "\n";
}

}  // namespace

RememberedSettings Memory::settings() const {
    return read_settings(keeping_.read(settings_.name).value_or(std::string()));
}

RememberedPlace Memory::place() const {
    return read_place(keeping_.read(place_.name).value_or(std::string()));
}

std::string Memory::owned(const Slot& slot, const std::string& code,
                          std::uint32_t participant) const {
    const std::string kept = keeping_.read(slot.name).value_or(std::string());
    const std::string owner = owner_line(code, participant);
    return kept.starts_with(owner) ? kept.substr(owner.size()) : std::string();
}

std::string Memory::drafts(const std::string& code, std::uint32_t participant) const {
    return owned(drafts_, code, participant);
}

std::string Memory::acts(const std::string& code, std::uint32_t participant) const {
    return owned(acts_, code, participant);
}

void Memory::put(Slot& slot, std::string content) {
    if (shared_ || slot.content == content) return;
    slot.content = std::move(content);
    slot.waits = slot.content != slot.written;
}

void Memory::keep(const RememberedSettings& settings) { put(settings_, write_settings(settings)); }

void Memory::keep(const RememberedPlace& place) { put(place_, write_place(place)); }

void Memory::keep_drafts(const std::string& code, std::uint32_t participant,
                         const std::string& text) {
    put(drafts_, text.empty() ? std::string() : owner_line(code, participant) + text);
}

void Memory::keep_acts(const std::string& code, std::uint32_t participant,
                       const std::string& text) {
    put(acts_, text.empty() ? std::string() : owner_line(code, participant) + text);
}

bool Memory::write(std::int64_t now_ms, bool at_once) {
    const bool waits = settings_.waits || place_.waits || drafts_.waits || acts_.waits;
    if (!waits) return false;
    if (!at_once && now_ms - written_at_ms_ < between_writes_ms) return true;
    written_at_ms_ = now_ms;
    for (Slot* slot : {&settings_, &place_, &drafts_, &acts_}) {
        if (!slot->waits) continue;
        if (slot->content.empty())
            keeping_.forget(slot->name);
        else
            keeping_.write(slot->name, slot->content);
        // A disk that refuses is not asked again until there is something new to keep.
        slot->written = slot->content;
        slot->waits = false;
    }
    return false;
}

void Memory::drop(Slot& slot) {
    keeping_.forget(slot.name);
    slot.content.clear();
    slot.written.clear();
    slot.waits = false;
}

void Memory::forget_place() { drop(place_); }

void Memory::forget_person() {
    drop(place_);
    drop(drafts_);
    drop(acts_);
}

void Memory::share_workstation(bool shared) {
    if (shared == shared_) return;
    shared_ = shared;
    if (!shared) return;
    forget_person();
    drop(settings_);
}

}  // namespace casustafel::platform
