// Items, who has them, and how they travel: shares and requests.
#include <algorithm>

#include "server/core/law/verdict.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"
#include "server/view/families/wording.hpp"

namespace casustafel::view {
namespace {

using core::Form;

constexpr Kind item = kind(v1::Entity::kItem);
constexpr Kind holding = kind(v1::Entity::kHolding);
constexpr Kind share = kind(v1::Entity::kShare);
constexpr Kind request = kind(v1::Entity::kRequest);

Seen own_item(const Eyes& eyes) { return eyes.own(eyes.see(core::ItemId{eyes.subject.id})); }

// What the role can send in each form up to the one it has. In its own form that is what it reads:
// it cannot pass on words that it never got.
void put_as_sent(const Look& look, const core::Item& written, const core::Holding& held,
                 v1::Item& m) {
    for (Form form = Form::pointer; form < held.form; form = Form(number(form) + 1))
        put(authored(look.scenario, written, form), m.add_as_sent());
    put(as_held(look.state, written, held), m.add_as_sent());
}

void put_origin(const Look& look, const core::Holding& held, v1::Item& m) {
    m.set_original(held.original);
    const auto sent = look.state.shares.find(held.share);
    if (sent != look.state.shares.end()) m.set_received_from(sent->second.event.giver.value);
}

// What the tests plant, so that their checks have something to find.
void leak(const Look& look, const core::Item& written, v1::Item& m) {
    if (look.leak == testing::Leak::one_field_more) put(written.title, m.mutable_title());
    if (look.leak != testing::Leak::others_readings) return;
    const auto& holdings = look.state.holdings;
    m.set_read(std::any_of(holdings.begin(), holdings.end(), [&](const auto& each) {
        return each.first.second == written.id && each.second.read_at_sim_ms;
    }));
}

void fill_item(const Look& look, v1::Entity& entity) {
    v1::Item& m = *entity.mutable_item();
    const core::Item& written = *find(look.scenario, core::ItemId{look.subject.id});
    const core::Holding& held = *core::holding(look.state, look.facet.role, written.id);
    m.set_id(written.id.value);
    if (held.form >= Form::summary) put(written.title, m.mutable_title());
    put(as_held(look.state, written, held), m.mutable_text());
    put_ids(written.about, m.mutable_about());
    m.set_category(word(written.category));
    m.set_sensitivity(static_cast<std::uint32_t>(written.sensitivity));
    m.set_form(number(held.form));
    if (held.form >= Form::facts) put(written.source, m.mutable_source());
    put_origin(look, held, m);
    m.set_since_sim_ms(held.since_sim_ms);
    m.set_read(held.read_at_sim_ms.has_value());
    if (held.mark) m.set_mark(word(*held.mark));
    if (held.original) put(written.caution, m.mutable_caution());
    put_as_sent(look, written, held, m);
    m.set_order(order_of(look.scenario.items, written));
    m.set_presented_as_fact(held.form >= Form::conclusion && written.presented_as_fact);
    leak(look, written, m);
}

void list_holdings(const Listing& listing) {
    for (const auto& [whose, held] : listing.state.holdings)
        listing.add(whose.second.value, whose.first.value);
}

Seen any_holding(const Eyes& eyes) {
    const std::pair whose{core::RoleId{eyes.subject.of}, core::ItemId{eyes.subject.id}};
    return when(eyes.state.holdings.contains(whose), FacetKind::trainer);
}

void fill_holding(const Look& look, v1::Entity& entity) {
    v1::Holding& m = *entity.mutable_holding();
    const core::RoleId role{look.subject.of};
    const core::Item& written = *find(look.scenario, core::ItemId{look.subject.id});
    const core::Holding& held = *core::holding(look.state, role, written.id);
    m.set_role(role.value);
    m.set_item(written.id.value);
    m.set_form(number(held.form));
    m.set_read(held.read_at_sim_ms.has_value());
    if (held.mark) m.set_mark(word(*held.mark));
    m.set_original(held.original);
    put(written.title, m.mutable_title());
    m.set_since_sim_ms(held.since_sim_ms);
}

Seen seen_share(const Eyes& eyes) {
    const auto* sent = made(eyes.state.shares, eyes.subject);
    if (!sent || !eyes.see(*sent)) return nothing;
    const auto asked = eyes.state.requests.find(sent->event.request);
    const bool party = asked != eyes.state.requests.end() && eyes.see(asked->second);
    return Facet{party ? FacetKind::party : FacetKind::open, {}};
}

void put_verdict(const core::Recipient& recipient, v1::ShareVerdict& m) {
    m.set_role(recipient.role.value);
    m.set_light(word(core::light(recipient.verdict)));
    for (const core::Label label : recipient.verdict.labels) m.add_labels(word(label));
}

void fill_share(const Look& look, v1::Entity& entity) {
    v1::Share& m = *entity.mutable_share();
    const core::Share& sent = look.state.shares.at(entity_id(look.subject));
    const core::ItemShared& event = sent.event;
    const bool party = look.is_trainer() || look.facet.kind == FacetKind::party;
    m.set_id(number(event.share));
    m.set_item(event.item.value);
    m.set_giver(event.giver.value);
    put_ids(event.to, m.mutable_to());
    m.set_meeting(event.meeting.value);
    m.set_purpose(word(event.purpose));
    m.set_basis(event.basis.value);
    m.set_form(number(event.form));
    m.set_at_sim_ms(sent.at_sim_ms);
    m.set_partial(event.partial && party);
    m.set_aloud(event.aloud);
    if (party) m.set_request(number(event.request));
    if (look.is_trainer())
        for (const core::Recipient& each : event.recipients) put_verdict(each, *m.add_verdicts());
    put(as_shared(look.scenario, sent), m.mutable_text());
}

void put_answer(const core::Answer& answer, v1::Answer& m) {
    m.set_by(answer.by.value);
    m.set_kind(word(answer.kind));
    if (answer.kind == core::AnswerKind::refused) m.set_reason(word(answer.reason));
    m.set_referred_to(answer.referred_to.value);
    m.set_share(number(answer.share));
    m.set_text(answer.text);
    m.set_at_sim_ms(answer.at_sim_ms);
    m.set_offered_form(number(answer.offered_form));
    m.set_offered_role(answer.offered_role.value);
}

void fill_request(const Look& look, v1::Entity& entity) {
    v1::Request& m = *entity.mutable_request();
    const core::Request& asked = look.state.requests.at(entity_id(look.subject));
    const core::RequestMade& event = asked.event;
    const bool trainer = look.is_trainer();
    m.set_id(number(event.request));
    m.set_asker(event.asker.value);
    put_ids(event.to, m.mutable_to());
    m.set_person(event.person.value);
    m.set_category(word(event.category));
    // To who has nothing of the item its id says nothing.
    if (trainer || core::sees(look.state, look.facet.role, event.item))
        m.set_item(event.item.value);
    m.set_text(event.text);
    if (const auto* inject = find(look.scenario, event.scripted.inject))
        put(inject->asks[static_cast<std::size_t>(event.scripted.index)].text,
            m.mutable_scripted());
    m.set_at_sim_ms(asked.at_sim_ms);
    const bool sees_all = trainer || look.facet.role == event.asker;
    for (std::size_t at = 0; at < event.term_ends_sim_ms.size(); ++at) {
        const bool own = at < event.to.size() && event.to[at] == look.facet.role;
        m.add_term_ends_sim_ms(sees_all || own ? event.term_ends_sim_ms[at] : 0);
    }
    for (const core::Answer& answer : asked.answers)
        if (trainer || core::sees(look.state, look.facet.role, asked, answer))
            put_answer(answer, *m.add_answers());
}

constexpr Row rows[] = {
    {.kind = item,
     .key = contract::entities::item,
     .offered = Offered::to_role,
     .list = list_written<&core::Scenario::items>,
     .role = own_item,
     .fill = fill_item},
    {.kind = holding,
     .key = contract::entities::holding,
     .offered = Offered::to_trainer,
     .list = list_holdings,
     .trainer = any_holding,
     .fill = fill_holding},
    {.kind = share,
     .key = contract::entities::share,
     .offered = Offered::of_play,
     .list = list_made<&core::State::shares>,
     .role = seen_share,
     .trainer = when_made<&core::State::shares, FacetKind::trainer>,
     .fill = fill_share},
    {.kind = request,
     .key = contract::entities::request,
     .offered = Offered::of_play,
     .list = list_made<&core::State::requests>,
     .role = own_when<when_sees_made<&core::State::requests>>,
     .trainer = when_made<&core::State::requests, FacetKind::trainer>,
     .fill = fill_request},
};

struct Changes : Touch {
    void on(const core::ItemDealt& e) {
        for (const core::RoleId& role : e.to) held(role, e.item);
    }
    void on(const core::ItemRead& e) { held(e.role, e.item); }
    void on(const core::ItemMarked& e) { held(e.role, e.item); }
    void on(const core::ItemEmerged& e) { held(e.role, e.item); }
    void on(const core::ItemShared& e) {
        add(share, e.share);
        for (const core::RoleId& role : e.to) held(role, e.item);
        if (e.request != core::EntityId::none) add(request, e.request);
    }
    void on(const core::RequestMade& e) { add(request, e.request); }
    void on(const core::RequestAnswered& e) { add(request, e.request); }
    // Every open request has more time.
    void on(const core::TermsLengthened&) { add_all(request, after.requests); }
    void on(const core::RolesSwapped&) { add_all(request, after.requests); }
    void on_item(const core::ItemId& id) {
        add_those(request, after.requests, [&](const auto& each) { return each.event.item == id; });
    }

    void held(const core::RoleId& role, const core::ItemId& id) {
        add_for(role, item, id.value);
        add(holding, id.value, role.value);
    }
};

}  // namespace

constinit const Family families::information = family<Changes>(rows);

}  // namespace casustafel::view
