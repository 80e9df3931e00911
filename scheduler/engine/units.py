"""The units fairness is measured over: schools, rural and town, grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from models.network import Network

POOLED = "school:*"


def kind_of(unit: str) -> str:
    """School, place or grade. The units of each kind have every counted applicant once."""
    return unit.partition(":")[0]


def fairness_units(network: Network, attainable: Mapping[str, int]) -> dict[str, list[str]]:
    """Unit → its counted applicants (those with attainable points). Small schools are pooled into one."""
    counted = sorted(student for student, points in attainable.items() if points > 0)
    schools: dict[str, list[str]] = defaultdict(list)
    places: dict[str, list[str]] = defaultdict(list)
    grades: dict[str, list[str]] = defaultdict(list)
    for name in counted:
        student = network.student_by_id[name]
        schools[student.institution].append(name)
        rural = network.institution_by_id[student.institution].is_rural
        places["rural" if rural else "town"].append(name)
        grades[str(network.class_of(student).grade)].append(name)
    units: dict[str, list[str]] = {}
    pooled: list[str] = []
    for school, students in schools.items():
        if len(students) < network.rules.min_unit_applicants:
            pooled += students
        else:
            units[f"school:{school}"] = students
    if pooled:
        units[POOLED] = pooled
    units |= {f"place:{place}": students for place, students in places.items()}
    units |= {f"grade:{grade}": students for grade, students in grades.items()}
    return units
