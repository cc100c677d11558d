"""The commands of `briefings`, a module for those that belong together; `mkdocs_briefings.cli.main` gathers them."""
