"""Every countable item as it stands today, as plain rows: one source for each list and number.

Rows carry texts and keys, no markup; what shows them (ledger, search, lists) lies above.
"""
