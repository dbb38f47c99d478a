"""The command line. It asks for the verbs as `tocsin.pipeline`, `tocsin.read` and so on, which load when used."""

from tocsin.cli._app import app, main

__all__ = ["app", "main"]
