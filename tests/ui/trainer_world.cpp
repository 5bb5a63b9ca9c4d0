#include "trainer_world.hpp"

#include <array>
#include <tuple>

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;
constexpr std::int64_t start = 9 * hour, now = 10 * hour + 15 * minute;

struct Seat {
    const char *id, *table, *name, *person;
};
constexpr std::array seats = {
    Seat{"OVJ", "Z", "Officier van justitie", "Daan"},
    Seat{"POL-Z", "Z", "Politie aan de ZSM-tafel", "Hanna"},
    Seat{"RVK-Z", "Z", "Raadsonderzoeker", "Bram"},
    Seat{"SHN-Z", "Z", "Slachtofferhulp aan de ZSM-tafel", "Esther"},
    Seat{"RN-Z", "Z", "Reclassering aan de ZSM-tafel", "Wouter"},
    Seat{"PRC", "V", "Procesregisseur", "Karim"},
    Seat{"CAS", "V", "Casusregisseur", "Fatima"},
    Seat{"OOV", "V", "Openbare orde en veiligheid", "Noor"},
    Seat{"NAZ", "V", "Nazorg na detentie", "Marloes"},
    Seat{"DJI", "V", "Casemanager penitentiaire inrichting", "Ruben"},
    Seat{"OM-V", "V", "Parketsecretaris", "Joost"},
    Seat{"POL-V", "V", "Wijkagent", "Tom"},
    Seat{"RN-V", "V", "Reclassering", "Annemarie-Louise van der Heuvel"},
    Seat{"GI", "V", "Gecertificeerde instelling", ""},
    Seat{"VT", "V", "Veilig Thuis", "Samira"},
    Seat{"GGZ", "V", "Behandelaar ggz", "Yusuf"},
    Seat{"LPA", "V", "Leerplichtambtenaar", "Peter"},
    Seat{"SCH", "V", "Mentor op school", "Ilse"},
    Seat{"WON", "V", "Woningcorporatie", ""},
    Seat{"JON", "V", "Jongerenwerker", "Kees"},
    Seat{"SCHD", "V", "Schuldhulp", ""},
};

void put(v1::Text* text, const std::string& dutch, const std::string& english = {}) {
    text->set_nl(dutch);
    text->set_en(english.empty() ? dutch : english);
}

class Maker {
public:
    Maker() {
        patch_.set_view("trainer");
        patch_.set_snapshot(true);
    }

    v1::Entity& add(const std::string& key) {
        v1::Entity& made = *patch_.add_entities();
        made.set_key(key);
        return made;
    }

    model::Model model() {
        model::Model made;
        made.link = model::Link::ready;
        made.code = "K7W4MPQX";
        made.trainer = true;
        std::uint32_t number = 0;
        for (const Seat& seat : seats)
            if (*seat.person != 0) made.names[++number] = seat.person;
        made.views["trainer"].merge(patch_);
        for (const v1::Entity& entity : patch_.entities())
            if (entity.has_session()) made.session_sim_ms = entity.session().sim_ms();
        return made;
    }

    void session(std::int64_t sim_ms) {
        v1::Session& session = *add("session").mutable_session();
        put(session.mutable_title(), "Vijf overleggen, vier mensen");
        session.set_phase("running");
        session.set_running(true);
        session.set_sim_ms(sim_ms);
        session.set_rate_permille(6000);
        session.set_speed_permille(1000);
        session.set_segment_ends_sim_ms(sim_ms + 145 * minute);
        session.set_round_number(1);
        session.set_rounds(4);
        for (const auto& [one, other] : {std::pair{"OVJ", "VT"}, std::pair{"POL-Z", "CAS"}}) {
            v1::ViewPair& pair = *session.add_planned_swap();
            pair.set_one(one);
            pair.set_other(other);
        }
    }

    void house() {
        for (const auto& [id, name, order] :
             {std::tuple{"Z", "ZSM-tafel", 0U}, std::tuple{"V", "Zorg- en Veiligheidshuis", 1U}}) {
            v1::Table& table = *add(std::string("table:") + id).mutable_table();
            table.set_id(id);
            put(table.mutable_name(), name);
            table.set_order(order);
        }
        std::uint32_t number = 0, order = 0;
        for (const Seat& seat : seats) {
            v1::Role& role = *add(std::string("role:") + seat.id).mutable_role();
            role.set_id(seat.id);
            role.set_table(seat.table);
            put(role.mutable_name(), seat.name);
            put(role.mutable_aim(),
                "Wil dat het goed komt met het gezin, en weet wat daarvoor mag.");
            role.set_order(order++);
            role.set_autopilot_only(*seat.person == 0);
            role.set_autopilot(*seat.person == 0);
            if (*seat.person == 0) continue;
            role.set_occupant(++number);
            role.set_connected(std::string(seat.id) != "LPA");
            v1::Participant& participant =
                *add("participant:" + std::to_string(number)).mutable_participant();
            participant.set_id(number);
            participant.set_connected(role.connected());
            participant.add_roles(seat.id);
        }
        for (const auto& [id, name] :
             {std::pair{"mirjam", "Mirjam Dekker"}, std::pair{"jesse", "Jesse Terhorst"},
              std::pair{"ronald", "Ronald Terhorst"}}) {
            v1::Person& person = *add(std::string("person:") + id).mutable_person();
            person.set_id(id);
            put(person.mutable_name(), name);
            int value = 3;
            for (const char* track :
                 {"safety", "perspective", "trust_in_help", "reoffending_risk"}) {
                v1::TrackGauge& gauge =
                    *add(std::string("track:") + id + ":" + track).mutable_track_gauge();
                gauge.set_person(id);
                gauge.set_track(track);
                gauge.set_value(value++);
            }
        }
        v1::Basis& basis = *add("basis:WMOVT").mutable_basis();
        basis.set_id("WMOVT");
        put(basis.mutable_name(), "Taak van Veilig Thuis, Wmo");
    }

    void holding(const std::string& role, const std::string& item, const std::string& title,
                 std::int64_t since, bool read, const std::string& mark = {},
                 bool original = true) {
        v1::Holding& holding = *add("holding:" + role + ":" + item).mutable_holding();
        holding.set_role(role);
        holding.set_item(item);
        put(holding.mutable_title(), title);
        holding.set_form(original ? 5 : 3);
        holding.set_since_sim_ms(since);
        holding.set_read(read);
        holding.set_mark(mark);
        holding.set_original(original);
    }

    void share(std::uint64_t id, const std::string& item, const std::string& giver,
               const std::string& to, std::int64_t at, const std::string& light = "green") {
        v1::Share& share =
            *add(contract::entity_key(contract::entities::share, id)).mutable_share();
        share.set_id(id);
        share.set_item(item);
        share.set_giver(giver);
        share.add_to(to);
        share.set_purpose("acute_safety");
        share.set_basis("WMOVT");
        share.set_form(4);
        share.set_at_sim_ms(at);
        v1::ShareVerdict& verdict = *share.add_verdicts();
        verdict.set_role(to);
        verdict.set_light(light);
    }

    void request(std::uint64_t id, const std::string& asker, const std::string& to,
                 const std::string& text, std::int64_t at, std::int64_t term) {
        v1::Request& request =
            *add(contract::entity_key(contract::entities::request, id)).mutable_request();
        request.set_id(id);
        request.set_asker(asker);
        request.add_to(to);
        request.set_person("mirjam");
        request.set_category("domestic_violence");
        request.set_text(text);
        request.set_at_sim_ms(at);
        request.add_term_ends_sim_ms(term);
    }

    void decision(const std::string& id, const std::string& table, const std::string& title,
                  const std::string& decider, const std::string& status, std::int64_t deadline) {
        v1::Decision& made = *add("decision:" + id).mutable_decision();
        made.set_id(id);
        made.set_table(table);
        put(made.mutable_title(), title);
        made.add_deciders(decider);
        made.set_status(status);
        made.set_deadline_sim_ms(deadline);
        v1::DecisionOption& option = *made.add_options();
        option.set_id("conditions");
        put(option.mutable_title(), "Schorsen met een contactverbod");
        if (status != "taken") return;
        made.set_option("conditions");
        made.set_taken_by(decider);
        made.set_at_sim_ms(now - 8 * minute);
    }

    void meeting(const std::string& id, const std::string& table, const std::string& name,
                 const std::string& chair, const std::string& phase) {
        v1::Meeting& made = *add("meeting:" + id).mutable_meeting();
        made.set_id(id);
        made.set_table(table);
        put(made.mutable_name(), name);
        made.set_chair(chair);
        made.set_phase(phase);
        made.add_present(chair);
        made.add_present("POL-V");
    }

    void inject(const std::string& id, const std::string& title, const std::string& to,
                const std::string& status, std::int64_t at) {
        v1::InjectControl& made = *add("inject:" + id).mutable_inject_control();
        made.set_id(id);
        put(made.mutable_title(), title);
        put(made.mutable_text(), "Er hangt iemand aan de lijn met een vraag die niet kan wachten.");
        made.add_to(to);
        made.set_status(status);
        made.set_timed(at != 0);
        made.set_at_sim_ms(at);
        if (status == "pending") made.set_effective_in_ms(8000);
    }

private:
    v1::ViewPatch patch_;
};

void add_injects(Maker& maker) {
    maker.inject("INJ-01", "Mail over vrijlating", "NAZ", "pending", 0);
    maker.inject("INJ-02", "Moeder belt: gaat het door?", "CAS", "waiting", 11 * hour);
    maker.inject("INJ-03", "Ervaringsverhaal", "PRC", "waiting", 12 * hour + 30 * minute);
    maker.inject("INJ-04", "Telefoon van Jesse", "POL-Z", "waiting", 13 * hour + 30 * minute);
    maker.inject("INJ-05", "Burgemeester wil antwoord", "OOV", "waiting", 0);
    maker.inject("INJ-06", "Collega ziek", "GGZ", "waiting", 0);
    maker.inject("INJ-07", "Buren bellen", "POL-V", "effective", 9 * hour + 30 * minute);
}

void add_items(Maker& maker) {
    maker.holding("VT", "A03", "Mirjam trok aangifte tweemaal in na bezoek van zwager Ben", start,
                  true, "fact");
    maker.holding("VT", "A04", "Mirjam wil niet dat haar adres bekend wordt", start, true);
    maker.holding("VT", "A14", "Milan past op zijn moeder", now - 14 * minute, false, "", false);
    maker.holding("NAZ", "A02", "Ronald komt donderdag vrij en gaat naar huis", start, false);
    maker.holding("NAZ", "A16", "Huurschuld en burenklachten", start, false);
    maker.holding("POL-Z", "A01", "Jesse is vannacht aangehouden", start, true, "fact");
    maker.holding("OM-V", "A01", "Jesse is vannacht aangehouden", now - 6 * minute, true,
                  "assumption", false);
    maker.holding("RN-Z", "A07", "Eerder toezicht liep goed", start, false);
    maker.holding("RN-Z", "A18", "Gesprek met werkgever", start, false);
    maker.holding("RN-Z", "A19", "Ronald houdt zich aan afspraken", start, false);
    maker.holding("LPA", "A15", "Milan zou schoolmoe zijn", start, true, "refuted");
    maker.holding("PRC", "A05", "Ronald heeft een contactverbod", start, true);
    maker.holding("VT", "A06", "Mirjam wil zelf aangifte doen", start, true);
    maker.holding("POL-V", "A08", "De buren hoorden vaker ruzie", start, true);
    maker.holding("OM-V", "A23", "Wie belt wie als Ronald vrijkomt", start, true);
}

void add_hour(Maker& maker) {
    maker.share(1, "A01", "POL-Z", "OVJ", now - 50 * minute);
    maker.share(2, "A01", "POL-Z", "OM-V", now - 6 * minute, "amber");
    maker.share(3, "A14", "SCH", "VT", now - 14 * minute);
    maker.share(4, "A15", "SCH", "VT", now - 30 * minute);
    maker.share(5, "A23", "CAS", "RVK-Z", now - 20 * minute);
    maker.share(6, "A23", "OM-V", "OVJ", now - 10 * minute, "red");
    maker.share(7, "A23", "OOV", "PRC", now - 24 * minute);
    maker.share(8, "A23", "POL-V", "PRC", now - 22 * minute);
    maker.share(9, "A08", "POL-V", "VT", now - 21 * minute);
    maker.share(10, "A05", "PRC", "CAS", now - 40 * minute);
    maker.share(11, "A06", "VT", "CAS", now - 9 * minute);
    maker.share(12, "A06", "CAS", "VT", now - 8 * minute);
    maker.share(13, "A07", "RVK-Z", "OVJ", now - 11 * minute);
    maker.request(20, "SHN-Z", "OVJ", "Is er een contactverbod?", now - 5 * minute, now + hour);
    maker.request(21, "CAS", "VT", "Mag ik Mirjam zelf bellen?", now - 70 * minute, now - minute);
    maker.decision("Z1", "Z", "Besluit over Jesse", "OVJ", "open", 10 * hour + 30 * minute);
    maker.decision("V1", "V", "Is thuis veilig genoeg?", "VT", "open", 16 * hour);
    maker.decision("V2", "V", "Wie is de regisseur?", "PRC", "taken", 10 * hour + 10 * minute);
    maker.decision("V3", "V", "Wie belt de school?", "CAS", "missed", 10 * hour);
    maker.meeting("ZSM", "Z", "ZSM-overleg", "OVJ", "judgement");
    maker.meeting("HG", "V", "Overleg huiselijk geweld", "PRC", "picture");
    maker.meeting("JEUGD", "V", "Overleg jeugd", "CAS", "picture");
    v1::Action& action =
        *maker.add(contract::entity_key(contract::entities::action, 30)).mutable_action();
    action.set_author("CAS");
    action.set_text("Mirjam bellen en afspreken wat we delen");
    action.set_lead("VT");
    action.set_added_at_sim_ms(now - 3 * minute);
    v1::Weighing& weighing = *maker.add("weighing:GGZ:A07").mutable_weighing();
    weighing.set_role("GGZ");
    weighing.set_item("A07");
    v1::HelpCall& call =
        *maker.add(contract::entity_key(contract::entities::help_call, 40)).mutable_help_call();
    call.set_id(40);
    call.set_participant(4);
    call.set_text("Ik kan het stuk niet openen");
    call.set_at_sim_ms(now - minute);
    v1::Moment& moment =
        *maker.add(contract::entity_key(contract::entities::moment, 50)).mutable_moment();
    moment.set_id(50);
    moment.set_title("Vraag over het contactverbod");
    moment.set_sim_ms(now - 5 * minute);
}

Maker busy() {
    Maker maker;
    maker.session(now);
    maker.house();
    add_injects(maker);
    add_items(maker);
    add_hour(maker);
    return maker;
}

}  // namespace

model::Model busy_trainer_world() { return busy().model(); }

model::Model overfull_trainer_world() {
    Maker maker = busy();
    std::uint64_t number = 1000;
    for (std::size_t giver = 0; giver < seats.size(); ++giver) {
        for (std::size_t item = 0; item < 24; ++item)
            maker.holding(seats[giver].id, "X" + std::to_string(item),
                          "Een heel lange titel van een stuk dat nergens in past, nummer " +
                              std::to_string(item),
                          start, false);
        for (std::size_t to = 0; to < seats.size(); ++to)
            for (std::size_t times = 0; to != giver && times < 1 + (giver + to) % 4; ++times) {
                ++number;
                maker.share(number, "X1", seats[giver].id, seats[to].id,
                            start + static_cast<std::int64_t>(number % 60) * minute, "amber");
            }
        maker.request(++number, "PRC", seats[giver].id, "Wie weet hier meer van?", start,
                      now - minute);
    }
    for (std::uint64_t call = 0; call < 5; ++call) {
        v1::HelpCall& help =
            *maker.add(contract::entity_key(contract::entities::help_call, ++number))
                 .mutable_help_call();
        help.set_id(number);
        help.set_participant(static_cast<std::uint32_t>(call) + 8);
        help.set_text(
            "Kun je even komen? Wij komen er met zijn drieën niet uit, en de klok loopt "
            "door terwijl wij hier op elkaar zitten te wachten.");
        help.set_at_sim_ms(now);
    }
    return maker.model();
}

model::Model fresh_trainer_world() {
    Maker maker;
    maker.session(start + minute);
    maker.house();
    add_injects(maker);
    for (const Seat& seat : seats)
        for (const char* item : {"A01", "A02", "A03"})
            maker.holding(seat.id, item, "Jesse is vannacht aangehouden", start, false);
    return maker.model();
}

model::Model swapping_trainer_world(const std::string& stage) {
    Maker maker = busy();
    v1::SwapUnderWay& swap = *maker.add("swap").mutable_swap();
    swap.set_stage(stage);
    swap.set_ends_in_ms(134'000);
    for (const auto& [one, other] :
         {std::pair{"OVJ", "VT"}, std::pair{"POL-Z", "CAS"}, std::pair{"RVK-Z", "LPA"},
          std::pair{"SHN-Z", "DJI"}, std::pair{"PRC", "RN-Z"}}) {
        v1::ViewPair& pair = *swap.add_pairs();
        pair.set_one(one);
        pair.set_other(other);
    }
    swap.add_ready("VT");
    return maker.model();
}

void put_in(model::Model& model, const v1::Entity& entity) {
    v1::ViewPatch patch;
    patch.set_view("trainer");
    *patch.add_entities() = entity;
    model.views["trainer"].merge(patch);
}

}  // namespace casustafel::ui
