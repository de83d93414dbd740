// swift-tools-version: 6.2
import PackageDescription

// Each group below is one floor; a target may name only targets of the floors above it in this file.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// The C interface of the SQLite that GRDB links, for the statements of every command.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
/// Maps that share what they have in common with their copies: every batch works on a copy of a case's state.
let persistentMaps = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
/// A queue whose both ends are cheap.
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "consilium",
    products: [
        .executable(name: "consilium", targets: ["CLI"]),
        .library(name: "Consensus", targets: ["Consensus"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Floor 0: C
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Floor 1: pure, or one kind of outside
        .target(name: "Consensus", swiftSettings: house),
        .target(name: "TumorBoard", dependencies: ["Consensus", persistentMaps], swiftSettings: house),
        .target(name: "Wire", swiftSettings: house),
        .target(name: "Sockets", dependencies: ["CLinux", "COpenSSL", deque], swiftSettings: house),
        .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: house),
        .target(name: "Compression", dependencies: ["CZlib"], swiftSettings: house),
        // Floor 2: the domain written down, the domain spoken, the domain exchanged
        .target(name: "Storage", dependencies: ["TumorBoard", "Cryptography", grdb, sqlite], swiftSettings: house),
        .target(name: "BoardAPI", dependencies: ["TumorBoard"], swiftSettings: house),
        .target(name: "Exchange", swiftSettings: house),
        // Floor 3: the two ends of a connection
        .target(
            name: "BoardServer",
            dependencies: [
                "BoardAPI", "Compression", "Cryptography", "Exchange", "Sockets", "Storage", "TumorBoard", "Wire",
                logging,
            ],
            swiftSettings: house
        ),
        .target(
            name: "BoardClient",
            dependencies: ["BoardAPI", "Cryptography", "Sockets", "Wire"],
            swiftSettings: house
        ),
        // Floor 4: the program
        .executableTarget(
            name: "CLI",
            dependencies: [
                "BoardClient", "BoardServer", "Cryptography", "Sockets", "Storage", argumentParser, logging,
            ],
            swiftSettings: house
        ),
        // Measuring
        .executableTarget(
            name: "BenchBoard",
            dependencies: [
                "BoardAPI", "BoardClient", "BoardServer", "Cryptography", "Sockets", "TestSupport", "TumorBoard",
                "Wire",
                argumentParser, logging,
            ],
            path: "Bench/Board",
            swiftSettings: house
        ),
        // Tests
        .target(name: "Mutation", path: "Tests/Mutation", swiftSettings: house),
        .target(
            name: "TestSupport",
            dependencies: [
                "BoardClient", "BoardServer", "BoardAPI", "Cryptography", "Sockets", "TumorBoard", "Wire", logging,
            ],
            path: "Tests/TestSupport",
            swiftSettings: house
        ),
        .testTarget(name: "ConsensusTests", dependencies: ["Consensus"], swiftSettings: house),
        .testTarget(
            name: "DomainTests",
            dependencies: ["Consensus", "Cryptography", "Mutation", "TumorBoard"],
            exclude: ["Golden"],
            swiftSettings: house
        ),
        .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: house),
        .testTarget(name: "SocketsTests", dependencies: ["COpenSSL", "Sockets"], swiftSettings: house),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: house),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Mutation"],
            exclude: ["Fixtures"],
            swiftSettings: house
        ),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "BoardAPI", "BoardClient", "BoardServer", "Cryptography", "Sockets", "Storage", "TestSupport",
                "TumorBoard",
                "Wire", grdb,
            ],
            exclude: ["Fixtures"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "BoardAPI", "BoardClient", "BoardServer", "Cryptography", "Mutation", "Sockets", "Storage",
                "TestSupport",
                "TumorBoard", "Wire", logging,
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "BoardAPI", "BoardClient", "BoardServer", "Cryptography", "Sockets", "TestSupport", "TumorBoard",
                "Wire",
            ],
            swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)
