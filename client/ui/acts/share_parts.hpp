#pragma once
// The four questions of the share dialog and the text as it will be sent, each drawn in a place of
// its own, so that wide screens show them side by side and narrow ones step by step.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

class ShareParts {
public:
    ShareParts(Panel& panel, ShareState& state, const v1::Item& item)
        : panel_(panel), ui_(panel.ui), state_(state), draft_(state.draft), item_(item) {}

    void draw_people(Rect area);
    void draw_purpose(Rect row);
    // These two cut the height they use off the area.
    void draw_bases(Rect& area);
    void draw_form(Rect& area);
    void draw_preview(Rect area);
    // The same questions as pages of their own: each returns the height it used.
    float draw_people_page(Rect area);
    float draw_purpose_page(Rect area);
    float draw_basis_page(Rect area);
    float draw_form_page(Rect area);
    // The tick that it was said in the room already. False, and nothing drawn, when that cannot be.
    bool draw_aloud(Rect& row);
    // The tick that says whose question this answers. False, and nothing drawn, when it is
    // nobody's.
    bool draw_answers(Rect row);

private:
    void draw_triage(Rect head, Rect& area);
    void draw_basis_search(Rect& head, Rect& area);
    void draw_basis(const v1::Basis& basis, Rect row, bool chosen, bool hovered, bool rule);
    float basis_height(float width, const v1::Basis& basis, bool chosen);
    std::string about(const v1::Basis& basis, bool chosen) const;
    std::string readers() const;

    Panel& panel_;
    Ui& ui_;
    ShareState& state_;
    ShareDraft& draft_;
    const v1::Item& item_;
};

}  // namespace casustafel::ui
