"""What is shared with other desks: what two people changed, what the store refused, who did what."""
