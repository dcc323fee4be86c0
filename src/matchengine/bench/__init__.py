"""Seeded instances to measure the engine with, their goal as packed pairs, and the command that solves them."""
