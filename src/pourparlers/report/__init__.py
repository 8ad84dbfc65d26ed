"""The report: a dossier as one file that opens from disk, needs no network and can be read without script."""

from pourparlers.report.build import Cited, Contents, build_report

__all__ = ["Cited", "Contents", "build_report"]
