"""Pages as blocks, and the writers that print them as Markdown, HTML or plain words."""
