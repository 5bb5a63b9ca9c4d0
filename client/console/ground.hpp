#pragma once
// Inside the console only: whom, why, on what basis and how richly something is shared, which
// typed shares and what is said aloud have in common.
#include <algorithm>
#include <optional>

#include "client/console/choices.hpp"
#include "client/console/reading.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

// The number of the form that is meant.
inline std::optional<std::uint32_t> form_number(const Printer& printer, const std::string& typed) {
    const auto form = choose(printer, contract::words<contract::Form>, "form.", typed, 0);
    if (!form) return std::nullopt;
    return static_cast<std::uint32_t>(*contract::named<contract::Form>(*form));
}

template <class Share>
std::optional<Understood> Reading::read_ground(Share& share, const std::string& usage_of) const {
    for (const std::string& each : roles(after({"met", "with"}))) share.add_to(each);
    if (const std::string at = after({"overleg", "meeting"}); !at.empty())
        share.set_meeting(meeting_id(at));
    if (word(1).empty() || (share.to_size() == 0 && share.meeting().empty()))
        return usage(usage_of);
    const std::string why = after({"doel", "purpose"});
    const auto purpose = choose(printer_, contract::words<contract::Purpose>, "purpose.", why);
    if (!purpose) return no_such("purpose", why);
    share.set_purpose(*purpose);
    const std::string basis = after({"grondslag", "basis"});
    if (basis.empty()) return usage(usage_of);
    share.set_basis(meant(view_.all<v1::Basis>(), basis));
    const auto form = form_number(printer_, after({"vorm", "form"}));
    if (!form) return no_such("form", after({"vorm", "form"}));
    share.set_form(*form);
    return std::nullopt;
}

}  // namespace casustafel::console
