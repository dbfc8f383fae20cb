using Simulator.Scenarios.Conformance;

namespace Simulator.Serve.Replay;

/// <summary>Replays recorded commands of clients against the API server: one result a client.</summary>
public static class KubectlConformance
{
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ConformanceResult> Run(IEnumerable<string> paths, int differencesKept = ConformanceRunner.DifferencesKept)
    {
        List<ConformanceResult> results = [];
        foreach (var group in paths.Select(RecordedCase.Read).GroupBy(recorded => recorded.Client))
        {
            results.Add(Compare(group.Key, [.. group], differencesKept));
        }

        return results;
    }

    private static ConformanceResult Compare(string client, List<RecordedCase> cases, int kept)
    {
        var differences = new List<string>();
        foreach (var recorded in cases)
        {
            if (CaseReplay.Difference(recorded) is { } difference) differences.Add($"{recorded.Id}: {difference}");
        }

        return new ConformanceResult(client, cases.Count - differences.Count, cases.Count, [.. differences.Take(kept)]);
    }
}
