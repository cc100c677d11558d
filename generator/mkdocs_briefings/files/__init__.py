"""The only door to the disk: reading a desk, writing files whole, publishing a site."""
