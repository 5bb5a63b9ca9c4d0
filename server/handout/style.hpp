#pragma once
// The style sheet of the page on paper: large enough to read at a table, one sheet for each role,
// and no ink that is not needed.
namespace casustafel::handout {

inline constexpr const char style[] = R"(
* { box-sizing: border-box; }
html { color: #17202B; font: 15px/22px Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
body { max-width: 860px; margin: 0 auto; padding: 24px; background: #FFFFFF; }
h1 { font-size: 28px; line-height: 36px; margin: 4px 0 8px; }
h2 { font-size: 20px; line-height: 28px; margin: 24px 0 8px; }
h3 { font-size: 15px; line-height: 22px; margin: 16px 0 4px; }
p { margin: 0 0 6px; } ul, ol { margin: 4px 0 8px; padding-left: 20px; }
.kicker, .meta { color: #4D5A6A; font-size: 13px; line-height: 18px; }
.reading { border-left: 4px solid #DCE1E8; padding: 8px 12px; }
.item { border-top: 1px solid #DCE1E8; padding: 8px 0; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; }
th, td { text-align: left; padding: 6px 8px; border: 1px solid #7E8A99; vertical-align: top; }
thead th { font-size: 13px; line-height: 18px; }
.lines td { height: 44px; } .lines th:first-child, .lines th:nth-child(2) { width: 9%; }
.lines th:nth-child(3) { width: 12%; } .lines th:nth-child(5) { width: 20%; }
.lines th:last-child, .lines td:last-child { width: 9%; text-align: center; }
.role { white-space: nowrap; font-weight: 600; }
.badge { display: inline-block; min-width: 20px; padding: 0 4px; text-align: center;
  font-weight: 600; border: 1px solid #17202B; }
.badge.round { border-radius: 10px; }
q { quotes: "“" "”" "‘" "’"; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 14mm; }
@media print { html { font-size: 11pt; line-height: 1.4; } body { padding: 0; max-width: none; }
  .sheet { break-before: page; } h2, h3 { break-after: avoid; } tr, .item { break-inside: avoid; } }
)";

}  // namespace casustafel::handout
