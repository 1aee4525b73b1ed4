"""Rows become records: identity stamps, numbering, batches."""
