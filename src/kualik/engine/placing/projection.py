"""From longitude and latitude to a flat drawing on which equal areas are equally large."""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from kualik.engine.placing.geometry import Point

__all__ = ["Lambert"]

FARTHEST = -0.985  # cosine of the angle beyond which the other side of the world is torn apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Lambert:
    """Lambert's azimuthal equal-area projection of the sphere around a centre in degrees.

    Source:
        Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, equations 24-2 to 24-4.
    """

    longitude: float
    latitude: float

    def project(self, point: Point) -> Point | None:
        """Find where a place lies on the drawing.

        Args:
            point: longitude and latitude in degrees.

        Returns:
            x to the east and y to the south, in radii of the Earth from the centre; None right across the world.
        """
        turn, height, middle = radians(point[0] - self.longitude), radians(point[1]), radians(self.latitude)
        toward = sin(middle) * sin(height) + cos(middle) * cos(height) * cos(turn)
        if toward < FARTHEST:
            return None
        scale = sqrt(2 / (1 + toward))
        x = scale * cos(height) * sin(turn)
        return x, -scale * (cos(middle) * sin(height) - sin(middle) * cos(height) * cos(turn))
