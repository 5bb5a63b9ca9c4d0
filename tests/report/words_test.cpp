// Every word that a report may need is there: a missing one would end the program.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "assets/text/text.hpp"
#include "server/report/teller.hpp"
#include "server/score/score.hpp"

namespace casustafel::report {
namespace {

void expect_key(const std::string& name) { EXPECT_TRUE(text::find(name)) << name; }

template <class E>
void expect_keys(const std::string& prefix) {
    for (std::size_t value = 0; value < core::count<E>(); ++value) {
        expect_key(prefix + std::string(core::name(static_cast<E>(value))));
    }
}

TEST(Words, are_there_for_everything_the_core_can_name) {
    expect_keys<core::Form>("report.form.");
    expect_keys<core::Mark>("report.mark.");
    expect_keys<core::Light>("report.light.");
    expect_keys<core::Label>("report.label.");
    expect_keys<core::Purpose>("purpose.");
    expect_keys<core::Category>("category.");
    expect_keys<core::RefusalReason>("refusal_reason.");
    expect_keys<core::EndReason>("end_reason.");
    expect_keys<core::Track>("track.");
    expect_keys<core::MeetingPhase>("meeting_phase.");
    expect_keys<core::CorrectionKind>("report.corrected.");
}

TEST(Words, are_there_for_every_finding_and_indicator) {
    for (int finding = 0; finding <= static_cast<int>(score::Finding::prompt_question); ++finding) {
        expect_key("finding." + std::string(score::name(static_cast<score::Finding>(finding))));
    }
    for (std::size_t id = 0; id < score::indicator_count; ++id) {
        const std::string name(score::name(static_cast<score::IndicatorId>(id)));
        expect_key("indicator." + name + ".name");
        expect_key("indicator." + name + ".gist");
    }
    for (int use = 0; use <= static_cast<int>(score::Use::not_there); ++use)
        expect_key("report.use." + std::string(score::name(static_cast<score::Use>(use))));
    for (const char* band : {"chance", "underway", "strong"})
        expect_key(std::string("band.") + band);
}

// The names of the fields of an event, and of what stands in it.
template <core::Described Whole>
void collect_fields(std::set<std::string>& names) {
    fields(
        [&]<class Value>(std::string_view name, Value Whole::*) {
            names.emplace(name);
            if constexpr (core::Described<Value>) collect_fields<Value>(names);
        },
        core::Of<Whole>{});
}

// A mark that is no field would be left out in silence.
template <class Event>
void expect_fields() {
    const std::string key = "report.story." + std::string(core::name_of<Event>());
    const auto told = text::find(key);
    if (!told) return;
    std::set<std::string> names;
    if (MovesGauge<Event>) names.insert("before");
    collect_fields<Event>(names);
    const std::string sentence(text::say(*told, text::Language::nl));
    static const std::regex mark("\\{([a-z]\\w*)\\}");
    for (std::sregex_iterator each(sentence.begin(), sentence.end(), mark), end; each != end;
         ++each)
        EXPECT_TRUE(names.contains((*each)[1].str())) << key << " " << each->str();
}

TEST(Words, of_an_event_name_its_fields) {
    []<class... Events>(std::type_identity<std::variant<Events...>>) {
        (expect_fields<Events>(), ...);
    }(std::type_identity<core::EventKinds>{});
}

}  // namespace
}  // namespace casustafel::report
