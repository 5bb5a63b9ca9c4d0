#include "server/score/cards.hpp"

#include <array>

namespace casustafel::score {
namespace {

constexpr std::array<std::string_view, 4> use_names{"cited", "not_cited", "too_thin", "not_there"};

}  // namespace

std::string_view name(Use use) { return use_names[static_cast<std::size_t>(use)]; }

}  // namespace casustafel::score
