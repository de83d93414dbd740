#!/usr/bin/env python3
"""Writes what `consilium demo` loads, from the content beside it: people.json, conference.json, <case>/script.json.

Standard library only. `check.py` fails when what is written is not what the content says.
"""
from content import ROOT
from script.cases import generated

if __name__ == '__main__':
    for name, text in generated():
        (ROOT / name).write_text(text, encoding='utf-8', newline='\n')
        print(f'{name}: {len(text.splitlines())} lines')
