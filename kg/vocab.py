"""Every word of the ontology as a constant. Made by tests/tools/make_vocab.py from ontology/*.ttl: do not edit.

The attributes are spelt as the terms are.
"""
# ruff: noqa: E501, N815
# fmt: off

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from rdflib import URIRef


class FlatEdge(NamedTuple):
    """How a flat edge follows from claims: their types, the roles at its head and the roles at its tail."""

    property: URIRef
    types: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]


class CHIP:
    """Terms of <https://w3id.org/chip-supply-kg/ontology#>."""

    Acquisition: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Acquisition")
    Amount: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Amount")
    Approximation: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Approximation")
    Attribution: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Attribution")
    Capacity: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Capacity")
    Claim: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Claim")
    Company: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Company")
    ComponentUse: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ComponentUse")
    Delivery: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Delivery")
    Entity: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Entity")
    EntityListing: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#EntityListing")
    Event: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Event")
    Evidence: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Evidence")
    ExportRestriction: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ExportRestriction")
    Facility: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Facility")
    GovernmentBody: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#GovernmentBody")
    Inventory: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Inventory")
    Investment: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Investment")
    LicenseGrant: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#LicenseGrant")
    LicenseRequirement: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#LicenseRequirement")
    Manufacture: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Manufacture")
    Mark: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Mark")
    Media: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Media")
    Mention: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Mention")
    Modality: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Modality")
    Order: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Order")
    OtherClaim: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#OtherClaim")
    Ownership: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Ownership")
    Participation: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Participation")
    Partnership: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Partnership")
    Period: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Period")
    Person: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Person")
    Place: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Place")
    Policy: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Policy")
    Product: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Product")
    ProductFamily: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ProductFamily")
    ProductRelation: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ProductRelation")
    Quantity: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Quantity")
    Sale: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Sale")
    Shortage: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Shortage")
    Source: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Source")
    Span: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Span")
    Status: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Status")
    Subsidy: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Subsidy")
    Supply: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Supply")
    Technology: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#Technology")
    about: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#about")
    acquires: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#acquires")
    affected: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#affected")
    ambiguousLabel: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ambiguousLabel")
    amount: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#amount")
    amountAlt: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#amountAlt")
    approx: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#approx")
    articles: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#articles")
    asserted: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#asserted")
    atLeast: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#atLeast")
    atMost: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#atMost")
    attributedTo: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#attributedTo")
    attribution: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#attribution")
    between: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#between")
    buyer: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#buyer")
    city: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#city")
    component: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#component")
    conditional: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#conditional")
    confirmed: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#confirmed")
    contains: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#contains")
    country: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#country")
    customer: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#customer")
    demonym: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#demonym")
    destination: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#destination")
    detail: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#detail")
    disputeEvidence: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#disputeEvidence")
    disputed: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#disputed")
    disputedBy: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#disputedBy")
    edge: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#edge")
    edgeFrom: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#edgeFrom")
    edgeHead: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#edgeHead")
    edgeTail: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#edgeTail")
    end: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#end")
    ended: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#ended")
    eventSource: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#eventSource")
    eventType: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#eventType")
    evidence: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#evidence")
    exactly: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#exactly")
    facility: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#facility")
    filler: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#filler")
    fillerType: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#fillerType")
    generic: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#generic")
    hasClaim: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#hasClaim")
    holder: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#holder")
    inArticle: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#inArticle")
    inRole: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#inRole")
    investor: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#investor")
    investsIn: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#investsIn")
    lacks: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#lacks")
    licenses: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#licenses")
    maker: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#maker")
    makes: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#makes")
    makesFor: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#makesFor")
    manufacturer: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#manufacturer")
    mark: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#mark")
    markKind: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#markKind")
    memberOf: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#memberOf")
    mentionKind: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#mentionKind")
    mentionsParty: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#mentionsParty")
    metonym: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#metonym")
    modality: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#modality")
    negated: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#negated")
    negotiating: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#negotiating")
    offers: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#offers")
    operates: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#operates")
    origin: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#origin")
    origins: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#origins")
    owned: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#owned")
    owner: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#owner")
    owns: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#owns")
    parent: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#parent")
    participation: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#participation")
    partner: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#partner")
    partnerOf: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#partnerOf")
    planned: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#planned")
    position: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#position")
    procures: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#procures")
    product: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#product")
    provisional: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#provisional")
    quantity: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#quantity")
    quantityAlt: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#quantityAlt")
    refersTo: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#refersTo")
    regulator: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#regulator")
    reported: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#reported")
    restricts: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#restricts")
    restrictsTradeIn: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#restrictsTradeIn")
    role: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#role")
    rumoured: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#rumoured")
    score: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#score")
    sector: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#sector")
    source: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#source")
    start: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#start")
    status: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#status")
    stocks: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#stocks")
    subsidises: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#subsidises")
    supplier: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#supplier")
    supplies: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#supplies")
    target: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#target")
    textHash: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#textHash")
    time: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#time")
    timeText: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#timeText")
    unit: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#unit")
    valueMax: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#valueMax")
    variantOf: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#variantOf")
    worksFor: Final = URIRef("https://w3id.org/chip-supply-kg/ontology#worksFor")


class OA:
    """Terms of <http://www.w3.org/ns/oa#>."""

    SpecificResource: Final = URIRef("http://www.w3.org/ns/oa#SpecificResource")
    TextPositionSelector: Final = URIRef("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector: Final = URIRef("http://www.w3.org/ns/oa#TextQuoteSelector")
    end: Final = URIRef("http://www.w3.org/ns/oa#end")
    exact: Final = URIRef("http://www.w3.org/ns/oa#exact")
    hasSelector: Final = URIRef("http://www.w3.org/ns/oa#hasSelector")
    hasSource: Final = URIRef("http://www.w3.org/ns/oa#hasSource")
    start: Final = URIRef("http://www.w3.org/ns/oa#start")


class OWL:
    """Terms of <http://www.w3.org/2002/07/owl#>."""

    AnnotationProperty: Final = URIRef("http://www.w3.org/2002/07/owl#AnnotationProperty")
    Class: Final = URIRef("http://www.w3.org/2002/07/owl#Class")
    DatatypeProperty: Final = URIRef("http://www.w3.org/2002/07/owl#DatatypeProperty")
    ObjectProperty: Final = URIRef("http://www.w3.org/2002/07/owl#ObjectProperty")
    Ontology: Final = URIRef("http://www.w3.org/2002/07/owl#Ontology")
    sameAs: Final = URIRef("http://www.w3.org/2002/07/owl#sameAs")
    versionInfo: Final = URIRef("http://www.w3.org/2002/07/owl#versionInfo")


class PROV:
    """Terms of <http://www.w3.org/ns/prov#>."""

    Activity: Final = URIRef("http://www.w3.org/ns/prov#Activity")
    Agent: Final = URIRef("http://www.w3.org/ns/prov#Agent")
    Attribution: Final = URIRef("http://www.w3.org/ns/prov#Attribution")
    Entity: Final = URIRef("http://www.w3.org/ns/prov#Entity")
    Location: Final = URIRef("http://www.w3.org/ns/prov#Location")
    Organization: Final = URIRef("http://www.w3.org/ns/prov#Organization")
    Person: Final = URIRef("http://www.w3.org/ns/prov#Person")
    SoftwareAgent: Final = URIRef("http://www.w3.org/ns/prov#SoftwareAgent")
    agent: Final = URIRef("http://www.w3.org/ns/prov#agent")
    qualifiedAttribution: Final = URIRef("http://www.w3.org/ns/prov#qualifiedAttribution")
    used: Final = URIRef("http://www.w3.org/ns/prov#used")
    wasAssociatedWith: Final = URIRef("http://www.w3.org/ns/prov#wasAssociatedWith")
    wasAttributedTo: Final = URIRef("http://www.w3.org/ns/prov#wasAttributedTo")
    wasDerivedFrom: Final = URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy: Final = URIRef("http://www.w3.org/ns/prov#wasGeneratedBy")
    wasQuotedFrom: Final = URIRef("http://www.w3.org/ns/prov#wasQuotedFrom")


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    Property: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property")
    type: Final = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """Terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    Literal: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#Literal")
    domain: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#domain")
    isDefinedBy: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
    label: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    range: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#range")
    subClassOf: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    subPropertyOf: Final = URIRef("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")


class SCHEMA:
    """Terms of <https://schema.org/>."""

    Claim: Final = URIRef("https://schema.org/Claim")
    GovernmentOrganization: Final = URIRef("https://schema.org/GovernmentOrganization")
    Legislation: Final = URIRef("https://schema.org/Legislation")
    MonetaryAmount: Final = URIRef("https://schema.org/MonetaryAmount")
    NewsArticle: Final = URIRef("https://schema.org/NewsArticle")
    NewsMediaOrganization: Final = URIRef("https://schema.org/NewsMediaOrganization")
    Organization: Final = URIRef("https://schema.org/Organization")
    Person: Final = URIRef("https://schema.org/Person")
    Place: Final = URIRef("https://schema.org/Place")
    Product: Final = URIRef("https://schema.org/Product")
    ProductGroup: Final = URIRef("https://schema.org/ProductGroup")
    QuantitativeValue: Final = URIRef("https://schema.org/QuantitativeValue")
    SoftwareApplication: Final = URIRef("https://schema.org/SoftwareApplication")
    Thing: Final = URIRef("https://schema.org/Thing")
    appearance: Final = URIRef("https://schema.org/appearance")
    buyer: Final = URIRef("https://schema.org/buyer")
    currency: Final = URIRef("https://schema.org/currency")
    datePublished: Final = URIRef("https://schema.org/datePublished")
    headline: Final = URIRef("https://schema.org/headline")
    identifier: Final = URIRef("https://schema.org/identifier")
    inLanguage: Final = URIRef("https://schema.org/inLanguage")
    isVariantOf: Final = URIRef("https://schema.org/isVariantOf")
    manufacturer: Final = URIRef("https://schema.org/manufacturer")
    maxValue: Final = URIRef("https://schema.org/maxValue")
    name: Final = URIRef("https://schema.org/name")
    parentOrganization: Final = URIRef("https://schema.org/parentOrganization")
    publisher: Final = URIRef("https://schema.org/publisher")
    seller: Final = URIRef("https://schema.org/seller")
    softwareVersion: Final = URIRef("https://schema.org/softwareVersion")
    unitText: Final = URIRef("https://schema.org/unitText")
    url: Final = URIRef("https://schema.org/url")
    value: Final = URIRef("https://schema.org/value")
    worksFor: Final = URIRef("https://schema.org/worksFor")


class SEM:
    """Terms of <http://semanticweb.cs.vu.nl/2009/11/sem/>."""

    Event: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
    Place: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Place")
    Role: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Role")
    Time: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Time")
    accordingTo: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/accordingTo")
    eventProperty: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/eventProperty")
    eventType: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/eventType")
    hasActor: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor")
    hasEarliestBeginTimeStamp: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp")
    hasLatestEndTimeStamp: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestEndTimeStamp")
    hasPlace: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace")
    hasTime: Final = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasTime")


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = URIRef("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = URIRef("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#altLabel")
    closeMatch: Final = URIRef("http://www.w3.org/2004/02/skos/core#closeMatch")
    definition: Final = URIRef("http://www.w3.org/2004/02/skos/core#definition")
    hiddenLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#hiddenLabel")
    inScheme: Final = URIRef("http://www.w3.org/2004/02/skos/core#inScheme")
    notation: Final = URIRef("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")


class TIME:
    """Terms of <http://www.w3.org/2006/time#>."""

    ProperInterval: Final = URIRef("http://www.w3.org/2006/time#ProperInterval")
    hasBeginning: Final = URIRef("http://www.w3.org/2006/time#hasBeginning")
    hasEnd: Final = URIRef("http://www.w3.org/2006/time#hasEnd")


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    boolean: Final = URIRef("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = URIRef("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = URIRef("http://www.w3.org/2001/XMLSchema#decimal")
    double: Final = URIRef("http://www.w3.org/2001/XMLSchema#double")
    integer: Final = URIRef("http://www.w3.org/2001/XMLSchema#integer")
    string: Final = URIRef("http://www.w3.org/2001/XMLSchema#string")


CLAIM_TYPES: Final[Mapping[str, URIRef]] = {
    "acquisition": CHIP.Acquisition,
    "capacity": CHIP.Capacity,
    "component_use": CHIP.ComponentUse,
    "delivery": CHIP.Delivery,
    "entity_listing": CHIP.EntityListing,
    "export_restriction": CHIP.ExportRestriction,
    "inventory": CHIP.Inventory,
    "investment": CHIP.Investment,
    "license_grant": CHIP.LicenseGrant,
    "license_requirement": CHIP.LicenseRequirement,
    "manufacture": CHIP.Manufacture,
    "order": CHIP.Order,
    "other": CHIP.OtherClaim,
    "ownership": CHIP.Ownership,
    "partnership": CHIP.Partnership,
    "product_relation": CHIP.ProductRelation,
    "sale": CHIP.Sale,
    "shortage": CHIP.Shortage,
    "subsidy": CHIP.Subsidy,
    "supply": CHIP.Supply,
}
"""Claim type -> its class."""

ROLES: Final[Mapping[str, URIRef]] = {
    "affected": CHIP.affected,
    "buyer": CHIP.buyer,
    "component": CHIP.component,
    "customer": CHIP.customer,
    "destination": CHIP.destination,
    "facility": CHIP.facility,
    "holder": CHIP.holder,
    "investor": CHIP.investor,
    "manufacturer": CHIP.manufacturer,
    "origin": CHIP.origin,
    "owned": CHIP.owned,
    "owner": CHIP.owner,
    "partner": CHIP.partner,
    "product": CHIP.product,
    "regulator": CHIP.regulator,
    "supplier": CHIP.supplier,
    "target": CHIP.target,
}
"""Role -> its property."""

ENTITY_TYPES: Final[Mapping[str, URIRef]] = {
    "company": CHIP.Company,
    "facility": CHIP.Facility,
    "government_body": CHIP.GovernmentBody,
    "media": CHIP.Media,
    "person": CHIP.Person,
    "place": CHIP.Place,
    "policy": CHIP.Policy,
    "product": CHIP.Product,
    "product_family": CHIP.ProductFamily,
    "technology": CHIP.Technology,
}
"""Entity type -> its class."""

MODALITIES: Final[Mapping[str, URIRef]] = {
    "asserted": CHIP.asserted,
    "conditional": CHIP.conditional,
    "ended": CHIP.ended,
    "negated": CHIP.negated,
    "negotiating": CHIP.negotiating,
    "planned": CHIP.planned,
    "reported": CHIP.reported,
    "rumoured": CHIP.rumoured,
}
"""Modality -> its concept."""

APPROXIMATIONS: Final[Mapping[str, URIRef]] = {
    "about": CHIP.about,
    "at_least": CHIP.atLeast,
    "at_most": CHIP.atMost,
    "exact": CHIP.exactly,
    "range": CHIP.between,
}
"""How exact a figure is -> its concept."""

STATUSES: Final[Mapping[str, URIRef]] = {
    "confirmed": CHIP.confirmed,
    "disputed": CHIP.disputed,
}
"""Status of an event beyond the modalities -> its concept."""

ROLE_FILLERS: Final[Mapping[str, tuple[str, ...]]] = {
    "affected": ("company", "facility", "government_body", "media", "person", "place", "product", "product_family", "technology"),
    "buyer": ("company", "facility", "government_body", "media", "person", "place"),
    "component": ("product", "product_family", "technology"),
    "customer": ("company", "facility", "government_body", "media", "person", "place"),
    "destination": ("company", "facility", "government_body", "place"),
    "facility": ("company", "facility", "place"),
    "holder": ("company", "facility", "government_body", "media", "person", "place"),
    "investor": ("company", "facility", "government_body", "media", "person", "place"),
    "manufacturer": ("company", "facility", "government_body", "media", "person", "place"),
    "origin": ("company", "facility", "government_body", "place"),
    "owned": ("company", "facility", "government_body", "media", "person", "place", "product", "product_family", "technology"),
    "owner": ("company", "facility", "government_body", "media", "person", "place"),
    "partner": ("company", "facility", "government_body", "media", "person", "place"),
    "product": ("company", "facility", "policy", "product", "product_family", "technology"),
    "regulator": ("company", "government_body", "media", "person", "place", "policy"),
    "supplier": ("company", "facility", "government_body", "media", "person", "place"),
    "target": ("company", "facility", "government_body", "media", "person", "place", "product", "product_family", "technology"),
}
"""Role code -> the entity types that may fill it."""

FLAT_EDGES: Final[tuple[FlatEdge, ...]] = (
    FlatEdge(CHIP.acquires, ("acquisition",), ("buyer",), ("target",)),
    FlatEdge(CHIP.contains, ("component_use",), ("product",), ("component",)),
    FlatEdge(CHIP.investsIn, ("investment",), ("investor",), ("facility", "target")),
    FlatEdge(CHIP.lacks, ("shortage",), ("affected",), ("product",)),
    FlatEdge(CHIP.licenses, ("license_grant",), ("regulator",), ("affected",)),
    FlatEdge(CHIP.makes, ("manufacture",), ("manufacturer",), ("product",)),
    FlatEdge(CHIP.makesFor, ("manufacture",), ("manufacturer",), ("customer",)),
    FlatEdge(CHIP.offers, ("delivery", "order", "sale", "supply"), ("supplier",), ("product",)),
    FlatEdge(CHIP.operates, ("capacity", "manufacture"), ("manufacturer", "owner"), ("facility",)),
    FlatEdge(CHIP.owns, ("ownership",), ("owner",), ("owned",)),
    FlatEdge(CHIP.partnerOf, ("partnership",), ("partner",), ("partner",)),
    FlatEdge(CHIP.procures, ("delivery", "order", "sale", "supply"), ("buyer", "customer"), ("product",)),
    FlatEdge(CHIP.restricts, ("entity_listing", "export_restriction", "license_requirement"), ("regulator",), ("affected",)),
    FlatEdge(CHIP.restrictsTradeIn, ("export_restriction", "license_requirement"), ("regulator",), ("product",)),
    FlatEdge(CHIP.stocks, ("inventory",), ("holder",), ("product",)),
    FlatEdge(CHIP.subsidises, ("subsidy",), ("investor",), ("facility", "target")),
    FlatEdge(CHIP.supplies, ("delivery", "order", "sale", "supply"), ("supplier",), ("buyer", "customer")),
)
"""All flat edges, by name."""

PREFIXES: Final[Mapping[str, str]] = {
    "chip": "https://w3id.org/chip-supply-kg/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes that queries need not declare and that Turtle is written with."""
