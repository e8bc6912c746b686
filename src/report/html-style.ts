/** The style of the HTML report: no request leaves the page, both colour schemes, and a print form. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ground: #fbfbfa; --card: #fff; --ink: #1d2127; --soft: #5b6470; --line: #dfe2e6;
  --error: #b3261e; --warning: #8a5300; --info: #1f5fa8; --good: #1f6b36; --mark: #fff1c9; --code: #f4f5f6; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --card: #1b1f26; --ink: #e6e8eb; --soft: #a2abb6; --line: #30363f;
  --error: #ff8a80; --warning: #f0b35a; --info: #82b6f5; --good: #7fcf98; --mark: #574310; --code: #12151a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 1060px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 32px; }
h1 { font-size: 25px; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 36px 0 12px; }
h3 { font: 600 14px/1.5 ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
p { margin: 6px 0; }
.soft { color: var(--soft); }
code, pre, .mono { font: 13px/1.55 ui-monospace, monospace; }
.verdict { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 12px; list-style: none; margin: 20px 0 0; padding: 0; }
.verdict li, .counts li, .file, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.verdict li { padding: 12px 16px; border-left: 5px solid var(--good); }
.verdict li.no { border-left-color: var(--error); }
.verdict strong { display: block; }
.counts { display: flex; flex-wrap: wrap; gap: 12px; list-style: none; margin: 12px 0 0; padding: 0; }
.counts li { padding: 8px 16px; }
.counts b { font-size: 19px; margin-right: 4px; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); }
.tone { color: var(--tone); font-weight: 600; }
.card { padding: 16px 18px; margin-bottom: 12px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: 6px; }
th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tr:last-child td, tr:last-child th { border-bottom: 0; }
.file { margin: 12px 0; padding: 14px 18px; }
.finding { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
.finding > p { overflow-wrap: anywhere; }
.code { font: 600 13px ui-monospace, monospace; }
.chip { font-size: 12px; font-weight: 600; color: var(--tone); border: 1px solid var(--tone); border-radius: 99px; padding: 1px 9px; margin-right: 8px; }
.frame { background: var(--code); border-radius: 8px; margin: 8px 0; padding: 8px 0; overflow-x: auto; }
.frame span { display: block; padding: 0 14px; white-space: pre; }
.frame i { font-style: normal; color: var(--soft); user-select: none; }
.frame mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--tone); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 18px; }
.filter { border: 0; margin: 0 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 18px; }
.filter legend { float: left; margin-right: 18px; padding: 0; color: var(--soft); }
.filter label { cursor: pointer; }
#only-errors:checked ~ .files .finding:not(.error), #only-warnings:checked ~ .files .finding:not(.warning), #only-infos:checked ~ .files .finding:not(.info),
#only-errors:checked ~ .files .file:not(:has(.error)), #only-warnings:checked ~ .files .file:not(:has(.warning)), #only-infos:checked ~ .files .file:not(:has(.info)) { display: none; }
#only-all, #only-errors, #only-warnings, #only-infos { accent-color: var(--info); margin: 0 4px 0 12px; }
.archive-map { display: block; min-width: 640px; width: 100%; height: auto; }
.archive-box:hover rect { stroke: currentColor; stroke-width: 1.5; }
footer { color: var(--soft); padding-top: 30px; padding-bottom: 40px; font-size: 13px; }
@media print { body { background: none; } .filter, input { display: none; } .file, .card { break-inside: avoid; } }
`;
