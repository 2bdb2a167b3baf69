"""Records of public consultation, compiled into a searchable public site.

The program reads a folder of Markdown and YAML records, derives from the dated
events in them what became of every suggestion, and composes a static site in
which every number opens the list that it counts. The order of work stands in
:mod:`site_gen.pipeline`; nothing below it looks at a clock, the network or the
environment.
"""
