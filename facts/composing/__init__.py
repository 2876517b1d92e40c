"""From facts to the sentences of an answer, topic by topic."""
