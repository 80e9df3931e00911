"""The ways back: free ones that are home in time, and runs that could be (their seats are coupled)."""

from models.network import Network
from models.text import Message, Text
from models.time import format_clock
from models.travel import Mode
from scheduler.engine.candidates import Attendance, Way

NO_WAY = Text(
    "после занятия до {end} не вернуться домой вовремя",
    "no way back after {end} is home in time",
)


def ways(network: Network, attendance: Attendance) -> list[Way]:
    """Every way from the site home that is there by the home-by time."""
    student, placement, site = attendance.student, attendance.placement, attendance.site
    home, home_by = network.home_of(student), network.home_by(student)
    limit = None if student.long_ride_reason else network.norm("ride_error")
    table = network.travel_table
    between_settlements = table.settlement(site) != table.settlement(home)
    free = []
    for mode in network.free_modes(student, site, home):
        minutes = table.minutes(site, home, mode)
        if minutes is None or placement.end + minutes > home_by:
            continue
        if mode is Mode.PUBLIC and between_settlements:
            last = network.last_bus(table.settlement(home), placement.weekday)
            if last is not None and placement.end > last:
                continue
        if limit is None or minutes <= limit:
            free.append(minutes)
    found = [Way(min(free))] if free else []
    for run, board, alight in network.legs(site, home):
        ride = alight.time - board.time
        if (
            placement.weekday in run.weekdays
            and board.time >= placement.end
            and alight.time <= home_by
            and (limit is None or ride <= limit)
        ):
            found.append(Way(ride, run.id, board.place, alight.place))
    return found


def admits(network: Network, attendance: Attendance) -> Message | None:
    """``None`` if some way is home in time, else the reason."""
    return None if ways(network, attendance) else NO_WAY(end=format_clock(attendance.placement.end))
