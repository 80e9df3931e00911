"""Opens files that somebody made, networks, forms and plans alike: within limits of size and spread, with one
clear fault for what cannot be read."""
