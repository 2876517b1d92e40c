"""The glossary: the ideas that French and English words share, as data, and its reader.

`glossary.tsv` is UTF-8 text: the column names in its first line, then one concept a line, cells
parted by tabs, words inside a cell parted by "; ", comments behind "#" at the start of a line:

- concept: a short English id, or "-" for words that carry no idea (stop words).
- type: what "which X" or "quel X" asks for where X is one of the words: the name of an entity kind,
  "date", "duration", "money", "text", "quantity:<unit>", or nothing.
- fr, en: the words. A plain word is a noun, "v:" marks a verb (infinitive, and the words that
  follow it), "a:" a French word that agrees in gender, "=" a word or phrase without other forms.

A form that also is a stop word carries no idea. `irregular.tsv` lists the forms of words that the
rules of `facts.extract.morphology` do not make (language, word, forms).
"""

from facts.glossary.glossary import Glossary, Idea, glossary

__all__ = ["Glossary", "Idea", "glossary"]
