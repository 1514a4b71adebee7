"""Retention and disposal: schedule, triggers, due dates, and who may authorise what."""
