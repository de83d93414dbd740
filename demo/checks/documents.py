"""Documents, their segments and translations, and every quote of them."""
import re
from pathlib import Path

from checks.tally import check
from content import CASES, OFFSET, QUOTING, ROOT, TOKEN, day, documents_of, has, is_quote, load, place, split, walk

KINDS = {'imaging-report', 'histology', 'pathology', 'molecular-pathology', 'laboratory', 'discharge-summary',
         'operation-report', 'letter', 'examination-result', 'image', 'other'}
SAYS_INVENTED = re.compile(r'\[(Erfunden|Invented|Document de démonstration inventé)')
STRAY_TOKEN = re.compile(r'\{\{(?!D[+-]\d{4}\}\})')


def verify(seen):
    """`seen` collects ids, which are unique over all cases."""
    images = {image['id'] for image in load('images/images.json')['images']}
    for case in CASES:
        documents, texts = documents_of(case)
        listed = load(f'{case}/documents.json')['documents']
        check(len(documents) == len(listed), f'{case}: document ids are unique')
        originals = [d for d in listed if d['translationOf'] is None and d['type'] != 'image']
        check(len(originals) >= (10 if case == CASES[0] else 7), f'{case}: number of documents')
        on_disk = {path.name for path in (ROOT / case / 'documents').iterdir()}
        check(on_disk == {Path(d['file']).name for d in listed if d['type'] != 'image'}, f'{case}: files = list')
        frozen = day(load(f'{case}/case.json')['frozen'])
        for document in listed:
            check(document['id'] not in seen, f"id {document['id']} is unique")
            seen.add(document['id'])
            verify_description(document, frozen)
            if document['type'] == 'image':
                check((ROOT / case / document['file']).exists(), f"{document['id']}: file")
                check(document['imageId'] in images and document['belongsTo'] in documents, f"{document['id']}: image")
            else:
                verify_text(document, texts[document['id']], seen)
                verify_translation(document, documents, texts)
        verify_quotes(case, documents, texts)


def verify_description(document, frozen):
    name = document['id']
    check(document['type'] in KINDS, f'{name}: kind')
    check(document['nature'] in ('primary', 'conclusion', 'mixed'), f'{name}: nature')
    check(OFFSET.match(document['date']) and day(document['date']) < frozen, f'{name}: written before the freeze')
    check(document['title']['de'] and document['title']['en'], f'{name}: title')
    check((document['nature'] == 'mixed') == bool(document.get('segments')), f'{name}: a mixed document has segments')


def verify_text(document, text, seen):
    name = document['id']
    check(SAYS_INVENTED.match(text) is not None, f'{name}: says that it is invented')
    check(60 <= len(text.split()) <= 450, f'{name}: {len(text.split())} words')
    check(not STRAY_TOKEN.search(text), f'{name}: date tokens')
    if not document.get('segments'):
        return
    last = 0
    for segment, start, end in split(document, text):
        check((segment.get('start'), segment.get('end')) == (start, end), f"{segment['id']}: position")
        check(text[last:start].strip() == '' and segment['id'] not in seen, f"{segment['id']}: covers, unique")
        seen.add(segment['id'])
        last = end
    check(text[last:].strip() == '', f'{name}: covered by its segments')


def verify_translation(document, documents, texts):
    if document['translationOf'] is None:
        return
    name, original = document['id'], documents.get(document['translationOf'])
    check(original is not None and original['translationOf'] is None, f'{name}: original exists')
    check(original['language'] != document['language'], f'{name}: another language')
    dates = [sorted(TOKEN.findall(texts[d['id']])) for d in (original, document)]
    check(dates[0] == dates[1], f'{name}: same dates as the original')
    natures = [[segment['nature'] for segment in d.get('segments', [])] for d in (original, document)]
    check(natures[0] == natures[1], f'{name}: same segments as the original')


def verify_quotes(case, documents, texts):
    for name in QUOTING:
        if not has(f'{case}/{name}.json'):
            continue
        for at, quote in walk(load(f'{case}/{name}.json')):
            if not is_quote(quote):
                continue
            where = f"{case}/{name}{at}: {quote['quote']!r}"
            check(quote['documentId'] in texts, where + ' document')
            found = place(quote, documents, texts) if quote['documentId'] in texts else None
            check(found is not None, where + ' is not in ' + quote['documentId'])
            check(found is not None and all(quote.get(k) == v for k, v in found.items()), where + ' position')
            check('{{' not in quote['quote'], where + ' holds a date')
