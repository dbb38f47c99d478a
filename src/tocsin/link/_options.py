"""What a user of the linker may set."""

from dataclasses import dataclass

# Broder et al. 1997 (doi:10.1016/S0169-7552(97)00031-7): resemblance over word shingles of 0.5 and more is "roughly the
# same" page; reports written apart from each other on one event share under 0.05 of their five-word shingles.
COPY_RESEMBLANCE = 0.5
# In a record of up to 200 attacks every pair with something in common is compared; in a greater one the nearest are.
LINKS_IN_ALL = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """Settings of a linker. `threshold_*` replace those of data/link_features.toml where they are given."""

    linker: str = "features"
    copy_resemblance: float = COPY_RESEMBLANCE
    threshold_within: float | None = None
    threshold_across: float | None = None
    links_in_all: int = LINKS_IN_ALL
