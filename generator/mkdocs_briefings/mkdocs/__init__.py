"""The MkDocs side: the plugin, its options, the preview and its server, fonts, the search index."""
