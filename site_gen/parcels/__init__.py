"""The content in parcels: regions that are worked on together, apart from all others.

A parcel is a prefecture with what lies in it. Its pages show what is recorded there, and what
elsewhere names it or is named by it; given these few records it can be read, checked and composed
alone, in a process of its own, and need not be done again while none of them has changed.
"""
