"""The page of administration, for administrators signed in at a shared store."""
