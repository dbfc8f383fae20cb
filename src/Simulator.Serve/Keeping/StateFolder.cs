using Microsoft.Data.Sqlite;
using Simulator.Serve.Runs;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Keeping;

/// <summary>
/// What was done to a served run, on the disk: a command is there before anybody is told that it is done. With the scenario and its seed
/// the commands are the whole state, for the simulation repeats itself.
/// </summary>
public sealed class StateFolder : ICommandLog, IDisposable
{
    /// <summary>In the folder.</summary>
    private const string FileName = "commands.db";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _mark;

    private StateFolder(SqliteConnection connection)
    {
        _connection = connection;
        _insert = Prepare(
            "INSERT INTO commands (at, kind, cluster, subject, parts, text) VALUES ($at, $kind, $cluster, $subject, $parts, $text)",
            "$at", "$kind", "$cluster", "$subject", "$parts", "$text");
        _mark = Prepare("INSERT OR REPLACE INTO marks (id, at, digest) VALUES (1, $at, $digest)", "$at", "$digest");
    }

    /// <summary>Opens the folder, or makes it. Nobody else may have it open.</summary>
    /// <exception cref="IOException">It cannot be read or written, or somebody else has it.</exception>
    public static StateFolder Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var connection = new SqliteConnection($"Data Source={Path.Combine(folder, FileName)};Pooling=False;Default Timeout=2");
            connection.Open();
            Run(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            Run(connection, """
                CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
                CREATE TABLE IF NOT EXISTS commands (
                    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, cluster TEXT NOT NULL, subject TEXT NOT NULL,
                    parts INTEGER NOT NULL, text TEXT NOT NULL);
                CREATE TABLE IF NOT EXISTS marks (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, digest TEXT NOT NULL);
                """);
            return new StateFolder(connection);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 5 or 6)
        {
            throw new IOException("another server has it open", broken);
        }
        catch (Exception broken) when (broken is SqliteException or UnauthorizedAccessException)
        {
            throw new IOException(broken.Message, broken);
        }
    }

    /// <summary>A fact about the run; null: none is known yet.</summary>
    public string? Fact(string name)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT value FROM facts WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    public void SetFact(string name, string value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO facts (name, value) VALUES ($name, $value)";
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    /// <summary>In the order in which they were done.</summary>
    public IReadOnlyList<OutsideCommand> Commands()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT at, kind, cluster, subject, parts, text FROM commands ORDER BY id";
        using var reader = command.ExecuteReader();
        var commands = new List<OutsideCommand>();
        while (reader.Read()) commands.Add(Read(reader));
        return commands;
    }

    /// <summary>How far the run had come, and its digest then; null: nowhere.</summary>
    public RunMark? Mark()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT at, digest FROM marks";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new RunMark(new TimeSpan(reader.GetInt64(0)), reader.GetString(1)) : null;
    }

    public void Append(OutsideCommand command)
    {
        Set(_insert, command.At.Ticks, command.Kind.ToString(), command.Cluster, command.Subject, (int)command.Parts, command.Text);
        _insert.ExecuteNonQuery();
    }

    /// <summary>Remembers how far the run has come.</summary>
    public void Note(ServedRun run)
    {
        run.Pin();
        var mark = new RunMark(run.Now, run.Digest);
        Set(_mark, mark.At.Ticks, mark.Digest);
        _mark.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _mark.Dispose();
        _connection.Dispose();
    }

    private static OutsideCommand Read(SqliteDataReader reader) => new(
        new TimeSpan(reader.GetInt64(0)), Enum.Parse<CommandKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3),
        reader.GetString(5))
    {
        Parts = (StoredParts)reader.GetInt32(4),
    };

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string text, params IEnumerable<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }
}
