using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What a run that was served had beside its scenario.</summary>
internal static class ServedShape
{
    private static readonly KeysOf<ServedSpec> Key = new();

    public static Shape<ServedSpec> Value { get; } = new(
        "served", new ServedSpec(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
    [
        Key.Value(
            "origin", "what the clusters' clocks showed at the start", Forms.Text with { Words = "date and time" }, ReadMoment, null,
            (s, v) => s with { Origin = v }).Required(),
        Key.Period("planned", "duration of the scenario that was served", s => s.Planned, (s, v) => s with { Planned = v })
            .WithoutDefault()
            .Required(),
        Key.Period("cpuStep", "how often the use of CPU was told", s => s.CpuStep, (s, v) => s with { CpuStep = v }),
    ]);

    private static DateTimeOffset? ReadMoment(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        cursor.Error($"found '{Wording.Shortened(text)}'; allowed is a moment such as 2016-09-01T12:00:00.5Z");
        return null;
    }
}
