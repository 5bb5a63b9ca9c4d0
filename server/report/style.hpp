#pragma once
// The style sheet of a report: the colours and measures of the programs' look, for paper and
// screen. Everything coloured also has a word or a shape.
#include "server/report/html.hpp"

namespace casustafel::report {

inline constexpr const char page_style[] = R"(
:root { --canvas:#F2F4F7; --surface:#FFFFFF; --inset:#F7F8FA; --text:#17202B; --meta:#4D5A6A;
  --line:#DCE1E8; --control:#7E8A99; --accent:#0A5688; --soft:#E5EFF6; --good:#17663A;
  --attention:#7F4C00; --wrong:#9B1C2E; --wrong-soft:#FAE9EB; --z:#4F4689; --v:#00666B; }
* { box-sizing: border-box; }
html { background: var(--canvas); color: var(--text);
  font: 15px/22px Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
body { max-width: 860px; margin: 0 auto; padding: 40px 56px 56px; background: var(--surface); }
h1 { font-size: 28px; line-height: 36px; margin: 4px 0 8px; }
h2 { font-size: 20px; line-height: 28px; margin: 40px 0 8px; padding-top: 16px;
  border-top: 1px solid var(--line); }
h3 { font-size: 17px; line-height: 26px; margin: 24px 0 4px; }
h4 { font-size: 13px; line-height: 18px; margin: 16px 0 4px; color: var(--meta); }
p { margin: 0 0 8px; max-width: 720px; }
ul { margin: 4px 0 8px; padding-left: 20px; }
.kicker, .meta, .why, caption { color: var(--meta); font-size: 13px; line-height: 18px; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 24px; padding: 0; list-style: none; }
.key { font-size: 13px; line-height: 20px; margin: 16px 0; }
.key h3 { font-size: 13px; line-height: 18px; margin: 0 0 4px; color: var(--meta); }
.key ul { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0; padding: 0; }
.reading { background: var(--inset); border-left: 4px solid var(--line); padding: 12px 16px;
  max-width: none; }
.headline { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 24px 0 16px; }
.card { border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; }
.card h2 { border: 0; margin: 0; padding: 0; font-size: 17px; line-height: 26px; }
.card p.meta { margin: 12px 0 0; }
.large { margin: 0 0 12px; }
.large .value { font-size: 48px; line-height: 56px; }
.large .band { font-size: 17px; }
.part { display: grid; grid-template-columns: 1fr auto; column-gap: 8px; margin-top: 8px; }
.part .bar { grid-column: 1 / -1; }
.card p.original, td p.original { margin: 0; } .part .original { grid-column: 1 / -1; }
.large + .original { position: relative; top: -10px; }
.prompt { padding: 4px 0; } .prompt table { table-layout: fixed; margin-bottom: 8px; }
.prompt th:first-child { width: 44%; } .prompt th:nth-child(2), .prompt th:nth-child(3) { width: 14%; }
h4.asked { font-size: 15px; line-height: 22px; color: var(--text); margin-top: 12px; }
.part .label { font-size: 15px; }
.value { font-weight: 600; }
.band { color: var(--meta); }
.bar { position: relative; height: 6px; background: var(--line); border-radius: 3px; margin: 4px 0 8px;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.bar .fill { position: absolute; inset: 0 auto 0 0; background: var(--accent); border-radius: 3px; }
.bar .hatched { background: repeating-linear-gradient(-45deg, var(--accent) 0 4px, var(--soft) 4px 7px); }
.bar .tick { position: absolute; top: -1px; width: 2px; height: 8px; background: var(--surface); }
.tick.forty { left: 40%; } .tick.seventy { left: 70%; }
.group { font-size: 17px; line-height: 26px; font-weight: 600; margin: 24px 0 8px; }
.indicator { padding: 12px 0; border-top: 1px solid var(--line); }
.group + .indicator { border-top: 0; }
.row { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; }
h3 .meta { font-weight: 400; }
.row h3 { margin: 0; font-size: 15px; line-height: 22px; }
.row p { margin: 0; white-space: nowrap; }
.id { color: var(--meta); display: inline-block; min-width: 28px; }
.result .value { font-size: 20px; }
summary { cursor: pointer; color: var(--accent); font-weight: 600; padding: 4px 0; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.evidence { list-style: none; padding: 0; margin: 4px 0 8px; }
.evidence li { padding: 8px 0 8px 12px; border-left: 2px solid var(--line); margin-bottom: 4px; }
a { color: var(--accent); }
.event { font-size: 13px; padding: 0 6px; border: 1px solid var(--control); border-radius: 4px;
  text-decoration: none; white-space: nowrap; }
.events { white-space: nowrap; }
.role { white-space: nowrap; font-weight: 600; }
.badge { display: inline-block; min-width: 20px; height: 20px; padding: 0 4px; text-align: center;
  font: 600 13px/20px Inter, "Segoe UI", Arial, sans-serif; color: #FFFFFF;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.badge.square { background: var(--z); border-radius: 4px; }
.badge.round { background: var(--v); border-radius: 10px; }
.light { font-weight: 600; }
.light.green { color: var(--good); } .light.amber { color: var(--attention); }
.light.red { color: var(--wrong); }
.flags ul { background: var(--wrong-soft); border-left: 4px solid var(--wrong); padding: 12px 16px;
  list-style: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.flags li { padding: 4px 0; } .outcome td:first-child { white-space: nowrap; }
.stopped { border-left: 4px solid var(--accent); padding-left: 12px; }
.flag-note { color: var(--wrong); font-weight: 600; }
q { quotes: "“" "”" "‘" "’"; overflow-wrap: anywhere; }
.story { list-style: none; margin: 0; padding: 0; }
.story li { display: grid; grid-template-columns: 56px 1fr auto; column-gap: 8px; padding: 5px 0;
  border-top: 1px solid var(--line); }
.story li:target, .indicator:target { background: var(--soft); }
.number { color: var(--meta); font-size: 13px; font-variant-numeric: tabular-nums; }
.time { color: var(--meta); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; }
caption { text-align: left; padding: 8px 0 4px; }
th, td { text-align: left; padding: 7px 8px; border-bottom: 1px solid var(--line); font-weight: 400;
  vertical-align: top; }
thead th { font-weight: 600; font-size: 13px; line-height: 18px; vertical-align: bottom; }
.matrix th, .matrix td { text-align: center; padding: 6px 4px; font-size: 13px; line-height: 20px; }
.matrix th:first-child { text-align: left; }
.matrix .upright { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.matrix td { color: var(--meta); } .matrix td.some { color: var(--text); font-weight: 600; }
svg.network { display: block; width: 100%; max-width: 720px; height: auto; margin: 8px 0; }
svg .tie { fill: none; stroke: #5D7590; } svg .broken { stroke-dasharray: 6 4; } svg marker path { fill: #2F465F; }
svg circle.count { fill: #FFFFFF; stroke: #5D7590; stroke-width: 1; }
svg text { font: 600 13px Inter, "Segoe UI", Arial, sans-serif; fill: #17202B; }
svg text.count { font-size: 12px; }
svg .square { fill: #4F4689; } svg .round { fill: #00666B; } svg text.letter { fill: #FFFFFF; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--meta);
  font-size: 13px; line-height: 18px; }
@media screen and (max-width: 700px) { body { padding: 24px 16px; overflow-wrap: break-word; }
  .headline { grid-template-columns: 1fr; } .row { flex-wrap: wrap; } .row p { white-space: normal; }
  .events, .outcome td:first-child { white-space: normal; } .large .value { font-size: 40px; }
  th, td { padding: 6px 4px; overflow-wrap: anywhere; } .prompt table { table-layout: auto; }
  .story li { grid-template-columns: 44px 1fr; } .story .number { display: none; }
  .matrix { display: block; overflow-x: auto; } .matrix th, .matrix td { overflow-wrap: normal; } }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  html { background: #FFFFFF; font-size: 11pt; line-height: 1.45; }
  body { max-width: none; padding: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2, h3, h4, .group, .row { break-after: avoid; } .appendix { break-before: page; }
  .card, .story li, .evidence li, tr, .prompt, svg.network { break-inside: avoid; }
  a { color: inherit; }
}
)";

}  // namespace casustafel::report
