"""The same views as they may be published: nobody's name or id, and no count of one or two children of a
school, a village or a class, neither printed nor to be worked out from what is printed.

What is published, and why nothing small follows from it:

- Members of a group by school and grade, small counts masked beside the size of the group
  (``reports.export.masking``). Schools are not named where that alone would tell that each sends one.
- A school's seniors who learn, in bands of five. The number itself, beside the masked members, would
  unmask them; so every small count is tested against all sums a reader knows (``disclosure``), and where
  a band still tells one, nothing is published.
- Applications by school only for schools all of whose counts are nought or large, and whose number of
  learners the test lets pass; the others are added up, with at least one school that need not have been,
  so that being there does not mean to be small (``pooling``).
- Minutes from each school: what is told of the ways of its groups. Villages with the shortest and longest
  way home, without a number of riders or a mean, which would tell in what proportion they come from where;
  small villages are together with one that is not small.
- Flows: only what the published members add up to. What is computed from published figures tells nothing.
- Sums of the network, told in one place for all files (``totals``): themselves, or a range where they or
  their difference would tell of one or two. Refusals and near misses are the same counts.
- Of the goals how much is reached only where that is counted from what is told anyway (``goals``).

The test is arithmetic. It does not weigh what a reader knows from elsewhere, nor what somebody might guess
from the procedure itself. A view that is not here has no public reading: its counts stay in the office.
"""

from reports.views.public.journeys import PublicFlow, PublicPlace, public_flows, public_home, public_there
from reports.views.public.members import (
    PublicCell,
    PublicMembers,
    members_by_group,
    named_schools,
    public_members,
)
from reports.views.public.misses import PublicFull, PublicUnopened, public_full, public_unopened
from reports.views.public.pages import (
    PublicCentrePage,
    PublicSchoolGroup,
    PublicSchoolPage,
    public_centre_pages,
    public_school_pages,
)
from reports.views.public.served import PublicRank, PublicServed, public_served
from reports.views.public.shares import NOT_PUBLISHED, PublicShare, public_shares
from reports.views.public.ways import PublicWay, PublicWays, public_ways
from reports.views.public.week import public_fills, public_meetings

__all__ = [
    "NOT_PUBLISHED",
    "PublicCell",
    "PublicCentrePage",
    "PublicFlow",
    "PublicFull",
    "PublicMembers",
    "PublicPlace",
    "PublicRank",
    "PublicSchoolGroup",
    "PublicSchoolPage",
    "PublicServed",
    "PublicShare",
    "PublicUnopened",
    "PublicWay",
    "PublicWays",
    "members_by_group",
    "named_schools",
    "public_centre_pages",
    "public_fills",
    "public_flows",
    "public_full",
    "public_home",
    "public_meetings",
    "public_members",
    "public_school_pages",
    "public_served",
    "public_shares",
    "public_there",
    "public_unopened",
    "public_ways",
]
