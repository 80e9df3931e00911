"""The plan as a page to read, search and print: one file that needs nothing but a browser."""
