"""Meetings of many: the motivational meeting, training with practical tasks; who came, what was done.

Russian name: мероприятия и обучение. Neighbours below: programmes.
"""
