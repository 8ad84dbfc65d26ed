"""Reading on several machines: Dask hands out shards of documents, its workers read them as one machine does, and the store puts them together.

What is done is what the dossier holds, so a run that died is run again and goes on.
"""
