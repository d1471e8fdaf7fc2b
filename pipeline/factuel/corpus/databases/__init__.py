"""Exports of press databases: one file, many articles, each with what the database says of it."""
