using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Traces.Maps;

namespace Simulator.Scenarios.Traces;

/// <summary>A format of traces: what its columns mean, in a file that users can copy for theirs.</summary>
public sealed class TraceFormat
{
    private readonly ColumnMap _map;

    private TraceFormat(ColumnMap map) => _map = map;

    public string Name => _map.Name;

    public string Title => _map.Title;

    /// <summary>Where it is described; "" if nowhere.</summary>
    public string Source => _map.Source;

    /// <summary>What of it was seen; "" if nobody says.</summary>
    public string Tested => _map.Tested;

    /// <summary>What its numbers stand on that the trace does not say.</summary>
    public IReadOnlyList<string> Assumes => _map.Assumes;

    internal ColumnMap Map => _map;

    /// <summary>The formats that the program brings along, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(TraceFormat).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    private const string Ending = ".columns.yaml";

    /// <summary>Null after an error.</summary>
    public static TraceFormat? Find(string name, Diagnostics diagnostics)
    {
        if (Names.Contains(name)) return Of(MapReader.ReadText($"{name}{Ending}", Text(name), diagnostics));
        diagnostics.Error(
            "--format", 0, 0,
            $"there is no format '{Wording.Shortened(name)}'{Wording.DidYouMean(name, Names)}; allowed are {Wording.Listed(Names)}");
        return null;
    }

    /// <summary>One of a user's own; null after errors.</summary>
    public static TraceFormat? Read(string file, Diagnostics diagnostics) => Of(MapReader.Read(file, diagnostics));

    /// <summary>The column map of a format, as it is written.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Text(string name)
    {
        using var text = new StreamReader(typeof(TraceFormat).Assembly.GetManifestResourceStream($"{name}{Ending}")!);
        return text.ReadToEnd();
    }

    private static TraceFormat? Of(ColumnMap? map) => map is null ? null : new TraceFormat(map);
}
