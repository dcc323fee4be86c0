"""Figures of many institutions put together: municipality and region. Русское название: свод.

Here live sums of numerators and denominators and the reading of other people's tables of counts; never a person.
"""
