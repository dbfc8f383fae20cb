using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Reports.Traces;

/// <summary>summary.json of a trace, and what <c>--json</c> prints.</summary>
public static class TraceDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="facts">How it was obtained: command, version, what was read.</param>
    public static string Write(TraceRecorder run, IReadOnlyList<(string Name, JsonNode? Value)> facts)
    {
        var document = new JsonObject();
        foreach (var (name, value) in facts) document[name] = value;
        document["pods"] = new JsonObject
        {
            ["arrived"] = run.Arrived,
            ["placed"] = run.Placed,
            ["ended"] = run.Ended,
            ["rejected"] = run.Rejected,
            ["waitingAtEnd"] = run.Left,
        };
        document["rejections"] = new JsonObject(run.Rejections.Select(row => KeyValuePair.Create(row.Key, (JsonNode?)row.Value)));
        document["waitedSeconds"] = Waits(run.Waits);
        document["waitedInTraceSeconds"] = Waits(run.WaitsInTrace);
        document["runningMax"] = run.Series.RunningMax;
        document["waitingMax"] = run.Series.WaitingMax;
        document["capacity"] = Amounts(run.Capacity);
        document["askedShareMean"] = Amounts(run.Series.Mean);
        document["askedShareMax"] = Amounts(run.Series.Peak);
        document["askedShareAtEnd"] = Amounts(run.Series.Now.InUse.Of(run.Capacity));
        document["firstWithoutPlace"] = First(run.Curve.First);
        document["endSeconds"] = run.LastMoment.TotalSeconds;
        document["digest"] = run.Digest;
        return document.ToJsonString(Indented);
    }

    private static JsonObject Waits(double[] sorted) =>
        new(TraceStory.Percentiles(sorted).Select(row => KeyValuePair.Create(row.Name, (JsonNode?)row.Seconds)));

    private static JsonObject Amounts(Room room) =>
        new() { ["milliCpu"] = room.MilliCpu, ["memory"] = room.Memory, ["milliGpu"] = room.MilliGpu };

    private static JsonObject? First(FirstFailure? first) => first is null ? null : new JsonObject
    {
        ["pod"] = first.Pod,
        ["number"] = first.Number,
        ["askedShare"] = first.Asked,
        ["allocatedShare"] = first.Allocated,
        ["reason"] = first.Reason,
    };
}
