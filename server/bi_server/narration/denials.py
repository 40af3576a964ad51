"""What a sentence denies, of claims that deny it: `the day is not over`, `no comparison can be made`."""

from collections.abc import Sequence
from dataclasses import replace

from bi_server.analysis.insights import Claim

from .tokens import Token

_OF_DATA = """
    available reach reaches go goes extend extends exist exists record records recorded cover covers covered comparable
    compared compare comparison comparisons possible shown show given give calculated computed determined reported
    report said say made put used serve imported loaded data figures known growth rate base information stored contain
    contains history earlier prior previous
"""
_EARLIER = frozenset(["earlier", "prior", "previous"])
_LATER = frozenset(["after", "later", "afterwards", "following", "since"])
_OF_A_DAY = """
    over finished complete completed final ended closed done included counted comparison comparisons made compared
    compare comparable whole full yet possible part used
"""
_OF_ARRIVAL = "arrived loaded imported complete come recorded captured all available received there present reported"
_OF_TIME = "clear known certain sure yet say tell"
_OF_SALES = """
    followed come came sales revenue anything sold earned recorded made generated brought produced seen further
"""

_DENIED: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("no_data", "no_data_at_all", "growth_no_base", "growth_cut_base", "growth_first_sales", "began_segment"),
        frozenset(_OF_DATA.split()),
    ),
    **dict.fromkeys(("growth_going_on", "day_going_on"), frozenset(_OF_A_DAY.split())),
    **dict.fromkeys(("anomaly_missing_data", "anomaly_partial_data"), frozenset(_OF_ARRIVAL.split())),
    "change_point_recent": frozenset(_OF_TIME.split()),
    **dict.fromkeys(("ended_segment", "growth_ended"), frozenset(_OF_SALES.split())),
}
"""From a template to the words of what it denies."""

_PASSIVE = frozenset(["any", "back", "be", "been", "can", "could", "further", "far", "yet", "anything", "for", "in"])
_DENYING = frozenset(["not", "no", "cannot", "nothing", "none", "never", "without"])
_TWICE = frozenset(
    ["missing", "incomplete", "absent", "empty", "lack", "lacks", "lacking", "absence", "unavailable", "gap", "lost"]
)
_ENDS = frozenset([*",;:.()", "since", "because", "as", "so"])


def with_denials(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`tokens` with what the claim denies too read as a denial, with the part `denial`.

    Who denies twice says the contrary: `no data is missing`.
    """
    denied, found = _DENIED.get(claim.template, frozenset()), list(tokens)
    for i, token in enumerate(tokens):
        if not denied or token.text.lower().split()[0] not in _DENYING:
            continue
        end = next((at for at in range(i + 1, len(tokens)) if tokens[at].text in _ENDS), len(tokens))
        clause = range(i + 1, end)
        texts = [set(tokens[at].text.split()) for at in clause]
        own = set(token.text.lower().split())
        said = own.union(*texts)
        if any(words & (_TWICE | _DENYING) for words in texts) or any("number" in tokens[at].parts for at in clause):
            continue
        if claim.type == "no_data":
            denies = "number" in token.parts or bool(said & denied) or any(tokens[at].period for at in clause)
        elif "number" in token.parts:  # nothing is what it brought in, unless it is of the days before
            before = any((p := tokens[at].period) and p.back for at in clause)
            denies = denied is _DENIED["no_data"] and (before or bool(said & _EARLIER))
        else:
            denies = bool(said & denied)
        if not denies or (denied is _DENIED["growth_no_base"] and claim.type != "no_data" and said & _LATER):
            continue
        found[i] = Token(token.text.lower(), token.parts - {"number"} | {"filler", "denial"})
        for at, words in zip(clause, texts, strict=True):
            if words & (denied | _PASSIVE) and not tokens[at].parts & {"number", "period", "name"}:
                found[at] = replace(tokens[at], parts=tokens[at].parts | {"filler"})
    return tuple(found)
