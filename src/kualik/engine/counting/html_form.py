"""A report as one HTML file that needs nothing else: drawings, tables, no script, and a policy that allows none."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from kualik.engine.counting.drawing import draw
from kualik.engine.counting.report import Report
from kualik.engine.counting.svg import Figure
from kualik.engine.counting.telling import Block, blocks, first_words, headline

__all__ = ["as_html"]

STYLE = """
:root { color-scheme: light dark; --paper: light-dark(#f6f4ee, #13171a); --sheet: light-dark(#fffefb, #1a1f23);
 --ink: light-dark(#1a1e22, #e8e5dd); --ink-soft: light-dark(#454b52, #bcbfc2); --rule: light-dark(#e0dbcf, #2b3237);
 --rule-strong: light-dark(#8d887c, #6a7278); --accent: light-dark(#15506b, #8fc7e2);
 --accent-wash: light-dark(#e4eef2, #1b2e38); --alleges: light-dark(#7d4e00, #e9bd6a);
 --good: light-dark(#1c5b3d, #86d0a6); --bad: light-dark(#98182c, #ff9c9f); --warn: light-dark(#7d4e00, #e9bd6a);
 --demands: light-dark(#55358a, #c5aef0); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-inline-size: 58rem; margin-inline: auto; padding: 2rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-block: 2rem 0.5rem; }
.answer { font-size: 1.2rem; border-inline-start: 4px solid var(--accent); padding-inline-start: 1rem; }
.answer.none { border-color: var(--bad); }
li.good::marker { content: "✓ "; color: var(--good); } li.bad::marker { content: "✕ "; color: var(--bad); }
li.warn::marker { content: "! "; color: var(--warn); }
li { margin-block: 0.25rem; overflow-wrap: anywhere; } li p { margin: 0; color: var(--ink-soft); font-size: 0.9rem; }
figure { margin: 0; } .scrolls { overflow-x: auto; background: var(--sheet); border: 1px solid var(--rule); }
figcaption { color: var(--ink-soft); font-size: 0.9rem; }
table { border-collapse: collapse; font-size: 0.9rem; } th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: start; }
td { border-block-start: 1px solid var(--rule); font-variant-numeric: tabular-nums; }
"""

FIGURE_STYLE = """
.figure { display: block; min-inline-size: 40rem; inline-size: 100%; block-size: auto; direction: ltr; }
.figure text { font: 13px system-ui, sans-serif; fill: var(--ink); unicode-bidi: plaintext; }
.figure .tick { font-size: 12px; fill: var(--ink-soft); }
.figure .letter { font-weight: 650; } .figure .grid { stroke: var(--rule); }
.figure .bar { fill: var(--accent); } .figure .joint { stroke: var(--accent); stroke-width: 2.5; }
.figure .dot { fill: var(--rule); } .figure .dot.on { fill: var(--accent); }
.figure .band { fill: var(--accent-wash); }
.figure .curve { fill: none; stroke-width: 2.25; } .figure .span { stroke-width: 3; }
.figure path.of-A.curve, .figure line.of-A { stroke: var(--accent); }
.figure path.of-B.curve, .figure line.of-B { stroke: var(--alleges); }
.figure path.of-B.curve { stroke-dasharray: 7 3; }
.figure .mark.of-A, .figure .letter.of-A { fill: var(--accent); }
.figure .mark.of-B, .figure .letter.of-B { fill: var(--alleges); }
.figure .trace { fill: none; stroke-width: 1; stroke-opacity: 0.65; }
.figure .shade-0 { stroke: var(--accent); } .figure .shade-1 { stroke: var(--alleges); }
.figure .shade-2 { stroke: var(--good); } .figure .shade-3 { stroke: var(--demands); }
"""
"""How drawings look; the application's own pages say the same in counting.css."""

BESIDE = {"lists": "overlap", "models": "posterior", "changed": "sensitivity", "checks": "chains"}
"""Which drawing stands in which block."""


def as_html(report: Report) -> str:
    """Write a report as a page that can be sent and opened anywhere.

    Args:
        report: what a table says.

    Returns:
        HTML in English; its policy allows its own style and nothing else.
    """
    style = f"{STYLE}{FIGURE_STYLE}"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    drawn = {one.id: one for one in draw(report)}
    body = "".join(_block(block, drawn.get(BESIDE.get(block.id, ""))) for block in blocks(report))
    kind = "answer" if report.headline else "answer none"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>How many people</title>'
        f"<style>{style}</style></head><body><main><h1>{escape(str(first_words(report)))}.</h1>"
        f'<p class="{kind}">{escape(str(headline(report)))}.</p>{body}</main></body></html>\n'
    )


def _block(block: Block, figure: Figure | None) -> str:
    rows = "".join(
        f"<li{f' class={row.kind!r}' if row.kind else ''}>{escape(str(row.words))}."
        + "".join(f"<p>{escape(str(one))}.</p>" for one in row.below)
        + "</li>"
        for row in block.rows
    )
    drawn = "".join(_figure(figure)) if figure else ""
    return f"<section><h2>{escape(str(block.title))}</h2>{drawn}<ul>{rows}</ul></section>"


def _figure(figure: Figure) -> Iterator[str]:
    label = escape(figure.title)
    yield f'<figure><div class="scrolls" tabindex="0" role="group" aria-label="{label}">{figure.svg}</div>'
    yield f"<figcaption>{escape(figure.description)}.</figcaption>"
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in figure.head)
    rows = "".join("<tr>" + "".join(f"<td>{escape(one)}</td>" for one in row) + "</tr>" for row in figure.rows)
    yield "<details><summary>The same as a table</summary><table><thead><tr>"
    yield f"{head}</tr></thead><tbody>{rows}</tbody></table></details></figure>"
