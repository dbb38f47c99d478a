"""Documents become claims, each with the words it was read from."""
