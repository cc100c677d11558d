"""The style sheet of an edition, and the fonts that it names: those of the package, under addresses of our own."""

from __future__ import annotations

SCHEME = "briefings:"
"""Begins the addresses of what a document may load; there are no others."""
FONTS = {
    "Serif": "source-serif",
    "Serif accented": "source-serif-accented",
    "Serif further": "source-serif-further",
    "Sans": "public-sans",
    "Sans accented": "public-sans-accented",
    "Sans further": "public-sans-further",
}
"""The files of the package by the names under which they are used: each has its own, because Pango takes of two fonts with
one name the first that has a letter, upright or not."""
_FACES = "\n".join(
    f'@font-face {{ font-family: "Edition {name}"; src: url("{SCHEME}{file}"); }}'
    for name, file in FONTS.items()
)
_SERIF = '"Edition Serif", "Edition Serif accented", "Edition Serif further", serif'
_SANS = '"Edition Sans", "Edition Sans accented", "Edition Sans further", "Edition Serif", sans-serif'

STYLE = f"""\
{_FACES}
@page {{
  size: A4; margin: 24mm 24mm 22mm;
  @top-left {{ content: string(site); font: 8pt {_SANS}; color: #565b64; width: 30%; vertical-align: bottom; padding-bottom: 4mm; }}
  @top-right {{ content: string(part, first-except); font: 8pt {_SANS}; color: #565b64; vertical-align: bottom; padding-bottom: 4mm; text-align: right; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt {_SANS}; color: #565b64; }}
  @footnote {{ border-top: .5pt solid #8a8f98; }}  /* with a margin or padding WeasyPrint 70 moves every note to a later page */
}}
html {{ font: 10.5pt/1.42 {_SERIF}; color: #000; }}
body {{ margin: 0; overflow-wrap: break-word; }}
a {{ color: inherit; text-decoration: none; }}
p, ul, ol, table, blockquote {{ margin: 0 0 2.2mm; orphans: 2; widows: 2; }}
ul, ol {{ padding-inline-start: 5mm; }}
h1, h2, h3, h4, h5 {{ font-family: {_SANS}; font-weight: bold; line-height: 1.25; break-after: avoid; bookmark-label: attr(data-label); }}
h4, h5 {{ font-size: 10.5pt; margin: 4mm 0 1.5mm; }}
h5, h6 {{ bookmark-level: none; }}
header {{ border-bottom: 1pt solid #000; margin-bottom: 6mm; }}
header h1 {{ font-size: 24pt; margin: 3mm 0; }}
.site {{ font: bold 9pt {_SANS}; string-set: site content(text); }}
.facts {{ font: 8.5pt/1.4 {_SANS}; color: #565b64; }}
.one h1 {{ font-size: 19pt; margin: 0 0 3mm; string-set: part attr(data-label); }}
.one h2 {{ font-size: 13pt; margin: 6mm 0 2mm; }}
.one h3 {{ font-size: 11pt; margin: 4mm 0 1.5mm; }}
.many h2 {{ font-size: 17pt; margin: 0 0 3mm; string-set: part attr(data-label); }}
.many h3 {{ font-size: 12.5pt; margin: 6mm 0 2mm; }}
.many section {{ break-before: page; }}
.many section div {{ break-before: auto; }}
nav li {{ margin-bottom: 1mm; }}
.page::after {{ content: " " leader(".") " " target-counter(attr(href), page); }}
.note {{ float: footnote; font: 8pt/1.35 {_SERIF}; margin-top: 1mm; text-align: start; }}
.note::footnote-call {{ content: "\\200b"; }}
.note::footnote-marker {{ content: none; }}
.remark, blockquote {{ background: #f6f4ef; border-inline-start: 1.5pt solid #8a8f98; padding: 1.5mm 3mm; break-inside: avoid; }}
blockquote {{ margin-inline: 0; font-size: 9.5pt; }}
blockquote p {{ margin: 0; }}
blockquote + p, article > p + p {{ font: 8.5pt/1.4 {_SANS}; color: #33373d; margin-bottom: 1.5mm; }}
article {{ border-top: .5pt solid #b9bdc4; padding-top: 1.5mm; margin-bottom: 3mm; break-inside: avoid; }}
article > p:first-child {{ font-weight: normal; margin-bottom: 1mm; break-after: avoid; }}
section > div {{ margin-bottom: 1.5mm; break-inside: avoid; }}
section > div p {{ margin-bottom: .5mm; font-size: 9.5pt; }}
.label {{ font: bold 9pt {_SANS}; break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; font: 8.5pt/1.4 {_SANS}; }}
th, td {{ border-bottom: .5pt solid #b9bdc4; padding: 1mm 2mm 1mm 0; text-align: start; vertical-align: top; }}
tr {{ break-inside: avoid; }}
code {{ font-size: .9em; }}
"""
