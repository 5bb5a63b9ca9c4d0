#pragma once
// How often an address may be wrong. Codes and keys can be guessed, so an address that was wrong
// too often is not listened to for a while: nothing it tries is looked up then, right or wrong, and
// the while doubles each time. The first budget is large enough for the typing errors of a class
// behind one address. Other addresses notice nothing. README.md §guessing says what it gives.
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::hosting {

class GuessGuard {
public:
    // Whether an attempt from this address is looked up now.
    bool listens_to(const PeerAddress&, std::int64_t now_ms) const;
    // An attempt from this address was wrong. True: it is not listened to from now on.
    bool wrong(const PeerAddress&, std::int64_t now_ms);
    // For how long this address is not listened to any more; 0: it is.
    std::int64_t deaf_for_ms(const PeerAddress&, std::int64_t now_ms) const;

private:
    struct Guesser {
        int wrong = 0;   // since the last pause
        int pauses = 0;  // each twice as long as the one before
        std::int64_t deaf_until_ms = 0;
        std::int64_t last_wrong_ms = 0;
    };
    void forget_the_quiet(std::int64_t now_ms);

    std::unordered_map<PeerAddress, Guesser> guessers_;
};

}  // namespace casustafel::hosting
