"""Figures: the board of measures, the timeline as a picture, the ways of claims."""
