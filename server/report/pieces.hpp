#pragma once
// Inside report only: the fields of an event as pieces of a sentence, each written by its type. A
// text is quoted; a flag that is up says the sentence `report.story.<its name>`.
#include "server/report/teller.hpp"

namespace casustafel::report {

struct Pieces {
    const Course& course;

    const Wording& wording() const { return course.wording; }
    Html word(std::string_view list, std::string_view name) const {
        return Html::text(wording().word(list, name));
    }

    Html written(const core::RoleId& id) const { return wording().role(id); }
    Html written(const core::ItemId& id) const { return wording().item(id); }
    Html written(const std::vector<core::ItemId>& ids) const { return wording().items(ids); }
    Html written(const core::PersonId& id) const { return wording().person(id); }
    Html written(const core::MeetingId& id) const { return wording().meeting(id); }
    Html written(const core::DecisionId& id) const { return wording().decision(id); }
    Html written(const core::InterventionId& id) const { return wording().intervention(id); }
    Html written(const core::EndingId& id) const { return titled(id); }
    Html written(const core::PromptId& id) const { return titled(id); }
    Html written(core::Mark mark) const { return word("report.mark.", core::name(mark)); }
    Html written(core::Category which) const { return word("category.", core::name(which)); }
    Html written(core::Track track) const { return word("track.", core::name(track)); }
    Html written(core::MeetingFormat format) const {
        return word("meeting_format.", core::name(format));
    }
    Html written(core::MeetingPhase phase) const {
        return word("meeting_phase.", core::name(phase));
    }
    Html written(const std::string& typed) const { return wording().quoted(typed); }
    Html written(int number) const { return Wording::number(number); }
    Html written(core::ParticipantId) const;
    Html written(core::ObserverId id) const {
        return wording().say(text::Key::report_observer, {Wording::number(static_cast<int>(id))});
    }
    Html written(const core::TableId& id) const {
        const auto* table = core::find(wording().scenario(), id);
        return Html::text(table ? wording().of(table->name) : id.value);
    }
    Html written(const std::vector<core::Cited>&) const;

    // The field of this name of the event or of a part of it; nothing when it has none.
    template <core::Described Whole>
    Html of(const Whole& whole, std::string_view wanted) const {
        Html found;
        fields(
            [&](std::string_view name, auto member) {
                const Html piece = field(whole, name, whole.*member, wanted);
                if (!piece.empty()) found = piece;
            },
            core::Of<Whole>{});
        if constexpr (MovesGauge<Whole>)
            if (wanted == "before") found = gauge_before(whole.person, whole.track, whole.value);
        return found;
    }

private:
    template <class Whole, class Value>
    Html field(const Whole& whole, std::string_view name, const Value& value,
               std::string_view wanted) const {
        if constexpr (core::Described<Value>) return of(value, wanted);
        if (name != wanted) return {};
        if constexpr (std::same_as<Value, bool>) {
            return value ? word("report.story.", name) : Html{};
        } else if constexpr (requires { wording().option(whole.decision, value); }) {
            return wording().option(whole.decision, value);
        } else if constexpr (requires { written(value); }) {
            return written(value);
        }
        return {};
    }
    template <class Id>
    Html titled(const Id& id) const {
        const auto* thing = core::find(wording().scenario(), id);
        return Html::element("b", {Html::text(thing ? wording().of(thing->title) : id.value)});
    }
    Html gauge_before(const core::PersonId& person, core::Track track, int now) const {
        const auto found = course.state.tracks.find({person, track});
        return written(found == course.state.tracks.end() ? now : found->second);
    }
};

template <core::Described Whole>
void Telling::say(text::Key key, const Whole& whole) const {
    const Pieces pieces{course};
    course.sentences.push_back(
        wording().say(key, [&](std::string_view name) { return pieces.of(whole, name); }));
}

template <core::Described Event>
void Telling::say(const Event& event) const {
    say(telling::key_of("report.story.", core::name_of<Event>()), event);
}

}  // namespace casustafel::report
