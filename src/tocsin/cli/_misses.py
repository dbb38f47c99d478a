"""What a benchmark missed, listed on the development half alone."""

from collections.abc import Iterable

from tocsin.cli._console import out as stdout
from tocsin.cli._console import safe
from tocsin.core.errors import InputError


def refuse_misses(asked: bool, *, held_out: bool) -> None:
    """Raise InputError where misses are `asked` for on texts that are `held_out`."""
    if asked and held_out:
        raise InputError("misses on held-out texts stay unseen, so that nothing is tuned on them; use --half dev")


def show_misses(misses: Iterable[str]) -> None:
    """Print a line for each of `misses`, whose parts tabs keep apart."""
    for miss in misses:
        stdout().print(safe(miss.replace("\t", "  ")))
