"""Who works with whom: runs of the engine, proposals, hand-made changes, publishing.

Russian name: подбор. Neighbours below: mentorships, programmes, consents, engine.
"""
