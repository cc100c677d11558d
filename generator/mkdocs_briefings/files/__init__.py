"""Access to the disk: read a desk, change its files, publish a site."""
