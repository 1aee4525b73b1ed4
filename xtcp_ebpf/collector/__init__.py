"""Executes a Plan: reader threads, each of which carries one dump at a time from request to DONE."""
