#include "client/ui/kit/ui.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/kit/text_editor.hpp"

namespace casustafel::ui {
namespace {

constexpr float smallest_scale = 0.5F, largest_scale = 4;
// A still hand moves the mouse no further than this; what slides under it is not pressed for a
// moment.
constexpr float still_mouse = 4;
constexpr double slid_in_rests_seconds = 0.4;
// A mouse that rested this long is not about to click: what waited for it comes.
constexpr double busy_mouse_seconds = 3;

// Radio buttons, segments and tabs follow the arrow; rows only take focus.
bool arrow_chooses(Kind kind) {
    return kind == Kind::radio || kind == Kind::segment || kind == Kind::tab;
}

ImGuiContext* new_context() {
    IMGUI_CHECKVERSION();
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.15F;
    return context;
}

}  // namespace

Ui::Ui(FontBytes fonts, Settings settings)
    : context_(new_context()),
      settings_(settings),
      wanted_(settings),
      fonts_(std::make_unique<Fonts>(std::move(fonts))),
      painter_(*fonts_, recorder_),
      editor_(std::make_unique<TextEditor>(*fonts_)) {
    apply_settings();
}

Ui::~Ui() { ImGui::DestroyContext(context_); }

void Ui::apply_settings() {
    settings_ = wanted_;
    settings_.scale = std::clamp(settings_.scale, smallest_scale, largest_scale);
    wanted_ = settings_;
    if (fonts_->scale() != settings_.scale) fonts_->build(settings_.scale);
}

std::string Ui::say(text::Key key, std::initializer_list<std::string> arguments) const {
    const std::vector<std::string> list(arguments);
    return text::say(key, settings_.language, list);
}

void Ui::begin_frame(const Input& input, int width_px, int height_px) {
    ImGui::SetCurrentContext(context_);
    apply_settings();
    const double passed = input.seconds - input_.seconds;
    ++frame_;
    clicked_before_ = input_.released;
    typed_ago_[1] = std::exchange(typed_ago_[0], !input.strokes.empty());
    input_ = input;
    note_mouse();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
    io.DeltaTime = static_cast<float>(std::clamp(passed, 0.001, 1.0));
    ImGui::NewFrame();

    screen_ = {0, 0, static_cast<float>(width_px) / settings_.scale,
               static_cast<float>(height_px) / settings_.scale};
    std::swap(recorder_, before_);
    recorder_.clear();
    excess_before_ = std::exchange(excess_, {});
    painter_.begin(settings_.contrast, screen_);
    painter_.fill(screen_, Token::canvas);
    layer_ = deepest_layer_ = 0;
    area_.clear();
    overlays_.clear();
    caret = {};
    typing_before_ = typing_;
    typing_ = false;
    another_frame_ = false;
    wakes_after_ = -1;
    first_of_layer_.clear();
    find_hovered();
    drop_stale_repeats();
}

// Of a key that is held down nothing reaches what came while it was held: a dialog that its first
// press opened, a field that got focus since. Walking by a held key goes on.
void Ui::drop_stale_repeats() {
    std::erase_if(input_.strokes, [&](const Stroke& stroke) {
        if (!stroke.repeat) {
            key_went_to_ = focused_;
            key_went_to_layer_ = top_layer_;
            return false;
        }
        const bool moves = stroke.intent != Intent::none && stroke.intent < Intent::delete_left;
        return key_went_to_layer_ != top_layer_ || (!moves && key_went_to_ != focused_);
    });
}

// What a click on this widget does, as far as the record tells: itself, and what it stands among.
std::size_t Ui::meaning_of(const Widget& widget) const {
    const std::hash<std::string_view> hash;
    std::size_t meaning = hash(widget.name) ^ hash(widget.label) * 3;
    for (const Widget& other : before_.widgets())
        if (other.layer == top_layer_ && other.area == widget.area)
            meaning = meaning * 31 + hash(other.name);
    return meaning;
}

// The second click of a double click counts only on what still means the same: not on a widget that
// came under the mouse, on a button that now says something else, or on the same button of the next
// dialog. In a field it chooses a word.
bool Ui::counts_as_press(const Widget* under) {
    const std::size_t meaning = under == nullptr ? 0 : meaning_of(*under);
    const std::size_t meant = std::exchange(pressed_meaning_, meaning);
    second_click_ = input_.clicks >= 2;
    if (!second_click_) return true;
    return hot_ == pressed_ && (under == nullptr || under->kind == Kind::field || meant == meaning);
}

// Between going down and coming up a button may become something else as well.
bool Ui::stayed_the_same(const Widget& widget) const {
    if (widget.label != held_label_) return false;
    return !second_click_ || widget.kind == Kind::field || meaning_of(widget) == pressed_meaning_;
}

void Ui::find_hovered() {
    const Widget* under = before_.at(input_.mouse, top_layer_);
    const float x = input_.mouse.x - rests_at_.x, y = input_.mouse.y - rests_at_.y;
    if (x * x + y * y > still_mouse * still_mouse) {
        rests_at_ = input_.mouse;
        under_rest_ = under == nullptr ? std::string() : under->name;
        slid_in_seconds_ = -slid_in_rests_seconds;
    }
    hot_ = under != nullptr && under->enabled ? under->name : std::string();
    clicked_.clear();
    if (input_.pressed) {
        // A click counts only on what the person aimed at: not on a widget that slid under the
        // mouse between two clicks, and not on one that slid in a moment ago under a mouse at rest.
        const bool meant =
            counts_as_press(under) && input_.seconds - slid_in_seconds_ >= slid_in_rests_seconds;
        pressed_ = hot_;
        held_ = meant ? hot_ : std::string();
        held_label_ = under == nullptr ? std::string() : under->label;
        if (meant && under != nullptr && under->takes_focus()) {
            focus(under->name, false);
            focused_ = under->name;
        }
        ring_ = false;
    }
    if (input_.released) {
        if (!hot_.empty() && hot_ == held_ && stayed_the_same(*under)) clicked_ = hot_;
        held_.clear();
    }
}

// What lies under a mouse that rests may change: something came between, or went away. Who turns
// the wheel moved it.
void Ui::note_what_slid_in() {
    const Widget* under = recorder_.at(input_.mouse, top_layer_);
    const std::string name = under == nullptr ? std::string() : under->name;
    if (name == under_rest_) return;
    if (!name.empty() && input_.wheel == 0) slid_in_seconds_ = input_.seconds;
    under_rest_ = name;
}

void Ui::note_mouse() {
    const Point at = input_.mouse, before = std::exchange(mouse_before_, at);
    if (at.x == before.x && at.y == before.y && !input_.pressed && !input_.released) return;
    mouse_moved_seconds_ = input_.seconds;
}

bool Ui::acted_here() const {
    const bool typed = (typed_ago_[0] || typed_ago_[1]) && focused_area_ == area_;
    return input_.released || clicked_before_ || typed;
}

bool Ui::pointed_at(Rect area) const {
    return live() && area.intersection(painter_.clip()).contains(input_.mouse);
}

float Ui::still(const std::string& name, float wanted, Rect over) {
    const auto known = stills_.find(name);
    const bool there = known != stills_.end() && known->second.frame == frame_ - 1;
    const double rested = input_.seconds - mouse_moved_seconds_;
    const bool waits = there && pointed_at(over) && rested < busy_mouse_seconds && !acted_here();
    if (waits && known->second.length != wanted) wake_after(busy_mouse_seconds - rested);
    const float length = waits ? known->second.length : wanted;
    stills_[name] = {frame_, length};
    return length;
}

Ui::ShownRows Ui::shown_before(const std::string& list) const {
    const auto known = shown_.find(list);
    return known != shown_.end() && known->second.frame == frame_ - 1 ? known->second : ShownRows();
}

void Ui::note_shown(const std::string& list, ShownRows rows) {
    rows.frame = frame_;
    shown_[list] = std::move(rows);
}

void Ui::note_excess(const std::string& field, std::size_t excess) {
    excess_[field] = {painter_.layer(), excess};
}

std::size_t Ui::excess() const {
    std::size_t sum = 0;
    for (const auto& [field, known] : excess_)
        if (known.layer == painter_.layer()) sum += known.characters;
    for (const auto& [field, known] : excess_before_)
        if (known.layer == painter_.layer() && !excess_.contains(field)) sum += known.characters;
    return sum;
}

std::size_t Ui::excess_of(const std::string& field) const {
    const auto now = excess_.find(field), before = excess_before_.find(field);
    if (now != excess_.end()) return now->second.characters;
    return before == excess_before_.end() ? 0 : before->second.characters;
}

void Ui::wake_after(double seconds) {
    if (wakes_after_ < 0 || seconds < wakes_after_) wakes_after_ = seconds;
}

// Moves the scrolling area so that this widget of it is in sight in the next frame.
void Ui::bring_into_sight(const Rect& whole) {
    const Rect seen = painter_.clip();
    int& offset = number(scroll_area + ".offset");
    if (whole.bottom > seen.bottom) offset += static_cast<int>(whole.bottom - seen.bottom) + 8;
    if (whole.top < seen.top) offset -= static_cast<int>(seen.top - whole.top) + 8;
    another_frame_ = true;
}

Response Ui::touch(Widget widget) {
    const Rect whole = widget.rect;
    widget.rect = widget.rect.intersection(painter_.clip());
    // A page that keeps things whole may leave a pixel of what it hides, or take one.
    constexpr float a_sliver = 1;
    widget.hidden = widget.rect.empty() || widget.rect.height() <= a_sliver;
    widget.partly = whole.width() - widget.rect.width() > a_sliver ||
                    whole.height() - widget.rect.height() > a_sliver;
    if (!scroll_area.empty() && just_focused(widget.name) && widget.partly) bring_into_sight(whole);
    widget.layer = layer_;
    if (widget.area.empty()) widget.area = area_;
    Response response;
    if (live() && !widget.rect.empty() && widget.enabled) {
        response.hovered = hot_ == widget.name;
        response.held = held_ == widget.name && response.hovered;
        response.focused = focused_ == widget.name;
        response.ring = response.focused && ring_;
        response.activated = clicked_ == widget.name || arrow_activated_ == widget.name;
        const bool keys = widget.kind != Kind::field && widget.kind != Kind::backdrop;
        if (response.focused && keys && (take(Intent::confirm) || take(Intent::press))) {
            response.activated = true;
        }
    }
    if (!widget.hidden || !scroll_area.empty()) recorder_.add(std::move(widget));
    return response;
}

bool Ui::take(Intent intent) { return live() && take_anywhere(intent); }

bool Ui::take_anywhere(Intent intent) {
    auto& strokes = input_.strokes;
    const auto found = std::find_if(strokes.begin(), strokes.end(), [&](const Stroke& stroke) {
        return stroke.intent == intent && (!stroke.repeat || repeats(intent));
    });
    if (found == strokes.end()) return false;
    strokes.erase(found);
    return true;
}

bool Ui::take_letter(char letter, std::initializer_list<std::string_view> areas) {
    const bool here =
        focused_.empty() || std::find(areas.begin(), areas.end(), focused_area_) != areas.end();
    if (typing_before_ || !here) return false;
    auto& strokes = input_.strokes;
    const auto found = std::find_if(strokes.begin(), strokes.end(), [&](const Stroke& stroke) {
        return stroke.intent == Intent::letter && stroke.letter == letter && !stroke.repeat;
    });
    if (!live() || found == strokes.end()) return false;
    strokes.erase(found);
    return true;
}

float Ui::take_wheel(Rect area) {
    if (!live() || input_.wheel == 0 || !area.intersection(painter_.clip()).contains(input_.mouse))
        return 0;
    const float notches = input_.wheel;
    input_.wheel = 0;
    return notches;
}

void Ui::focus(std::string name, bool by_key) {
    wanted_focus_ = std::move(name);
    ring_ = by_key;
}

void Ui::push_layer(std::string first) {
    ++layer_;
    deepest_layer_ = std::max(deepest_layer_, layer_);
    first_of_layer_.resize(static_cast<std::size_t>(deepest_layer_) + 1);
    first_of_layer_[static_cast<std::size_t>(layer_)] = std::move(first);
    painter_.lay_on(layer_);
}

void Ui::pop_layer() {
    --layer_;
    painter_.lay_on(layer_);
}

const ImDrawData& Ui::end_frame() {
    for (std::size_t index = 0; index < overlays_.size(); ++index) {
        layer_ = deepest_layer_;
        const auto draw = overlays_[index];
        draw(*this);
    }
    layer_ = 0;
    focused_before_ = focused_;
    follow_layers();
    move_focus();
    arrow_activated_.clear();
    for (const Stroke& stroke : input_.strokes) {
        const std::string target = arrow_target(stroke.intent);
        if (target.empty() || target == focused_) continue;
        const Widget* widget = recorder_.find(target);
        // Coming into a group chooses nothing; walking in it does.
        const bool walks = stroke.intent < Intent::next;
        if (widget != nullptr && arrow_chooses(widget->kind) && walks) arrow_activated_ = target;
        focused_ = target;
        ring_ = another_frame_ = true;
    }
    note_what_slid_in();
    const Widget* widget = recorder_.find(focused_);
    if (widget != nullptr) focused_area_ = widget->area;
    if (typing_ && !calm) wake_after(0.5);
    if (focused_ != focused_before_ || wanted_ != settings_) another_frame_ = true;
    ImGui::Render();
    return *ImGui::GetDrawData();
}

// Remembers what had focus below a layer when it opens, and gives focus back to it when the layer
// closes.
void Ui::follow_layers() {
    while (top_layer_ < deepest_layer_) {
        ++top_layer_;
        focus_below_.push_back(focused_);
        const std::string& first = first_of_layer_[static_cast<std::size_t>(top_layer_)];
        focused_ = !first.empty() ? first : next_stop(recorder_.widgets(), {}, top_layer_, 1);
        wanted_focus_.clear();
        another_frame_ = true;
    }
    while (top_layer_ > deepest_layer_) {
        --top_layer_;
        focused_ = focus_below_.back();
        focus_below_.pop_back();
        another_frame_ = true;
    }
    enter_layer_in_place_of_another();
}

// A layer that opens as another closes (a dialog from a menu) begins at its own first widget.
void Ui::enter_layer_in_place_of_another() {
    if (top_layer_ == 0) return;
    const Widget* widget = recorder_.find(focused_);
    if (widget != nullptr && widget->layer == top_layer_) return;
    const std::string& first = first_of_layer_[static_cast<std::size_t>(top_layer_)];
    if (first.empty() || recorder_.find(first) == nullptr || first == focused_) return;
    focused_ = first;
    another_frame_ = true;
}

void Ui::move_focus() {
    if (!wanted_focus_.empty() && recorder_.find(wanted_focus_) != nullptr) {
        focused_ = wanted_focus_;
        wanted_focus_.clear();
    }
    const std::string begins_with = std::exchange(begins_with_, {});
    if (begins_with.empty() || top_layer_ > 0 || recorder_.find(focused_) != nullptr) return;
    if (recorder_.find(begins_with) != nullptr) focused_ = begins_with;
}

std::string Ui::arrow_target(Intent intent) const {
    const auto widgets = recorder_.widgets();
    const auto stop = [&](int way) { return next_stop(widgets, focused_, top_layer_, way); };
    const auto area = [&](int way) { return next_area(widgets, focused_, top_layer_, way); };
    if (intent == Intent::next || intent == Intent::previous)
        return stop(intent == Intent::next ? 1 : -1);
    if (intent == Intent::next_area || intent == Intent::previous_area)
        return area(intent == Intent::next_area ? 1 : -1);
    if (intent == Intent::down || intent == Intent::right)
        return next_in_group(widgets, focused_, 1);
    if (intent == Intent::up || intent == Intent::left) return next_in_group(widgets, focused_, -1);
    return {};
}

}  // namespace casustafel::ui
