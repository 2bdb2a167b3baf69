"""What programs read instead of pages: files, feeds and tables of the site, schemas of records.

Pure: each output takes rows, the corpus or the kinds of records and returns names with contents.
"""
