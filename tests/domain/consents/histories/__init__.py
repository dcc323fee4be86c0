"""Random lives of people in a programme, and the law about them said a second time in plain Python."""
