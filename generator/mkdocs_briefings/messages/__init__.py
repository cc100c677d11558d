"""What readers see, once, in each language: `message(id, name=value)`."""
