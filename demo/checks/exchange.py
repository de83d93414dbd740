"""The same laboratory as FHIR and as HL7 v2, and the reports as FHIR collections."""
import base64
import json

from checks.tally import check
from content import ROOT, load, walk


def verify():
    for path in sorted((ROOT / 'fhir').glob('*.json')):
        verify_bundle(path.name, json.loads(path.read_text(encoding='utf-8')))
    bundle = load('fhir/case-1-labs.transaction.json')
    resources = [entry['resource'] for entry in bundle['entry']]
    observations = [resource for resource in resources if resource['resourceType'] == 'Observation']
    values = sum(len(series['values']) for series in load('case-1-rectum/labs.json')['series'])
    check(len(observations) == values, 'FHIR: all laboratory values')
    message = (ROOT / 'fhir/case-1-labs.oru_r01.hl7').read_bytes().decode('utf-8')
    segments = [segment.split('|') for segment in message.split('\r') if segment]
    header = segments[0]
    check(header[0] == 'MSH' and header[8] == 'ORU^R01^ORU_R01' and '\n' not in message, 'HL7: MSH')
    check(header[17] == 'UNICODE UTF-8' and header[9] != '', 'HL7: charset, control id')
    told = sorted((s[14], s[3].split('^')[0], float(s[5]), s[8]) for s in segments if s[0] == 'OBX')
    check(told == sorted(map(as_observed, observations)), 'HL7 = FHIR')


def as_observed(observation):
    return (observation['effectiveDateTime'].replace('-', '') + '0800', observation['code']['coding'][0]['code'],
            float(observation['valueQuantity']['value']), observation['interpretation'][0]['coding'][0]['code'])


def verify_bundle(name, bundle):
    check(bundle['resourceType'] == 'Bundle' and bundle['type'] in ('transaction', 'collection'), f'{name}: Bundle')
    urls = [entry['fullUrl'] for entry in bundle['entry']]
    check(len(set(urls)) == len(urls), f'{name}: fullUrl is unique')
    for entry in bundle['entry']:
        resource = entry['resource']
        check((bundle['type'] == 'transaction') == ('request' in entry), f'{name}: request')
        for _, inner in walk(resource):
            if 'reference' in inner:
                check(inner['reference'] in urls, f"{name}: {inner['reference']}")
        if resource['resourceType'] == 'Observation':
            flag = resource['interpretation'][0]['coding'][0]['code']
            check(resource['referenceRange'][0] and flag in 'HLN', f'{name}: observation')
        for form in resource.get('presentedForm', []):
            text = base64.b64decode(form['data']).decode('utf-8')
            check(resource['conclusion'] in text and '{{' not in text, f'{name}: presentedForm')
