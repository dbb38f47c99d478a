"""The nouns. Everything else in Tocsin takes nouns and returns nouns."""
