"""From an article's text to its sentences, with exact spans.

Markup is blanked, character for character, so that every later offset still points into the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facts.extract.noise import is_noise
from facts.model import Article, Span

_MARKUP = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # pictures, with their caption
    r"|(?<=\])\([^)\s]*\)"  # the address behind a link's words
    r"|https?://[^\s<>()]+"
    r"|</?[A-Za-z][^<>\n]{0,300}>"
    r"|[\[\]`]|\*{1,3}|_{2}|(?<!\w)_|_(?!\w)"
    r"|^[ \t]{0,3}(?:\#{1,6}|>+|[-*+•–]|\d{1,2}[.)])(?=[ \t])",
    re.DOTALL | re.MULTILINE,
)
_EMPHASISED = re.compile(r"(?<![\w*_])([*_])([A-ZÀ-Ý][^\s*_]*(?: [^\s*_]+){0,2})\1(?![\w*_])")
_MARK_REACH = 400
_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")
_WRAP_WIDTH = 130
_LINE_END = 200
_SHORT_LINE = 30  # a shorter one may be a heading
_CLOSING_SIGNS = frozenset(".!?…:;»”|") | {'"'}
_OPEN_END = re.compile(r"\w,$|\s[a-zà-ÿ]{1,3}$")
_END = re.compile(r"[.!?…]+(?:\s?»)?[»”\"')\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'’])(?:[A-Z]|M|MM|Mme|Mlle|Dr|Mr|Mrs|Ms|St|Ste|av|env|art|vol|no|vs|etc|cf|Jr|Sr|min|max"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juil)\.$"
)
_PAIRS = {"«": "»", "“": "”"}
_QUOTE_LIMIT = 2_000
# No writer's sentence is longer: it is a table or a dump, which no rule could make sense of.
_LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its range in the article, its block's number, and whether it is a heading."""

    span: Span
    block: int
    heading: bool


def blank_markup(text: str) -> str:
    """The same number of characters, with Markdown and HTML marks turned into spaces.

    The marks around a few emphasised words that begin with a capital become quotation marks: that
    is how titles are set.
    """
    quoted = _EMPHASISED.sub(r"“\2”", _blank_comments(text))
    return _MARKUP.sub(lambda mark: _blank(mark.group()), quoted)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blank_comments(text: str) -> str:
    """Without HTML comments. A pattern would look for the end of each unclosed one anew."""
    pieces: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += (text[position:start], _blank(text[start : end + 3]))
        position = end + 3
    return "".join(pieces) + text[position:]


def sentences(article: Article, reading: str) -> tuple[Sentence, ...]:
    """The sentences of the body; `reading` is the article's text with its markup blanked.

    Blocks that are furniture of the page (share lines, comment counts, credits) are left out, and
    so is a run of more than 3,000 characters without the end of a sentence.
    """
    found: list[Sentence] = []
    for number, block in enumerate(_blocks(reading, article.body)):
        if is_noise(reading[block.start : block.end]):
            continue
        heading = not _END.search(reading[max(block.end - 4, block.start) : block.end])
        found.extend(
            Sentence(_with_marks(article.text, reading, span), number, heading)
            for span in _split(reading, block)
            if span.end - span.start <= _LONGEST
        )
    return tuple(found)


def _with_marks(text: str, reading: str, span: Span) -> Span:
    """The span with the marks around it whose partners it holds: "**X** said", "[X](y) said".

    As few as make a whole of it; none where a partner stands in another sentence.
    """
    starts, ends = _marks_before(text, reading, span.start), _marks_behind(text, reading, span.end)
    pairs = ((start, end) for start in starts for end in ends)
    for start, end in sorted(pairs, key=lambda pair: pair[1] - pair[0]):
        if _is_whole(text[start:end], text[end : end + 1]):
            return Span(start, end)
    return span


def _marks_before(text: str, reading: str, at: int) -> list[int]:
    """The places where marks begin that touch the text at `at`, nearest first, `at` among them."""
    area = max(at - _MARK_REACH, 0)
    begins = {m.end(): m.start() for m in _MARKUP.finditer(text, area, at)}
    found = [at]
    while found[-1] in begins and reading[begins[found[-1]]].isspace():
        found.append(begins[found[-1]])
    return found


def _marks_behind(text: str, reading: str, at: int) -> list[int]:
    found = [at]
    while found[-1] < len(text) and reading[found[-1]].isspace() and not text[found[-1]].isspace():
        mark = _MARKUP.match(text, found[-1])
        if mark is None:
            break
        found.append(mark.end())
    return found


def _is_whole(piece: str, following: str) -> bool:
    """Whether each mark of a piece has its partner."""
    marks = Counter(mark.group() for mark in _MARKUP.finditer(piece))
    pairs = all(marks[mark] % 2 == 0 for mark in ("*", "**", "***", "_", "__", "`"))
    opened = sum(mark.startswith("<") and not mark.startswith("</") for mark in marks.elements())
    closed = sum(mark.startswith("</") for mark in marks.elements())
    links = marks["["] == marks["]"] and not (piece.endswith("]") and following == "(")
    return pairs and opened == closed and links


def _blocks(text: str, body: Span) -> Iterator[Span]:
    """Paragraphs: by blank lines in a text with wrapped lines, else line by line."""
    area = text[body.start : body.end]
    lines = area.splitlines()
    wrapped = bool(_BLANK.search(area.strip())) and max(map(len, lines), default=0) <= _WRAP_WIDTH
    separator = _BLANK if wrapped else re.compile(r"\r?\n")
    start = body.start
    gaps = [
        gap
        for gap in separator.finditer(text, body.start, body.end)
        if wrapped
        or not _goes_on(
            text[max(gap.start() - _LINE_END, start) : gap.start()], text[gap.end() : body.end]
        )
    ]
    for gap in [*gaps, None]:
        end = gap.start() if gap else body.end
        yield from _trim(text, Span(start, end))
        start = gap.end() if gap else body.end


def _goes_on(line: str, following: str) -> bool:
    """Whether a line break stands within a sentence, as its small letters and commas show."""
    line = line.rstrip()
    first = following.lstrip(" \t")[:1]
    if len(line) < _SHORT_LINE or line[-1:] in _CLOSING_SIGNS:
        return False
    return first.islower() or (first.isalpha() and bool(_OPEN_END.search(line)))


def _trim(text: str, span: Span) -> Iterator[Span]:
    piece = text[span.start : span.end]
    left = len(piece) - len(piece.lstrip("\ufeff \t\r\n\f\v\u00a0"))
    right = len(piece.rstrip())
    if left < right:
        yield Span(span.start + left, span.start + right)


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    quotes = _quotations(text, block)
    for stop in _END.finditer(text, block.start, block.end):
        end = stop.end()
        if end < block.end and not _ends_sentence(text, start, stop, block.end, quotes):
            continue
        yield from _trim(text, Span(start, end))
        start = end
    if start < block.end:
        yield from _trim(text, Span(start, block.end))


def _quotations(text: str, block: Span) -> list[Span]:
    found: list[Span] = []
    position = block.start
    while position < block.end:
        closing = _PAIRS.get(text[position])
        if closing:
            end = text.find(closing, position + 1, min(block.end, position + _QUOTE_LIMIT))
            if end > 0:
                found.append(Span(position, end + 1))
                position = end
        elif text[position] == '"':
            end = text.find('"', position + 1, min(block.end, position + _QUOTE_LIMIT))
            if end > 0:
                found.append(Span(position, end + 1))
                position = end
        position += 1
    return found


def _ends_sentence(
    text: str, start: int, stop: re.Match[str], limit: int, quotes: list[Span]
) -> bool:
    if any(q.start < stop.start() < q.end - 1 and stop.end() < q.end for q in quotes):
        return False
    follower = text[stop.end() : limit].lstrip()[:1]
    if follower.islower() or follower in {",", ";", ":", "—", "–"}:
        return False
    before = text[max(start, stop.start() - 8) : stop.start() + 1]
    return not (stop.group() == "." and _ABBREVIATION.search(before))
