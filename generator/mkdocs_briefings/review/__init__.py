"""The review of a change: two builds of a desk compared, and what a person must look at before it is published."""
