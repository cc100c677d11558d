"""The commands of `briefings`, one module for each group; `cli.main` lists them."""
