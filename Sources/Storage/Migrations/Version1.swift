internal import GRDB

/// The first schema. Events are append-only: triggers refuse to change or delete one.
enum Version1 {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("1") { database in
            try database.execute(sql: ledger)
            try database.execute(sql: vault)
            try database.execute(sql: projections)
            try database.execute(sql: accounts)
        }
    }

    private static let ledger = """
        CREATE TABLE stream (
            id INTEGER PRIMARY KEY,
            aggregate TEXT NOT NULL,
            name TEXT NOT NULL,
            head INTEGER NOT NULL,
            chain BLOB NOT NULL,
            UNIQUE (aggregate, name)
        ) STRICT;
        CREATE TABLE event (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL REFERENCES stream (id),
            seq INTEGER NOT NULL,
            at INTEGER NOT NULL,
            author TEXT NOT NULL,
            version INTEGER NOT NULL,
            body BLOB NOT NULL,
            chain BLOB NOT NULL,
            UNIQUE (stream, seq)
        ) STRICT;
        CREATE TRIGGER event_is_immutable BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER event_is_permanent BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        CREATE TABLE receipt (
            person TEXT NOT NULL,
            aggregate TEXT NOT NULL,
            key TEXT NOT NULL,
            digest BLOB NOT NULL,
            reply BLOB NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (person, aggregate, key)
        ) STRICT, WITHOUT ROWID;
        """

    private static let vault = """
        CREATE TABLE blob (
            id INTEGER PRIMARY KEY,
            aggregate TEXT NOT NULL,
            hash TEXT NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (aggregate, hash)
        ) STRICT;
        CREATE TABLE publication (
            aggregate TEXT NOT NULL,
            hash TEXT NOT NULL,
            stream TEXT NOT NULL,
            PRIMARY KEY (aggregate, hash, stream)
        ) STRICT, WITHOUT ROWID;
        """

    private static let projections = """
        CREATE TABLE card (
            aggregate TEXT PRIMARY KEY,
            body BLOB NOT NULL,
            deadline INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX card_by_deadline ON card (deadline) WHERE deadline IS NOT NULL;
        CREATE TABLE membership (
            person TEXT NOT NULL,
            aggregate TEXT NOT NULL,
            role TEXT NOT NULL,
            standing BLOB NOT NULL,
            PRIMARY KEY (person, aggregate)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX membership_by_aggregate ON membership (aggregate);
        CREATE TABLE conference (
            id TEXT PRIMARY KEY,
            starts INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE participant (
            person TEXT NOT NULL,
            conference TEXT NOT NULL REFERENCES conference (id),
            PRIMARY KEY (person, conference)
        ) STRICT, WITHOUT ROWID;
        """

    private static let accounts = """
        CREATE TABLE account (
            person TEXT PRIMARY KEY,
            login TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            discipline TEXT,
            institution TEXT,
            rights TEXT NOT NULL,
            password TEXT,
            is_disabled INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE token (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL REFERENCES account (person),
            hash BLOB NOT NULL UNIQUE,
            label TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session (
            hash BLOB PRIMARY KEY,
            person TEXT NOT NULL REFERENCES account (person),
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
