#pragma once
// What reaches one viewer during a run, in order: patches, snapshots after a resume, and the
// answers to its own commands. Two runs that may not differ for the viewer must give the same
// stream, byte for byte.
#include <string>
#include <vector>

#include "run.hpp"
#include "server/view/subscriber.hpp"

namespace casustafel::view {

class Onlooker {
public:
    explicit Onlooker(Viewer viewer, testing::Leak leak = testing::Leak::none);

    void saw(const core::State& after, const core::Record&);
    void answered(const core::Outcome&);
    // A connection begins, or comes back.
    void resumed(const core::State&, core::Stamp now);

    const Viewer& viewer() const { return own_.viewer(); }
    const std::vector<std::string>& stream() const { return stream_; }

private:
    Projector projector_;
    Subscriber own_;
    Subscriber through_;  // the same, as a trainer sees it through this role
    std::vector<std::string> stream_;
};

// The stream's messages in words, for a failing test.
std::string in_words(const std::string& message);

// Where two streams part, in words; empty when the shorter is the beginning of the longer.
std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other);

// Whether the viewer itself is the one who asks.
bool is_own(const core::State&, const Viewer&, const Step&);

}  // namespace casustafel::view
