"""What the site offers besides pages: files for programs, feeds and tables, as plain bytes.

Pure: each output takes rows or the corpus and returns addresses with their contents.
"""
