"""How the content's values are said in the protocol: values of dimensions, findings, targets. Texts are German."""
from content import load
from script.steps import version

LANGUAGE = 'de'


def dimension_value(value):
    coded = value.get('coded') or {'codes': []}
    said = {'codes': coded['codes']}
    if 'system' in coded:
        said['system'] = coded['system']
    if 'text' in value:
        said['text'] = value['text'][LANGUAGE]
    return said


def finding(value, primaries):
    said = {'field': value['field'], 'value': str(value['value']), 'primary': primaries[value['primary']]}
    if value.get('tnmEdition'):
        said['tnmEdition'] = value['tnmEdition']
    return said


def quote_target(anchor):
    part = anchor['segmentId'] or anchor['documentId']
    text = {'start': anchor['start'], 'end': anchor['end'], 'exact': anchor['quote'],
            'prefix': anchor['prefix'], 'suffix': anchor['suffix']}
    return {'part': part, 'version': version(part), 'text': text}


def region_target(region):
    """A region of an image that `images.json` describes."""
    image = next(i for i in load('images/images.json')['images'] if i['id'] == region['imageId'])
    selector = next(r['selector'] for r in image['regions'] if r['id'] == region['regionId'])
    x, y, w, h = map(float, selector.removeprefix('xywh=percent:').split(','))
    part = region['documentId']
    return {'part': part, 'version': version(part), 'region': {'x': x, 'y': y, 'w': w, 'h': h}}
