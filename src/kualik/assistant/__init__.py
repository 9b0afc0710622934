"""A language model of the user's own, off unless it is set: the only room that asks another program about a text.

`settings` says whom to ask, `opinion` asks; the second brings all readers' grammars with it and is loaded when needed.
"""
