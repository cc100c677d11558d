"""The lock: what a build needs of texts that are not public, and no unpublished word of them.

`making` draws it from a desk that holds the texts, `document` is its form as a file, `replacement` puts it in the
place of texts that are not here; `lock_proof`, beside `build`, makes sure that it gives the very same pages.
"""
