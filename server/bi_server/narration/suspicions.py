"""What may be suspected of the data, or of the business, and by which claims."""

import re

from bi_server.analysis.insights import Claim

from .sentences import Sentence

_DATA_CAUSES = frozenset(
    [
        "missing",
        "incomplete",
        "lost",
        "gap",
        "duplicate",
        "duplicated",
        "duplicates",
        "duplication",
        "imported",
        "again",
        "a second time",
        "more than once",
        "repeatedly",
        "repeated",
        "second import",
        "repeat import",
        "double import",
        "re-import",
        "re-imported",
        "double counting",
        "counted twice",
        "entered twice",
        "two times",
        "absent",
        "lacking",
        "lacks",
        "closed",
        "shut",
    ]
)
_SUSPICIONS = frozenset(["anomaly_missing_data", "anomaly_partial_data", "anomaly_duplicate_import"])
_TWICE = frozenset(
    ["duplicate", "duplicates", "duplicated", "duplication", "twice", "double counting", "repeated", "re-imported"]
)
_MISSING = frozenset(["missing", "incomplete", "lost", "gap", "absent", "lacking", "lacks", "closed", "shut"])
_OTHER_FAULT = {
    "anomaly_missing_data": _TWICE,
    "anomaly_partial_data": _TWICE,
    "anomaly_duplicate_import": _MISSING,
}


def objections(sentence: Sentence, claim: Claim) -> list[str]:
    """Why the sentence says more of the data, or of the business, than the claim suspects."""
    return [
        *_suspected(sentence, claim),
        *_closed(sentence, claim),
        *_complete(sentence, claim),
        *_nothing_known(sentence, claim),
    ]


def _suspected(sentence: Sentence, claim: Claim) -> list[str]:
    """A cause in the data is no more than possible, and there is one for each kind of claim."""
    if claim.template not in _SUSPICIONS:
        return []
    words = {word for token in sentence.tokens for word in (token.text, *token.text.split())}
    if "open" in words:
        return ["says open of what may not have been"]
    found = [f"says {word} of what is another fault" for word in sorted(words & _OTHER_FAULT[claim.template])]
    if found or sentence.positions("perhaps"):
        return found
    said = [
        t.text
        for t in sentence.tokens
        if t.parts & {"suspected", "denial"} or ({t.text, *t.text.split()} & _DATA_CAUSES and t.text != "closed at")
    ]
    return [f"says {word} as if it were known" for word in said]


_UNFINISHED = frozenset(["anomaly_missing_data", "anomaly_partial_data", "growth_going_on"])
_COMPLETE = re.compile(
    r"\b(?:is|are|was|were|looks?|seems?|appears?) (?:all |now |fully )?complete\b"
    r"|\b(?:data|figures|records|rows) (?:has|have|is|are|was|were) (?:all |now |fully |been )*"
    r"(?:arrived|loaded|imported|recorded|in|there|present)\b"
)
_NOT_YET = frozenset(["not", "no", "never", "nor", "until", "before", "once", "when", "if", "partly", "partially"])


def _complete(sentence: Sentence, claim: Claim) -> list[str]:
    """`the figures are complete` of days whose data are not known to be."""
    text = " ".join(token.text for token in sentence.tokens)
    said = claim.template in _UNFINISHED and _COMPLETE.search(text) and not _NOT_YET & set(text.split())
    return ["says complete of what may not be"] if said else []


_NO_DATA = re.compile(r"\b(?:no|without(?: any)?|lack of) (?:\w+ )?(?:data|figures|records|information)\b")
_OF_A_PART = re.compile(
    r"\b(?:before|until|till|to|through|earlier|prior|previous|preceding|complete|full|fully|whole|entire|only|"
    r"partial|partly|partially|part|from|since|start\w*|beg[iau]n\w*)\b"
)


def _nothing_known(sentence: Sentence, claim: Claim) -> list[str]:
    """`no data for January` of a month that is known in part, `no data after it` where there is none before."""
    text = " ".join(token.text for token in sentence.tokens)
    if claim.template in _NONE_BEFORE and _NONE_AFTER.search(text):
        return ["says no data of the days after"]
    if claim.template == "growth_cut_base" and _OTHER_BEGIN.search(text):
        return ["says that something else began than the data"]
    said = claim.template == "growth_cut_base" and _NO_DATA.search(text) and not _OF_A_PART.search(text)
    return ["says no data of what is known in part"] if said else []


_OTHER_BEGIN = re.compile(
    r"\b(?:store|shop|firm|business|company|we|sales|revenue|trading) (?:began|begins|started|starts|opened)\b"
    r"|\bsince (?:the )?(?:data|records) (?:began|begins?|start\w*)\b(?:[^,;]|, \d{4})*,? (?:total )?(?:revenue|sales) "
    r"(?:has|have|had|came|comes|totals?|totaled|reach\w*|amount\w*|add\w*)\b"
    r"|\bdata (?:is|are|was|were) (?:missing|absent|unavailable|lacking) (?:from|since|after|between)\b"
    r"|(?:^|, |; )(?i:since) (?=[A-Z0-9][^,]*, (?!the (?:data|records)))(?!.*\bno data\b)"
)
_NONE_BEFORE = frozenset(["growth_no_base", "growth_cut_base", "growth_first_sales", "began_segment"])
_NONE_AFTER = re.compile(r"\b(?:no|nothing|none)\b[^,;.]* (?:after|later|afterwards)\b")

_BUSINESS = ("store", "shop", "firm", "business", "company")
_CLOSES = frozenset({"closed", "closing", "opened", "ended"})


def _closed(sentence: Sentence, claim: Claim) -> list[str]:
    """`when the store closed` as a cause that no fact has; `the store closed September at $5` is none."""
    found = []
    for subject, verb, after in zip(sentence.tokens, sentence.tokens[1:], [*sentence.tokens[2:], None], strict=False):
        ends = after is None or after.text in ",.;:)" or bool(after.parts & {"and"})
        shut = (
            "be" in subject.parts and verb.text.split()[0] in ("closed", "shut", "opened") and claim.type != "no_data"
        )
        opens = verb.text == "opened" and after is not None and bool(after.parts & {"in", "edge"})
        closes = (subject.text.endswith(_BUSINESS) and verb.text in _CLOSES and (ends or opens)) or shut
        if closes and claim.template not in _SUSPICIONS:
            found.append(f"says that {subject.text} {verb.text}")
    return found
