"""The commands of `briefings`, a module for those that belong together; `generator.cli` gathers them."""
