using Simulator.Reports.RunSets;

namespace Simulator.Studies.Farm;

/// <summary>
/// The finished runs of a study on the disk. The same study goes on where it was stopped, also with more seeds or other values; runs that
/// it no longer asks for stay.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly RunSetWriter _writer;
    private readonly Dictionary<(string Variant, string Seed), RunRow> _known;

    private RunJournal(RunSetWriter writer, IEnumerable<RunRow> known)
    {
        _writer = writer;
        _known = [];
        foreach (var row in known) _known[(row.Variant, row.Seed)] = row;
    }

    /// <summary>Runs that are finished.</summary>
    public int Known => _known.Count;

    /// <summary>Opens the journal of a folder, or begins one; the folder is made.</summary>
    /// <param name="problem">A sentence without its subject if null is returned: the folder holds another study.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="System.Text.Json.JsonException">The journal is damaged; the message names it and the line.</exception>
    public static RunJournal? Open(string folder, RunSetHeader header, out string problem)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, RunSetFile.Name);
        problem = "";
        if (!File.Exists(path) || !File.ReadAllText(path).Contains('\n', StringComparison.Ordinal))
        {
            return new RunJournal(RunSetWriter.Create(path, header), []);
        }
        var found = RunSetFile.Read(path);
        problem = Difference(found.Header, header);
        return problem.Length > 0 ? null : new RunJournal(RunSetWriter.Rewrite(path, found with { Header = header }), found.Rows);
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

    public void Dispose() => _writer.Dispose();

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
        : old.Input != now.Input ? "runs of the scenario as it was before its files were changed"
        : "";

    private static string Shown(RunSetHeader header) => header.Settings.Count == 0 ? "none" : string.Join(", ", header.Settings);
}
