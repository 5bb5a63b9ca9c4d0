#include "client/net/ways.hpp"

#include <utility>

namespace casustafel::client_net {
namespace {

constexpr std::int64_t soon_ms = 10'000;
constexpr int cuts_in_a_row = 2;
// A way that worked is given up only after so many attempts: it is rather the network that is gone.
constexpr int deaf_although_it_works = 6;

}  // namespace

bool Ways::take_next() {
    works_ = false;
    deaf_ = cut_ = 0;
    const bool last = way_ == Way::poll;
    way_ = last ? Way::socket : static_cast<Way>(static_cast<int>(way_) + 1);
    return !last;
}

bool Ways::ended(const Attempt& attempt) {
    if (attempt.told) {
        deaf_ = cut_ = 0;
        works_ = true;
        return false;
    }
    if (!attempt.heard) {
        const int most = works_ ? deaf_although_it_works : 1;
        return ++deaf_ >= most && take_next();
    }
    works_ = true;
    deaf_ = 0;
    if (attempt.lived_ms >= soon_ms) {
        cut_ = 0;
        return false;
    }
    // Polling is the last there is; what cuts it would cut the others.
    return ++cut_ >= cuts_in_a_row && way_ != Way::poll && take_next();
}

}  // namespace casustafel::client_net
