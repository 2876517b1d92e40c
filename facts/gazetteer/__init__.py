"""The gazetteer: names of cycling, as data that grows by a line, and its loader.

Each `.tsv` file here is UTF-8 text: the column names in its first line, then one row a line, cells
parted by tabs, lists inside a cell parted by "; ", comments behind "#" at the start of a line. To
teach Musette a team, a race or a person, add a line; the tests read all of them.

Nothing here looks for names in a text: that is the matcher's work, on the entries given here.
"""

from facts.gazetteer.entry import Alias, Entry, Gazetteer, fold
from facts.gazetteer.load import build_gazetteer, load_gazetteer

__all__ = ["Alias", "Entry", "Gazetteer", "build_gazetteer", "fold", "load_gazetteer"]
