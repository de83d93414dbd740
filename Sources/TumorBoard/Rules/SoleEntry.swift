extension Decoder {
    /// The one known key of an object such as `{"annotate": {…}}`, with the container to read its value from.
    ///
    /// Keys that no name has are ignored: a message may carry more than what is said in it.
    package func soleEntry<Name: CodingKey>(
        keyedBy type: Name.Type
    ) throws -> (container: KeyedDecodingContainer<Name>, name: Name) {
        let container = try container(keyedBy: type)
        guard let name = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "exactly one known name is needed")
            )
        }
        return (container, name)
    }
}
