"""The names of dimensions, in pages."""

from typing import Any

import grpc
import pandas as pd
import pytest
from tests.rpc.serving import Client, violations

from bi.v1 import data_pb2 as pb


def all_pages(client: Client, size: int, **fields: str) -> list[str]:
    found: list[str] = []
    token = ""
    while True:
        page = client.data.ListNames(pb.ListNamesRequest(page_size=size, page_token=token, **fields))
        assert len(page.names) <= size
        found += page.names
        token = page.next_page_token
        if not token:
            assert page.total_names == len(found)
            return found


@pytest.mark.parametrize("dimension", ["product", "channel", "region", " Product "])
@pytest.mark.parametrize("size", [1, 4, 1000])
def test_pages_have_every_name_once(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str, size: int
) -> None:
    names = omnichannel_sales[dimension.strip().lower()].unique()
    assert all_pages(omnichannel, size, dimension=dimension) == sorted(names, key=str.casefold)


def test_names_are_searched_without_regard_to_case(omnichannel: Client, omnichannel_sales: pd.DataFrame) -> None:
    names = sorted({name for name in omnichannel_sales["product"] if "basic" in name.lower()})
    assert names
    assert all_pages(omnichannel, 2, dimension="product", search="bASic") == names
    assert all_pages(omnichannel, 2, dimension="product", search="no such thing") == []


@pytest.mark.parametrize(
    ("fields", "field", "text"),
    [
        ({"dimension": "produkt"}, "dimension", "did you mean 'product'"),
        ({}, "dimension", "is no dimension"),
        ({"dimension": "product", "page_size": 0}, "page_size", "1 to 1000"),
        ({"dimension": "product", "page_token": "\u00e4"}, "page_token", "is none of ours"),
    ],
)
def test_bad_parameters(omnichannel: Client, fields: dict[str, Any], field: str, text: str) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        omnichannel.data.ListNames(pb.ListNamesRequest(**fields))
    assert text in violations(caught.value)[field]
