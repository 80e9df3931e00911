"""The bundled network «Удомля», as the workbook of a planner would describe it.

Real are the organisations, the villages and their distances by road. **Everything else is synthetic**:
head counts, lessons, rooms, teachers (known by number and subject only), bus times, prices and all
student data. Whether the village schools keep grades 10 and 11 is not verified. The workbook in
``instances/data`` is made from here by ``python -m instances.udomlya``.

The network is tight on purpose. What cannot be met, and why:

=================  ===================================================================================
NO_GROUP_MIN       art: three applications, eight are needed (``students.ART``)
CAPACITY           chemistry and biology: nineteen for eighteen places, one of them has another wish
TIME_CLASH         one student trains in the sports school every afternoon; another wants medicine and,
                   on top, journalism, which both can only be on Wednesday afternoon
GAP                class 11Б of school 4 has seven lessons on Wednesday, until 14:20; medicine begins
                   at 14:30 or 14:40
TRAVEL_TIME        class 11 of Молдино ends after its only bus has left
NO_RETURN_BUS      the last weekday bus to Порожки leaves at 15:50, before any session ends
NO_SEAT            six of Котлован and Молдино want economics, which can only be on Thursday, the short
                   day; their two runs have five free seats that day
LOAD_LIMIT         class 11Б of school 1 is at its weekly maximum; economics counts in it
GRADE              a ninth-grader wants programming (grades 10 and 11)
PREREQUISITE       a student wants medicine without chemistry passed the year before
COURSE_NOT_OPEN    cookery: its teacher does not leave Брусово, whose centre is only a candidate
LOST_TIEBREAK      programming: two computer rooms, which school and journalism need too, hold 26; 29
                   want it, and four who equal one another have another wish
=================  ===================================================================================
"""

from instances.udomlya.build import build

__all__ = ["build"]
