/** Content on its way in, and a report of an import with every kind of outcome. */
import { randomUUID } from 'node:crypto';

export function fileContent({ text, base64, mediaType }) {
  if (text !== undefined) return { text, points: [...text], mediaType: 'text/plain' };
  return { bytes: Buffer.from(base64, 'base64'), mediaType };
}

/** Files the diagnostic reports' narratives; the rest of the report shows what a real one may hold. */
export function importReport(one, person, bundle) {
  const entries = (bundle.entry ?? [{ resource: bundle }]).map(({ resource }, index) => ({ resource, entry: `entry[${index}]` }));
  const reports = entries.filter(({ resource }) => ['DiagnosticReport', 'DocumentReference'].includes(resource?.resourceType));
  const documents = reports.map(({ resource, entry }, index) => {
    const id = randomUUID();
    const title = resource.code?.text ?? resource.description ?? resource.resourceType;
    if (index === 2) return { id, title, source: `${entry} ${resource.resourceType}.presentedForm[0]`, nature: 'unclassified',
      refused: 'limit-reached: content' };
    const text = resource.conclusion ?? 'Befund ohne Text.';
    one.perform(person, { fileDocument: { id, title, kind: 'imaging-report', language: 'de', nature: 'unclassified' } },
      Date.now(), fileContent({ text }));
    return { id, title, source: `${entry} ${resource.resourceType}.conclusion`, nature: 'unclassified' };
  });
  const observations = entries.filter(({ resource }) => resource?.resourceType === 'Observation').slice(0, 3);
  const series = observations.map(({ resource, entry }) => ({ id: randomUUID(), title: resource.code?.text ?? 'CEA',
    source: `${entry} Observation.valueQuantity` }));
  for (const { id, title } of series) {
    one.perform(person, { fileSeries: { series: { id, analyte: title, unit: 'ng/mL',
      points: [{ date: '2026-09-08', value: '6.2', flag: 'H', high: '5.0' },
      { date: '2026-10-08', value: '7.1', flag: 'H', high: '5.0' }] } } });
  }
  return {
    documents, series,
    problems: [
      { entry: 'entry[3]', element: 'DiagnosticReport.presentedForm[0].data', code: 'pdfNotReadable',
        why: 'The attachment is a PDF of 120433 bytes; its text was not taken.', severity: 'error' },
      { entry: 'entry[5]', element: 'Observation', code: 'undatedValue',
        why: 'A value of CEA was left out: it has no date, and cannot stand in a trend.', severity: 'error' },
      { entry: 'entry[1]', element: 'DiagnosticReport.conclusion', code: 'conclusionRepeated',
        why: 'The text repeats the conclusion word for word in 1361...1719.', severity: 'notice' },
    ],
    ignored: entries.filter(({ resource }) => ['Patient', 'Organization',
      'Device'].includes(resource?.resourceType)).map(({ resource, entry }) => ({ entry, resourceType: resource.resourceType })),
  };
}
