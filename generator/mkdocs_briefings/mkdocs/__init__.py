"""The MkDocs side: plugin, options, preview and its server, fonts, search index."""
