"""The ways there: free ones that arrive in time, and runs that could (their seats are coupled)."""

from models.network import Network
from models.tables import GapMode, Student
from models.text import Message, Text
from models.time import format_clock
from scheduler.engine.candidates import Attendance, Way, lessons_end

NO_WAY = Text(
    "после уроков ({end}) ни одна дорога не приводит на занятие к {start}",
    "after lessons ({end}) no way there arrives in time for {start}",
)
NO_WAY_FROM_HOME = Text(
    "из дома ни одна дорога не приводит на занятие к {start}",
    "no way from home arrives in time for {start}",
)


def ways(network: Network, attendance: Attendance) -> list[Way]:
    """Every way from school (from home on a day without lessons) to the site that is in time."""
    student, placement, site = attendance.student, attendance.placement, attendance.site
    rules = network.rules
    buffer = network.norm("arrival_buffer")
    end = lessons_end(network, student, placement.weekday, placement.weeks)
    origin = network.home_of(student) if end is None else student.institution
    gap = network.norm("gap_minutes") if rules.gap_mode is GapMode.SUM else 0
    limit = None if student.long_ride_reason else network.norm("ride_error")
    found = []
    modes = network.free_modes(student, origin, site)
    minutes = network.travel_table.fastest(origin, site, modes)
    if minutes is not None and (limit is None or minutes <= limit):
        lead = minutes + buffer if minutes else 0
        if end is None or end + gap + lead <= placement.start:
            found.append(Way(minutes))
    for run, board, alight in network.legs(origin, site):
        ride = alight.time - board.time
        if (
            placement.weekday in run.weekdays
            and (end is None or board.time >= end)
            and alight.time + buffer <= placement.start
            and (limit is None or ride <= limit)
            and (end is None or alight.time >= end + gap + (ride if gap else 0))
        ):
            found.append(Way(ride, run.id, board.place, alight.place))
    return found


def leads_there(network: Network, student: Student, site: str) -> bool:
    """Whether any way at all leads to the site, from school or from home, whatever the time of day."""
    limit = None if student.long_ride_reason else network.norm("ride_error")
    for origin in (student.institution, network.home_of(student)):
        minutes = network.travel_table.fastest(origin, site, network.free_modes(student, origin, site))
        rides = [alight.time - board.time for _, board, alight in network.legs(origin, site)]
        if any(limit is None or ride <= limit for ride in (*rides, minutes) if ride is not None):
            return True
    return False


def admits(network: Network, attendance: Attendance) -> Message | None:
    """``None`` if some way arrives in time, else the reason."""
    if ways(network, attendance):
        return None
    placement = attendance.placement
    start = format_clock(placement.start)
    end = lessons_end(network, attendance.student, placement.weekday, placement.weeks)
    return NO_WAY_FROM_HOME(start=start) if end is None else NO_WAY(start=start, end=format_clock(end))
