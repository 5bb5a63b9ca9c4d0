#include "server/core/families/event.hpp"

namespace casustafel::core {

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

bool operator==(const Event& left, const Event& right) {
    return static_cast<const EventKinds&>(left) == static_cast<const EventKinds&>(right);
}

std::string_view event_name(const Event& event) {
    return std::visit([]<class Kind>(const Kind&) { return name_of<Kind>(); }, event);
}

}  // namespace casustafel::core
