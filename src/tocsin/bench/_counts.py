"""Precision, recall and F1 with the counts they come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many were right, how many were said, and how many there were to say."""

    right: int = 0
    said: int = 0
    there: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(right=self.right + other.right, said=self.said + other.said, there=self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 0 where nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was said rightly; 0 where there is nothing."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Counts(right=3, said=4, there=6).f1, 3)
        0.6
        """
        total = self.said + self.there
        return 2 * self.right / total if total else 0.0
