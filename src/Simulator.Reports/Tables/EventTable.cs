using Simulator.World.Observations;

namespace Simulator.Reports.Tables;

/// <summary>
/// events.csv: facts after time zero, and what was refused at the start, in order; the README of results/ says what each kind's fields
/// hold. Each is a row as soon as it is told: of a million, 12 bytes each are kept, for many are compressed.
/// </summary>
public sealed class EventTable : IObserver, IDisposable
{
    internal const string FileName = "events.csv";

    private readonly RowGroups _groups = new(new PieceStream(), () => new PieceStream());
    private readonly StreamWriter _text;
    private readonly CsvTable _table;

    public EventTable()
    {
        _text = new StreamWriter(_groups, leaveOpen: true) { NewLine = "\n" };
        _table = new CsvTable(_text, "time_s", "cluster", "kind", "subject", "other", "value", "extra");
    }

    public void Observe(in Observation fact)
    {
        if (fact.At <= TimeSpan.Zero && fact.Kind is not (ObservationKind.CreationRefused or ObservationKind.CreationForbidden)) return;
        _table.Seconds(fact.At).Text(fact.Cluster).Text(EventKinds.NameOf(fact.Kind)).Text(fact.Subject).Text(fact.Other);
        _table.Number(fact.Value).Number(fact.Extra).End();
    }

    /// <summary>The run is over.</summary>
    /// <returns>The name of the file.</returns>
    public string Write(string folder)
    {
        _table.Flush();
        return TableFile.Write(folder, FileName, _groups);
    }

    public void Dispose()
    {
        _table.Dispose();
        _text.Dispose();
        _groups.Dispose();
    }
}
