"""A PDF made by hand, the smallest that a reader takes: a page of lines in Helvetica."""

from __future__ import annotations


def pdf(*lines: str) -> bytes:
    """Give a PDF of one page; the lines are ASCII, without brackets and backslashes."""
    text = "BT /F1 12 Tf 14 TL 72 720 Td\n" + "".join(f"({line}) Tj T*\n" for line in lines) + "ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    made += "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return made.encode("ascii")


MINUTES = pdf(
    "Council minutes, 26 March 2026",
    "",
    "The council of Westhaven resolved to pay for a second tide gauge at the new lock.",
    "The vote was nine to four. The gauge is to be in place before the trials in June.",
)
