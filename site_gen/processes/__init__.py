"""Work in several processes: one more, shares of a work, a crew that works step by step.

What the work is does not matter here.
"""
