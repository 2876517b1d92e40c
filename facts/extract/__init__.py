"""From the text of an article to its facts: pure code, no input or output."""
