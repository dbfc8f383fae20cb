using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Reports.Traces;
using Simulator.Scenarios.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>What a trace leaves behind: files, a page, and lines on the screen.</summary>
internal sealed class TraceResults : IDisposable
{
    private const int Columns = 100;

    private readonly TraceOptions _options;
    private readonly TraceRecorder _recorder;
    private readonly Screen _screen;
    private readonly StreamWriter _podText;
    private readonly TracePodTable _pods;
    private bool _isDone;

    /// <exception cref="IOException">The folder cannot be written, or holds other files: told before the run.</exception>
    public TraceResults(TraceOptions options, TraceRecorder recorder, Screen screen)
    {
        (_options, _recorder, _screen) = (options, recorder, screen);
        StudyFolder.Refuse(Folder, SummaryJson.FileName);
        Directory.CreateDirectory(Folder);
        _podText = new StreamWriter(PartialFile) { NewLine = "\n" };
        _pods = new TracePodTable(_podText);
        recorder.Also(_pods);
    }

    private string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(_options.Files[0])).Split('.')[0];

    private string Folder => _options.Folder ?? Path.Combine("results", $"{Name}-trace");

    private string PartialFile => Path.Combine(Folder, $".{TracePodTable.FileName}.partial");

    public void Finish(TraceFormat format, TraceReader reader, TraceMachines machines, TimeSpan elapsed)
    {
        _pods.Dispose();
        _podText.Dispose();
        File.Move(PartialFile, Path.Combine(Folder, TracePodTable.FileName), overwrite: true);
        _isDone = true;
        IReadOnlyList<string> notes = [.. TraceNotes.Of(format, reader, _options)];
        var document = TraceDocument.Write(_recorder, Facts(reader, machines));
        var about = About(machines);
        StudyFolder.Write(
            Folder, TraceContent.Of(Name, about, _recorder, _options.IsPacking, Origin(machines, format), notes), [.. Files(document)]);
        if (_options.Output == RunOutput.Json) _screen.Out.WriteLine(document);
        else Print(about, notes, elapsed);
    }

    public void Dispose()
    {
        if (_isDone) return;
        _pods.Dispose();
        _podText.Dispose();
        File.Delete(PartialFile);
    }

    private string About(TraceMachines machines) => string.Join(
        " · ", Name, $"{HumanNumber.Count(machines.Nodes.Count, "node", "nodes")} {machines.Words}", Decider(machines),
        FormattableString.Invariant($"seed {_options.Seed}"));

    private string Decider(TraceMachines machines)
    {
        var who = _options.PlacesItself ? $"the scheduler of Kubernetes {machines.Version}" : _options.Place;
        return _options.Discipline switch
        {
            TraceQueues.Kubernetes => who,
            TraceQueues.Drop => $"{who}, dropping who finds no place",
            _ => $"{who}, first come first served",
        };
    }

    private IEnumerable<NamedFile> Files(string document)
    {
        yield return new NamedFile(TraceTables.SeriesFile, text => TraceTables.WriteSeries(text, _recorder));
        yield return new NamedFile(TraceTables.GroupFile, text => TraceTables.WriteGroups(text, _recorder));
        if (_options.IsPacking) yield return new NamedFile(TraceTables.PackingFile, text => TraceTables.WritePacking(text, _recorder));
        yield return new NamedFile(SummaryJson.FileName, text => text.WriteLine(document));
    }

    private IReadOnlyList<(string Name, JsonNode? Value)> Facts(TraceReader reader, TraceMachines machines) =>
    [
        ("trace", Name),
        ("command", _options.Command),
        ("version", BugReport.Version),
        ("kubernetes", machines.Version.Name),
        ("place", _options.Place),
        ("queue", _options.Discipline),
        ("nodes", machines.Nodes.Count),
        ("rows", reader.Tally.Rows),
        ("rowsBroken", reader.Tally.Broken),
        ("rowsLeftOut", new JsonObject(reader.Tally.LeftOut.Select(row => KeyValuePair.Create(row.Key, (JsonNode?)row.Value)))),
    ];

    private StudyOrigin Origin(TraceMachines machines, TraceFormat format) => new()
    {
        Command = _options.Command,
        Seeds = _options.Seed.ToString(CultureInfo.InvariantCulture),
        Version = BugReport.Version,
        Kubernetes = machines.Version.Name,
        Facts =
        [
            ("format", format.Title), ("digest", _recorder.Digest),
            .. machines.Flags.OwnTitles.Distinct().Select(title => ("plug-in", title)),
        ],
        Method = [.. TraceNotes.Method(_options)],
    };

    private void Print(string about, IReadOnlyList<string> notes, TimeSpan elapsed)
    {
        if (_options.Output == RunOutput.Text)
        {
            _screen.Out.WriteLine(about);
            _screen.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{HumanTime.Long(_recorder.LastMoment.TotalSeconds)} of the trace in {elapsed.TotalSeconds:F1} s"));
            _screen.Out.WriteLine();
        }

        foreach (var sentence in TraceStory.Sentences(_recorder, _options.IsPacking).Concat(notes))
        {
            foreach (var line in Wrapping.Break(sentence, Columns)) _screen.Out.WriteLine(line);
        }

        _screen.Out.WriteLine();
        _screen.Out.WriteLine($"report    {Path.Combine(Folder, ResultFolder.ReportFile)}");
    }
}
