#include "witness.hpp"

#include <algorithm>

#include "proto/contract/hex.hpp"
#include "server/codec/command.hpp"
#include "server/core/rules/decide.hpp"

namespace casustafel::simulation {
namespace {

std::string hex(const std::string& bytes) { return contract::to_hex(bytes.substr(0, 4)); }

// What was asked, without who and under which number.
std::string content(v1::Command command) {
    command.clear_command_id();
    return command.SerializeAsString();
}

// The log's own words for an act, as the client would have said it.
std::string content(const core::Record& record) {
    v1::Command command = codec::encode_command(*record.command);
    command.set_as_role(record.actor.role.value);
    return content(std::move(command));
}

}  // namespace

bool is_own_of_a_seat(const std::string& view, const v1::Entity& entity) {
    return view == "seat" && entity.has_help_call();
}

Story::Story(const core::Scenario& scenario, std::vector<core::Record> log)
    : records(std::move(log)), truth(scenario, records) {
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (const auto* who = std::get_if<core::ParticipantJoined>(&event)) {
                joined[static_cast<std::uint32_t>(who->participant)] = record.seq;
            }
        }
        if (!record.command) continue;
        const std::pair key{static_cast<std::uint32_t>(record.actor.participant),
                            std::string(record.command_id.begin(), record.command_id.end())};
        if (!acts.emplace(key, record.seq).second) {
            complaints.push_back("the log has act " + hex(key.second) + " of p" +
                                 std::to_string(key.first) + " twice, at " +
                                 std::to_string(acts[key]) + " and " + std::to_string(record.seq));
        }
    }
}

void Witness::Picture::put(const std::string& key, Print print) {
    Print& known = entities[key];
    sum += print - known;
    known = print;
}

void Witness::opened() {
    views_.clear();
    facts_.push_back({Kind::opened, {}, 0, 0, -1});
}

void Witness::said(std::string_view client_frame) {
    v1::ClientFrame frame;
    frame.ParseFromArray(client_frame.data(), static_cast<int>(client_frame.size()));
    if (frame.has_command()) {
        acts_[frame.command().command_id()] = {participant_, content(frame.command()), false,
                                               false};
    }
}

void Witness::heard(std::string_view server_batch) {
    v1::ServerBatch batch;
    batch.ParseFromArray(server_batch.data(), static_cast<int>(server_batch.size()));
    for (const v1::ServerFrame& frame : batch.frames()) hear(frame);
}

void Witness::hear(const v1::ServerFrame& frame) {
    if (frame.has_view()) merge(frame.view());
    if (frame.has_view_closed()) views_.erase(frame.view_closed().view());
    if (frame.has_joined()) {
        participant_ = frame.joined().participant();
        facts_.push_back({Kind::joined, {}, 0, participant_, -1});
    }
    if (frame.has_accepted()) {
        facts_.push_back({Kind::accepted, frame.accepted().command_id(), 0, participant_, -1});
        acts_[frame.accepted().command_id()].accepted = true;
    }
    if (frame.has_rejected()) {
        facts_.push_back({Kind::rejected, frame.rejected().command_id(), 0, participant_, -1,
                          frame.rejected().reason()});
        acts_[frame.rejected().command_id()].rejected = true;
    }
    for (const auto& [who, name] : frame.names().names()) named_.insert(who);
}

void Witness::merge(const v1::ViewPatch& patch) {
    Picture& picture = views_[patch.view()];
    if (patch.snapshot()) picture = {};
    Fact fact{Kind::view, patch.view(), 0, 0, -1};
    for (const v1::Entity& entity : patch.entities()) {
        if (is_own_of_a_seat(patch.view(), entity)) continue;
        picture.put(entity.key(), print_of(entity));
        if (entity.has_session()) fact.sim_ms = entity.session().sim_ms();
    }
    for (const std::string& key : patch.gone()) picture.put(key, 0);
    fact.print = picture.sum;
    facts_.push_back(std::move(fact));
}

std::vector<std::string> Witness::complaints(const Story& story) const {
    std::vector<std::string> out;
    std::size_t position = 0;
    std::int64_t sim_ms = 0;
    for (const Fact& fact : facts_) {
        if (fact.kind == Kind::opened) position = 0, sim_ms = 0;
        if (fact.kind == Kind::view) check_view(fact, story, position, out);
        if (fact.kind == Kind::accepted || fact.kind == Kind::rejected) {
            check_answer(fact, story, position, out);
        }
        if (fact.kind == Kind::joined) {
            const auto found = story.joined.find(fact.participant);
            if (found == story.joined.end()) {
                out.push_back(name_ + " was let in as p" + std::to_string(fact.participant) +
                              ", who is not in the log");
            } else {
                position = std::max(position, found->second);
            }
        }
        if (fact.sim_ms >= 0 && fact.sim_ms < sim_ms) {
            out.push_back(name_ + " saw the case's time go back from " + std::to_string(sim_ms) +
                          " to " + std::to_string(fact.sim_ms));
        }
        sim_ms = std::max(sim_ms, fact.sim_ms);
    }
    for (const auto& [id, act] : acts_) {
        if (act.accepted && act.rejected) {
            out.push_back(name_ + "'s act " + hex(id) + " was both accepted and rejected");
        }
    }
    for (const std::uint32_t who : named_) {
        if (!story.joined.contains(who)) {
            out.push_back(name_ + " was told the name of p" + std::to_string(who) +
                          ", who is not in the log");
        }
    }
    return out;
}

void Witness::check_view(const Fact& fact, const Story& story, std::size_t& position,
                         std::vector<std::string>& out) const {
    if (const auto found = story.truth.find(fact.what, fact.print, position)) {
        position = *found;
        return;
    }
    const auto earlier = story.truth.find(fact.what, fact.print, 0);
    out.push_back(name_ + " had a view " + fact.what + " that " +
                  (earlier ? "was true only before, at " + std::to_string(*earlier) + ", "
                           : std::string("was never true, ")) +
                  "after position " + std::to_string(position) + " of " +
                  std::to_string(story.truth.length()));
}

void Witness::check_answer(const Fact& fact, const Story& story, std::size_t& position,
                           std::vector<std::string>& out) const {
    const auto said = acts_.find(fact.what);
    const auto found = story.acts.find({fact.participant, fact.what});
    if (fact.kind == Kind::rejected) {
        if (found != story.acts.end()) {
            out.push_back(name_ + "'s act " + hex(fact.what) + " was rejected (" + fact.reason +
                          ") and stands in the log at " + std::to_string(found->second));
        }
        return;
    }
    if (found == story.acts.end()) {
        out.push_back(name_ + "'s act " + hex(fact.what) + " was accepted and is not in the log");
        return;
    }
    position = std::max(position, found->second);
    const core::Record& record = story.records[found->second - 1];
    const bool resumed = std::holds_alternative<core::NoteRecovery>(*record.command);
    if (!resumed && said != acts_.end() && !said->second.bytes.empty() &&
        content(record) != said->second.bytes) {
        out.push_back(name_ + "'s act " + hex(fact.what) + " stands in the log as something else");
    }
}

}  // namespace casustafel::simulation
