#include <algorithm>

#include "server/view/content.hpp"
#include "server/view/fields.hpp"
#include "server/view/wording.hpp"

namespace casustafel::view {
namespace {

using core::Form;

// What the role can send in each form up to the one it has. In its own form that is what it reads:
// it cannot pass on words that it never got.
void put_as_sent(const Look& look, const core::Item& item, const core::Holding& holding,
                 v1::Item& m) {
    for (Form form = Form::pointer; form < holding.form; form = Form(number(form) + 1))
        put(authored(look.scenario, item, form), m.add_as_sent());
    put(as_held(look.state, item, holding), m.add_as_sent());
}

void put_origin(const Look& look, const core::Holding& holding, v1::Item& m) {
    m.set_original(holding.original);
    const auto share = look.state.shares.find(holding.share);
    if (share != look.state.shares.end()) m.set_received_from(share->second.event.giver.value);
}

// What the tests plant, so that their checks have something to find.
void leak(const Look& look, const core::Item& item, v1::Item& m) {
    if (look.leak == testing::Leak::one_field_more) put(item.title, m.mutable_title());
    if (look.leak != testing::Leak::others_readings) return;
    const auto& holdings = look.state.holdings;
    m.set_read(std::any_of(holdings.begin(), holdings.end(), [&](const auto& each) {
        return each.first.second == item.id && each.second.read_at_sim_ms;
    }));
}

}  // namespace

void fill(const Look& look, v1::Item& m) {
    const core::Item& item = *find(look.scenario, core::ItemId{look.subject.id});
    const core::Holding& holding = *core::holding(look.state, look.facet.role, item.id);
    m.set_id(item.id.value);
    if (holding.form >= Form::summary) put(item.title, m.mutable_title());
    put(as_held(look.state, item, holding), m.mutable_text());
    put_ids(item.about, m.mutable_about());
    m.set_category(word(item.category));
    m.set_sensitivity(static_cast<std::uint32_t>(item.sensitivity));
    m.set_form(number(holding.form));
    if (holding.form >= Form::facts) put(item.source, m.mutable_source());
    put_origin(look, holding, m);
    m.set_since_sim_ms(holding.since_sim_ms);
    m.set_read(holding.read_at_sim_ms.has_value());
    if (holding.mark) m.set_mark(word(*holding.mark));
    if (holding.original) put(item.caution, m.mutable_caution());
    put_as_sent(look, item, holding, m);
    m.set_order(order_of(look.scenario.items, item));
    m.set_presented_as_fact(holding.form >= Form::conclusion && item.presented_as_fact);
    leak(look, item, m);
}

void fill(const Look& look, v1::Holding& m) {
    const core::RoleId role{look.subject.of};
    const core::Item& item = *find(look.scenario, core::ItemId{look.subject.id});
    const core::Holding& holding = *core::holding(look.state, role, item.id);
    m.set_role(role.value);
    m.set_item(item.id.value);
    m.set_form(number(holding.form));
    m.set_read(holding.read_at_sim_ms.has_value());
    if (holding.mark) m.set_mark(word(*holding.mark));
    m.set_original(holding.original);
    put(item.title, m.mutable_title());
    m.set_since_sim_ms(holding.since_sim_ms);
}

}  // namespace casustafel::view
