#include "server/hosting/guess_guard.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {
namespace {

std::int64_t pause_ms(int pauses_before) {
    std::int64_t pause = limits::first_guess_pause_ms;
    for (int doubled = 0; doubled < pauses_before && pause < limits::longest_guess_pause_ms;
         ++doubled)
        pause *= 2;
    return std::min(pause, limits::longest_guess_pause_ms);
}

}  // namespace

bool GuessGuard::listens_to(const PeerAddress& address, std::int64_t now_ms) const {
    return deaf_for_ms(address, now_ms) == 0;
}

std::int64_t GuessGuard::deaf_for_ms(const PeerAddress& address, std::int64_t now_ms) const {
    const auto found = guessers_.find(address);
    if (found == guessers_.end()) return 0;
    return std::max<std::int64_t>(0, found->second.deaf_until_ms - now_ms);
}

bool GuessGuard::wrong(const PeerAddress& address, std::int64_t now_ms) {
    if (guessers_.size() >= limits::guessers && !guessers_.contains(address))
        forget_the_quiet(now_ms);
    Guesser& guesser = guessers_[address];
    // Typing errors of a morning do not add up; what led to a pause is remembered for a day.
    const std::int64_t quiet_ms = now_ms - guesser.last_wrong_ms;
    if (quiet_ms > limits::guess_pauses_forgotten_after_ms) guesser = {};
    if (quiet_ms > limits::guesses_forgotten_after_ms) guesser.wrong = 0;
    guesser.last_wrong_ms = now_ms;
    const int budget =
        guesser.pauses == 0 ? limits::guesses_before_a_pause : limits::guesses_after_a_pause;
    if (++guesser.wrong < budget) return false;
    guesser.deaf_until_ms = now_ms + pause_ms(guesser.pauses++);
    guesser.wrong = 0;
    return true;
}

// Those who were wrong longest ago make room, a tenth of all at once, so that a crowd of addresses
// costs each of them little; those in a pause stay as long as possible.
void GuessGuard::forget_the_quiet(std::int64_t now_ms) {
    std::erase_if(guessers_, [&](const auto& entry) {
        return entry.second.deaf_until_ms <= now_ms &&
               now_ms - entry.second.last_wrong_ms > limits::guesses_forgotten_after_ms;
    });
    if (guessers_.size() < limits::guessers) return;
    std::vector<std::pair<std::int64_t, PeerAddress>> by_age;
    by_age.reserve(guessers_.size());
    for (const auto& [address, guesser] : guessers_)
        by_age.emplace_back(std::max(guesser.deaf_until_ms, guesser.last_wrong_ms), address);
    const auto oldest = by_age.begin() + static_cast<std::ptrdiff_t>(by_age.size() / 10 + 1);
    std::nth_element(by_age.begin(), oldest - 1, by_age.end());
    for (auto each = by_age.begin(); each != oldest; ++each) guessers_.erase(each->second);
}

}  // namespace casustafel::hosting
