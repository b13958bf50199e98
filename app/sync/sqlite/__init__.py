"""A shared store in one SQLite file, for a few desks: on a network drive, or for several processes of a computer."""
