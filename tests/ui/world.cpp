#include "world.hpp"

#include <algorithm>
#include <cstdlib>

#include <tuple>

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

void put(v1::Text* text, const std::string& dutch) {
    text->set_nl(dutch);
    text->set_en(dutch);
}

v1::Entity entity(const std::string& key) {
    v1::Entity made;
    made.set_key(key);
    return made;
}

class Builder {
public:
    explicit Builder(std::string view) {
        patch_.set_view(std::move(view));
        patch_.set_snapshot(true);
    }

    v1::Entity& add(const std::string& key) {
        *patch_.add_entities() = entity(key);
        return *patch_.mutable_entities(patch_.entities_size() - 1);
    }
    void into(model::Model& model) {
        model.views[patch_.view()].merge(patch_);
        for (const v1::Entity& entity : patch_.entities())
            if (entity.has_session()) model.session_sim_ms = entity.session().sim_ms();
    }

    void session(const std::string& phase, std::int64_t sim_ms) {
        v1::Session& session = *add("session").mutable_session();
        put(session.mutable_title(), "Familie Terhorst");
        put(session.mutable_pitch(),
            "Ronald zit vast; wanneer hij vrijkomt, weet nog niet iedereen. Thuis wonen Mirjam, "
            "Jesse en Milan. Vandaag valt er aan "
            "de ene tafel een besluit over Jesse, en aan de andere tafel begint een plan.");
        put(session.mutable_content_notice(),
            "Deze casus gaat over geweld thuis. Er zijn geen beelden. Wil je even stoppen, zeg het "
            "tegen de trainer.");
        session.set_phase(phase);
        session.set_sim_ms(sim_ms);
        session.set_running(phase == "running");
        session.set_rate_permille(6000);
        session.set_speed_permille(1000);
        session.set_segment_ends_sim_ms(sim_ms + 144 * minute + 60'000);
        put(session.mutable_round(), "Beeldvorming");
        session.set_round_number(1);
        session.set_rounds(4);
        session.set_ends_sim_ms(40 * hour);
        if (phase == "ended") session.set_end_reason("trainer");
    }

    void table(const std::string& id, const std::string& name, const std::string& tagline,
               unsigned order) {
        v1::Table& table = *add("table:" + id).mutable_table();
        table.set_id(id);
        put(table.mutable_name(), name);
        put(table.mutable_tagline(), tagline);
        table.set_order(order);
    }

    void role(const std::string& id, const std::string& table, const std::string& name,
              const std::string& organisation, const std::string& aim, unsigned occupant,
              bool connected = true) {
        v1::Role& role = *add("role:" + id).mutable_role();
        role.set_id(id);
        role.set_table(table);
        put(role.mutable_name(), name);
        put(role.mutable_organisation(), organisation);
        put(role.mutable_aim(), aim);
        role.set_occupant(occupant);
        role.set_connected(occupant != 0 && connected);
        role.set_order(order_++);
    }

    v1::Item& item(const std::string& id, const std::string& title, const std::string& text,
                   const std::string& category, unsigned sensitivity, const std::string& from) {
        v1::Item& item = *add("item:" + id).mutable_item();
        item.set_id(id);
        put(item.mutable_title(), title);
        put(item.mutable_text(), text);
        item.set_category(category);
        item.set_sensitivity(sensitivity);
        item.set_form(4);
        item.set_order(order_++);
        item.set_since_sim_ms(9 * hour);
        item.set_original(from.empty());
        item.set_received_from(from);
        for (int form = 0; form < 4; ++form)
            put(item.add_as_sent(), form == 1
                                        ? "Veilig Thuis acht het thuisadres op dit moment niet "
                                          "veilig. Bel ons voordat je over een adres beslist."
                                        : text);
        return item;
    }

    void message(std::uint64_t id, const std::string& sender, const std::string& text,
                 std::int64_t at, const std::string& meeting = "HG") {
        v1::Message& message =
            *add(contract::entity_key(contract::entities::message, id)).mutable_message();
        message.set_id(id);
        message.set_sender(sender);
        message.set_meeting(meeting);
        message.set_text(text);
        message.set_at_sim_ms(at);
    }

    v1::Request& request(std::uint64_t id, const std::string& asker, const std::string& to,
                         const std::string& text, std::int64_t term) {
        v1::Request& request =
            *add(contract::entity_key(contract::entities::request, id)).mutable_request();
        request.set_id(id);
        request.set_asker(asker);
        request.add_to(to);
        request.set_person("mirjam");
        request.set_category("domestic_violence");
        request.set_text(text);
        request.set_at_sim_ms(10 * hour);
        request.add_term_ends_sim_ms(term);
        return request;
    }

    v1::Share& share(std::uint64_t id, const std::string& item, const std::string& giver,
                     const std::string& to, unsigned form, std::int64_t at) {
        v1::Share& share =
            *add(contract::entity_key(contract::entities::share, id)).mutable_share();
        share.set_id(id);
        share.set_item(item);
        share.set_giver(giver);
        share.add_to(to);
        share.set_purpose("person_centred_approach");
        share.set_basis("WGSZ");
        share.set_form(form);
        share.set_at_sim_ms(at);
        put(share.mutable_text(), "Milan is vaker ziek gemeld.");
        return share;
    }

private:
    v1::ViewPatch patch_;
    unsigned order_ = 0;
};

void add_seats(Builder& builder, bool samira) {
    builder.table("Z", "ZSM-tafel", "Uren. Eén persoon beslist.", 0);
    builder.table("V", "Zorg- en Veiligheidshuis", "Weken. Samen tot een plan.", 1);
    builder.role("OVJ", "Z", "Officier van justitie", "Openbaar Ministerie",
                 "Beslist vandaag over Jesse.", 1);
    builder.role(
        "POL-Z", "Z", "Politie aan de ZSM-tafel", "Politie",
        "Maakt het dossier op tijd compleet en zorgt dat wie het moet weten, het op tijd weet.", 0);
    builder.role("RVK-Z", "Z", "Raadsonderzoeker", "Raad voor de Kinderbescherming",
                 "Adviseert over Jesse.", 0);
    builder.role("SHN-Z", "Z", "Slachtofferhulp", "Slachtofferhulp Nederland",
                 "Komt op voor het slachtoffer.", 2);
    builder.role("RN-Z", "Z", "Reclassering", "Reclassering", "Houdt toezicht op volwassenen.", 0);
    builder.role("PRC", "V", "Procesregisseur", "Veiligheidshuis",
                 "Leidt het overleg, kiest geen kant.", 3);
    builder.role("CAS", "V", "Casusregisseur", "Gemeente", "Wil één plan voor het gezin.", 4);
    builder.role("VT", "V", "Veilig Thuis", "Veilig Thuis", "Wil dat het geweld stopt.",
                 samira ? 5 : 0);
    builder.role("NAZ", "V", "Nazorg na detentie", "Gemeente", "Regelt wonen en inkomen.", 6,
                 false);
    builder.role("POL-V", "V", "Wijkagent", "Politie", "Kent het gezin en de straat.", 7);
    builder.role("SHN-V", "V", "Slachtofferhulp", "Slachtofferhulp Nederland",
                 "Steunt slachtoffers van geweld.", 8);
}

void add_names(model::Model& model) {
    model.names = {{1, "Daan"},   {2, "Esther"},  {3, "Karim"}, {4, "Fatima"},
                   {5, "Samira"}, {6, "Marloes"}, {7, "Tom"},   {8, "Noor"}};
}

void add_card(Builder& builder) {
    v1::RoleCard& card = *builder.add("role_card:VT").mutable_role_card();
    card.set_role("VT");
    put(card.mutable_task(), "Het geweld stoppen en zorgen dat Mirjam en de kinderen veilig zijn.");
    put(card.mutable_power(),
        "Advies geven, onderzoek doen, voorwaarden stellen, de Raad inschakelen.");
    put(card.mutable_limit(), "Overleg met Mirjam voordat je adres of contact deelt.");
    put(card.mutable_wants(), "Dat Mirjam je blijft vertrouwen.");
    put(card.mutable_misses(), "Of Ronald vrijkomt, wanneer, en waar hij dan heen gaat.");
}

void add_case(Builder& builder) {
    const char* people[][3] = {{"mirjam", "Mirjam Dekker", "Moeder van Jesse en Milan."},
                               {"jesse", "Jesse Terhorst", "Zoon van 17, vannacht aangehouden."},
                               {"ronald", "Ronald Terhorst", "Vader, zit vast."}};
    unsigned order = 0;
    for (const auto& person : people) {
        v1::Person& made = *builder.add(std::string("person:") + person[0]).mutable_person();
        made.set_id(person[0]);
        put(made.mutable_name(), person[1]);
        put(made.mutable_description(), person[2]);
        made.set_order(order++);
    }
    const char* bases[][3] = {
        {"WMOVT", "Taak van Veilig Thuis, Wmo",
         "Wie nodig is om geweld te stoppen. Niet meer dan nodig."},
        {"WGSZ", "WGS, hoofdstuk Veiligheidshuis",
         "Voor een zaak die in de triage is geaccepteerd."},
        {"AVG6A", "Toestemming", "Vrij gegeven en in te trekken. Zwak onder druk."},
        {"AVG6D", "Vitaal belang", "Bij acuut levensgevaar, als laatste middel."},
        {"CVP", "Conflict van plichten", "Je weegt je zwijgplicht af en legt dat vast."},
        {"COV", "Convenant", "Afspraken tussen partners over hoe je deelt."},
        {"OWN", "Eigen waarneming", "Wat je zelf zag of wat openbaar is."},
        {"WPG16", "Politie aan het gezag", "De politie informeert het OM en de burgemeester."},
        {"WMO526", "Meldrecht bij Veilig Thuis",
         "Elke professional mag melden, ook zonder akkoord."},
        {"BW240", "Inlichten van de Raad", "Wie moet zwijgen, mag de Raad inlichten als dat moet."},
        {"JW7311", "Jeugdwet", "Jeugdhulp deelt met toestemming van de cliënt."}};
    for (const auto& basis : bases) {
        v1::Basis& made = *builder.add(std::string("basis:") + basis[0]).mutable_basis();
        made.set_id(basis[0]);
        put(made.mutable_name(), basis[1]);
        put(made.mutable_gist(), basis[2]);
        made.set_order(order++);
    }
    builder.add("triage").mutable_triage()->set_status("none");
}

void add_meeting(Builder& builder) {
    v1::Meeting& meeting = *builder.add("meeting:HG").mutable_meeting();
    meeting.set_id("HG");
    put(meeting.mutable_name(), "Overleg huiselijk geweld");
    meeting.set_table("V");
    meeting.set_purpose("acute_safety");
    meeting.set_chair("PRC");
    meeting.set_phase("picture");
    meeting.set_may_enter(true);
    meeting.set_open(true);
    for (const char* member : {"PRC", "POL-V", "CAS", "VT", "SHN-V"}) {
        meeting.add_members(member);
        meeting.add_present(member);
    }
}

void add_items(Builder& builder) {
    v1::Item& own =
        builder.item("A03", "Mirjam trok aangifte tweemaal in na bezoek van zwager Ben.",
                     "Mirjam deed in maart en in juni aangifte van mishandeling. Beide keren kwam "
                     "Ben Terhorst binnen twee dagen bij haar langs. Daarna belde zij de politie "
                     "om de aangifte in te trekken. Tegen ons zei ze: ‘Het is beter zo.’",
                     "domestic_violence", 3, "");
    own.add_about("mirjam");
    put(own.mutable_source(), "gespreksverslag Veilig Thuis");
    put(own.mutable_caution(),
        "Je beloofde Mirjam te overleggen voordat je adres of contact deelt.");
    own.set_read(true);
    own.set_mark("fact");
    struct Given {
        const char *id, *title, *category, *from;
        unsigned sensitivity;
        bool read;
        const char* mark;
    };
    const Given given[] = {
        {"A14", "Milan past op zijn moeder", "education", "CAS", 2, false, ""},
        {"A16", "Huurschuld en burenklachten", "housing", "NAZ", 2, false, ""},
        {"A23", "Wanneer een huisverbod kan", "open", "PRC", 0, true, "fact"},
        {"A15", "Milan zou schoolmoe zijn", "education", "CAS", 1, true, "assumption"},
        {"A08", "Jesse zou een meeloper zijn", "police", "POL-V", 2, true, "assumption"}};
    for (const Given& each : given) {
        v1::Item& item =
            builder.item(each.id, each.title, std::string(each.title) + ". Meer weten we nog niet.",
                         each.category, each.sensitivity, each.from);
        item.set_read(each.read);
        item.set_mark(each.mark);
        item.set_form(3);
        item.add_about("jesse");
        item.set_since_sim_ms(10 * hour + 8 * minute);
    }
}

void add_talk(Builder& builder) {
    builder.message(
        1, "PRC",
        "We zijn in Beeldvorming. Alleen wat we weten en wat we missen. Voorstellen parkeer ik.",
        10 * hour + 4 * minute);
    builder.message(
        2, "POL-V",
        "Buren belden ons drie keer over geschreeuw. Wie er toen binnen waren, weet ik niet.",
        10 * hour + 7 * minute);
    builder.message(3, "CAS", "Ik ken dit gezin net een week. Wie sprak Mirjam als laatste?",
                    10 * hour + 10 * minute);
    builder.share(10, "A14", "CAS", "VT", 4, 10 * hour + 11 * minute).set_meeting("HG");
    builder.message(4, "VT",
                    "Ik sprak haar vrijdag. Ik zoek uit wat ik daarvan mag delen, en met wie.",
                    10 * hour + 13 * minute);
    builder.message(5, "PRC", "Goed. Neem de tijd, en zeg ook wat je níet kunt delen.",
                    10 * hour + 14 * minute);
    builder.request(20, "OVJ", "VT", "Is thuis veilig genoeg als Jesse vandaag wordt geschorst?",
                    10 * hour + 23 * minute);
    builder.request(21, "CAS", "VT", "Mag ik Mirjam zelf bellen over Milan?",
                    15 * hour + 30 * minute);
    v1::Request& own = builder.request(
        22, "VT", "NAZ", "Komt Ronald vrij, wanneer, en waar gaat hij heen?", 11 * hour);
    v1::Answer& answer = *own.add_answers();
    answer.set_by("NAZ");
    answer.set_kind("refused");
    answer.set_reason("privacy");
    answer.set_text("Daar mag ik niets over zeggen.");
    v1::Notice& notice = *builder.add("notice:INJ-01").mutable_notice();
    notice.set_id("INJ-01");
    put(notice.mutable_title(), "Moeder belt");
    put(notice.mutable_text(), "Mirjam belt. Ze vraagt of het vanavond doorgaat.");
    notice.set_at_sim_ms(10 * hour + 12 * minute);
    notice.add_to("VT");
}

v1::Decision& add_decision(Builder& builder, const std::string& id, const std::string& title,
                           const std::string& decider, std::int64_t deadline, unsigned order) {
    v1::Decision& made = *builder.add("decision:" + id).mutable_decision();
    made.set_id(id);
    put(made.mutable_title(), title);
    made.set_table("V");
    made.set_meeting("HG");
    made.set_deadline_sim_ms(deadline);
    made.add_deciders(decider);
    made.set_status("open");
    made.set_order(order);
    made.set_must_cite(true);
    const char* options[][3] = {
        {"conditions", "Contactverbod en een ander adres",
         "Ronald gaat niet naar huis. Het OM neemt een contactverbod op in de voorwaarden."},
        {"ben", "Ronald gaat naar zijn broer Ben", "Rustig alternatief, vandaag te regelen."},
        {"help", "Naar huis, met hulp", "Hulp vanaf de eerste dag, zonder voorwaarden."}};
    for (const auto& each : options) {
        v1::DecisionOption& option = *made.add_options();
        option.set_id(each[0]);
        put(option.mutable_title(), each[1]);
        put(option.mutable_text(), each[2]);
    }
    return made;
}

void add_decisions_and_plan(Builder& builder) {
    add_decision(builder, "V1", "Wat is er nodig rond Ronald, en wie zorgt daarvoor?", "VT",
                 16 * hour, 0);
    v1::Decision& taken =
        add_decision(builder, "V2", "Hoe krijgt Milan zijn schoolweek terug?", "CAS", 39 * hour, 1);
    taken.set_status("taken");
    taken.set_option("help");
    taken.set_taken_by("CAS");
    taken.set_at_sim_ms(10 * hour + 5 * minute);
    taken.set_text("Als Milan toch thuisblijft merkt de mentor het.");
    taken.add_cited()->set_item("A14");
    taken.add_cited();
    v1::Proposal& proposal =
        *builder.add(contract::entity_key(contract::entities::proposal, 70)).mutable_proposal();
    proposal.set_id(70);
    proposal.set_decision("V1");
    proposal.set_option("ben");
    proposal.set_by("CAS");
    proposal.set_text("Ben heeft een kamer vrij.");
    proposal.set_parked(true);
    unsigned order = 0;
    for (const auto& [id, name, holder] :
         {std::tuple{"HUISVERBOD", "Een huisverbod opleggen", "POL-V"},
          std::tuple{"VEILIGHEID", "Veiligheidsafspraken maken", "VT"}}) {
        v1::Power& power = *builder.add(std::string("power:") + id).mutable_power();
        power.set_id(id);
        put(power.mutable_name(), name);
        power.add_holders(holder);
        power.set_order(order++);
    }
    for (const auto& [id, title, used] :
         {std::tuple{"ALARM", "Noodknop voor Mirjam", ""},
          std::tuple{"OPVANG", "Plek in de opvang regelen", "VT"}}) {
        v1::Intervention& made =
            *builder.add(std::string("intervention:") + id).mutable_intervention();
        made.set_id(id);
        put(made.mutable_title(), title);
        put(made.mutable_text(), "Binnen een uur geregeld, als Mirjam het wil.");
        made.set_power("VEILIGHEID");
        made.set_must_cite(true);
        made.set_used_by(used);
        made.set_used_at_sim_ms(10 * hour);
        made.set_times(1);
        made.set_times_left(made.used_by().empty() ? 1 : 0);
        made.set_order(order++);
    }
    v1::Plan& plan = *builder.add("plan").mutable_plan();
    plan.set_table("V");
    plan.set_expected(4);
    for (const char* role : {"PRC", "CAS", "VT"}) plan.add_roles(role);
    v1::Action& action =
        *builder.add(contract::entity_key(contract::entities::action, 80)).mutable_action();
    action.set_id(80);
    action.set_author("CAS");
    action.set_text("Mirjam bellen en afspreken wat we met wie delen.");
    action.set_lead("CAS");
    action.set_deadline_sim_ms(17 * hour);
    action.add_informed("VT");
    action.add_informed("PRC");
    action.add_confirmed("PRC");
    v1::Spoken& spoken =
        *builder.add(contract::entity_key(contract::entities::spoken, 90)).mutable_spoken();
    spoken.set_id(90);
    spoken.set_giver("POL-V");
    spoken.add_to("VT");
    spoken.set_category("police");
    spoken.add_about("jesse");
}

void add_swap(Builder& builder, const std::string& stage) {
    v1::SwapUnderWay& swap = *builder.add("swap").mutable_swap();
    swap.set_stage(stage);
    swap.set_ends_in_ms(134'000);
    v1::ViewPair& pair = *swap.add_pairs();
    pair.set_one("OVJ");
    pair.set_other("VT");
    swap.add_ready("OVJ");
    if (stage != "reading") return;
    v1::HandoverNote& note = *builder.add("handover:VT").mutable_handover_note();
    note.set_role("VT");
    note.set_text("Mirjam vertrouwt ons een beetje. Bel haar vanavond voordat je iets deelt.");
    note.add_items("A03");
    note.add_requests(20);
}

void add_crowd(Builder& builder) {
    for (unsigned index = 0; index < 500; ++index) {
        v1::Item& item = builder.item(
            "X" + std::to_string(index),
            "Een lange titel van een stuk dat nergens in past, nummer " + std::to_string(index),
            "Tekst.", "police", index % 4, index % 2 == 0 ? "" : "POL-Z");
        item.set_read(index % 3 != 0);
        item.add_about("jesse");
        builder.message(1000 + index, index % 2 == 0 ? "PRC" : "VT",
                        "Bericht " + std::to_string(index) + ": " + std::string(index % 90, 'w') +
                            " en dan nog een zin die over meer regels loopt dan je zou willen.",
                        10 * hour + 15 * minute + index);
        builder.share(5000 + index, "X" + std::to_string(index), "POL-Z", "VT", 1 + index % 5,
                      10 * hour + index);
    }
    for (unsigned index = 0; index < 40; ++index) {
        builder.request(
            9000 + index, "OVJ", "VT",
            "Een heel lange vraag die eigenlijk uit verschillende vragen bestaat en waar niemand "
            "in één keer antwoord op kan geven, maar die toch gesteld is (" +
                std::to_string(index) + ")",
            9 * hour + index * minute);
        v1::Notice& notice = *builder.add("notice:N" + std::to_string(index)).mutable_notice();
        put(notice.mutable_title(), "Melding " + std::to_string(index));
        put(notice.mutable_text(),
            "Er gebeurt van alles tegelijk, en niemand weet nog wat het betekent.");
        notice.set_at_sim_ms(10 * hour + index * minute);
    }
}

model::Model role_world(bool filled, bool crowd, const std::string& swap = {}) {
    model::Model model;
    model.link = model::Link::ready;
    model.code = "K7W4MPQX";
    model.participant = 5;
    add_names(model);
    Builder builder("role:VT");
    builder.session("running", 10 * hour + 15 * minute);
    add_seats(builder, true);
    add_card(builder);
    add_case(builder);
    add_meeting(builder);
    if (filled) {
        builder.add("privacy_officer").mutable_privacy_officer()->set_left(2);
        add_items(builder);
        add_talk(builder);
        add_decisions_and_plan(builder);
    }
    if (crowd) add_crowd(builder);
    if (!swap.empty()) add_swap(builder, swap);
    builder.into(model);
    return model;
}

model::Model trainer(bool crowd) {
    model::Model model;
    model.link = model::Link::ready;
    model.code = "K7W4MPQX";
    model.trainer = true;
    add_names(model);
    Builder builder("trainer");
    builder.session("running", 10 * hour + 15 * minute);
    add_seats(builder, true);
    add_case(builder);
    add_meeting(builder);
    add_talk(builder);
    if (crowd) add_crowd(builder);
    struct Control {
        const char *id, *title, *to, *status;
        std::int64_t at;
    };
    const Control controls[] = {
        {"INJ-01", "Moeder belt", "VT", "effective", 10 * hour},
        {"INJ-02", "Mail over vrijlating", "NAZ", "pending", 0},
        {"INJ-03", "Moeder belt: gaat het door?", "CAS", "waiting", 11 * hour},
        {"INJ-04", "Burgemeester wil antwoord", "POL-V", "waiting", 0}};
    for (const Control& each : controls) {
        v1::InjectControl& inject =
            *builder.add(std::string("inject:") + each.id).mutable_inject_control();
        inject.set_id(each.id);
        put(inject.mutable_title(), each.title);
        put(inject.mutable_text(),
            "Er hangt iemand aan de lijn met een vraag die niet kan wachten.");
        inject.add_to(each.to);
        inject.set_status(each.status);
        inject.set_timed(each.at != 0);
        inject.set_at_sim_ms(each.at);
        if (std::string(each.status) == "pending") inject.set_effective_in_ms(8000);
    }
    for (const char* item : {"A03", "A04", "A05"}) {
        v1::Holding& holding = *builder.add(std::string("holding:VT:") + item).mutable_holding();
        holding.set_role("VT");
        holding.set_item(item);
        holding.set_form(4);
        holding.set_read(std::string(item) == "A03");
        holding.set_original(true);
        put(holding.mutable_title(), "Aangiften ingetrokken");
    }
    builder.into(model);
    return model;
}

}  // namespace

v1::Invitation an_invitation() {
    v1::Invitation place;
    place.set_address("https://oefenen.oosterwaard.nl/K7W4-MPQX");
    constexpr int side = 29;
    std::string modules((side * side + 7) / 8, '\0');
    const auto corner = [](int row, int column) {
        const int ring = std::max(std::abs(row - 3), std::abs(column - 3));
        return ring != 2 && ring <= 3;
    };
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            bool dark = (row * 7 + column * 13 + row * column) % 3 == 0;
            if (row < 8 && column < 8) dark = corner(row, column);
            if (row < 8 && column >= side - 8) dark = corner(row, column - side + 7);
            if (row >= side - 8 && column < 8) dark = corner(row - side + 7, column);
            const int at = row * side + column;
            auto& byte = modules[static_cast<std::size_t>(at / 8)];
            if (dark) byte = static_cast<char>(byte | 0x80 >> at % 8);
        }
    place.set_side(side);
    place.set_modules(modules);
    return place;
}

model::Model lobby_world() {
    model::Model model;
    model.link = model::Link::greeting;
    add_names(model);
    Builder builder("seat");
    builder.session("lobby", 9 * hour);
    add_seats(builder, false);
    builder.into(model);
    return model;
}

model::Model seated_world() {
    model::Model model;
    model.link = model::Link::ready;
    model.code = "K7W4MPQX";
    model.participant = 5;
    add_names(model);
    Builder builder("role:VT");
    builder.session("lobby", 9 * hour);
    add_seats(builder, true);
    add_card(builder);
    builder.into(model);
    return model;
}

model::Model table_world() { return role_world(true, false); }
model::Model swap_world(const std::string& stage) { return role_world(true, false, stage); }

v1::Entity ending_of_the_case() {
    v1::Entity entity;
    entity.set_key("ending");
    v1::Ending& ending = *entity.mutable_ending();
    ending.set_id("GEDRAGEN");
    ending.mutable_title()->set_nl("Gedragen");
    ending.mutable_title()->set_en("Carried");
    ending.mutable_text()->set_nl(
        "De vrijlating verliep stil. Ronald woont op een adres dat is nagegaan en meldt zich elke "
        "week. Jesse "
        "is bij oma en volgt zijn rooster. Milan gaat halve dagen naar school. Er is één plan, en "
        "Mirjam weet "
        "wie ze belt.\n\nNiemand aan een van beide tafels heeft dit alleen gedaan.");
    ending.mutable_text()->set_en(
        "The release was quiet. Ronald lives at an address that was checked and reports every "
        "week. There is one "
        "plan, and Mirjam knows whom to call.\n\nNobody at either table did this alone.");
    ending.mutable_good()->set_nl("Milan kwam met één broodtrommel naar school.");
    ending.mutable_good()->set_en("Milan came to school with one lunch box.");
    ending.mutable_loss()->set_nl(
        "Jesse woont niet thuis. Dat het bij oma goed gaat, maakt dat niet minder waar.");
    ending.mutable_loss()->set_en(
        "Jesse does not live at home. That things go well at his grandmother's makes that no less "
        "true.");
    return entity;
}

model::Model ended_world() {
    model::Model model = table_world();
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity entity = *model.views["role:VT"].find("session");
    entity.mutable_session()->set_phase("ended");
    entity.mutable_session()->set_running(false);
    entity.mutable_session()->set_end_reason("time_is_up");
    *patch.add_entities() = entity;
    *patch.add_entities() = ending_of_the_case();
    model.views["role:VT"].merge(patch);
    return model;
}

model::Model empty_world() { return role_world(false, false); }
model::Model crowded_world() { return role_world(true, true); }
model::Model trainer_world() { return trainer(false); }
model::Model crowded_trainer_world() { return trainer(true); }

model::Model desk_world() {
    model::Model model;
    model.link = model::Link::ready;
    model.trainer = true;
    v1::ScenarioEntry scenario;
    scenario.set_id("oefentafel");
    put(scenario.mutable_title(), "Oefentafel: het keukenraam");
    scenario.set_roles(4);
    scenario.set_minutes(10);
    model.scenarios = {scenario};
    v1::SessionEntry session;
    session.set_code("K7W4MPQX");
    put(session.mutable_title(), "Familie Terhorst");
    session.set_phase("running");
    session.set_participants(12);
    session.set_connected(11);
    session.set_sim_ms(10 * hour + 15 * minute);
    model.sessions = {session};
    return model;
}

void give_source(model::Model& model, const std::string& basis, const std::string& source) {
    for (auto& [name, view] : model.views) {
        const v1::Entity* known = view.find("basis:" + basis);
        if (known == nullptr) continue;
        v1::ViewPatch patch;
        patch.set_view(name);
        v1::Entity& entity = *patch.add_entities();
        entity = *known;
        entity.mutable_basis()->set_source(source);
        entity.mutable_basis()->set_dated("2025-03-01");
        view.merge(patch);
    }
}

model::Model offline(model::Model model) {
    model.link = model::Link::offline;
    model.waiting = 2;
    return model;
}

}  // namespace casustafel::ui
