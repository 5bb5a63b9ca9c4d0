// A session goes on as another one, from an earlier moment: the new one is made beside the loop,
// and then everybody is moved to it at once. The code of the old one leads to the new one; trainers
// still look into the old one, which takes nothing any more.
#include <algorithm>

#include "proto/contract/limits.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/host.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

// Where somebody with the code of this session is led to.
Session* Host::going_on(Session* session) {
    while (session != nullptr && !session->continued_as().empty()) {
        const auto next = sessions_.find(session->continued_as());
        if (next == sessions_.end()) break;
        session = next->second.get();
        session->reach();
    }
    return session;
}

void Host::fork(ConnectionId id, Visitor& visitor, const v1::ForkSession& wish) {
    const auto about = contract::client_frame::fork_session;
    const auto no = [&](Refusal why) { refuse(id, about, contract::name(why)); };
    Session* session = wanted(id, visitor, wish.code(), about);
    if (session == nullptr) return;
    for (const auto& [code, other] : sessions_) {
        if (wish.request_id().empty() || other->request_id() != wish.request_id()) continue;
        v1::ServerFrame answer;  // asked twice, made once
        answer.mutable_session_created()->set_request_id(wish.request_id());
        answer.mutable_session_created()->set_code(code);
        return say(id, answer);
    }
    if (wish.request_id().size() > contract::limits::fork_session_request_id_most_bytes)
        return no(Refusal::bad_request);
    if (maker_.joins(wish.request_id(), id)) return;
    if (!session->reception().may_decide(visitor.number)) return no(Refusal::lead_only);
    if (session->held() && session->continued_as().empty()) return no(Refusal::session_held);
    if (open_sessions() + maker_.count() >= limits::sessions ||
        sessions_.size() + maker_.count() >= limits::sessions_in_memory)
        return no(Refusal::too_many_sessions);
    const std::string code = free_code();
    forking_[code] = visitor.number;
    maker_.fork({session->entry().scenario(), wish.request_id(), session->card(), visitor.number},
                {session->id(), session->code(), session->scenario(), wish}, code, id);
}

// Everybody in the session from which this one goes on, and in those as which that one already did.
void Host::go_on_in(Session& fork) {
    const auto asked = forking_.extract(fork.code());
    if (asked.empty()) return;
    std::vector<Session*> left;
    for (auto found = sessions_.find(fork.entry().forked_from());
         found != sessions_.end() && found->second.get() != &fork;
         found = sessions_.find(left.back()->continued_as()))
        left.push_back(found->second.get());
    for (Session* each : left) each->continue_as(fork.code());
    fork.begin_as_fork(left.empty() ? std::string() : left.front()->id());
    for (auto& [connection, visitor] : visitors_) {
        if (std::ranges::find(left, visitor.session) == left.end()) continue;
        const Watcher was = visitor.session->watcher(connection);
        const std::string name = visitor.session->name_of(was.participant);
        settle_in(connection, visitor, &fork);
        fork.move_in(connection, was, name);
    }
    fork.everybody_moved(asked.mapped());
    told_list_changes();
}

}  // namespace casustafel::hosting
