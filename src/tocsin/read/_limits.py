"""What a report may cost: ends that no ordinary report comes near."""

LONGEST_SENTENCE = 300  # tokens; some rules look at pairs of words, and the longest sentence of a good paper has 150
MOST_TOKENS = 120_000


class TooMuch(Exception):
    """Reading a report would take more than it may."""
