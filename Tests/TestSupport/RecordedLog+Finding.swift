extension RecordedLog {
    /// The first line that holds all of `words`.
    package func line(with words: String...) -> String? { lines.first { line in words.allSatisfy(line.contains) } }
}
