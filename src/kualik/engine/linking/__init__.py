"""From records to proposals: which may be of one human being, and why."""

from kualik.engine.linking.clustering import cluster
from kualik.engine.linking.proposing import propose
from kualik.engine.linking.records import Proposal, Record
from kualik.engine.linking.tables import BadList, BadMap, Columns, ListMap, read_list, read_map

__all__ = [
    "BadList",
    "BadMap",
    "Columns",
    "ListMap",
    "Proposal",
    "Record",
    "cluster",
    "propose",
    "read_list",
    "read_map",
]
