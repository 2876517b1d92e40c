"""How values, names and facts are said in French and in English."""
