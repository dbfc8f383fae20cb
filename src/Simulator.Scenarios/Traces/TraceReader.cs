using System.Globalization;
using System.IO.Enumeration;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Traces.Maps;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Reads traces as they are published, packed or not, one row after the other.</summary>
public sealed class TraceReader
{
    private readonly TraceFormat _format;
    private readonly Diagnostics _diagnostics;

    /// <param name="diagnostics">Told what is broken, with file and row, and that it is left out.</param>
    public TraceReader(TraceFormat format, Diagnostics diagnostics)
    {
        (_format, _diagnostics) = (format, diagnostics);
        Tally = new TraceTally(diagnostics);
        NodeTally = new TraceTally(diagnostics);
    }

    /// <summary>Of pods; complete when they have been read.</summary>
    public TraceTally Tally { get; }

    public TraceTally NodeTally { get; }

    /// <summary>How many processors the head of the trace says that there were; null if it says nothing, or no row was read yet.</summary>
    public long? Processors { get; private set; }

    /// <summary>The pods in the order of their arrival; the first comes at time zero.</summary>
    /// <param name="paths">Files, or folders of them.</param>
    public IEnumerable<TracePod> Pods(IReadOnlyList<string> paths)
    {
        TimeSpan? start = null;
        var files = TraceFiles.Of(paths, _format.Map.Beside, Tally, _diagnostics);
        foreach (var file in files) _diagnostics.AddFile(file);
        foreach (var pod in InOrder(files))
        {
            start ??= pod.Submit;
            Count(pod);
            yield return pod with { Submit = pod.Submit - start.Value };
        }
    }

    /// <summary>The machines of a trace, in the order of their names; null after an error that leaves none.</summary>
    public IReadOnlyList<TraceNode>? Nodes(string file)
    {
        if (TableFor(file, _format.Map.Nodes, table => table.Form) is not { } table) return null;
        var nodes = new NodeRows(file, table, NodeTally).Read();
        if (nodes.Count == 0) NodeTally.Break(file, 0, 0, "there is no machine in it");
        return nodes.Count == 0 ? null : nodes;
    }

    private IEnumerable<TracePod> InOrder(IReadOnlyList<string> files)
    {
        if (_format.Map.IsSimKube) return new TimeOrder().Of(files.SelectMany(file => new SimKube.SimKubePods(file, Tally).Read()));
        var tables = files.Select(file => (File: file, Table: TableFor(file, _format.Map.Pods, table => table.Form)))
            .Where(pair => pair.Table is not null)
            .ToList();
        var pods = tables.GroupBy(pair => pair.Table!).SelectMany(group => Read(group.Key, group.Select(pair => pair.File)));
        return tables.Count == 1 && tables[0].Table is { IsInOrder: true, Each: PodRows.Row } ? pods : new TimeOrder().Of(pods);
    }

    private IEnumerable<TracePod> Read(PodTable table, IEnumerable<string> files)
    {
        var pending = new PendingPods();
        foreach (var pod in files.SelectMany(file => Read(file, table, pending))) yield return pod;
        foreach (var pod in pending.Rest()) yield return pod;
    }

    private IEnumerable<TracePod> Read(string file, PodTable table, PendingPods pending)
    {
        var source = new PodSource(file, table, pending, Tally);
        foreach (var pod in source.Read())
        {
            TakeHead(source.Head, table);
            yield return pod;
        }
    }

    private void TakeHead(IReadOnlyDictionary<string, string> head, PodTable table)
    {
        if (Processors is not null || table.Processors.Length == 0 || !head.TryGetValue(table.Processors, out var text)) return;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var processors)) Processors = processors;
    }

    private void Count(TracePod pod)
    {
        Tally.Pods++;
        if (pod.Duration is null) Tally.Endless++;
        if (pod.SharesGpu) Tally.Sharing++;
    }

    /// <summary>The table whose files have such a name; the only one, where nothing says which.</summary>
    private T? TableFor<T>(string file, IReadOnlyList<T> tables, Func<T, TableForm> form)
        where T : class
    {
        var name = Path.GetFileName(file);
        var found = tables.FirstOrDefault(table => FileSystemName.MatchesSimpleExpression(PatternOf(form(table)), name));
        if (found is not null) return found;
        if (tables.Count == 1) return tables[0];
        _diagnostics.Error(
            file, 0, 0,
            tables.Count == 0
                ? $"the format {_format.Name} has no table of machines; allowed are --machines, a scenario or a list of nodes"
                : "nothing says which table it is; allowed are files called "
                    + $"{Wording.Listed(tables.Select(table => form(table).Pattern))}");
        return null;
    }

    private static string PatternOf(TableForm form) => form.Pattern.Length == 0 ? "*" : form.Pattern;
}
