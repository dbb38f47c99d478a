"""Words become a question that a panel can resolve."""

from tocsin.ask._places import unit_name
from tocsin.ask._question import question
from tocsin.ask._targets import target_words

__all__ = ["question", "target_words", "unit_name"]
