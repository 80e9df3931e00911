"""Ways: missing between places that need one, unlike in the two directions; places that nobody knows; runs
whose times do not rise."""

from __future__ import annotations

from collections import Counter

from instances.fold import nearest
from instances.validate.courses import centres_for
from instances.validate.draft import Draft
from models.network import Network
from models.text import Text
from models.travel import Mode

SAME_PLACE = Text("дорога из места в него же", "the way leads from a place to itself")
FIX_PLACE = Text("Исправьте одно из мест или удалите строку.", "Correct one of the places or delete the row.")
ASYMMETRIC = Text(
    "туда {there} мин, обратно {back} мин (строка {row})", "{there} min there, {back} min back (row {row})"
)
CHECK_BOTH = Text("Проверьте обе строки.", "Check both rows.")
UNKNOWN = Text(
    "такого учреждения, населённого пункта, остановки и зоны больше нигде нет",
    "no institution, settlement, stop or zone goes by that name",
)
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
CHECK_NAME = Text("Проверьте название.", "Check the name.")
MISSING = Text(
    "нет дороги: {origin} → {destination} (обучающихся: {count})",
    "no way: {origin} → {destination} (students: {count})",
)
ADD_WAY = Text(
    "Добавьте строку на лист «Дорога» или рейс; иначе этим обучающимся туда не попасть.",
    "Add a row to the sheet Travel or a run; else these students cannot get there.",
)
TIMES = Text("время остановки не позже предыдущей", "the time is not after that of the stop before")
FIX_TIMES = Text(
    "Расположите остановки по порядку и исправьте время.", "Order the stops and correct the times."
)
FEW_STOPS = Text("у рейса меньше двух остановок", "the run has fewer than two stops")
ADD_STOPS = Text("Добавьте остановки на лист «Остановки».", "Add its stops to the sheet Stops.")
NO_HOME = Text(
    "такого места нет ни у учреждений, ни среди остановок, ни на листе «Дорога»: пути домой не найти",
    "no institution, stop or row of Travel has this place: no way home can be found",
)
NOBODY_THERE = Text(
    "в этом месте нет ни обучающихся, ни учреждений: строка ни на что не влияет",
    "neither students nor institutions are at this place: the row has no effect",
)
UNKNOWN_STOP = Text(
    "такого места нет ни у учреждений и обучающихся, ни на листе «Дорога»: здесь никто не сядет и не выйдет",
    "no institution, student or row of Travel has this place: nobody boards or alights here",
)
TWICE, MINUTES_APART = 2, 15
"""Two directions are unlike beyond reason if one takes over twice the other and so many minutes more."""
MAX_MISSING = 50
FREE = (Mode.WALK, Mode.PUBLIC)


def check(draft: Draft) -> None:
    """Reports on travel and runs."""
    _check_rows(draft)
    _check_homes(draft)
    _check_last_buses(draft)
    _check_stops(draft)
    _check_runs(draft)
    _check_missing(draft)


def _check_rows(draft: Draft) -> None:
    network = draft.network
    known = _known_places(network)
    homes = {student.home for student in network.students if student.home}
    first = {(way.origin, way.destination, way.mode): i for i, way in reversed([*enumerate(network.travel)])}
    for index, way in enumerate(network.travel):
        if way.origin == way.destination:
            draft.bad("travel", index, "destination", SAME_PLACE(), FIX_PLACE())
            continue
        for name in ("origin", "destination"):
            place = getattr(way, name)
            if place not in known | homes:
                near = nearest(place, sorted(known))
                cure = PERHAPS(nearest=near[0]) if near else CHECK_NAME()
                draft.doubt("travel", index, name, UNKNOWN(), cure)
        back = first.get((way.destination, way.origin, way.mode))
        if back is not None and back < index:
            other = network.travel[back].minutes
            low, high = sorted((way.minutes, other))
            if high > TWICE * low and high - low > MINUTES_APART:
                row = draft.rows["travel"][back].number
                problem = ASYMMETRIC(there=way.minutes, back=other, row=row)
                draft.doubt("travel", index, "minutes", problem, CHECK_BOTH())


def _check_homes(draft: Draft) -> None:
    network = draft.network
    known = _known_places(network) | {end for way in network.travel for end in (way.origin, way.destination)}
    for index, student in enumerate(network.students):
        if student.home and student.home not in known:
            near = nearest(student.home, sorted(known))
            draft.doubt(
                "students", index, "home", NO_HOME(), PERHAPS(nearest=near[0]) if near else CHECK_NAME()
            )


def _check_last_buses(draft: Draft) -> None:
    """Rows without effect: nobody lives there, nor may, for want of an institution."""
    network = draft.network
    table = network.travel_table
    homes = {table.settlement(network.home_of(student)) for student in network.students}
    settlements = {table.settlement(institution.id) for institution in network.institutions}
    reached = {end for way in network.travel for end in (way.origin, way.destination)}
    reached |= {stop.place for run in network.runs for stop in run.stops}
    for index, bus in enumerate(network.last_buses):
        if bus.settlement in homes | settlements:
            continue
        own, sound = table.settlement(bus.settlement), sorted(settlements | (homes & reached))
        near = [own] if own in settlements else nearest(bus.settlement, sound)
        cure = PERHAPS(nearest=near[0]) if near else CHECK_NAME()
        draft.doubt("last_buses", index, "settlement", NOBODY_THERE(), cure)


def _check_stops(draft: Draft) -> None:
    """Stops at places that no other sheet knows: nobody boards or alights there."""
    network = draft.network
    places = {place for i in network.institutions for place in (i.id, i.settlement) if place}
    places |= {student.home for student in network.students if student.home}
    known = places | {end for way in network.travel for end in (way.origin, way.destination)}
    known |= {bus.settlement for bus in network.last_buses}
    for index, row in enumerate(draft.rows["stops"]):
        if row.values["place"] not in known:
            near = nearest(row.values["place"], sorted(places))
            cure = PERHAPS(nearest=near[0]) if near else CHECK_NAME()
            draft.doubt("stops", index, "place", UNKNOWN_STOP(), cure)


def _known_places(network: Network) -> set[str]:
    places = {place for i in network.institutions for place in (i.id, i.settlement, i.zone) if place}
    places |= {stop.place for run in network.runs for stop in run.stops}
    return places | {bus.settlement for bus in network.last_buses}


def _check_runs(draft: Draft) -> None:
    last: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for index, row in enumerate(draft.rows["stops"]):
        run, time = row.values["run"], row.values["time"]
        counts[run] += 1
        if run in last and time <= last[run]:
            draft.bad("stops", index, "time", TIMES(), FIX_TIMES())
        last[run] = time
    for index, item in enumerate(draft.network.runs):
        if counts[item.id] < 2:
            draft.bad("runs", index, "id", FEW_STOPS(), ADD_STOPS())


def _check_missing(draft: Draft) -> None:
    """Pairs of a school or home and a centre that a chosen course may need, without any way."""
    network = draft.network
    hosts = {
        course.id: sorted(
            {network.centre_by_id[centre].institution for centre in centres_for(network, course)}
        )
        for course in network.courses
    }
    needed: Counter[tuple[str, str]] = Counter()
    for id, choices in network.choices_by_student.items():
        student = network.student_by_id[id]
        home = network.home_of(student)
        sites = {
            site
            for choice in choices
            for course in network.courses_of(choice.course)
            for site in hosts[course.id]
        }
        for site in sites:
            needed[student.institution, site] += 1
            needed[site, home] += 1
    table, served = network.travel_table, _served_by_runs(network)
    missing = [
        (origin, destination, count)
        for (origin, destination), count in needed.items()
        if table.fastest(origin, destination, FREE) is None
        and (table.settlement(origin), table.settlement(destination)) not in served
        and table.settlement(origin) != table.settlement(destination)
    ]
    spot = draft.tables.spot_of("travel")
    for origin, destination, count in sorted(missing, key=lambda item: (-item[2], item))[:MAX_MISSING]:
        problem = MISSING(origin=origin, destination=destination, count=count)
        draft.problems.warn(spot, f"{origin} → {destination}", problem, ADD_WAY())


def _served_by_runs(network: Network) -> set[tuple[str, str]]:
    """Pairs of settlements that a run joins, in its direction."""
    table = network.travel_table
    return {
        (table.settlement(first.place), table.settlement(second.place))
        for run in network.runs
        for number, first in enumerate(run.stops)
        for second in run.stops[number + 1 :]
    }
