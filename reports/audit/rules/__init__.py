"""The checks of all rules, a file each; ``reports.audit.checks`` lists them."""
