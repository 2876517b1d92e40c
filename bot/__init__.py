"""The Musette bot: commands, terminal and Discord."""
