"""Centres, rooms, courses and teachers of one municipality.

Everything is laid around a timetable that exists: every group the demand calls for gets a weekday and
half of an afternoon with a free room and free teachers, and rooms and teachers are then made available
on those days and on as many others as the knobs leave. So courses can run side by side, and what cannot
be met is a matter of seats, sizes, ways and lessons.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil

from instances.generator.catalogue import (
    CATALOGUE,
    COMPUTERS,
    KITCHEN,
    LAB,
    PLAIN,
    ROOM_SEATS,
    STUDIO,
    Offer,
)
from instances.generator.places import Places
from instances.generator.spec import GeneratorSpec
from models.tables import Centre, Course, LoadCategory, PracticePlace, Room, Teacher
from models.time import Window

FROM, TO = 14 * 60 + 30, 18 * 60
SATURDAY = (9 * 60, 14 * 60)
HALVES = ("first", "second")
"""The two sessions that an afternoon has room for."""

GROUP_MAX = 20
SOUGHT_AFTER = 16
"""Applications from which on a course has fewer seats than applicants, as teacher scarcity says."""

ROLE_ROOMS: dict[str, tuple[str, ...]] = {
    "town0": (COMPUTERS, LAB, PLAIN),
    "town1": (COMPUTERS, LAB, PLAIN, STUDIO),
    "town2": (PLAIN, PLAIN),
    "college": (KITCHEN, PLAIN),
    "village": (STUDIO, PLAIN),
}
POST_ROLES = {
    "информатика": "town0",
    "информатика 2": "town1",
    "химия": "town0",
    "экономика": "town2",
    "медицина": "town1",
    "биология": "town1",
    "педагогика": "town2",
    "дошкольное воспитание": "town2",
    "история": "town0",
    "технология": "college",
    "русский язык": "town1",
    "ИЗО": "town1",
}
"""Teacher's post → the institution, by role, where he or she works."""


@dataclass
class Offering:
    """What a municipality has to offer."""

    centres: list[Centre] = field(default_factory=list)
    rooms: list[Room] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    teachers: list[Teacher] = field(default_factory=list)
    practice_places: list[PracticePlace] = field(default_factory=list)


def roles_of(places: Places) -> dict[str, str]:
    """Role → institution; without villages the college stands in."""
    roles = {f"town{n}": places.town_schools[n] for n in range(3)} | {"college": places.college}
    return roles | {"village": places.villages[0].school if places.villages else places.college}


def build_offering(
    spec: GeneratorSpec,
    places: Places,
    demand: dict[str, int],
    rng: random.Random,
    short_day: int,
) -> Offering:
    """``demand`` counts first (and additional) choices by code; ``short_day`` suits curriculum hours."""
    offering, tag = Offering(), places.tag
    roles = roles_of(places)
    centre_id = {role: f"М{tag}-РЦ-{site.rpartition('-')[2]}" for role, site in roles.items()}
    profiles: dict[str, list[str]] = defaultdict(list)
    for offer in CATALOGUE:
        for role in offer.sites:
            profiles[centre_id[role]].append(offer.profile)
    for role, site in roles.items():
        if centre_id[role] not in {centre.id for centre in offering.centres}:
            offering.centres.append(
                Centre(
                    id=centre_id[role],
                    institution=site,
                    profiles=tuple(dict.fromkeys(profiles[centre_id[role]])),
                    coordinator="заместитель директора по учебной работе",
                    max_parallel_groups=len(ROLE_ROOMS[role]),
                )
            )
    kinds = {
        (centre_id[role], f"{kind} {n}"): kind
        for role in roles
        for n, kind in enumerate(ROLE_ROOMS[role], start=1)
        if not (spec.room_scarcity > 0.75 and n > 2)
    }
    seats = {room: rng.randint(*ROOM_SEATS[kind]) for room, kind in kinds.items()}
    taken_rooms: dict[tuple[str, str], set[tuple[int, str]]] = {room: set() for room in kinds}
    taken_posts: dict[str, set[tuple[int, str]]] = {post: set() for post in POST_ROLES}
    hours: dict[str, int] = defaultdict(int)

    for offer in CATALOGUE:
        centres = list(dict.fromkeys(centre_id[role] for role in offer.sites))
        fitting = [
            room for room, kind in kinds.items() if room[0] in centres and kind == offer.room_kind
        ] or [room for room in kinds if room[0] in centres]
        largest = GROUP_MAX if offer.is_practice else min(GROUP_MAX, max(seats[room] for room in fitting))
        sought = max(1, demand.get(offer.choice, 0))
        is_sought_after = sought >= SOUGHT_AFTER
        met = ceil(sought * (1 - 0.3 * spec.teacher_scarcity)) if is_sought_after else sought
        num_groups = ceil(met / largest)
        smallest = offer.min_size or (5 if offer.sites[0] == "village" else 8)
        planted = sum(
            _plant(offer, fitting, taken_rooms, taken_posts, hours, rng, short_day) for _ in range(num_groups)
        )
        if is_sought_after:
            largest = max(smallest + 2, min(largest, ceil(met / max(1, planted))))
        offering.courses.append(
            _course(
                offer,
                tag,
                centres,
                max(1, planted),
                None if largest >= GROUP_MAX else largest,
                fitting,
                kinds,
            )
        )

    offering.rooms = [
        Room(
            centre=centre,
            name=name,
            capacity=seats[centre, name],
            kind=kind,
            windows=_windows({day for day, _ in taken_rooms[centre, name]}, spec.room_scarcity, rng),
        )
        for (centre, name), kind in kinds.items()
    ]
    for number, (post, role) in enumerate(POST_ROLES.items(), start=1):
        taught = [offer for offer in CATALOGUE if post in offer.posts]
        sites = {roles[role_] for offer in taught for role_ in offer.sites}
        slack = 2 if spec.teacher_scarcity < 0.75 else 0
        offering.teachers.append(
            Teacher(
                id=f"М{tag}-У{number:02d}",
                institution=roles[role],
                courses=tuple(f"М{tag}-{offer.code}" for offer in taught),
                max_hours=max(2, hours[post]) + slack,
                windows=_windows({day for day, _ in taken_posts[post]}, spec.teacher_scarcity, rng),
                may_travel=bool(sites - {roles[role]}),
                since=rng.randint(2012, 2025),
                position="учитель",
            )
        )
    pupils = max(12, demand.get("ПЕД", 0))
    offering.practice_places = [
        PracticePlace(
            institution=id,
            places=ceil(pupils / 2) + extra,
            windows=tuple(Window(weekday=day, start=FROM, end=TO) for day in range(1, 6)),
        )
        for id, extra in zip(places.kindergartens, (1, 0), strict=True)
    ]
    return offering


def _plant(
    offer: Offer,
    rooms: list[tuple[str, str]],
    taken_rooms: dict[tuple[str, str], set[tuple[int, str]]],
    taken_posts: dict[str, set[tuple[int, str]]],
    hours: dict[str, int],
    rng: random.Random,
    short_day: int,
) -> bool:
    """Find a place in the week for one more group and take it; ``False`` when there is none left."""
    weekdays = [short_day] if offer.load_category is LoadCategory.CURRICULUM else list(range(1, 6))
    slots = [(weekday, half) for weekday in weekdays for half in HALVES]
    rng.shuffle(slots)
    posts = sorted(offer.posts, key=lambda post: (hours[post], post))[: offer.num_teachers]
    found: list[tuple[tuple[int, str], tuple[str, str] | None]] = []
    for slot in slots:
        if len(found) == offer.weekly_sessions:
            break
        if any(slot in taken_posts[post] for post in posts) or any(slot[0] == day for (day, _), _ in found):
            continue
        free = [room for room in rooms if slot not in taken_rooms[room]]
        if offer.is_practice:
            found.append((slot, None))
        elif free:
            found.append((slot, rng.choice(free)))
    if len(found) < offer.weekly_sessions:
        return False
    for slot, room in found:
        if room is not None:
            taken_rooms[room].add(slot)
        for post in posts:
            taken_posts[post].add(slot)
            hours[post] += 2
    return True


def _course(
    offer: Offer,
    tag: str,
    centres: list[str],
    num_groups: int,
    max_size: int | None,
    rooms: list[tuple[str, str]],
    kinds: dict[tuple[str, str], str],
) -> Course:
    needs_kind = offer.room_kind not in ("", PLAIN) and all(
        any(room[0] == centre and kinds[room] == offer.room_kind for room in rooms) for centre in centres
    )
    return Course(
        id=f"М{tag}-{offer.code}",
        profile=offer.profile,
        title=offer.title,
        hours=offer.hours,
        load_category=offer.load_category,
        weekly_sessions=offer.weekly_sessions,
        period=offer.period,
        parity=offer.parity,
        grades=(10, 11),
        min_size=offer.min_size,
        target_size=None if max_size is None else min(14, max_size),
        max_size=max_size,
        max_groups=num_groups,
        room_kind=offer.room_kind if needs_kind else "",
        centres=tuple(centres),
        num_teachers=offer.num_teachers,
        programme=f"М{tag}-{offer.programme}" if offer.programme else "",
        is_practice=offer.is_practice,
    )


def _windows(needed: set[int], scarcity: float, rng: random.Random) -> tuple[Window, ...]:
    """Afternoons on the days needed and on as many others as scarcity leaves, Saturday among them."""
    others = [day for day in range(1, 7) if day not in needed]
    rng.shuffle(others)
    days = needed | set(others[: round(len(others) * (1 - scarcity))])
    return tuple(
        Window(weekday=day, start=SATURDAY[0] if day == 6 else FROM, end=SATURDAY[1] if day == 6 else TO)
        for day in sorted(days)
    )
