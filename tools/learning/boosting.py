"""Fit boosted trees and the curve of probability, and write both as the core reads them."""

from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

__all__ = ["Forest", "curve", "fitted", "sections", "sums"]

NODE = np.dtype([("threshold", "<f4"), ("left", "<i2"), ("right", "<i2"), ("feature", "<u2"), ("spare", "<u2")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees laid out one after another; of tree t the nodes and leaves begin at starts[t]."""

    starts: NDArray[np.uint32]
    nodes: NDArray[np.void]
    leaves: NDArray[np.float32]


def fitted(
    features: NDArray[np.float32],
    label: NDArray[np.int64],
    weight: NDArray[np.float64],
    *,
    monotone: list[int],
    settings: dict[str, Any],
) -> lightgbm.Booster:
    """Fit trees to pairs; the same data and settings give the same trees."""
    fixed = {
        "objective": "binary",
        "verbose": -1,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "use_missing": False,
        "monotone_constraints": monotone,
        "seed": 5,
    }
    rows = lightgbm.Dataset(features, label, weight=weight, params={"verbose": -1, "max_bin": 255})
    return lightgbm.train({**fixed, **settings}, rows, num_boost_round=settings.get("rounds", 300))


def forest_of(booster: lightgbm.Booster) -> Forest:
    """Lay the trees out as flat arrays. Thresholds become the float below or at them: features are floats."""
    starts, nodes, leaves = [(0, 0)], [], []
    for tree in booster.dump_model()["tree_info"]:
        own_nodes, own_leaves = _flat(tree["tree_structure"])
        nodes += own_nodes
        leaves += own_leaves
        starts.append((len(nodes), len(leaves)))
    return Forest(
        starts=np.array(starts, "<u4"), nodes=np.array(nodes or [(0, 0, 0, 0, 0)], NODE), leaves=np.array(leaves, "<f4")
    )


def _flat(root: dict[str, Any]) -> tuple[list[tuple[float, int, int, int, int]], list[float]]:
    """Number nodes so that a child comes after its parent; leaf n is the child -n - 1."""
    nodes: list[list[float]] = []
    leaves: list[float] = []

    def visit(one: dict[str, Any]) -> int:
        if "leaf_value" in one:
            leaves.append(one["leaf_value"])
            return -len(leaves)
        place = len(nodes)
        nodes.append([_float_below(one["threshold"]), 0, 0, one["split_feature"], 0])
        nodes[place][1] = visit(one["left_child"])
        nodes[place][2] = visit(one["right_child"])
        return place

    visit(root)
    return [(node[0], int(node[1]), int(node[2]), int(node[3]), 0) for node in nodes], leaves


def _float_below(value: float) -> float:
    near = np.float32(value)
    return float(near if float(near) <= value else np.nextafter(near, np.float32(-np.inf)))


def sums(forest: Forest, features: NDArray[np.float32]) -> NDArray[np.float64]:
    """Add up the leaves that each row falls into."""
    total = np.zeros(len(features))
    rows = np.arange(len(features))
    for first, after in zip(forest.starts[:-1], forest.starts[1:], strict=True):
        nodes, leaves = forest.nodes[first[0] : after[0]], forest.leaves[first[1] : after[1]]
        at = np.zeros(len(features), np.int64) if len(nodes) else np.full(len(features), -1)
        while (going := at >= 0).any():
            here = nodes[at[going]]
            left = features[rows[going], here["feature"]] <= here["threshold"]
            at[going] = np.where(left, here["left"], here["right"])
        total += leaves[-at - 1].astype(np.float64)
    return total


def curve(total: NDArray[np.float64], label: NDArray[np.int64], weight: NDArray[np.float64]) -> NDArray[np.float32]:
    """Fit sum → probability: a logistic function of two numbers, at knots."""
    slope, shift = 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(slope * total + shift, -30, 30)))
        error, spread = weight * (label - p), weight * p * (1 - p) + 1e-9
        gradient = np.array([(error * total).sum(), error.sum()])
        hessian = np.array(
            [[(spread * total**2).sum(), (spread * total).sum()], [(spread * total).sum(), spread.sum()]]
        )
        step = np.linalg.solve(hessian, gradient)
        slope, shift = slope + step[0], shift + step[1]
    knots = np.linspace(-12, 12, 97)
    return np.stack([(knots - shift) / slope, 1 / (1 + np.exp(-knots))], axis=1).astype("<f4")


def sections(forest: Forest, knots: NDArray[np.float32]) -> dict[str, bytes]:
    """Write trees and curve as the core reads them."""
    return {
        "m.trees": forest.starts.tobytes(),
        "m.nodes": forest.nodes.tobytes(),
        "m.leaves": forest.leaves.tobytes(),
        "m.curve": knots.astype("<f4").tobytes(),
    }
