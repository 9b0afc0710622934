"""A report as JSON: the contract of `kualik count --json`, whole figures, every one with what it assumes."""

from kualik.engine.counting.report import Report
from kualik.engine.counting.results import Interval, Result

__all__ = ["JSON", "as_json"]

JSON = dict[str, object]


def as_json(report: Report) -> JSON:
    """Give a report as values that can be written as JSON.

    Args:
        report: what a table says.

    Returns:
        The documented total, the lists, the headline or the refusal, and per estimator estimate, low, high (95 %),
        assumptions, diagnostics or refusal; figures in people, unrounded, with the headline in two digits beside.
    """
    known = report.premises
    return {
        "listed": report.listed,
        "lists": {one.name: one.people for one in known.lists},
        "headline": _headline(report),
        "refusal": "; ".join(map(str, report.refusals)) or None,
        "refusals": [str(one) for one in report.refusals],
        "assumptions": [str(one) for one in known.assumptions],
        "population": known.population or None,
        "place": known.place or None,
        "window": known.window or None,
        "event": known.event or None,
        "described": [
            {"name": one.name, "people": one.people, "alone": one.alone, "what": one.what or None}
            for one in known.lists
        ],
        "estimators": [_result(one) for one in report.results],
        "checks": _checks(report),
        "sensitivity": _sensitivity(report),
        "dependence": _dependence(report),
        "overlaps": [{"lists": list(one.lists), "people": one.people} for one in report.overlaps],
        "strata": _strata(report),
        "linkage": _linkage(report),
        "notes": [str(one) for one in report.notes],
        "warnings": [str(one) for one in report.warnings],
        "claimed": {"figure": known.claimed.figure, "source": known.claimed.source} if known.claimed else None,
        **_provenance(report),
    }


def _headline(report: Report) -> JSON | None:
    if report.headline is None:
        return None
    two = report.headline.rounded(report.listed)
    assumptions = [str(one) for one in report.premises.assumptions]
    provisional = report.provisional
    return {
        "low": two.low,
        "high": two.high,
        "provisional": provisional,
        "exact": _ends(report.headline),
        "assumptions": assumptions,
    }


def _ends(interval: Interval | None) -> JSON:
    if interval is None:
        return {"estimate": None, "low": None, "high": None}
    return {"estimate": interval.middle, "low": interval.low, "high": interval.high}


def _result(one: Result) -> JSON:
    found: JSON = {"id": one.id, "estimator": str(one.name), "main": one.main}
    found |= _ends(one.found.interval if one.found else None)
    if one.further:
        found["if_odds_ratio"] = dict(one.further)
    return found | {
        "refusal": str(one.refusal) if one.refusal else None,
        "assumptions": [str(it) for it in one.assumes],
        "diagnostics": dict(one.diagnostics),
    }


def _checks(report: Report) -> list[JSON]:
    return [
        {
            "name": one.name,
            "rule": str(one.rule),
            "value": str(one.value),
            "passed": one.passed,
            "advice": str(one.advice),
            "blocks": one.blocks,
            "provisional": one.provisional,
        }
        for one in report.gates
    ]


def _sensitivity(report: Report) -> list[JSON]:
    return [
        {
            "what": one.what,
            "label": str(one.label),
            "estimator": one.estimator,
            "low": one.low,
            "estimate": one.median,
            "high": one.high,
        }
        for one in report.variants
    ]


def _dependence(report: Report) -> JSON:
    told = report.dependence
    names = [one.name for one in report.premises.lists]
    return {
        "pairs": [{"lists": [names[one], names[other]], "probability": share} for one, other, share in told.pairs],
        "graphs": [
            {"ties": [[names[one], names[other]] for one, other in edges], "probability": share}
            for edges, share in told.graphs
        ],
        "effective": told.effective,
        "models": told.models,
    }


def _strata(report: Report) -> list[JSON]:
    return [
        {"name": one.name, "listed": one.listed, "refusal": str(one.refusal) if one.refusal else None}
        | _ends(one.interval)
        for one in report.strata
    ]


def _linkage(report: Report) -> JSON:
    told = report.linkage
    return {
        "assessed": told.assessed,
        "replicates": told.replicates,
        "within": told.within,
        "between": told.between,
        "share": told.share,
        "perturbed": [{"kind": kind, "rate": rate, "estimate": people} for kind, rate, people in told.perturbed],
        "said": None if told.assessed else "linkage error not assessed",
    }


def _provenance(report: Report) -> JSON:
    known = report.provenance
    return {
        "method": known.method,
        "seed": known.seed,
        "version": known.version,
        "input_sha256": known.digest,
        "options": dict(known.options),
    }
