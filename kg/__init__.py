"""A claim graph of chip supply, read out of the news."""
