"""How a plan is found: rules and goals in CP-SAT, the engine, and the command line."""
