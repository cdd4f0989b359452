//! The file of a room: one `SQLite` database.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OpenFlags, params, params_from_iter};

use super::key::{Holder, KeyHash};
use super::opening::Opening;
use super::problem::JournalError;
use crate::room::{Room, RoomCommand, RoomTime, TeamId};
use crate::run::RULES;
use crate::scenario::Scenario;

/// Marks a database as a room, in `SQLite`'s own header.
const MARK: i32 = 0x4f52_524d;
/// Length of that header in bytes.
const HEADER: u64 = 100;
/// Version of the tables.
const FORMAT: i32 = 1;

const TABLES: &str = "
    CREATE TABLE room (opening TEXT NOT NULL, engine TEXT NOT NULL, rules INTEGER NOT NULL);
    CREATE TABLE commands (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, clock INTEGER NOT NULL, command TEXT NOT NULL);
    CREATE TABLE quarters (seq INTEGER NOT NULL, team INTEGER NOT NULL, hash TEXT NOT NULL);
    CREATE TABLE keys (hash BLOB PRIMARY KEY, holder TEXT NOT NULL) WITHOUT ROWID;
";

/// The journal of a room, open for writing. Nobody else can open it meanwhile.
#[derive(Debug)]
pub struct Journal {
    database: Connection,
    path: PathBuf,
    next: i64,
}

/// Something that a room accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When, by the time of the room.
    pub at: RoomTime,
    /// When, by the clock of the machine, in milliseconds since 1970. Only for people: nothing follows from it.
    pub clock: i64,
    /// What.
    pub command: RoomCommand,
    /// The hashes of the games that came to another quarter by it.
    pub quarters: Vec<(TeamId, String)>,
}

/// Something that a room once accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its place in the journal, from 1.
    pub number: i64,
    /// When, by the time of the room.
    pub at: RoomTime,
    /// When, by the clock of the machine, in milliseconds since 1970.
    pub clock: i64,
    /// What.
    pub command: RoomCommand,
}

impl Journal {
    /// Begins the journal of a new room.
    ///
    /// # Errors
    /// The file is there already, or cannot be written.
    pub fn create(path: &Path, opening: &Opening) -> Result<Self, JournalError> {
        let failed = |reason| JournalError::Folder { path: path.to_path_buf(), reason };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::File::create_new(path).map_err(failed)?;
        // The mark has to be in the file itself, not only in the log beside it.
        let database = connect(path)?;
        database.execute_batch(&format!("PRAGMA application_id={MARK}; PRAGMA user_version={FORMAT}; {TABLES}"))?;
        keep_to_myself(&database, path)?;
        let engine = format!("off-roadmap {}", env!("CARGO_PKG_VERSION"));
        let row = params![json(opening)?, engine, RULES];
        database.execute("INSERT INTO room VALUES (?1, ?2, ?3)", row)?;
        Ok(Self { database, path: path.to_path_buf(), next: 1 })
    }

    /// Opens the journal of a room that was kept before.
    ///
    /// # Errors
    /// It is no room, one of another version, or open elsewhere.
    pub fn open(path: &Path) -> Result<(Self, Opening), JournalError> {
        if !is_room(path).map_err(|reason| JournalError::Folder { path: path.to_path_buf(), reason })? {
            return Err(JournalError::Foreign(path.to_path_buf()));
        }
        let database = connect(path)?;
        keep_to_myself(&database, path)?;
        let room = |row: &rusqlite::Row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, u32>(2)?));
        let (opening, engine, rules) = database.query_row("SELECT opening, engine, rules FROM room", [], room)?;
        let opening = serde_json::from_str(&opening);
        let format = database.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0))?;
        let (FORMAT, RULES, Ok(opening)) = (format, rules, opening) else {
            return Err(JournalError::Version { path: path.to_path_buf(), engine });
        };
        let last: Option<i64> = database.query_row("SELECT max(seq) FROM commands", [], |row| row.get(0))?;
        Ok((Self { database, path: path.to_path_buf(), next: last.unwrap_or(0) + 1 }, opening))
    }

    /// Notes whether the room is kept for longer than rooms are.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn keep(&mut self, kept: bool) -> Result<(), JournalError> {
        let opening: String = self.database.query_row("SELECT opening FROM room", [], |row| row.get(0))?;
        let Ok(opening) = serde_json::from_str::<Opening>(&opening) else { return Ok(()) };
        self.database.execute("UPDATE room SET opening = ?1", [json(&Opening { kept, ..opening })?])?;
        Ok(())
    }

    /// Takes over what another journal of the same room has beyond this one.
    ///
    /// # Errors
    /// This one has more than the other, or cannot be written.
    pub(super) fn catch_up(&mut self, with: &Self) -> Result<(), JournalError> {
        if self.next > with.next {
            return Err(JournalError::Diverged(with.next));
        }
        let first = self.next;
        let all = self.database.transaction()?;
        // A link that was used meanwhile must not work again.
        all.execute("DELETE FROM keys", [])?;
        let tables = [
            (
                "SELECT seq, at, clock, command FROM commands WHERE seq >= ?1",
                "INSERT INTO commands VALUES (?1, ?2, ?3, ?4)",
            ),
            ("SELECT seq, team, hash FROM quarters WHERE seq >= ?1", "INSERT INTO quarters VALUES (?1, ?2, ?3)"),
            ("SELECT hash, holder FROM keys WHERE ?1 > 0", "INSERT INTO keys VALUES (?1, ?2)"),
            ("SELECT opening FROM room WHERE ?1 > 0", "UPDATE room SET opening = ?1"),
        ];
        for (select, insert) in tables {
            let mut select = with.database.prepare(select)?;
            let columns = select.column_count();
            let mut rows = select.query([first])?;
            while let Some(row) = rows.next()? {
                let values = (0..columns).map(|at| row.get::<_, Value>(at)).collect::<Result<Vec<_>, _>>()?;
                all.prepare_cached(insert)?.execute(params_from_iter(values))?;
            }
        }
        all.commit()?;
        self.next = with.next;
        Ok(())
    }

    /// The number of the next entry.
    pub(super) fn next(&self) -> i64 {
        self.next
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what a room accepted. Returns when it is safe on disk: all of it, or nothing if it fails.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn append(&mut self, entries: &[Entry], keys: &[(KeyHash, Option<Holder>)]) -> Result<(), JournalError> {
        let all = self.database.transaction()?;
        for (seq, entry) in (self.next..).zip(entries) {
            let at = i64::try_from(entry.at.0).unwrap_or(i64::MAX);
            all.prepare_cached("INSERT INTO commands VALUES (?1, ?2, ?3, ?4)")?.execute(params![
                seq,
                at,
                entry.clock,
                json(&entry.command)?
            ])?;
            for (team, hash) in &entry.quarters {
                all.prepare_cached("INSERT INTO quarters VALUES (?1, ?2, ?3)")?.execute(params![seq, team.0, hash])?;
            }
        }
        for (hash, holder) in keys {
            match holder {
                Some(holder) => {
                    all.execute("INSERT OR REPLACE INTO keys VALUES (?1, ?2)", params![hash.0, json(holder)?])?
                }
                None => all.execute("DELETE FROM keys WHERE hash = ?1", params![hash.0])?,
            };
        }
        all.commit()?;
        self.next += i64::try_from(entries.len()).unwrap_or(0);
        Ok(())
    }

    /// The keys that were given out.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn keys(&self) -> Result<Vec<(KeyHash, Holder)>, JournalError> {
        let mut all = self.database.prepare("SELECT hash, holder FROM keys")?;
        let rows = all.query_map([], |row| Ok((KeyHash(row.get(0)?), row.get::<_, String>(1)?)))?;
        let mut keys = Vec::new();
        for row in rows {
            let (hash, holder) = row?;
            keys.extend(serde_json::from_str(&holder).ok().map(|holder| (hash, holder)));
        }
        Ok(keys)
    }

    /// Rebuilds the room from everything that it accepted, and says when the last of it was. Each game is compared with
    /// the state that it had at every quarter.
    ///
    /// # Errors
    /// The scenario was changed, or the journal does not lead to the same games.
    pub fn replay(&self, opening: &Opening, scenario: &Arc<Scenario>) -> Result<(Room, RoomTime), JournalError> {
        self.retell(opening, scenario, |_, _| {})
    }

    /// The same, while everything that was accepted is told with the room as it was before.
    ///
    /// # Errors
    /// As of `replay`.
    pub fn retell(
        &self,
        opening: &Opening,
        scenario: &Arc<Scenario>,
        mut tell: impl FnMut(&Record, &Room),
    ) -> Result<(Room, RoomTime), JournalError> {
        if !scenario.known_as(&opening.scenario_hash) {
            return Err(JournalError::ScenarioChanged { scenario: opening.scenario.clone() });
        }
        let mut room = opening.room(scenario);
        let mut last = RoomTime::default();
        let mut commands = self.database.prepare("SELECT seq, at, clock, command FROM commands ORDER BY seq")?;
        let mut rows = commands.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, at, clock): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let command: String = row.get(3)?;
            let diverged = || JournalError::Diverged(seq);
            last = RoomTime(at.try_into().map_err(|_| diverged())?);
            let command: RoomCommand = serde_json::from_str(&command).map_err(|_| diverged())?;
            let record = Record { number: seq, at: last, clock, command };
            tell(&record, &room);
            room.execute(last, &record.command).map_err(|_| diverged())?;
            self.verify(seq, &room)?;
        }
        Ok((room, last))
    }

    /// Compares the games that came to another quarter by a command with their states then.
    fn verify(&self, seq: i64, room: &Room) -> Result<(), JournalError> {
        let mut quarters = self.database.prepare_cached("SELECT team, hash FROM quarters WHERE seq = ?1")?;
        let mut rows = quarters.query([seq])?;
        while let Some(row) = rows.next()? {
            let (team, hash): (u16, String) = (row.get(0)?, row.get(1)?);
            if room.team(TeamId(team)).is_none_or(|team| team.pair().log().game().hash() != hash) {
                return Err(JournalError::Diverged(seq));
            }
        }
        Ok(())
    }
}

/// Whether a file is a room, by its header: opening any other database would change it.
fn is_room(path: &Path) -> std::io::Result<bool> {
    let mut header = Vec::new();
    fs::File::open(path)?.take(HEADER).read_to_end(&mut header)?;
    Ok(header.starts_with(b"SQLite format 3\0") && header.get(68..72) == Some(&MARK.to_be_bytes()[..]))
}

fn connect(path: &Path) -> Result<Connection, JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Keeps every other process out, and has every commit written to the disk: it survives a power cut.
fn keep_to_myself(database: &Connection, path: &Path) -> Result<(), JournalError> {
    let settings = "PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; \
                    PRAGMA synchronous=FULL; BEGIN IMMEDIATE; COMMIT;";
    database.execute_batch(settings).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => JournalError::InUse(path.to_path_buf()),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => JournalError::Foreign(path.to_path_buf()),
        _ => error.into(),
    })
}

fn json(value: &impl serde::Serialize) -> Result<String, JournalError> {
    serde_json::to_string(value)
        .map_err(|error| JournalError::Database(rusqlite::Error::ToSqlConversionFailure(error.into())))
}
