"""The exact solver: `primal_dual` (the loop), `arcs` (its public face), `levels` and `branching` (the goals)."""
