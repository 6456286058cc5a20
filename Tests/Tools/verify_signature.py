# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Verifies a signed record with signxml, under a pinned certificate.

Usage: verify_signature.py CERTIFICATE RECORD prints "accepted" or "refused", with that exit status.
With a third argument, a file of byte offsets, it also tries the record with each of these bytes
changed, and prints how many it tried and which of them were accepted.
"""

import sys
import warnings

from lxml import etree
from signxml import InvalidCertificate, InvalidDigest, InvalidInput, InvalidSignature, XMLVerifier

# What a refusal looks like; anything else is a fault of this tool.
REFUSALS = (InvalidSignature, InvalidDigest, InvalidInput, InvalidCertificate, etree.LxmlError,
            ValueError)


def verifies(record: bytes, certificate: str) -> bool:
    try:
        result = XMLVerifier().verify(record, x509_cert=certificate, expect_references=1)
    except REFUSALS:
        return False
    # What was signed must be the whole record.
    return result.signed_xml is not None and result.signed_xml.tag.endswith("}decisionRecord")


def main() -> int:
    warnings.simplefilter("ignore")
    certificate = open(sys.argv[1], encoding="ascii").read()
    record = bytearray(open(sys.argv[2], "rb").read())
    accepted = verifies(bytes(record), certificate)
    print("accepted" if accepted else "refused")
    if len(sys.argv) > 3:
        tried, missed = 0, []
        for line in open(sys.argv[3], encoding="ascii"):
            place = int(line)
            record[place] ^= 1
            if verifies(bytes(record), certificate):
                missed.append(place)
            record[place] ^= 1
            tried += 1
        print(tried, *missed)
    return 0 if accepted else 1


sys.exit(main())
