"""Asks made-up shops for the truths that were planted in them, and prints what was told and what was missed.

python -m scripts.planted_truths              # three seeds of each shop
python -m scripts.planted_truths --seeds 7,8 --only garden --verbose
"""

import argparse
import logging
from collections import defaultdict

from scripts.planted_truths import calendars, parts
from scripts.planted_truths.asking import serving
from scripts.planted_truths.garden import garden
from scripts.planted_truths.plain import SHOPS


def main() -> None:
    """Prints a line for each truth: in how many of the seeds it was told, and what came where it was not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1,2,3", help="of the shops, such as 1,2,3")
    parser.add_argument("--only", default="", help="names of shops")
    parser.add_argument("--verbose", action="store_true", help="what was said of truths that were told, too")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    seeds = [int(seed) for seed in args.seeds.split(",")]
    hits = total = 0
    for make in (garden, *SHOPS, *calendars.SHOPS, *parts.SHOPS):
        if args.only and make.__name__ not in args.only.split(","):
            continue
        told: dict[str, list[bool]] = defaultdict(list)
        said: dict[str, str] = {}
        for seed in seeds:
            shop = make(seed)
            with serving(shop.sales, shop.traffic, holidays_country=shop.holidays) as ask:
                for truth in shop.truths:
                    verdict = truth.judge(ask)
                    told[truth.name].append(verdict.hit)
                    if args.verbose or not verdict.hit:
                        said[truth.name] = verdict.said
        print(f"\n{make.__name__}: {sum(map(sum, told.values()))} of {sum(map(len, told.values()))}")
        for name, found in told.items():
            mark = "hit " if all(found) else "MISS"
            print(f"  {mark} {sum(found)}/{len(found)} {name}" + (f": {said[name]}" if name in said else ""))
            hits, total = hits + sum(found), total + len(found)
    print(f"\n{hits} of {total} truths told")


if __name__ == "__main__":
    main()
