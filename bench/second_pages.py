"""Saved pages as known publishing systems make them, in fifteen languages: the second set of the measure in `saved_pages`.

Written by somebody who knew the systems, from memory of their markup, before the rules were tried on it. Each page has a second
day on it (an update, other articles, an event, a copyright) that is not its own; some give no day of their own at all.
"""

from __future__ import annotations

import datetime as dt
import html
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date

from bench import second_words as words

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of a page, and what is on it beside."""

    lang: str
    day: dt.date
    other: dt.date
    """A later day that is on the page, too."""
    title: str
    author: str
    paper: str
    paragraphs: tuple[str, ...]
    more: tuple[str, ...]
    """Headlines of other articles."""

    @property
    def stamp(self) -> str:
        return f"{self.day.isoformat()}T09:15:00+01:00"

    @property
    def body(self) -> str:
        return "".join(f"<p>{_h(one)}</p>\n" for one in self.paragraphs)

    @property
    def said(self) -> str:
        return words.long_date(self.day, self.lang)

    def teasers(self, form: str = "iso") -> str:
        """Return other articles with their days, as they stand beside and below."""
        days = [self.other - dt.timedelta(3 * n) for n in range(len(self.more))]
        shown = [one.isoformat() if form == "iso" else words.long_date(one, self.lang) for one in days]
        return "".join(
            f'<li><a href="/a/{n}">{_h(line)}</a> <time datetime="{days[n].isoformat()}">{_h(shown[n])}</time></li>'
            for n, line in enumerate(self.more)
        )


def _h(line: str) -> str:
    return html.escape(line)


def _page(f: Facts, head: str, main: str, *, title: str = "") -> str:
    ltr = ' dir="rtl"' if f.lang == "ar" else ""
    return (
        f'<!doctype html>\n<html lang="{f.lang}"{ltr}><head><meta charset="utf-8"><title>{_h(title or f"{f.title} - {f.paper}")}</title>'
        f'{head}</head><body>{main}<footer><p>© {f.other.year} {_h(f.paper)}</p></footer></body></html>'
    )  # fmt: skip


def _ld(*things: dict[str, object]) -> str:
    whole: object = (
        {"@context": "https://schema.org", "@graph": list(things)}
        if len(things) > 1
        else {"@context": "https://schema.org", **things[0]}
    )
    return f'<script type="application/ld+json">{json.dumps(whole, ensure_ascii=False)}</script>'


def wordpress_yoast(f: Facts) -> str:
    at = "https://example.org/bericht/"
    head = _ld(
        {"@type": "WebPage", "@id": at, "name": f"{f.title} - {f.paper}", "datePublished": f.stamp, "dateModified": f"{f.other}T10:00:00+00:00"},
        {"@type": "Article", "@id": f"{at}#article", "isPartOf": {"@id": at}, "author": {"name": f.author, "@id": "https://example.org/#/schema/person/1"},
         "headline": f.title, "datePublished": f.stamp, "publisher": {"@id": "https://example.org/#organization"}},
        {"@type": "Organization", "@id": "https://example.org/#organization", "name": f.paper},
    )  # fmt: skip
    head += f'<meta property="article:modified_time" content="{f.other}T10:00:00+00:00">'
    return _page(
        f,
        head,
        f'<h1 class="entry-title">{_h(f.title)}</h1><div class="entry-content">{f.body}</div><ul>{f.teasers()}</ul>',
    )


def wordpress_theme(f: Facts) -> str:
    main = (
        f'<article id="post-71" class="post type-post status-publish"><header class="entry-header"><h1 class="entry-title">{_h(f.title)}</h1></header>'
        f'<div class="entry-content">{f.body}</div><footer class="entry-footer"><span class="byline"><span class="author vcard"><span class="screen-reader-text">'
        f'Author </span><a class="url fn n" href="/author/x/">{_h(f.author)}</a></span></span><span class="posted-on"><a href="/2024/x/" rel="bookmark">'
        f'<time class="entry-date published" datetime="{f.stamp}">{f.said}</time><time class="updated" datetime="{f.other}T11:00:00+01:00">'
        f'{words.long_date(f.other, f.lang)}</time></a></span></footer></article>'
    )  # fmt: skip
    side = f'<aside><h2>Recent</h2><ul class="wp-block-latest-posts">{f.teasers("long")}</ul></aside>'
    return _page(f, "", side + main, title=f"{f.title} – {f.paper}")


def drupal_seven(f: Facts) -> str:
    main = (
        f'<div id="node-44" class="node node-article" about="/node/44" typeof="sioc:Item foaf:Document"><h1 class="title" id="page-title">{_h(f.title)}</h1>'
        f'<span property="dc:title" content="{_h(f.title)}" class="rdf-meta element-hidden"></span><div class="meta submitted"><span property="dc:date dc:created" '
        f'content="{f.stamp}" datatype="xsd:dateTime" rel="sioc:has_creator">Submitted by <span class="username" xml:lang="" about="/user/3" typeof="sioc:UserAccount" '
        f'property="foaf:name" datatype="">{_h(f.author)}</span> on {f.day:%a, %m/%d/%Y} - 09:15</span></div><div class="content">{f.body}</div></div>'
    )  # fmt: skip
    return _page(f, "", main, title=f"{f.title} | {f.paper}")


def drupal_field(f: Facts) -> str:
    main = (
        f'<article role="article" class="node node--type-news"><h1><span class="field field--name-title">{_h(f.title)}</span></h1>'
        f'<div class="field field--name-field-date field--type-datetime field--label-inline"><div class="field__label">Date</div><div class="field__item">{f.said}</div></div>'
        f'<div class="field field--name-body">{f.body}</div></article><section class="block-views"><ul>{f.teasers("long")}</ul></section>'
    )  # fmt: skip
    return _page(
        f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main, title=f"{f.title} | {f.paper}"
    )


def ghost(f: Facts) -> str:
    head = (
        f'<meta property="og:site_name" content="{_h(f.paper)}"><meta property="og:title" content="{_h(f.title)}">'
        f'<meta property="article:published_time" content="{f.day}T08:15:00.000Z"><meta property="article:modified_time" content="{f.other}T08:15:00.000Z">'
        + _ld({"@type": "Article", "publisher": {"@type": "Organization", "name": f.paper}, "author": {"@type": "Person", "name": f.author}, "headline": f.title,
               "datePublished": f"{f.day}T08:15:00.000Z", "dateModified": f"{f.other}T08:15:00.000Z"})
    )  # fmt: skip
    main = f'<article class="gh-article"><h1 class="gh-article-title">{_h(f.title)}</h1><section class="gh-content">{f.body}</section></article><ul>{f.teasers()}</ul>'
    return _page(f, head, main, title=f.title)


def arc(f: Facts) -> str:
    script = json.dumps(
        {
            "display_date": f"{f.day}T08:15:00Z",
            "last_updated_date": f"{f.other}T08:15:00Z",
            "headlines": {"basic": f.title},
        }
    )
    head = f'<meta property="og:site_name" content="{_h(f.paper)}"><script id="fusion-metadata">window.Fusion={{}};Fusion.globalContent={script};</script>'
    main = (
        f'<main><h1 class="b-headline">{_h(f.title)}</h1><div class="b-byline"><span class="b-byline__names">By <a href="/author/x/">{_h(f.author)}</a></span></div>'
        f'<time as="time" class="c-date b-date" dateTime="{f.day}T08:15:00Z">{f.said}</time><article class="b-article-body">{f.body}</article></main><ul>{f.teasers("long")}</ul>'
    )  # fmt: skip
    return _page(f, head, main)


def typo3(f: Facts) -> str:
    dotted = f"{f.day:%d.%m.%Y}"
    main = (
        f'<div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="header"><h1 itemprop="headline">{_h(f.title)}</h1></div>'
        f'<div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="{f.day}">{dotted}</time></span></p></div>'
        f'<div class="news-text-wrap" itemprop="articleBody">{f.body}</div></div></div><div class="news-related"><ul>{f.teasers()}</ul></div>'
    )  # fmt: skip
    return _page(f, '<meta name="generator" content="TYPO3 CMS">', main, title=f"{f.title}: {f.paper}")


def dotted_only(f: Facts) -> str:
    main = (
        f'<div class="content-wrapper"><p class="kicker">Hafen</p><h1>{_h(f.title)}</h1><div class="article__meta"><span class="article__date">Stand: {f.day:%d.%m.%Y}, 09:15 Uhr</span> '
        f'<span class="article__author">Von {_h(f.author)}</span></div>{f.body}</div><ul class="more"><li>{_h(f.more[0])} ({f.other:%d.%m.%Y})</li></ul>'
    )  # fmt: skip
    return _page(f, "", main, title=f"{f.title} | {f.paper}")


def blogger(f: Facts) -> str:
    main = (
        f'<div class="date-outer"><h2 class="date-header"><span>{words.full_date(f.day, f.lang)}</span></h2><div class="post hentry" itemprop="blogPost" itemscope itemtype="http://schema.org/BlogPosting">'
        f'<h3 class="post-title entry-title" itemprop="name">{_h(f.title)}</h3><div class="post-body entry-content" itemprop="description articleBody">{f.body}</div><div class="post-footer">'
        f'<span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><a class="g-profile" rel="author"><span itemprop="name">{_h(f.author)}</span></a></span></span> '
        f'<span class="post-timestamp">at <a class="timestamp-link" rel="bookmark"><abbr class="published" itemprop="datePublished" title="{f.stamp}">9:15 AM</abbr></a></span></div></div></div>'
    )  # fmt: skip
    return _page(
        f,
        "",
        f'<div class="header"><h1 class="title">{_h(f.paper)}</h1></div>' + main,
        title=f"{f.paper}: {f.title}",
    )


def substack(f: Facts) -> str:
    short = f"{f.day:%b %d, %Y}"
    main = (
        f'<article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{_h(f.title)}</h1><div class="pencraft byline-wrapper"><div class="pencraft pc-reset">'
        f'<a href="https://substack.example/@x">{_h(f.author)}</a></div><div class="pencraft pc-reset meta-EgzBVA">{short}</div></div></div><div class="available-content"><div class="body markup">{f.body}</div></div></article>'
    )  # fmt: skip
    head = f'<meta name="author" content="{_h(f.author)}"><meta property="og:title" content="{_h(f.title)}">'
    return _page(f, head, main + f"<ul>{f.teasers('long')}</ul>", title=f"{f.title} - {f.paper}")


def us_press(f: Facts) -> str:
    main = (
        f'<main class="usa-section"><div class="press-release"><p class="release-label">FOR IMMEDIATE RELEASE</p><div class="node-date"><time>{f.day:%A, %B} {f.day.day}, {f.day.year}</time></div>'
        f'<h1 id="page-title">{_h(f.title)}</h1><div class="field__item">{f.body}</div><p>Updated {f.other:%B} {f.other.day}, {f.other.year}</p></div></main>'
    )  # fmt: skip
    return _page(
        f,
        f'<meta property="og:site_name" content="{_h(f.paper)}">',
        main,
        title=f"{f.paper} | {f.title} | Office of Public Affairs",
    )


def gov_uk(f: Facts) -> str:
    head = f'<meta name="govuk:first-published-at" content="{f.day}T08:15:00+00:00"><meta name="govuk:public-updated-at" content="{f.other}T08:15:00+00:00">'
    main = (
        f'<main><p class="govuk-caption-xl">Press release</p><h1 class="gem-c-heading">{_h(f.title)}</h1><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/x">{_h(f.paper)}</a></dd>'
        f'<dt>Published</dt><dd>{f.said}</dd><dt>Last updated</dt><dd>{words.long_date(f.other, f.lang)}</dd></dl></div><div class="govspeak">{f.body}</div></main>'
    )  # fmt: skip
    return _page(f, head, main, title=f"{f.title} - {f.paper}")


def commission(f: Facts) -> str:
    main = (
        f'<div class="ecl-page-header"><ul class="ecl-page-header__meta"><li class="ecl-page-header__meta-item">News article</li><li class="ecl-page-header__meta-item">{f.said}</li>'
        f'<li class="ecl-page-header__meta-item">{_h(f.paper)}</li><li class="ecl-page-header__meta-item">2 min read</li></ul><h1 class="ecl-page-header__title">{_h(f.title)}</h1></div><div class="ecl">{f.body}</div>'
        f'<dl><dt>Publication date</dt><dd>{f.said}</dd></dl>'
    )  # fmt: skip
    return _page(f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main)


def japan_paper(f: Facts) -> str:
    main = (
        f'<main><h1>{_h(f.title)}</h1><div class="p-article-meta"><span class="c-writer">{_h(f.author)}</span><span class="c-date">{f.day.year}年{f.day.month}月{f.day.day}日 9時15分</span></div>'
        f'<div class="p-article-body">{f.body}</div></main><ul>{f.teasers("long")}</ul>'
    )  # fmt: skip
    return _page(
        f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main, title=f"{f.title}：{f.paper}"
    )


def japan_ministry(f: Facts) -> str:
    weekday = "月火水木金土日"[f.day.weekday()]
    era = f"令和{f.day.year - 2018}年{f.day.month}月{f.day.day}日（{weekday}）"
    main = f'<div id="contents"><p class="date right">{era}</p><p class="right">{_h(f.paper)}</p><h1>{_h(f.title)}</h1>{f.body}</div>'
    return _page(f, "", main, title=f"{f.title}｜{f.paper}")


def china_state(f: Facts) -> str:
    head = (
        f'<meta name="SiteName" content="{_h(f.paper)}"><meta name="ArticleTitle" content="{_h(f.title)}"><meta name="PubDate" content="{f.day} 09:15"><meta name="ContentSource" content="{_h(f.paper)}">'
    )  # fmt: skip
    main = f'<div class="article"><h1>{_h(f.title)}</h1><div class="pages-date">{f.day} 09:15 <span class="font">来源： {_h(f.paper)}</span></div><div class="pages_content">{f.body}</div></div><ul>{f.teasers()}</ul>'
    return _page(f, head, main, title=f"{f.title}_{f.paper}")


def china_portal(f: Facts) -> str:
    main = (
        f'<div class="main"><h2 class="main-title">{_h(f.title)}</h2><div class="article-info"><span class="time">{f.day:%Y年%m月%d日} 09:15</span> <a class="source">{_h(f.paper)}</a></div>'
        f'<div id="artibody">{f.body}</div><p class="show_author">责任编辑：{_h(f.author)}</p></div><ul>{f.teasers()}</ul>'
    )  # fmt: skip
    return _page(f, "", main, title=f"{f.title}_{f.paper}")


def arabic(f: Facts) -> str:
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    said = format_date(f.day, "d MMMM y", locale="ar_EG").translate(digits)
    main = f'<article><h1>{_h(f.title)}</h1><div class="article-header-meta"><span class="article-author-name-item">{_h(f.author)}</span><div class="article-dates"><span class="date-simple">{said}</span></div></div>{f.body}</article><ul>{f.teasers()}</ul>'
    return _page(
        f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main, title=f"{f.title} | {f.paper}"
    )


def spanish(f: Facts) -> str:
    main = (
        f'<article><header><h1>{_h(f.title)}</h1><p class="firma">{_h(f.author)}</p><p class="fecha">Publicado: {f.day:%d/%m/%Y} 09:15 | Actualizado: {f.other:%d/%m/%Y} 11:02</p></header>{f.body}</article>'
    )  # fmt: skip
    return _page(
        f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main, title=f"{f.title} | {f.paper}"
    )


def slashed(f: Facts) -> str:
    main = f'<article><h1 class="content-head__title">{_h(f.title)}</h1><p class="content-publication-data__from">Por {_h(f.author)}</p><p class="content-publication-data__updated">{f.day:%d/%m/%Y} 09h15</p>{f.body}</article><ul>{f.teasers()}</ul>'
    return _page(f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main)


def long_printed(f: Facts) -> str:
    main = f'<section class="articolo"><h1>{_h(f.title)}</h1><div class="firma-data">{_h(f.author)} – {f.said}, 09:15</div>{f.body}</section><ul>{f.teasers("long")}</ul>'
    return _page(f, "", main, title=f"{f.title} | {f.paper}")


def korean(f: Facts) -> str:
    main = f'<div class="article-head-title"><h1>{_h(f.title)}</h1></div><ul class="infomation"><li>기자명 {_h(f.author)} 기자</li><li>입력 {f.day:%Y.%m.%d} 09:15</li><li>수정 {f.other:%Y.%m.%d} 10:00</li></ul><div id="article-view-content-div">{f.body}</div>'
    return _page(f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main)


def old_static(f: Facts) -> str:
    main = (
        f'<table width=600><tr><td><a href="/"><img src="logo.gif" alt="{_h(f.paper)}"></a></td></tr><tr><td><font size="+2"><b>{_h(f.title)}</b></font><br><font size=1>{f.day:%A, %B} {f.day.day}, {f.day.year} Posted: 9:15 AM EST (1415 GMT)</font>'
        f'{f.body}</td></tr></table>'
    )  # fmt: skip
    return _page(f, "", main, title=f"{f.title}")


def agency_epoch(f: Facts) -> str:
    epoch = int(dt.datetime(f.day.year, f.day.month, f.day.day, 9, 15, tzinfo=dt.UTC).timestamp() * 1000)
    later = epoch + 86_400_000 * 9
    main = (
        f'<div class="Page-content"><h1 class="Page-headline">{_h(f.title)}</h1><div class="Page-byline"><div class="Page-authors">By <a class="Link">{_h(f.author)}</a></div><div class="Page-datePublished">Published <bsp-timestamp data-timestamp="{epoch}"></bsp-timestamp></div>'
        f'<div class="Page-dateModified"><bsp-timestamp data-timestamp="{later}"></bsp-timestamp></div></div><div class="RichTextStoryBody">{f.body}</div></div>'
    )  # fmt: skip
    return _page(
        f,
        f'<meta property="og:site_name" content="{_h(f.paper)}"><meta property="article:published_time" content="{f.day}T09:15:00">',
        main,
        title=f"{f.title} | {f.paper}",
    )


def broadcaster(f: Facts) -> str:
    main = (
        f'<main id="main-content"><article><div data-component="headline-block"><h1 class="sc-f98b1ad2-0">{_h(f.title)}</h1></div><div data-component="byline-block"><time datetime="{f.day}T09:15:00.000Z" class="sc-801dd632-2">{f.said}</time>'
        f'<span class="sc-b42e7a8f-7">{_h(f.author)}</span></div><div data-component="text-block">{f.body}</div></article></main><ul>{f.teasers()}</ul>'
    )  # fmt: skip
    nav = f'<nav><ul><li><time datetime="{f.other}">{words.long_date(f.other, f.lang)}</time></li></ul></nav>'
    return _page(f, "", nav + main)


def wire(f: Facts) -> str:
    main = f'<article><h1>{_h(f.title)}</h1><div class="info-content__author">By {_h(f.author)}</div><div class="date-line__date">{f.day:%B} {f.day.day}, {f.day.year}9:15 AM UTC Updated {f.other:%B} {f.other.day}, {f.other.year}</div>{f.body}</article>'
    return _page(f, "", main, title=f"{f.title} | {f.paper}")


def squarespace(f: Facts) -> str:
    head = f'<meta itemprop="name" content="{_h(f.title)} — {_h(f.paper)}"><meta itemprop="headline" content="{_h(f.title)}"><meta itemprop="datePublished" content="{f.stamp}"><meta itemprop="dateModified" content="{f.other}T10:00:00+0100"><meta property="og:site_name" content="{_h(f.paper)}">'
    main = f'<article class="blog-item-wrapper hentry"><h1 class="entry-title entry-title--large p-name" data-content-field="title">{_h(f.title)}</h1><time class="dt-published blog-item-date" datetime="{f.day}">{format_date(f.day, "d MMM", locale=f.lang)}</time><span class="blog-author-name">{_h(f.author)}</span><div class="blog-item-content e-content">{f.body}</div></article>'
    return _page(f, head, main, title=f"{f.title} — {f.paper}")


def wix(f: Facts) -> str:
    main = f'<article data-hook="post"><span data-hook="user-name" title="{_h(f.author)}">{_h(f.author)}</span> <span data-hook="time-ago" title="{f.said}">{f.said}</span><h1 data-hook="post-title">{_h(f.title)}</h1><div data-hook="post-description">{f.body}</div></article><ul>{f.teasers("long")}</ul>'
    return _page(
        f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main, title=f"{f.title} | {f.paper}"
    )


def joomla(f: Facts) -> str:
    main = (
        f'<div class="item-page" itemscope itemtype="https://schema.org/Article"><h2 itemprop="headline">{_h(f.title)}</h2><dl class="article-info muted"><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person"> Written by <span itemprop="name">{_h(f.author)}</span></dd>'
        f'<dd class="modified"><time datetime="{f.other}T09:15:00+00:00" itemprop="dateModified">Last Updated: {f.other:%d %B %Y}</time></dd><dd class="published"><time datetime="{f.day}T09:15:00+00:00" itemprop="datePublished">Published: {f.day:%d %B %Y}</time></dd></dl><div itemprop="articleBody">{f.body}</div></div>'
    )  # fmt: skip
    return _page(f, "", main, title=f"{f.title} - {f.paper}")


def court(f: Facts) -> str:
    place = {"en": "Luxembourg, ", "fr": "Luxembourg, le ", "de": "Luxemburg, den "}[f.lang]
    main = f'<div class="communique"><p>{_h(f.paper)}</p><p>PRESS RELEASE No 34/24</p><p>{place}{f.said}</p><h1>{_h(f.title)}</h1>{f.body}</div>'
    return _page(f, "", main, title=f.title)


def newswire(f: Facts) -> str:
    body = f.body.replace("<p>", f"<p>ARNSBY, {f.day:%B} {f.day.day}, {f.day.year} /NewsRelay/ -- ", 1)
    main = f'<article class="news-release"><div class="release-header"><h1>{_h(f.title)}</h1><p class="org">News provided by<br><a><strong>{_h(f.paper)}</strong></a></p><p class="mb-no">{f.day:%b} {f.day.day:02}, {f.day.year}, 09:15 ET</p></div>{body}</article><ul>{f.teasers("long")}</ul>'
    return _page(f, "", main, title=f.title)


def modified_only(f: Facts) -> str:
    head = f'<meta property="og:site_name" content="{_h(f.paper)}"><meta property="article:modified_time" content="{f.other}T08:15:00Z">'
    main = f'<article><h1>{_h(f.title)}</h1>{f.body}<p class="last-updated">Page last updated {words.long_date(f.other, f.lang)}</p></article><ul>{f.teasers()}</ul>'
    return _page(f, head, main)


def undated(f: Facts) -> str:
    event = f.body.replace("</p>", f" ({words.long_date(f.other, f.lang)})</p>", 1)
    main = f"<article><h1>{_h(f.title)}</h1>{event}</article><aside><ul>{f.teasers('long')}</ul></aside>"
    return _page(f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main)


SYSTEMS: dict[str, tuple[Callable[[Facts], str], tuple[str, ...], str]] = {
    "WordPress with Yoast": (wordpress_yoast, ("en", "pl", "ja"), "author publisher"), "WordPress theme": (wordpress_theme, ("en", "fr", "sv"), "author publisher"),
    "Drupal 7": (drupal_seven, ("en", "en", "en"), "author publisher"), "Drupal field": (drupal_field, ("en", "es", "nl"), "publisher"),
    "Ghost": (ghost, ("en", "de", "ru"), "author publisher"), "Arc": (arc, ("en", "es", "pt"), "author publisher"), "Typo3": (typo3, ("de", "de", "nl"), "publisher"),
    "dotted days": (dotted_only, ("de", "de", "de"), "author publisher"), "Blogger": (blogger, ("en", "it", "tr"), "author publisher"), "Substack": (substack, ("en", "en", "en"), "author publisher"),
    "United States press release": (us_press, ("en", "en", "en"), "publisher"), "GOV.UK": (gov_uk, ("en", "en", "en"), "publisher"), "European Commission": (commission, ("en", "pl", "it"), "publisher"),
    "Japanese paper": (japan_paper, ("ja", "ja", "ja"), "author publisher"), "Japanese ministry": (japan_ministry, ("ja", "ja", "ja"), "publisher"),
    "Chinese government": (china_state, ("zh", "zh", "zh"), "publisher"), "Chinese portal": (china_portal, ("zh", "zh", "zh"), "publisher"), "Arabic paper": (arabic, ("ar", "ar", "ar"), "author publisher"),
    "Spanish paper": (spanish, ("es", "es", "es"), "author publisher"), "days with slashes": (slashed, ("pt", "es", "fr"), "author publisher"), "printed in words": (long_printed, ("it", "ru", "pl"), "author publisher"),
    "Korean paper": (korean, ("ko", "ko", "ko"), "author publisher"), "static page of 1999": (old_static, ("en", "en", "en"), "publisher"), "news agency": (agency_epoch, ("en", "es", "en"), "author publisher"),
    "broadcaster": (broadcaster, ("en", "tr", "ru"), "author publisher"), "wire": (wire, ("en", "en", "en"), "author publisher"), "Squarespace": (squarespace, ("en", "de", "sv"), "author publisher"),
    "Wix": (wix, ("en", "fr", "it"), "author publisher"), "Joomla": (joomla, ("en", "en", "en"), "author publisher"), "court": (court, ("en", "fr", "de"), "publisher"), "newswire": (newswire, ("en", "en", "en"), "publisher"),
    "only modified": (modified_only, ("en", "de", "fr"), "publisher undated"), "undated": (undated, ("en", "es", "sv"), "publisher undated"),
}  # fmt: skip
"""Of each system: how it makes a page, the languages of three pages, which of author and publisher are told, or that no day is."""


def facts(lang: str, luck: random.Random) -> Facts:
    """Draw what is true of a page; of one day in three, figures can be read in two ways."""
    day = dt.date(2020, 1, 1) + dt.timedelta(luck.randrange(2000))
    if luck.random() < 1 / 3:
        day = day.replace(day=luck.randrange(1, 13))
    title, *others = (line.rstrip(".。") for line in words.sentences(lang, luck, 5))
    between = "" if lang in {"ja", "zh"} else " "
    paragraphs = tuple(between.join(words.sentences(lang, luck, 3)) for _ in range(4))
    return Facts(
        lang,
        day,
        day + dt.timedelta(luck.randrange(9, 40)),
        title,
        words.name(lang, luck),
        words.paper(lang),
        paragraphs,
        tuple(f"{line} ({n}/3)" for n, line in enumerate(others[:3], 1)),
    )
