#include "server/scenario/lint/references.hpp"

namespace casustafel::scenario {

using text::Key;

namespace {

// What an id looks like: small letters, capitals, digits and signs, each run as one.
std::string shape_of(const std::string& id) {
    std::string shape;
    for (const char c : id) {
        const char kind = c >= 'a' && c <= 'z'   ? 'a'
                          : c >= 'A' && c <= 'Z' ? 'A'
                          : c >= '0' && c <= '9' ? '0'
                                                 : c;
        if (shape.empty() || shape.back() != kind) shape += kind;
    }
    return shape;
}

}  // namespace

void References::settle() {
    for (auto& [section, named] : named_) {
        if (named.has_twins) continue;
        while (!named.missing.empty()) {
            const std::string id = named.missing.front().id;
            std::vector<Missing> same;
            std::erase_if(named.missing, [&](const Missing& each) {
                if (each.id != id) return false;
                same.push_back(each);
                return true;
            });
            report(named, same);
        }
    }
}

bool References::looks_like_others(const Named& named, const std::string& id,
                                   const std::string& but) {
    return std::any_of(named.list.ids.begin(), named.list.ids.end(), [&](const std::string& other) {
        return other != but && shape_of(other) == shape_of(id);
    });
}

// The id that is defined, never named and near enough to have been meant: rather one that does not
// look like its neighbours.
std::optional<std::string> References::unused_like(const Named& named, const std::string& id) {
    std::vector<std::string> unused, odd;
    for (const auto& each : named.list.ids) {
        if (named.used.contains(each)) continue;
        unused.push_back(each);
        if (!looks_like_others(named, each, each)) odd.push_back(each);
    }
    const auto meant = nearest(id, odd);
    return meant ? meant : nearest(id, unused);
}

// Of an id that is named and one like it that is defined and never named, one is misspelt: the
// definition, when the other is named more than once, is known elsewhere, or looks like its
// neighbours and the definition does not.
bool References::report_definition(const Named& named, const std::vector<Missing>& same) {
    const std::string& id = same.front().id;
    const auto meant = named.list.section.empty() ? std::nullopt : unused_like(named, id);
    if (!meant) return false;
    const bool certain =
        same.size() > 1 || trusted_.contains(id) ||
        (looks_like_others(named, id, *meant) && !looks_like_others(named, *meant, *meant));
    if (!certain) return false;
    const auto index =
        std::find(named.list.ids.begin(), named.list.ids.end(), *meant) - named.list.ids.begin();
    findings_.report(
        under(element(named.list.section, static_cast<std::size_t>(index)), "id"),
        {Key::diagnostic_id_never_named, {*meant, id, lines_of(same.begin(), same.end())}},
        Sentence{Key::diagnostic_hint_did_you_mean, {id}});
    return true;
}

void References::report(const Named& named, const std::vector<Missing>& same) {
    if (report_definition(named, same)) return;
    const auto meant = nearest(same.front().id, named.list.ids);
    std::optional<Sentence> hint;
    if (same.size() > 1 && meant)
        hint = {Key::diagnostic_hint_did_you_mean_lines,
                {*meant, lines_of(same.begin() + 1, same.end())}};
    else if (same.size() > 1)
        hint = {Key::diagnostic_hint_also_on_lines, {lines_of(same.begin() + 1, same.end())}};
    else if (meant)
        hint = {Key::diagnostic_hint_did_you_mean, {*meant}};
    findings_.report(same.front().path, {same.front().complaint, {same.front().id}},
                     std::move(hint));
}

std::string References::lines_of(std::vector<Missing>::const_iterator from,
                                 std::vector<Missing>::const_iterator to) const {
    constexpr long most = 8;
    std::string lines;
    for (auto each = from; each != to; ++each) {
        if (each - from == most) return lines + ", …";
        lines += (lines.empty() ? "" : ", ") + std::to_string(findings_.at(each->path).line);
    }
    return lines;
}

}  // namespace casustafel::scenario
