"""From the opened case to the frozen panel: what coordinator, translator and invited members say."""
from content import day, documents_of, load, split
from script.people import institutions, person
from script.steps import date, moment
from script.values import LANGUAGE, dimension_value, finding

# The hour of the day a review deadline falls on: after the members' working day.
DEADLINE_TIME = '18:00'


def intake(script, case):
    sheet, panel = load(f'{case}/case.json'), load(f'{case}/panel.json')
    opened, frozen, by = day(sheet['opened']), day(sheet['frozen']), panel['coordinator']
    script.on(opened)
    script.say(by, 'openCase', {'sheet': case_sheet(case, sheet)})
    script.say(by, 'recordConsent', {'date': date(day(sheet['consent']['date']))})
    script.say(by, 'invite', {'member': membership(translator(), 'translator')})
    for ready, sources in sorted(arrivals(case, opened).items()):
        script.on(ready)
        for command, body, content, speaker in sources:
            script.say(speaker or by, command, body, content)
    script.on(frozen - 1)
    for item in sheet['checklist']:
        script.say(by, 'checkItem', {'item': checklist_item(item)})
    for member in panel['members']:
        role = 'chair' if member['chair'] else 'reviewer'
        script.say(by, 'invite', {'member': membership(person(member['person']), role)})
    for role, names in (('observer', panel['observers']), ('recipient', [panel['recipient']])):
        for name in names:
            script.say(by, 'invite', {'member': membership(person(name), role)})
    script.on(frozen)
    for member in panel['members']:
        script.say(member['person'], 'declareConflicts', {})
    script.say(by, 'freezePanel', {'settings': settings(panel)})


def translator():
    return person(load('board.json')['translator']['id'])


def case_sheet(case, sheet):
    return {
        'title': sheet['title'][LANGUAGE],
        'patient': {'pseudonym': sheet['pseudonym'], 'birthDate': date(day(sheet['birthDateOffset'])),
                    'sex': sheet['sex']},
        'indication': sheet['indication'],
        'icd': sheet['icd'],
        'questions': [question[LANGUAGE] for question in sheet['questions']],
        'preferences': [preference[LANGUAGE] for preference in sheet['preferences']],
        'language': sheet['workingLanguage'],
        'conferenceType': sheet['conferenceType'],
        'urgency': sheet['urgency'],
        'urgencyReason': sheet['urgencyReason'][LANGUAGE],
        'clinicalDeadline': moment(day(sheet['clinicalDeadline'])),
        'institutions': treating_institutions(case),
    }


def treating_institutions(case):
    """Where the patient was treated: the origins of the documents, each once."""
    return list(dict.fromkeys(document['institution'] for document in load(f'{case}/documents.json')['documents']))


def membership(someone, role):
    member = {'person': someone['id'], 'name': someone['name'], 'role': role}
    if 'discipline' in someone:
        member['discipline'] = someone['discipline']
    return member | {'institution': institutions()[someone['institution']]}


def checklist_item(item):
    said = {'id': item.get('template', item['id']), 'title': item['title'][LANGUAGE],
            'required': item['required'], 'state': item['state']}
    if item['documentId']:
        said['document'] = item['documentId']
    if 'reason' in item:
        said['reason'] = item['reason'][LANGUAGE]
    return said


def settings(panel):
    return {
        'requiredDisciplines': panel['requiredDisciplines'],
        'roundLimit': panel['voting']['roundLimit'],
        'reviewDeadline': moment(day(panel['reviewDeadline']), DEADLINE_TIME),
        'methods': ['appropriateness', 'adoption'],
        'adoption': {'threshold': 'awmf', 'exactlyThreeQuartersIsConsensus': False, 'abstentionsCount': False},
        'quorum': panel['quorum']['ballots'],
    }


def arrivals(case, opened):
    """By the day they can be filed, what is filed: documents, series, the first opinion, translations."""
    days = {}

    def arrive(ready, command, body, content=None, speaker=None):
        days.setdefault(max(opened, ready), []).append((command, body, content, speaker))

    documents, texts = documents_of(case)
    originals = [document for document in documents.values() if document['translationOf'] is None]
    for document in originals:
        arrive(day(document['date']) + 1, 'fileDocument', filed(document), {'file': document['file']})
    laboratory = next((document for document in originals if document['type'] == 'laboratory'), None)
    for series in load(f'{case}/labs.json', parse_float=str, parse_int=str)['series']:
        ready = max(day(source['date']) for source in [series['values'][-1], laboratory] if source) + 1
        arrive(ready, 'fileSeries', {'series': lab_series(series, laboratory)})
    first = load(f'{case}/first-opinion.json')
    arrive(day(first['date']) + 1, 'transcribeFirstOpinion',
           {'opinion': first_opinion(case, first, documents[first['source']]['institution'])})
    for document in documents.values():
        if document['translationOf'] is not None:
            for body, content in translations(document, documents[document['translationOf']], texts):
                ready = day(document['translation']['releasedDate'])
                arrive(ready, 'fileTranslation', body, content, document['translation']['translator'])
                arrive(ready, 'releaseTranslation', {'id': body['id']})
    return days


def filed(document):
    said = {'id': document['id'], 'title': document['title'][LANGUAGE], 'kind': document['type'],
            'institution': document['institution'], 'date': date(day(document['date'])),
            'language': document['language'] or LANGUAGE}
    if document.get('segments'):
        said['segments'] = [{key: segment[key] for key in ('id', 'nature', 'start', 'end')}
                            for segment in document['segments']]
    else:
        said['nature'] = document['nature']
    return said


def translations(document, original, texts):
    """A translation is filed part by part, each with its piece of the text."""
    says = {'language': document['language'], 'isMachine': document['translation']['kind'] != 'human',
            'translator': translator()['name']}
    if not document.get('segments'):
        return [({'id': document['id'], 'part': original['id']} | says, {'file': document['file']})]
    return [({'id': segment['id'], 'part': source['id']} | says,
             {'file': document['file'], 'start': start, 'end': end})
            for (segment, start, end), source in zip(split(document, texts[document['id']]), original['segments'])]


def lab_series(series, laboratory):
    bounds = {key: value for key, value in series['reference'].items() if value is not None}
    said = {'id': series['id'], 'analyte': series['analyte'][LANGUAGE],
            'loinc': series['loinc'], 'unit': series['unit'],
            'points': [{'date': date(day(value['date'])), 'value': value['value'], 'flag': value['flag']} | bounds
                       for value in series['values']]}
    return said | ({'document': laboratory['id']} if laboratory else {})


def first_opinion(case, first, author):
    findings = load(f'{case}/findings.json')
    return {
        'author': author,
        'date': date(day(first['date'])),
        'source': first['source'],
        'values': {dimension: dimension_value(value) for dimension, value in first['values'].items()},
        'findings': [finding(claimed, findings['primaries']) for claimed in findings['findings']
                     if claimed['source'] == 'first-opinion'],
    }
