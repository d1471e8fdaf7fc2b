"""Fetching pages from the web: politely, safely, and never twice without need."""
