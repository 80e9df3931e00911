"""The figures that a plan has something to show for, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Sheet

from models.text import Lang, Message, Text
from reports.export.source import Source
from reports.export.words import percent
from reports.figures import captions, fill, levels, misses, network_map, served, shares, travel, week
from reports.figures.parts import drawn
from reports.figures.trips import trips
from reports.views.bounds import goal_lines, overall
from reports.views.fill import fills
from reports.views.journeys import PlaceJourneys, journeys
from reports.views.near_misses import FullCourse, UnopenedCourse, near_misses
from reports.views.public import (
    NOT_PUBLISHED,
    PublicFull,
    PublicPlace,
    PublicRank,
    PublicServed,
    PublicShare,
    PublicUnopened,
    public_fills,
    public_full,
    public_home,
    public_meetings,
    public_served,
    public_shares,
    public_there,
    public_unopened,
)
from reports.views.public.goals import public_goal_lines
from reports.views.public.headline import public_headline
from reports.views.public.served import public_served_in_all
from reports.views.served import RankCount, Served, served_by_school, served_in_all
from reports.views.shares import STATED_SHARE, Share, share_in_all
from reports.views.shares import shares as shares_by_school
from reports.views.week import at_centre, meetings
from reports.views.worst_off import unit_names


@dataclass(frozen=True)
class Drawing:
    """A figure that can still be saved in any format."""

    key: str
    title: Text
    caption: Text
    ax: Axes

    @property
    def figure(self) -> Sheet:
        figure = self.ax.get_figure(root=True)
        assert figure is not None
        return figure


def drawings(source: Source, lang: Lang, public: bool, *, weeks: bool) -> Iterator[Drawing]:
    """One after the other, in the order people read them; the weeks of the centres if asked for."""
    if weeks:
        yield from _weeks(source, lang, public)
    for draw in (_served, _fill, _travel, _map, _shares, _misses, _levels):
        yield from draw(source, lang, public)


def _weeks(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    held = public_meetings(source) if public else meetings(source)
    profiles = tuple(sorted({source.profile(course.id) for course in source.network.courses}))
    centres = sorted({(meeting.centre_name, meeting.centre) for meeting in held})
    for number, (name, centre) in enumerate(centres, start=1):
        data = week.Week(tuple(at_centre(held, centre)), profiles)
        yield Drawing(
            f"week-{number}",
            _finished(captions.WEEK(centre=name)),
            captions.WEEK_CAPTION,
            week.draw(week.sheet(data, lang), data, lang),
        )


def _served(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    in_all = served_in_all(source)
    if not in_all.applicants:
        return
    data: Sequence[Served | PublicServed] = served_by_school(source)
    ranks: Sequence[RankCount | PublicRank] = in_all.ranks
    applicants: int | Message | Text = in_all.applicants
    nothing: int | Message | None = in_all.with_nothing
    if public:
        told = public_served_in_all(source)
        data, ranks = public_served(source) or [told], told.ranks
        if not served.has_bars(data, lang):
            return
        applicants, nothing = public_headline(source).applicants, told.with_nothing
    caption = captions.SERVED_CAPTION(
        served=_told(_sum([rank.served for rank in ranks])),
        first=_told(ranks[0].served),
        applicants=applicants,
        nothing=_told(nothing),
    )
    if public:
        caption = captions.SERVED_PUBLIC(caption=caption)
    yield from _in_parts(
        "served", captions.SERVED, _finished(caption), drawn(data, lang, served.sheet, served.draw)
    )


def _told(count: int | Message | None) -> int | Message | Text:
    return NOT_PUBLISHED if count is None else count


def _sum(counts: Sequence[int | Message | None]) -> int | None:
    """What counts add up to, if all of them are told."""
    known = [count for count in counts if isinstance(count, int)]
    return sum(known) if len(known) == len(counts) else None


def _fill(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    data = public_fills(source) if public else fills(source)
    if data:
        caption = captions.FILL_CAPTION
        if public:
            caption = _finished(captions.FILL_PUBLIC(caption=caption))
        yield from _in_parts("fill", captions.FILL, caption, drawn(data, lang, fill.sheet, fill.draw))


def _travel(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    """The ways there and the ways home: they start and end at different places."""
    if public:
        parts: list[tuple[str, Text, Text, Sequence[PlaceJourneys | PublicPlace]]] = [
            ("there", captions.THERE, captions.THERE_PUBLIC, public_there(source)),
            ("home", captions.HOME, captions.HOME_PUBLIC, public_home(source)),
        ]
    else:
        found = journeys(source)
        parts = [
            ("there", captions.THERE, captions.THERE_CAPTION, found.there),
            ("home", captions.HOME, captions.HOME_CAPTION, found.home),
        ]
    for key, title, caption, data in parts:
        if data:
            yield from _in_parts(
                f"travel-{key}", title, caption, drawn(data, lang, travel.sheet, travel.draw)
            )


def _map(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    data = trips(source, public=public)
    if data.trips:
        caption = captions.MAP_CAPTION
        if public:
            caption = _finished(captions.MAP_PUBLIC(caption=caption))
        ax = network_map.draw(network_map.sheet(data, lang), data, lang)
        yield Drawing("map", captions.MAP, caption, ax)


def _shares(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    in_all = share_in_all(source)
    data: list[Share | PublicShare] = [*(public_shares(source) if public else shares_by_school(source))]
    if not public or isinstance(public_headline(source).senior_places, int):
        data.insert(0, in_all)
    if in_all.seniors and data:
        caption = captions.SHARES_CAPTION(stated=percent(STATED_SHARE, 0))
        if public:
            caption = captions.SHARES_PUBLIC(caption=caption)
        yield from _in_parts(
            "shares", captions.SHARES, _finished(caption), drawn(data, lang, shares.sheet, shares.draw)
        )


def _misses(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    found = near_misses(source)
    data: list[UnopenedCourse | FullCourse | PublicUnopened | PublicFull] = [*found.unopened, *found.full]
    if public:
        data = [*public_unopened(source), *public_full(source)]
    if misses.has_bars(data):
        caption, nearest = captions.MISSES_CAPTION, misses.nearest(data)
        if nearest:
            caption = _finished(captions.MISSES_NEAREST(caption=caption, nearest=nearest))
        yield from _in_parts("misses", captions.MISSES, caption, drawn(data, lang, misses.sheet, misses.draw))


def _levels(source: Source, lang: Lang, public: bool) -> Iterator[Drawing]:
    data = public_goal_lines(source) if public else goal_lines(source.plan.levels, unit_names(source))
    if data:
        caption = _finished(captions.LEVELS_CAPTION(overall=overall(data)))
        yield Drawing("levels", captions.LEVELS, caption, levels.draw(levels.sheet(data, lang), data, lang))


def _in_parts(key: str, title: Text, caption: Text, parts: Sequence[Axes]) -> Iterator[Drawing]:
    """A figure, or its parts with a number each; what is to be seen is said with the first."""
    if len(parts) == 1:
        yield Drawing(key, title, caption, parts[0])
        return
    for number, ax in enumerate(parts, start=1):
        numbered = _finished(captions.PART(title=title, number=number, count=len(parts)))
        yield Drawing(f"{key}-{number}", numbered, caption if number == 1 else captions.CONTINUED, ax)


def _finished(message: Message) -> Text:
    """A sentence with its values in it."""
    return Text(message.in_("ru"), message.in_("en"))
