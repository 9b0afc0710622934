"""Placing: written place names → places of a gazetteer, and the outlines and projection of a map."""

from kualik.engine.placing.beside import names_a_facility
from kualik.engine.placing.errors import BadOutlines, NoSuchPlace
from kualik.engine.placing.gazetteer import Kind, Place, holds, label, place, suggest, within
from kualik.engine.placing.geometry import Point, Ring
from kualik.engine.placing.outlines import Outline, outlines
from kualik.engine.placing.projection import Lambert
from kualik.engine.placing.resolving import FACILITY, Resolved, resolve

__all__ = [
    "FACILITY",
    "BadOutlines",
    "Kind",
    "Lambert",
    "NoSuchPlace",
    "Outline",
    "Place",
    "Point",
    "Resolved",
    "Ring",
    "holds",
    "label",
    "names_a_facility",
    "outlines",
    "place",
    "resolve",
    "suggest",
    "within",
]
