"""The version of this package: here alone, read by the build and written into every provenance."""

__version__ = "0.1.0"
