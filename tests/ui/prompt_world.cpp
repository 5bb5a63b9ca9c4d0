#include "prompt_world.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

void put(v1::Text* text, const std::string& dutch, const std::string& english) {
    text->set_nl(dutch);
    text->set_en(english);
}

std::string view_of(const model::Model& model) { return model.trainer ? "trainer" : "role:VT"; }

v1::ViewPatch patch_of(const model::Model& model) {
    v1::ViewPatch patch;
    patch.set_view(view_of(model));
    return patch;
}

void into(model::Model& model, const v1::ViewPatch& patch) {
    model.views[patch.view()].merge(patch);
}

v1::Session& session_in(const model::Model& model, v1::ViewPatch& patch) {
    v1::Entity& entity = entity_in(patch, "session");
    entity = *model.views.at(patch.view()).find("session");
    return *entity.mutable_session();
}

void add_option(v1::PromptQuestion& question, const std::string& id, const std::string& dutch,
                const std::string& english) {
    v1::PromptOption& option = *question.add_options();
    option.set_id(id);
    put(option.mutable_text(), dutch, english);
}

void add_questions(v1::Prompt& prompt) {
    v1::PromptQuestion& lead = *prompt.add_questions();
    lead.set_id("lead");
    put(lead.mutable_text(), "Wie heeft nu de regie over het plan voor Milan?",
        "Who leads the plan for Milan now?");
    add_option(lead, "cas", "De casusregisseur", "The case coordinator");
    add_option(lead, "prc", "De procesregisseur", "The process director");
    add_option(lead, "nobody", "Niemand", "Nobody");
    v1::PromptQuestion& risk = *prompt.add_questions();
    risk.set_id("risk");
    put(risk.mutable_text(), "Wat is morgen het grootste risico?",
        "What is the biggest risk tomorrow?");
    add_option(risk, "home", "Ronald staat voor de deur voordat er een veilig adres is",
               "Ronald is at the door before there is a safe address");
    add_option(risk, "school", "Milan komt niet op school", "Milan does not go to school");
    v1::PromptQuestion& other = *prompt.add_questions();
    other.set_id("other");
    put(other.mutable_text(), "Wat gaat de andere tafel vandaag besluiten over Jesse?",
        "What will the other table decide about Jesse today?");
    add_option(other, "stay", "Hij blijft vastzitten", "He stays in detention");
    add_option(other, "go", "Hij gaat naar huis, met voorwaarden", "He goes home, with conditions");
    add_option(other, "free", "Hij gaat naar huis, zonder voorwaarden",
               "He goes home, without conditions");
}

void add_many_questions(v1::Prompt& prompt) {
    const std::string dutch =
        "Een heel lange vraag over alles wat er morgen aan beide tafels tegelijk kan gebeuren, en "
        "wie daar dan als eerste iets van merkt, voordat een ander het weet";
    const std::string english =
        "A very long question about all that may happen tomorrow at both tables at the same time, "
        "and who will be the first to notice, before anybody else knows";
    for (int number = 0; number < 8; ++number) {
        v1::PromptQuestion& question = *prompt.add_questions();
        question.set_id("q" + std::to_string(number));
        put(question.mutable_text(), dutch, english);
        for (int option = 0; option < 8; ++option)
            add_option(question, "o" + std::to_string(option), dutch, english);
    }
}

v1::Prompt& add_prompt(v1::ViewPatch& patch, const std::string& id, const std::string& status) {
    v1::Prompt& prompt = *entity_in(patch, "prompt:" + id).mutable_prompt();
    prompt.set_id(id);
    put(prompt.mutable_title(), "Vlak voor de wissel", "Just before the swap");
    prompt.set_status(status);
    if (status == "open") prompt.set_ends_in_ms(161'000);
    prompt.set_holds(true);
    prompt.set_seen_by("trainer");
    prompt.set_shown_as("named");
    return prompt;
}

void answer(v1::Prompt& prompt, std::uint32_t who, std::initializer_list<int> options) {
    prompt.add_answered(who);
    prompt.set_shown(true);
    int question = 0;
    for (const int option : options)
        prompt.mutable_questions(question++)->mutable_options(option)->add_chosen_by(who);
}

void add_participants(v1::ViewPatch& patch) {
    const char* roles[] = {"OVJ", "SHN-Z", "PRC", "CAS", "VT", "NAZ", "POL-V", "SHN-V"};
    for (std::uint32_t id = 1; id <= 8; ++id) {
        v1::Participant& each =
            *entity_in(patch, "participant:" + std::to_string(id)).mutable_participant();
        each.set_id(id);
        each.set_connected(id != 6);
        each.set_absent(id == 6);
        each.add_roles(roles[id - 1]);
    }
}

void add_correction(v1::ViewPatch& patch, const std::string& kind, std::uint64_t made,
                    const std::string& decision, const std::string& reason) {
    v1::Correction& correction =
        *entity_in(patch,
                   contract::entity_key(contract::entities::correction, kind,
                                        kind == "decision" ? decision : contract::to_hex(made)))
             .mutable_correction();
    correction.set_kind(kind);
    correction.set_made(made);
    correction.set_decision(decision);
    correction.set_reason(reason);
    correction.set_at_sim_ms(10 * hour + 14 * minute);
}

}  // namespace

v1::Entity& entity_in(v1::ViewPatch& patch, const std::string& key) {
    v1::Entity& entity = *patch.add_entities();
    entity.set_key(key);
    return entity;
}

model::Model asking(model::Model model, bool crowd) {
    v1::ViewPatch patch = patch_of(model);
    session_in(model, patch).set_asking(true);
    patch.mutable_entities(0)->mutable_session()->set_running(false);
    v1::Prompt& prompt = add_prompt(patch, "BEFORE_SWAP", "open");
    if (crowd)
        add_many_questions(prompt);
    else
        add_questions(prompt);
    into(model, patch);
    return model;
}

model::Model answered(model::Model model) {
    v1::ViewPatch patch = patch_of(model);
    v1::Entity& entity = entity_in(patch, "prompt:BEFORE_SWAP");
    entity = *model.views.at(patch.view()).find("prompt:BEFORE_SWAP");
    for (const char* question : {"lead", "risk", "other"}) {
        v1::PromptChoice& choice = *entity.mutable_prompt()->add_mine();
        choice.set_question(question);
        const std::string which = question;
        choice.set_option(which == "lead" ? "cas" : which == "risk" ? "home" : "go");
    }
    into(model, patch);
    return model;
}

model::Model after_prompt(model::Model model) {
    v1::ViewPatch patch = patch_of(model);
    v1::Session& session = session_in(model, patch);
    session.set_asking(false);
    session.set_running(true);
    patch.add_gone("prompt:BEFORE_SWAP");
    into(model, patch);
    return model;
}

model::Model with_heard(model::Model model, unsigned count) {
    v1::ViewPatch patch = patch_of(model);
    for (unsigned index = 0; index < count; ++index) {
        for (const bool mine : {false, true}) {
            const std::uint64_t id = 300 + 2 * index + (mine ? 1 : 0);
            v1::Heard& heard =
                *entity_in(patch, contract::entity_key(contract::entities::heard, id))
                     .mutable_heard();
            heard.set_id(id);
            heard.set_by(mine ? "VT" : "POL-V");
            heard.set_giver(mine ? "CAS" : "VT");
            heard.set_person("mirjam");
            heard.set_category("domestic_violence");
            if (!mine) heard.set_text("Dat ze de aangifte twee keer introk.");
            heard.set_at_sim_ms(10 * hour + index);
        }
    }
    into(model, patch);
    return model;
}

model::Model with_scripted(model::Model model) {
    v1::ViewPatch patch = patch_of(model);
    v1::Request& request =
        *entity_in(patch, contract::entity_key(contract::entities::request, 60)).mutable_request();
    request.set_id(60);
    request.set_asker("SHN-Z");
    request.add_to("VT");
    request.set_person("mirjam");
    request.set_category("victim");
    put(request.mutable_scripted(), "Weet Mirjam dat ze hulp kan krijgen?",
        "Does Mirjam know that she can get help?");
    request.set_at_sim_ms(10 * hour);
    request.add_term_ends_sim_ms(12 * hour);
    v1::Action& action =
        *entity_in(patch, contract::entity_key(contract::entities::action, 81)).mutable_action();
    action.set_id(81);
    action.set_author("CAS");
    action.set_lead("CAS");
    put(action.mutable_scripted(), "Een afspraak met de school maken",
        "Make an appointment with the school");
    action.set_added_at_sim_ms(10 * hour);
    into(model, patch);
    return model;
}

model::Model with_prompts(model::Model model, const std::string& status, bool crowd) {
    v1::ViewPatch patch = patch_of(model);
    v1::Session& session = session_in(model, patch);
    session.set_asking(status == "open");
    session.set_running(status != "open");
    add_participants(patch);
    v1::Prompt& done = add_prompt(patch, "FIRST", "closed");
    put(done.mutable_title(), "Na de beeldvorming", "After the picture");
    done.set_at_sim_ms(10 * hour);
    add_questions(done);
    for (std::uint32_t who = 1; who <= 8; ++who)
        if (who != 6)
            answer(done, who, {who % 3 == 0 ? 1 : 0, who % 2 == 0 ? 1 : 0, who == 7 ? 2 : 1});
    done.mutable_questions(0)->mutable_options(0)->set_right(true);
    done.mutable_questions(1)->mutable_options(0)->set_right(true);
    v1::Prompt& now = add_prompt(patch, "BEFORE_SWAP", status);
    if (crowd)
        add_many_questions(now);
    else
        add_questions(now);
    if (status == "open")
        for (const std::uint32_t who : {1U, 4U, 7U}) answer(now, who, {0, 0, 1});
    v1::Prompt& later = add_prompt(patch, "LAST", "waiting");
    put(later.mutable_title(), "Aan het eind", "At the end");
    later.set_at_sim_ms(39 * hour);
    add_questions(later);
    for (int index = 0; crowd && index < 30; ++index)
        add_questions(add_prompt(patch, "X" + std::to_string(index), "waiting"));
    into(model, patch);
    return model;
}

model::Model with_corrections(model::Model model, bool some_left_out, bool crowd) {
    model = with_scripted(std::move(model));
    v1::ViewPatch patch = patch_of(model);
    v1::Decision& decision = *entity_in(patch, "decision:V2").mutable_decision();
    decision.set_id("V2");
    put(decision.mutable_title(), "Hoe krijgt Milan zijn schoolweek terug?",
        "How does Milan get his school week back?");
    decision.set_status("taken");
    decision.set_taken_by("CAS");
    decision.set_at_sim_ms(10 * hour + 5 * minute);
    if (some_left_out) {
        add_correction(patch, "share", 10, {}, "Misklik: het was voor PRC bedoeld.");
        add_correction(patch, "decision", 0, "V2", "In de zaal was dit al anders afgesproken.");
    }
    for (unsigned index = 0; crowd && index < 200; ++index)
        add_correction(patch, "share", 5000 + index, {},
                       "Een heel lange reden die uitlegt wat er in de zaal gebeurde, wie dat zag, "
                       "en waarom het daarom eigenlijk niet mee mag tellen.");
    into(model, patch);
    return model;
}

model::Model ended(model::Model model) {
    v1::ViewPatch patch = patch_of(model);
    v1::Session& session = session_in(model, patch);
    session.set_phase("ended");
    session.set_running(false);
    session.set_end_reason("trainer");
    into(model, patch);
    return model;
}

}  // namespace casustafel::ui
