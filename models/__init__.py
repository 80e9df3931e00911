"""What a network, a plan, a rule, a goal and an outcome is. Imports no other package of setka."""
