"""Files made of answers: tables for a spreadsheet (CSV, XLSX) and pages to hand on (PDF).

Answers go in as their messages and no figure is computed here, so that a report cannot say what its route does not.
"""
