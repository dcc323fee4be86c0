"""Pages of plans: what surrounds goals and steps, advice, sheets of teachers. The plan itself is `mentorships:plan`."""
