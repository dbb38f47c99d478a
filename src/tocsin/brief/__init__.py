"""The record as a brief a client can read, and in exchange formats."""
