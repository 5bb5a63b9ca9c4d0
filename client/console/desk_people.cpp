// Who looks on, and going on from an earlier moment.
#include <charconv>
#include <cstdio>
#include <optional>

#include "client/console/desk.hpp"
#include "client/console/typed/numbers.hpp"

namespace casustafel::console {
namespace {

std::uint32_t minutes_in(const std::string& typed) {
    std::uint32_t minutes = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), minutes);
    return minutes;
}

// "D1 12:00" or "12:00", as the case counts; nothing when it is no time.
std::optional<std::int64_t> time_in(const std::string& typed) {
    int day = 0, hour = 0, minute = 0;
    if (std::sscanf(typed.c_str(), "D%d %d:%d", &day, &hour, &minute) != 3) {
        day = 0;
        if (std::sscanf(typed.c_str(), "%d:%d", &hour, &minute) != 2) return std::nullopt;
    }
    constexpr std::int64_t minute_ms = 60'000;
    return ((std::int64_t{day} * 24 + hour) * 60 + minute) * minute_ms;
}

}  // namespace

// observers CODE: with which codes and links those come in who look on.
int Desk::observers() {
    if (!attach()) return out_of_reach();
    for (const v1::ObserverLink& link : model().observer_links) {
        printer_.say("console.observer_link",
                     {std::to_string(link.observer()), model().observer_name_of(link.observer()),
                      link.code(), link.address()});
        printer_.object({{"observer", std::to_string(link.observer())},
                         {"code", json_string(link.code())},
                         {"address", json_string(link.address())}});
    }
    if (model().observer_links.empty()) printer_.say("console.no_observers");
    return 0;
}

// observer CODE Z 5 --name "…": somebody may look on with this table or role ("all": with all),
// so many minutes later.
int Desk::observer() {
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    v1::InviteObserver& wish = *frame.mutable_invite_observer();
    wish.set_name(options_.name);
    const model::View& view = *model().view("trainer");
    if (view.find<v1::Table>(options_.argument) != nullptr)
        wish.set_table(options_.argument);
    else if (!options_.argument.empty() && options_.argument != "all")
        wish.set_role(options_.argument);
    wish.set_delay_minutes(minutes_in(options_.second));
    const std::size_t known = model().observer_links.size();
    talk_.client().say(frame);
    if (!answered([&] { return model().observer_links.size() > known; })) return out_of_reach();
    const v1::ObserverLink& link = model().observer_links.back();
    printer_.say("console.observer_link",
                 {std::to_string(link.observer()), options_.name, link.code(), link.address()});
    printer_.object({{"observer", std::to_string(link.observer())},
                     {"code", json_string(link.code())},
                     {"address", json_string(link.address())}});
    return 0;
}

// restart CODE 2: from the start of round 2.   restart CODE "D0 13:40": from that time.
// restart CODE moment 3: from the third moment that was bookmarked.
int Desk::restart_from() {
    if (!attach()) return out_of_reach();
    v1::ClientFrame frame;
    v1::ForkSession& wish = *frame.mutable_fork_session();
    wish.set_code(options_.code);
    wish.set_request_id(talk_.client().new_token());
    const auto moments = model().view("trainer")->all<v1::Moment>();
    const auto time = time_in(options_.argument);
    const std::uint32_t number = minutes_in(options_.argument);
    if (options_.argument == "moment") {
        const std::uint64_t id = id_at(moments, options_.second);
        if (id == 0) {
            printer_.complain("refusal.unknown_moment");
            return 2;
        }
        wish.set_moment(id);
    } else if (time) {
        wish.set_sim_ms(*time);
    } else {
        wish.set_round(number);
    }
    if (const int code = ask_whether(printer_.words("restart.body")); code != 0) return code;
    talk_.client().say(frame);
    if (!answered([&] { return !model().created_code.empty(); })) return out_of_reach();
    printer_.say("console.restarted", {model().created_code, options_.code});
    printer_.object({{"code", json_string(model().created_code)}});
    return 0;
}

}  // namespace casustafel::console
