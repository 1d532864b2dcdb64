"""Names that the gazetteer lacks: what they are, and which shorter forms stand for them."""

from __future__ import annotations

import pytest
from told import reading


def named(text: str, language: str = "en") -> dict[str, tuple[str, set[str]]]:
    """Entity name -> its type and the words of the text that stand for it."""
    return {e.name: (e.type, {m.text for m in e.mentions}) for e in reading(text, language).entities}


@pytest.mark.parametrize(
    ("language", "text", "name", "type"),
    [
        ("en", "Voltarc AB has sold four etchers to Intel.", "Voltarc AB", "company"),
        ("en", "Valeria Optics S.p.A. of Turin sold lenses to ASML.", "Valeria Optics S.p.A", "company"),
        ("en", "The chips were sold by Hunan Kelian Technology Co. of Changsha.",
         "Hunan Kelian Technology Co", "company"),
        ("en", "Cascadia Test Services was bought by Amkor.", "Cascadia Test Services", "company"),
        ("en", "Chips went to Galaxy Bright Ltd in Hong Kong.", "Galaxy Bright Ltd", "company"),
        ("en", "Intel bought wafers from its supplier Qentrix.", "Qentrix", "company"),
        ("en", "Moscow's Ostrelka and others bought chips.", "Ostrelka", "company"),
        ("en", "Chief Executive Maria Kowalski sold shares.", "Maria Kowalski", "person"),
        ("en", "Zenith Silicon Chairman Raja Patel sold Intel shares.", "Raja Patel", "person"),
        ("en", "The Ministry of Planning and Investment approved the plant.", "Ministry of Planning and Investment",
         "government_body"),
        ("en", "The Bureau of Foreign Trade listed Huawei.", "Bureau of Foreign Trade", "government_body"),
        ("en", "The Nevada Gaming Control Board licensed it.", "Nevada Gaming Control Board", "government_body"),
        ("en", "The reference silicon, the AKD9000, is made by TSMC.", "AKD9000", "product"),
        ("en", "Amkor will package its new processor, the Xyz-9.", "Xyz-9", "product"),
        ("en", "Zhaoxing sells a server chip called the Longbow S1.", "Longbow S1", "product"),
        ("de", "Die TransTec Handels-GmbH kaufte FPGAs.", "TransTec Handels-GmbH", "company"),
        ("de", "Der Distributor Neumüller Elektronik verkauft Speicher.", "Neumüller Elektronik", "company"),
        ("de", "Porsche Ventures beteiligt sich an Black Semiconductor.", "Porsche Ventures", "company"),
        ("de", "Die Staatsanwaltschaft Stuttgart ermittelt gegen Infineon.", "Staatsanwaltschaft Stuttgart",
         "government_body"),
        ("de", "Novalogic entwickelt den Funkchip NL-300.", "NL-300", "product"),
    ],
)  # fmt: skip
def test_a_name_has_the_type_that_its_form_shows(language: str, text: str, name: str, type: str) -> None:
    assert named(text, language)[name][0] == type


@pytest.mark.parametrize(
    ("language", "text", "name", "short"),
    [
        ("en", "Brightwave Photonics raised money. Brightwave will build a line.",
         "Brightwave Photonics", "Brightwave"),
        ("en", "Brightwave raised money. Brightwave Photonics makes lasers.",
         "Brightwave Photonics", "Brightwave"),
        ("en", "Next Crater Ventures, which owns Foo AB, left. Next Crater sold it.",
         "Next Crater Ventures", "Next Crater"),
        ("en", "Shenzhen Pengxin Optoelectronics was listed. Pengxin fell.",
         "Shenzhen Pengxin Optoelectronics", "Pengxin"),
        ("en", "Chief Executive Maria Kowalski left. Kowalski founded it.",
         "Maria Kowalski", "Kowalski"),
        ("en", "Apex Gases, known as Apex Industrial until 2021, sells neon.",
         "Apex Gases", "Apex Industrial"),
        ("en", "Kestrel Micro Systems, or KMS for short, sells chips. KMS is small.",
         "Kestrel Micro Systems", "KMS"),
        ("de", "Geschäftsführerin Petra Lindner kam. Lindner gründete sie.", "Petra Lindner", "Lindner"),
        ("de", "Kolb Components lieferte FPGAs. Gegen Kolb wird ermittelt.", "Kolb Components", "Kolb"),
    ],
)  # fmt: skip
def test_a_short_form_stands_for_the_long_name(language: str, text: str, name: str, short: str) -> None:
    assert short in named(text, language)[name][1]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Hyperscalers Cut Orders For Marvell Chips As Amazon Turns To Alchip", {"Cut Orders For", "Turns To"}),
        ("en", "The parent is an AG. The buyer is a Ltd and the seller an SE.", {"AG", "Ltd", "SE"}),
        ("en", "The plant in Princeton, N.J., was sold to Intel.", {"N.J"}),
        ("de", "Der Rechner hat 16 GByte RAM, sagt die SPD.", {"GByte", "RAM", "SPD"}),
    ],
)
def test_what_is_no_name_is_no_entity(language: str, text: str, words: set[str]) -> None:
    assert not words & set(named(text, language))
