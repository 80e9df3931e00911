"""Pictures of a plan, drawn from the views: of the office with names, of the public folder without.

Every figure has a module with ``draw(ax, data, lang)``, which draws into axes of any size and returns them,
and ``sheet(data, lang)``, which makes axes large enough that nothing overlaps. No state of pyplot is used.
"""
