"""Charts as inline SVG: drawn once, at build time, in the theme's own text colour.

Positions across are percentages and heights are pixels, so that a chart is as wide as the page allows while its text
keeps its size. There are presentation attributes only, no ids, no styles and no scripts: readers that drop those show
the same chart.
"""
