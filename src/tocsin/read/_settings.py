"""Where and when an event took place, when its own words do not tell and the sentences around it do.

Every point in time and every place that the report tells is a candidate, and so is that it does not tell. What speaks
for and against each is a table of features (`_setting_time`, `_setting_place`), weighed by data/settings.toml, whose
head says which weights are fitted. What grammar rules out (`may_date`, `may_hold`) is no candidate.
"""

from tocsin.read._events import REMOTE, EventMention
from tocsin.read._mentions import Findings, PlaceMention, Setting, TimeMention
from tocsin.read._parse import Page
from tocsin.read._scene import Case, Event, Scene
from tocsin.read._setting_model import WHEN, WHERE, likeliest
from tocsin.read._setting_place import may_hold
from tocsin.read._setting_time import by_when, describing, may_date, nearest_first, of_shared_subject


def settings(groups: list[list[EventMention]], found: Findings, page: Page) -> list[Setting]:
    """Return the setting of each of `groups`, which are in the order of the text."""
    scene = Scene(groups, found, page)
    return [_setting(Event(group, scene), scene) for group in groups]


def _setting(event: Event, scene: Scene) -> Setting:
    """Return what `event` takes from the words around it."""
    return Setting(place=_place(event, scene), time=_time(event, scene))


def _time(event: Event, scene: Scene) -> TimeMention | None:
    if event.tells_time:
        return None
    cases = [c for c in (Case(scene, event, t) for t in scene.times) if may_date(c)]
    own = of_shared_subject(event, cases) or by_when(event, cases)
    return own or _heading(event, scene) or likeliest(event, nearest_first(cases), WHEN)


def _heading(event: Event, scene: Scene) -> TimeMention | None:
    """Return the time that heads the paragraph in which `event` is told first, none for what only describes."""
    first = event.mentions[0]
    above = [t for t in scene.headings.get(first.paragraph, ()) if t.tokens.start < first.trigger.head]
    return above[-1] if above and not describing(event) else None


def _place(event: Event, scene: Scene) -> PlaceMention | None:
    if event.tells_place or not REMOTE.isdisjoint(event.modes):
        return None
    # of whom something is asked is no place: "Mali asked Chad to send troops"
    asked = {a.head for m in event.mentions if m.trigger.sense.type == "REQUEST" for a in m.undergoers}
    near = (p for p in scene.places if p.mention.tokens.root.i not in asked)
    return likeliest(event, filter(may_hold, (Case(scene, event, p) for p in near)), WHERE)
