using System.Text.Json;

namespace Simulator.Scenarios.Conformance;

/// <summary>Compares recordings of the real programs with what the product's decision code does.</summary>
public static class ConformanceRunner
{
    public const int DifferencesKept = 5;

    /// <summary>Replays all recordings of the files and folders; one result a kind, in the order in which kinds first appear.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">A recording is not JSON or lacks a field.</exception>
    public static IReadOnlyList<ConformanceResult> Run(IEnumerable<string> paths) => Run(paths, ConformanceKinds.All);

    public static IReadOnlyList<ConformanceResult> Run(IEnumerable<string> paths, IReadOnlyList<IConformanceKind> kinds)
    {
        List<Tally> tallies = [];
        foreach (var path in RecordingFiles.Find(paths))
        {
            foreach (var document in RecordingFiles.Read(path))
            {
                using (document) Count(document.RootElement, path, tallies, kinds);
            }
        }

        return tallies.ConvertAll(tally => tally.ToResult());
    }

    /// <summary>What the JSON library throws about fields is the recording's fault; all else is the program's.</summary>
    private static void Count(JsonElement recording, string path, List<Tally> tallies, IReadOnlyList<IConformanceKind> kinds)
    {
        try
        {
            TallyOf(KindOf(recording, path, kinds), tallies, kinds).Count(recording);
        }
        catch (Exception failure) when (IsOfTheRecording(failure))
        {
            throw new JsonException($"{path}  not a recording of its kind: {failure.Message}", failure);
        }
    }

    /// <summary>
    /// A missing field is told by its message: once the JIT has inlined who throws, the source is the caller's. A dictionary would name its
    /// key.
    /// </summary>
    private static bool IsOfTheRecording(Exception failure) => failure switch
    {
        JsonException => false,
        FormatException => true,
        KeyNotFoundException => failure.Message == new KeyNotFoundException().Message,
        _ => failure.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true,
    };

    /// <summary>The lines that a command printed, each with its time, are a kind of their own, which the file names.</summary>
    private static bool AreLines(JsonElement recording) =>
        recording.ValueKind == JsonValueKind.Array && recording.EnumerateArray().All(static line => line.ValueKind == JsonValueKind.Array);

    private static string KindOf(JsonElement recording, string path, IReadOnlyList<IConformanceKind> kinds)
    {
        if (AreLines(recording)) return RecordingFiles.KindOf(path);
        if (recording.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String) return kind.GetString()!;
        return kinds.FirstOrDefault(known => known.Recognizes(recording))?.Kind ?? RecordingFiles.KindOf(path);
    }

    /// <summary>Whole clusters take minutes, and a seed is one draw: tests of this program run their scenarios with ten.</summary>
    private static string? MeasuredWhy(JsonElement recording)
    {
        if (AreLines(recording)) return "what a command printed in the measured run of that name";
        return recording.TryGetProperty("marks", out _) && recording.TryGetProperty("run", out _)
            ? "a whole cluster, measured: the table of simulated against measured in tests/README.md holds the scenario that rebuilds it "
                + "to it, ten seeds (tests MeasuredRuns, MeasuredTaints)"
            : null;
    }

    private static Tally TallyOf(string name, List<Tally> tallies, IReadOnlyList<IConformanceKind> kinds)
    {
        var tally = tallies.Find(tally => tally.Name == name);
        if (tally is null) tallies.Add(tally = new Tally(name, kinds.FirstOrDefault(kind => kind.Kind == name)));
        return tally;
    }

    private sealed class Tally(string name, IConformanceKind? kind)
    {
        private readonly List<string> _differences = [];
        private int _identical;
        private int _total;
        private string? _whyNot;

        public string Name => name;

        public void Count(JsonElement recording)
        {
            _total++;
            if (kind is null)
            {
                _whyNot ??= MeasuredWhy(recording);
                return;
            }

            var difference = kind.Difference(recording);
            if (difference is null) _identical++;
            else if (_differences.Count < DifferencesKept) _differences.Add($"{IdOf(recording)}: {difference}");
        }

        public ConformanceResult ToResult() => new(name, _identical, _total, _differences, kind is not null)
        {
            Agreement = kind?.Agreement ?? "identical",
            WhyNot = _whyNot ?? new ConformanceResult(name, 0, 0, []).WhyNot,
        };

        private static string IdOf(JsonElement recording) => recording.TryGetProperty("experiment", out var experiment)
            ? $"{experiment} run {IdIn(recording)} {(recording.TryGetProperty("federation", out var place) ? place.ToString()[..1] : "")}"
            : IdIn(recording);

        private static string IdIn(JsonElement recording) =>
            recording.TryGetProperty("id", out var id) || recording.TryGetProperty("run", out id) ? id.ToString() : "(no id)";
    }
}
