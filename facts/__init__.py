"""What Musette knows: articles, the facts read in them, and answers made of facts."""
