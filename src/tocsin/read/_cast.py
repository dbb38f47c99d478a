"""The actors of a page by where they stand, for the search for speakers."""

from dataclasses import dataclass

from tocsin.read._mentions import ActorMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors of a page by first token, by end and by head; where several share one, the longest."""

    by_start: dict[int, ActorMention]
    by_end: dict[int, ActorMention]
    by_head: dict[int, ActorMention]
    mentions: tuple[ActorMention, ...]

    def inside(self, start: int, end: int) -> list[ActorMention]:
        """Return the actors that lie within `[start, end)`, in the order of the text."""
        return [m for m in self.mentions if start <= m.tokens.start and m.tokens.end <= end]


def cast_of(actors: list[ActorMention]) -> Cast:
    """Return `actors` by place."""
    by_length = sorted(actors, key=lambda a: len(a.tokens))
    return Cast(
        by_start={a.tokens.start: a for a in by_length},
        by_end={a.tokens.end: a for a in by_length},
        by_head={a.head: a for a in by_length},
        mentions=tuple(sorted(actors, key=lambda a: a.tokens.start)),
    )
