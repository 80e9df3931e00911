"""``python -m scheduler.cli`` is ``setka`` where the script is not on the path."""

from scheduler.cli import main

if __name__ == "__main__":  # a child process of the solver imports this module again
    main()
