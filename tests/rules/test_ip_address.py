"""PM703: the document holds an IP address."""

from __future__ import annotations

import pytest

from tests.documents import places, problems_of, with_front, with_section

PUBLIC = with_front("audience: public")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001::200e"])
def test_public_address_is_reported(address: str) -> None:
    assert places("PM703", with_section("Impact", f"Host {address} failed")) == ["19:6"]


@pytest.mark.parametrize("address", ["10.1.2.3", "192.168.0.7", "172.16.4.4", "fd12:3456:789a:1::1"])
def test_private_address_is_reported_where_outsiders_read(address: str) -> None:
    assert places("PM703", with_section("Impact", f"Host {address} failed")) == []
    assert places("PM703", with_section("Impact", f"Host {address} failed", PUBLIC)) == ["20:6"]


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "0.0.0.0", "192.0.2.7", "198.51.100.1", "203.0.113.9", "169.254.169.254", "255.255.255.0",  # noqa: S104  # nothing is bound: it is text
        "224.0.0.1", "8.8.8.8", "1.1.1.1", "::1", "2001:db8::1:2", "fe80::1:2:3", "999.1.1.1", "1.2.3", "v1.2.3.4",
        "1.2.3.4.5", "12:34:56", "00:1a:2b:3c:4d:5e", "std::a::b::c", "abc:def:fed:x",
    ],
)  # fmt: skip
def test_addresses_that_tell_nothing_and_other_numbers_are_fine(text: str) -> None:
    assert places("PM703", with_section("Impact", f"It was {text} again", PUBLIC)) == []


def test_address_with_a_port_or_a_mask_in_code_is_found_once() -> None:
    text = "`93.184.216.34:443` and 93.184.216.34/24"
    assert places("PM703", with_section("Impact", text)) == ["19:25"]


def test_report_does_not_repeat_the_address() -> None:
    assert "93.184" not in str(problems_of(with_section("Impact", "Host 93.184.216.34 failed"))[0])
