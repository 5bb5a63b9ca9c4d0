#include "client/ui/table/conversation.hpp"

#include <algorithm>
#include <map>

namespace casustafel::ui {
namespace {

TalkLine line_of(const Panel& panel, const v1::Message& message) {
    return {message.at_sim_ms(), message.sender(), message.text(), message.sender() == panel.role,
            nullptr};
}

// With whom a message or share outside a meeting was exchanged, seen from this role.
std::vector<std::string> others(const Panel& panel, const std::string& from,
                                const google::protobuf::RepeatedPtrField<std::string>& to) {
    if (from != panel.role) return {from};
    return {to.begin(), to.end()};
}

void sort_lines(Conversation& conversation) {
    std::stable_sort(
        conversation.lines.begin(), conversation.lines.end(),
        [](const TalkLine& one, const TalkLine& other) { return one.at_sim_ms < other.at_sim_ms; });
}

int nearness(const Panel& panel, const v1::Meeting& meeting) {
    return is_present(meeting, panel.role) ? 2 : meeting.may_enter() ? 1 : 0;
}

}  // namespace

bool is_present(const v1::Meeting& meeting, std::string_view role) {
    return std::find(meeting.present().begin(), meeting.present().end(), role) !=
           meeting.present().end();
}

std::vector<Conversation> conversations(const Panel& panel) {
    std::map<std::string, std::vector<TalkLine>> lines;
    for (const v1::Message* message : panel.view->all<v1::Message>()) {
        if (!message->meeting().empty()) {
            lines["meeting:" + message->meeting()].push_back(line_of(panel, *message));
            continue;
        }
        for (const std::string& other : others(panel, message->sender(), message->to())) {
            lines["role:" + other].push_back(line_of(panel, *message));
        }
    }
    for (const v1::Share* share : panel.view->all<v1::Share>()) {
        const TalkLine line{
            share->at_sim_ms(), share->giver(), {}, share->giver() == panel.role, share};
        if (!share->meeting().empty()) {
            lines["meeting:" + share->meeting()].push_back(line);
            continue;
        }
        for (const std::string& other : others(panel, share->giver(), share->to()))
            lines["role:" + other].push_back(line);
    }
    std::vector<Conversation> all;
    // The meeting one is in comes first, then those one may enter.
    auto meetings = panel.view->all<v1::Meeting>();
    std::stable_sort(meetings.begin(), meetings.end(),
                     [&](const v1::Meeting* one, const v1::Meeting* other) {
                         return nearness(panel, *one) > nearness(panel, *other);
                     });
    for (const v1::Meeting* meeting : meetings) {
        std::string note = enumerate(panel, {meeting->members().begin(), meeting->members().end()});
        all.push_back({"meeting:" + meeting->id(),
                       panel.in(meeting->name()),
                       std::move(note),
                       meeting,
                       {},
                       {}});
    }
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        const std::string key = "role:" + role->id();
        if (role->id() == panel.role || (role->occupant() == 0 && !lines.contains(key))) continue;
        all.push_back({key,
                       role->id() + "  " + panel.role_name(role->id()),
                       panel.occupant_name(*role),
                       nullptr,
                       role->id(),
                       {}});
    }
    for (Conversation& each : all) {
        each.lines = std::move(lines[each.key]);
        sort_lines(each);
    }
    return all;
}

}  // namespace casustafel::ui
