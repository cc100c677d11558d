"""`python -m mkdocs_briefings`: the command `briefings`, where its script is not on the PATH."""

from __future__ import annotations

from mkdocs_briefings.cli.console import main

if __name__ == "__main__":
    main()
