import ArgumentParser
import BoardAPI
import Foundation

/// `consilium admin backup`: the whole database as of one moment, in one file, while the server goes on.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a copy of the whole database to a new file, readable by the server's user alone."
    )

    @OptionGroup var place: DataPlace

    @Option(
        help: "The new file; its folder exists, and there is nothing of that name in it. A running server writes it."
    )
    var to: String

    func run() throws {
        let path = URL(fileURLWithPath: to).path
        let answer = try place.perform(.backup(path: path))
        print("\(path): \(answer.byteCount ?? 0) bytes")
    }
}
