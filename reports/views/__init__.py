"""What a plan says, arranged for people: the facts that pages, figures and workbooks all draw from.

Views carry ids and names, so they are for the office; ``reports.views.public`` says what of them may be
published.
"""
