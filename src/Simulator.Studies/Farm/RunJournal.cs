using Simulator.Reports.Files;
using Simulator.Reports.RunSets;

namespace Simulator.Studies.Farm;

/// <summary>
/// The finished runs of a study on the disk. The same study goes on where it was stopped, also with more seeds or other values; runs that
/// it no longer asks for stay.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly FolderLock _lock;
    private readonly RunSetWriter _writer;
    private readonly Dictionary<(string Variant, string Seed), RunRow> _known;

    private RunJournal(FolderLock held, RunSetWriter writer, IEnumerable<RunRow> known)
    {
        (_lock, _writer) = (held, writer);
        _known = [];
        foreach (var row in known) _known[(row.Variant, row.Seed)] = row;
    }

    /// <summary>Runs that are finished.</summary>
    public int Known => _known.Count;

    /// <summary>Opens the journal of a folder, or begins one; the folder is made.</summary>
    /// <param name="problem">A sentence without its subject if null is returned: the folder holds another study.</param>
    /// <exception cref="IOException">The folder cannot be written, or another study writes to it.</exception>
    /// <exception cref="System.Text.Json.JsonException">The journal is damaged; the message names it and the line.</exception>
    public static RunJournal? Open(string folder, RunSetHeader header, out string problem)
    {
        problem = "";
        var held = Hold(folder);
        try
        {
            var path = PathOf(folder);
            var found = IsThere(path) ? RunSetFile.Read(path) : null;
            problem = found is null ? "" : Difference(found.Header, header);
            if (problem.Length == 0) return found is null ? Create(held, path, header) : GoOn(held, path, found with { Header = header });
        }
        catch
        {
            held.Dispose();
            throw;
        }

        held.Dispose();
        return null;
    }

    /// <summary>Begins a journal; the finished runs of the folder are thrown away.</summary>
    /// <exception cref="IOException">The folder cannot be written, or another study writes to it.</exception>
    public static RunJournal Begin(string folder, RunSetHeader header)
    {
        var held = Hold(folder);
        try
        {
            return Create(held, PathOf(folder), header);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Makes the runs that are missing, on all cores, and keeps each as it ends.</summary>
    /// <param name="make">As of <see cref="RunFarm.Run"/>.</param>
    /// <param name="finished">Told each run that was made, one at a time.</param>
    /// <param name="threads">At once; null: all cores.</param>
    /// <returns>In the order of the tasks; of an interrupted study those that are finished.</returns>
    /// <exception cref="IOException">The disk is full, or the file cannot be written; the runs before it stay.</exception>
    public IReadOnlyList<RunRow> Complete(
        IReadOnlyList<RunTask> tasks,
        Func<RunTask, CancellationToken, RunRow> make,
        Action<RunRow> finished,
        CancellationToken interruption,
        int? threads = null)
    {
        RunFarm.Run([.. tasks.Where(task => !_known.ContainsKey(KeyOf(task)))], make, row => Keep(row, finished), interruption, threads);
        return [.. tasks.Select(task => _known.GetValueOrDefault(KeyOf(task))).OfType<RunRow>()];
    }

    public void Dispose()
    {
        _writer.Dispose();
        _lock.Dispose();
    }

    private static FolderLock Hold(string folder)
    {
        Directory.CreateDirectory(folder);
        return FolderLock.TakeIn(folder);
    }

    private static string PathOf(string folder) => Path.Combine(folder, RunSetFile.Name);

    /// <summary>Who was killed in its first moment has left no whole line.</summary>
    private static bool IsThere(string path) => File.Exists(path) && File.ReadAllText(path).Contains('\n', StringComparison.Ordinal);

    private static RunJournal Create(FolderLock held, string path, RunSetHeader header) =>
        new(held, RunSetWriter.Create(path, header), []);

    private static RunJournal GoOn(FolderLock held, string path, RunSet found) =>
        new(held, RunSetWriter.Rewrite(path, found), found.Rows);

    private void Keep(RunRow row, Action<RunRow> finished)
    {
        _writer.Append(row);
        _known[(row.Variant, row.Seed)] = row;
        finished(row);
    }

    private static (string Variant, string Seed) KeyOf(RunTask task) => (string.Join(", ", task.Settings), $"{task.Seed}");

    private static string Difference(RunSetHeader old, RunSetHeader now) =>
        old.Scenario != now.Scenario ? $"runs of another scenario, {old.Scenario}"
        : old.Version != now.Version ? $"runs of version {old.Version}, and this is {now.Version}"
        : !old.Settings.SequenceEqual(now.Settings) ? $"runs with other settings ({Shown(old)}; now {Shown(now)})"
        : old.WarmUp != now.WarmUp ? $"runs with another warm-up ({old.WarmUp ?? "none"}; now {now.WarmUp ?? "none"})"
        : old.Input != now.Input ? "runs of the scenario as it was before its files were changed"
        : "";

    private static string Shown(RunSetHeader header) => header.Settings.Count == 0 ? "none" : string.Join(", ", header.Settings);
}
