"""Every word of the ontology as a constant. Made by tests/tools/make_vocab.py: do not edit.

The source is ontology/*.ttl; the attributes are spelt as the terms are. They are plain strings: an rdflib URIRef is
never equal to the same string, which no type checker sees; a string where rdflib wants a URIRef it does see.
"""
# ruff: noqa: E501, N815
# fmt: off

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class FlatEdge(NamedTuple):
    """How a flat edge follows from claims: their types, the roles at its head and the roles at its tail."""

    property: str
    types: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]


class CHIP:
    """Terms of <https://w3id.org/chip-supply-kg/ontology#>."""

    Acquisition: Final = "https://w3id.org/chip-supply-kg/ontology#Acquisition"
    Amount: Final = "https://w3id.org/chip-supply-kg/ontology#Amount"
    Approximation: Final = "https://w3id.org/chip-supply-kg/ontology#Approximation"
    Attribution: Final = "https://w3id.org/chip-supply-kg/ontology#Attribution"
    Capacity: Final = "https://w3id.org/chip-supply-kg/ontology#Capacity"
    Claim: Final = "https://w3id.org/chip-supply-kg/ontology#Claim"
    Company: Final = "https://w3id.org/chip-supply-kg/ontology#Company"
    ComponentUse: Final = "https://w3id.org/chip-supply-kg/ontology#ComponentUse"
    Delivery: Final = "https://w3id.org/chip-supply-kg/ontology#Delivery"
    Entity: Final = "https://w3id.org/chip-supply-kg/ontology#Entity"
    EntityListing: Final = "https://w3id.org/chip-supply-kg/ontology#EntityListing"
    Event: Final = "https://w3id.org/chip-supply-kg/ontology#Event"
    Evidence: Final = "https://w3id.org/chip-supply-kg/ontology#Evidence"
    ExportRestriction: Final = "https://w3id.org/chip-supply-kg/ontology#ExportRestriction"
    Facility: Final = "https://w3id.org/chip-supply-kg/ontology#Facility"
    GovernmentBody: Final = "https://w3id.org/chip-supply-kg/ontology#GovernmentBody"
    Inventory: Final = "https://w3id.org/chip-supply-kg/ontology#Inventory"
    Investment: Final = "https://w3id.org/chip-supply-kg/ontology#Investment"
    LicenseGrant: Final = "https://w3id.org/chip-supply-kg/ontology#LicenseGrant"
    LicenseRequirement: Final = "https://w3id.org/chip-supply-kg/ontology#LicenseRequirement"
    Manufacture: Final = "https://w3id.org/chip-supply-kg/ontology#Manufacture"
    Mark: Final = "https://w3id.org/chip-supply-kg/ontology#Mark"
    Media: Final = "https://w3id.org/chip-supply-kg/ontology#Media"
    Mention: Final = "https://w3id.org/chip-supply-kg/ontology#Mention"
    Modality: Final = "https://w3id.org/chip-supply-kg/ontology#Modality"
    Order: Final = "https://w3id.org/chip-supply-kg/ontology#Order"
    OtherClaim: Final = "https://w3id.org/chip-supply-kg/ontology#OtherClaim"
    Ownership: Final = "https://w3id.org/chip-supply-kg/ontology#Ownership"
    Participation: Final = "https://w3id.org/chip-supply-kg/ontology#Participation"
    Partnership: Final = "https://w3id.org/chip-supply-kg/ontology#Partnership"
    Period: Final = "https://w3id.org/chip-supply-kg/ontology#Period"
    Person: Final = "https://w3id.org/chip-supply-kg/ontology#Person"
    Place: Final = "https://w3id.org/chip-supply-kg/ontology#Place"
    Policy: Final = "https://w3id.org/chip-supply-kg/ontology#Policy"
    Product: Final = "https://w3id.org/chip-supply-kg/ontology#Product"
    ProductFamily: Final = "https://w3id.org/chip-supply-kg/ontology#ProductFamily"
    ProductRelation: Final = "https://w3id.org/chip-supply-kg/ontology#ProductRelation"
    Quantity: Final = "https://w3id.org/chip-supply-kg/ontology#Quantity"
    Sale: Final = "https://w3id.org/chip-supply-kg/ontology#Sale"
    Shortage: Final = "https://w3id.org/chip-supply-kg/ontology#Shortage"
    Source: Final = "https://w3id.org/chip-supply-kg/ontology#Source"
    Span: Final = "https://w3id.org/chip-supply-kg/ontology#Span"
    Status: Final = "https://w3id.org/chip-supply-kg/ontology#Status"
    Subsidy: Final = "https://w3id.org/chip-supply-kg/ontology#Subsidy"
    Supply: Final = "https://w3id.org/chip-supply-kg/ontology#Supply"
    Technology: Final = "https://w3id.org/chip-supply-kg/ontology#Technology"
    about: Final = "https://w3id.org/chip-supply-kg/ontology#about"
    acquires: Final = "https://w3id.org/chip-supply-kg/ontology#acquires"
    affected: Final = "https://w3id.org/chip-supply-kg/ontology#affected"
    ambiguousLabel: Final = "https://w3id.org/chip-supply-kg/ontology#ambiguousLabel"
    amount: Final = "https://w3id.org/chip-supply-kg/ontology#amount"
    amountAlt: Final = "https://w3id.org/chip-supply-kg/ontology#amountAlt"
    approx: Final = "https://w3id.org/chip-supply-kg/ontology#approx"
    articles: Final = "https://w3id.org/chip-supply-kg/ontology#articles"
    asserted: Final = "https://w3id.org/chip-supply-kg/ontology#asserted"
    atLeast: Final = "https://w3id.org/chip-supply-kg/ontology#atLeast"
    atMost: Final = "https://w3id.org/chip-supply-kg/ontology#atMost"
    attributedTo: Final = "https://w3id.org/chip-supply-kg/ontology#attributedTo"
    attribution: Final = "https://w3id.org/chip-supply-kg/ontology#attribution"
    bestAmount: Final = "https://w3id.org/chip-supply-kg/ontology#bestAmount"
    bestQuantity: Final = "https://w3id.org/chip-supply-kg/ontology#bestQuantity"
    bestTime: Final = "https://w3id.org/chip-supply-kg/ontology#bestTime"
    between: Final = "https://w3id.org/chip-supply-kg/ontology#between"
    builtFrom: Final = "https://w3id.org/chip-supply-kg/ontology#builtFrom"
    buyer: Final = "https://w3id.org/chip-supply-kg/ontology#buyer"
    city: Final = "https://w3id.org/chip-supply-kg/ontology#city"
    component: Final = "https://w3id.org/chip-supply-kg/ontology#component"
    conditional: Final = "https://w3id.org/chip-supply-kg/ontology#conditional"
    confirmed: Final = "https://w3id.org/chip-supply-kg/ontology#confirmed"
    contains: Final = "https://w3id.org/chip-supply-kg/ontology#contains"
    country: Final = "https://w3id.org/chip-supply-kg/ontology#country"
    customer: Final = "https://w3id.org/chip-supply-kg/ontology#customer"
    demonym: Final = "https://w3id.org/chip-supply-kg/ontology#demonym"
    destination: Final = "https://w3id.org/chip-supply-kg/ontology#destination"
    detail: Final = "https://w3id.org/chip-supply-kg/ontology#detail"
    disputeEvidence: Final = "https://w3id.org/chip-supply-kg/ontology#disputeEvidence"
    disputed: Final = "https://w3id.org/chip-supply-kg/ontology#disputed"
    disputedBy: Final = "https://w3id.org/chip-supply-kg/ontology#disputedBy"
    edge: Final = "https://w3id.org/chip-supply-kg/ontology#edge"
    edgeFrom: Final = "https://w3id.org/chip-supply-kg/ontology#edgeFrom"
    edgeHead: Final = "https://w3id.org/chip-supply-kg/ontology#edgeHead"
    edgeTail: Final = "https://w3id.org/chip-supply-kg/ontology#edgeTail"
    end: Final = "https://w3id.org/chip-supply-kg/ontology#end"
    ended: Final = "https://w3id.org/chip-supply-kg/ontology#ended"
    eventDisputedBy: Final = "https://w3id.org/chip-supply-kg/ontology#eventDisputedBy"
    eventParty: Final = "https://w3id.org/chip-supply-kg/ontology#eventParty"
    eventSource: Final = "https://w3id.org/chip-supply-kg/ontology#eventSource"
    eventType: Final = "https://w3id.org/chip-supply-kg/ontology#eventType"
    evidence: Final = "https://w3id.org/chip-supply-kg/ontology#evidence"
    exactly: Final = "https://w3id.org/chip-supply-kg/ontology#exactly"
    facility: Final = "https://w3id.org/chip-supply-kg/ontology#facility"
    filler: Final = "https://w3id.org/chip-supply-kg/ontology#filler"
    fillerType: Final = "https://w3id.org/chip-supply-kg/ontology#fillerType"
    generic: Final = "https://w3id.org/chip-supply-kg/ontology#generic"
    hasClaim: Final = "https://w3id.org/chip-supply-kg/ontology#hasClaim"
    holder: Final = "https://w3id.org/chip-supply-kg/ontology#holder"
    inArticle: Final = "https://w3id.org/chip-supply-kg/ontology#inArticle"
    inRole: Final = "https://w3id.org/chip-supply-kg/ontology#inRole"
    investor: Final = "https://w3id.org/chip-supply-kg/ontology#investor"
    investsIn: Final = "https://w3id.org/chip-supply-kg/ontology#investsIn"
    lacks: Final = "https://w3id.org/chip-supply-kg/ontology#lacks"
    licenses: Final = "https://w3id.org/chip-supply-kg/ontology#licenses"
    maker: Final = "https://w3id.org/chip-supply-kg/ontology#maker"
    makes: Final = "https://w3id.org/chip-supply-kg/ontology#makes"
    makesFor: Final = "https://w3id.org/chip-supply-kg/ontology#makesFor"
    manufacturer: Final = "https://w3id.org/chip-supply-kg/ontology#manufacturer"
    mark: Final = "https://w3id.org/chip-supply-kg/ontology#mark"
    markKind: Final = "https://w3id.org/chip-supply-kg/ontology#markKind"
    memberOf: Final = "https://w3id.org/chip-supply-kg/ontology#memberOf"
    mentionKind: Final = "https://w3id.org/chip-supply-kg/ontology#mentionKind"
    mentionsParty: Final = "https://w3id.org/chip-supply-kg/ontology#mentionsParty"
    metonym: Final = "https://w3id.org/chip-supply-kg/ontology#metonym"
    modality: Final = "https://w3id.org/chip-supply-kg/ontology#modality"
    negated: Final = "https://w3id.org/chip-supply-kg/ontology#negated"
    negotiating: Final = "https://w3id.org/chip-supply-kg/ontology#negotiating"
    offers: Final = "https://w3id.org/chip-supply-kg/ontology#offers"
    operates: Final = "https://w3id.org/chip-supply-kg/ontology#operates"
    origin: Final = "https://w3id.org/chip-supply-kg/ontology#origin"
    origins: Final = "https://w3id.org/chip-supply-kg/ontology#origins"
    owned: Final = "https://w3id.org/chip-supply-kg/ontology#owned"
    owner: Final = "https://w3id.org/chip-supply-kg/ontology#owner"
    owns: Final = "https://w3id.org/chip-supply-kg/ontology#owns"
    parent: Final = "https://w3id.org/chip-supply-kg/ontology#parent"
    participation: Final = "https://w3id.org/chip-supply-kg/ontology#participation"
    partner: Final = "https://w3id.org/chip-supply-kg/ontology#partner"
    partnerOf: Final = "https://w3id.org/chip-supply-kg/ontology#partnerOf"
    planned: Final = "https://w3id.org/chip-supply-kg/ontology#planned"
    position: Final = "https://w3id.org/chip-supply-kg/ontology#position"
    procures: Final = "https://w3id.org/chip-supply-kg/ontology#procures"
    product: Final = "https://w3id.org/chip-supply-kg/ontology#product"
    provisional: Final = "https://w3id.org/chip-supply-kg/ontology#provisional"
    quantity: Final = "https://w3id.org/chip-supply-kg/ontology#quantity"
    quantityAlt: Final = "https://w3id.org/chip-supply-kg/ontology#quantityAlt"
    refersTo: Final = "https://w3id.org/chip-supply-kg/ontology#refersTo"
    regulator: Final = "https://w3id.org/chip-supply-kg/ontology#regulator"
    reported: Final = "https://w3id.org/chip-supply-kg/ontology#reported"
    restricts: Final = "https://w3id.org/chip-supply-kg/ontology#restricts"
    restrictsTradeIn: Final = "https://w3id.org/chip-supply-kg/ontology#restrictsTradeIn"
    role: Final = "https://w3id.org/chip-supply-kg/ontology#role"
    rumoured: Final = "https://w3id.org/chip-supply-kg/ontology#rumoured"
    score: Final = "https://w3id.org/chip-supply-kg/ontology#score"
    sector: Final = "https://w3id.org/chip-supply-kg/ontology#sector"
    source: Final = "https://w3id.org/chip-supply-kg/ontology#source"
    start: Final = "https://w3id.org/chip-supply-kg/ontology#start"
    status: Final = "https://w3id.org/chip-supply-kg/ontology#status"
    stocks: Final = "https://w3id.org/chip-supply-kg/ontology#stocks"
    subsidises: Final = "https://w3id.org/chip-supply-kg/ontology#subsidises"
    supplier: Final = "https://w3id.org/chip-supply-kg/ontology#supplier"
    supplies: Final = "https://w3id.org/chip-supply-kg/ontology#supplies"
    target: Final = "https://w3id.org/chip-supply-kg/ontology#target"
    textHash: Final = "https://w3id.org/chip-supply-kg/ontology#textHash"
    time: Final = "https://w3id.org/chip-supply-kg/ontology#time"
    timeText: Final = "https://w3id.org/chip-supply-kg/ontology#timeText"
    unit: Final = "https://w3id.org/chip-supply-kg/ontology#unit"
    valueMax: Final = "https://w3id.org/chip-supply-kg/ontology#valueMax"
    variantOf: Final = "https://w3id.org/chip-supply-kg/ontology#variantOf"
    worksFor: Final = "https://w3id.org/chip-supply-kg/ontology#worksFor"


class OA:
    """Terms of <http://www.w3.org/ns/oa#>."""

    SpecificResource: Final = "http://www.w3.org/ns/oa#SpecificResource"
    TextPositionSelector: Final = "http://www.w3.org/ns/oa#TextPositionSelector"
    TextQuoteSelector: Final = "http://www.w3.org/ns/oa#TextQuoteSelector"
    end: Final = "http://www.w3.org/ns/oa#end"
    exact: Final = "http://www.w3.org/ns/oa#exact"
    hasSelector: Final = "http://www.w3.org/ns/oa#hasSelector"
    hasSource: Final = "http://www.w3.org/ns/oa#hasSource"
    start: Final = "http://www.w3.org/ns/oa#start"


class OWL:
    """Terms of <http://www.w3.org/2002/07/owl#>."""

    AnnotationProperty: Final = "http://www.w3.org/2002/07/owl#AnnotationProperty"
    Class: Final = "http://www.w3.org/2002/07/owl#Class"
    DatatypeProperty: Final = "http://www.w3.org/2002/07/owl#DatatypeProperty"
    ObjectProperty: Final = "http://www.w3.org/2002/07/owl#ObjectProperty"
    Ontology: Final = "http://www.w3.org/2002/07/owl#Ontology"
    sameAs: Final = "http://www.w3.org/2002/07/owl#sameAs"
    versionInfo: Final = "http://www.w3.org/2002/07/owl#versionInfo"


class PROV:
    """Terms of <http://www.w3.org/ns/prov#>."""

    Activity: Final = "http://www.w3.org/ns/prov#Activity"
    Agent: Final = "http://www.w3.org/ns/prov#Agent"
    Attribution: Final = "http://www.w3.org/ns/prov#Attribution"
    Entity: Final = "http://www.w3.org/ns/prov#Entity"
    Location: Final = "http://www.w3.org/ns/prov#Location"
    Organization: Final = "http://www.w3.org/ns/prov#Organization"
    Person: Final = "http://www.w3.org/ns/prov#Person"
    SoftwareAgent: Final = "http://www.w3.org/ns/prov#SoftwareAgent"
    agent: Final = "http://www.w3.org/ns/prov#agent"
    qualifiedAttribution: Final = "http://www.w3.org/ns/prov#qualifiedAttribution"
    used: Final = "http://www.w3.org/ns/prov#used"
    wasAssociatedWith: Final = "http://www.w3.org/ns/prov#wasAssociatedWith"
    wasAttributedTo: Final = "http://www.w3.org/ns/prov#wasAttributedTo"
    wasDerivedFrom: Final = "http://www.w3.org/ns/prov#wasDerivedFrom"
    wasGeneratedBy: Final = "http://www.w3.org/ns/prov#wasGeneratedBy"
    wasQuotedFrom: Final = "http://www.w3.org/ns/prov#wasQuotedFrom"


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    Property: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"
    type: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class RDFS:
    """Terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    Literal: Final = "http://www.w3.org/2000/01/rdf-schema#Literal"
    domain: Final = "http://www.w3.org/2000/01/rdf-schema#domain"
    isDefinedBy: Final = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy"
    label: Final = "http://www.w3.org/2000/01/rdf-schema#label"
    range: Final = "http://www.w3.org/2000/01/rdf-schema#range"
    subClassOf: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
    subPropertyOf: Final = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"


class SCHEMA:
    """Terms of <https://schema.org/>."""

    Claim: Final = "https://schema.org/Claim"
    GovernmentOrganization: Final = "https://schema.org/GovernmentOrganization"
    Legislation: Final = "https://schema.org/Legislation"
    MonetaryAmount: Final = "https://schema.org/MonetaryAmount"
    NewsArticle: Final = "https://schema.org/NewsArticle"
    NewsMediaOrganization: Final = "https://schema.org/NewsMediaOrganization"
    Organization: Final = "https://schema.org/Organization"
    Person: Final = "https://schema.org/Person"
    Place: Final = "https://schema.org/Place"
    Product: Final = "https://schema.org/Product"
    ProductGroup: Final = "https://schema.org/ProductGroup"
    QuantitativeValue: Final = "https://schema.org/QuantitativeValue"
    SoftwareApplication: Final = "https://schema.org/SoftwareApplication"
    Thing: Final = "https://schema.org/Thing"
    appearance: Final = "https://schema.org/appearance"
    buyer: Final = "https://schema.org/buyer"
    currency: Final = "https://schema.org/currency"
    datePublished: Final = "https://schema.org/datePublished"
    headline: Final = "https://schema.org/headline"
    identifier: Final = "https://schema.org/identifier"
    inLanguage: Final = "https://schema.org/inLanguage"
    isVariantOf: Final = "https://schema.org/isVariantOf"
    manufacturer: Final = "https://schema.org/manufacturer"
    maxValue: Final = "https://schema.org/maxValue"
    name: Final = "https://schema.org/name"
    parentOrganization: Final = "https://schema.org/parentOrganization"
    publisher: Final = "https://schema.org/publisher"
    seller: Final = "https://schema.org/seller"
    softwareVersion: Final = "https://schema.org/softwareVersion"
    unitText: Final = "https://schema.org/unitText"
    url: Final = "https://schema.org/url"
    value: Final = "https://schema.org/value"
    worksFor: Final = "https://schema.org/worksFor"


class SEM:
    """Terms of <http://semanticweb.cs.vu.nl/2009/11/sem/>."""

    Event: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/Event"
    Place: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/Place"
    Role: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/Role"
    Time: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/Time"
    accordingTo: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/accordingTo"
    eventProperty: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/eventProperty"
    eventType: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/eventType"
    hasActor: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"
    hasEarliestBeginTimeStamp: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp"
    hasLatestEndTimeStamp: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestEndTimeStamp"
    hasPlace: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace"
    hasTime: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasTime"


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = "http://www.w3.org/2004/02/skos/core#Concept"
    ConceptScheme: Final = "http://www.w3.org/2004/02/skos/core#ConceptScheme"
    altLabel: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
    closeMatch: Final = "http://www.w3.org/2004/02/skos/core#closeMatch"
    definition: Final = "http://www.w3.org/2004/02/skos/core#definition"
    hiddenLabel: Final = "http://www.w3.org/2004/02/skos/core#hiddenLabel"
    inScheme: Final = "http://www.w3.org/2004/02/skos/core#inScheme"
    notation: Final = "http://www.w3.org/2004/02/skos/core#notation"
    prefLabel: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"


class TIME:
    """Terms of <http://www.w3.org/2006/time#>."""

    ProperInterval: Final = "http://www.w3.org/2006/time#ProperInterval"
    hasBeginning: Final = "http://www.w3.org/2006/time#hasBeginning"
    hasEnd: Final = "http://www.w3.org/2006/time#hasEnd"


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    boolean: Final = "http://www.w3.org/2001/XMLSchema#boolean"
    date: Final = "http://www.w3.org/2001/XMLSchema#date"
    decimal: Final = "http://www.w3.org/2001/XMLSchema#decimal"
    double: Final = "http://www.w3.org/2001/XMLSchema#double"
    integer: Final = "http://www.w3.org/2001/XMLSchema#integer"
    string: Final = "http://www.w3.org/2001/XMLSchema#string"


CLAIM_TYPES: Final[Mapping[str, str]] = {
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

ROLES: Final[Mapping[str, str]] = {
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

ENTITY_TYPES: Final[Mapping[str, str]] = {
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

MODALITIES: Final[Mapping[str, str]] = {
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

APPROXIMATIONS: Final[Mapping[str, str]] = {
    "about": CHIP.about,
    "at_least": CHIP.atLeast,
    "at_most": CHIP.atMost,
    "exact": CHIP.exactly,
    "range": CHIP.between,
}
"""How exact a figure is -> its concept."""

STATUSES: Final[Mapping[str, str]] = {
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
