#include "client/ui/happenings.hpp"

#include <algorithm>

#include "client/ui/dossier.hpp"
#include "client/ui/requests.hpp"

namespace casustafel::ui {
namespace {

using Names = std::vector<std::string>;

Happening of(const Panel& panel, const v1::Share& share) {
    const Names to(share.to().begin(), share.to().end());
    return {HappeningKind::share, share.at_sim_ms(), share.giver(),
            panel.say(Say::trainer_feed_shared, {share.item(), enumerate(panel, to),
                                                 in_sentence(form_name(panel, share.form()))}),
            panel.say(Say::trainer_did_share, {share.item()})};
}

void add_request(const Panel& panel, const v1::Request& request, std::vector<Happening>& all) {
    const Names to(request.to().begin(), request.to().end());
    const std::string whom = enumerate(panel, to);
    all.push_back({HappeningKind::request, request.at_sim_ms(), request.asker(),
                   panel.say(Say::trainer_feed_asked, {whom, question_text(panel, request)}),
                   panel.say(Say::trainer_did_ask, {to.empty() ? std::string() : to.front()})});
    for (const v1::Answer& answer : request.answers()) {
        // A share that answers is in the list as a share.
        if (answer.kind() == "shared") continue;
        std::string how = in_sentence(panel.word("answer", answer.kind()));
        if (answer.kind() == "refused")
            how += ", " + in_sentence(panel.word("refusal_reason", answer.reason()));
        if (answer.kind() == "referred") how += ", " + answer.referred_to();
        all.push_back({HappeningKind::answer, answer.at_sim_ms(), answer.by(),
                       panel.say(Say::trainer_feed_answered, {request.asker(), how}),
                       panel.say(Say::trainer_did_answer, {request.asker()})});
    }
}

Happening of(const Panel& panel, const v1::Message& message) {
    const v1::Meeting* meeting = panel.view->meeting(message.meeting());
    const Names to(message.to().begin(), message.to().end());
    const std::string where = meeting != nullptr
                                  ? panel.say(Say::trainer_feed_wrote, {panel.in(meeting->name())})
                                  : panel.say(Say::trainer_feed_wrote_to, {enumerate(panel, to)});
    return {HappeningKind::message, message.at_sim_ms(), message.sender(),
            where + ": " + message.text(), panel.say(Say::trainer_did_write)};
}

Happening of(const Panel& panel, const v1::Notice& notice) {
    const Names to(notice.to().begin(), notice.to().end());
    const std::string whom = to.empty() ? panel.say(Say::trainer_everybody) : enumerate(panel, to);
    return {HappeningKind::inject,
            notice.at_sim_ms(),
            {},
            panel.in(notice.title()) + ", " + panel.say(Say::trainer_feed_inject, {whom}),
            {}};
}

}  // namespace

std::vector<Happening> happenings(const Panel& panel) {
    std::vector<Happening> all;
    for (const v1::Share* share : panel.view->shares()) all.push_back(of(panel, *share));
    for (const v1::Request* request : panel.view->requests()) add_request(panel, *request, all);
    for (const v1::Message* message : panel.view->messages()) all.push_back(of(panel, *message));
    for (const v1::Notice* notice : panel.view->notices()) all.push_back(of(panel, *notice));
    std::stable_sort(all.begin(), all.end(), [](const Happening& one, const Happening& other) {
        return one.at_sim_ms > other.at_sim_ms;
    });
    return all;
}

std::string last_act(const Panel& panel, const std::vector<Happening>& all, std::string_view role) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Happening& each) { return each.role == role; });
    if (found == all.end()) return {};
    const std::int64_t minutes = (panel.sim_ms() - found->at_sim_ms) / 60'000;
    return minutes < 1 ? panel.say(Say::trainer_ago_now, {found->brief})
                       : panel.say(Say::trainer_ago, {found->brief, std::to_string(minutes)});
}

}  // namespace casustafel::ui
