"""Words for probabilities, and what makes a statement of confidence (data/estimative.toml)."""

from tocsin.core.answer import Confidence, History
from tocsin.core.vocabulary import toml_table


def word_for(probability: float) -> str:
    """Return the word of ICD 203 for a probability.

    >>> word_for(0.2), word_for(0.5), word_for(0.83)
    ('very unlikely', 'roughly even chance', 'very likely')
    """
    bands = toml_table("estimative.toml")["words"]
    return next(str(band["word"]) for band in bands if probability <= band["upto"])


def confidence(
    probability: float, others: dict[str, float], history: History | None, *, later: bool
) -> tuple[Confidence, tuple[str, ...]]:
    """Return how good the grounds of a number are, and the facts that this rests on.

    They are low where the baseline did better. `others` are the probabilities by other models; `later` tells that the
    counts are of a later release than the question.
    """
    told = (*others.values(), probability)
    spread = max(told) - min(told)
    alike = None if history is None else history.alike
    n, width = (0, 1.0) if alike is None else (alike.n, alike.high - alike.low)
    reasons = [f"models differ by {spread:.2f} ({min(told):.2f} to {max(told):.2f})"]
    if alike is None:
        reasons.append("no earlier forecast like this one can be checked")
    else:
        interval = f"95%: {alike.low:.0%} to {alike.high:.0%}"
        told_true = f"{alike.happened:.0%} came true ({interval}), {alike.forecast:.0%} were expected"
        reasons.append(f"of {n} earlier forecasts like this one {told_true}")
    beaten = history is not None and history.brier > history.brier_baseline
    if beaten:
        reasons.append("the baseline did better than the model")
    if later:
        reasons.append("counts are of a later release than what was known on that day")
    for rule in toml_table("estimative.toml")["confidence"]:
        grounds = n >= rule["least_n"] and width <= rule["most_width"] and spread <= rule["most_spread"]
        held = alike is not None and alike.holds and not beaten
        if grounds and held and (rule["final_history"] or not later):
            level: Confidence = rule["level"]
            return level, tuple(reasons)
    return "low", tuple(reasons)
