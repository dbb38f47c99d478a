"""Tocsin reads reports on political violence into an auditable record, links incidents, and writes a brief."""

__version__ = "0.1.0"
