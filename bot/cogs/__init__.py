"""Discord's side of the commands: they parse, call the desk, and send what it says."""
