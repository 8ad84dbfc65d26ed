"""The dossier: captures, documents, readings, people's judgements and the derived chronicle, in one SQLite file."""
