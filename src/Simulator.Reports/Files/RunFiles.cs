using Simulator.Reports.Exposition;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Files;

/// <param name="Name">Without the ending of compression.</param>
/// <param name="Write">Takes the folder and gives the name of the file that it has written.</param>
internal sealed record RunFile(string Name, Func<string, string> Write);

/// <summary>The CSV files of a run; those that it has no rows for are left out.</summary>
internal static class RunFiles
{
    /// <summary>All that a run may have, without the ending of compression.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        TimeSeriesFile.FileName, "nodes.csv", EventTable.FileName, "pods.csv", "services.csv", "pools.csv", "load.csv", "users.csv",
        "pets.csv",
        "waiting.csv", "claims.csv",
    ];

    public static IEnumerable<RunFile> Of(Summary summary, RunRecorder run, EventTable events)
    {
        yield return Table(TimeSeriesFile.FileName, text => RunTables.WriteTimeSeries(text, run));
        yield return Table("nodes.csv", text => RunTables.WriteNodes(text, run));
        yield return new RunFile(EventTable.FileName, events.Write);
        yield return Table("pods.csv", text => RunTables.WritePods(text, run));
        yield return Table("services.csv", text => RunTables.WriteServices(text, summary));
        if (summary.Pools is { } pools) yield return Table("pools.csv", text => MoneyTables.WritePools(text, pools));
        if (LoadTable.HasRows(run)) yield return Table("load.csv", text => LoadTable.Write(text, run));
        if (run.Populations.Count > 0) yield return Table("users.csv", text => PopulationTable.Write(text, run));
        if (StateTables.HasPets(run)) yield return Table("pets.csv", text => StateTables.WritePets(text, run));
        if (WaitingTable.HasRows(run)) yield return Table("waiting.csv", text => WaitingTable.Write(text, run));
        if (run.Claims.Any()) yield return Table("claims.csv", text => StateTables.WriteClaims(text, run));
    }

    private static RunFile Table(string name, Action<TextWriter> write) => new(name, folder => TableFile.Write(folder, name, write));
}
