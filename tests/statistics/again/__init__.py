"""The content once more, from the text of the record format: read, followed and counted.

Nothing of the program is used here. Heads are read with a plain YAML loader, event lines are
split, what became of an item is followed by a small table of its own, dates are reckoned anew.
Where this and the program differ, one of them has the format wrong.
"""
