#include "client/ui/interludes/deeds.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/naming.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t most_messages = 5;
constexpr float words_left = 34;

template <class List>
std::string listed(const Panel& panel, const List& names) {
    return enumerate(panel, {names.begin(), names.end()});
}

template <class List>
bool has(const List& list, const std::string& role) {
    return std::find(list.begin(), list.end(), role) != list.end();
}

// Two sentences after each other; the first gets a full stop when it has no end of its own.
std::string with(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    const bool ends = std::string_view(".?!").find(first.back()) != std::string_view::npos;
    return first + (ends ? " " : ". ") + second;
}

class Collector {
public:
    Collector(const Panel& panel, const std::string& role) : panel_(panel), role_(role) {}

    std::vector<Deed> all() {
        gather([&] { decided(), used(); });
        gather([&] { promised(), agreed(); });
        gather([&] { answered(); });
        gather([&] { asked(); });
        gather([&] { given(); });
        gather([&] { told_persons(); });
        gather([&] { said(); }, most_messages);
        return std::move(all_);
    }

private:
    // One kind of deeds, the newest first.
    template <class Add>
    void gather(Add add, std::size_t most = 1'000) {
        const std::size_t begin = all_.size();
        add();
        std::stable_sort(
            all_.begin() + static_cast<std::ptrdiff_t>(begin), all_.end(),
            [](const Deed& one, const Deed& other) { return one.at_sim_ms > other.at_sim_ms; });
        if (all_.size() > begin + most) all_.resize(begin + most);
    }
    void add(Icon icon, std::string title, std::string words, std::int64_t at_sim_ms) {
        all_.push_back({icon, std::move(title), std::move(words), at_sim_ms});
    }

    void decided() {
        for (const v1::Decision* decision : panel_.view->all<v1::Decision>()) {
            if (decision->taken_by() != role_) continue;
            std::string option = decision->option();
            for (const v1::DecisionOption& each : decision->options())
                if (each.id() == option) option = panel_.in(each.title());
            const bool pending = decision->status() == contract::DecisionStatus::pending;
            add(Icon::gavel,
                panel_.say(pending ? Say::deed_deciding : Say::deed_decided,
                           {panel_.in(decision->title())}),
                with(option, decision->text()), decision->at_sim_ms());
        }
        for (const v1::Proposal* proposal : panel_.view->all<v1::Proposal>()) {
            if (proposal->by() != role_) continue;
            std::string option = proposal->option();
            if (const auto* decision = panel_.view->find<v1::Decision>(proposal->decision()))
                for (const v1::DecisionOption& each : decision->options())
                    if (each.id() == option) option = panel_.in(each.title());
            add(Icon::scale_balance,
                panel_.say(Say::deed_proposed, {decision_in_words(panel_, proposal->decision())}),
                with(option, proposal->text()), proposal->at_sim_ms());
        }
    }

    void used() {
        for (const v1::Intervention* means : panel_.view->all<v1::Intervention>())
            if (means->used_by() == role_)
                add(Icon::flash, panel_.say(Say::deed_used), panel_.in(means->title()),
                    means->used_at_sim_ms());
    }

    // An action binds who leads it, whose power it takes, and who wrote it.
    void promised() {
        for (const v1::Action* action : panel_.view->all<v1::Action>()) {
            const bool leads = action->lead() == role_, holds = action->power_holder() == role_;
            const bool wrote = action->author() == role_;
            if (!leads && !holds && !wrote && !has(action->confirmed(), role_)) continue;
            std::string title = panel_.say(leads   ? Say::deed_leads
                                           : holds ? Say::deed_power
                                           : wrote ? Say::deed_planned
                                                   : Say::deed_confirmed);
            if (action->has_deadline_sim_ms())
                title = panel_.say(Say::deed_before,
                                   {title, moment(panel_, action->deadline_sim_ms())});
            add(Icon::flag, std::move(title), model::words_of(*action, panel_.english()),
                action->added_at_sim_ms());
        }
    }

    void agreed() {
        for (const v1::AuthorityQuestion* question : panel_.view->all<v1::AuthorityQuestion>()) {
            const std::string status =
                in_sentence(panel_.word("authority_status", question->status()));
            if (question->by() == role_)
                add(Icon::shield, panel_.say(Say::deed_asked_authority, {question->to(), status}),
                    with(item_words(panel_, question->item()), question->text()),
                    question->at_sim_ms());
        }
    }

    void answered() {
        for (const v1::Request* request : panel_.view->all<v1::Request>())
            for (const v1::Answer& answer : request->answers()) {
                if (answer.by() != role_ || answer.kind() == contract::AnswerKind::shared) continue;
                std::string how = in_sentence(panel_.word("answer", answer.kind()));
                if (answer.kind() == contract::AnswerKind::refused)
                    how += ", " + in_sentence(panel_.word("refusal_reason", answer.reason()));
                if (answer.kind() == contract::AnswerKind::referred)
                    how += ", " + answer.referred_to();
                add(Icon::reply, panel_.say(Say::deed_answered, {request->asker(), how}),
                    with(question_text(panel_, *request), answer.text()), answer.at_sim_ms());
            }
    }

    void asked() {
        for (const v1::Request* request : panel_.view->all<v1::Request>()) {
            if (request->asker() != role_) continue;
            add(Icon::question,
                panel_.say(model::is_open(*request) ? Say::deed_asks : Say::deed_asked,
                           {listed(panel_, request->to())}),
                question_text(panel_, *request), request->at_sim_ms());
        }
    }

    void given() {
        for (const v1::Share* share : panel_.view->all<v1::Share>())
            if (share->giver() == role_)
                add(Icon::share,
                    panel_.say(Say::deed_shared, {listed(panel_, share->to()),
                                                  in_sentence(form_name(panel_, share->form()))}),
                    item_words(panel_, share->item()), share->at_sim_ms());
        for (const v1::Spoken* spoken : panel_.view->all<v1::Spoken>())
            if (spoken->giver() == role_)
                add(Icon::send, panel_.say(Say::deed_spoken, {listed(panel_, spoken->to())}),
                    item_words(panel_, spoken->item()), spoken->at_sim_ms());
    }

    void told_persons() {
        for (const v1::Informed* informed : panel_.view->all<v1::Informed>())
            if (informed->role() == role_)
                add(Icon::information,
                    panel_.say(Say::deed_informed, {panel_.person_name(informed->person())}),
                    informed->text(), 0);
        for (const v1::Consent* consent : panel_.view->all<v1::Consent>())
            add(Icon::check_circle,
                panel_.say(Say::deed_consent,
                           {panel_.person_name(consent->person()),
                            in_sentence(panel_.word("consent_status", consent->status()))}),
                panel_.view->find<v1::Item>(consent->scope()) == nullptr
                    ? consent->scope()
                    : item_words(panel_, consent->scope()),
                0);
    }

    // What was promised in so many words stands here.
    void said() {
        for (const v1::Message* message : panel_.view->all<v1::Message>()) {
            if (message->sender() != role_) continue;
            const std::string whom = message->meeting().empty()
                                         ? listed(panel_, message->to())
                                         : meeting_in_words(panel_, message->meeting());
            add(Icon::message, panel_.say(Say::deed_said, {whom}), message->text(),
                message->at_sim_ms());
        }
    }

    const Panel& panel_;
    const std::string& role_;
    std::vector<Deed> all_;
};

void draw_deed(Panel& panel, Rect& inner, const Deed& deed) {
    const std::string when = deed.at_sim_ms > 0 ? when_words(panel, deed.at_sim_ms) : std::string();
    const float clock = when.empty() ? 0 : panel.draw().width(when, Type::small) + 13;
    const float wide = inner.width() - words_left;
    const float title = panel.draw().paragraph_height(wide - clock, deed.title, Type::strong),
                words = panel.draw().paragraph_height(wide, deed.words, Type::small),
                high = 6 + title + words + 8;
    keep_whole(panel.ui, {inner.left, inner.top, inner.right, inner.top + high});
    panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
    Rect row = inner.cut_top(high);
    row.cut_top(6);
    panel.draw().icon({row.left + 12, row.top + 11}, deed.icon, IconSize::control, Token::text_2);
    row.cut_left(words_left);
    Rect head = row.cut_top(title);
    panel.draw().line({head.left, head.top, head.right, head.top + 22}, when,
                      {Type::small, Token::text_2, Align::right});
    head.right -= clock;
    panel.draw().paragraph(head, deed.title, {Type::strong});
    panel.draw().paragraph(row, deed.words, {Type::small, Token::text_2});
}

}  // namespace

std::vector<Deed> deeds_of(const Panel& panel, const std::string& role) {
    return Collector(panel, role).all();
}

void draw_deeds(Panel& panel, Rect& inner, const std::vector<Deed>& deeds) {
    panel.draw().cut_line(inner, 26, panel.say(Say::deed_title), {Type::strong}, 2);
    if (deeds.empty())
        panel.draw().cut_paragraph(inner, panel.say(Say::deed_none), {Type::body, Token::text_2},
                                   8);
    for (const Deed& deed : deeds) draw_deed(panel, inner, deed);
}

}  // namespace casustafel::ui
