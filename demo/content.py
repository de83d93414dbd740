"""Where the demonstration's content lies, how it is read, and where a quote stands in its document.

Positions count Unicode code points, 0-based, end exclusive. In a divided document they count within the segment
(the part a blind reader may get), not within the whole.
"""
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CASES = ['case-1-rectum', 'case-2-mamma', 'case-3-leber']
DIMENSIONS = ['diagnosis', 'stage', 'indicationForTreatment', 'intent', 'primaryModality',
              'scope', 'sequence', 'agentsDose', 'supportiveCare', 'trialOption']
# The therapy codes of the oncological basic dataset (oBDS).
THERAPIES = set('CH HO IM ZS SZ CI CZ CIZ IZ WW AS WS OP ST KW SO'.split())
# The files of a case that hold quotes.
QUOTING = ['findings', 'opinions', 'discrepancies', 'first-opinion', 'ballots', 'annotations', 'discussion']
CONTEXT_LENGTH = 32
OFFSET = re.compile(r'^[+-]\d+d$')
TOKEN = re.compile(r'\{\{D[+-]\d{4}\}\}')


def load(path, **options):
    return json.loads((ROOT / path).read_text(encoding='utf-8'), **options)


def has(path):
    return (ROOT / path).exists()


def save(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=1) + '\n'
    (ROOT / path).write_text(text, encoding='utf-8', newline='\n')


def day(offset):
    """Days from the day of seeding: `"-12d"` is -12."""
    return int(offset[:-1])


def walk(value, path=''):
    """Every object within a value, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from walk(inner, f'{path}/{key}')
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f'{path}/{index}')


def is_quote(value):
    return 'quote' in value and 'documentId' in value


def documents_of(case):
    """The documents of a case by id, and the texts of those that are text."""
    documents = {document['id']: document for document in load(f'{case}/documents.json')['documents']}
    texts = {name: (ROOT / case / document['file']).read_text(encoding='utf-8')
             for name, document in documents.items() if document['mediaType'].startswith('text/')}
    return documents, texts


def split(document, text):
    """The segments of a divided document as (segment, start, end); they cover the text but for white space."""
    starts = []
    for segment in document['segments']:
        search_from = starts[-1] + 1 if starts else 0
        starts.append(0 if segment['startsWith'] == '[' else text.index(segment['startsWith'], search_from))
    ends = starts[1:] + [len(text)]
    return [(segment, start, start + len(text[start:end].rstrip()))
            for segment, start, end in zip(document['segments'], starts, ends)]


def parts(document, text):
    """What a document is made of, as (segment id or None, nature, text)."""
    if document.get('segments'):
        return [(segment['id'], segment['nature'], text[start:end]) for segment, start, end in split(document, text)]
    return [(None, document['nature'], text)]


def place(anchor, documents, texts):
    """Where a quote stands: segment, position and context; None if its document does not hold it."""
    document = documents[anchor['documentId']]
    for segment, nature, body in parts(document, texts[document['id']]):
        start = body.find(anchor['quote'])
        if start >= 0:
            end = start + len(anchor['quote'])
            # Context stops at a date token, whose text is not known before the day of seeding.
            prefix = body[max(0, start - CONTEXT_LENGTH):start].rpartition('}}')[2]
            suffix = body[end:end + CONTEXT_LENGTH].partition('{')[0]
            return dict(segmentId=segment, nature=nature, start=start, end=end, prefix=prefix, suffix=suffix)
    return None


def write_positions():
    """Computes the position and context of every segment and quote anew, after a text was edited."""
    for case in CASES:
        documents, texts = documents_of(case)
        listing = load(f'{case}/documents.json')
        for document in listing['documents']:
            if document.get('segments'):
                for segment, start, end in split(document, texts[document['id']]):
                    segment['start'], segment['end'] = start, end
        save(f'{case}/documents.json', listing)
        for name in QUOTING:
            if not has(f'{case}/{name}.json'):
                continue
            value = load(f'{case}/{name}.json')
            for _, inner in walk(value):
                if is_quote(inner):
                    inner.update(place(inner, documents, texts) or {})
            save(f'{case}/{name}.json', value)
