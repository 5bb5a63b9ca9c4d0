#pragma once
// A table that a test writes down: the answer key, what the persona sees, and what it then does.
#include <gtest/gtest.h>

#include "client/bots/persona.hpp"

namespace casustafel::bots {

inline constexpr std::int64_t hour_ms = 3'600'000;

// VT holds A1, which OVJ needs as a conclusion. A test changes the key and adds to the view.
class PersonaTest : public testing::Test {
protected:
    PersonaTest() {
        key.roles = {{"OVJ", "Z", false}, {"VT", "V", false}, {"PRC", "V", true}};
        KeyItem item;
        item.id = "A1";
        item.category = "domestic_violence";
        item.about = {"mirjam"};
        item.sensitivity = 2;
        item.holders = {"VT"};
        item.needs = {{.role = "OVJ",
                       .purpose = "charging_decision",
                       .min_form = 2,
                       .known_to_holder = true}};
        item.ways = {{.from = {"VT"},
                      .to = {"OVJ"},
                      .purposes = {"charging_decision"},
                      .bases = {"WMOVT"},
                      .max_form = 3}};
        item.onward = "no";
        key.items = {item};
        for (const KeyRole& role : key.roles)
            put("role:" + role.id)->mutable_role()->set_id(role.id);
    }

    v1::Entity* put(const std::string& entity_key) {
        v1::Entity* entity = patch.add_entities();
        entity->set_key(entity_key);
        return entity;
    }
    v1::Item* hold(const std::string& id, std::uint32_t form = 5, bool original = true) {
        v1::Item* item = put("item:" + id)->mutable_item();
        item->set_id(id);
        item->set_form(form);
        item->set_original(original);
        item->set_read(true);
        item->set_mark("fact");
        for (std::uint32_t each = 1; each <= form; ++each) item->add_as_sent()->set_nl("tekst");
        return item;
    }
    void be_asked(std::uint64_t id, const std::string& asker, const std::string& of) {
        v1::Request* request = put("request:" + std::to_string(id))->mutable_request();
        request->set_id(id);
        request->set_asker(asker);
        request->add_to(of);
        request->set_person("mirjam");
        request->set_category("domestic_violence");
    }
    std::vector<v1::Command> acts_of(Persona& persona, std::int64_t sim_ms = 0) {
        model::View view;
        view.merge(patch);
        return persona.act(view, sim_ms);
    }
    std::vector<v1::Command> acts_of(Character character, const std::string& role) {
        Persona persona = seated(character, role);
        return acts_of(persona);
    }
    // One who sat down a minute ago, when there was nothing to see yet.
    Persona seated(Character character, const std::string& role, std::uint64_t seed = 1) {
        Persona persona(character, key, role, seed);
        persona.act(model::View(), -60'000);
        return persona;
    }
    static std::vector<v1::ShareItem> shares(const std::vector<v1::Command>& acts) {
        std::vector<v1::ShareItem> found;
        for (const v1::Command& act : acts) {
            if (act.has_share_item()) found.push_back(act.share_item());
        }
        return found;
    }

    AnswerKey key;
    v1::ViewPatch patch;
};

}  // namespace casustafel::bots
