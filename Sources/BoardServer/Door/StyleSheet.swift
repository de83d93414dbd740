/// A style sheet with the sheets it imports in their places: one file to ask for instead of thirty.
///
/// Understood is the form the client writes, `@import url("parts/forms.css");` on a line of its own, with a path relative
/// to the importing sheet and no conditions. A sheet that is served by itself keeps its imports and looks the same.
enum StyleSheet {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - name: the sheet's path within the site.
    ///   - sheets: all sheets of the site by their paths.
    /// - Throws: `Problem` when an imported sheet is missing, or is imported while it is being imported.
    static func flattened(_ name: String, among sheets: [String: String], within: [String] = []) throws -> String {
        guard let text = sheets[name] else {
            throw Problem(description: "\(within.last ?? name) imports \(name), which is not there")
        }
        guard !within.contains(name) else { throw Problem(description: "\(name) imports itself") }
        let folder = name.split(separator: "/").dropLast()
        return try text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                guard let imported = line.wholeMatch(of: /@import url\("([^"]+)"\);/)?.1 else { return String(line) }
                let path = (folder + imported.split(separator: "/")).joined(separator: "/")
                return try flattened(path, among: sheets, within: within + [name])
            }
            .joined(separator: "\n")
    }
}
