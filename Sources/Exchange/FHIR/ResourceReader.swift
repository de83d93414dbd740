/// Sends every resource of a file to the reader for its type.
struct ResourceReader {
    let context: ImportContext

    func read(into report: inout ImportReport) {
        let subjects = Subjects(context: context)
        subjects.noteStrangers()
        let laboratory = LaboratoryMembers(context: context)
        let binaries = BinaryReader(context: context)
        var values: [ObservationValue] = []
        for resource in context.resources.resources {
            guard isAcceptable(resource) else { continue }
            switch resource.type {
            case "DiagnosticReport": add(DiagnosticReportReader(context: context).read(resource), to: &report)
            case "DocumentReference": add(DocumentReferenceReader(context: context).read(resource), to: &report)
            case "Composition": add(CompositionReader(context: context).read(resource), to: &report)
            case "Media": add(MediaReader(context: context).read(resource), to: &report)
            case "Binary": add(binaries.read(resource), to: &report)
            case "Observation" where laboratory.includes(resource):
                values += ObservationReader(context: context, subjects: subjects).read(resource)
            default:
                report.ignored.append(.init(entry: resource.place.entry, resourceType: resource.type))
            }
            for contained in resource.element.list("contained") {
                guard let inner = Resource(contained: contained, in: resource), inner.type == "Observation",
                    laboratory.includes(inner), isAcceptable(inner)
                else { continue }
                values += ObservationReader(context: context, subjects: subjects).read(inner)
            }
        }
        report.series = SeriesGrouping.series(of: values)
    }

    private func isAcceptable(_ resource: Resource) -> Bool {
        guard let modifier = resource.unknownModifier else { return true }
        context.log.error(
            .unknownModifier,
            at: resource.place.child(modifier),
            "The \(resource.type) carries \(modifier), which may change its meaning in a way that is not known here."
        )
        return false
    }

    private func add(_ documents: [ImportedDocument], to report: inout ImportReport) {
        for document in documents {
            switch document.content {
            case .text: report.documents.append(document)
            case .image: report.images.append(document)
            }
        }
    }
}
