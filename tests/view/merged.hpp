#pragma once
// What a client makes of the frames it gets: the entities by key, replaced and dropped as a patch
// says.
#include <map>
#include <string>

#include "casustafel/v1/view.pb.h"
#include "server/view/project.hpp"

namespace casustafel::view {

using Entities = std::map<Key, std::string>;  // each entity as bytes, its clock reading left out

class Merged {
public:
    // Takes a piece of an encoded ServerBatch; what is no honest patch of this view is a complaint.
    void take(const std::string& batch);

    const Entities& entities() const { return entities_; }
    const std::string& complaint() const { return complaint_; }

private:
    void take(const v1::ViewPatch&);

    Entities entities_;
    std::string complaint_;
};

// What a whole view holds now, projected key by key.
Entities projected(const core::State&, core::Stamp now, const Viewer&);

// The entity without the reading that says when it was taken.
std::string timeless(v1::Entity);

}  // namespace casustafel::view
