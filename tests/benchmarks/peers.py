"""What a user might build instead: the best sentence by BM25, if it scores enough."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Protocol

import tantivy

_WORD = re.compile(r"\w+")
_FIELD = "sentence"


class Peer(Protocol):
    """Sentences, ready to be searched."""

    def best(self, question: str) -> tuple[float, str] | None:
        """The sentence that fits best and its score, more is better; None where no word occurs."""
        ...

    def close(self) -> None:
        """Let go of the index."""
        ...


class Fts5:
    """BM25 as SQLite's full-text index has it; accents and case do not count."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE held USING fts5("
            "sentence, tokenize = 'unicode61 remove_diacritics 2')"
        )
        rows = ((sentence,) for sentence in sentences)
        self._database.executemany("INSERT INTO held VALUES (?)", rows)

    def best(self, question: str) -> tuple[float, str] | None:
        words = _WORD.findall(question)
        if not words:
            return None
        query = " OR ".join(f'"{word}"' for word in words)
        row = self._database.execute(
            "SELECT -rank, sentence FROM held WHERE held MATCH ? ORDER BY rank LIMIT 1", (query,)
        ).fetchone()
        return (float(row[0]), str(row[1])) if row else None

    def close(self) -> None:
        self._database.close()


class Tantivy:
    """BM25 as tantivy has it; accents and case do not count."""

    def __init__(self, sentences: Sequence[str]) -> None:
        schema = tantivy.SchemaBuilder().add_text_field(
            _FIELD, stored=True, tokenizer_name="folded"
        )
        self._index = tantivy.Index(schema.build())
        folded = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.ascii_fold())
            .build()
        )
        self._index.register_tokenizer("folded", folded)
        writer = self._index.writer(15_000_000, 1)
        for sentence in sentences:
            writer.add_document(tantivy.Document(sentence=sentence))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def best(self, question: str) -> tuple[float, str] | None:
        words = " ".join(_WORD.findall(question))
        query, _ = self._index.parse_query_lenient(words.lower(), [_FIELD])
        hits = self._searcher.search(query, 1).hits
        if not hits:
            return None
        score, place = hits[0]
        return float(score), str(self._searcher.doc(place)[_FIELD][0])

    def close(self) -> None:
        pass


PEERS: dict[str, Callable[[Sequence[str]], Peer]] = {"FTS5": Fts5, "tantivy": Tantivy}
