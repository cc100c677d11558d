"""Review a change: compare two builds of a desk, and point out what a person must look at."""
